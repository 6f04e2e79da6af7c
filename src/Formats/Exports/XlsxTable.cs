using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Styrkedja.Formats.Exports;

/// <summary>A table as an Excel workbook, written straight into the stream; when a sheet is full the next begins with the same head.</summary>
/// <remarks>Dates and amounts are numbers with a format, texts are texts: one that could be taken for a formula is marked so that it stays a text when edited. The same table gives the
/// same bytes. Format: ECMA-376, SpreadsheetML.</remarks>
public sealed class XlsxTable : TableWriter
{
    /// <summary>How many rows a sheet can have, its head included.</summary>
    public const int RowsOfSheet = 1_048_576;

    private const int FlushAt = 1 << 16;
    private readonly ZipArchive _zip;
    private readonly string _sheetName;
    private readonly IReadOnlyList<string> _columns;
    private readonly int _rowsOfSheet;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt * 2);
    private Stream? _sheet;
    private int _sheets;
    private int _rows;
    private bool _within;

    /// <param name="sheetName">Name of each sheet, before its number; at most 24 characters and none of those that a sheet's name cannot have.</param>
    /// <param name="columns">The head of each sheet.</param>
    /// <param name="rowsOfSheet">How many rows a sheet takes, its head included; fewer than it can only in tests.</param>
    public XlsxTable(Stream stream, string sheetName, IReadOnlyList<string> columns, int rowsOfSheet = RowsOfSheet)
    {
        _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        (_sheetName, _columns, _rowsOfSheet) = (sheetName, columns, rowsOfSheet);
    }

    public override void Text(string text)
    {
        Begin();
        if (text.Length == 0)
        {
            Add("<c/>"u8);
            return;
        }

        Add(LooksLikeFormula(text) ? "<c s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        Add(SheetXml.Escaped(text));
        Add("</t></is></c>"u8);
    }

    public override void Number(long number) => Value("<c><v>"u8, number, 1);

    public override void Thousandths(long? thousandths)
    {
        if (thousandths is { } value)
            Value("<c><v>"u8, value, 1000);
        else
            Text("");
    }

    public override void Exact(decimal number)
    {
        Begin();
        Add("<c><v>"u8);
        Add(SheetXml.Number(number));
        Add("</v></c>"u8);
    }

    public override void Kronor(long ore) => Value("<c s=\"2\"><v>"u8, ore, 100);

    /// <summary>A day as Excel counts: the thirtieth of December 1899 is day 0, from the first of March 1900 on.</summary>
    public override void Day(DateOnly day) => Value("<c s=\"1\"><v>"u8, day.DayNumber - new DateOnly(1899, 12, 30).DayNumber, 1);

    public override void EndRow()
    {
        Add("</row>"u8);
        _within = false;
        if (_buffer.WrittenCount >= FlushAt)
            Flush();
    }

    public override void Complete()
    {
        if (_sheet is null)
            BeginSheet();
        EndSheet();
        var sheets = Enumerable.Range(1, _sheets).ToList();
        Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
            + string.Concat(sheets.Select(i => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")) + "</Types>");
        Part("_rels/.rels", $"<Relationships xmlns=\"{SheetXml.PackageRelations}\"><Relationship Id=\"rId1\" Type=\"{SheetXml.Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part("xl/workbook.xml", $"<workbook xmlns=\"{SheetXml.Main}\" xmlns:r=\"{SheetXml.Relations}\"><sheets>"
            + string.Concat(sheets.Select(i => $"<sheet name=\"{SheetXml.Escaped(_sheetName)}{(_sheets > 1 ? $" {i}" : "")}\" sheetId=\"{i}\" r:id=\"rId{i}\"/>")) + "</sheets></workbook>");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{SheetXml.PackageRelations}\">"
            + string.Concat(sheets.Select(i => $"<Relationship Id=\"rId{i}\" Type=\"{SheetXml.Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))
            + $"<Relationship Id=\"rId{_sheets + 1}\" Type=\"{SheetXml.Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        // Formats of cells: 0 plain, 1 a day, 2 an amount, 3 a text that must stay one, 4 the head.
        Part("xl/styles.xml", $"<styleSheet xmlns=\"{SheetXml.Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"4\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\"/><xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs></styleSheet>");
        _zip.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        // A workbook without its closing directory cannot be opened, which is what one broken off should be.
    }

    private void Begin()
    {
        if (_within)
            return;
        if (_sheet is not null && _rows == _rowsOfSheet)
            EndSheet();
        if (_sheet is null)
            BeginSheet();
        BeginRow();
    }

    private void BeginRow()
    {
        Add("<row>"u8);
        _rows++;
        _within = true;
    }

    private void BeginSheet()
    {
        _sheet = SheetXml.Entry(_zip, $"xl/worksheets/sheet{++_sheets}.xml").Open();
        _rows = 0;
        Add($"{SheetXml.Head}<worksheet xmlns=\"{SheetXml.Main}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols><col min=\"1\" max=\"{_columns.Count}\" width=\"16\" customWidth=\"1\"/></cols><sheetData>");
        BeginRow();
        foreach (var column in _columns)
            Add($"<c s=\"4\" t=\"inlineStr\"><is><t>{SheetXml.Escaped(column)}</t></is></c>");
        Add("</row>"u8);
        _within = false;
    }

    private void EndSheet()
    {
        Add("</sheetData></worksheet>"u8);
        Flush();
        _sheet!.Dispose();
        _sheet = null;
    }

    private void Part(string name, string xml)
    {
        using var part = SheetXml.Entry(_zip, name).Open();
        part.Write(Encoding.UTF8.GetBytes(SheetXml.Head + xml));
    }

    private void Value(ReadOnlySpan<byte> start, long value, int parts)
    {
        Begin();
        Add(start);
        Span<byte> text = stackalloc byte[32];
        (value / (decimal)parts).TryFormat(text, out var written, default, CultureInfo.InvariantCulture);
        Add(text[..written]);
        Add("</v></c>"u8);
    }

    private void Flush()
    {
        _sheet!.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    private void Add(ReadOnlySpan<byte> bytes) => _buffer.Write(bytes);

    private void Add(string text) => Encoding.UTF8.GetBytes(text, _buffer);
}
