using System.Text.Json.Nodes;
using Styrkedja.Care;
using Styrkedja.Disclosure;
using Styrkedja.Provenance;

namespace Styrkedja.Web.Api;

/// <summary>The published care tables of a year as JSON: the same protected cells as on pages. Cells of nothing are left out; hidden ones are null.</summary>
internal static class CareJson
{
    /// <summary>All tables, or the one named; nothing when there is none of that name.</summary>
    public static JsonObject? Of(PublishedCare care, string? table)
    {
        var plans = CareTablePlan.Published.Where(plan => table is null || plan.Name == table).ToList();
        return plans.Count == 0 ? null : new()
        {
            ["year"] = care.Release.Year,
            ["release"] = care.Release.Number,
            ["position"] = care.Release.Position,
            ["illustrative"] = care.Release.Illustrative,
            ["tables"] = new JsonArray([.. plans.Select(plan => (JsonNode)Of(plan, care[plan]))]),
        };
    }

    private static JsonObject Of(CareTablePlan plan, PublishedTable table) => new()
    {
        ["name"] = plan.Name,
        ["measure"] = KeyWord.Of(plan.Measure),
        ["dimensions"] = new JsonArray([.. table.Dimensions.Select(d => (JsonNode)new JsonObject
        {
            ["name"] = d.Name,
            ["codes"] = new JsonArray([.. d.Codes.Select((code, place) => (JsonNode)new JsonObject { ["code"] = code, ["under"] = d.Above[place] < 0 ? null : d.Codes[d.Above[place]] })]),
        })]),
        ["cells"] = new JsonArray([.. Cells(table)]),
    };

    private static IEnumerable<JsonNode> Cells(PublishedTable table)
    {
        var places = new int[table.Dimensions.Count];
        foreach (var shown in table.Shown)
        {
            if (shown != 0)
            {
                var cell = new JsonObject();
                for (var d = 0; d < places.Length; d++)
                    cell[table.Dimensions[d].Name] = table.Dimensions[d].Codes[places[d]];
                cell["value"] = shown;
                if (shown is null)
                    cell["hidden"] = true;
                yield return cell;
            }

            // The last dimension runs fastest.
            for (var d = places.Length - 1; d >= 0 && ++places[d] == table.Dimensions[d].Codes.Count; d--)
                places[d] = 0;
        }
    }
}
