using System.Globalization;
using System.IO.Compression;
using System.Text;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Exports;
using Styrkedja.Reports;

namespace Styrkedja.Formats.Reports;

/// <summary>All tables of a report as an Excel workbook: a sheet of contents, one sheet for each table, and last a list of every figure with its address.</summary>
/// <remarks>A number is whole in its cell, kronor to the öre, and only shown in the unit of the table. The same report gives the same bytes. Format: ECMA-376, SpreadsheetML.</remarks>
public sealed class ReportWorkbook
{
    /// <summary>The row of a table's sheet in which its heads stand.</summary>
    public const int HeadRow = 4;

    private const int LongestSheetName = 31;
    private const int WidestText = 60;

    private readonly ReportDocument _report;
    private readonly WorkbookWords _words;
    private readonly CellLooks _looks = new();
    private readonly List<(ReportTable Table, ReportSection Section, string Sheet)> _tables = [];
    private readonly List<TracedCell> _traced = [];

    private ReportWorkbook(ReportDocument report, WorkbookWords words)
    {
        (_report, _words) = (report, words);
        var names = new HashSet<string>([words.Contents, words.Figures], StringComparer.OrdinalIgnoreCase);
        foreach (var section in report.AllSections)
        {
            foreach (var table in section.Blocks.OfType<ReportTable>())
                _tables.Add((table, section, NameOf(table.Id, names)));
        }
    }

    private sealed record TracedCell(string Sheet, string Cell, string Row, string Column, ReportCell Of);

    public static void Write(Stream stream, ReportDocument report, WorkbookWords words) => new ReportWorkbook(report, words).Write(stream);

    public static byte[] Bytes(ReportDocument report, WorkbookWords words)
    {
        using var stream = new MemoryStream();
        Write(stream, report, words);
        return stream.ToArray();
    }

    private void Write(Stream stream)
    {
        List<(string Name, string Xml, int HeadRow)> sheets = [(_words.Contents, "", 0)];
        sheets.AddRange(_tables.Select(t => (t.Sheet, Sheet(t.Table, t.Sheet), HeadRow)));
        sheets.Add((_words.Figures, Figures(), HeadRow));
        sheets[0] = sheets[0] with { Xml = Contents() };
        var numbered = sheets.Select((s, i) => (s.Name, s.Xml, s.HeadRow, Number: i + 1)).ToList();
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        void Part(string name, string xml)
        {
            using var part = SheetXml.Entry(zip, name).Open();
            part.Write(Encoding.UTF8.GetBytes(SheetXml.Head + xml));
        }

        const string type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{type}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{type}.styles+xml\"/>"
            + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
            + string.Concat(numbered.Select(s => $"<Override PartName=\"/xl/worksheets/sheet{s.Number}.xml\" ContentType=\"{type}.worksheet+xml\"/>")) + "</Types>");
        Part("_rels/.rels", $"<Relationships xmlns=\"{SheetXml.PackageRelations}\"><Relationship Id=\"rId1\" Type=\"{SheetXml.Relations}/officeDocument\" Target=\"xl/workbook.xml\"/>"
            + $"<Relationship Id=\"rId2\" Type=\"{SheetXml.PackageRelations}/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>");
        Part("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + $"<dc:title>{SheetXml.Escaped(_report.Title)}</dc:title><dc:creator>{SheetXml.Escaped(_report.Author)}</dc:creator><dc:identifier>{SheetXml.Escaped(_report.Id)}</dc:identifier><dc:language>{SheetXml.Escaped(_report.Language)}</dc:language></cp:coreProperties>");
        Part("xl/workbook.xml", $"<workbook xmlns=\"{SheetXml.Main}\" xmlns:r=\"{SheetXml.Relations}\"><sheets>"
            + string.Concat(numbered.Select(s => $"<sheet name=\"{SheetXml.Escaped(s.Name)}\" sheetId=\"{s.Number}\" r:id=\"rId{s.Number}\"/>")) + "</sheets><definedNames>"
            + string.Concat(numbered.Where(s => s.HeadRow > 0).Select(s => $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{s.Number - 1}\">{SheetXml.Escaped(Quoted(s.Name))}!${s.HeadRow}:${s.HeadRow}</definedName>")) + "</definedNames></workbook>");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{SheetXml.PackageRelations}\">"
            + string.Concat(numbered.Select(s => $"<Relationship Id=\"rId{s.Number}\" Type=\"{SheetXml.Relations}/worksheet\" Target=\"worksheets/sheet{s.Number}.xml\"/>"))
            + $"<Relationship Id=\"rId{numbered.Count + 1}\" Type=\"{SheetXml.Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        Part("xl/styles.xml", _looks.Xml());
        foreach (var sheet in numbered)
            Part($"xl/worksheets/sheet{sheet.Number}.xml", sheet.Xml);
    }

