using System.Diagnostics;
using System.Text.RegularExpressions;
using Styrkedja.App.Archive;
using Styrkedja.App.Verifying;
using Styrkedja.Calendar;
using Styrkedja.Formats.Figures;
using Styrkedja.Region;

namespace Styrkedja.Tests;

/// <summary>Where the kills of a run fell, and what was found behind them.</summary>
/// <param name="Inside">Kills between the first file written and the end of the import.</param>
/// <param name="Before">Kills before anything was written.</param>
/// <param name="After">Kills that came too late: the import had ended.</param>
/// <param name="PartlyIn">Kills after which some files were known and others not.</param>
/// <param name="Finished">How many broken imports were then finished and compared with the undisturbed one.</param>
internal sealed record KillTally(int Inside, int Before, int After, int PartlyIn, int Finished);

/// <summary>Imports files in a process that is killed at some instant, again and again, and holds the region to its promises each time.</summary>
/// <remarks>Every kill falls on a new copy of the region. Instants are spread evenly over the whole import: a few before the first file is written, the rest from
/// that moment on, which is waited for, so that a slow start moves no kill out of the import.</remarks>
internal sealed partial class KilledImport(string program, string decided, IReadOnlyList<string> files, Period period)
{
    /// <summary>One kill in this many falls before anything is written.</summary>
    private const int EarlyShare = 6;

    /// <param name="finishEvery">Every so many kills the import is finished and what has come of it compared; one is always.</param>
    /// <exception cref="InvalidOperationException">A promise was broken; the message says which.</exception>
    public KillTally Run(int kills, int seed, int finishEvery)
    {
        var chance = new Random(seed);
        var undisturbed = Copy();
        var (toFirstFile, whole) = Undisturbed(undisturbed);
        var wanted = Seen.In(undisturbed, period);
        Demand(wanted.Batches.Count == files.Count, $"an undisturbed import took in {wanted.Batches.Count} of {files.Count} files");

        var tally = new KillTally(0, 0, 0, 0, 0);
        foreach (var kill in Enumerable.Range(0, kills).OrderBy(_ => chance.Next()))
        {
            var folder = Copy();
            var early = kill % EarlyShare == 0;
            var share = (kill + chance.NextDouble()) / kills;
            var (inside, ended, said) = Kill(folder, early ? toFirstFile * share : null, whole * share);
            if (ended is { } duration)
                whole = duration < whole ? duration : whole;
            tally = inside ? tally with { Inside = tally.Inside + 1 } : ended is null ? tally with { Before = tally.Before + 1 } : tally with { After = tally.After + 1 };

            var verified = VerifyRegion.Verify(folder, null);
            Demand(verified.Ok, $"kill {kill}: verify found {verified.FirstFault}");
            var known = Seen.BatchesIn(folder);
            Demand(known.IsSubsetOf(wanted.Batches), $"kill {kill}: a batch is not what an undisturbed import makes of its file");
            Demand(Hash().Matches(said).All(id => known.Any(b => b.StartsWith(id.Value, StringComparison.Ordinal))), $"kill {kill}: a file was acknowledged and lost");
            if (known.Count > 0 && known.Count < files.Count)
                tally = tally with { PartlyIn = tally.PartlyIn + 1 };

            if (kill % finishEvery == 0)
            {
                Demand(Import(folder).ExitCode == 0, $"kill {kill}: the import could not be finished");
                Demand(VerifyRegion.Verify(folder, null).Ok, $"kill {kill}: verify fails after the import was finished");
                var finished = Seen.In(folder, period);
                Demand(finished.Batches.SetEquals(wanted.Batches), $"kill {kill}: other batches than after an undisturbed import");
                Demand(finished.Files == wanted.Files, $"kill {kill}: other files than after an undisturbed import");
                Demand(finished.FollowUp == wanted.FollowUp, $"kill {kill}: another follow-up than after an undisturbed import");
                tally = tally with { Finished = tally.Finished + 1 };
            }

            Directory.Delete(folder, recursive: true);
        }

        Directory.Delete(undisturbed, recursive: true);
        return tally;
    }

    /// <summary>How long the import takes to its first file, and from there to its end.</summary>
    private (TimeSpan ToFirstFile, TimeSpan Whole) Undisturbed(string folder)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(folder);
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        WaitForFile(folder, process);
        var first = watch.Elapsed;
        process.WaitForExit();
        Demand(process.ExitCode == 0, "an undisturbed import failed");
        return (first, watch.Elapsed - first);
    }

    /// <param name="early">When to kill after the start of the process, for a kill before the first file; absent for a later one.</param>
    /// <param name="late">When to kill after the first file.</param>
    private (bool Inside, TimeSpan? Ended, string Said) Kill(string folder, TimeSpan? early, TimeSpan late)
    {
        using var process = Start(folder);
        var said = process.StandardOutput.ReadToEndAsync();
        var watch = Stopwatch.StartNew();
        if (early is null)
        {
            WaitForFile(folder, process);
            watch.Restart();
        }

        process.WaitForExit(early ?? late);
        var ended = process.HasExited ? watch.Elapsed : (TimeSpan?)null;
        var begun = HasFile(folder);
        if (ended is null)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return (begun && ended is null, ended, said.GetAwaiter().GetResult());
    }

    private Process Import(string folder)
    {
        var process = Start(folder);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process;
    }

    private Process Start(string folder) => Process.Start(new ProcessStartInfo("dotnet", [program, "import", "sie", .. files, "--data", folder]) { RedirectStandardOutput = true })!;

    private static void WaitForFile(string folder, Process process)
    {
        while (!HasFile(folder) && !process.WaitForExit(1))
        {
        }
    }

    private static bool HasFile(string folder) => Path.Combine(folder, "facts") is var facts && Directory.Exists(facts) && Directory.EnumerateFiles(facts).Any();

    private string Copy()
    {
        var copy = Directory.CreateTempSubdirectory("styrkedja-").FullName;
        foreach (var file in Directory.EnumerateFiles(decided))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    /// <summary>What a region shows of itself: its batches with their files, the files that lie there, and its follow-up.</summary>
    private sealed record Seen(HashSet<string> Batches, string Files, string FollowUp)
    {
        public static Seen In(string folder, Period period)
        {
            using var archive = RegionArchive.Open(folder);
            var at = archive.Viewpoint(period, null, null);
            var json = FigureJson.Of(archive.ViewAt(at).FollowUp(period), at);
            // The same files can have become known in another order.
            json["knownAt"] = null;
            var named = new[] { "facts", "texts" }.Select(kind => Path.Combine(folder, kind)).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles);
            return new(BatchesOf(archive), string.Join('\n', named.Select(Path.GetFileName).Order(StringComparer.Ordinal)), json.ToJsonString());
        }

        public static HashSet<string> BatchesIn(string folder)
        {
            using var archive = RegionArchive.Open(folder);
            return BatchesOf(archive);
        }

        private static HashSet<string> BatchesOf(RegionArchive archive) =>
            [.. archive.Entries().OfType<FactEntry>().Select(f => $"{f.Batch.Id} {f.Batch.RowsFile} {f.Batch.TextsFile} {f.Batch.Rows} {f.Batch.Debit.Ore}")];
    }
}
