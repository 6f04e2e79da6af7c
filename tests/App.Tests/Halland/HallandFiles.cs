using Styrkedja.App.Demo;
using Styrkedja.Authority;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;
using Styrkedja.Region;
using YamlDotNet.RepresentationModel;

namespace Styrkedja.App.Tests.Halland;

/// <summary>The files of data/halland as tests read them, in the order in which history is replayed.</summary>
/// <remarks>By the day that begins each file name; on the same day what is sourced goes before what is illustrative.</remarks>
internal static class HallandFiles
{
    public static readonly Bilingual Name = new("Region Halland", "Halland Region");

    public static readonly string Folder = Path.Combine(Root(), "data", "halland");

    public static readonly IReadOnlyList<string> DecisionPaths =
    [
        .. new[] { "decisions", "illustrative" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.yaml"))
            .OrderBy(path => Path.GetFileName(path)[..10], StringComparer.Ordinal)
            .ThenBy(IsIllustrative)
            .ThenBy(path => Path.GetFileName(path), StringComparer.Ordinal),
    ];

    public static readonly IReadOnlyList<(string Path, DecisionFile File)> Decisions =
        [.. DecisionPaths.Select(path => (path, DecisionFile.Read(File.ReadAllText(path), Path.GetFileName(path))))];

    public static readonly IReadOnlyList<(string Path, ObservationFile File)> Observations =
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "observations"), "*.csv").Order(StringComparer.Ordinal).Select(path => (path, ReadObservations(path)))];

    public static readonly IReadOnlySet<string> Sources = ReadSources();

    public static readonly SampleLedgerCalibration Calibration = ReadCalibration();

    private static readonly IReadOnlyList<Entry> s_entries = Replay();

    public static bool IsIllustrative(string path) => Path.GetFileName(Path.GetDirectoryName(path)) == "illustrative";

    /// <summary>The region on a day, by the decisions and assessments of all files.</summary>
    public static RegionState StateAt(DateOnly day) => RegionState.Fold(s_entries, new Viewpoint(day, long.MaxValue), Name);

    private static List<Entry> Replay()
    {
        var entries = new List<Entry>();
        foreach (var (path, file) in Decisions)
        {
            var recorded = new DateTimeOffset(DateOnly.Parse(Path.GetFileName(path)[..10], null), new TimeOnly(12, 0), TimeSpan.Zero);
            foreach (var decision in file.Decisions)
                entries.Add(new DecisionEntry(entries.Count + 1, recorded, decision.Decision, Verdict.Within));
            foreach (var assessment in file.Assessments)
                entries.Add(new AssessmentEntry(entries.Count + 1, recorded, assessment.Assessment));
        }

        return entries;
    }

    private static ObservationFile ReadObservations(string path)
    {
        using var text = File.OpenText(path);
        return ObservationFile.Read(text, Path.GetFileName(path));
    }

    private static SampleLedgerCalibration ReadCalibration()
    {
        using var calibration = File.OpenText(Path.Combine(Folder, "sample-ledger", "calibration.yaml"));
        using var costCentres = File.OpenText(Path.Combine(Folder, "sample-ledger", "cost-centres.yaml"));
        return SampleLedgerCalibrationFile.Read(calibration, costCentres);
    }

    private static HashSet<string> ReadSources()
    {
        var stream = new YamlStream();
        using var text = File.OpenText(Path.Combine(Folder, "sources.yaml"));
        stream.Load(text);
        return [.. ((YamlSequenceNode)stream.Documents[0].RootNode).Select(source => ((YamlScalarNode)source["key"]).Value!)];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Styrkedja.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not stand in the house.");
    }
}
