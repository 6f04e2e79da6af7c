using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Styrkedja.App.Archive;
using Styrkedja.App.Demo;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Journal;
using Styrkedja.Store.Journal;

namespace Styrkedja.Tests;

/// <summary>Region Halland, built once for all test projects by the same code as the demo command, and built anew when code or data has changed.</summary>
internal static class BuiltRegion
{
    private static readonly Lazy<string> s_folder = new(Build);

    /// <summary>The built region. Never write to it; take a <see cref="Copy"/>.</summary>
    public static string Folder => s_folder.Value;

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string Data { get; } = Path.Combine(Repository, "data", "halland");

    /// <summary>The SIE files of the sample ledger for a year, the earliest month first.</summary>
    public static IReadOnlyList<string> SieFiles(int year) =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "sample", $"{year}"), "*.si").OrderBy(f => f[^10..], StringComparer.Ordinal).ThenBy(f => f, StringComparer.Ordinal)];

    /// <summary>A copy of a region's folder that a test may do what it likes with, without the sample files and the audit log, in which other tests write at the same time.</summary>
    public static string Copy(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("styrkedja-").FullName;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}sample{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Path.GetFileName(f).StartsWith("audit.sqlite", StringComparison.Ordinal)))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    /// <summary>A copy of Halland as it was known at a moment: the journal ends where it ended then.</summary>
    public static string CopyOf(DateTimeOffset moment)
    {
        const string Journal = "journal.sqlite";
        var copy = Copy(Folder);
        foreach (var file in Directory.EnumerateFiles(copy, Journal + "*").ToList())
            File.Delete(file);
        using var whole = SqliteJournal.Open(Path.Combine(Folder, Journal));
        using var until = SqliteJournal.Open(Path.Combine(copy, Journal));
        until.Append([.. whole.ReadAfter(0).TakeWhile(e => EntryFormat.Read(e.CanonicalBytes.Span).Recorded <= moment).Select(e => (Func<long, byte[]>)(_ => e.CanonicalBytes.ToArray()))]);
        return copy;
    }

    /// <summary>A new region with Halland's decisions and no ledger.</summary>
    public static string DecisionsOnly()
    {
        var folder = Directory.CreateTempSubdirectory("styrkedja-").FullName;
        using var archive = RegionArchive.Open(folder);
        var files = new[] { "decisions", "illustrative" }
            .SelectMany(d => Directory.EnumerateFiles(Path.Combine(Data, d), "*.yaml"))
            .OrderBy(f => Path.GetFileName(f)[..10], StringComparer.Ordinal).ThenBy(f => f, StringComparer.Ordinal)
            .Select(f => DecisionFile.Read(File.ReadAllText(f), f))
            .ToList();
        var verb = new App.Deciding.RecordDecisions(archive);
        var decided = verb.Record([.. files.SelectMany(f => f.Decisions)], [.. files.SelectMany(f => f.Assessments)], null, check: false);
        Assert.False(decided.Refused);
        return folder;
    }

    private static string Build()
    {
        var stamp = Stamp();
        var built = Directory.CreateDirectory(Path.Combine(Repository, "artifacts", "test-halland")).FullName;
        var folder = Path.Combine(built, stamp);
        using var one = Lock(Path.Combine(built, "building.lock"));
        foreach (var old in Directory.EnumerateDirectories(built).Where(d => d != folder))
            Directory.Delete(old, recursive: true);
        if (!BuildHalland.IsComplete(folder))
        {
            var result = new BuildHalland(Data, folder, scale: 1).Run(new Progress<BuildProgress>(), CancellationToken.None);
            Assert.False(result.Refused, string.Join('\n', result.Faults.Select(f => $"{f.Place.File}:{f.Place.Line} {f.Code} {f.Found}")));
        }

        return folder;
    }

    /// <summary>Changes when the product's own code or the data does.</summary>
    private static string Stamp()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in new[] { typeof(Amounts.Money), typeof(DecisionFile), typeof(Store.WriterLock), typeof(BuildHalland) }.Select(t => t.Assembly))
            hash.AppendData(assembly.ManifestModule.ModuleVersionId.ToByteArray());
        foreach (var file in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static FileStream Lock(string file)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                Thread.Sleep(200);
            }
        }
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
