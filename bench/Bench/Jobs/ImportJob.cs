using Styrkedja.Bench.Limits;
using Styrkedja.Bench.Measuring;
using Styrkedja.Bench.Peers;
using Styrkedja.Bench.Product;

namespace Styrkedja.Bench.Jobs;

/// <summary>import: a SIE file of a million rows into a region that knows its codes, on disk when it returns.</summary>
/// <remarks>Goal: no slower than DuckDB reading the equal CSV and writing it as sorted Parquet. Opening the region and the engine is counted on both sides.</remarks>
public static class ImportJob
{
    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var rows = workshop.Rows(1_000_000);
        var (sie, csv) = (workshop.Text(Workshop.Region, rows, 0, "si"), workshop.Text(Workshop.Region, rows, 0, "csv"));
        var decided = workshop.Stored(Workshop.Region, 0);
        var folder = Directory.CreateDirectory(Path.Combine(workshop.Copies, "duck")).FullName;

        var first = workshop.Copy(decided);
        Check.Equal("rows taken in", OurRegion.Import(first, sie), rows);
        DuckImport.Write(csv, folder, withTexts: true);
        Check.Equal("rows and debit stored", StoredSums(first), DuckImport.Sums(folder));
        Workshop.Remove(first);

        var times = Medians.InTurn(
            Medians.Runs,
            () => InCopy(workshop, decided, copy => OurRegion.Import(copy, sie)),
            () => Medians.Timed(() => DuckImport.Write(csv, folder, withTexts: true)),
            () => Medians.Timed(() => DuckImport.Write(csv, folder, withTexts: false)),
            () => Medians.Timed(() => SieByteLoop.Read(sie)));
        yield return new Outcome("import", times[0], "DuckDB read_csv to sorted Parquet", times[1], times[3], "peer", 1.0, Medians.Runs, "rows and debit of what lies on disk, against DuckDB's file",
                "every code is known to a decision, every voucher balances, the batch is named by its hash in a journal that cannot be changed, texts lie apart and can be erased")
            .With("rows", rows).With("peerWithoutTexts", Outcome.Rounded(times[2])).With("rowsPerSecond", Math.Round(rows / times[0]));
    }

    private static double InCopy(Workshop workshop, string folder, Action<string> work)
    {
        var copy = workshop.Copy(folder);
        var seconds = Medians.Timed(() => work(copy));
        Workshop.Remove(copy);
        return seconds;
    }

    private static (long Rows, long Debit) StoredSums(string folder)
    {
        using var duck = new Duck();
        var files = Path.Combine(folder, "facts", "*.parquet");
        return (duck.Number($"SELECT count(*) FROM '{files}'"), duck.Number($"SELECT sum(ore) FILTER (ore > 0)::BIGINT FROM '{files}'"));
    }
}
