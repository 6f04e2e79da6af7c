using System.Globalization;
using Styrkedja.App.Archive;
using Styrkedja.Formats.Decisions;
using Styrkedja.Region;

namespace Styrkedja.App.Exporting;

/// <summary>A decision or assessment as a file.</summary>
/// <param name="FileName">Begins with its day, so that files in the order of their names are in the order decided.</param>
public sealed record ExportedFile(string FileName, string Text);

/// <summary>Gives decisions and assessments back as the files that another region, or this one anew, adopts without a difference.</summary>
public sealed class ExportDecisions(RegionArchive archive)
{
    /// <param name="knownAt">The last position that counts; absent means all of the journal.</param>
    public IEnumerable<ExportedFile> Files(long? knownAt = null)
    {
        foreach (var (entry, bytes) in archive.EntriesWithBytes(knownAt ?? long.MaxValue))
        {
            var (day, id) = entry switch
            {
                DecisionEntry d => (d.Decision.Date.Latest, d.Decision.Id),
                AssessmentEntry a => (a.Assessment.Date, a.Assessment.Id),
                _ => (default, ""),
            };
            if (id.Length > 0 && DecisionYaml.Of(bytes.Span) is { } text)
                yield return new(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}-{entry.Position:000000}-{id}.yaml"), text);
        }
    }
}
