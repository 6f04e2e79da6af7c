using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.FollowUp;

/// <summary>What is missing in the chain from goal to measured value.</summary>
public enum GoalGapKind
{
    /// <summary>No sub-goal of the year and no body's own goal serves the goal.</summary>
    GoalWithoutSubGoal,

    /// <summary>No body answers for the goal.</summary>
    GoalWithoutOwner,

    /// <summary>The one who was to answer for the sub-goal is not in force.</summary>
    SubGoalWithoutOwner,

    /// <summary>Nothing tells how far the sub-goal comes: no indicator and nothing that serves it.</summary>
    SubGoalWithoutIndicator,

    /// <summary>No target is set for the year.</summary>
    IndicatorWithoutTarget,

    /// <summary>No value counts at the end of the period.</summary>
    IndicatorWithoutValue,

    /// <summary>Neither the target nor anyone else says which way is better.</summary>
    IndicatorWithoutDirection,
}

/// <summary>One gap in the chain, and the decision after which it was left.</summary>
/// <param name="Goal">The goal or sub-goal it stands at.</param>
/// <param name="Indicator">The indicator that it is about; absent when it is about the goal itself.</param>
public sealed record GoalGap(GoalGapKind Kind, string Goal, string? Indicator, Decision By);

public sealed partial class FollowUpView
{
    /// <summary>Every gap in the chain of a year's goals, in the order of the goals.</summary>
    public IReadOnlyList<GoalGap> GoalGaps(Period period)
    {
        var tree = State.Goals;
        var year = period.From.Year;
        var gaps = new List<GoalGap>();
        foreach (var goal in tree.Goals.Values.Concat(tree.OwnGoals.Values).OrderBy(g => g.Act.Id, StringComparer.Ordinal))
        {
            if (goal.Act.Serves.Count == 0 && !tree.SubGoalsOf(goal.Act.Id, year).Any() && !tree.OwnGoalsOf(goal.Act.Id).Any())
                gaps.Add(new(GoalGapKind.GoalWithoutSubGoal, goal.Act.Id, null, goal.By));
            if (goal.Act.Owner is not { } owner || State.Organisation.Find(owner) is null)
                gaps.Add(new(GoalGapKind.GoalWithoutOwner, goal.Act.Id, null, goal.By));
            gaps.AddRange(IndicatorGaps(goal.Act.Id, period));
        }

        foreach (var subGoal in tree.SubGoals.Where(s => s.Act.Year == year).OrderBy(s => s.Act.Id, StringComparer.Ordinal))
        {
            if (State.Organisation.Find(subGoal.Act.Owner) is null && State.Organisation.FindOffice(subGoal.Act.Owner) is null)
                gaps.Add(new(GoalGapKind.SubGoalWithoutOwner, subGoal.Act.Id, null, subGoal.By));
            if (!tree.IndicatorsOf(subGoal.Act.Id).Any() && !tree.SubGoalsOf(subGoal.Act.Id, year).Any() && !tree.OwnGoalsOf(subGoal.Act.Id).Any())
                gaps.Add(new(GoalGapKind.SubGoalWithoutIndicator, subGoal.Act.Id, null, subGoal.By));
            gaps.AddRange(IndicatorGaps(subGoal.Act.Id, period));
        }

        return gaps;
    }

    private IEnumerable<GoalGap> IndicatorGaps(string goal, Period period)
    {
        foreach (var standing in State.Goals.IndicatorsOf(goal).Select(i => StandingOf(i, period)))
        {
            if (standing.Target is null)
                yield return new(GoalGapKind.IndicatorWithoutTarget, goal, standing.Indicator.Act.Id, standing.Indicator.By);
            else if (standing.Reason == Styrkedja.Indicators.NotJudgedReason.NoDirection)
                yield return new(GoalGapKind.IndicatorWithoutDirection, goal, standing.Indicator.Act.Id, standing.Indicator.By);
            if (!standing.Value.IsKnown)
                yield return new(GoalGapKind.IndicatorWithoutValue, goal, standing.Indicator.Act.Id, standing.Indicator.By);
        }
    }
}
