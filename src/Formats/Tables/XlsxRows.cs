using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Tables;

/// <summary>Rows of one sheet of an XLSX workbook, read as they come. Formulas count by the value they had when the file was saved.</summary>
/// <remarks>A workbook is a packed folder that can swell a thousandfold; it is unpacked once to be measured, and refused above the bound.</remarks>
internal sealed class XlsxRows : TableRows
{
    private const long MostUnpacked = 2L << 30;

    private readonly string _file;
    private readonly IExcelDataReader? _sheet;
    private readonly List<string> _columns = [];
    private int _line;
    private bool _held;

    /// <summary>The reader asks for Windows-1252 before it has seen the file, and the platform gives that only when asked.</summary>
    static XlsxRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public XlsxRows(ReadOnlyMemory<byte> bytes, string fileName, TableForm form)
    {
        _file = fileName;
        var packed = bytes.ToArray();
        try
        {
            if (Unpacked(packed) > MostUnpacked)
            {
                Broken = Fault.Error("table.workbook-too-large", new(fileName), "", ("most", $"{MostUnpacked >> 30}"));
                return;
            }

            _sheet = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(packed, writable: false));
            if (form.Sheet is { } name && !GoTo(_sheet, name))
            {
                _sheet.Reset();
                Broken = Fault.Error("table.sheet-missing", new(fileName), name, ("sheets", string.Join(", ", Sheets(_sheet))));
                return;
            }

            for (var skipped = 0; skipped < form.SkipRows && Next(); skipped++)
            {
            }

            ReadHeading(form.Headerless);
        }
        catch (Exception e) when (IsBroken(e))
        {
            Broken = Fault.Error("table.not-a-workbook", new(fileName), "");
        }
    }

    public override IReadOnlyList<string> Columns => _columns;

    public override int Line => _line;

    public override int Cells => _sheet!.FieldCount;

    public override bool Read()
    {
        if (_sheet is null || Broken is not null)
            return false;
        if (_held)
        {
            _held = false;
            return true;
        }

        try
        {
            return Next();
        }
        catch (Exception e) when (IsBroken(e))
        {
            Broken = Fault.Error("table.not-a-workbook", new(_file, _line), "");
            return false;
        }
    }

    public override TableCell Cell(int column) => column >= _sheet!.FieldCount ? TableCell.Empty : _sheet.GetValue(column) switch
    {
        null => TableCell.Empty,
        double number => OfNumber(number),
        int number => new(number.ToString(CultureInfo.InvariantCulture), number),
        DateTime time => new(time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Day: DateOnly.FromDateTime(time)),
        bool flag => new(flag ? "TRUE" : "FALSE"),
        var other => new(Convert.ToString(other, CultureInfo.InvariantCulture)!.Trim()),
    };

    protected override void Dispose(bool disposing)
    {
        _sheet?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>A binary number as decimal: fifteen digits, which is what such a number can be trusted with.</summary>
    private static TableCell OfNumber(double number)
    {
        if (!double.IsFinite(number) || Math.Abs(number) >= 1e15)
            return new(number.ToString("R", CultureInfo.InvariantCulture));
        var exact = (decimal)number;
        return new(exact.ToString("0.###############", CultureInfo.InvariantCulture), exact);
    }

    private bool Next()
    {
        if (!_sheet!.Read())
            return false;
        _line++;
        return true;
    }

    private void ReadHeading(bool headerless)
    {
        if (!Next())
        {
            Broken = Fault.Error("table.empty", new(_file), "");
            return;
        }

        _held = headerless;
        for (var i = 0; i < _sheet!.FieldCount; i++)
            _columns.Add(headerless ? (i + 1).ToString(CultureInfo.InvariantCulture) : Cell(i).Text);
    }

    private static bool GoTo(IExcelDataReader sheet, string name)
    {
        do
        {
            if (sheet.Name == name)
                return true;
        }
        while (sheet.NextResult());
        return false;
    }

    private static List<string> Sheets(IExcelDataReader sheet)
    {
        var names = new List<string>();
        do
            names.Add(sheet.Name);
        while (sheet.NextResult());
        return names;
    }

    private static long Unpacked(byte[] packed)
    {
        var total = 0L;
        var buffer = new byte[1 << 16];
        using var zip = new ZipArchive(new MemoryStream(packed, writable: false));
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int read; total <= MostUnpacked && (read = part.Read(buffer)) > 0;)
                total += read;
        }

        return total;
    }

    /// <summary>A file that is no workbook, or a damaged one, can fail anywhere in the reading.</summary>
    private static bool IsBroken(Exception e) =>
        e is ExcelReaderException or InvalidDataException or XmlException or IOException or FormatException or ArgumentException or InvalidOperationException
            or NullReferenceException or IndexOutOfRangeException or OverflowException or KeyNotFoundException or InvalidCastException or NotSupportedException;
}
