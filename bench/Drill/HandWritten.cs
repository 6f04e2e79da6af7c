using System.Globalization;
using DuckDB.NET.Data;
using Styrkedja.Store.Facts;

namespace Styrkedja.Bench.Drill;

/// <summary>The queries that someone who knows the database and the files would write by hand for the same rows.</summary>
/// <remarks>They are told which files can hold rows of the period, keep the metadata of files between queries, and read into the same values as ours.</remarks>
internal sealed class HandWritten : IDisposable
{
    private const string Columns = "line, series, voucher, date, account, cost_centre, counterparty, activity, project, ore, quantity_milli";

    private readonly SortedLedger _ledger;
    private readonly DuckDBConnection _database = new("DataSource=:memory:");

    public HandWritten(SortedLedger ledger)
    {
        _ledger = ledger;
        _database.Open();
        using var command = _database.CreateCommand();
        command.CommandText = "SET parquet_metadata_cache=true";
        command.ExecuteNonQuery();
    }

    public static IReadOnlyList<string> Ways { get; } = ["one query, IN lists", "one query, ranges where they say it", "one query, codes as tables", "places first, then their rows"];

    public List<FoundRow> Find(int way, RowFilter filter, int limit)
    {
        var held = _ledger.Batches.Where(b => b.Period.From.Index <= filter.Period.To.Index && b.Period.To.Index >= filter.Period.From.Index).OrderBy(b => b.SourceName, StringComparer.Ordinal).ToList();
        if (held.Count == 0)
            return [];
        var table = $"read_parquet([{string.Join(',', held.Select(b => $"'{Path.Combine(_ledger.Folder, "facts", b.RowsFile + ".parquet")}'"))}])";
        var dates = string.Create(CultureInfo.InvariantCulture, $"date BETWEEN DATE '{filter.Period.From.FirstDay:yyyy-MM-dd}' AND DATE '{filter.Period.To.LastDay:yyyy-MM-dd}'");
        var lists = $"{In("cost_centre", filter.CostCentres)} AND {In("account", filter.Accounts)}";
        var ranges = $"{Ranged("cost_centre", filter.CostCentres, SortedLedger.CostCentres)} AND {Ranged("account", filter.Accounts, SortedLedger.Accounts)}";
        const string Order = "ORDER BY date, file_index, line";
        using var command = _database.CreateCommand();
        command.CommandText = way switch
        {
            0 => $"SELECT file_index, {Columns} FROM {table} WHERE {dates} AND {lists} {Order} LIMIT {limit}",
            1 => $"SELECT file_index, {Columns} FROM {table} WHERE {dates} AND {ranges} {Order} LIMIT {limit}",
            2 => $"SELECT file_index, {Columns} FROM {table} WHERE {dates} AND {Among("cost_centre", filter.CostCentres)} AND {Among("account", filter.Accounts)} {Order} LIMIT {limit}",
            _ => $"""
                WITH places AS (SELECT file_index AS file, file_row_number AS number FROM {table} WHERE {dates} AND {ranges} {Order} LIMIT {limit})
                SELECT file_index, {Columns} FROM {table} JOIN places ON file_index = file AND file_row_number = number {Order}
                """,
        };
        using var reader = command.ExecuteReader();
        var found = new List<FoundRow>();
        while (reader.Read())
        {
            var batch = held[(int)reader.GetInt64(0)];
            found.Add(new(batch.Id, batch.SourceName, new(
                reader.GetInt32(1), reader.GetString(2), reader.GetString(3), DateOnly.FromDateTime(reader.GetDateTime(4)), reader.GetString(5), reader.GetString(6), reader.GetString(7),
                reader.GetString(8), reader.GetString(9), reader.GetInt64(10), reader.IsDBNull(11) ? null : reader.GetInt64(11)), null, null));
        }

        return found;
    }

    public void Dispose() => _database.Dispose();

    private static string In(string column, IReadOnlyCollection<string> codes) => $"{column} IN ({List(codes)})";

    private static string Ranged(string column, IReadOnlyCollection<string> codes, IReadOnlyList<string> known)
    {
        var span = known.Where(c => string.CompareOrdinal(c, codes.First()) >= 0 && string.CompareOrdinal(c, codes.Last()) <= 0).ToList();
        return span.Count == codes.Count ? $"{column} BETWEEN '{codes.First()}' AND '{codes.Last()}'" : In(column, codes);
    }

    private static string Among(string column, IReadOnlyCollection<string> codes) => $"{column} IN (SELECT unnest([{List(codes)}]))";

    private static string List(IEnumerable<string> codes) => string.Join(',', codes.Select(c => $"'{c}'"));
}
