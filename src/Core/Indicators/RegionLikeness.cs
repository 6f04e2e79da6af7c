namespace Styrkedja.Indicators;

/// <summary>A measure by which regions are found alike, and how heavily it weighs against the others.</summary>
/// <param name="Weight">Above zero; only its proportion to the other weights matters.</param>
public sealed record LikenessMeasure(string Source, string Code, decimal Weight);

/// <summary>How far apart two regions are in one measure.</summary>
/// <param name="Own">The value of the region that others are held against.</param>
/// <param name="Distance">The difference as a part of the span between the highest and the lowest region: 0 is equal, 1 as far apart as any two.</param>
public sealed record LikenessPart(LikenessMeasure Measure, decimal Own, decimal Other, decimal Distance);

/// <summary>How alike a region is, with the reckoning: the smaller the distance, the more alike.</summary>
/// <param name="Distance">The mean of the parts' distances by their weights, from 0 to 1.</param>
public sealed record LikeRegion(string Place, decimal Distance, IReadOnlyList<LikenessPart> Parts);

/// <summary>Which regions are most like one's own, by measures and weights that anyone can read and dispute.</summary>
/// <param name="MostAlike">The nearest first.</param>
/// <param name="LeftOut">Regions that lack a value of some measure, and so cannot be held against the others.</param>
/// <param name="Unknown">Measures that one's own region lacks a value of, or that are the same everywhere; they are not reckoned with.</param>
public sealed record RegionLikeness(IReadOnlyList<LikeRegion> MostAlike, IReadOnlyList<string> LeftOut, IReadOnlyList<LikenessMeasure> Unknown)
{
    /// <param name="valueOf">The value of a measure in a place; nothing when there is none.</param>
    /// <param name="most">How many are to be called alike.</param>
    public static RegionLikeness Of(string own, IReadOnlyList<string> places, IReadOnlyList<LikenessMeasure> measures, Func<LikenessMeasure, string, decimal?> valueOf, int most)
    {
        var others = places.Where(p => p != own).ToList();
        var spans = measures.ToDictionary(m => m, m => places.Select(p => valueOf(m, p)).OfType<decimal>().ToList() is { Count: > 1 } all ? all.Max() - all.Min() : 0);
        var used = measures.Where(m => spans[m] > 0 && valueOf(m, own) is not null).ToList();
        var whole = others.Where(p => used.Count > 0 && used.TrueForAll(m => valueOf(m, p) is not null)).ToList();
        var weights = used.Sum(m => m.Weight);
        var alike = whole.Select(p =>
        {
            var parts = used.Select(m => new LikenessPart(m, valueOf(m, own)!.Value, valueOf(m, p)!.Value, Math.Abs(valueOf(m, own)!.Value - valueOf(m, p)!.Value) / spans[m])).ToList();
            return new LikeRegion(p, parts.Sum(part => part.Distance * part.Measure.Weight) / weights, parts);
        });
        return new([.. alike.OrderBy(r => r.Distance).ThenBy(r => r.Place, StringComparer.Ordinal).Take(most)], [.. others.Except(whole)], [.. measures.Except(used)]);
    }
}
