using Styrkedja.Amounts;
using Styrkedja.Provenance;

namespace Styrkedja.Frames;

/// <summary>What an investment costs in one year of its use.</summary>
/// <param name="Depreciation">What is written off in the year, as a positive amount.</param>
/// <param name="Interest">Internal interest in the year, as a positive amount.</param>
/// <param name="LeftToWriteOff">What is not written off when the year ends.</param>
public sealed record CapitalCostYear(int Year, Money Depreciation, Money Interest, Money LeftToWriteOff)
{
    /// <summary>Depreciation and interest together.</summary>
    public Money Total => Depreciation + Interest;
}

/// <summary>What an investment costs year by year while it is used: an equal part of what it cost each month, and interest on what is left.</summary>
/// <remarks>Interest is reckoned on what is left when the year begins, a twelfth for each month in use. Rule: our own choice of the plain nominal method; see DECISIONS 2026-11-27.</remarks>
[Term("kapitalkostnad")]
public static class CapitalCost
{
    private const long InterestParts = 1_000_000;

    /// <summary>The years from the month it is taken into use until it is written off; the depreciation of them adds up to what it cost, to the öre.</summary>
    /// <param name="cost">What it cost, as a positive amount.</param>
    /// <param name="interestPercent">Per cent a year; more than four decimals are cut off.</param>
    /// <exception cref="ArgumentOutOfRangeException">The useful life is shorter than a year.</exception>
    public static IReadOnlyList<CapitalCostYear> Of(Money cost, DateOnly inUse, int usefulLifeYears, decimal interestPercent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(usefulLifeYears, 1);
        var months = MonthsInUse(inUse.Month, usefulLifeYears);
        var depreciation = cost.Spread(months);
        var percentParts = (long)(interestPercent * (InterestParts / 100));
        var (years, left) = (new List<CapitalCostYear>(months.Length), cost);
        for (var i = 0; i < months.Length; i++)
        {
            var interest = left.Times(checked(percentParts * months[i]), InterestParts * 12);
            left -= depreciation[i];
            years.Add(new(inUse.Year + i, depreciation[i], interest, left));
        }

        return years;
    }

    /// <summary>How many months of each calendar year it is used: the first and the last may be parts of a year.</summary>
    private static long[] MonthsInUse(int firstMonth, int usefulLifeYears)
    {
        var first = 13 - firstMonth;
        var whole = Enumerable.Repeat(12L, usefulLifeYears - 1);
        return first == 12 ? [12, .. whole] : [first, .. whole, 12 - first];
    }
}
