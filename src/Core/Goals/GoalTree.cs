using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Goals;

/// <summary>The chain of direction on a certain day: vision, strategies, goals, the year's sub-goals, their indicators and targets.</summary>
public sealed class GoalTree
{
    private GoalTree()
    {
    }

    public Decided<AdoptVision>? Vision { get; private init; }

    public required IReadOnlyDictionary<string, Decided<AdoptStrategy>> Strategies { get; init; }

    public required IReadOnlyDictionary<string, Decided<AdoptGoalArea>> Areas { get; init; }

    public required IReadOnlyDictionary<string, Decided<AdoptGoal>> Goals { get; init; }

    /// <summary>Ids of all goals adopted so far, also those that are not yet or no longer in force, so that a decision can name them.</summary>
    public required IReadOnlySet<string> Adopted { get; init; }

    public required IReadOnlyList<Decided<AdoptSubGoal>> SubGoals { get; init; }

    public required IReadOnlyList<Decided<AdoptIndicator>> Indicators { get; init; }

    public required IReadOnlyDictionary<(string Indicator, int Year), Decided<SetTarget>> Targets { get; init; }

    public required IReadOnlyDictionary<int, Decided<SetJudgementRule>> JudgementRules { get; init; }

    /// <summary>Folds the acts of direction to what is in force on a day.</summary>
    public static GoalTree Fold(ActsInOrder acts, DateOnly day) => new()
    {
        Vision = acts.Of<AdoptVision>().LastOrDefault(v => v.Act.Valid.Holds(day)),
        Strategies = InForce<AdoptStrategy>(acts, s => s.Id, s => s.Valid, day),
        Areas = acts.Latest<AdoptGoalArea, string>(a => a.Id),
        Goals = InForce<AdoptGoal>(acts, g => g.Id, g => g.Valid, day),
        Adopted = acts.Of<AdoptGoal>().Select(g => g.Act.Id).ToHashSet(StringComparer.Ordinal),
        SubGoals = [.. acts.Latest<AdoptSubGoal, string>(s => s.Id).Values],
        Indicators = [.. acts.Latest<AdoptIndicator, string>(i => i.Id).Values],
        Targets = acts.Latest<SetTarget, (string, int)>(t => (t.Indicator, t.Year)),
        JudgementRules = acts.Latest<SetJudgementRule, int>(r => r.Year),
    };

    /// <summary>The year's sub-goals of a goal, or of another sub-goal; none that stands above what it would stand under.</summary>
    public IEnumerable<Decided<AdoptSubGoal>> SubGoalsOf(string goal, int year) => SubGoals.Where(s => s.Act.Goal == goal && s.Act.Year == year && !StandsUnderItself(s.Act));

    public IEnumerable<Decided<AdoptIndicator>> IndicatorsOf(string goalOrSubGoal) => Indicators.Where(i => i.Act.Of == goalOrSubGoal);

    private bool StandsUnderItself(AdoptSubGoal subGoal)
    {
        var above = subGoal;
        for (var levels = 0; above is not null && levels < SubGoals.Count; levels++)
        {
            if (above.Goal == subGoal.Id)
                return true;
            above = SubGoals.FirstOrDefault(s => s.Act.Id == above.Goal)?.Act;
        }

        return above is not null;
    }

    private static Dictionary<string, Decided<TAct>> InForce<TAct>(ActsInOrder acts, Func<TAct, string> id, Func<TAct, Validity> valid, DateOnly day)
        where TAct : Act =>
        acts.Latest(id).Where(pair => valid(pair.Value.Act).Holds(day)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
