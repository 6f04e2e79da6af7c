using System.Security.Cryptography;
using DuckDB.NET.Data;
using Styrkedja.Calendar;
using Styrkedja.Facts;

namespace Styrkedja.Store.Facts;

/// <summary>The files of staff facts: Parquet beside those of the ledger, each named by the SHA-256 of its own bytes.</summary>
/// <remarks>Columns are documented in docs/format/staff.md and cannot be undone. A value that the source does not tell is null. Whoever writes flushes the names
/// (<see cref="FactFiles.FlushNames"/>) before the entry that names the file is appended.</remarks>
public sealed class StaffFiles(string folder) : IDisposable
{
    private const string Columns = """
        line INTEGER, subject VARCHAR, month DATE, headcount BIGINT, full_time_equivalents_milli BIGINT, agency_full_time_equivalents_milli BIGINT,
        agency_hours_centi BIGINT, sick_leave_hours_centi BIGINT, ordinary_hours_centi BIGINT
        """;

    private readonly string _folder = Path.Combine(folder, "facts");
    private readonly Lock _one = new();
    private DuckDBConnection? _duck;

    /// <summary>Writes rows, sorted by subject, month and line, and returns the name of their file.</summary>
    public string Write(StaffRows rows)
    {
        lock (_one)
        {
            Execute($"CREATE OR REPLACE TABLE incoming ({Columns})");
            using (var appender = Duck().CreateAppender("incoming"))
            {
                for (var i = 0; i < rows.Count; i++)
                {
                    var row = appender.CreateRow().AppendValue(rows.Line[i]).AppendValue(rows.Subject[i]).AppendValue(Month.FromIndex(rows.MonthIndex[i]).FirstDay);
                    foreach (var column in StaffRows.Columns)
                        row.AppendValue(rows.Has(column, i) ? rows[column, i] : null);
                    row.EndRow();
                }
            }

            var temporary = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".tmp");
            Execute($"COPY (SELECT * FROM incoming ORDER BY subject, month, line) TO {Quoted(temporary)} (FORMAT parquet, COMPRESSION zstd)");
            Execute("DROP TABLE incoming");
            string name;
            using (var written = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite))
            {
                name = Convert.ToHexStringLower(SHA256.HashData(written));
                written.Flush(flushToDisk: true);
            }

            File.Move(temporary, PathOf(name), overwrite: true);
            return name;
        }
    }

    /// <summary>The rows of a file as they lie now.</summary>
    public StaffRows Read(string name)
    {
        List<int> line = [], months = [];
        var subjects = new List<string>();
        List<long>[] values = [.. StaffRows.Columns.Select(_ => new List<long>())];
        lock (_one)
        {
            using var command = Duck().CreateCommand();
            command.CommandText = $"SELECT * FROM read_parquet({Quoted(PathOf(name))}) ORDER BY subject, month, line";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                line.Add(reader.GetInt32(0));
                subjects.Add(reader.GetString(1));
                months.Add(Month.Of(DateOnly.FromDateTime(reader.GetDateTime(2))).Index);
                for (var c = 0; c < values.Length; c++)
                    values[c].Add(reader.IsDBNull(3 + c) ? StaffRows.None : reader.GetInt64(3 + c));
            }
        }

        return new([.. line], [.. subjects], [.. months], [.. values.Select(v => v.ToArray())]);
    }

    public void Dispose() => _duck?.Dispose();

    private string PathOf(string name) => Path.Combine(_folder, name + ".parquet");

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

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
