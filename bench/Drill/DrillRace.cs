using System.Diagnostics;
using System.Globalization;
using Styrkedja.Store.Facts;

namespace Styrkedja.Bench.Drill;

/// <summary>The first two hundred rows of random figures, ours and each way by hand in turn, so that whatever else the machine does falls on all alike.</summary>
internal sealed class DrillRace(SortedLedger ledger)
{
    private const int Rows = 200;
    private const double Goal = 1.2;

    public DrillResult Run(int figures)
    {
        using var files = new FactFiles(ledger.Folder);
        using var ours = new RowSearch(files, ledger.Folder);
        using var hand = new HandWritten(ledger);
        var random = new Random(20261124);
        var ways = HandWritten.Ways.Count;
        var times = Enumerable.Range(0, ways + 1).Select(_ => new List<(string Level, double Ms)>()).ToArray();
        // Each reads once over all years first, so that no one pays for what the machine has not yet read from disk.
        foreach (var year in ledger.Years)
        {
            var warm = new RowFilter(Calendar.Period.Year(year), [], []);
            ours.Find(ledger.Batches, warm, null, RowDirection.After, Rows, withTexts: false);
            hand.Find(2, warm with { CostCentres = SortedLedger.CostCentres, Accounts = SortedLedger.Accounts }, Rows);
        }

        for (var i = 0; i < figures; i++)
        {
            var figure = DrilledFigure.Random(random, ledger);
            var found = new IReadOnlyList<FoundRow>[ways + 1];
            for (var turn = 0; turn <= ways; turn++)
            {
                var who = (turn + i) % (ways + 1);
                var watch = Stopwatch.StartNew();
                found[who] = who == ways ? ours.Find(ledger.Batches, figure.Filter, null, RowDirection.After, Rows, withTexts: false) : hand.Find(who, figure.Filter, Rows);
                times[who].Add((figure.Level, watch.Elapsed.TotalMilliseconds));
            }

            for (var way = 0; way < ways; way++)
            {
                if (!found[ways].SequenceEqual(found[way]))
                    throw new InvalidOperationException($"Figure {i} ({figure.Level}) has other rows than by hand ({HandWritten.Ways[way]}).");
            }
        }

        for (var who = 0; who <= ways; who++)
            Tell(who == ways ? "ours" : HandWritten.Ways[who], times[who]);
        var best = Enumerable.Range(0, ways).Min(way => Share(times[way].Select(t => t.Ms), 95));
        var own = Share(times[ways].Select(t => t.Ms), 95);
        var each = Share(Enumerable.Range(0, figures).Select(i => Enumerable.Range(0, ways).Min(way => times[way][i].Ms)), 95);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p95 against the best way for each figure by itself: {own / each:0.00}"));
        return new("drill", own, best, own / best, Goal);
    }

    private static void Tell(string who, List<(string Level, double Ms)> times)
    {
        var levels = times.GroupBy(t => t.Level).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {Share(g.Select(t => t.Ms), 50):0}/{Share(g.Select(t => t.Ms), 95):0}"));
        var all = times.Select(t => t.Ms).ToList();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{who}: p50 {Share(all, 50):0.0} ms, p95 {Share(all, 95):0.0} ms ({string.Join(", ", levels)})"));
    }

    private static double Share(IEnumerable<double> times, int percent)
    {
        var sorted = times.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
    }
}

/// <summary>One line of the table of benchmarks: milliseconds at the ninety-fifth percentile, ours and the peer's.</summary>
internal sealed record DrillResult(string Job, double Ours, double Peer, double Ratio, double Goal)
{
    public string ToJson() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"job":"{{Job}}","ours":{{Ours:0.0}},"peer":{{Peer:0.0}},"limit":null,"ratio":{{Ratio:0.00}},"goal":"<= {{Goal}}","met":{{(Ratio <= Goal ? "true" : "false")}}}""");
}
