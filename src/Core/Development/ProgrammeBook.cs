using Styrkedja.Decisions;

namespace Styrkedja.Development;

/// <summary>A goal of a programme, or one of the choices made to reach it, found by its id.</summary>
/// <param name="Choice">Absent when it is the goal itself that was asked for.</param>
public sealed record ProgrammeGoal(Decided<AdoptProgramme> Programme, ProgrammeGoalEntry Goal, StrategicChoiceEntry? Choice);

/// <summary>Every programme adopted so far as the latest decision has it, in force or not: the tree they form, how each is thought to work, and what evaluations have found.</summary>
public sealed class ProgrammeBook
{
    private readonly Dictionary<string, Decided<AdoptProgramme>> _programmes;
    private readonly Dictionary<string, ProgrammeGoal> _goals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Decided<SetLogicChain>> _chains;
    private readonly Dictionary<string, Decided<SetLogicChain>> _chainOfStep = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, Decided<AddEvaluation>> _evaluations;
    private readonly ILookup<string, Decided<AddEvaluation>> _evaluationsOf;

    private ProgrammeBook(ActsInOrder acts)
    {
        _programmes = new(acts.Latest<AdoptProgramme, string>(p => p.Id), StringComparer.Ordinal);
        _chains = new(acts.Latest<SetLogicChain, string>(c => c.Programme), StringComparer.Ordinal);
        _evaluations = acts.Latest<AddEvaluation, string>(e => e.Id);
        _evaluationsOf = _evaluations.Values.OrderBy(e => e.Act.Date).ToLookup(e => e.Act.Of, StringComparer.Ordinal);
        foreach (var programme in _programmes.Values)
        {
            foreach (var goal in programme.Act.Goals)
            {
                _goals[goal.Id] = new(programme, goal, null);
                foreach (var choice in goal.Choices)
                    _goals[choice.Id] = new(programme, goal, choice);
            }
        }

        foreach (var chain in _chains.Values)
        {
            foreach (var step in chain.Act.Steps)
                _chainOfStep[step.Id] = chain;
        }
    }

    public static ProgrammeBook Fold(ActsInOrder acts) => new(acts);

    public Decided<AdoptProgramme>? Find(string id) => _programmes.GetValueOrDefault(id);

    /// <summary>A programme's goal or choice; nothing when no programme has one of that id.</summary>
    public ProgrammeGoal? GoalOf(string id) => _goals.GetValueOrDefault(id);

    /// <summary>The programmes that serve a strategy or another programme, by their ids.</summary>
    public IEnumerable<Decided<AdoptProgramme>> Under(string id) => _programmes.Values.Where(p => p.Act.Serves == id && p.Act.Id != id).OrderBy(p => p.Act.Id, StringComparer.Ordinal);

    /// <summary>How a programme is thought to work; nothing when nobody has said.</summary>
    public Decided<SetLogicChain>? ChainOf(string programme) => _chains.GetValueOrDefault(programme);

    /// <summary>The chain that has a step of that id.</summary>
    public Decided<SetLogicChain>? ChainWith(string step) => _chainOfStep.GetValueOrDefault(step);

    /// <summary>One step of any programme's chain.</summary>
    public ChainStep? StepOf(string id) => ChainWith(id)?.Act.Steps.First(s => s.Id == id);

    public Decided<AddEvaluation>? FindEvaluation(string id) => _evaluations.GetValueOrDefault(id);

    /// <summary>Evaluations of a programme or of a step, the earliest published first.</summary>
    public IEnumerable<Decided<AddEvaluation>> EvaluationsOf(string programmeOrStep) => _evaluationsOf[programmeOrStep];
}
