using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsCheck;

namespace Styrkedja.Formats.Tables;

/// <summary>Ledgers in workbooks: numbers and days as the workbook holds them, cells of text as they stand.</summary>
public class XlsxTests
{
    private const string Mapping = """
        mapping: arbetsbok
        format: xlsx
        sheet: Huvudbok
        skip-rows: 1
        columns: {voucher: Vernr, date: Datum, account: Konto, cost-centre: Ansvar, amount: Belopp, quantity: Antal, row-text: Text}
        fixed: {legal-entity: Region Exempel, series: A}
        leave-out: [{column: Vernr, starts-with: Summa}]
        """;

    [Fact]
    public void A_sheet_is_read_with_its_numbers_days_and_texts() => Assert.Equal(
        """
        3 A 1 2017-01-15 4010 0100||| 30 2500 Röntgen
        4 A 1 2017-01-15 1930 ||| -30 
        6 A 2 2017-12-31 4010 0100||| 123456789012 
        7 A 2 2017-12-31 1930 ||| -123456789012 
        """,
        Read("""
            Utdrag
            Vernr | Datum      | Konto | Ansvar | Belopp              | Antal | Text
            1     | day 42750  | 4010  | 'text 0100 | 0.30000000000000004 | 2.5 | Röntgen
            1     | 2017-01-15 | 1930  |        | -0.3                |       |

            2     | day 43100  | 4010  | 'text 0100 | 1234567890.12   |       |
            2     | day 43100  | 1930  |        | 'text -1234567890,12 |      |
            Summa |            |       |        | 5                   |       |
            """));

    [Fact]
    public void What_is_not_whole_ore_and_what_is_no_number_is_told_by_row() => Assert.Equal(
        """
        3 Error table.amount-parts-of-ore 10.004
        4 Error table.not-a-date 42750
        5 Error table.not-an-amount TRUE
        """,
        Read("""
            Utdrag
            Vernr | Datum      | Konto | Ansvar | Belopp | Antal | Text
            1     | 2017-01-15 | 4010  | 100    | 10.004 |       |
            1     | 42750      | 4010  | 100    | 10     |       |
            1     | 2017-01-15 | 4010  | 100    | true   |       |
            """));

    [Fact]
    public void A_damaged_workbook_is_refused_wherever_it_is_damaged()
    {
        var whole = Workbook("Utdrag\nVernr | Datum | Konto | Ansvar | Belopp | Antal | Text\n1 | 2017-01-15 | 4010 | 100 | 0 | | x");
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Sample(
            change =>
            {
                var bytes = whole.ToArray();
                bytes[change.Item1] ^= change.Item2;
                var mapping = LedgerMapping.Read(Mapping, "m.yaml").Mapping!;
                using var rows = mapping.Form.Open(bytes, "l.xlsx");
                var table = LedgerTable.Read(rows, mapping, "l.xlsx");
                Assert.True(table.Refused || table.Rows.Count <= 1);
            },
            iter: 1_000);
    }

    private static string Read(string sheet)
    {
        var mapping = LedgerMapping.Read(Mapping, "m.yaml").Mapping!;
        using var rows = mapping.Form.Open(Workbook(sheet), "l.xlsx");
        return LedgerTableTests.Shown(LedgerTable.Read(rows, mapping, "l.xlsx"));
    }

    /// <summary>A workbook of one other sheet and this one. A number is a number, day N a cell shown as a day, 'text … a text, everything else a text too.</summary>
    private static byte[] Workbook(string sheet)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string package = "http://schemas.openxmlformats.org/package/2006";
        var cells = new StringBuilder();
        foreach (var (line, r) in sheet.ReplaceLineEndings("\n").Split('\n').Select((line, r) => (line, r + 1)))
            cells.Append(CultureInfo.InvariantCulture, $"<row r=\"{r}\">{string.Concat(line.Split('|').Select((cell, c) => Cell(cell.Trim(), $"{(char)('A' + c)}{r}")))}</row>");
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", $"""<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>""");
            Add("_rels/.rels", $"""<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add("xl/workbook.xml", $"""<workbook xmlns="{main}" xmlns:r="{relation}"><sheets><sheet name="Försättsblad" sheetId="1" r:id="r1"/><sheet name="Huvudbok" sheetId="2" r:id="r2"/></sheets></workbook>""");
            Add("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{relation}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="r3" Type="{relation}/styles" Target="styles.xml"/></Relationships>""");
            Add("xl/styles.xml", $"""<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
            Add("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{main}"><sheetData/></worksheet>""");
            Add("xl/worksheets/sheet2.xml", $"""<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>""");

            void Add(string name, string text)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        return bytes.ToArray();
    }

    private static string Cell(string text, string place) => text switch
    {
        "" => "",
        "true" => $"<c r=\"{place}\" t=\"b\"><v>1</v></c>",
        _ when text.StartsWith("day ", StringComparison.Ordinal) => $"<c r=\"{place}\" s=\"1\"><v>{text[4..]}</v></c>",
        _ when text.StartsWith("'text ", StringComparison.Ordinal) => Inline(text[6..], place),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => $"<c r=\"{place}\"><v>{text}</v></c>",
        _ => Inline(text, place),
    };

    private static string Inline(string text, string place) => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
}
