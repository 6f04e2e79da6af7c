using Styrkedja.Decisions;

namespace Styrkedja.Indicators;

/// <summary>A region's place among others in one period.</summary>
/// <param name="Value">Absent when the source has none; such a region has no rank.</param>
/// <param name="Rank">1 is best or, for a measure where neither way is better, highest; regions with the same value share a rank.</param>
public sealed record ComparedRegion(string Place, decimal? Value, int? Rank);

/// <summary>One measure of several regions beside each other, in one period.</summary>
/// <param name="Regions">Those with a value by rank, then those without.</param>
/// <param name="WithValue">How many have a value; a rank is a rank among these only.</param>
/// <param name="Country">The country's own value as its source tells it, never reckoned from the regions; absent when the source has none.</param>
public sealed record RegionComparison(IReadOnlyList<ComparedRegion> Regions, int WithValue, decimal? Country)
{
    /// <param name="values">Each region's value; nothing for one without.</param>
    public static RegionComparison Of(IReadOnlyList<(string Place, decimal? Value)> values, decimal? country, Polarity? polarity)
    {
        var known = values.Where(v => v.Value is not null).Select(v => v.Value!.Value).ToList();
        int RankOf(decimal value) => 1 + known.Count(other => polarity == Polarity.LowerIsBetter ? other < value : other > value);
        var regions = values.Select(v => new ComparedRegion(v.Place, v.Value, v.Value is { } value ? RankOf(value) : null));
        return new([.. regions.OrderBy(r => r.Rank ?? int.MaxValue).ThenBy(r => r.Place, StringComparer.Ordinal)], known.Count, country);
    }

    public ComparedRegion? Find(string place) => Regions.FirstOrDefault(r => r.Place == place);

    /// <summary>The plain mean of those among the named that have a value, and how many they are; nothing when none has.</summary>
    public (decimal Mean, int Count)? MeanOf(IReadOnlyCollection<string> places)
    {
        var values = Regions.Where(r => places.Contains(r.Place) && r.Value is not null).Select(r => r.Value!.Value).ToList();
        return values.Count == 0 ? null : (values.Sum() / values.Count, values.Count);
    }
}
