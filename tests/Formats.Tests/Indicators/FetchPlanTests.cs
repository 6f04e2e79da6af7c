using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Styrkedja.Formats.Decisions;

namespace Styrkedja.Formats.Indicators;

/// <summary>What a region fetches is told in a file, and everything that is wrong with it is told at once.</summary>
public class FetchPlanTests
{
    [Fact]
    public void The_plan_of_Halland_is_read()
    {
        const string file = "data/halland/indicator-sources.yaml";
        var (plan, faults) = FetchPlan.Read(File.ReadAllText(Repository.Path(file)), file);
        Assert.Empty(faults);
        Assert.Equal(["G2KPI138906"], plan!.Kolada!.Groups);
        Assert.Equal((null, 2003, 2017), (plan.Kolada.Base, plan.Kolada.Years.From, plan.Kolada.Years.Until(2017)[^1]));
        var table = plan.Scb!.Tables.Single();
        Assert.Equal(("TAB638", "00", "Region", "Tid", "Kon"), (table.Table, table.Places[0], table.PlaceVariable, table.TimeVariable, table.SexVariable));
        Assert.Equal(("Alder", "tot", "tot"), (table.Divide[0].Variable, table.Divide[0].Codes[0], table.Divide[0].Whole));
    }

    [Fact]
    public void Every_fault_is_told_at_its_line()
    {
        var (plan, faults) = FetchPlan.Read(
            """
            kolada:
              base: ftp://kolada
              from-year: 2017
              to-year: 2010
            scb:
              tables:
                - table: TAB638
                  contents: [BE0101N1]
                  places: [13]
                  from-year: 2017
                  to-year: 2016
                  sex-variable: Tid
            """,
            "plan.yaml");
        Assert.Null(plan);
        Assert.Equal(
            ["2 fetch-plan.base", "2 fetch-plan.nothing-chosen", "4 fetch-plan.years", "7 fetch-plan.variable-twice", "11 fetch-plan.years"],
            faults.Select(f => $"{f.Place.Line} {f.Code}").Order(StringComparer.Ordinal).OrderBy(f => int.Parse(f.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_published_schema_is_that_of_the_form() =>
        Assert.True(JsonNode.DeepEquals(FetchPlan.Schema(), JsonNode.Parse(File.ReadAllText(Repository.Path("docs/format/indicator-sources.schema.json")))), FetchPlan.Schema().ToJsonString(s_readable));

    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(UnicodeRanges.All) };
}
