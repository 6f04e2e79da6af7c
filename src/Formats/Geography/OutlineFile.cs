using System.Text.Json;
using Styrkedja.Development;

namespace Styrkedja.Formats.Geography;

/// <summary>The outlines of a region's municipalities, as GeoJSON has them: features of polygons with the properties code and name.</summary>
/// <remarks>Coordinates are degrees in WGS 84, longitude first (RFC 7946). What is no polygon, or has no code, is passed over.</remarks>
/// <param name="Places">In the order of the file; none when it can't be read.</param>
/// <param name="Unreadable">True when there is a file that is no GeoJSON.</param>
/// <param name="Source">Whose outlines they are, by the member source beside the features; absent when the file does not say.</param>
public sealed record OutlineFile(IReadOnlyList<PlaceOutline> Places, bool Unreadable, string? Source)
{
    /// <summary>The name of the file in a region's folder.</summary>
    public const string FileName = "municipalities.geojson";

    public static readonly OutlineFile None = new([], false, null);

    public static OutlineFile Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return new([.. json.RootElement.GetProperty("features").EnumerateArray().Select(PlaceOf).OfType<PlaceOutline>()], false, json.RootElement.TryGetProperty("source", out var source) ? source.GetString() : null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return new([], true, null);
        }
    }

    private static PlaceOutline? PlaceOf(JsonElement feature)
    {
        var (properties, geometry) = (feature.GetProperty("properties"), feature.GetProperty("geometry"));
        if (!properties.TryGetProperty("code", out var code) || code.GetString() is not { Length: > 0 } known)
            return null;
        var polygons = geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => [geometry.GetProperty("coordinates")],
            "MultiPolygon" => geometry.GetProperty("coordinates").EnumerateArray().ToList(),
            _ => new List<JsonElement>(),
        };
        var rings = polygons.SelectMany(p => p.EnumerateArray()).Select(ring => (IReadOnlyList<GeoPoint>)[.. ring.EnumerateArray().Select(p => new GeoPoint(p[0].GetDecimal(), p[1].GetDecimal()))]).ToList();
        return rings.Count == 0 ? null : new(known, properties.TryGetProperty("name", out var name) && name.GetString() is { Length: > 0 } given ? given : known, rings);
    }
}
