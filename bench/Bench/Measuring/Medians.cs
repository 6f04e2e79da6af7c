using System.Diagnostics;

namespace Styrkedja.Bench.Measuring;

/// <summary>Times of several ways to do the same, taken in turn so that a slow minute of the machine falls on all of them.</summary>
public static class Medians
{
    public const int Runs = 5;

    /// <summary>Runs each way once to warm it and the page cache, then all of them in turn; the median of each, in seconds.</summary>
    /// <param name="ways">Each does its work once and returns how long the part that counts took.</param>
    public static double[] InTurn(int runs, params Func<double>[] ways)
    {
        foreach (var way in ways)
            way();
        var times = ways.Select(_ => new List<double>(runs)).ToArray();
        for (var run = 0; run < runs; run++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                times[way].Add(ways[way]());
            }
        }

        return [.. times.Select(Of)];
    }

    public static double Of(IEnumerable<double> times)
    {
        var sorted = times.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The value below which nineteen in twenty lie.</summary>
    public static double Slow(IEnumerable<double> times)
    {
        var sorted = times.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(sorted.Length * 0.95) - 1)];
    }

    public static double Timed(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }
}
