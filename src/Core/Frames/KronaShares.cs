using Styrkedja.Accounts;
using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Organisation;

namespace Styrkedja.Frames;

/// <summary>What one committee or part of a budget is to spend outside the region, and its part of what the residents pay.</summary>
/// <param name="NetCost">Budgeted costs less the revenue of its own, as a positive amount; what is bought inside the region counts where the money leaves it.</param>
/// <param name="Part">Its part of the amount laid out.</param>
public sealed record KronaShare(string Subject, Amount<AmountKinds.Budget> NetCost, Money Part, bool Illustrative);

/// <summary>Where a sum of tax goes by the budget of a year. The parts add up to the sum, to the öre.</summary>
/// <remarks>Tax, state grants and interest are what pays, so they are no part of it; every budget row of operations without a counterparty inside the region is.</remarks>
public static class KronaShares
{
    /// <summary>Lays an amount out over all that are to spend, the largest first; empty when there is no budget.</summary>
    /// <param name="amount">Zero or above, such as 100 kronor or someone's tax.</param>
    public static IReadOnlyList<KronaShare> Of(FrameBook book, ChartOfAccounts accounts, OrganisationChart organisation, int year, Money amount)
    {
        var spent = book.Budget.Where(line => line.Year == year && line.Row.Counterparty is null && accounts.FindGroup(line.Row.Group)?.Line <= StatementLine.Depreciation)
            .GroupBy(line => SpenderOf(organisation, line.Subject), StringComparer.Ordinal)
            .Select(rows => (Subject: rows.Key, NetCost: -Money.Sum(rows.Select(r => r.Row.Amount)), Illustrative: rows.Any(r => r.Decided.Act.Illustrative)))
            .Where(s => s.NetCost > Money.Zero)
            .OrderByDescending(s => s.NetCost).ThenBy(s => s.Subject, StringComparer.Ordinal)
            .ToList();
        if (spent.Count == 0)
            return [];
        var parts = amount.Spread([.. spent.Select(s => s.NetCost.Ore)]);
        return [.. spent.Select((s, i) => new KronaShare(s.Subject, new(s.NetCost), parts[i], s.Illustrative))];
    }

    /// <summary>The nearest part of a budget or committee above.</summary>
    private static string SpenderOf(OrganisationChart organisation, string subject) =>
        organisation.PathUp(subject).FirstOrDefault(s => s.Kind is SubjectKind.BudgetPart or SubjectKind.Body)?.Id ?? subject;
}
