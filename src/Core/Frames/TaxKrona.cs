using Styrkedja.Amounts;

namespace Styrkedja.Frames;

/// <summary>What one receiver keeps of the money that the assembly gave, and its share of a hundred kronor and of one's own tax.</summary>
/// <param name="Kept">What it was given less what it gave onward, positive.</param>
/// <param name="OfHundred">Its part of a hundred kronor.</param>
/// <param name="OfTax">Its part of the tax that someone pays.</param>
public sealed record KronaShare(string Subject, Money Kept, Money OfHundred, Money OfTax);

/// <summary>Where a krona of tax goes, by the frames decided: money that is given onward counts where it is kept.</summary>
/// <remarks>Tax and general state grants are not held apart, since no decision says which krona is which. Shares add up to a hundred kronor, and to the tax, to the öre.</remarks>
public static class TaxKrona
{
    private static readonly Money s_hundred = Money.Kronor(100);

    /// <summary>The shares of a year, the largest first; none when no frames are decided.</summary>
    /// <param name="tax">Someone's tax to the region, positive or zero.</param>
    public static IReadOnlyList<KronaShare> Of(FrameBook book, int year, Money tax)
    {
        var kept = book.FramesOf(year).Select(f => f.Act.To).Distinct(StringComparer.Ordinal)
            .Select(receiver => (Subject: receiver, Kept: book.GivenTo(receiver, year) - book.DistributedBy(receiver, year)))
            .Where(k => k.Kept > Money.Zero).OrderByDescending(k => k.Kept).ThenBy(k => k.Subject, StringComparer.Ordinal).ToList();
        if (kept.Count == 0)
            return [];
        long[] weights = [.. kept.Select(k => k.Kept.Ore)];
        var (hundred, own) = (s_hundred.Spread(weights), tax.Spread(weights));
        return [.. kept.Select((k, i) => new KronaShare(k.Subject, k.Kept, hundred[i], own[i]))];
    }

    /// <summary>The tax to the region on a taxable income.</summary>
    /// <param name="orePerHundredKronor">The tax rate, such as 1082 for 10,82 kronor.</param>
    public static Money TaxOn(Money income, int orePerHundredKronor) => income.Times(orePerHundredKronor, s_hundred.Ore);
}
