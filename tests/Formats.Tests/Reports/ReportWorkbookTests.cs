using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using Styrkedja.Reports;

namespace Styrkedja.Formats.Reports;

/// <summary>The workbook of a report, read back by others than the one that wrote it.</summary>
public class ReportWorkbookTests
{
    private static readonly XNamespace s_main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly byte[] s_bytes = ReportWorkbook.Bytes(TabledReport.Made(), TabledReport.Words);

    static ReportWorkbookTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void It_is_valid_in_every_part()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(s_bytes), false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        Assert.Equal(("Årsredovisning 2017", "Region <Halland> & co"), (workbook.PackageProperties.Title, workbook.PackageProperties.Creator));
    }

    [Fact]
    public void Every_number_read_back_is_the_whole_number_of_its_cell_and_every_text_its_text()
    {
        var report = TabledReport.Made();
        var sheets = Sheets();
        foreach (var (table, sheet) in report.Tables.Zip(sheets.Skip(1)))
        {
            Assert.Equal(table.Caption, sheet.Rows[0][0]);
            Assert.Equal(table.Columns.Select(c => c.Title), sheet.Rows[ReportWorkbook.HeadRow - 1].Take(table.Columns.Count));
            foreach (var (row, i) in table.Rows.Select((r, i) => (r, i)))
            {
                foreach (var (cell, at) in row.Cells.Select((c, at) => (c, at)))
                    Assert.Equal(cell.Number is { } number ? (double)number : cell.Text.Length > 0 ? cell.Text : null, sheet.Rows[ReportWorkbook.HeadRow + i][at]);
            }
        }
    }

    [Fact]
    public void Sheets_are_named_by_their_tables_and_no_two_alike() => Assert.Equal(
        ["Innehåll", "ekonomi-namnder", "mal", TabledReport.LongId[..31], TabledReport.LongId[..29] + "-2", "Siffror"],
        Sheets().Select(s => s.Name));

    [Fact]
    public void The_last_sheet_gives_each_figure_its_cell_value_and_address()
    {
        var sheets = Sheets();
        var traced = sheets[^1].Rows.Skip(ReportWorkbook.HeadRow).ToList();
        var report = TabledReport.Made();

        Assert.Equal(
            report.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Where(c => c.Figure is not null || c.Address is not null).Select(c => c.Figure?.Address.ToString() ?? c.Address),
            traced.Select(r => (string?)r[7]));
        foreach (var row in traced)
        {
            // The cell that the row names holds the value that the row tells.
            var (column, line) = (((string)row[1]!)[0] - 'A', int.Parse(((string)row[1]!)[1..], System.Globalization.CultureInfo.InvariantCulture));
            var there = sheets.Single(s => s.Name == (string?)row[0]).Rows[line - 1][column];
            Assert.Equal(row[5] ?? row[4], there);
        }

        Assert.Equal(["ja", "ja"], traced.Where(r => r[8] is not null).Select(r => (string?)r[8]));
    }

    [Fact]
    public void The_first_sheet_tells_the_moment_and_links_to_every_table()
    {
        var first = Sheets()[0].Rows;

        Assert.Equal("Årsredovisning 2017", first[0][0]);
        Assert.Contains(first, r => r[0] is "Gäller" && r[1] is "2018-03-01");
        Assert.Contains(first, r => r[0] is "Känt till och med post" && r[1] is 214.0);
        Assert.Contains(first, r => r[0] is "Kontrollsumma" && r[1] is "5f2c");
        Assert.Equal(
            ["'ekonomi-namnder'!A1", "'mal'!A1", $"'{TabledReport.LongId[..31]}'!A1", $"'{TabledReport.LongId[..29]}-2'!A1", "'Siffror'!A1"],
            Part("xl/worksheets/sheet1.xml").Descendants(s_main + "hyperlink").Select(h => (string?)h.Attribute("location")));
    }

    [Fact]
    public void Sums_are_bold_what_is_made_up_is_dotted_and_a_text_like_a_formula_stays_a_text()
    {
        var styles = Part("xl/styles.xml");
        var (formats, fonts, borders) = (styles.Descendants(s_main + "cellXfs").Single().Elements().ToList(), styles.Descendants(s_main + "font").ToList(), styles.Descendants(s_main + "border").ToList());
        var cells = Part("xl/worksheets/sheet2.xml").Descendants(s_main + "c").ToDictionary(c => (string)c.Attribute("r")!);
        XElement Look(string cell) => formats[(int)cells[cell].Attribute("s")!];
        XElement Border(string cell) => borders[(int)Look(cell).Attribute("borderId")!];

        Assert.NotEmpty(fonts[(int)Look("B10").Attribute("fontId")!].Elements(s_main + "b"));
        Assert.Empty(fonts[(int)Look("B6").Attribute("fontId")!].Elements(s_main + "b"));
        Assert.Equal("medium", (string?)Border("B10").Element(s_main + "top")!.Attribute("style"));
        Assert.Equal("dotted", (string?)Border("B7").Element(s_main + "bottom")!.Attribute("style"));
        Assert.Null(Border("B6").Element(s_main + "bottom")!.Attribute("style"));
        Assert.Equal("1", (string?)Look("A7").Attribute("quotePrefix"));
        Assert.Empty(Part("xl/worksheets/sheet2.xml").Descendants(s_main + "f"));
        Assert.Equal("frozen", (string?)Part("xl/worksheets/sheet2.xml").Descendants(s_main + "pane").Single().Attribute("state"));
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes_in_any_locale() => Assert.Equal(s_bytes, OtherLocale.Run(() => ReportWorkbook.Bytes(TabledReport.Made(), TabledReport.Words)));

    [Fact]
    public void A_report_without_tables_is_a_workbook_too()
    {
        var bytes = ReportWorkbook.Bytes(TabledReport.Made() with { Sections = [] }, TabledReport.Words);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("−12,3", "-12345678", "#,##0.0,,;\"−\"#,##0.0,,;#,##0.0,,")]
    [InlineData("+12,3", "12345678", "\"+\"#,##0.0,,;\"−\"#,##0.0,,;#,##0.0,,")]
    [InlineData("1\u00a0235", "1234567.89", "#,##0,;\"−\"#,##0,;#,##0,")]
    [InlineData("12\u00a0345\u00a0678", "12345678", "#,##0;\"−\"#,##0;#,##0")]
    [InlineData("0,0", "-40000", "#,##0.0,,;#,##0.0,,;#,##0.0,,")]
    [InlineData("2017", "2017", "0;\"−\"0;0")]
    [InlineData("87,5\u00a0%", "87.5", "#,##0.0\"\u00a0%\";\"−\"#,##0.0\"\u00a0%\";#,##0.0\"\u00a0%\"")]
    [InlineData("87,5 %", "0.8751", "#,##0.0\" \"%;\"−\"#,##0.0\" \"%;#,##0.0\" \"%")]
    [InlineData("3 dagar", "3", "#,##0\" dagar\";\"−\"#,##0\" dagar\";#,##0\" dagar\"")]
    [InlineData("99,9", "12.25", "#,##0.00")]
    [InlineData("många", "12", "#,##0")]
    public void A_number_is_shown_as_it_reads_in_the_report(string text, string number, string format)
    {
        var report = TabledReport.Made() with
        {
            Sections = [new("a", "A", [new ReportTable("t", "T", null, [new("x", ReportColumnKind.Number)], [new([new(text, decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture))])], [])], [])],
        };
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(ReportWorkbook.Bytes(report, TabledReport.Words)));
        reader.NextResult();
        for (var i = 0; i <= ReportWorkbook.HeadRow; i++)
            reader.Read();

        Assert.Equal(format, reader.GetNumberFormatString(0));
    }

    private static List<(string Name, List<object?[]> Rows)> Sheets()
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(s_bytes));
        var sheets = new List<(string, List<object?[]>)>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, Math.Max(reader.FieldCount, 9)).Select(i => i < reader.FieldCount ? reader.GetValue(i) : null)]);
            sheets.Add((reader.Name, rows));
        }
        while (reader.NextResult());
        return sheets;
    }

    private static XDocument Part(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(s_bytes));
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }
}
