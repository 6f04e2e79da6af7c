using System.Collections.Concurrent;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Facts;

namespace Styrkedja.FollowUp;

/// <summary>Where the balances that a year opens with come from.</summary>
public enum OpeningSource
{
    /// <summary>No file tells, and no earlier year does: only changes since then can be shown.</summary>
    Unknown,

    /// <summary>The ledger's own opening balances (#IB).</summary>
    Told,

    /// <summary>The balances that the year before closed with, its result carried to equity.</summary>
    Carried,
}

/// <summary>What a year opens with: öre of each account, debit positive, and results of earlier years that lie on no account.</summary>
internal sealed record Opening(OpeningSource Source, IReadOnlyDictionary<string, long> Accounts, Money Retained);

/// <summary>The balance of every account of the balance sheet at the end of any month: what the year opened with and what has been posted since.</summary>
/// <remarks>Of the legal person as a whole, since rows on the balance sheet need not name any unit. Years are reckoned when first asked about.</remarks>
internal sealed class BalanceBook(Func<int, IReadOnlyDictionary<string, long[]>> postings, Func<int, Money> result, IReadOnlyList<KnownBatch> told, int? firstYear)
{
    private readonly ConcurrentDictionary<int, IReadOnlyDictionary<string, long[]>> _postings = new();
    private readonly ConcurrentDictionary<int, Opening> _openings = new();
    private readonly ILookup<int, KnownBatch> _told = told.ToLookup(batch => batch.Batch.Opening!.Year);

    /// <summary>The batches that tell what a year opened with.</summary>
    public IReadOnlyList<KnownBatch> ToldOf(int year) => [.. _told[year]];

    public Opening OpeningOf(int year)
    {
        if (_openings.TryGetValue(year, out var known))
            return known;
        var opening = _told[year].Any() ? Told(year) : Carried(year);
        return _openings.GetOrAdd(year, opening);
    }

    /// <summary>What the year before closed with, also where a file tells what the year opened with; nothing when no earlier year is known.</summary>
    public Opening Carried(int year)
    {
        var first = Math.Min(firstYear ?? int.MaxValue, told.Select(batch => batch.Batch.Opening!.Year).DefaultIfEmpty(int.MaxValue).Min());
        if (year <= first || OpeningOf(year - 1) is { Source: OpeningSource.Unknown })
            return new(OpeningSource.Unknown, new Dictionary<string, long>(StringComparer.Ordinal), Money.Zero);
        return new(OpeningSource.Carried, At(new Month(year - 1, 12)), OpeningOf(year - 1).Retained + result(year - 1));
    }

    /// <summary>The balances at the end of a month, debit positive; what is not known to have been there before is taken as nothing.</summary>
    /// <exception cref="OverflowException">A balance does not fit in 64 bits.</exception>
    public IReadOnlyDictionary<string, long> At(Month month)
    {
        var balances = new Dictionary<string, long>(OpeningOf(month.Year).Accounts, StringComparer.Ordinal);
        foreach (var (account, months) in Postings(month.Year))
        {
            for (var m = 0; m < month.Number; m++)
                balances[account] = checked(balances.GetValueOrDefault(account) + months[m]);
        }

        return balances;
    }

    private IReadOnlyDictionary<string, long[]> Postings(int year) => _postings.GetOrAdd(year, postings);

    private Opening Told(int year)
    {
        var accounts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var balance in _told[year].SelectMany(batch => batch.Batch.Opening!.Accounts))
            accounts[balance.Account] = checked(accounts.GetValueOrDefault(balance.Account) + balance.Ore);
        return new(OpeningSource.Told, accounts, Money.Zero);
    }
}
