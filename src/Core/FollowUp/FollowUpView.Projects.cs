using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

/// <summary>What a project has brought in and cost under a subject in a period.</summary>
/// <param name="Project">The ledger's own code; empty for what is booked on no project.</param>
/// <param name="Revenue">Positive; what is internal to the region is not taken away.</param>
/// <param name="Cost">Negative.</param>
public sealed record ProjectOutcome(string Project, Money Revenue, Money Cost, long Rows, bool Illustrative)
{
    public Money Result => Revenue + Cost;
}

/// <summary>What a project has on one group of accounts of one unit.</summary>
public sealed record ProjectPart(string Subject, string Group, Money Amount);

public sealed partial class FollowUpView
{
    /// <summary>The outcome of each project under a subject, those without rows left out; the one of no project is what is left of the subject's result.</summary>
    /// <remarks>The parts add up to the subject's result to the öre: revenue and cost are those of the rows, before anything internal is taken away.</remarks>
    /// <param name="booked">What is booked on projects in the period.</param>
    public IReadOnlyList<ProjectOutcome> Projects(string subject, Figure result, IReadOnlyList<LedgerTurnover> booked)
    {
        var projects = Of(subject, booked).GroupBy(b => b.Project, StringComparer.Ordinal).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new ProjectOutcome(
            p.Key,
            Money.Sum(p.Where(IsRevenue).Select(b => -b.Net)),
            Money.Sum(p.Where(b => !IsRevenue(b)).Select(b => -b.Net)),
            p.Sum(b => b.Rows),
            p.Any(b => b.Illustrative))).ToList();
        if (projects.Count > 0 && result.Money - Money.Sum(projects.Select(p => p.Result)) is var left && left != Money.Zero)
            projects.Add(new("", left > Money.Zero ? left : Money.Zero, left > Money.Zero ? Money.Zero : left, 0, result.Illustrative));
        return projects;
    }

    /// <summary>A project's result under a subject by unit and group of accounts, those of a unit together.</summary>
    public IReadOnlyList<ProjectPart> ProjectParts(string subject, string project, IReadOnlyList<LedgerTurnover> booked) =>
    [
        .. Of(subject, booked).Where(b => b.Project == project)
            .GroupBy(b => (Unit: UnitOf(b.CostCentre) ?? Subject.UnplacedId, Group: State.Accounts.GroupOf(b.Account).Id))
            .Select(g => new ProjectPart(g.Key.Unit, g.Key.Group, Money.Sum(g.Select(b => -b.Net))))
            .OrderBy(p => p.Subject, StringComparer.Ordinal).ThenBy(p => p.Group, StringComparer.Ordinal),
    ];

    /// <summary>The amounts under a subject that are part of its result.</summary>
    private IEnumerable<LedgerTurnover> Of(string subject, IReadOnlyList<LedgerTurnover> booked) =>
        _nodes.NodeOf(subject) is >= 0 and var node
            ? booked.Where(b => _nodes.IsWithin(_nodes.PlacedNodeOf(b.CostCentre), node) && State.Accounts.GroupOf(b.Account).Line != StatementLine.BalanceSheet)
            : [];

    private bool IsRevenue(LedgerTurnover booked) => Accounts.IncomeStatementLines.IsRevenue(State.Accounts.GroupOf(booked.Account).Line);
}
