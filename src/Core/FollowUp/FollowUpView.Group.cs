using Styrkedja.Accounts;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

/// <summary>At which level both sides of an internal amount stand under the same.</summary>
public enum EliminationLevel
{
    /// <summary>Within a unit or an administration.</summary>
    Unit,

    /// <summary>Within a committee, between its administrations or units.</summary>
    Committee,

    /// <summary>Within the region, between committees.</summary>
    Region,

    /// <summary>Within the group, between the region and its companies or between them.</summary>
    Group,
}

/// <summary>What is taken away at one level, and whether its two sides meet.</summary>
/// <param name="Revenue">The internal revenue taken away: negative.</param>
/// <param name="Cost">The internal cost taken away: positive.</param>
public sealed record EliminationCheck(EliminationLevel Level, Subject Subject, Figure Revenue, Figure Cost)
{
    /// <summary>What one side has booked and the other has not, revenue positive; zero when both sides meet. It is listed, and never allowed to change a sum.</summary>
    public Money Difference => -(Revenue.Money + Cost.Money);
}

/// <summary>A row of the group's income statement: what the region and each company has, what is taken away between them, and what is left. A subtotal has no line.</summary>
/// <param name="Parts">The region first, then the companies.</param>
/// <param name="Eliminated">With the sign that takes it away.</param>
public sealed record GroupRow(StatementLine? Line, string? Subtotal, IReadOnlyList<Figure> Parts, Money Eliminated, Figure Group);

public sealed partial class FollowUpView
{
    /// <summary>The row of the group's statement for what one side has booked and the other has not; without it the lines would not add up to the subtotals.</summary>
    public const string UnmetRow = "elimination-difference";

    /// <summary>The income statement of the group, part by part; nothing when the region owns no company wholly.</summary>
    /// <remarks>A company owned wholly counts wholly. Rule: lagen (2018:597) om kommunal bokföring och redovisning 12 kap.; before 2019 lagen (1997:614) om kommunal redovisning 8 kap., not
    /// checked against its text.</remarks>
    public IReadOnlyList<GroupRow> GroupStatement(Period period)
    {
        if (State.Organisation.Group is null)
            return [];
        var known = Known(period);
        var parts = Children(Subject.GroupId);
        var rows = new List<GroupRow>();
        foreach (var line in IncomeStatementLines.InOrder)
        {
            var row = Row(line, null, subject => StatementFigure(new(Measure.Result, known, subject), line, budget: false));
            if (row.Group.Money != Money.Zero || row.Parts.Any(p => p.Money != Money.Zero))
                rows.Add(row);
            if (line == StatementLine.Depreciation && Row(null, UnmetRow, subject => Evaluate(new(Measure.EliminationDifference, known, subject))) is var unmet && unmet.Group.Money != Money.Zero)
                rows.Add(unmet);
            rows.AddRange(IncomeStatementLines.Subtotals.Where(s => s.LastLine == line).Select(s => Row(null, s.Id, subject => Evaluate(new(s_subtotals[s.Id], known, subject)))));
        }

        return rows;

        GroupRow Row(StatementLine? line, string? subtotal, Func<string, Figure> of)
        {
            var (each, group) = (parts.Select(part => of(part.Id)).ToList(), of(Subject.GroupId));
            return new(line, subtotal, each, group.Money - Money.Sum(each.Select(f => f.Money)), group);
        }
    }

    /// <summary>What is taken away at every level where anything is, the lowest level first; within a level the largest first.</summary>
    public IReadOnlyList<EliminationCheck> EliminationChecks(Period period)
    {
        var known = Known(period);
        return
        [
            .. from node in Enumerable.Range(0, _nodes.Count)
               let subject = State.Organisation.Find(_nodes.IdOf(node))
               where subject is not null && LevelOf(subject.Kind) is not null
               let check = new EliminationCheck(LevelOf(subject.Kind)!.Value, subject, Evaluate(new(Measure.RevenueElimination, known, subject.Id)), Evaluate(new(Measure.CostElimination, known, subject.Id)))
               where check.Revenue.Money != Money.Zero || check.Cost.Money != Money.Zero
               orderby check.Level, check.Revenue.Money, subject.Id
               select check,
        ];
    }

    /// <summary>True when some company of the group has no budget in the year, so that what the group has budgeted is not known.</summary>
    private bool IsGroupWithoutBudget(string subject, Period period) =>
        subject == Subject.GroupId && Children(subject).Any(part => part.Kind == SubjectKind.Company && !State.Frames.Budget.Any(line => line.Year == period.From.Year && State.Organisation.IsWithin(line.Subject, part.Id)));

    private static EliminationLevel? LevelOf(SubjectKind kind) => kind switch
    {
        SubjectKind.Administration or SubjectKind.Unit or SubjectKind.BudgetPart => EliminationLevel.Unit,
        SubjectKind.Body or SubjectKind.Company => EliminationLevel.Committee,
        SubjectKind.Region => EliminationLevel.Region,
        SubjectKind.Group => EliminationLevel.Group,
        _ => null,
    };
}
