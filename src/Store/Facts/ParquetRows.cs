using System.Data;
using System.Globalization;
using DuckDB.NET.Data;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;

namespace Styrkedja.Store.Facts;

/// <summary>Rows of a Parquet file handed in from outside, in the order they stand; whole numbers and decimals are exact, binary ones as near as decimal comes.</summary>
/// <remarks>The bytes are laid in a file of their own while they are read, so that what is read is what was handed in; a column of lists or structures reads as text.</remarks>
public sealed class ParquetRows : TableRows
{
    private readonly string _file;
    private readonly string _lying;
    private readonly DuckDBConnection _duck = new("DataSource=:memory:");
    private readonly IDataReader? _reader;
    private readonly List<string> _columns = [];
    private int _line;

    /// <param name="bytes">The whole file.</param>
    /// <param name="fileName">What the file is called where faults are told.</param>
    /// <param name="folder">A folder of the region to lay the file in while it is read.</param>
    public ParquetRows(ReadOnlyMemory<byte> bytes, string fileName, string folder)
    {
        _file = fileName;
        _lying = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".tmp");
        using (var file = new FileStream(_lying, FileMode.CreateNew, FileAccess.Write))
            file.Write(bytes.Span);
        try
        {
            _duck.Open();
            using var command = _duck.CreateCommand();
            command.CommandText = $"SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET preserve_insertion_order=true; SELECT * FROM read_parquet('{_lying.Replace("'", "''", StringComparison.Ordinal)}')";
            command.UseStreamingMode = true;
            _reader = command.ExecuteReader();
            for (var i = 0; i < _reader.FieldCount; i++)
                _columns.Add(_reader.GetName(i));
        }
        catch (Exception e) when (IsBroken(e))
        {
            Broken = Fault.Error("table.not-parquet", new(fileName), "");
        }
    }

    public override IReadOnlyList<string> Columns => _columns;

    public override int Line => _line;

    public override int Cells => _columns.Count;

    public override bool Read()
    {
        if (_reader is null || Broken is not null)
            return false;
        try
        {
            if (!_reader.Read())
                return false;
            _line++;
            return true;
        }
        catch (Exception e) when (IsBroken(e))
        {
            Broken = Fault.Error("table.not-parquet", new(_file, _line + 1), "");
            return false;
        }
    }

    public override TableCell Cell(int column)
    {
        if (_reader!.IsDBNull(column))
            return TableCell.Empty;
        return _reader.GetValue(column) switch
        {
            string text => new(text.Trim()),
            DateOnly day => OfDay(day),
            DateTime time => OfDay(DateOnly.FromDateTime(time)),
            decimal exact => OfNumber(exact),
            double or float => OfBinary(Convert.ToDouble(_reader.GetValue(column), CultureInfo.InvariantCulture)),
            sbyte or byte or short or ushort or int or uint or long or ulong => OfNumber(Convert.ToDecimal(_reader.GetValue(column), CultureInfo.InvariantCulture)),
            var other => new(Convert.ToString(other, CultureInfo.InvariantCulture)!.Trim()),
        };
    }

    protected override void Dispose(bool disposing)
    {
        _reader?.Dispose();
        _duck.Dispose();
        File.Delete(_lying);
        base.Dispose(disposing);
    }

    private static TableCell OfDay(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Day: day);

    private static TableCell OfNumber(decimal exact) => new(exact.ToString("0.############################", CultureInfo.InvariantCulture), exact);

    private static TableCell OfBinary(double number) =>
        double.IsFinite(number) && Math.Abs(number) < 1e15 ? OfNumber((decimal)number) : new(number.ToString("R", CultureInfo.InvariantCulture));

    private static bool IsBroken(Exception e) => e is DuckDBException or IOException or InvalidOperationException or FormatException or OverflowException or ArgumentException or NotSupportedException;
}
