using Styrkedja.Amounts;
using Styrkedja.Provenance;

namespace Styrkedja.Statements;

/// <summary>The most that a year's surplus may add to the result reserve, with what it was reckoned from.</summary>
/// <remarks>The part of the lower of the year's result and the result after adjustments that exceeds one per cent of tax revenue and general grants, two per cent when equity
/// with all pension obligations is negative. From 2024 the reserve may hold at most five per cent of the same sum. Parts of an öre are rounded down.
/// Rule: kommunallagen (2017:725) 11 kap. 14 § as worded from 2024 (SFS 2023:642); before that 11 kap. 14 § and kommunallagen (1991:900) 8 kap. 3 d §, which have no
/// ceiling of their own.</remarks>
/// <param name="PerCent">1 or 2: what the surplus must first exceed.</param>
/// <param name="TaxAndGrants">Tax revenue and general grants of the year.</param>
/// <param name="Above">What exceeds that share; zero when nothing does.</param>
/// <param name="Room">What the reserve can still take below its ceiling; absent before 2024.</param>
[Term("reserveringsgräns")]
public sealed record ReserveLimit(int PerCent, Money TaxAndGrants, Money Above, Money? Room)
{
    /// <summary>The first year of the result reserve; what was set aside before is the older equalisation reserve.</summary>
    public const int FirstYearOfResultReserve = 2024;

    private const int CeilingPerCent = 5;

    /// <summary>The most that may be set aside.</summary>
    public Money Limit => Room is { } room && room < Above ? room : Above;

    /// <param name="equity">Equity with pension obligations outside the balance sheet taken away; absent when it is not known, and then one per cent is taken.</param>
    /// <param name="reserve">What the reserve holds before anything is set aside, what the year itself uses of it taken away.</param>
    public static ReserveLimit Of(int year, Money result, Money adjusted, Money taxAndGrants, Money? equity, Money reserve)
    {
        var perCent = equity < Money.Zero ? 2 : 1;
        var lower = result < adjusted ? result : adjusted;
        var above = AtLeastNothing((Int128)lower.Ore * 100 - (Int128)taxAndGrants.Ore * perCent);
        Money? room = year < FirstYearOfResultReserve ? null : AtLeastNothing((Int128)taxAndGrants.Ore * CeilingPerCent - (Int128)reserve.Ore * 100);
        return new(perCent, taxAndGrants, above, room);
    }

    private static Money AtLeastNothing(Int128 hundredths) => new(hundredths <= 0 ? 0 : (long)(hundredths / 100));
}
