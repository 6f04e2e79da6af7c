using System.Security.Cryptography;
using DuckDB.NET.Data;
using Styrkedja.Facts;

namespace Styrkedja.Store.Facts;

/// <summary>The files of ledger rows: Parquet, each named by the SHA-256 of its own bytes, never changed once named.</summary>
/// <remarks>A file is written under a temporary name, flushed to disk and renamed; after <see cref="FlushNames"/> comes the journal entry that names it. A crash in between leaves an orphan, which
/// <see cref="Sweep"/> removes. The columns are documented in docs/format/facts.md and cannot be undone.</remarks>
public sealed class FactFiles : IDisposable
{
    private const string RowColumns = "line INTEGER, series VARCHAR, voucher VARCHAR, date DATE, account VARCHAR, cost_centre VARCHAR, counterparty VARCHAR, activity VARCHAR, project VARCHAR, ore BIGINT, quantity_milli BIGINT";
    private const string TextColumns = "line INTEGER, voucher_text VARCHAR, row_text VARCHAR";

    private readonly string _rows;
    private readonly string _texts;
    private readonly DuckDBConnection _duck;
    private readonly Lock _one = new();

    public FactFiles(string folder)
    {
        _rows = Path.Combine(folder, "facts");
        _texts = Path.Combine(folder, "texts");
        Directory.CreateDirectory(_rows);
        Directory.CreateDirectory(_texts);
        _duck = new DuckDBConnection("DataSource=:memory:");
        _duck.Open();
        Execute("SET autoinstall_known_extensions=false; SET autoload_known_extensions=false;");
    }

    public string RowsPath(string hash) => Path.Combine(_rows, hash + ".parquet");

    public string TextsPath(string hash) => Path.Combine(_texts, hash + ".parquet");

    /// <summary>Writes rows, in the order given, and returns the name of their file.</summary>
    public string WriteRows(IEnumerable<LedgerRow> rows) => Write(_rows, RowColumns, "ORDER BY cost_centre, account, date, line", appender =>
    {
        foreach (var row in rows)
        {
            var line = appender.CreateRow();
            line.AppendValue(row.Line).AppendValue(row.Series).AppendValue(row.Voucher).AppendValue(row.Date).AppendValue(row.Account).AppendValue(row.CostCentre)
                .AppendValue(row.Counterparty).AppendValue(row.Activity).AppendValue(row.Project).AppendValue(row.Ore).AppendValue(row.QuantityMilli).EndRow();
        }
    });

    /// <summary>Writes texts to a file that can be erased without touching any sum.</summary>
    public string WriteTexts(IEnumerable<LedgerText> texts) => Write(_texts, TextColumns, "ORDER BY line", appender =>
    {
        foreach (var text in texts)
            appender.CreateRow().AppendValue(text.Line).AppendValue(text.VoucherText).AppendValue(text.RowText).EndRow();
    });

    /// <summary>Flushes the names of files written since last, so that the entries which name them may be appended.</summary>
    public void FlushNames()
    {
        Folder.Flush(_rows);
        Folder.Flush(_texts);
    }

    /// <summary>The sums of each batch by cost centre, account, counterparty, activity and month.</summary>
    public IReadOnlyList<LeafCells> ReadCells(IReadOnlyList<FactBatch> batches, LedgerCodes codes)
    {
        var byFile = batches.Where(b => b.Kind == FactKind.Ledger && b.RowsFile is not null).ToLookup(b => b.RowsFile!);
        if (byFile.Count == 0)
            return [];
        var columns = byFile.ToDictionary(f => f.Key, _ => new CellColumns(), StringComparer.Ordinal);
        lock (_one)
        {
            using var command = _duck.CreateCommand();
            command.CommandText = $"""
                SELECT parse_filename(filename, true), cost_centre, account, counterparty, activity, year(date) * 12 + month(date) - 1, sum(ore)::BIGINT
                FROM read_parquet([{string.Join(',', byFile.Select(f => Quoted(RowsPath(f.Key))))}], filename = true)
                GROUP BY ALL ORDER BY ALL
                """;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                columns[reader.GetString(0)].Add(
                    codes.CostCentres.NumberOf(reader.GetString(1)),
                    codes.Accounts.NumberOf(reader.GetString(2)),
                    codes.Counterparties.NumberOf(reader.GetString(3)),
                    codes.Activities.NumberOf(reader.GetString(4)),
                    (int)reader.GetInt64(5),
                    reader.GetInt64(6));
            }
        }

        return [.. byFile.SelectMany(file => file.Select(batch => columns[file.Key].ToCells(codes, batch)))];
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

    /// <summary>The SHA-256 of a file of rows as it lies now; nothing when it is not there.</summary>
    public string? HashOfRows(string name) => File.Exists(RowsPath(name)) ? HashOf(RowsPath(name)) : null;

    /// <summary>The SHA-256 of a file of texts as it lies now; nothing when it has been erased.</summary>
    public string? HashOfTexts(string name) => File.Exists(TextsPath(name)) ? HashOf(TextsPath(name)) : null;

    /// <summary>Removes files that no entry names: what a crash left between file and entry. Only for the holder of the writer lock.</summary>
    public void Sweep(IReadOnlySet<string> named)
    {
        foreach (var file in Directory.EnumerateFiles(_rows).Concat(Directory.EnumerateFiles(_texts)))
        {
            if (!named.Contains(Path.GetFileNameWithoutExtension(file)) || file.EndsWith(".tmp", StringComparison.Ordinal))
                File.Delete(file);
        }
    }

    public void Dispose() => _duck.Dispose();

    private string Write(string folder, string columns, string order, Action<DuckDBAppender> append)
    {
        lock (_one)
        {
            Execute($"CREATE OR REPLACE TABLE incoming ({columns})");
            using (var appender = _duck.CreateAppender("incoming"))
                append(appender);
            var temporary = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".tmp");
            Execute($"COPY (SELECT * FROM incoming {order}) TO {Quoted(temporary)} (FORMAT parquet, COMPRESSION zstd)");
            Execute("DROP TABLE incoming");
            var name = HashOf(temporary);
            using (var written = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            File.Move(temporary, Path.Combine(folder, name + ".parquet"), overwrite: true);
            return name;
        }
    }

    private void Execute(string sql)
    {
        using var command = _duck.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''")}'";

    private sealed class CellColumns
    {
        private readonly List<int> _costCentre = [];
        private readonly List<int> _account = [];
        private readonly List<int> _counterparty = [];
        private readonly List<int> _activity = [];
        private readonly List<int> _month = [];
        private readonly List<long> _ore = [];

        public void Add(int costCentre, int account, int counterparty, int activity, int month, long ore)
        {
            _costCentre.Add(costCentre);
            _account.Add(account);
            _counterparty.Add(counterparty);
            _activity.Add(activity);
            _month.Add(month);
            _ore.Add(ore);
        }

        public LeafCells ToCells(LedgerCodes codes, FactBatch batch) => new(codes, batch, [.. _costCentre], [.. _account], [.. _counterparty], [.. _activity], [.. _month], [.. _ore]);
    }
}
