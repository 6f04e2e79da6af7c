namespace Styrkedja.Development;

/// <summary>A point on the ground in degrees; north and east are positive.</summary>
public readonly record struct GeoPoint(decimal Longitude, decimal Latitude);

/// <summary>The outline of a municipality.</summary>
/// <param name="Code">The four digits by which statistics know it.</param>
/// <param name="Rings">Closed lines around its parts and, inside them, around what is not its own; the last point joins the first.</param>
public sealed record PlaceOutline(string Code, string Name, IReadOnlyList<IReadOnlyList<GeoPoint>> Rings);

/// <summary>A point in a picture, from its upper left corner.</summary>
public readonly record struct MapPoint(int X, int Y);

/// <summary>A municipality as it lies in a picture.</summary>
/// <param name="Label">Where its name and value have most room, inside the area.</param>
public sealed record MapArea(string Code, string Name, IReadOnlyList<IReadOnlyList<MapPoint>> Rings, MapPoint Label);

/// <summary>Outlines laid out in a picture of a given size, as large as they can be there and in the middle of it.</summary>
/// <remarks>Projection: equirectangular at the middle latitude, so that a step east and a step north are as long on the ground as in the picture at that latitude; within a county the error is well under
/// one per cent. The same outlines always give the same points. Rule: our own choice, DECISIONS 2026-11-28.</remarks>
public static class RegionMap
{
    private const int Scans = 31;

    /// <summary>How many texts of two lines would fill the height of the picture.</summary>
    private const int Reach = 26;

    /// <param name="width">Width of the picture, in its own units.</param>
    /// <param name="margin">Room that is left free on every side.</param>
    public static IReadOnlyList<MapArea> LayOut(IReadOnlyList<PlaceOutline> outlines, int width, int height, int margin)
    {
        var points = outlines.SelectMany(o => o.Rings).SelectMany(r => r).ToList();
        if (points.Count == 0)
            return [];
        var (west, east) = (points.Min(p => p.Longitude), points.Max(p => p.Longitude));
        var (south, north) = (points.Min(p => p.Latitude), points.Max(p => p.Latitude));
        // Rounded, so that the last digits of a cosine make no difference between machines.
        var narrowing = Math.Round((decimal)Math.Cos((double)((south + north) / 2) * Math.PI / 180), 6);
        var (wide, high) = (Math.Max((east - west) * narrowing, 0.000001m), Math.Max(north - south, 0.000001m));
        var scale = Math.Min((width - (2 * margin)) / wide, (height - (2 * margin)) / high);
        var (left, top) = ((width - (wide * scale)) / 2, (height - (high * scale)) / 2);
        MapPoint Placed(GeoPoint p) => new(
            (int)Math.Round(left + ((p.Longitude - west) * narrowing * scale), MidpointRounding.AwayFromZero),
            (int)Math.Round(top + ((north - p.Latitude) * scale), MidpointRounding.AwayFromZero));

        return
        [
            .. outlines.OrderBy(o => o.Code, StringComparer.Ordinal).Select(o =>
            {
                var rings = o.Rings.Select(r => (IReadOnlyList<MapPoint>)WithoutRepeats(r.Select(Placed))).Where(r => r.Count > 2).ToList();
                return new MapArea(o.Code, o.Name, rings, LabelIn(rings, height / Reach));
            }).Where(a => a.Rings.Count > 0),
        ];
    }

    /// <summary>Points that fall on the one before are left out, and the last when it is the first again.</summary>
    private static List<MapPoint> WithoutRepeats(IEnumerable<MapPoint> points)
    {
        var kept = new List<MapPoint>();
        foreach (var point in points)
        {
            if (kept.Count == 0 || kept[^1] != point)
                kept.Add(point);
        }

        if (kept.Count > 1 && kept[^1] == kept[0])
            kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    /// <summary>The middle of the widest place inside the area where two lines of text have room above each other.</summary>
    private static MapPoint LabelIn(List<IReadOnlyList<MapPoint>> rings, int reach)
    {
        if (rings.Count == 0)
            return default;
        var (top, bottom) = (rings.Min(r => r.Min(p => p.Y)), rings.Max(r => r.Max(p => p.Y)));
        var best = (Length: -1m, At: rings[0][0]);
        for (var scan = 1; scan < Scans; scan++)
        {
            // A quarter aside, so that a level never runs through a corner.
            var level = top + ((bottom - top) * scan / (decimal)Scans) + 0.25m;
            foreach (var (from, to) in Inside(rings, level))
            {
                // Free at the level and as far above and below as the text reaches; a narrow area has at least the level itself.
                var free = Common(Common((from, to), Inside(rings, level - reach)), Inside(rings, level + reach));
                var (left, right) = free is { } room ? room : (from, to);
                var length = free is null ? (right - left) / 100 : right - left;
                if (length > best.Length)
                    best = (length, new((int)Math.Round((left + right) / 2), (int)Math.Round(level)));
            }
        }

        return best.At;
    }

    /// <summary>The widest stretch that one has in common with any of others; nothing when it has none.</summary>
    private static (decimal From, decimal To)? Common((decimal From, decimal To)? one, IReadOnlyList<(decimal From, decimal To)> others) => one is not { } own ? null
        : others.Select(o => (From: Math.Max(o.From, own.From), To: Math.Min(o.To, own.To))).Where(o => o.To > o.From).OrderByDescending(o => o.To - o.From).Select(o => ((decimal, decimal)?)o).FirstOrDefault();

    /// <summary>The stretches of a level that lie inside the area, from left to right.</summary>
    private static IReadOnlyList<(decimal From, decimal To)> Inside(List<IReadOnlyList<MapPoint>> rings, decimal level)
    {
        var crossings = rings.SelectMany(ring => Crossings(ring, level)).Order().ToList();
        return [.. Enumerable.Range(0, crossings.Count / 2).Select(i => (crossings[2 * i], crossings[(2 * i) + 1]))];
    }

    private static IEnumerable<decimal> Crossings(IReadOnlyList<MapPoint> ring, decimal level)
    {
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            if (a.Y < level != b.Y < level)
                yield return a.X + ((level - a.Y) * (b.X - a.X) / (b.Y - a.Y));
        }
    }
}
