using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;

namespace Styrkedja.Reports;

/// <summary>An indicator as a plan tells it: where it stood the year before, and what is to be reached.</summary>
/// <param name="Target">Absent when no target has been decided for the year.</param>
/// <param name="Better">Which way is better, as decided or else by the table; nothing when neither says.</param>
/// <param name="Before">Its value the year before; unknown when no one has told or reckoned it.</param>
public sealed record PlannedIndicator(Decided<AdoptIndicator> Indicator, Decided<SetTarget>? Target, Polarity? Better, Figure Before);

/// <summary>A sub-goal as a plan tells it: whose it is, and what tells how far it has come.</summary>
/// <param name="Parts">Sub-goals that it has been broken down into.</param>
public sealed record PlannedSubGoal(Decided<AdoptSubGoal> SubGoal, IReadOnlyList<PlannedIndicator> Indicators, IReadOnlyList<PlannedSubGoal> Parts)
{
    /// <summary>The sub-goal and all under it, the upper ones first.</summary>
    public IEnumerable<PlannedSubGoal> WithParts() => Parts.SelectMany(p => p.WithParts()).Prepend(this);
}

/// <summary>A goal as a plan tells it: before anything has come of it.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 6 §: the budget holds goals and guidelines for the operations that matter for sound financial management.</remarks>
public sealed record PlannedGoal(Decided<AdoptGoal> Goal, IReadOnlyList<PlannedIndicator> Indicators, IReadOnlyList<PlannedSubGoal> SubGoals)
{
    /// <summary>Every indicator of the goal and of the sub-goals under it.</summary>
    public IEnumerable<PlannedIndicator> AllIndicators() => Indicators.Concat(SubGoals.SelectMany(s => s.WithParts()).SelectMany(s => s.Indicators));

    /// <summary>The goals in force, in the order of their ids.</summary>
    public static IReadOnlyList<PlannedGoal> Each(FollowUpView view, int year) =>
    [
        .. view.State.Goals.Goals.OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new PlannedGoal(g.Value, IndicatorsOf(view, g.Key, year), SubGoalsOf(view, g.Key, year))),
    ];

    /// <summary>The same goal with nothing but what a body answers for: all of it when the goal is the body's own, otherwise the body's sub-goals; nothing when it has none.</summary>
    public PlannedGoal? For(Func<string, bool> isOfBody)
    {
        if (Goal.Act.Owner is { } owner && isOfBody(owner))
            return this;
        var own = SubGoalsOf(isOfBody);
        return own.Count == 0 ? null : this with { Indicators = [], SubGoals = own };
    }

    /// <summary>The sub-goals that a body owns; one that stands under another of its own is told there.</summary>
    public IReadOnlyList<PlannedSubGoal> SubGoalsOf(Func<string, bool> isOfBody)
    {
        var own = SubGoals.SelectMany(s => s.WithParts()).Where(s => isOfBody(s.SubGoal.Act.Owner)).ToList();
        return [.. own.Where(s => !own.Exists(above => above != s && above.WithParts().Contains(s)))];
    }

    internal IEnumerable<Decision> Decisions() =>
        SubGoals.SelectMany(s => s.WithParts()).Select(s => s.SubGoal.By)
            .Concat(AllIndicators().SelectMany(i => i.Target is { } target ? [i.Indicator.By, target.By] : new[] { i.Indicator.By }))
            .Prepend(Goal.By);

    private static List<PlannedSubGoal> SubGoalsOf(FollowUpView view, string goal, int year) =>
        [.. view.State.Goals.SubGoalsOf(goal, year).Select(s => new PlannedSubGoal(s, IndicatorsOf(view, s.Act.Id, year), SubGoalsOf(view, s.Act.Id, year)))];

    private static List<PlannedIndicator> IndicatorsOf(FollowUpView view, string goalOrSubGoal, int year) =>
    [
        .. view.State.Goals.IndicatorsOf(goalOrSubGoal).Select(i => new PlannedIndicator(
            i,
            view.State.Goals.Targets.GetValueOrDefault((i.Act.Id, year)),
            view.PolarityOf(i.Act),
            view.Evaluate(new(Measure.Indicator, Period.Year(year - 1), i.Act.Id)))),
    ];
}
