using Styrkedja.Amounts;
using Styrkedja.Authority;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Goals;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>What authority would say if a certain body decided a proposal.</summary>
public sealed record VerdictOfBody(string Body, Verdict Verdict);

/// <summary>What a body has to spend for a year, today and after a proposal: what it is given less what it gives onward.</summary>
public sealed record FrameEffect(string Subject, int Year, Money Before, Money After);

/// <summary>The budgeted result of a subject, today and after a proposal, when nothing but what the proposal says is changed.</summary>
/// <param name="ByFrame">The part that comes of changed frames, since nobody has yet changed the budget they pay for.</param>
public sealed record ResultEffect(string Subject, int Year, Money Before, Money After, Money ByFrame);

/// <summary>Why a goal is affected.</summary>
public enum GoalEffectReason
{
    /// <summary>The proposal itself adopts or changes it.</summary>
    Decided,

    /// <summary>Someone whose money is changed answers for it.</summary>
    OwnerHasOtherMoney,

    /// <summary>Someone whose money is changed has a sub-goal of it.</summary>
    SubGoalHasOtherMoney,
}

/// <summary>A goal that a proposal affects, and through whom.</summary>
public sealed record GoalEffect(string Goal, string? Owner, GoalEffectReason Reason);

/// <summary>The difference that decisions would make which nobody has taken.</summary>
/// <param name="Verdicts">For each body that is concerned, whether it may decide it.</param>
/// <param name="Plan">What it means for the region's result in the budget year and the plan years.</param>
/// <param name="OverDistributed">Givers that would have given more than they have been given.</param>
public sealed record WhatIf(
    int Year,
    IReadOnlyList<VerdictOfBody> Verdicts,
    IReadOnlyList<FrameEffect> Frames,
    IReadOnlyList<ResultEffect> Results,
    IReadOnlyList<PlanEffect> Plan,
    IReadOnlyList<GoalEffect> Goals,
    IReadOnlyList<(string Giver, int Year, Money Given, Money Distributed)> OverDistributed,
    StateDifference Difference)
{
    private const int YearsOfPlan = 3;

    /// <summary>Compares the region as it is with the region as it would be, for a budget year and the two plan years after it.</summary>
    /// <remarks>Frames are a committee's revenue, so a changed frame changes its budgeted result by as much until it has changed its costs; a budget that the
    /// proposal sets anew is taken as it stands.</remarks>
    public static WhatIf Of(FollowUpView before, FollowUpView after, IReadOnlyList<VerdictOfBody> verdicts, IReadOnlyList<Decision> proposal, int year)
    {
        var difference = StateDifference.Of(before.State, after.State);
        var years = Enumerable.Range(year, YearsOfPlan).ToList();
        var frames = FramesOf(before.State, after.State, years).ToList();
        var budgeted = proposal.SelectMany(d => d.Acts.OfType<SetBudget>()).Select(b => (b.Subject, b.Year)).ToHashSet();
        var results = ResultsOf(before, after, years, frames, budgeted).ToList();
        return new(
            year,
            verdicts,
            [.. frames.Where(f => f.Before != f.After)],
            results,
            PlanEffect.Of(before.State, after.State, years),
            [.. GoalsOf(after.State, proposal, [.. frames.Where(f => f.Before != f.After).Select(f => f.Subject)], year)],
            [.. years.SelectMany(y => after.State.Frames.OverDistributed(y).Select(g => (g.Giver, y, g.Given, g.Distributed)))],
            difference);
    }

    private static IEnumerable<FrameEffect> FramesOf(RegionState before, RegionState after, IReadOnlyList<int> years) =>
        from year in years
        from subject in after.Frames.Frames.Concat(before.Frames.Frames).Where(f => f.Act.Year == year).SelectMany(f => new[] { f.Act.From, f.Act.To }).Where(s => s != Subject.RegionId).Distinct().Order(StringComparer.Ordinal)
        select new FrameEffect(subject, year, Net(before, subject, year), Net(after, subject, year));

    private static Money Net(RegionState state, string subject, int year) => state.Frames.GivenTo(subject, year) - state.Frames.DistributedBy(subject, year);

    /// <summary>Of every body that has a budget or another frame, and of the region.</summary>
    private static IEnumerable<ResultEffect> ResultsOf(FollowUpView before, FollowUpView after, IReadOnlyList<int> years, IReadOnlyList<FrameEffect> frames, HashSet<(string, int)> budgeted)
    {
        foreach (var year in years)
        {
            var period = Period.Year(year);
            var byBody = frames.Where(f => f.Year == year && f.Before != f.After && !budgeted.Contains((f.Subject, year)))
                .GroupBy(f => after.State.Organisation.AnsweringBody(f.Subject).Id)
                .ToDictionary(f => f.Key, f => Money.Sum(f.Select(e => e.After - e.Before)), StringComparer.Ordinal);
            foreach (var body in after.State.Organisation.Children(Subject.RegionId))
            {
                var byFrame = byBody.GetValueOrDefault(body.Id);
                var (was, now) = (Budgeted(before, body.Id, period), Budgeted(after, body.Id, period));
                if (was is not null || now is not null || byFrame != Money.Zero)
                    yield return new(body.Id, year, was ?? Money.Zero, (now ?? Money.Zero) + byFrame, byFrame);
            }

            if (Budgeted(before, Subject.RegionId, period) is { } region)
                yield return new(Subject.RegionId, year, region, (Budgeted(after, Subject.RegionId, period) ?? Money.Zero) + Money.Sum(byBody.Values), Money.Sum(byBody.Values));
        }
    }

    private static Money? Budgeted(FollowUpView view, string subject, Period period) =>
        view.HoldsMoney(subject, period) && view.Evaluate(new(Measure.ResultBudget, period, subject)) is { IsKnown: true } figure ? figure.Money : null;

    private static IEnumerable<GoalEffect> GoalsOf(RegionState after, IReadOnlyList<Decision> proposal, HashSet<string> changed, int year)
    {
        var bodies = changed.Select(s => after.Organisation.AnsweringBody(s).Id).ToHashSet(StringComparer.Ordinal);
        var decided = proposal.SelectMany(d => d.Acts).SelectMany(act => act switch { AdoptGoal a => [a.Id, .. a.Serves], AdoptSubGoal a => GoalTree.Served(a), _ => (IReadOnlyList<string>)[] }).ToHashSet(StringComparer.Ordinal);
        foreach (var goal in after.Goals.Goals.Values.OrderBy(g => g.Act.Id, StringComparer.Ordinal))
        {
            if (decided.Contains(goal.Act.Id))
                yield return new(goal.Act.Id, goal.Act.Owner, GoalEffectReason.Decided);
            else if (goal.Act.Owner is { } owner && bodies.Contains(owner))
                yield return new(goal.Act.Id, owner, GoalEffectReason.OwnerHasOtherMoney);
            else if (after.Goals.SubGoalsOf(goal.Act.Id, year).FirstOrDefault(s => bodies.Contains(s.Act.Owner)) is { } subGoal)
                yield return new(goal.Act.Id, subGoal.Act.Owner, GoalEffectReason.SubGoalHasOtherMoney);
        }
    }
}
