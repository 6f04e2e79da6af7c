using System.Text.Json.Nodes;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Development;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;
using Styrkedja.Provenance;

namespace Styrkedja.Web.Api;

/// <summary>What is decided, as JSON: organisation, budget, the care system and regional development.</summary>
internal static class StructureJson
{
    public static JsonObject Organisation(OrganisationChart chart) => new()
    {
        ["asOf"] = $"{chart.Day:yyyy-MM-dd}",
        ["subjects"] = new JsonArray(
        [
            .. chart.Subjects.Where(s => s.Kind != SubjectKind.CostCentre && s.Id != Subject.UnplacedId).Select(s => (JsonNode)new JsonObject
            {
                ["id"] = s.Id,
                ["kind"] = FigureJson.Word(s.Kind),
                ["bodyKind"] = s.BodyKind is { } kind ? FigureJson.Word(kind) : null,
                ["name"] = Names(s.Name),
                ["under"] = s.Under,
                ["seats"] = s.Seats,
                ["municipality"] = s.Municipality,
                ["decision"] = s.By?.Id,
            }),
        ]),
    };

    public static JsonObject Budget(FollowUpView view, Period period)
    {
        var year = Period.Year(period.From.Year);
        return new()
        {
            ["year"] = year.From.Year,
            ["taxRate"] = FigureJson.Of(view.Evaluate(new(Measure.TaxRate, year, Subject.RegionId))),
            ["result"] = FigureJson.Of(view.Evaluate(new(Measure.ResultBudget, year, Subject.RegionId))),
            ["bodies"] = new JsonArray([.. view.EconomiesUnder(Subject.RegionId, year).Select(e => (JsonNode)FigureJson.Of(e.Budget))]),
            ["frames"] = new JsonArray(
            [
                .. view.State.Frames.FramesOf(year.From.Year).Select(f => (JsonNode)new JsonObject
                {
                    ["from"] = f.Act.From,
                    ["to"] = f.Act.To,
                    ["kind"] = FigureJson.Word(f.Act.Kind),
                    ["ore"] = f.Act.Amount.Ore,
                    ["purpose"] = f.Act.Purpose,
                    ["decision"] = f.By.Id,
                    ["illustrative"] = f.Act.Illustrative,
                }),
            ]),
        };
    }

    public static JsonObject Care(FollowUpView view, Period period) => new()
    {
        ["financier"] = view.State.Care.Financier,
        ["arms"] = new JsonArray(
        [
            .. view.CareFlow(period).Select(a => (JsonNode)new JsonObject
            {
                ["provider"] = a.Provider.Act.Id,
                ["name"] = Names(a.Provider.Act.Name),
                ["regime"] = FigureJson.Word(a.Provider.Act.Regime),
                ["ore"] = a.Paid.Ore,
                ["illustrative"] = a.Illustrative,
            }),
            .. view.CarePaid(period).Hidden.Select(provider => (JsonNode)new JsonObject
            {
                ["provider"] = provider.Act.Id,
                ["name"] = Names(provider.Act.Name),
                ["regime"] = FigureJson.Word(provider.Act.Regime),
                ["ore"] = null,
                ["hidden"] = true,
            }),
        ]),
    };

    /// <summary>What the financier pays and what own providers receive, item by item in öre.</summary>
    public static JsonObject? CareViews(FollowUpView view, Period period) => view.ReconcileCare(period) is not { } both ? null : new()
    {
        ["paid"] = both.Paid.Ore,
        ["received"] = both.Received.Ore,
        ["bought"] = new JsonObject(both.Bought.GroupBy(b => b.Provider.Act.Regime).Select(b => KeyValuePair.Create(FigureJson.Word(b.Key), (JsonNode?)Money.Sum(b.Select(one => one.ByFinancier)).Ore))),
        ["boughtByOthers"] = Money.Sum(both.Bought.Select(b => b.ByOthers)).Ore,
        ["owners"] = new JsonArray(
        [
            .. both.Owners.Select(o => (JsonNode)new JsonObject
            {
                ["provider"] = o.Provider.Act.Id,
                ["subject"] = o.Provider.Act.Subject,
                ["paid"] = o.Paid.Ore,
                ["received"] = o.Received.Ore,
                ["difference"] = o.Difference.Ore,
                ["fromOthers"] = new JsonObject(o.Revenue.Where(r => r.FromOthers != Money.Zero).Select(r => KeyValuePair.Create(r.Group.Id, (JsonNode?)r.FromOthers.Ore))),
                ["cost"] = o.Cost.Money.Ore,
                ["result"] = o.Result.Money.Ore,
            }),
        ]),
    };

    public static JsonObject Development(DevelopmentWork work) => new()
    {
        ["programmes"] = new JsonArray(
        [
            .. work.Programmes.Select(p => (JsonNode)new JsonObject
            {
                ["id"] = p.Act.Id,
                ["name"] = Names(p.Act.Name),
                ["decision"] = p.By.Id,
                ["goals"] = new JsonArray(
                [
                    .. p.Act.Goals.Select(g => (JsonNode)new JsonObject
                    {
                        ["id"] = g.Id,
                        ["name"] = Names(g.Name),
                        ["goal"] = g.Goal,
                        ["choices"] = new JsonArray([.. g.Choices.Select(c => (JsonNode)new JsonObject { ["id"] = c.Id, ["name"] = Names(c.Name) })]),
                    }),
                ]),
            }),
        ]),
        ["partners"] = new JsonArray([.. work.Partners.Select(p => (JsonNode)new JsonObject { ["id"] = p.Act.Id, ["name"] = Names(p.Act.Name), ["kind"] = FigureJson.Word(p.Act.Kind), ["decision"] = p.By.Id })]),
    };

    private static JsonObject Names(Bilingual name) => new() { ["sv"] = name.Sv, ["en"] = name.En };
}
