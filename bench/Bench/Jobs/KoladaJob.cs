using Styrkedja.App.Archive;
using Styrkedja.App.Fetching;
using Styrkedja.Bench.Measuring;
using Styrkedja.Facts;
using Styrkedja.Formats.Indicators;
using Styrkedja.Tests;

namespace Styrkedja.Bench.Jobs;

/// <summary>kolada: a full load of 76 measures of care for 21 regions and 15 years by sex, from a server on this machine into a region on disk, at the pace that Kolada is asked at.</summary>
/// <remarks>Goal: ten seconds, and a second run that asks for nothing. The server's own work is in the time.</remarks>
public static class KoladaJob
{
    private const int Measures = 76;
    private const int FirstYear = 2003;
    private const double Promise = 10;

    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var (times, book) = (new List<double>(), new List<double>());
        var (calls, second, values, bytes) = (0, 0, 0L, 0L);
        for (var run = 0; run < Medians.Runs; run++)
        {
            var folder = Path.Combine(workshop.Copies, $"kolada-{run}");
            var server = LocalStatistics.Start(Measures).GetAwaiter().GetResult();
            try
            {
                var plan = new KoladaPlan(server.Kolada, ["G2KPI138906"], [], [.. KoladaAnswers.Regions], new(FirstYear, KoladaAnswers.LastYear));
                using (var archive = RegionArchive.Open(folder))
                {
                    FetchResult? first = null;
                    times.Add(Medians.Timed(() => first = Fetch(archive, plan)));
                    Check.Equal("faults", string.Join(", ", first!.Faults.Select(f => f.Code)), "");
                    (calls, values, bytes) = (first.Calls, first.Values.New, archive.FactEntries()[0].Batch.Indicators!.Answers.Sum(a => a.Bytes));
                    var again = Fetch(archive, plan);
                    second = Math.Max(second, again.Calls);
                    Check.Equal("calls of the second run, by the server's count", server.Calls.Count, calls);
                    Check.Equal("batches", archive.FactEntries().Count, 1);
                }

                using var opened = RegionArchive.Open(folder);
                IndicatorBook? read = null;
                book.Add(Medians.Timed(() =>
                {
                    read = opened.StateAt(new(new(2018, 1, 1), long.MaxValue)).Indicators;
                    _ = read.AllSeries.Count();
                }));
                Check.Equal("every value, against the server's own", Reckoned(read!), Expected());
            }
            finally
            {
                server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        }

        var ours = Medians.Of(times);
        yield return new Outcome("kolada", ours, "", null, Promise, "limit", 1, Medians.Runs, $"{values} values against those of the server, and none asked for again", "calls are paced as Kolada wants them")
            .With("calls", calls).With("callsOfSecondRun", second).With("values", values).With("answerBytes", bytes).With("slowestSeconds", Math.Round(times.Max(), 2))
            .With("millisecondsToReadBook", Math.Round(Medians.Of(book) * 1000, 1));
    }

    private static FetchResult Fetch(RegionArchive archive, KoladaPlan plan) => new FetchKolada(archive, TimeProvider.System).Fetch(plan, new()).GetAwaiter().GetResult();

    private static decimal Reckoned(IndicatorBook book) => book.AllSeries.SelectMany(book.Series).Sum(v => v.Value.Value ?? 0);

    private static decimal Expected() => (
        from measure in Enumerable.Range(1, Measures)
        from place in KoladaAnswers.Regions
        from year in Enumerable.Range(FirstYear, KoladaAnswers.LastYear - FirstYear + 1)
        where year != FirstYear || place != "0009"
        from gender in "TKM"
        select decimal.Parse(KoladaAnswers.ValueOf($"N{measure:00000}", place, year, gender), System.Globalization.CultureInfo.InvariantCulture)).Sum();
}
