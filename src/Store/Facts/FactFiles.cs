using System.Collections.Concurrent;
using System.Security.Cryptography;
using DuckDB.NET.Data;
using Styrkedja.Facts;

namespace Styrkedja.Store.Facts;

/// <summary>The files of ledger rows: Parquet, each named by the SHA-256 of its own bytes, never changed once named.</summary>
/// <remarks>A file is written under a temporary name, flushed to disk and renamed; after <see cref="FlushNames"/> comes the journal entry that names it. A crash in between leaves an orphan, which
/// <see cref="Sweep"/> removes. The columns are documented in docs/format/facts.md and cannot be undone.</remarks>
public sealed class FactFiles : IDisposable
{
    private const string InMemory = "DataSource=:memory:";

    private readonly string _cells;
    private readonly DuckDBConnection _duck;
    private readonly Lock _one = new();
    private readonly ConcurrentDictionary<string, VoucherRuns> _vouchers = new(StringComparer.Ordinal);

    public FactFiles(string folder)
    {
        RowsFolder = Path.Combine(folder, "facts");
        TextsFolder = Path.Combine(folder, "texts");
        _cells = Path.Combine(folder, "cells");
        Directory.CreateDirectory(RowsFolder);
        Directory.CreateDirectory(TextsFolder);
        Directory.CreateDirectory(_cells);
        _duck = new DuckDBConnection(InMemory);
        _duck.Open();
        Execute(_duck, $"SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET temp_directory={Quoted(Path.Combine(folder, "spill"))};");
    }

    internal string RowsFolder { get; }

    internal string TextsFolder { get; }

    public string RowsPath(string hash) => Path.Combine(RowsFolder, hash + ".parquet");

    public string TextsPath(string hash) => Path.Combine(TextsFolder, hash + ".parquet");

    /// <summary>Where the leaf cells of a file of rows are kept; they can be thrown away and are then made anew.</summary>
    public string CellsPath(string hash) => Path.Combine(_cells, hash + ".cells");

    /// <summary>Begins to write the rows of one source.</summary>
    public LedgerWriting Write() => new(this);

    /// <summary>Writes the rows of one source that are all at hand.</summary>
    public WrittenLedger Write(LedgerRows rows)
    {
        using var writing = Write();
        writing.Add(rows);
        return writing.Finish(VoucherRuns.Of(rows));
    }

    /// <summary>Flushes the names of files written since last, so that the entries which name them may be appended.</summary>
    public void FlushNames()
    {
        Folder.Flush(RowsFolder);
        Folder.Flush(TextsFolder);
    }

    /// <summary>The sums of each batch by cost centre, account, counterparty, activity and month.</summary>
    public IReadOnlyList<LeafCells> ReadCells(IReadOnlyList<FactBatch> batches, LedgerCodes codes)
    {
        var held = batches.Where(b => b.Kind == FactKind.Ledger && b.RowsFile is not null).ToList();
        var files = new CellFile[held.Count];
        Parallel.For(0, held.Count, i => files[i] = Kept(held[i].RowsFile!));
        return [.. held.Select((batch, i) => files[i].Cells.Cells(codes, batch))];
    }

    /// <summary>Which vouchers lie in a file of rows.</summary>
    public VoucherRuns Vouchers(string rowsFile) => _vouchers.TryGetValue(rowsFile, out var known) ? known : Kept(rowsFile).Vouchers;

    /// <summary>Rows that match codes and months, in the order of their dates, from an offset on.</summary>
    /// <param name="withTexts">Only for those who may read the texts of vouchers.</param>
    public IReadOnlyList<FoundRow> FindRows(IReadOnlyList<FactBatch> batches, RowFilter filter, bool withTexts, int offset, int limit)
    {
        var held = batches.Where(b => b.RowsFile is not null).ToList();
        if (held.Count == 0)
            return [];
        lock (_one)
        {
            using var command = _duck.CreateCommand();
            command.CommandText = $"""
                SELECT batch, line, series, voucher, date, account, cost_centre, counterparty, activity, project, ore, quantity_milli
                FROM {RowsOf(held)}
                WHERE {filter.ToSql()}
                ORDER BY date, file, batch, line LIMIT {limit} OFFSET {offset}
                """;
            using var reader = command.ExecuteReader();
            var found = new List<FoundRow>();
            while (reader.Read())
            {
                found.Add(new(reader.GetString(0), new(
                    reader.GetInt32(1), reader.GetString(2), reader.GetString(3), DateOnly.FromDateTime(reader.GetDateTime(4)), reader.GetString(5), reader.GetString(6),
                    reader.GetString(7), reader.GetString(8), reader.GetString(9), reader.GetInt64(10), reader.IsDBNull(11) ? null : reader.GetInt64(11)), null, null));
            }

            return withTexts ? WithTexts(found, batches.ToDictionary(b => b.Id, b => b, StringComparer.Ordinal)) : found;
        }
    }

    /// <summary>Rows, debit and credit of a file as they add up now.</summary>
    public (long Rows, long Debit, long Credit) ControlSums(string name)
    {
        lock (_one)
        {
            using var command = _duck.CreateCommand();
            command.CommandText = $"SELECT count(*), coalesce(sum(ore) FILTER (ore > 0), 0)::BIGINT, coalesce(sum(ore) FILTER (ore < 0), 0)::BIGINT FROM read_parquet({Quoted(RowsPath(name))})";
            using var reader = command.ExecuteReader();
            reader.Read();
            return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
        }
    }

