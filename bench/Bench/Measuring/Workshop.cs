using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Product;

namespace Styrkedja.Bench.Measuring;

/// <summary>The folder where generated ledgers and regions lie, made when asked for and kept for the next run.</summary>
/// <param name="Scale">What the number of rows of every job is multiplied by.</param>
/// <param name="Full">True to run what takes minutes too.</param>
public sealed record Workshop(string Root, string Folder, double Scale, bool Full)
{
    private const ulong Seed = 20171231;

    /// <summary>The region that follow-up is measured over: 2 133 nodes.</summary>
    public static BenchRegion Region { get; } = new();

    /// <summary>Where this run has its copies of regions; another run at the same time has others.</summary>
    public string Copies => Path.Combine(Folder, $"copies-{Environment.ProcessId}");

    public long Rows(long rows) => Math.Max(100, (long)(rows * Scale));

    /// <summary>A ledger as files of the same content; the endings say which.</summary>
    public string Text(BenchRegion region, long rows, int rowsInVoucher, string ending)
    {
        var file = Path.Combine(Directory.CreateDirectory(Folder).FullName, $"{region.Name}-{rowsInVoucher}-{rows}.{ending}");
        if (File.Exists(file))
            return file;
        var temporary = file + ".new";
        var stream = new VoucherStream(region, Seed, rowsInVoucher);
        var bytes = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        switch (ending)
        {
            case "si":
                Write(new SieText(bytes, region));
                break;
            case "se":
                var sums = new AccountSums(region);
                new VoucherStream(region, Seed, rowsInVoucher).Write(rows, sums);
                Write(new SieText(bytes, region, sums.Ore));
                break;
            case "csv":
                Write(new CsvText(bytes, region));
                break;
            default:
                Write(new PlainTextJournal(bytes, region, beancount: ending == "beancount"));
                break;
        }

        File.Move(temporary, file, overwrite: true);
        return file;

        void Write<T>(T writer)
            where T : IVoucherWriter, IDisposable
        {
            using (writer)
                stream.Write(rows, writer);
        }
    }

    /// <summary>SIE files that follow one upon the other through the year, as a ledger sends them.</summary>
    public string[] Files(BenchRegion region, long rows, int count)
    {
        var folder = Path.Combine(Folder, $"{region.Name}-{rows}-in-{count}");
        var files = Enumerable.Range(0, count).Select(i => Path.Combine(folder, $"{i:000}.si")).ToArray();
        if (files.All(File.Exists))
            return files;
        Directory.CreateDirectory(folder);
        var stream = new VoucherStream(region, Seed);
        for (var i = 0; i < count; i++)
        {
            var (firstDay, endDay) = (365 * i / count, 365 * (i + 1) / count);
            using var writer = new SieText(new FileStream(files[i], FileMode.Create, FileAccess.Write, FileShare.None, 1), region);
            stream.Write((rows * (i + 1) / count) - (rows * i / count), firstDay, Math.Max(1, endDay - firstDay), writer);
        }

        return files;
    }

    /// <summary>The rows as columns in memory.</summary>
    public static LedgerColumns Columns(BenchRegion region, long rows, long rowsInBatch)
    {
        var columns = new LedgerColumns(region, (int)rows);
        var stream = new VoucherStream(region, Seed);
        var batches = (int)Math.Max(1, rows / rowsInBatch);
        for (var b = 0; b < batches; b++)
        {
            var (firstDay, endDay) = (365 * b / batches, Math.Max((365 * b / batches) + 1, 365 * (b + 1) / batches));
            stream.Write((rows * (b + 1) / batches) - (rows * b / batches), firstDay, endDay - firstDay, columns);
        }

        return columns;
    }

    /// <summary>A region's folder with decisions and that many rows, stored directly; zero rows for decisions alone. Never written to; take a <see cref="Copy"/>.</summary>
    public string Stored(BenchRegion region, long rows, long rowsInBatch = 1_000_000)
    {
        var folder = Path.Combine(Folder, $"region-{region.Name}-{rows}");
        if (File.Exists(Path.Combine(folder, "made")))
            return folder;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        OurRegion.Decide(folder, region);
        if (rows > 0)
            OurRegion.Store(folder, region, Seed, rows, rowsInBatch);
        File.WriteAllText(Path.Combine(folder, "made"), "");
        return folder;
    }

    /// <summary>A copy of a region that may be written to. Files of rows never change, so they are linked, not copied.</summary>
    public string Copy(string folder)
    {
        var copy = Path.Combine(Directory.CreateDirectory(Copies).FullName, Guid.NewGuid().ToString("N"));
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            if (file.EndsWith(".parquet", StringComparison.Ordinal))
                File.CreateSymbolicLink(to, file);
            else
                File.Copy(file, to);
        }

        return copy;
    }

    public static void Remove(string copy) => Directory.Delete(copy, recursive: true);

    /// <summary>Takes away the copies of this run, and those that runs which were broken off have left.</summary>
    public void Sweep()
    {
        foreach (var copies in Directory.Exists(Folder) ? Directory.GetDirectories(Folder, "copies-*") : [])
        {
            if (copies == Copies || !Directory.Exists($"/proc/{copies[(copies.LastIndexOf('-') + 1)..]}"))
                Directory.Delete(copies, recursive: true);
        }
    }
}
