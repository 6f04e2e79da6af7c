using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using Styrkedja.Formats.Decisions;

namespace Styrkedja.Formats.Reports;

/// <summary>A report as JSON and its published description.</summary>
public class ReportJsonTests
{
    private static readonly string s_text = Encoding.UTF8.GetString(ReportJson.Bytes(TabledReport.Made()));

    [Fact]
    public async Task The_report_keeps_to_the_published_schema_and_has_no_member_that_it_leaves_out()
    {
        Assert.Empty(await Faults(s_text));
    }

    [Theory]
    [InlineData("\"address\": \"result/2017-01..2017-12/region-halland\",", "")]
    [InlineData("\"kind\": \"paragraph\"", "\"kind\": \"stycke\"")]
    [InlineData("\"asOf\": \"2018-03-01\"", "\"asOf\": \"1 mars\"")]
    [InlineData("\"level\": 0", "\"level\": -1")]
    [InlineData("\"illustrative\": true", "\"illustrative\": true, \"unknown\": 1")]
    public async Task The_schema_refuses_what_is_none(string right, string wrong)
    {
        var changed = s_text.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEqual(s_text, changed);
        Assert.NotEmpty(await Faults(changed));
    }

    [Fact]
    public void Every_figure_stands_with_address_whole_value_and_whether_it_is_made_up()
    {
        var report = TabledReport.Made();
        var told = Below(JsonNode.Parse(s_text)!).OfType<JsonObject>().Where(o => o.ContainsKey("illustrative")).ToList();

        Assert.Equal(report.Figures.Select(f => f.Address.ToString()), told.Select(f => (string?)f["address"]));
        Assert.Equal(report.Figures.Select(f => f.Illustrative), told.Select(f => (bool)f["illustrative"]!));
        Assert.Equal(-9_640_000_050, (long?)told[1]["ore"]);
        var cell = JsonNode.Parse(s_text)!["sections"]![0]!["blocks"]![3]!["rows"]![1]!["cells"]![1]!;
        Assert.Equal(("−96,4", -96_400_000.5m), ((string?)cell["text"], (decimal?)cell["number"]));
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes_in_any_locale() => Assert.Equal(ReportJson.Bytes(TabledReport.Made()), OtherLocale.Run(() => ReportJson.Bytes(TabledReport.Made())));

    /// <summary>What a judge that takes no member which the schema does not name finds wrong.</summary>
    private static async Task<IEnumerable<string>> Faults(string report)
    {
        var schema = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("docs/format/report.schema.json"), TestContext.Current.CancellationToken))!;
        foreach (var described in Below(schema).OfType<JsonObject>().Where(o => o.ContainsKey("properties")).ToList())
            described["additionalProperties"] = false;
        var judge = await JsonSchema.FromJsonAsync(schema.ToJsonString(), TestContext.Current.CancellationToken);
        return judge.Validate(report).Select(e => $"{e.Path}: {e.Kind}");
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => (node switch
    {
        JsonObject members => members.Select(m => m.Value),
        JsonArray items => items,
        _ => [],
    }).OfType<JsonNode>().SelectMany(Below).Prepend(node);
}
