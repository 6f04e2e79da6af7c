using System.Diagnostics;
using Styrkedja.App.Archive;
using Styrkedja.Bench.Measuring;
using Styrkedja.Web.Reporting;

namespace Styrkedja.Bench.Jobs;

/// <summary>report: the annual report of 2017 of the sample Halland in every format, from the opening of the region to the last file.</summary>
/// <remarks>Goal: ten seconds. Most of it is LibreOffice laying the pages out; what each format takes is told apart.</remarks>
public static class ReportJob
{
    private const double Promise = 10;
    private const string Round = "AR-2017";

    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var folder = Path.Combine(workshop.Folder, "halland");
        // Returns at once when the region is whole.
        using (var demo = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(workshop.Root, "artifacts", "styrkedja", "styrkedja.dll"), "demo", "--data", folder]) { RedirectStandardOutput = true, WorkingDirectory = workshop.Root })!)
        {
            demo.StandardOutput.ReadToEnd();
            demo.WaitForExit();
            Check.Equal("the sample region is made", demo.ExitCode, 0);
        }

        var (all, each) = (new List<double>(), ReportFiles.Formats.ToDictionary(format => format, _ => new List<double>(), StringComparer.Ordinal));
        var first = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var run = 0; run < Medians.Runs; run++)
        {
            all.Add(Medians.Timed(() =>
            {
                using var archive = RegionArchive.Open(folder);
                var head = archive.Head().Position;
                var round = archive.StateAt(new(DateOnly.MaxValue, head)).RoundBook.Find(Round)!;
                var seen = new ReportSeen(round, new(round.Terms.Period.To.LastDay, head), null, []);
                foreach (var format in ReportFiles.Formats)
                {
                    byte[] made = [];
                    each[format].Add(Medians.Timed(() => made = ReportFiles.BytesAsync(archive, seen, "sv", format, null, CancellationToken.None).GetAwaiter().GetResult()));
                    if (!first.TryAdd(format, made))
                        Check.Equal($"{format} is the same again", made.AsSpan().SequenceEqual(first[format]), true);
                }
            }));
        }

        var outcome = new Outcome("report", Medians.Of(all), "", null, Promise, "limit", 1, Medians.Runs, "every file is the same, byte for byte, in every run", "PDF/A-2a and PDF/UA-1 with a list of contents that tells pages");
        foreach (var (format, times) in each)
            outcome = outcome.With($"{format}Seconds", Math.Round(Medians.Of(times), 2));
        yield return outcome;
    }
}
