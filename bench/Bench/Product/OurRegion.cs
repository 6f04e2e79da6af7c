using System.Security.Cryptography;
using System.Text;
using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.App.Importing;
using Styrkedja.Bench.Ledgers;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Journal;
using Styrkedja.Store.Journal;

namespace Styrkedja.Bench.Product;

/// <summary>The product's own doors, the only place here that knows them: a region is made, filled and asked.</summary>
public static class OurRegion
{
    public static readonly Period Year = Period.Year(BenchRegion.Year);

    private static readonly ImportTerms s_terms = new(new(2018, 1, 15, 12, 0, 0, TimeSpan.Zero), Illustrative: true);

    /// <summary>A folder with the region's decisions and no ledger, taken in through the ordinary door.</summary>
    public static void Decide(string folder, BenchRegion region)
    {
        using var archive = RegionArchive.Open(folder);
        var result = new RecordDecisions(archive).Record(DecisionText.Of(region), null);
        if (result.Refused)
            throw new InvalidOperationException(string.Join('\n', result.Faults.Concat(result.Recordings.SelectMany(r => r.Verdict.Faults)).Take(5)));
    }

    /// <summary>Takes SIE files into the region of a folder, durably; returns the number of rows.</summary>
    public static long Import(string folder, params string[] files)
    {
        using var archive = RegionArchive.Open(folder);
        return Import(archive, files);
    }

    public static long Import(RegionArchive archive, params string[] files)
    {
        var results = new ImportLedger(archive).Import([.. files.Select(f => new SieSource(f))], s_terms);
        return results.FirstOrDefault(r => r.Refused || r.AlreadyKnown) is { } not
            ? throw new InvalidOperationException($"{not.File} was not taken in: {string.Join('\n', not.Faults.Take(5))}")
            : results.Sum(r => r.Rows);
    }

    /// <summary>Writes rows to the region's files without text in between, and the entries that name them.</summary>
    public static void Store(string folder, BenchRegion region, ulong seed, long rows, long rowsInBatch)
    {
        using var ledger = new StoredLedger(region);
        var stream = new VoucherStream(region, seed);
        var facts = Directory.CreateDirectory(Path.Combine(folder, "facts")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "texts"));
        var batches = (int)Math.Max(1, rows / rowsInBatch);
        using var journal = SqliteJournal.Open(Path.Combine(folder, "journal.sqlite"));
        for (var b = 0; b < batches; b++)
        {
            var (from, to) = (rows * b / batches, rows * (b + 1) / batches);
            var (firstDay, endDay) = (365 * b / batches, Math.Max((365 * b / batches) + 1, 365 * (b + 1) / batches));
            var written = ledger.Write(stream, facts, to - from, firstDay, endDay - firstDay);
            var batch = new FactBatch(
                Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(written.File))), FactKind.Ledger, $"{b}.si", written.Rows * 83, "sie-4i", "Provregionen", null,
                new(Month.Of(written.From), Month.Of(written.To)), written.Series.Split(','), written.File, null, written.Rows, written.Vouchers,
                new Money(written.Debit), new Money(written.Credit), [], true);
            journal.Append([position => EntryFormat.Write(position, s_terms.Recorded, batch, [])]);
        }
    }

    /// <summary>The region's figures for the year, all that is known.</summary>
    public static FollowUpView View(RegionArchive archive) => archive.ViewAt(archive.Viewpoint(Year, null, null));

    /// <summary>One amount in öre; nothing is zero.</summary>
    public static long Ore(FollowUpView view, Measure measure, string subject, int month, string? group = null)
    {
        var period = month < 0 ? Year : new Period(new(BenchRegion.Year, month + 1), new(BenchRegion.Year, month + 1));
        var figure = view.Evaluate(new(measure, period, subject, Dimensions.None with { Group = group }));
        return figure.IsKnown ? figure.Money.Ore : 0;
    }
}
