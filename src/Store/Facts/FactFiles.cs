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
        Execute(_duck, $"SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET temp_directory={RowFilter.Quoted(Path.Combine(folder, "spill", Guid.NewGuid().ToString("N")))};");
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

    /// <summary>Rows, debit and credit of a file as they add up now.</summary>
    public (long Rows, long Debit, long Credit) ControlSums(string name)
    {
        using var duck = Connection();
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT count(*), coalesce(sum(ore) FILTER (ore > 0), 0)::BIGINT, coalesce(sum(ore) FILTER (ore < 0), 0)::BIGINT FROM read_parquet({RowFilter.Quoted(RowsPath(name))})";
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
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
        Execute(duck, $"COPY {source} TO {RowFilter.Quoted(temporary)} (FORMAT parquet, COMPRESSION zstd, WRITE_BLOOM_FILTER false)");
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
