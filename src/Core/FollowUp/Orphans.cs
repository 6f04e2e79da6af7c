using Styrkedja.Accounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

/// <summary>What is missing for something to be carried by a decision.</summary>
public enum OrphanKind
{
    /// <summary>A frame given by someone who has been given none for that year.</summary>
    FrameWithoutSource,

    /// <summary>A goal, or a goal of a programme, under something that is not in force.</summary>
    GoalWithoutDirection,

    /// <summary>A sub-goal of a goal that is not in force that year.</summary>
    SubGoalWithoutGoal,

    /// <summary>A budget of a subject that is not in force.</summary>
    BudgetWithoutSubject,

    /// <summary>A budget of a body's subject for a year in which the body has been given no frame and has none of its own revenue to live on.</summary>
    BudgetWithoutFrame,

    /// <summary>Ledger rows of a cost centre that no decision has opened.</summary>
    RowsWithoutCostCentre,

    /// <summary>Ledger rows of an account that the chart adopted does not hold.</summary>
    RowsWithoutAccount,
}

/// <summary>One thing that no decision carries.</summary>
/// <param name="Id">The frame's receiver, the goal, the subject, the cost centre or the account.</param>
/// <param name="By">The decision that brought it without what should carry it; absent for ledger rows.</param>
/// <param name="Figure">The figure of its money; absent when it has none.</param>
public sealed record Orphan(OrphanKind Kind, string Id, int Year, Decision? By, FigureAddress? Figure);

public sealed partial class FollowUpView
{
    /// <summary>Every frame, goal, budget line and ledger row of a year that no decision carries.</summary>
    public IReadOnlyList<Orphan> Orphans(int year) => [.. FramesWithoutSource(year), .. GoalsWithoutDirection(year), .. BudgetsWithoutGround(year), .. RowsWithoutGround(year)];

    private IEnumerable<Orphan> FramesWithoutSource(int year) =>
        from frame in State.Frames.Frames
        where frame.Act.Year == year && frame.Act.From != Subject.RegionId && !State.Frames.FramesTo(frame.Act.From, year).Any()
        select new Orphan(OrphanKind.FrameWithoutSource, frame.Act.To, year, frame.By, new(Measure.Frame, Period.Year(year), frame.Act.To));

    private IEnumerable<Orphan> GoalsWithoutDirection(int year)
    {
        var inForce = State.Steering.InForce(new DateOnly(year, 12, 31)).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var goal in State.Goals.Goals.Values.Concat(State.Goals.OwnGoals.Values).Where(g => !inForce.Contains(g.Act.Under)))
            yield return new(OrphanKind.GoalWithoutDirection, goal.Act.Id, year, goal.By, null);
        foreach (var subGoal in State.Goals.SubGoals.Where(s => s.Act.Year == year && State.Goals.InForce(s.Act.Goal) is null && State.Goals.SubGoals.All(other => other.Act.Id != s.Act.Goal)))
            yield return new(OrphanKind.SubGoalWithoutGoal, subGoal.Act.Id, year, subGoal.By, null);
    }

    /// <summary>A frame to a subject, to anything above it within the body, or to anything within the body carries the budget.</summary>
    private IEnumerable<Orphan> BudgetsWithoutGround(int year)
    {
        var framed = State.Frames.Frames.Where(f => f.Act.Year == year).Select(f => State.Organisation.AnsweringBody(f.Act.To).Id).ToHashSet(StringComparer.Ordinal);
        foreach (var lines in State.Frames.Budget.Where(line => line.Year == year).GroupBy(line => line.Subject))
        {
            var figure = new FigureAddress(Measure.ResultBudget, Period.Year(year), lines.Key);
            if (State.Organisation.Find(lines.Key) is null)
                yield return new(OrphanKind.BudgetWithoutSubject, lines.Key, year, lines.First().Decided.By, figure with { Subject = Subject.UnplacedId });
            else if (!framed.Contains(State.Organisation.AnsweringBody(lines.Key).Id) && lines.All(line => line.Row.Amount < Amounts.Money.Zero))
                yield return new(OrphanKind.BudgetWithoutFrame, lines.Key, year, lines.First().Decided.By, figure);
        }
    }

    private IEnumerable<Orphan> RowsWithoutGround(int year)
    {
        var period = Period.Year(year);
        var unplaced = new FigureAddress(Measure.Result, period, Subject.UnplacedId);
        foreach (var costCentre in RowsBehind(unplaced)?.CostCentres ?? [])
            yield return new(OrphanKind.RowsWithoutCostCentre, costCentre, year, null, unplaced);
        var unmapped = new FigureAddress(Measure.Result, period, Subject.RegionId, new(Group: ChartOfAccounts.Unmapped.Id));
        foreach (var account in RowsBehind(unmapped)?.Accounts ?? [])
            yield return new(OrphanKind.RowsWithoutAccount, account, year, null, unmapped);
    }
}
