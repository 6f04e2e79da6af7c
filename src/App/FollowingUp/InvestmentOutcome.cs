using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Frames;

namespace Styrkedja.App.FollowingUp;

/// <summary>What an investment has cost so far, by the rows of the ledger that carry its project and lie on accounts of fixed assets.</summary>
/// <param name="Ore">Öre by year, debit positive: what was bought is positive.</param>
/// <param name="Rows">How many rows there are.</param>
public sealed record SpentOnInvestment(IReadOnlyDictionary<int, long> Ore, long Rows)
{
    /// <summary>What it has cost through a year, as a positive amount.</summary>
    public Money Through(int year) => Money.Sum(Ore.Where(y => y.Key <= year).Select(y => new Money(y.Value)));
}

/// <summary>Reads the outcome of investments from the rows themselves, since projects are not among what sums are kept by.</summary>
public sealed class InvestmentOutcome(RegionArchive archive)
{
    /// <summary>The outcome of each investment through the end of a year; an investment that no row names has none, which is not the same as nothing spent.</summary>
    public IReadOnlyDictionary<string, SpentOnInvestment> Of(FollowUpView view, IReadOnlyList<Investment> investments, int throughYear)
    {
        var accounts = view.InvestmentAccounts();
        var batches = view.State.LiveBatches.Select(b => b.Batch).Where(b => b.Kind == FactKind.Ledger).ToList();
        if (accounts.Count == 0 || batches.Count == 0 || investments.Count == 0)
            return new Dictionary<string, SpentOnInvestment>(StringComparer.Ordinal);
        var first = batches.Min(b => b.Period.From.Year);
        if (first > throughYear)
            return new Dictionary<string, SpentOnInvestment>(StringComparer.Ordinal);
        var sums = archive.Rows.SumsByProject(batches, new(new(new Month(first, 1), new Month(throughYear, 12)), [], accounts)).ToLookup(sum => sum.Project, StringComparer.Ordinal);
        return investments.Where(investment => sums.Contains(investment.Project)).ToDictionary(
            investment => investment.Id,
            investment => new SpentOnInvestment(sums[investment.Project].ToDictionary(sum => sum.Year, sum => sum.Ore), sums[investment.Project].Sum(sum => sum.Rows)),
            StringComparer.Ordinal);
    }
}
