using Microsoft.Win32.SafeHandles;
using Styrkedja.Bench.Ledgers;

namespace Styrkedja.Bench.Peers;

/// <summary>What one would do by hand instead of importing: DuckDB reads the CSV and writes sorted Parquet, which is then flushed to disk.</summary>
public static class DuckImport
{
    public static void Write(string csv, string folder, bool withTexts)
    {
        using var duck = new Duck();
        var columns = withTexts ? "*" : "* EXCLUDE (voucher_text, row_text)";
        var file = Path.Combine(folder, "rows.parquet");
        duck.Execute($"COPY (SELECT {columns} FROM read_csv('{csv}', header = true, auto_detect = false, delim = ',', quote = '\"', columns = {CsvText.Columns}) ORDER BY cost_centre, account, date, line) TO '{file}' (FORMAT parquet, COMPRESSION zstd)");
        using SafeFileHandle written = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(written);
    }

    public static (long Rows, long Debit) Sums(string folder)
    {
        using var duck = new Duck();
        var file = Path.Combine(folder, "rows.parquet");
        return (duck.Number($"SELECT count(*) FROM '{file}'"), duck.Number($"SELECT sum(ore) FILTER (ore > 0)::BIGINT FROM '{file}'"));
    }
}
