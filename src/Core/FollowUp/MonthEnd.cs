using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.FollowUp;

/// <summary>How far a month has come towards being closed: what is imported, what differs, who has signed off, and what is left.</summary>
/// <param name="Imported">The live ledger files that hold rows of the month.</param>
/// <param name="LedgerThrough">The last month that any live ledger reaches; absent when there is none.</param>
/// <param name="Locks">The times it has been closed, the first one first.</param>
public sealed record MonthEnd(
    Month Month,
    IReadOnlyList<KnownBatch> Imported,
    Month? LedgerThrough,
    IReadOnlyList<PairDifference> Pairs,
    IReadOnlyList<Accrual> Accruals,
    IReadOnlyList<SignOffStanding> SignOffs,
    IReadOnlyList<MonthLock> Locks)
{
    public bool IsClosed => Locks is [.., { Reopened: null }];

    /// <summary>What opened the month again after it had been closed; nothing when that never happened.</summary>
    public Decided<ReopenPeriod>? Reopened => Locks.LastOrDefault(l => l.Reopened is not null)?.Reopened;

    public int SignedOff => SignOffs.Count(s => s.Given is not null);

    public required IReadOnlyList<MonthEndTask> Left { get; init; }
}

/// <summary>Two units, or two committees, whose books of a month do not agree on what passed between them.</summary>
/// <remarks>Never plugged: it stands until someone books the row that is missing.</remarks>
/// <param name="First">A body or part of a budget, or, within one, what stands next below the two sides' common superior.</param>
/// <param name="InFirst">What the first has booked against the second, revenue positive.</param>
/// <param name="InSecond">What the second has booked against the first.</param>
[Term("internhandel som inte möts")]
public sealed record PairDifference(Month Month, string First, string Second, Money InFirst, Money InSecond, bool Illustrative)
{
    public Money Difference => InFirst + InSecond;

    /// <summary>Whose books lack a row, wholly or in part: the side that has booked the smaller amount, or both when they have booked as much the same way.</summary>
    public IReadOnlyList<string> Lacking => (Size(InFirst), Size(InSecond)) switch
    {
        var (first, second) when first < second => [First],
        var (first, second) when first > second => [Second],
        _ => First == Second ? [First] : [First, Second],
    };

    private static long Size(Money money) => Math.Abs(money.Ore);
}

/// <summary>What a unit has accrued on an account in a month, and what of it was turned back the month after.</summary>
/// <remarks>Told by the amounts of the account and not by voucher: the ledger does not say which row turns which. An account of assets accrues in debit, one of liabilities in credit.</remarks>
/// <param name="Subject">The unit that the cost centre stands in; absent for rows without a cost centre.</param>
/// <param name="Accrued">Positive.</param>
/// <param name="TurnedBack">Positive; absent when nothing at all is booked in the month after, so that it cannot be told.</param>
[Term("periodiseringspost")]
public sealed record Accrual(string? Subject, string Account, Money Accrued, Money? TurnedBack, bool Illustrative)
{
    /// <summary>What was not turned back; zero when all of it was, or more than it.</summary>
    public Money Left => TurnedBack is { } turned && turned < Accrued ? Accrued - turned : Money.Zero;
}

/// <summary>Whether a subject's month is signed off, and what has come since.</summary>
/// <param name="Given">The latest sign-off; absent when there is none.</param>
/// <param name="Since">What later files have changed in the month; absent when they have changed nothing.</param>
public sealed record SignOffStanding(string Subject, Decided<SignOffMonth>? Given, LaterRows? Since);

/// <summary>What files that came after a sign-off have changed in its month.</summary>
/// <param name="Result">By how much the result is another, better is positive; zero when sums have only moved between accounts.</param>
/// <param name="Sums">How many sums by cost centre, account, counterparty and activity are others.</param>
public sealed record LaterRows(Money Result, int Sums);

/// <summary>What is left to do before a month can be laid aside.</summary>
public enum MonthEndStep { ImportLedger, MatchPair, TurnAccrual, SignOff, SignOffAnew, Close }

/// <summary>One thing left to do, and whose turn it is.</summary>
/// <param name="About">The unit, the pair or the account that it is about; absent when it is the month as a whole.</param>
/// <param name="Turn">Offices, or bodies where no office is known.</param>
public sealed record MonthEndTask(MonthEndStep Step, string? About, Money? Amount, IReadOnlyList<string> Turn);
