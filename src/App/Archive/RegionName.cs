using System.Text.Json;
using Styrkedja.Provenance;

namespace Styrkedja.App.Archive;

/// <summary>The name of the region that a folder holds, kept beside the journal in region.json.</summary>
internal static class RegionName
{
    private const string FileName = "region.json";

    public static Bilingual Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
            return new("Regionen", "The region");
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return new(json.RootElement.GetProperty("sv").GetString()!, json.RootElement.GetProperty("en").GetString());
    }

    public static void Write(string folder, Bilingual name) =>
        File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(new { sv = name.Sv, en = name.En }));
}
