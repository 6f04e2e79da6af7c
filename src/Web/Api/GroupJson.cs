using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Provenance;
using System.Text.Json.Nodes;

namespace Styrkedja.Web.Api;

/// <summary>The group's accounts as JSON: rows by part, the checks of every level, and pairs whose two sides do not meet.</summary>
internal static class GroupJson
{
    public static JsonObject Of(FollowUpView view, Period period) => new()
    {
        ["period"] = view.Known(period).ToString(),
        ["rows"] = new JsonArray(
        [
            .. view.GroupStatement(period).Select(row => (JsonNode)new JsonObject
            {
                ["line"] = row.Line?.Word(),
                ["subtotal"] = row.Subtotal,
                ["parts"] = new JsonArray([.. row.Parts.Select(part => (JsonNode)FigureJson.Of(part))]),
                ["eliminatedOre"] = row.Eliminated.Ore,
                ["group"] = FigureJson.Of(row.Group),
            }),
        ]),
        ["checks"] = new JsonArray(
        [
            .. view.EliminationChecks(period).Select(check => (JsonNode)new JsonObject
            {
                ["level"] = KeyWord.Of(check.Level),
                ["subject"] = check.Subject.Id,
                ["revenue"] = FigureJson.Of(check.Revenue),
                ["cost"] = FigureJson.Of(check.Cost),
                ["differenceOre"] = check.Difference.Ore,
            }),
        ]),
        ["unmatched"] = new JsonArray(
        [
            .. view.UnmatchedInternalTrade(view.Known(period), Organisation.Subject.GroupId).Select(pair => (JsonNode)new JsonObject
            {
                ["first"] = pair.First,
                ["second"] = pair.Second,
                ["inFirstOre"] = pair.InFirst.Ore,
                ["inSecondOre"] = pair.InSecond.Ore,
                ["differenceOre"] = pair.Difference.Ore,
            }),
        ]),
    };
}
