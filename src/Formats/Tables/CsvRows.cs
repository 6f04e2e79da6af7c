using System.Globalization;
using System.Text;
using Styrkedja.Provenance;
using Sylvan.Data.Csv;

namespace Styrkedja.Formats.Tables;

/// <summary>Rows of a text file with a sign between fields. Quotes may hold the sign and line breaks; nothing in the file is a remark.</summary>
internal sealed class CsvRows : TableRows
{
    private const int LongestRow = 1 << 20;

    private readonly string _file;
    private readonly CsvDataReader? _csv;
    private readonly List<string> _columns = [];
    private int _next = 1;
    private int _line;

    public CsvRows(ReadOnlyMemory<byte> bytes, string fileName, TableForm form)
    {
        _file = fileName;
        var text = new StreamReader(new MemoryStream(bytes.ToArray(), writable: false), form.TextEncoding, detectEncodingFromByteOrderMarks: true);
        try
        {
            for (; _next <= form.SkipRows; _next++)
            {
                if (text.ReadLine() is null)
                    break;
            }

            _csv = CsvDataReader.Create(text, new CsvDataReaderOptions { Delimiter = form.DelimiterSign, HasHeaders = !form.Headerless, Comment = '\0', MaxBufferSize = LongestRow });
            // A heading that runs over several lines moves the rows down; its own record is not handed out.
            _columns.AddRange(Enumerable.Range(0, _csv.FieldCount).Select(i => form.Headerless ? (i + 1).ToString(CultureInfo.InvariantCulture) : _csv.GetName(i).Trim()));
            if (!form.Headerless)
                _next += 1 + _columns.Sum(c => c.Count(letter => letter == '\n'));
        }
        catch (Exception e) when (e is CsvFormatException or ArgumentException)
        {
            Break(e);
        }
    }

    public override IReadOnlyList<string> Columns => _columns;

    public override int Line => _line;

    public override int Cells => _csv!.RowFieldCount;

    public override bool Read()
    {
        if (_csv is null || Broken is not null)
            return false;
        _line = _next;
        try
        {
            if (!_csv.Read())
                return false;
            _next += Math.Max(1, _csv.GetRawRecordSpan().Count('\n'));
            return true;
        }
        catch (Exception e) when (e is CsvFormatException or DecoderFallbackException or InvalidOperationException)
        {
            Break(e);
            return false;
        }
    }

    public override TableCell Cell(int column) =>
        column < _csv!.RowFieldCount && column < _csv.FieldCount ? new(_csv.GetString(column).Trim()) : TableCell.Empty;

    protected override void Dispose(bool disposing)
    {
        _csv?.Dispose();
        base.Dispose(disposing);
    }

    private void Break(Exception e)
    {
        // The first rows are read together with the heading; then only their number is known.
        var line = _line > 0 ? _line : _next + (e is CsvFormatException { RowNumber: > 0 and var row } ? row : 0);
        Broken = e switch
        {
            DecoderFallbackException or ArgumentException => Fault.Error("table.encoding", new(_file), Bytes(e)),
            CsvMissingHeadersException => Fault.Error("table.empty", new(_file), ""),
            CsvRecordTooLargeException => Fault.Error("table.row-too-long", new(_file, line), "", ("most", $"{LongestRow}")),
            _ => Fault.Error("table.quote-unclosed", new(_file, line), ""),
        };
    }

    private static string Bytes(Exception e) => e is DecoderFallbackException { BytesUnknown: { } unknown } ? string.Join(' ', unknown.Select(b => b.ToString("X2", CultureInfo.InvariantCulture))) : "";
}
