
namespace Styrkedja.Sie;

/// <summary>Deviations from the specification that real files are known to have, each with what we make of it.</summary>
public class SieDeviationTests
{
    private const string Voucher = "#VER A 1 20170115 \"Hyra\"\n{\n#TRANS 6010 {} 1.00\n#TRANS 1930 {} -1.00\n}\n";

    [Theory]
    [InlineData("#FORMAT PC8", "#FORMAT \"PC8\"", "")]
    [InlineData("#FORMAT PC8\n", "", "0 Information sie.format-missing")]
    [InlineData("konomi\" 1.0", "konomi\"", "2 Warning sie.program-unusual #PROGRAM \"Testekonomi\"")]
    [InlineData("\"Testekonomi\"", "\"Test \\\"eko\\\"\"", "2 Warning sie.program-unusual #PROGRAM \"Test \\\"eko\\\"\" 1.0")]
    [InlineData("#FORMAT PC8\n#GEN 20180131\n", "#GEN 20180131\n#FORMAT PC8\n", "")]
    [InlineData("#GEN 20180131", "#GEN 2018-01-31", "4 Warning sie.date-iso 2018-01-31")]
    [InlineData("#GEN 20180131", "#GEN \"\"", "4 Warning sie.date-ignored")]
    [InlineData("#FLAGGA 0", "#FLAGGA 1", "1 Information sie.already-imported 1")]
    [InlineData("#FLAGGA 0\n", "", "0 Warning sie.record-missing")]
    [InlineData("#FLAGGA 0", "#FLAGGA", "1 Warning sie.flag-invalid")]
    [InlineData("#FNAMN \"Region Exempel\"", "#FNAMN", "6 Warning sie.name-missing #FNAMN")]
    [InlineData("{} -1.00", "{} -1.00 \"\" \"\" \"\" \"\" \"\"", "")]
    [InlineData("#VER A 1 ", "#VER\tA\t1\t", "")]
    [InlineData("#VER A 1", "#IB 0 1930 0.00\n#VER A 1", "5 Warning sie.role-content 4I")]
    [InlineData("#VER A 1", "#PBUDGET 0 201701 6010 {} 0.00\n#VER A 1", "5 Warning sie.role-content 4I")]
    [InlineData("#VER A 1", "#OBJEKT 6 P1 \"Projekt\"\n#OBJEKT 20 V1 \"Verksamhet\"\n#VER A 1", "8 Warning sie.dimension-undeclared 20")]
    [InlineData("\"Hyra\"\n{", "\"Hyra\"\n   {  ", "")]
    public void A_deviation_that_harms_nothing_is_accepted(string lawful, string met, string told)
    {
        var text = SieSample.Import + Voucher;
        Assert.Contains(lawful, text);
        var file = SieSample.Read(text.Replace(lawful, met));

        Assert.Equal(told, SieSample.Told(file));
        Assert.False(file.Refused);
        Assert.Equal(2, file.Rows.Count);
    }

    [Theory]
    [InlineData("2", "#OMFATTN")]
    [InlineData("3", "#OMFATTN #OIB")]
    [InlineData("1", "#SRU")]
    public void Records_that_a_type_should_have_may_be_missing(string type, string missing)
    {
        var text = SieSample.Export.Replace("#SIETYP 4", "#SIETYP " + type);
        var file = SieSample.Read(type == "2" ? text + "#SRU 6010 7300\n" : text, "bok.se");

        Assert.Equal(missing, string.Join(' ', file.Faults.Where(f => f.Code == "sie.record-missing").Select(f => f.Arguments["record"])));
        Assert.False(file.Refused);
    }

    [Fact]
    public void A_page_saved_as_a_ledger_file_is_refused()
    {
        var file = SieSample.Read("\n  <!DOCTYPE html>\n<html>#TRANS 1 {} 1</html>");

        Assert.True(file.Refused);
        Assert.Equal(0, file.Rows.Count);
    }

    [Fact]
    public void A_list_of_thousands_of_objects_is_refused()
    {
        var list = string.Join(' ', Enumerable.Range(30, 5000).Select(i => $"{i} x"));
        var file = SieSample.Voucher($"#TRANS 6010 {{{list}}} 0.00");

        Assert.Equal("sie.object-list-invalid", file.Faults.Single(f => f.Severity == SieSeverity.Error).Code);
    }
}