    private string Contents()
    {
        var sheet = new WorksheetText(_looks);
        sheet.NextRow();
        sheet.Text(_report.Title, new(CellLetters.Title));
        sheet.NextRow();
        sheet.Text(_report.Author, new(CellLetters.Note));
        sheet.NextRow();
        sheet.NextRow();
        sheet.Text(string.Concat(_report.Lead.Select(run => run.Text)), new());
        sheet.NextRow();
        void Said(string name, Action value)
        {
            sheet.NextRow();
            sheet.Text(name, new(CellLetters.Note));
            value();
        }

        Said(_words.AsOf, () => sheet.Text(_report.At.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), new(Indent: 1)));
        Said(_words.KnownAt, () => sheet.Number(_report.At.KnownAt, new(Format: "0", Indent: 1)));
        if (_report.JournalHash is { } hash)
            Said(_words.JournalHash, () => sheet.Text(hash, new(Indent: 1)));
        Said(_words.Engine, () => sheet.Text(_report.Engine, new(Indent: 1)));
        sheet.NextRow();
        sheet.NextRow();
        foreach (var head in new[] { _words.Table, _words.Section, _words.Unit, _words.Sheet })
            sheet.Text(head, new(CellLetters.Head, CellLine.Under));
        foreach (var (table, section, name) in _tables)
        {
            sheet.NextRow();
            sheet.Text(table.Caption, new(CellLetters.Link, Wraps: true), Place(name, "A1"));
            sheet.Text(section.Title, new(Wraps: true));
            sheet.Text(table.Unit ?? "", new());
            sheet.Text(name, new());
        }

