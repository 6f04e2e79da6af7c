using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.Controls;
using Styrkedja.Formats.Figures;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.FollowingUp;

/// <summary>The internal control of a year as JSON, the same on the command line and under /api.</summary>
public static class ControlJson
{
    public static JsonObject Of(RegionState state, int year) => new()
    {
        ["year"] = year,
        ["asOf"] = Iso(state.At.AsOf),
        ["committees"] = new JsonArray([.. state.Controls.Of(year).OrderBy(c => c.Body, StringComparer.Ordinal).Select(c => (JsonNode)Of(c, state.At.AsOf))]),
        ["summary"] = state.Controls.SummaryOf(year) is { } summary
            ? new JsonObject { ["judgement"] = FigureJson.Word(summary.Act.Judgement), ["text"] = Names(summary.Act.Text), ["decidedBy"] = summary.By.Id, ["illustrative"] = summary.Act.Illustrative }
            : null,
    };

    private static JsonObject Of(InternalControl control, DateOnly day) => new()
    {
        ["body"] = control.Body,
        ["plan"] = control.Plan?.By.Id,
        ["reportBy"] = control.Plan?.Act.ReportBy is { } by ? Iso(by) : null,
        ["late"] = control.IsLate(day),
        ["report"] = control.Report is { } report
            ? new JsonObject { ["judgement"] = FigureJson.Word(report.Act.Judgement), ["text"] = Names(report.Act.Text), ["decidedBy"] = report.By.Id }
            : null,
        ["risks"] = new JsonArray([.. control.Risks.Select(r => (JsonNode)new JsonObject
        {
            ["id"] = r.Id,
            ["text"] = Names(r.Text),
            ["owner"] = r.Owner,
            ["likelihood"] = r.Likelihood,
            ["consequence"] = r.Consequence,
            ["weight"] = r.Weight,
            ["step"] = FigureJson.Word(ControlBook.StepOf(r.Weight)),
        })]),
        ["controls"] = new JsonArray([.. control.Controls.Select(c => (JsonNode)new JsonObject
        {
            ["id"] = c.Planned.Id,
            ["risk"] = c.Planned.Risk,
            ["text"] = Names(c.Planned.Text),
            ["by"] = c.Planned.By,
            ["due"] = Iso(c.Planned.Due),
            ["wanted"] = c.Wanted,
            ["lacking"] = c.Lacking,
            ["results"] = new JsonArray([.. c.Results.Select(r => (JsonNode)new JsonObject
            {
                ["day"] = Iso(r.Act.Day),
                ["found"] = FigureJson.Word(r.Act.Found),
                ["text"] = Names(r.Act.Text),
                ["remedy"] = r.Act.Remedy is { } remedy ? Names(remedy) : null,
                ["measure"] = r.Act.Measure,
                ["decidedBy"] = r.By.Id,
            })]),
        })]),
        ["illustrative"] = control.Plan?.Act.Illustrative ?? control.Report!.Act.Illustrative,
    };

    private static JsonObject Names(Bilingual text) => new() { ["sv"] = text.Sv, ["en"] = text.En };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
