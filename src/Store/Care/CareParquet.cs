using DuckDB.NET.Data;
using Styrkedja.Formats.Care;
using Styrkedja.Provenance;
using Styrkedja.Store.Facts;

namespace Styrkedja.Store.Care;

/// <summary>Rows of a Parquet file of care from outside, read where it lies and piece by piece.</summary>
/// <remarks>Every cell is read as the text that it would have in a CSV file, so that one and the same reading judges both.</remarks>
public sealed class CareParquet : CareRows
{
    private readonly string _file;
    private readonly DuckDBConnection _duck = new("DataSource=:memory:");
    private readonly CareChunks? _chunks;
    private readonly List<string> _columns = [];
    private readonly long _bytes, _rows;
    private int _line, _at = -1;

    /// <param name="path">Where the file lies.</param>
    /// <param name="fileName">What the file is called where faults are told.</param>
    public CareParquet(string path, string fileName)
    {
        _file = fileName;
        try
        {
            _bytes = new FileInfo(path).Length;
            _duck.Open();
            CareZone.Execute(_duck, "SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET preserve_insertion_order=true; SET threads=1;");
            var from = $"read_parquet({CareZone.Quoted(path)})";
            var cells = new List<string>();
            using (var described = Ask($"DESCRIBE SELECT * FROM {from}"))
            {
                using var reader = described.ExecuteReader();
                while (reader.Read())
                {
                    var name = reader.GetString(0);
                    _columns.Add(name);
                    cells.Add($"coalesce({Text($"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", reader.GetString(1))}, '')");
                }
            }

            using (var counted = Ask($"SELECT count(*) FROM {from}"))
                _rows = (long)counted.ExecuteScalar()!;
            _chunks = new(_duck, $"SELECT {string.Join(", ", cells)} FROM {from}");
        }
        catch (Exception e) when (e is DuckDBException or IOException or InvalidOperationException)
        {
            Broken = Fault.Error("care.not-parquet", new(fileName), "");
        }
    }

    public override IReadOnlyList<string> Columns => _columns;

    public override int Line => _line;

    public override int Cells => _columns.Count;

    public override long BytesRead => _rows == 0 ? _bytes : (long)((Int128)_bytes * _line / _rows);

    public override bool Read()
    {
        if (_chunks is null || Broken is not null)
            return false;
        try
        {
            if (_at < 0 || ++_at >= _chunks.Rows)
            {
                if (!_chunks.Next())
                    return false;
                _at = 0;
            }

            _line++;
            return true;
        }
        catch (IOException)
        {
            Broken = Fault.Error("care.not-parquet", new(_file, _line + 1), "");
            return false;
        }
    }

    public override ReadOnlySpan<byte> Cell(int column) => VectorText.BytesOf(in _chunks!.Column<VectorText>(column)[_at]).Trim((byte)' ');

    protected override void Dispose(bool disposing)
    {
        _chunks?.Dispose();
        _duck.Dispose();
        base.Dispose(disposing);
    }

    private DuckDBCommand Ask(string sql)
    {
        var command = _duck.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static string Text(string column, string type) =>
        type.StartsWith("TIMESTAMP", StringComparison.Ordinal) ? $"strftime({column}, '%Y-%m-%d')" : $"{column}::VARCHAR";
}
