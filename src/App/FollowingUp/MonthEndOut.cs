using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Provenance;

namespace Styrkedja.App.FollowingUp;

/// <summary>How a month stands, and what is booked on projects, as data for others.</summary>
public static class MonthEndOut
{
    /// <summary>The heads of the records of what is left to do.</summary>
    public static readonly IReadOnlyList<string> RecordColumns = ["month", "step", "about", "ore", "turn"];

    /// <summary>A month with everything that its page shows.</summary>
    public static JsonObject Json(MonthEnd end) => new()
    {
        ["month"] = end.Month.ToString(),
        ["closed"] = end.IsClosed,
        ["locks"] = new JsonArray([.. end.Locks.Select(l => (JsonNode)new JsonObject { ["closedBy"] = l.Closed.By.Id, ["reopenedBy"] = l.Reopened?.By.Id, ["reason"] = l.Reopened?.Act.Reason.Sv })]),
        ["ledgerThrough"] = end.LedgerThrough?.ToString(),
        ["batches"] = new JsonArray([.. end.Imported.Select(b => (JsonNode)new JsonObject { ["id"] = b.Batch.Id, ["position"] = b.Position, ["source"] = b.Batch.SourceName, ["rows"] = b.Batch.Rows, ["illustrative"] = b.Batch.Illustrative })]),
        ["pairs"] = new JsonArray([.. end.Pairs.Select(p => (JsonNode)new JsonObject
        {
            ["first"] = p.First,
            ["second"] = p.Second,
            ["inFirst"] = p.InFirst.Ore,
            ["inSecond"] = p.InSecond.Ore,
            ["difference"] = p.Difference.Ore,
            ["lacking"] = Names(p.Lacking),
            ["illustrative"] = p.Illustrative,
        })]),
        ["accruals"] = new JsonArray([.. end.Accruals.Select(a => (JsonNode)new JsonObject
        {
            ["subject"] = a.Subject,
            ["account"] = a.Account,
            ["accrued"] = a.Accrued.Ore,
            ["turnedBack"] = a.TurnedBack?.Ore,
            ["left"] = a.Left.Ore,
            ["illustrative"] = a.Illustrative,
        })]),
        ["signOffs"] = new JsonArray([.. end.SignOffs.Select(s => (JsonNode)new JsonObject
        {
            ["subject"] = s.Subject,
            ["decision"] = s.Given?.By.Id,
            ["date"] = s.Given is { } given ? Iso(given.By.Date.Latest) : null,
            ["remark"] = s.Given?.Act.Remark?.Sv,
            ["changedSince"] = s.Since is { } since ? new JsonObject { ["result"] = since.Result.Ore, ["sums"] = since.Sums } : null,
        })]),
        ["left"] = new JsonArray([.. end.Left.Select(t => (JsonNode)new JsonObject { ["step"] = KeyWord.Of(t.Step), ["about"] = t.About, ["ore"] = t.Amount?.Ore, ["turn"] = Names(t.Turn) })]),
    };

    /// <summary>What is left to do, a line each.</summary>
    public static IEnumerable<IReadOnlyList<string>> Records(MonthEnd end) =>
        end.Left.Select(t => (IReadOnlyList<string>)[$"{end.Month}", KeyWord.Of(t.Step), t.About ?? "", t.Amount is { } amount ? Ore(amount) : "", string.Join(' ', t.Turn)]);

    /// <summary>The outcome by project under a subject; the one without a code is what is booked on no project.</summary>
    public static JsonObject Json(IReadOnlyList<ProjectOutcome> projects, string subject, Period period) => new()
    {
        ["subject"] = subject,
        ["period"] = period.ToString(),
        ["projects"] = new JsonArray([.. projects.Select(p => (JsonNode)new JsonObject
        {
            ["project"] = p.Project.Length == 0 ? null : p.Project,
            ["revenue"] = p.Revenue.Ore,
            ["cost"] = p.Cost.Ore,
            ["result"] = p.Result.Ore,
            ["kind"] = "outcome",
            ["rows"] = p.Rows,
            ["illustrative"] = p.Illustrative,
        })]),
    };

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(n => JsonValue.Create(n))];

    private static string Ore(Money money) => money.Ore.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
