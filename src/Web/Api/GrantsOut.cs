using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Styrkedja.App.Archive;
using Styrkedja.Development;
using Styrkedja.Formats.Exports;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Web.Pages.Development;

namespace Styrkedja.Web.Api;

/// <summary>Grants to others' projects as open data: one row a grant, amounts in kronor, with ids of the decisions that they rest on.</summary>
/// <remarks>Recipients are organisations; what is in the list is what the decisions say, which anyone may read.</remarks>
internal static class GrantsOut
{
    public static JsonObject Json(RegionState state, GrantsAsked asked) => new()
    {
        ["asOf"] = state.At.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["grants"] = new JsonArray([.. state.Calls.Grants.Where(asked.Holds).Select(g => (JsonNode)Of(g))]),
    };

    public static IResult Csv(RegionArchive archive, DateOnly today, GrantsAsked asked)
    {
        using var bytes = new MemoryStream();
        using (var table = new CsvTable(bytes))
        {
            foreach (var head in new[] { "grant", "project", "recipient", "organisation-number", "kind", "programme", "choice", "call", "payer", "municipalities", "from", "to", "decided", "decision", "granted", "paid", "recovered", "state", "state-aid", "illustrative" })
                table.Text(head);
            table.EndRow();
            foreach (var grant in archive.StateAt(new(today, archive.Head().Position)).Calls.Grants.Where(asked.Holds))
                Row(table, grant);
            table.Complete();
        }

        return Results.File(bytes.ToArray(), "text/csv; charset=utf-8", "grants.csv");
    }

    private static void Row(CsvTable table, GrantedProject grant)
    {
        foreach (var text in new[]
        {
            grant.Id, grant.Act.Text.Sv, grant.Recipient.Sv, grant.Applicant?.Number, grant.Kind is { } kind ? KeyWord.Of(kind) : null, grant.Act.Programme, grant.Choice, grant.Act.Call, grant.Payer,
            string.Join(' ', grant.Place),
        })
            table.Text(text ?? "");
        table.Day(grant.Act.Valid.From);
        if (grant.Act.Valid.To is { } to)
            table.Day(to);
        else
            table.Text("");
        table.Day(grant.First.Date.Latest);
        table.Text(grant.First.Id);
        table.Kronor(grant.Granted.Ore);
        table.Kronor(grant.Paid.Ore);
        table.Kronor(grant.Recovered.Ore);
        table.Text(KeyWord.Of(grant.State));
        table.Text(grant.StateAid is { } aid ? KeyWord.Of(aid.Basis) : "");
        table.Text(grant.IsIllustrative ? "true" : "false");
        table.EndRow();
    }

    private static JsonObject Of(GrantedProject grant) => new()
    {
        ["grant"] = grant.Id,
        ["project"] = grant.Act.Text.Sv,
        ["recipient"] = new JsonObject { ["name"] = grant.Recipient.Sv, ["organisationNumber"] = grant.Applicant?.Number, ["kind"] = grant.Kind is { } kind ? KeyWord.Of(kind) : null },
        ["programme"] = grant.Act.Programme,
        ["choice"] = grant.Choice,
        ["call"] = grant.Act.Call,
        ["payer"] = grant.Payer,
        ["municipalities"] = new JsonArray([.. grant.Place.Select(code => (JsonNode)JsonValue.Create(code)!)]),
        ["decision"] = grant.First.Id,
        ["grantedOre"] = grant.Granted.Ore,
        ["paidOre"] = grant.Paid.Ore,
        ["recoveredOre"] = grant.Recovered.Ore,
        ["state"] = KeyWord.Of(grant.State),
        ["illustrative"] = grant.IsIllustrative,
    };
}
