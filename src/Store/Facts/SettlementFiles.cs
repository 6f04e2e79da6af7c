using System.Security.Cryptography;
using DuckDB.NET.Data;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Formats.Care;
using Styrkedja.Provenance;

namespace Styrkedja.Store.Facts;

/// <summary>The files of frozen months of settlement: Parquet beside those of the ledger, each named by the SHA-256 of its own bytes.</summary>
/// <remarks>They hold sums by agreement and component and no contact. Columns are documented in docs/format/settlement.md and cannot be undone.</remarks>
public sealed class SettlementFiles(string folder) : IDisposable
{
    private const string Columns = """
        month DATE, agreement VARCHAR, provider VARCHAR, about DATE, component VARCHAR, kind VARCHAR, payer VARCHAR, ore BIGINT, contacts BIGINT, points_millionths BIGINT, rules VARCHAR
        """;

    private readonly string _folder = Path.Combine(folder, "facts");
    private readonly Lock _one = new();
    private DuckDBConnection? _duck;

    /// <summary>Writes a frozen month and returns the name of its file.</summary>
    public string Write(SettlementStatement statement)
    {
        lock (_one)
        {
            Execute($"CREATE OR REPLACE TABLE incoming ({Columns})");
            using (var appender = Duck().CreateAppender("incoming"))
            {
                foreach (var row in StatementText.Rows(statement))
                {
                    appender.CreateRow().AppendValue(row.Month.FirstDay).AppendValue(row.Agreement).AppendValue(row.Provider).AppendValue(row.About.FirstDay).AppendValue(row.Component)
                        .AppendValue(KeyWord.Of(row.Kind)).AppendValue(KeyWord.Of(row.Payer)).AppendValue(row.Ore).AppendValue(row.Count).AppendValue(row.Points).AppendValue(row.Rules).EndRow();
                }
            }

            var temporary = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".tmp");
            Execute($"COPY incoming TO {RowFilter.Quoted(temporary)} (FORMAT parquet, COMPRESSION zstd)");
            Execute("DROP TABLE incoming");
            string name;
            using (var written = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite))
            {
                name = Convert.ToHexStringLower(SHA256.HashData(written));
                written.Flush(flushToDisk: true);
            }

            File.Move(temporary, Path.Combine(_folder, name + ".parquet"), overwrite: true);
            return name;
        }
    }

    /// <summary>A frozen month read back; its lines say what they came to and no longer by which version of a rule.</summary>
    public SettlementStatement Read(FactBatch batch)
    {
        var (lines, adjustments) = (new List<SettlementLine>(), new List<SettlementAdjustment>());
        lock (_one)
        {
            using var command = Duck().CreateCommand();
            command.CommandText = $"SELECT * EXCLUDE rules FROM read_parquet({RowFilter.Quoted(Path.Combine(_folder, batch.RowsFile + ".parquet"))}, file_row_number = true) ORDER BY file_row_number";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var (month, about) = (Month.Of(DateOnly.FromDateTime(reader.GetDateTime(0))), Month.Of(DateOnly.FromDateTime(reader.GetDateTime(3))));
                var (agreement, provider, component, kind, payer) = (reader.GetString(1), reader.GetString(2), reader.GetString(4), Word<SettlementKind>(reader.GetString(5)), Word<ContactPayer>(reader.GetString(6)));
                if (about == month)
                    lines.Add(new(agreement, provider, month, component, kind, payer, new Money(reader.GetInt64(7)), reader.GetInt64(8), reader.GetInt64(9), []));
                else
                    adjustments.Add(new(agreement, provider, about, component, kind, payer, new Money(reader.GetInt64(7)), reader.GetInt64(8)));
            }
        }

        return new(batch.Period.From, lines, adjustments);
    }

    /// <summary>The rows of a frozen month as they were written, with the decisions that each rests on.</summary>
    public IReadOnlyList<StatementRow> ReadRows(FactBatch batch)
    {
        var rows = new List<StatementRow>();
        lock (_one)
        {
            using var command = Duck().CreateCommand();
            command.CommandText = $"SELECT month, agreement, provider, about, component, kind, payer, ore, contacts, points_millionths, rules FROM read_parquet({RowFilter.Quoted(Path.Combine(_folder, batch.RowsFile + ".parquet"))}, file_row_number = true) ORDER BY file_row_number";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(new(
                    Month.Of(DateOnly.FromDateTime(reader.GetDateTime(0))), reader.GetString(1), reader.GetString(2), Month.Of(DateOnly.FromDateTime(reader.GetDateTime(3))), reader.GetString(4),
                    Word<SettlementKind>(reader.GetString(5)), Word<ContactPayer>(reader.GetString(6)), reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9), reader.GetString(10)));
            }
        }

        return rows;
    }

    public void Dispose() => _duck?.Dispose();

    private static T Word<T>(string word)
        where T : struct, Enum => Enum.GetValues<T>().First(value => KeyWord.Of(value) == word);

    private DuckDBConnection Duck()
    {
        if (_duck is null)
        {
            _duck = new("DataSource=:memory:");
            _duck.Open();
            Execute("SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET threads=1;");
        }

        return _duck;
    }

    private void Execute(string sql)
    {
        using var command = Duck().CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
