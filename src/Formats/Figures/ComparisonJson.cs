using System.Text.Json.Nodes;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Region;

namespace Styrkedja.Formats.Figures;

/// <summary>What a proposal would change, what two moments differ in, and what no decision carries, as JSON.</summary>
public static class ComparisonJson
{
    public static JsonObject Of(WhatIf whatIf, Func<Authority.Breach, string> says) => new()
    {
        ["year"] = whatIf.Year,
        ["verdicts"] = List(whatIf.Verdicts, v => new()
        {
            ["body"] = v.Body,
            ["outcome"] = v.Verdict.Outcome == Authority.VerdictOutcome.Within ? "within" : "outside",
            ["breaches"] = new JsonArray([.. v.Verdict.Breaches.Select(b => JsonValue.Create(says(b)))]),
        }),
        ["frames"] = List(whatIf.Frames, f => new() { ["subject"] = f.Subject, ["year"] = f.Year, ["before"] = f.Before.Ore, ["after"] = f.After.Ore }),
        ["results"] = List(whatIf.Results, r => new() { ["subject"] = r.Subject, ["year"] = r.Year, ["before"] = r.Before.Ore, ["after"] = r.After.Ore, ["byFrame"] = r.ByFrame.Ore }),
        ["plan"] = List(whatIf.Plan, p => new() { ["year"] = p.Year, ["planned"] = p.Planned?.Ore, ["once"] = p.Once.Ore, ["lasting"] = p.Lasting.Ore, ["percentUp"] = p.PercentUp }),
        ["goals"] = List(whatIf.Goals, g => new() { ["goal"] = g.Goal, ["owner"] = g.Owner, ["reason"] = FigureJson.Word(g.Reason) }),
        ["overDistributed"] = List(whatIf.OverDistributed, o => new() { ["giver"] = o.Giver, ["year"] = o.Year, ["given"] = o.Given.Ore, ["distributed"] = o.Distributed.Ore }),
        ["difference"] = Of(whatIf.Difference),
    };

    public static JsonObject Of(StateDifference difference) => new()
    {
        ["frames"] = List(difference.Frames, f => new()
        {
            ["year"] = f.Year,
            ["from"] = f.From,
            ["to"] = f.To,
            ["kind"] = FigureJson.Word(f.Kind),
            ["purpose"] = f.Purpose,
            ["before"] = f.Before.Ore,
            ["after"] = f.After.Ore,
            ["by"] = Ids(f.By),
        }),
        ["amounts"] = List(difference.Amounts, a => new() { ["kind"] = FigureJson.Word(a.Kind), ["year"] = a.Year, ["subject"] = a.Subject, ["before"] = a.Before, ["after"] = a.After, ["by"] = a.By?.Id }),
        ["things"] = List(difference.Things, t => new() { ["kind"] = FigureJson.Word(t.Kind), ["id"] = t.Id, ["happening"] = FigureJson.Word(t.Happening), ["by"] = t.By?.Id }),
        ["decisions"] = Ids(difference.Decisions.Select(d => d.Decision)),
    };

    public static JsonObject Of(int year, IReadOnlyList<Orphan> orphans) => new()
    {
        ["year"] = year,
        ["count"] = orphans.Count,
        ["orphans"] = List(orphans, o => new() { ["kind"] = FigureJson.Word(o.Kind), ["id"] = o.Id, ["decision"] = o.By?.Id, ["address"] = o.Figure?.ToString() }),
    };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> form) => new([.. items.Select(item => (JsonNode)form(item))]);

    private static JsonArray Ids(IEnumerable<Decision> decisions) => new([.. decisions.Select(d => JsonValue.Create(d.Id))]);
}
