using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Statements;

/// <summary>What the accounts of one year tell the balance requirement.</summary>
/// <param name="Result">The year's result, surplus positive.</param>
/// <param name="Rows">Rows 2 to 6 by the accounts of gains and losses, with the signs of the statement.</param>
/// <param name="TaxAndGrants">Tax revenue and general grants and equalisation.</param>
/// <param name="Equity">Equity at the end of the year; absent when the balance sheet has no known opening.</param>
public sealed record RequirementAccountsOfYear(int Year, Money Result, IReadOnlyDictionary<RequirementLine, Money> Rows, Money TaxAndGrants, Money? Equity);

/// <summary>A deficit, or what is left of it.</summary>
/// <param name="Arose">The year whose balance requirement result was negative.</param>
/// <param name="Amount">What is left to restore, above zero.</param>
public sealed record Deficit(int Arose, Money Amount)
{
    /// <summary>The last year in which it can be restored in time: the third after the one in which it arose.</summary>
    /// <remarks>Rule: kommunallagen (2017:725) 11 kap. 12 §, kommunallagen (1991:900) 8 kap. 5 a §.</remarks>
    public int RestoredBy => Arose + 3;
}

/// <summary>What a reader must know beside the rows.</summary>
public enum RequirementRemarkKind
{
    /// <summary>More was set aside than the law lets; the limit is told.</summary>
    ReservedAboveLimit,

    /// <summary>More was used than the reserve held.</summary>
    UsedAboveReserve,

    /// <summary>Special reasons were claimed for more than the deficit.</summary>
    ReasonsAboveDeficit,

    /// <summary>A deficit was not restored within three years.</summary>
    RestoredTooLate,

    /// <summary>A deficit has no plan for how it is to be restored.</summary>
    PlanMissing,

    /// <summary>The plan does not restore all of the deficit.</summary>
    PlanTooSmall,

    /// <summary>Equity is not known, so one per cent is taken to be the share that a surplus must exceed.</summary>
    EquityUnknown,
}

/// <summary>A remark with the amounts it speaks of.</summary>
/// <param name="Amount">What was decided or is left.</param>
/// <param name="Limit">What it is held against; zero when it is held against nothing.</param>
/// <param name="Year">The year of the deficit, or of the reservation.</param>
public sealed record RequirementRemark(RequirementRemarkKind Kind, int Year, Money Amount, Money Limit)
{
    /// <summary>True for what the law does not let; the rest only tells.</summary>
    public bool IsBreach => Kind is not (RequirementRemarkKind.EquityUnknown or RequirementRemarkKind.PlanMissing or RequirementRemarkKind.PlanTooSmall);
}

/// <summary>The balance requirement of one year: every row, the limit of the reserve, and what is left to restore.</summary>
/// <remarks>Unit: öre, what makes the result better is positive. What has been decided is never cut: more than the law lets stands as decided, with a remark.
/// Rule: kommunallagen (2017:725) 11 kap. 12-14 §§; kommunallagen (1991:900) 8 kap. 3 d, 5 a and 5 b §§ for 2015-2017.</remarks>
[Term("balanskravsutredning")]
public sealed class BalanceInquiry
{
    private readonly Dictionary<RequirementLine, Money> _rows;

    private BalanceInquiry(int year, Dictionary<RequirementLine, Money> rows) => (Year, _rows) = (year, rows);

    public int Year { get; }

    public Money this[RequirementLine line] => _rows.GetValueOrDefault(line);

    public required ReserveLimit Limit { get; init; }

    /// <summary>What the result reserve holds when the year ends.</summary>
    public required Money Reserve { get; init; }

    /// <summary>What the older equalisation reserve holds when the year ends.</summary>
    public required Money OlderReserve { get; init; }

    /// <summary>What is left to restore when the year ends, the oldest first.</summary>
    public required IReadOnlyList<Deficit> Deficits { get; init; }

    public required IReadOnlyList<RequirementRemark> Remarks { get; init; }

    /// <summary>Reckons year after year, since reserves and deficits go over from one to the next.</summary>
    /// <param name="years">The years in order, none left out.</param>
    public static IReadOnlyList<BalanceInquiry> Of(IReadOnlyList<RequirementAccountsOfYear> years, RequirementBook book)
    {
        var reckoned = new List<BalanceInquiry>();
        var (reserve, older, deficits) = (Money.Zero, Money.Zero, new List<Deficit>());
        foreach (var accounts in years)
        {
            var year = OfYear(accounts, book, reserve, older, deficits);
            reckoned.Add(year);
            (reserve, older, deficits) = (year.Reserve, year.OlderReserve, [.. year.Deficits]);
        }

        return reckoned;
    }

