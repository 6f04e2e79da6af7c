using System.Diagnostics;
using System.Globalization;
using System.Net;
using Styrkedja.App.Archive;
using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Measuring;
using Styrkedja.Bench.Product;

namespace Styrkedja.Bench.Jobs;

/// <summary>known-at: pages and figures of a region with a long journal, each seen from a position in it that no one has asked about before.</summary>
/// <remarks>Goal: 95 of a hundred within 50 milliseconds, whichever page. A hundred thousand entries; each question goes through the whole web application.</remarks>
public static class KnownAtJob
{
    private const double Goal = 0.050;
    private const int Asked = 200;
    private const int WarmUp = 30;

    private static readonly BenchRegion s_region = new(unitsPerBody: 9, costCentres: 300);

    private static readonly (string Name, string Path)[] s_pages =
    [
        ("Organisation", "/organisation?year={year}&knownAt={at}"),
        ("Budget", "/budget?year={year}&knownAt={at}"),
        ("FollowUp", "/follow-up?period={year}&knownAt={at}"),
        ("Figure", "/api/figure/frame/{year}/N03?knownAt={at}"),
    ];

    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var entries = (int)workshop.Rows(100_000);
        var varied = new VariedDecisions(s_region, entries);
        var folder = workshop.Copy(Made(workshop, varied, entries));
        var chance = new Chance(4242);
        var frames = 0;
        using (var archive = RegionArchive.Open(folder))
        {
            for (var i = 0; i < 12; i++)
            {
                var at = 1 + chance.Below(entries);
                frames = Math.Max(frames, OurJournal.SameFromNothing(archive, new(new(varied.YearOf(at - 1), 12, 31), at)));
            }
        }

        var server = Server.Start("/organisation", Environment.GetCommandLineArgs()[0], "inner", "host", folder, "{url}");
        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            // Positions are drawn without being put back, so that no page is asked for from a moment that another was.
            var positions = new Queue<int>(Drawn(ref chance, entries, s_pages.Length * (Asked + WarmUp)));
            var slow = new List<(string Name, double Median, double Slow, double Processor, long Bytes)>();
            foreach (var (name, path) in s_pages)
            {
                var (times, bytes, before) = (new List<double>(), 0L, 0.0);
                for (var i = 0; i < WarmUp + Asked; i++)
                {
                    if (i == WarmUp)
                        before = server.ProcessorSeconds();
                    var at = positions.Count > 0 ? positions.Dequeue() : 1 + chance.Below(entries);
                    var asked = path.Replace("{at}", at.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{year}", $"{varied.YearOf(at - 1)}", StringComparison.Ordinal);
                    var watch = Stopwatch.StartNew();
                    using var answer = client.GetAsync(server.Url + asked).GetAwaiter().GetResult();
                    var length = answer.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult().Length;
                    // Early in a year nobody may have been given a frame yet; that is found out too.
                    if (!answer.IsSuccessStatusCode && answer.StatusCode != HttpStatusCode.NotFound)
                        throw new InvalidOperationException($"{asked} was answered with {answer.StatusCode}.");
                    if (i < WarmUp)
                        continue;
                    times.Add(watch.Elapsed.TotalSeconds);
                    bytes = Math.Max(bytes, length);
                }

                times.Sort();
                slow.Add((name, Medians.Of(times), times[(int)Math.Ceiling(times.Count * 0.95) - 1], (server.ProcessorSeconds() - before) / Asked, bytes));
            }

            var worst = slow.MaxBy(page => page.Slow);
            var outcome = new Outcome("known-at", worst.Slow, "", null, Goal, "limit", 1, Asked, "frames, budget, organisation and goals at 12 positions, against a fold from the first entry",
                "any page at any moment of the journal, with nothing kept of that moment before")
                .With("entries", entries).With("frames", frames).With("slowest", worst.Name);
            foreach (var (name, median, late, processor, bytes) in slow)
                outcome.With($"median{name}", Outcome.Rounded(median)).With($"p95{name}", Outcome.Rounded(late)).With($"processor{name}", Outcome.Rounded(processor)).With($"bytes{name}", bytes);
            yield return outcome;
        }
        finally
        {
            server.Dispose();
            Workshop.Remove(folder);
        }
    }

    private static string Made(Workshop workshop, VariedDecisions varied, int entries)
    {
        var folder = Path.Combine(workshop.Folder, $"varied-{entries}");
        if (File.Exists(Path.Combine(folder, "made")))
            return folder;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        OurJournal.Fill(Path.Combine(folder, "journal.sqlite"), s_region, varied, entries);
        File.WriteAllText(Path.Combine(folder, "made"), "");
        return folder;
    }

    private static IEnumerable<int> Drawn(ref Chance chance, int entries, int count)
    {
        var drawn = new HashSet<int>();
        while (drawn.Count < Math.Min(count, entries / 2))
            drawn.Add(1 + chance.Below(entries));
        return drawn;
    }
}
