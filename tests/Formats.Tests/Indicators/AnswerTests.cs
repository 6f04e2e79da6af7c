using System.Globalization;
using System.Text;
using CsCheck;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Indicators;

/// <summary>Answers are read strictly: what is of the form is exact, and all else is a fault that names its place and never another exception.</summary>
public class AnswerTests
{
    private const string Page = """
        {"values":[
          {"kpi":"N79222","municipality":"0013","period":2016,"values":[
            {"gender":"T","count":1,"status":"","value":72.40},
            {"gender":"K","count":1,"status":"","value":1.0E-2},
            {"gender":"M","count":1,"status":"Missing","value":null}]},
          {"kpi":"N79222","municipality":"0013","period":"2015","isdeleted":true,"values":[]}],
         "count":2,"next_url":"https://api.kolada.se/v3/next"}
        """;

    private const string Table = """
        {"version":"2.0","class":"dataset","label":"Folkmängd","updated":"2018-02-20T08:00:00Z","id":["Region","Tid"],"size":[2,2],
         "dimension":{"Region":{"label":"region","category":{"index":{"13":1,"00":0},"label":{"00":"Riket","13":"Hallands län"}},"extension":{"elimination":true}},
                      "Tid":{"label":"år","category":{"index":["2016","2017"]}}},
         "value":[9995153,10120242,null,324825]}
        """;

    [Fact]
    public void A_page_of_Kolada_is_read_exactly()
    {
        var page = KoladaAnswer.Data(Encoding.UTF8.GetBytes(Page), "a");
        Assert.Equal(
            ["2016 All Told 72.40", "2016 Women Told 0.010", "2016 Men Missing ", "2015 All Withdrawn ", "2015 Women Withdrawn ", "2015 Men Withdrawn "],
            page.Values.Select(v => $"{v.Key.Period.From.Year} {v.Key.Sex} {v.Status} {v.Value?.ToString(CultureInfo.InvariantCulture)}"));
        Assert.Equal("https://api.kolada.se/v3/next", page.Next);
    }

    [Fact]
    public void A_table_of_json_stat_has_its_codes_in_the_order_of_their_places()
    {
        var table = JsonStat.Data(Encoding.UTF8.GetBytes(Table), "a");
        Assert.Equal(("Folkmängd", new DateTimeOffset(2018, 2, 20, 8, 0, 0, TimeSpan.Zero)), (table.Label, table.Updated));
        Assert.Equal(["00", "13"], table.Variables[0].Codes);
        Assert.Equal((true, false), (table.Variables[0].MayBeLeftOut, table.Variables[1].MayBeLeftOut));
        Assert.Equal([9995153m, 10120242m, null, 324825m], table.Values);
        Assert.Equal([null, 10120242m, null, null], JsonStat.Data(Encoding.UTF8.GetBytes(Table.Replace("[9995153,10120242,null,324825]", """{"1":10120242}""", StringComparison.Ordinal)), "a").Values);
    }

    [Theory]
    [InlineData("\"kpi\":", "\"measure\":", "answer.member-missing", "$.values[0]")]
    [InlineData("2016", "\"i fjol\"", "answer.not-of-sort", "$.values[0].period")]
    [InlineData("72.40", "\"72,4\"", "answer.not-of-sort", "$.values[0].values[0].value")]
    [InlineData("\"value\":72.40", "\"amount\":72.40", "answer.member-missing", "$.values[0].values[0]")]
    [InlineData("\"gender\":\"K\"", "\"gender\":null", "answer.member-missing", "$.values[0].values[1]")]
    [InlineData("{\"values\":[\n", "{\"rows\":[\n", "answer.member-missing", "$")]
    public void A_changed_form_is_a_fault_with_its_path(string before, string after, string code, string path)
    {
        var text = Page.ReplaceLineEndings("\n").Replace(before, after, StringComparison.Ordinal);
        var fault = Assert.Throws<FaultException>(() => KoladaAnswer.Data(Encoding.UTF8.GetBytes(text), "https://a")).Fault;
        Assert.Equal((code, path, "https://a"), (fault.Code, fault.Arguments["path"], fault.Place.File));
    }

    [Fact]
    public void Whatever_is_cut_or_spoilt_in_an_answer_it_is_read_or_told_as_a_fault()
    {
        foreach (var answer in new[] { Page, Table })
        {
            var bytes = Encoding.UTF8.GetBytes(answer);
            Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte, Gen.Bool).Sample((at, spoilt, cut) =>
            {
                byte[] damaged = cut ? bytes[..at] : [.. bytes[..at], spoilt, .. bytes[(at + 1)..]];
                Assert.True(IsReadOrTold(() => KoladaAnswer.Data(damaged, "a")) && IsReadOrTold(() => JsonStat.Data(damaged, "a")));
            }, iter: 2000);
        }
    }

    [Theory]
    [InlineData("72,40", "72.40")]
    [InlineData("−1 234,5", "-1234.5")]
    [InlineData("0.1234567890125", "0.123456789012")]
    [InlineData("123456789012345.6789", "123456789012345.679")]
    [InlineData("1000000000000000", null)]
    [InlineData("12,3,4", null)]
    [InlineData("1e5", null)]
    public void A_number_keeps_its_decimals_up_to_twelve_and_eighteen_digits(string text, string? number) =>
        Assert.Equal(number, IndicatorNumber.TryRead(new TableCell(text), out var read) ? read.ToString(CultureInfo.InvariantCulture) : null);

    private static bool IsReadOrTold(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (FaultException)
        {
            return true;
        }
    }
}
