using Styrkedja.Bench.Limits;
using Styrkedja.Bench.Measuring;
using Styrkedja.Bench.Product;

namespace Styrkedja.Bench.Jobs;

/// <summary>sie-parse: a SIE 4 file of a million rows, validated, from file to columns.</summary>
/// <remarks>Goal: at most 2.2 times the byte loop that checks nothing, and a process that never holds more than twice the file.</remarks>
public static class SieParse
{
    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var rows = workshop.Rows(1_000_000);
        var file = workshop.Text(Workshop.Region, rows, 0, "si");
        var export = workshop.Text(Workshop.Region, rows, 0, "se");
        Check.Equal("columns read", OurSie.SumsOf(OurSie.Parse(file)), SieByteLoop.Read(file).Sums());
        Check.Equal("columns read from the file of type 4E", OurSie.SumsOf(OurSie.Parse(export)).Debit, SieByteLoop.Read(export).Sums().Debit);
        var times = Medians.InTurn(
            Medians.Runs,
            () => Medians.Timed(() => OurSie.Parse(file)),
            () => Medians.Timed(() => SieByteLoop.Read(file)),
            () => Medians.Timed(() => OurSie.Parse(export)));
        var bytes = new FileInfo(file).Length;
        var peak = Child.Ours("inner", "sie-parse", file).PeakBytes;
        yield return new Outcome("sie-parse", times[0], "", null, times[1], "limit", 2.2, Medians.Runs, "rows, debit and a sum over every column, against the byte loop",
                "every field is checked, every deviation told with its line; the loop reads any nonsense as a number")
            .Must("peak memory of the process, of the file", peak / (double)bytes, 2)
            .With("rows", rows).With("bytes", bytes).With("peakBytes", peak).With("ours4E", Outcome.Rounded(times[2])).With("megabytesPerSecond", Outcome.Rounded(bytes / 1e6 / times[0]));
    }

    /// <summary>The parse alone in a process of its own, for its peak of memory.</summary>
    public static int Inner(string file)
    {
        Console.WriteLine(OurSie.Parse(file).Rows.Count);
        return 0;
    }
}
