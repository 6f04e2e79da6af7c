using DuckDB.NET.Data;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Facts;

namespace Styrkedja.Bench.Drill;

/// <summary>A made-up ledger of many million rows in the columns and the order of docs/format/facts.md, written by the database itself; the same for the same number of files.</summary>
/// <remarks>Each file holds a million rows. Most hold a month; every twenty-fifth holds a year, as the file of a company that hands in its whole year. Rows lie more thickly on some cost
/// centres than on others, as they do.</remarks>
internal sealed class SortedLedger
{
    private const int RowsPerFile = 1_000_000;
    private const int FirstYear = 2022;

    private SortedLedger(string folder, IReadOnlyList<FactBatch> batches) => (Folder, Batches) = (folder, batches);

    public string Folder { get; }

    public IReadOnlyList<FactBatch> Batches { get; }

    public static IReadOnlyList<string> CostCentres { get; } = [.. Enumerable.Range(0, 2000).Select(i => $"{10_000 + (i * 7)}")];

    public static IReadOnlyList<string> Accounts { get; } = [.. Enumerable.Range(0, 600).Select(i => $"{3000 + (i * 10)}")];

    public IReadOnlyList<int> Years => [.. Batches.Select(b => b.Period.From.Year).Distinct().Order()];

    public static SortedLedger In(string folder, int files)
    {
        Directory.CreateDirectory(Path.Combine(folder, "facts"));
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        var batches = new List<FactBatch>();
        var months = 0;
        for (var file = 0; file < files; file++)
        {
            var whole = file % 25 == 24;
            var from = whole ? new Month(FirstYear + (file / 25), 1) : Month.FromIndex(new Month(FirstYear, 1).Index + months++);
            var period = new Period(from, whole ? new Month(from.Year, 12) : from);
            var name = $"f{file:000}";
            var path = Path.Combine(folder, "facts", name + ".parquet");
            if (!File.Exists(path))
            {
                Write(database, path + ".tmp", file, period);
                File.Move(path + ".tmp", path);
            }

            batches.Add(new(
                name, FactKind.Ledger, name + ".si", 0, "sie-4i", whole ? "Bolaget" : "Regionen", null, period, [whole ? "B" : "A"], name, null, RowsPerFile, 0, Money.Zero, Money.Zero, [], true));
        }

        return new(folder, batches);
    }

    private static void Write(DuckDBConnection database, string path, int file, Period period)
    {
        var days = period.To.LastDay.DayNumber - period.From.FirstDay.DayNumber + 1;
        using var command = database.CreateCommand();
        command.CommandText = $"""
            COPY (
                SELECT i::INTEGER AS line, '{(period.Months > 1 ? "B" : "A")}' AS series, (i // 6)::VARCHAR AS voucher,
                    DATE '{period.From.FirstDay:yyyy-MM-dd}' + (i * {days} // {RowsPerFile + 1})::INTEGER AS date,
                    (3000 + (hash(i, {file}, 1) % 600) * 10)::VARCHAR AS account,
                    (10000 + floor(2000 * pow((hash(i, {file}, 2) % 1000000) / 1e6, 2))::INTEGER * 7)::VARCHAR AS cost_centre,
                    CASE WHEN hash(i, {file}, 3) % 5 = 0 THEN (700 + hash(i, {file}, 4) % 40)::VARCHAR ELSE '' END AS counterparty,
                    (10 + hash(i, {file}, 5) % 50)::VARCHAR AS activity,
                    CASE WHEN hash(i, {file}, 6) % 20 = 0 THEN 'P' || (hash(i, {file}, 7) % 200) ELSE '' END AS project,
                    (hash(i, {file}, 8) % 2000000)::BIGINT - 1000000 AS ore, NULL::BIGINT AS quantity_milli
                FROM range(1, {RowsPerFile + 1}) t(i)
                ORDER BY cost_centre, account, date, line)
            TO '{path.Replace("'", "''")}' (FORMAT parquet, COMPRESSION zstd)
            """;
        command.ExecuteNonQuery();
    }
}