    private static BalanceInquiry OfYear(RequirementAccountsOfYear accounts, RequirementBook book, Money reserve, Money older, List<Deficit> deficits)
    {
        var year = accounts.Year;
        var opening = Opening(year, book, deficits);
        reserve += book.Adjusted(year, RequirementAdjustment.OpeningReserve);
        older += book.Adjusted(year, RequirementAdjustment.OpeningOlderReserve);
        var rows = new Dictionary<RequirementLine, Money> { [RequirementLine.YearResult] = accounts.Result };
        foreach (var kind in Enum.GetValues<RequirementAdjustment>())
        {
            if (RequirementLines.Of(kind) is { } line)
                rows[line] = accounts.Rows.GetValueOrDefault(line) + book.Adjusted(year, kind);
        }

        var adjusted = rows[RequirementLine.AdjustedResult] = Money.Sum(RequirementLine.AdjustedResult.PartsOf().Select(line => rows[line]));
        var (reserved, used, usedOlder) = (book.Reserved(year), book.Used(year, older: false), book.Used(year, older: true));
        rows[RequirementLine.Reserved] = -reserved;
        rows[RequirementLine.ReserveUsed] = used + usedOlder;
        var required = rows[RequirementLine.RequirementResult] = adjusted - reserved + used + usedOlder;

        Money? equity = accounts.Equity is { } known ? known - book.Adjusted(year, RequirementAdjustment.ContingentPensions) : null;
        var isOlder = year < ReserveLimit.FirstYearOfResultReserve;
        var limit = ReserveLimit.Of(year, accounts.Result, adjusted, accounts.TaxAndGrants, equity, isOlder ? older : reserve - used);
        var remarks = new List<RequirementRemark>();
        if (reserved > limit.Limit)
            remarks.Add(new(RequirementRemarkKind.ReservedAboveLimit, year, reserved, limit.Limit));
        if (reserved > Money.Zero && equity is null)
            remarks.Add(new(RequirementRemarkKind.EquityUnknown, year, reserved, Money.Zero));
        if (used > reserve)
            remarks.Add(new(RequirementRemarkKind.UsedAboveReserve, year, used, reserve));
        if (usedOlder > older)
            remarks.Add(new(RequirementRemarkKind.UsedAboveReserve, year, usedOlder, older));

        rows[RequirementLine.OpeningDeficit] = -Money.Sum(opening.Select(d => d.Amount));
        var left = required < Money.Zero ? [.. opening, new Deficit(year, -required)] : Restored(opening, required);
        (left, rows[RequirementLine.SpecialReasons]) = Excused(left, year, book, remarks);
        rows[RequirementLine.ClosingDeficit] = -Money.Sum(left.Select(d => d.Amount));
        remarks.AddRange(left.SelectMany(deficit => Planned(deficit, year, book)));
        return new(year, rows)
        {
            Limit = limit,
            Reserve = reserve - used + (isOlder ? Money.Zero : reserved),
            OlderReserve = older - usedOlder + (isOlder ? reserved : Money.Zero),
            Deficits = left,
            Remarks = remarks,
        };
    }

    /// <summary>What goes over from the year before, with what is decided to have stood over from years that the ledger does not hold.</summary>
    private static List<Deficit> Opening(int year, RequirementBook book, List<Deficit> deficits) =>
    [
        .. deficits.Concat(book.Adjusting(year, RequirementAdjustment.OpeningDeficit).Select(a => new Deficit(a.Act.Arose ?? (year - 1), a.Act.Amount)))
            .Where(d => d.Amount > Money.Zero).OrderBy(d => d.Arose),
    ];

    /// <summary>A surplus restores the oldest deficit first; what is left of the surplus is not carried on.</summary>
    private static List<Deficit> Restored(List<Deficit> deficits, Money surplus)
    {
        var left = new List<Deficit>();
        foreach (var deficit in deficits)
        {
            var restored = surplus < deficit.Amount ? surplus : deficit.Amount;
            surplus -= restored;
            if (restored < deficit.Amount)
                left.Add(deficit with { Amount = deficit.Amount - restored });
        }

        return left;
    }

    /// <summary>Takes away what special reasons say need not be restored of the year's own deficit.</summary>
    private static (List<Deficit> Left, Money Excused) Excused(List<Deficit> deficits, int year, RequirementBook book, List<RequirementRemark> remarks)
    {
        if (!book.SpecialReasons.TryGetValue(year, out var claim))
            return (deficits, Money.Zero);
        var own = deficits.Find(d => d.Arose == year)?.Amount ?? Money.Zero;
        var excused = claim.Act.Amount < own ? claim.Act.Amount : own;
        if (claim.Act.Amount > own)
            remarks.Add(new(RequirementRemarkKind.ReasonsAboveDeficit, year, claim.Act.Amount, own));
        return ([.. deficits.Select(d => d.Arose == year ? d with { Amount = d.Amount - excused } : d).Where(d => d.Amount > Money.Zero)], excused);
    }

    private static IEnumerable<RequirementRemark> Planned(Deficit deficit, int year, RequirementBook book)
    {
        if (year >= deficit.RestoredBy)
            yield return new(RequirementRemarkKind.RestoredTooLate, deficit.Arose, deficit.Amount, Money.Zero);
        else if (!book.Plans.TryGetValue(deficit.Arose, out var plan))
            yield return new(RequirementRemarkKind.PlanMissing, deficit.Arose, deficit.Amount, Money.Zero);
        else if (Money.Sum(plan.Act.Years.Where(y => y.Year > year).Select(y => y.Amount)) is var planned && planned < deficit.Amount)
            yield return new(RequirementRemarkKind.PlanTooSmall, deficit.Arose, deficit.Amount, planned);
    }
}