    /// <summary>False when the cells or vouchers kept beside a file of rows are whole and yet say something else than the rows do.</summary>
    public bool KeptAgrees(string name)
    {
        if (CellFile.Read(CellsPath(name)) is not { } kept)
            return true;
        using var duck = Connection();
        var made = CellsOfRows.Read(duck, RowsPath(name));
        return kept.Cells.SameAs(made.Cells) && kept.Vouchers.SameAs(made.Vouchers);
    }

    /// <summary>The SHA-256 of a file of rows as it lies now; nothing when it is not there.</summary>
    public string? HashOfRows(string name) => File.Exists(RowsPath(name)) ? HashOf(RowsPath(name)) : null;

    /// <summary>The SHA-256 of a file of texts as it lies now; nothing when it has been erased.</summary>
    public string? HashOfTexts(string name) => File.Exists(TextsPath(name)) ? HashOf(TextsPath(name)) : null;

    /// <summary>Removes files that no entry names: what a crash left between file and entry. Only for the holder of the writer lock.</summary>
    public void Sweep(IReadOnlySet<string> named)
    {
        foreach (var file in new[] { RowsFolder, TextsFolder, _cells }.SelectMany(folder => Directory.EnumerateFiles(folder)))
        {
            if (!named.Contains(Path.GetFileNameWithoutExtension(file)) || file.EndsWith(".tmp", StringComparison.Ordinal))
                File.Delete(file);
        }
    }

    /// <summary>Removes files that were written for batches which were then not taken in, unless a batch that was has the very same rows.</summary>
    public void Discard(IReadOnlyList<WrittenLedger> unused, IReadOnlyList<FactBatch> taken)
    {
        foreach (var written in unused)
        {
            if (!taken.Any(b => b.RowsFile == written.RowsFile))
            {
                File.Delete(RowsPath(written.RowsFile));
                File.Delete(CellsPath(written.RowsFile));
            }

            if (written.TextsFile is { } texts && !taken.Any(b => b.TextsFile == texts))
                File.Delete(TextsPath(texts));
        }
    }

    public void Dispose() => _duck.Dispose();

    /// <summary>A connection of one's own to the same DuckDB, so that writing and reading need not wait for each other.</summary>
    internal DuckDBConnection Connection()
    {
        var connection = _duck.Duplicate();
        connection.Open();
        return connection;
    }

    /// <summary>Writes a table or query as Parquet in the order it stands, flushed to disk under a temporary name.</summary>
    internal static string Copy(DuckDBConnection duck, string source, string folder)
    {
        var temporary = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".tmp");
        Execute(duck, $"COPY {source} TO {Quoted(temporary)} (FORMAT parquet, COMPRESSION zstd)");
        using (var written = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite))
            written.Flush(flushToDisk: true);
        return temporary;
    }

    /// <summary>Names a temporary file by the hash of its bytes.</summary>
    internal static string Name(string temporary, string folder)
    {
        var name = HashOf(temporary);
        File.Move(temporary, Path.Combine(folder, name + ".parquet"), overwrite: true);
        return name;
    }

    /// <summary>Keeps cells and vouchers of a file of rows.</summary>
    internal void Keep(string rowsFile, CellFile cells)
    {
        _vouchers[rowsFile] = cells.Vouchers;
        try
        {
            cells.Write(CellsPath(rowsFile));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever may only read the folder makes them anew each time.
        }
    }

    internal static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Cells and vouchers as kept, else made anew from the rows.</summary>
    private CellFile Kept(string rowsFile)
    {
        if (CellFile.Read(CellsPath(rowsFile)) is { } kept)
        {
            _vouchers[rowsFile] = kept.Vouchers;
            return kept;
        }

        using var duck = Connection();
        var made = CellsOfRows.Read(duck, RowsPath(rowsFile));
        Keep(rowsFile, made);
        return made;
    }

    /// <summary>The rows of batches with the batch they lie in. Two batches can hold the same rows and then share a file.</summary>
    private string RowsOf(IReadOnlyList<FactBatch> batches) => $"""
        (SELECT rows.*, held.batch, held.file
         FROM read_parquet([{string.Join(',', batches.Select(b => b.RowsFile!).Distinct(StringComparer.Ordinal).Select(file => Quoted(RowsPath(file))))}], filename = true) AS rows
         JOIN (VALUES {string.Join(',', batches.Select(b => $"({Quoted(b.Id)}, {Quoted(b.RowsFile!)})"))}) AS held(batch, file) ON parse_filename(rows.filename, true) = held.file)
        """;

    private List<FoundRow> WithTexts(List<FoundRow> found, Dictionary<string, FactBatch> batches)
    {
        var texts = new Dictionary<(string Batch, int Line), (string Voucher, string Row)>();
        foreach (var batch in found.Select(f => batches[f.Batch]).Distinct().Where(b => b.TextsFile is not null && File.Exists(TextsPath(b.TextsFile))))
        {
            using var command = _duck.CreateCommand();
            command.CommandText = $"SELECT line, voucher_text, row_text FROM read_parquet({Quoted(TextsPath(batch.TextsFile!))})";
            using var reader = command.ExecuteReader();
            while (reader.Read())
                texts[(batch.Id, reader.GetInt32(0))] = (reader.GetString(1), reader.GetString(2));
        }

        return [.. found.Select(f => texts.TryGetValue((f.Batch, f.Row.Line), out var text) ? f with { VoucherText = text.Voucher, RowText = text.Row } : f)];
    }

    private static void Execute(DuckDBConnection duck, string sql)
    {
        using var command = duck.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
