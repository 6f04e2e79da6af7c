using DuckDB.NET.Data;
using Styrkedja.Calendar;
using Styrkedja.Facts;

namespace Styrkedja.Store.Facts;

/// <summary>All rows behind a figure in one go, for those who take them elsewhere.</summary>
/// <remarks>Read month by month, so that no more than a month is ever sorted at a time.</remarks>
internal sealed class RowStream(RowConnections connections, FactFiles files, IReadOnlyList<FactBatch> batches, RowFilter filter, bool withTexts)
{
    private readonly RowSources _sources = RowSources.Of(batches, filter, files.RowsPath);

    public IEnumerable<FoundRow> Read(CancellationToken stop)
    {
        using var rented = connections.Rent();
        foreach (var month in filter.Period.EachMonth())
        {
            var within = Within(new(month, month));
            if (within.Count == 0)
                continue;
            using var command = rented.Ask($"SELECT rows.file_index, {RowSources.RowColumns}{Texts(", texts.voucher_text, texts.row_text")} FROM {From(within, month.FirstDay, month.LastDay)} {Order}");
            command.UseStreamingMode = true;
            using var cancelling = stop.Register(command.Cancel);
            using var reader = Started(command, stop);
            while (Next(reader, stop))
            {
                var row = RowSearch.Row(reader, within[(int)reader.GetInt64(0)].Batch, 1);
                yield return withTexts && !reader.IsDBNull(12) ? row with { VoucherText = reader.GetString(12), RowText = reader.GetString(13) } : row;
            }
        }
    }

    public void CopyTo(string path, CancellationToken stop)
    {
        var within = _sources.All;
        using var rented = connections.Rent();
        using var command = rented.Ask(within.Count == 0
            ? $"COPY (SELECT * FROM ({Nothing}) WHERE false) TO {RowFilter.Quoted(path)} (FORMAT parquet, COMPRESSION zstd)"
            : $"""
              COPY (SELECT {RowSources.RowColumns}, {Named(within, s => s.Batch.SourceName)} AS source, {Named(within, s => s.Batch.Id)} AS batch{Texts(", coalesce(texts.voucher_text, '') AS voucher_text, coalesce(texts.row_text, '') AS row_text")}
              FROM {From(within, filter.Period.From.FirstDay, filter.Period.To.LastDay)} {Order})
              TO {RowFilter.Quoted(path)} (FORMAT parquet, COMPRESSION zstd)
              """);
        using var cancelling = stop.Register(command.Cancel);
        try
        {
            stop.ThrowIfCancellationRequested();
            command.ExecuteNonQuery();
            stop.ThrowIfCancellationRequested();
        }
        catch (DuckDBException) when (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException(stop);
        }
    }

    private const string Order = "ORDER BY rows.date, rows.file_index, rows.line";

    private string Nothing => $"SELECT 0 AS line, '' AS series, '' AS voucher, DATE '2000-01-01' AS date, '' AS account, '' AS cost_centre, '' AS counterparty, '' AS activity, '' AS project, 0::BIGINT AS ore, NULL::BIGINT AS quantity_milli, '' AS source, '' AS batch{Texts(", '' AS voucher_text, '' AS row_text")}";

    private string Texts(string sql) => withTexts ? sql : "";

    private List<RowSource> Within(Period period) =>
        [.. _sources.All.Where(s => s.Batch.Period.From.Index <= period.To.Index && s.Batch.Period.To.Index >= period.From.Index)];

    /// <summary>The rows that match, with their texts where those are asked for and have not been erased.</summary>
    private string From(IReadOnlyList<RowSource> within, DateOnly first, DateOnly last)
    {
        var rows = $"(SELECT file_index, {RowSources.RowColumns} FROM {RowSources.Table(within)} WHERE {filter.ToSql(first, last)}) AS rows";
        if (!withTexts)
            return rows;
        var kept = within.Select((source, i) => (i, File: source.Batch.TextsFile is { } name && File.Exists(files.TextsPath(name)) ? files.TextsPath(name) : null)).Where(t => t.File is not null).ToList();
        var texts = kept.Count == 0
            ? "(SELECT 0 AS of_file, 0 AS of_line, '' AS voucher_text, '' AS row_text WHERE false)"
            : $"(SELECT ([{string.Join(',', kept.Select(t => t.i))}])[file_index::BIGINT + 1] AS of_file, line AS of_line, voucher_text, row_text FROM read_parquet([{string.Join(',', kept.Select(t => RowFilter.Quoted(t.File!)))}]))";
        return $"{rows} LEFT JOIN {texts} AS texts ON texts.of_file = rows.file_index AND texts.of_line = rows.line";
    }

    private static string Named(IReadOnlyList<RowSource> within, Func<RowSource, string> name) => $"([{string.Join(',', within.Select(s => RowFilter.Quoted(name(s))))}])[rows.file_index::BIGINT + 1]";

    private static DuckDBDataReader Started(DuckDBCommand command, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        try
        {
            return command.ExecuteReader();
        }
        catch (DuckDBException) when (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException(stop);
        }
    }

    private static bool Next(DuckDBDataReader reader, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        try
        {
            return reader.Read();
        }
        catch (DuckDBException) when (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException(stop);
        }
    }
}
