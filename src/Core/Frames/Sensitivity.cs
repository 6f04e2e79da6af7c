using Styrkedja.Amounts;

namespace Styrkedja.Frames;

/// <summary>What is thought to change.</summary>
public enum SensitiveTo
{
    /// <summary>The tax rate is 10 öre higher.</summary>
    TenOreTax,

    /// <summary>Wages rise by 1 per cent more.</summary>
    OnePercentWages,

    /// <summary>Prices and wages together (LPIK) rise by 1 per cent more.</summary>
    OnePercentPrices,

    /// <summary>The residents are 1 000 more.</summary>
    ThousandResidents,
}

/// <summary>What a change of one condition would mean for the region's result in a year, and how that is reckoned.</summary>
/// <param name="Effect">On the result: better is positive, worse negative.</param>
/// <param name="Of">The amount that it is a part of.</param>
/// <param name="Share">The part, as taken times a count.</param>
/// <param name="Among">What the count is out of: per cent of 100, öre of 10 000, residents of all.</param>
public sealed record Sensitivity(SensitiveTo To, Money Effect, Money Of, long Share, long Among)
{
    /// <summary>The changes that can be reckoned from what is known of a year; those whose ground has not been told are left out.</summary>
    /// <param name="frames">What the assembly has given of the region's income for the year: what prices are reckoned on. Zero when it has given nothing yet.</param>
    public static IReadOnlyList<Sensitivity> Each(PlanningConditions conditions, RevenueForecast revenue, Money frames)
    {
        var known = new List<Sensitivity>();
        if (conditions.TaxBase is { } taxBase)
            known.Add(Part(SensitiveTo.TenOreTax, taxBase.Value, 10, 10_000, 1));
        if (conditions.WageCost is { } wages)
            known.Add(Part(SensitiveTo.OnePercentWages, wages.Value, 1, 100, -1));
        if (frames > Money.Zero)
            known.Add(Part(SensitiveTo.OnePercentPrices, frames, 1, 100, -1));
        if (conditions.Population is { Value: > 1_000 } residents && revenue.Sum > Money.Zero)
            known.Add(Part(SensitiveTo.ThousandResidents, revenue.Sum, 1_000, residents.Value, 1));
        return known;
    }

    private static Sensitivity Part(SensitiveTo to, Money of, long share, long among, int sign)
    {
        var part = of.Spread([share, among - share])[0];
        return new(to, sign < 0 ? -part : part, of, share, among);
    }
}
