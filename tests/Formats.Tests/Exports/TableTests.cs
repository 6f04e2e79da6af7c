using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Styrkedja.Formats.Exports;

public sealed class TableTests
{
    private static readonly XNamespace s_main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Csv_is_as_Excel_in_Swedish_opens_it()
    {
        var bytes = Csv(table =>
        {
            Rows(table);
            table.Complete();
        });

        Assert.Equal(
            "2017-03-31;Läkare;-1234567,05;12;0,500\r\n2018-01-01;\"a;\"\"b\"\"\";0,00;-7;\r\n",
            Encoding.UTF8.GetString(bytes.AsSpan(3)));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+46", "'+46")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("=HYPERLINK(\"x\";\"y\")", "\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\"")]
    [InlineData("1-2", "1-2")]
    [InlineData("o'c", "o'c")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void A_text_that_a_spreadsheet_could_take_for_a_formula_is_made_harmless_in_csv(string text, string cell) =>
        Assert.Equal(cell + "\r\n", Encoding.UTF8.GetString(Csv(table =>
        {
            table.Text(text);
            table.EndRow();
            table.Complete();
        }).AsSpan(3)));

    [Theory]
    [InlineData(long.MinValue, "-92233720368547758,08")]
    [InlineData(-1, "-0,01")]
    [InlineData(long.MaxValue, "92233720368547758,07")]
    public void The_largest_amounts_are_written_to_the_ore(long ore, string cell) =>
        Assert.Equal(cell + "\r\n", Encoding.UTF8.GetString(Csv(table =>
        {
            table.Kronor(ore);
            table.EndRow();
            table.Complete();
        }).AsSpan(3)));

    [Fact]
    public void Xlsx_holds_days_and_amounts_as_numbers_and_texts_as_texts()
    {
        var sheet = Assert.Single(Sheets(Rows));

        Assert.Equal("Dag|Namn|Belopp|Rad|Antal", sheet[0]);
        Assert.Equal("n42825|tLäkare|n-1234567.05|n12|n0.5", sheet[1]);
        Assert.Equal("n43101|ta;\"b\"|n0|n-7|", sheet[2]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("<&\">]]>")]
    [InlineData("line\r\nbreak\ttab")]
    [InlineData(" space ")]
    [InlineData("å😀")]
    public void Xlsx_gives_a_text_back_as_it_was(string text) => Assert.Equal("t" + text, Sheets(table =>
    {
        table.Text(text);
        table.EndRow();
    })[0][1]);

    [Fact]
    public void A_character_that_xml_cannot_hold_is_marked_as_missing() => Assert.Equal("ta\uFFFDb\uFFFD", Sheets(table =>
    {
        table.Text("a\u0001b\uD800");
        table.EndRow();
    })[0][1]);

    [Fact]
    public void A_formula_in_xlsx_is_a_text_that_stays_one_when_it_is_edited()
    {
        using var zip = new ZipArchive(new MemoryStream(Xlsx(table =>
        {
            table.Text("=1+1");
            table.Text("plain");
            table.EndRow();
        })));
        var cells = Xml(zip, "xl/worksheets/sheet1.xml").Descendants(s_main + "row").Last().Elements().ToList();
        var styles = Xml(zip, "xl/styles.xml").Descendants(s_main + "cellXfs").Single().Elements().ToList();

        Assert.Equal("1", (string?)styles[(int)cells[0].Attribute("s")!].Attribute("quotePrefix"));
        Assert.Null(cells[1].Attribute("s"));
        Assert.Empty(cells[0].Descendants(s_main + "f"));
    }

    [Fact]
    public void When_a_sheet_is_full_the_next_begins_with_the_same_head()
    {
        var sheets = Sheets(
            table =>
            {
                for (var i = 1; i <= 7; i++)
                {
                    table.Number(i);
                    table.EndRow();
                }
            },
            rowsOfSheet: 4);

        Assert.Equal(["1 2 3", "4 5 6", "7"], sheets.Select(sheet => string.Join(' ', sheet.Skip(1).Select(row => row[1..]))));
        Assert.All(sheets, sheet => Assert.Equal("Dag|Namn|Belopp|Rad|Antal", sheet[0]));
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes() => Assert.Equal(Xlsx(Rows), Xlsx(Rows));

    [Fact]
    public void A_workbook_broken_off_cannot_be_opened()
    {
        var stream = new MemoryStream();
        using (var table = new XlsxTable(stream, "Rader", ["Dag"]))
            Rows(table);

        Assert.Throws<InvalidDataException>(() => new ZipArchive(new MemoryStream(stream.ToArray())));
    }

    private static void Rows(TableWriter table)
    {
        table.Day(new(2017, 3, 31));
        table.Text("Läkare");
        table.Kronor(-123_456_705);
        table.Number(12);
        table.Thousandths(500);
        table.EndRow();
        table.Day(new(2018, 1, 1));
        table.Text("a;\"b\"");
        table.Kronor(0);
        table.Number(-7);
        table.Thousandths(null);
        table.EndRow();
    }

    private static byte[] Csv(Action<TableWriter> write)
    {
        var stream = new MemoryStream();
        using (var table = new CsvTable(stream))
            write(table);
        return stream.ToArray();
    }

    private static byte[] Xlsx(Action<TableWriter> write, int rowsOfSheet = XlsxTable.RowsOfSheet)
    {
        var stream = new MemoryStream();
        using (var table = new XlsxTable(stream, "Rader", ["Dag", "Namn", "Belopp", "Rad", "Antal"], rowsOfSheet))
        {
            write(table);
            table.Complete();
        }

        return stream.ToArray();
    }

    /// <summary>The sheets in order, each row with its cells parted by lines: t before a text, n before a number, nothing for the head.</summary>
    private static List<List<string>> Sheets(Action<TableWriter> write, int rowsOfSheet = XlsxTable.RowsOfSheet)
    {
        using var zip = new ZipArchive(new MemoryStream(Xlsx(write, rowsOfSheet)));
        return
        [
            .. Xml(zip, "xl/workbook.xml").Descendants(s_main + "sheet").Select((_, i) => Xml(zip, $"xl/worksheets/sheet{i + 1}.xml").Descendants(s_main + "row")
                .Select((row, n) => string.Join('|', row.Elements().Select(cell => (n == 0, (string?)cell.Attribute("t"), cell.HasElements) switch
                {
                    (true, _, _) => cell.Value,
                    (_, "inlineStr", _) => "t" + cell.Value,
                    (_, _, true) => "n" + cell.Value,
                    _ => "",
                }))).ToList()),
        ];
    }

    private static XDocument Xml(ZipArchive zip, string name)
    {
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace);
    }
}
