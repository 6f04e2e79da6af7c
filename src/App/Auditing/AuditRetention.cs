using System.Text.Json;
using Styrkedja.Provenance;

namespace Styrkedja.App.Auditing;

/// <summary>How long the audit log remembers who it was, in months; after that only the pseudonym is left.</summary>
/// <remarks>Rule: readings of protected data at least five years (HSLF-FS 2016:40 4 kap. 9 §); the rest by our own choice two years, DECISIONS 2026-11-27. A region changes it in audit.json in its
/// folder.</remarks>
public sealed record AuditRetention(int ProtectedReadMonths, int OtherMonths)
{
    public static readonly AuditRetention Default = new(60, 24);

    private const string FileName = "audit.json";
    private const int Longest = 1200;

    private static readonly (string Name, int Least)[] s_settings = [("protectedReadMonths", 60), ("otherMonths", 1)];

    /// <summary>The region's own retention, or the default when it has none; nothing when its file holds anything that is not understood.</summary>
    public static (AuditRetention? Retention, IReadOnlyList<Fault> Faults) Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
            return (Default, []);
        var faults = new List<Fault>();
        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file), new() { AllowDuplicateProperties = false });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return (null, [Fault.Error("audit.settings-unreadable", new(FileName), "")]);
            foreach (var setting in json.RootElement.EnumerateObject())
            {
                var known = s_settings.FirstOrDefault(s => s.Name == setting.Name);
                if (known.Name is null)
                    faults.Add(Fault.Error("audit.settings-unknown", new(FileName), setting.Name, ("settings", string.Join(", ", s_settings.Select(s => s.Name)))));
                else if (setting.Value.ValueKind != JsonValueKind.Number || !setting.Value.TryGetInt32(out var months) || months < known.Least || months > Longest)
                    faults.Add(Fault.Error("audit.settings-range", new(FileName), $"{setting.Name}: {setting.Value.GetRawText()}", ("least", $"{known.Least}"), ("most", $"{Longest}")));
                else
                    told[known.Name] = months;
            }
        }
        catch (JsonException e)
        {
            faults.Add(Fault.Error("audit.settings-unreadable", new(FileName, (int)(e.LineNumber ?? 0) + 1), ""));
        }

        return faults.Count > 0
            ? (null, faults)
            : (new(told.GetValueOrDefault("protectedReadMonths", Default.ProtectedReadMonths), told.GetValueOrDefault("otherMonths", Default.OtherMonths)), []);
    }
}
