using System.Diagnostics;
using Styrkedja.App.Archive;
using Styrkedja.App.Verifying;
using Styrkedja.Facts;
using Styrkedja.Region;

namespace Styrkedja.Tests;

/// <summary>Where the kills of settlements fell.</summary>
/// <param name="Before">The month was not frozen when the process was killed.</param>
/// <param name="Between">The month was frozen and not yet booked.</param>
/// <param name="After">The month was booked, though the process may not have said so.</param>
internal sealed record SettlementTally(int Before, int Between, int After);

/// <summary>Approves a month of settlement in a process that is killed at some instant, again and again: given once more the command ends with the same bytes, and nothing is booked twice.</summary>
/// <param name="ready">The folder of a region whose contacts and listings are known and whose month is not frozen; it holds the accounts.</param>
internal sealed class KilledSettlement(string program, string ready, string month)
{
    private const int EarlyShare = 4;

    /// <summary>Tries every kill on a new copy of the region.</summary>
    /// <exception cref="InvalidOperationException">A promise was broken, and the message says which.</exception>
    public SettlementTally Run(int kills, int seed)
    {
        var chance = new Random(seed);
        var undisturbed = Copy();
        var (toFirstFile, whole) = Undisturbed(undisturbed);
        var wanted = Seen(undisturbed);
        Demand(wanted.Count == 2, $"an undisturbed settlement made {wanted.Count} batches");
        Directory.Delete(undisturbed, recursive: true);

        var tally = new SettlementTally(0, 0, 0);
        foreach (var kill in Enumerable.Range(0, kills).OrderBy(_ => chance.Next()))
        {
            var folder = Copy();
            using (var process = Start(folder))
            {
                var said = process.StandardOutput.ReadToEndAsync();
                var share = (kill + chance.NextDouble()) / kills;
                // Reckoning takes most of the time; so that freezing and booking are hit too, three of four wait for the first file.
                if (kill % EarlyShare == 0)
                {
                    process.WaitForExit(toFirstFile * share);
                }
                else
                {
                    WaitForFile(folder, process);
                    process.WaitForExit((whole - toFirstFile) * share);
                }

                if (!process.HasExited)
                    process.Kill(entireProcessTree: true);
                process.WaitForExit();
                said.GetAwaiter().GetResult();
            }

            Demand(VerifyRegion.Verify(folder, null) is { Ok: true }, $"kill {kill}: verify fails");
            var known = Seen(folder);
            Demand(known.IsSubsetOf(wanted), $"kill {kill}: a batch is not what an undisturbed settlement makes");
            tally = known.Count switch { 0 => tally with { Before = tally.Before + 1 }, 1 => tally with { Between = tally.Between + 1 }, _ => tally with { After = tally.After + 1 } };
            Demand(Settle(folder) == 0, $"kill {kill}: the settlement could not be finished");
            Demand(Seen(folder).SetEquals(wanted), $"kill {kill}: other batches than after an undisturbed settlement");
            Demand(VerifyRegion.Verify(folder, null) is { Ok: true }, $"kill {kill}: verify fails after the settlement was finished");
            Demand(Named(folder), $"kill {kill}: a file that no entry names was left");
            Directory.Delete(folder, recursive: true);
        }

        return tally;
    }

    /// <summary>How long a settlement takes to its first file, and in all.</summary>
    private (TimeSpan ToFirstFile, TimeSpan Whole) Undisturbed(string folder)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(folder);
        var said = process.StandardOutput.ReadToEndAsync();
        WaitForFile(folder, process);
        var first = watch.Elapsed;
        process.WaitForExit();
        said.GetAwaiter().GetResult();
        Demand(process.ExitCode == 0, "an undisturbed settlement failed");
        return (first, watch.Elapsed);
    }

    /// <summary>The first file of facts is the frozen month, since the region had none.</summary>
    private static void WaitForFile(string folder, Process process)
    {
        var facts = Path.Combine(folder, "facts");
        while (!(Directory.Exists(facts) && Directory.EnumerateFiles(facts).Any()) && !process.WaitForExit(1))
        {
        }
    }

    /// <summary>What the settlement has made: the frozen month and what was booked, with their bytes.</summary>
    private static HashSet<string> Seen(string folder)
    {
        using var archive = RegionArchive.Open(folder);
        return
        [
            .. archive.Entries().OfType<FactEntry>().Select(f => f.Batch).Where(b => b.Kind is FactKind.Settlement or FactKind.Ledger)
                .Select(b => $"{b.Kind} {b.Id} {b.RowsFile} {b.Rows} {b.Debit.Ore} {b.Credit.Ore}"),
        ];
    }

    /// <summary>True when every file of facts is named by an entry, or will be swept away by the next who writes.</summary>
    private static bool Named(string folder)
    {
        using var archive = RegionArchive.Open(folder);
        using (archive.BeginWriting())
        {
            var named = archive.Entries().OfType<FactEntry>().Select(f => f.Batch.RowsFile).ToHashSet();
            return Directory.EnumerateFiles(Path.Combine(folder, "facts")).Concat(Directory.EnumerateFiles(Path.Combine(folder, "care"))).All(f => named.Contains(Path.GetFileNameWithoutExtension(f)));
        }
    }

    private int Settle(string folder)
    {
        using var process = Start(folder);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private Process Start(string folder) => Process.Start(new ProcessStartInfo("dotnet", [program, "settle", month, "--approve", "--data", folder]) { RedirectStandardOutput = true })!;

    private string Copy()
    {
        var copy = Directory.CreateTempSubdirectory("styrkedja-").FullName;
        foreach (var file in Directory.EnumerateFiles(ready, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(ready, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
