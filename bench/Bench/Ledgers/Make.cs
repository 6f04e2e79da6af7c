using Styrkedja.Bench.Product;

namespace Styrkedja.Bench.Ledgers;

/// <summary>make: writes a ledger of any size for whoever asks, as text of one kind or as a stored region.</summary>
public static class Make
{
    public static int Run(string[] arguments)
    {
        if (arguments is not [var kind, var count, var path, .. var rest] || !long.TryParse(count, out var rows) || rows < 2)
            return Wrong();
        var seed = rest is [var text] && ulong.TryParse(text, out var given) ? given : 20171231UL;
        var region = new BenchRegion();
        switch (kind)
        {
            case "parquet":
                OurRegion.Decide(path, region);
                OurRegion.Store(path, region, seed, rows, 1_000_000);
                return 0;
            case "decisions":
                Directory.CreateDirectory(path);
                foreach (var (decision, name) in DecisionText.Of(region))
                    File.WriteAllText(Path.Combine(path, name), decision);
                return 0;
            case "si":
                return Write(new SieText(File.Create(path), region), region, seed, rows);
            case "se":
                var sums = new AccountSums(region);
                new VoucherStream(region, seed).Write(rows, sums);
                return Write(new SieText(File.Create(path), region, sums.Ore), region, seed, rows);
            case "csv":
                return Write(new CsvText(File.Create(path), region), region, seed, rows);
            case "journal" or "beancount":
                return Write(new PlainTextJournal(File.Create(path), region, beancount: kind == "beancount"), region, seed, rows);
            default:
                return Wrong();
        }
    }

    private static int Wrong()
    {
        Console.Error.WriteLine("bench/run make si|se|csv|journal|beancount|decisions|parquet ROWS PATH [SEED]");
        return 2;
    }

    private static int Write<T>(T writer, BenchRegion region, ulong seed, long rows)
        where T : IVoucherWriter, IDisposable
    {
        using (writer)
            new VoucherStream(region, seed).Write(rows, writer);
        return 0;
    }
}