        sheet.NextRow();
        sheet.Text(_words.FiguresNote, new(CellLetters.Link, Wraps: true), Place(_words.Figures, "A1"));
        sheet.Text("", new());
        sheet.Text("", new());
        sheet.Text(_words.Figures, new());
        return sheet.Xml([62, 40, 14, 32], (0, 0), _report.Title);
    }

    private string Sheet(ReportTable table, string name)
    {
        var sheet = new WorksheetText(_looks);
        sheet.NextRow();
        sheet.Text(table.Caption, new(CellLetters.Title));
        sheet.NextRow();
        sheet.Text(string.Join(" · ", new[] { table.Unit, table.Rows.Any(r => r.Cells.Any(c => c.Number is not null)) ? _words.Exact : null }.OfType<string>()), new(CellLetters.Note));
        sheet.NextRow();
        sheet.Text(_words.Back, new(CellLetters.Link), Place(_words.Contents, "A1"));
        sheet.NextRow();
        foreach (var (column, i) in table.Columns.Select((c, i) => (c, i)))
        {
            var right = column.Kind == ReportColumnKind.Number;
            sheet.Text(column.Title, new(CellLetters.Head, CellLine.Under, Indent: i > 0 && !right ? 1 : 0, Right: right, Wraps: true));
        }

        foreach (var row in table.Rows)
        {
            sheet.NextRow();
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var (cell, isNumber) = (row.Cells[i], i < table.Columns.Count && table.Columns[i].Kind == ReportColumnKind.Number);
                var look = new CellLook(
                    row.Kind == ReportRowKind.Item ? CellLetters.Plain : CellLetters.Strong,
                    row.Kind switch { ReportRowKind.Subtotal => CellLine.Thin, ReportRowKind.Total => CellLine.Firm, _ => CellLine.None },
                    Dotted: cell.Illustrative,
                    Indent: i == 0 ? Math.Clamp(row.Level, 0, 15) : isNumber ? 0 : 1,
                    Right: isNumber);
                var at = cell.Number is { } number ? sheet.Number(number, look with { Format = NumberLook.Of(cell.Text, number), Right = true }) : sheet.Text(cell.Text, look with { Wraps = !isNumber });
                if (cell.Figure is not null || cell.Address is not null)
                    _traced.Add(new(name, at, row.Cells[0].Text, i < table.Columns.Count ? table.Columns[i].Title : "", cell));
            }
        }

        sheet.NextRow();
        foreach (var note in table.Notes.Concat(table.Rows.Any(r => r.Cells.Any(c => c.Illustrative)) ? [_words.IllustrativeNote] : []))
        {
            sheet.NextRow();
            sheet.Text(note, new(CellLetters.Note));
        }

        return sheet.Xml([.. table.Columns.Select((c, i) => WidthOf(table, c, i))], (1, HeadRow), $"{_report.Title} – {table.Caption}");
    }

    private string Figures()
    {
        var sheet = new WorksheetText(_looks);
        sheet.NextRow();
        sheet.Text(_words.Figures, new(CellLetters.Title));
        sheet.NextRow();
        sheet.Text(_words.FiguresNote, new(CellLetters.Note));
        sheet.NextRow();
        sheet.Text(_words.Back, new(CellLetters.Link), Place(_words.Contents, "A1"));
        sheet.NextRow();
        foreach (var head in new[] { _words.Sheet, _words.Cell, _words.Row, _words.Column, _words.Shown, _words.Value, _words.Unit, _words.Address, _words.Illustrative })
            sheet.Text(head, new(CellLetters.Head, CellLine.Under, Indent: head == _words.Unit ? 1 : 0, Right: head == _words.Value));
        foreach (var (name, cell, row, column, of) in _traced)
        {
            sheet.NextRow();
            sheet.Text(name, new());
            sheet.Text(cell, new(CellLetters.Link), Place(name, cell));
            sheet.Text(row, new());
            sheet.Text(column, new());
            sheet.Text(of.Text, new());
            var (value, unit) = of.Figure?.Value switch
            {
                FigureValue.Amount amount => (amount.Money.Ore / 100m, _words.Kronor),
                FigureValue.Count count => (count.Items, _words.Items),
                FigureValue.Number number => (number.Value, number.Unit),
                _ => ((decimal?)null, ""),
            };
            if (value is { } exact)
                sheet.Number(exact, new(Right: true, Format: unit == _words.Kronor ? "#,##0.00" : "#,##0.############"));
            else
                sheet.Text("", new());
            sheet.Text(unit, new(Indent: 1));
            sheet.Text(of.Figure?.Address.ToString() ?? of.Address ?? "", new());
            sheet.Text(of.Illustrative ? _words.Yes : "", new());
        }

        return sheet.Xml([24, 8, 36, 24, 16, 20, 10, 70, 12], (0, HeadRow), $"{_report.Title} – {_words.Figures}");
    }

    /// <summary>Wide enough for every number, for the longest word of the head, and for words as far as they do not make the sheet hard to see over.</summary>
    private static int WidthOf(ReportTable table, ReportColumn column, int at)
    {
        var texts = table.Rows.Where(r => at < r.Cells.Count).Select(r => r.Cells[at].Text.Length + (at == 0 ? r.Level * 2 : 0)).DefaultIfEmpty(0).Max();
        var head = column.Title.Split(' ').Max(word => word.Length);
        var least = Math.Min(Math.Max(texts, head), WidestText);
        return column.Kind == ReportColumnKind.Number ? Math.Max(least + 3, 11) : Math.Max(least + 2, at == 0 ? 24 : 12);
    }

    /// <summary>The table's id as far as a sheet's name can hold it; a second one of the same gets a number.</summary>
    private static string NameOf(string id, HashSet<string> taken)
    {
        var (name, more) = (id.Length <= LongestSheetName ? id : id[..LongestSheetName], 2);
        while (!taken.Add(name))
        {
            var end = $"-{more++}";
            name = id[..Math.Min(id.Length, LongestSheetName - end.Length)] + end;
        }

        return name;
    }

    private static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Place(string sheet, string cell) => $"{Quoted(sheet)}!{cell}";
}
