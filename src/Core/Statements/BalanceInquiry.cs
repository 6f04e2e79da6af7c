using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Statements;

/// <summary>What a year's balance requirement inquiry starts from.</summary>
/// <param name="Result">The result of the year by the income statement.</param>
/// <param name="TaxAndGrants">Tax revenue, general state grants and equalisation: what the limits of the reserve are reckoned on.</param>
/// <param name="Adjustments">Rows decided, as they are added to the result.</param>
/// <param name="Reserved">Set aside, positive.</param>
/// <param name="Used">Used of what was set aside, positive.</param>
/// <param name="SpecialReasons">The part of the year's deficit that need not be restored, positive.</param>
public sealed record BalanceGrounds(
    int Year,
    Money Result,
    Money TaxAndGrants,
    IReadOnlyDictionary<BalanceAdjustment, Money> Adjustments,
    Money Reserved,
    Money Used,
    Money SpecialReasons,
    bool NegativeEquity);

/// <summary>A deficit that is to be restored.</summary>
/// <param name="Left">What is left of it, positive.</param>
/// <param name="RestoreBy">The last year in which it can be restored.</param>
public sealed record OpenDeficit(int Year, Money Left, int RestoreBy);

/// <summary>The balance requirement inquiry of one year, row by row.</summary>
/// <param name="Adjusted">The result after balance requirement adjustments.</param>
/// <param name="Outcome">The balance requirement result: adjusted, less what is set aside, plus what is used.</param>
/// <param name="MayReserve">The most that the law lets the year set aside.</param>
/// <param name="ReserveBefore">What stood in the reserve when the year began.</param>
/// <param name="ReserveAfter">What stands in it when the year ends.</param>
/// <param name="Before">Deficits to be restored when the year began, the oldest first.</param>
/// <param name="Restored">What the year restores of them.</param>
/// <param name="After">Deficits left when the year ends, the oldest first.</param>
public sealed record BalanceYear(
    BalanceGrounds Grounds,
    Money Adjusted,
    Money Outcome,
    Money MayReserve,
    Money ReserveBefore,
    Money ReserveAfter,
    IReadOnlyList<OpenDeficit> Before,
    Money Restored,
    IReadOnlyList<OpenDeficit> After)
{
    public int Year => Grounds.Year;

    /// <summary>What is set aside beyond the law; zero when it keeps within.</summary>
    public Money ReservedBeyond => Grounds.Reserved > MayReserve ? Grounds.Reserved - MayReserve : Money.Zero;

    /// <summary>What is used beyond what the reserve held; zero when it keeps within.</summary>
    public Money UsedBeyond => Grounds.Used > ReserveBefore ? Grounds.Used - ReserveBefore : Money.Zero;

    /// <summary>All that is to be restored when the year ends.</summary>
    public Money ToRestore => Money.Sum(After.Select(d => d.Left));

    /// <summary>What should have been restored by now.</summary>
    public Money Overdue => Money.Sum(After.Where(d => d.RestoreBy <= Year).Select(d => d.Left));
}

/// <summary>The balance requirement: revenue is to exceed cost, and what is missing one year is restored within three.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 12-14 §§, the reserve in its wording from 2024 (SFS 2023:642); before 2018 kommunallagen (1991:900) 8 kap. 3 d and 5 a-5 b §§, which has not been checked
/// against its text. What a body decides beyond a limit is reckoned as decided, and the limit is told.</remarks>
[Term("balanskravsutredning")]
public static class BalanceInquiry
{
    private const int YearsToRestore = 3;

    /// <summary>From this year the reserve has a ceiling.</summary>
    private const int CeilingFrom = 2024;

    /// <summary>The inquiries of years in a row, each taking over deficits and reserve from the one before.</summary>
    /// <param name="years">The years in order.</param>
    public static IReadOnlyList<BalanceYear> Inquire(IEnumerable<BalanceGrounds> years)
    {
        var (done, reserve, open) = (new List<BalanceYear>(), Money.Zero, (IReadOnlyList<OpenDeficit>)[]);
        foreach (var grounds in years)
        {
            var year = Of(grounds, reserve, open);
            (reserve, open) = (year.ReserveAfter, year.After);
            done.Add(year);
        }

        return done;
    }

    private static BalanceYear Of(BalanceGrounds grounds, Money reserve, IReadOnlyList<OpenDeficit> before)
    {
        var adjusted = grounds.Result + Money.Sum(grounds.Adjustments.Values);
        var outcome = adjusted - grounds.Reserved + grounds.Used;
        var (after, left) = (new List<OpenDeficit>(), Larger(outcome, Money.Zero));
        foreach (var deficit in before)
        {
            var taken = Smaller(left, deficit.Left);
            left -= taken;
            if (taken < deficit.Left)
                after.Add(deficit with { Left = deficit.Left - taken });
        }

        var missing = Larger(-outcome - grounds.SpecialReasons, Money.Zero);
        if (outcome < Money.Zero && missing > Money.Zero)
            after.Add(new(grounds.Year, missing, grounds.Year + YearsToRestore));
        return new(grounds, adjusted, outcome, MayReserve(grounds, adjusted, reserve), reserve, reserve + grounds.Reserved - grounds.Used, before, Larger(outcome, Money.Zero) - left, after);
    }

    /// <summary>The part of the lower of result and adjusted result that is above one per cent of tax and grants, two when equity is below zero; from 2024 no more than fills the reserve to five per cent.</summary>
    private static Money MayReserve(BalanceGrounds grounds, Money adjusted, Money reserve)
    {
        var floor = grounds.TaxAndGrants.Times(grounds.NegativeEquity ? 2 : 1, 100);
        var above = Larger(Smaller(grounds.Result, adjusted) - floor, Money.Zero);
        return grounds.Year < CeilingFrom ? above : Smaller(above, Larger(grounds.TaxAndGrants.Times(5, 100) - reserve, Money.Zero));
    }

    private static Money Larger(Money a, Money b) => a > b ? a : b;

    private static Money Smaller(Money a, Money b) => a < b ? a : b;
}
