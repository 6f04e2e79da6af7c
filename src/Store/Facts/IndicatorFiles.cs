using System.Security.Cryptography;
using DuckDB.NET.Data;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Tables;

namespace Styrkedja.Store.Facts;

/// <summary>The files of indicator values: Parquet beside those of the ledger, each named by the SHA-256 of its own bytes.</summary>
/// <remarks>Columns are documented in docs/format/indicators.md and cannot be undone. A value is kept exact: whole units of its last decimal, and how many decimals there are. Whoever
/// writes flushes the names (<see cref="FactFiles.FlushNames"/>) before the entry that names the file is appended.</remarks>
public sealed class IndicatorFiles(string folder) : IDisposable
{
    private const string Columns = """
        source VARCHAR, code VARCHAR, place VARCHAR, sex VARCHAR, part VARCHAR, from_month DATE, to_month DATE, value_units BIGINT, value_decimals TINYINT, status VARCHAR, members INTEGER
        """;

    private static readonly string[] s_sexes = ["all", "women", "men"];
    private static readonly string[] s_statuses = ["told", "missing", "suppressed", "withdrawn"];

    private readonly string _folder = Path.Combine(folder, "facts");
    private readonly Lock _one = new();
    private DuckDBConnection? _duck;

    /// <summary>Writes values, which stand in the order of <see cref="IndicatorBook.InOrder"/>, and returns the name of their file.</summary>
    public string Write(IReadOnlyList<IndicatorValue> values)
    {
        lock (_one)
        {
            Execute($"CREATE OR REPLACE TABLE incoming ({Columns})");
            using (var appender = Duck().CreateAppender("incoming"))
            {
                foreach (var (key, value, status, count) in values)
                {
                    var row = appender.CreateRow().AppendValue(key.Source).AppendValue(key.Code).AppendValue(key.Place).AppendValue(s_sexes[(int)key.Sex]).AppendValue(key.Part)
                        .AppendValue(key.Period.From.FirstDay).AppendValue(key.Period.To.FirstDay);
                    if (value is { } told)
                        row.AppendValue(Units(told)).AppendValue((sbyte)told.Scale);
                    else
                        row.AppendNullValue().AppendNullValue();
                    row.AppendValue(s_statuses[(int)status]).AppendValue(count).EndRow();
                }
            }

            var temporary = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".tmp");
            Execute($"COPY incoming TO {Quoted(temporary)} (FORMAT parquet, COMPRESSION zstd)");
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

    /// <summary>The values of a file as they lie now, in their order.</summary>
    public IReadOnlyList<IndicatorValue> Read(string name)
    {
        lock (_one)
        {
            // The texts are many times fewer than the rows; they come once a series, and the rows as numbers.
            var series = new List<(IndicatorSeries Of, int Rows)>();
            using var texts = Duck().CreateCommand();
            texts.CommandText = $"""
                SELECT source, code, place, sex, part, count(*)::INTEGER FROM read_parquet({Quoted(PathOf(name))}, file_row_number = true)
                GROUP BY source, code, place, sex, part ORDER BY min(file_row_number)
                """;
            using (var reader = texts.ExecuteReader())
            {
                while (reader.Read())
                    series.Add((new(reader.GetString(0), reader.GetString(1), reader.GetString(2), (Sex)Array.IndexOf(s_sexes, reader.GetString(3)), reader.GetString(4)), reader.GetInt32(5)));
            }

            using var numbers = Duck().CreateCommand();
            numbers.CommandText = $"""
                SELECT (year(from_month) * 12 + month(from_month) - 1)::INTEGER, (year(to_month) * 12 + month(to_month) - 1)::INTEGER, value_units, value_decimals::INTEGER,
                       (list_position([{string.Join(", ", s_statuses.Select(Quoted))}], status) - 1)::INTEGER, members
                FROM read_parquet({Quoted(PathOf(name))}, file_row_number = true) ORDER BY file_row_number
                """;
            var values = new List<IndicatorValue>(series.Sum(s => s.Rows));
            using var rows = numbers.ExecuteReader();
            foreach (var (of, count) in series)
            {
                for (var i = 0; i < count && rows.Read(); i++)
                {
                    values.Add(new(
                        of.At(new(Month.FromIndex(rows.GetInt32(0)), Month.FromIndex(rows.GetInt32(1)))),
                        rows.IsDBNull(2) ? null : Value(rows.GetInt64(2), rows.GetInt32(3)),
                        (ValueStatus)rows.GetInt32(4),
                        rows.IsDBNull(5) ? null : rows.GetInt32(5)));
                }
            }

            return values;
        }
    }

    public void Dispose() => _duck?.Dispose();

    private static long Units(decimal value)
    {
        if (value.Scale > IndicatorNumber.MostDecimals)
            throw new ArgumentException($"{value} has more than {IndicatorNumber.MostDecimals} decimals.", nameof(value));
        var scale = 1m;
        for (var i = 0; i < value.Scale; i++)
            scale *= 10;
        return (long)(value * scale);
    }

    private static decimal Value(long units, int decimals)
    {
        var size = units < 0 ? (ulong)-units : (ulong)units;
        return new(unchecked((int)size), unchecked((int)(size >> 32)), 0, units < 0, (byte)decimals);
    }

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
