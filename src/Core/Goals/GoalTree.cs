using Styrkedja.Decisions;

namespace Styrkedja.Goals;

/// <summary>The chain of direction on a certain day: vision, strategies, goals, the goals that bodies hold for themselves, the year's sub-goals, their indicators and targets.</summary>
public sealed class GoalTree
{
    private ILookup<string, Decided<AdoptSubGoal>> _subGoalsOf = null!;
    private ILookup<string, Decided<AdoptGoal>> _ownGoalsOf = null!;
    private ILookup<string, Decided<AdoptGoal>> _replacementsOf = null!;
    private ILookup<string, Decided<AdoptIndicator>> _indicatorsOf = null!;

    private GoalTree()
    {
    }

    public Decided<AdoptVision>? Vision { get; private init; }

    public required IReadOnlyDictionary<string, Decided<AdoptStrategy>> Strategies { get; init; }

    public required IReadOnlyDictionary<string, Decided<AdoptGoalArea>> Areas { get; init; }

    /// <summary>The goals of the whole region that are in force.</summary>
    public required IReadOnlyDictionary<string, Decided<AdoptGoal>> Goals { get; init; }

    /// <summary>Goals in force that a body holds for itself, each serving goals above it.</summary>
    public required IReadOnlyDictionary<string, Decided<AdoptGoal>> OwnGoals { get; init; }

    /// <summary>Every goal adopted so far, also those that are not yet or no longer in force, so that a decision can name them and history be told.</summary>
    public required IReadOnlyDictionary<string, Decided<AdoptGoal>> Adopted { get; init; }

    public required IReadOnlyList<Decided<AdoptSubGoal>> SubGoals { get; init; }

    public required IReadOnlyList<Decided<AdoptIndicator>> Indicators { get; init; }

    public required IReadOnlyDictionary<(string Indicator, int Year), Decided<SetTarget>> Targets { get; init; }

    public required IReadOnlyDictionary<int, Decided<SetJudgementRule>> JudgementRules { get; init; }

    /// <summary>Folds the acts of direction to what is in force on a day.</summary>
    public static GoalTree Fold(ActsInOrder acts, DateOnly day)
    {
        var adopted = acts.Latest<AdoptGoal, string>(g => g.Id);
        var replacements = adopted.Values.SelectMany(g => g.Act.Replaces.Select(old => (Old: old, By: g))).ToLookup(r => r.Old, r => r.By, StringComparer.Ordinal);
        var inForce = adopted.Values.Where(g => g.Act.Valid.Holds(day) && !replacements[g.Act.Id].Any(r => r.Act.Id != g.Act.Id && r.Act.Valid.From <= day)).ToList();
        var subGoals = acts.Latest<AdoptSubGoal, string>(s => s.Id).Values.ToList();
        var indicators = acts.Latest<AdoptIndicator, string>(i => i.Id).Values.ToList();
        var above = subGoals.Select(s => (s.Act.Id, Above: Served(s.Act))).Concat(inForce.Select(g => (g.Act.Id, Above: g.Act.Serves)))
            .GroupBy(s => s.Id, s => s.Above, StringComparer.Ordinal)
            .ToDictionary(s => s.Key, s => (IReadOnlyList<string>)[.. s.SelectMany(ids => ids)], StringComparer.Ordinal);
        var underThemselves = above.Keys.Where(id => StandsUnderItself(id, above)).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Vision = acts.Of<AdoptVision>().LastOrDefault(v => v.Act.Valid.Holds(day)),
            Strategies = acts.Latest<AdoptStrategy, string>(s => s.Id).Where(s => s.Value.Act.Valid.Holds(day)).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal),
            Areas = acts.Latest<AdoptGoalArea, string>(a => a.Id),
            Goals = inForce.Where(g => g.Act.Serves.Count == 0).ToDictionary(g => g.Act.Id, StringComparer.Ordinal),
            OwnGoals = inForce.Where(g => g.Act.Serves.Count > 0).ToDictionary(g => g.Act.Id, StringComparer.Ordinal),
            Adopted = adopted,
            SubGoals = subGoals,
            Indicators = indicators,
            Targets = acts.Latest<SetTarget, (string, int)>(t => (t.Indicator, t.Year)),
            JudgementRules = acts.Latest<SetJudgementRule, int>(r => r.Year),
            _subGoalsOf = subGoals.Where(s => !underThemselves.Contains(s.Act.Id)).SelectMany(s => Served(s.Act).Select(id => (id, s))).ToLookup(s => s.id, s => s.s, StringComparer.Ordinal),
            _ownGoalsOf = inForce.Where(g => !underThemselves.Contains(g.Act.Id)).SelectMany(g => g.Act.Serves.Distinct(StringComparer.Ordinal).Select(id => (id, g))).ToLookup(g => g.id, g => g.g, StringComparer.Ordinal),
            _replacementsOf = replacements,
            _indicatorsOf = indicators.ToLookup(i => i.Act.Of, StringComparer.Ordinal),
        };
    }

    /// <summary>A goal in force, of the region or of a body; nothing when there is none of that id.</summary>
    public Decided<AdoptGoal>? InForce(string id) => Goals.GetValueOrDefault(id) ?? OwnGoals.GetValueOrDefault(id);

    /// <summary>The year's sub-goals that serve a goal or another sub-goal; none that stands above what it would stand under.</summary>
    public IEnumerable<Decided<AdoptSubGoal>> SubGoalsOf(string goal, int year) => _subGoalsOf[goal].Where(s => s.Act.Year == year);

    /// <summary>The goals of bodies that serve a goal.</summary>
    public IEnumerable<Decided<AdoptGoal>> OwnGoalsOf(string goal) => _ownGoalsOf[goal];

    /// <summary>Goals adopted to stand instead of one, whether their first day has come or not.</summary>
    public IEnumerable<Decided<AdoptGoal>> ReplacementsOf(string goal) => _replacementsOf[goal];

    public IEnumerable<Decided<AdoptIndicator>> IndicatorsOf(string goalOrSubGoal) => _indicatorsOf[goalOrSubGoal];

    /// <summary>Everything that a sub-goal serves, the goal it stands under first.</summary>
    public static IReadOnlyList<string> Served(AdoptSubGoal subGoal) => [subGoal.Goal, .. subGoal.Serves.Where(id => id != subGoal.Goal).Distinct(StringComparer.Ordinal)];

    private static bool StandsUnderItself(string id, Dictionary<string, IReadOnlyList<string>> above)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(above[id]);
        while (next.TryPop(out var served))
        {
            if (served == id)
                return true;
            if (!seen.Add(served) || !above.TryGetValue(served, out var further))
                continue;
            foreach (var one in further)
                next.Push(one);
        }

        return false;
    }
}
