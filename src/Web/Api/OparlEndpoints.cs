using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Styrkedja.App.Archive;
using Styrkedja.App.Documents;
using Styrkedja.Formats.Oparl;
using Styrkedja.Region;
using Styrkedja.Rights;
using Styrkedja.Web.Gate;

namespace Styrkedja.Web.Api;

/// <summary>Bodies, meetings and cases under /oparl, as OParl 1.1 says: an entrance, lists in pages, and each object at its own address.</summary>
/// <remarks>Open to every site's scripts. Seen from the same day as the pages show when nothing is asked for.</remarks>
public static class OparlEndpoints
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Each kind of object: its word in addresses, and the list it stands in.</summary>
    private static readonly IReadOnlyDictionary<string, string> s_lists = new Dictionary<string, string>
    {
        ["organization"] = "organizations",
        ["meeting"] = "meetings",
        ["agenda-item"] = "agenda-items",
        ["consultation"] = "consultations",
        ["paper"] = "papers",
        ["file"] = "files",
        ["legislative-term"] = "legislative-terms",
    };

    internal static void MapOparl(this IEndpointRouteBuilder app, Func<RegionArchive, TimeProvider, RegionState> seen)
    {
        var oparl = app.MapGroup("/oparl").WithTags("oparl").Wants(Right.SeePublic);
        oparl.MapGet("/system", (HttpContext http, RegionArchive archive, TimeProvider clock) => Json(http, Objects(http, archive, clock, seen).System())).WithSummary("The entrance of OParl 1.1.");
        oparl.MapGet("/body", (HttpContext http, RegionArchive archive, TimeProvider clock) => Json(http, Objects(http, archive, clock, seen).Bodies()[0])).WithSummary("The region.");
        oparl.MapGet("/{list}", (HttpContext http, RegionArchive archive, TimeProvider clock, string list) => List(http, Objects(http, archive, clock, seen), list)).WithSummary("A list in pages.");
        oparl.MapGet("/{kind}/{**id}", (HttpContext http, RegionArchive archive, TimeProvider clock, string kind) => One(http, Objects(http, archive, clock, seen), kind)).WithSummary("One object.");
    }

    private static OparlObjects Objects(HttpContext http, RegionArchive archive, TimeProvider clock, Func<RegionArchive, TimeProvider, RegionState> seen) =>
        Seen(archive, seen(archive, clock), Root(http));

    private static OparlObjects Seen(RegionArchive archive, RegionState state, Uri root) => new(state, archive.Name, root, hash => new PublicDocuments(archive).Holds(hash, state));

    private static IResult List(HttpContext http, OparlObjects objects, string name)
    {
        if (objects.List(name) is not { } all)
            return Fault(http, StatusCodes.Status404NotFound, $"There is no list called {name}.");
        var query = http.Request.Query;
        if (!Moment(query["created_since"], out var createdSince) || !Moment(query["created_until"], out var createdUntil)
            || !Moment(query["modified_since"], out var modifiedSince) || !Moment(query["modified_until"], out var modifiedUntil))
        {
            return Fault(http, StatusCodes.Status400BadRequest, "A filter is a date with time and zone, such as 2017-01-01T00:00:00Z.");
        }

        if (!Count(query["page"], 1, int.MaxValue, out var page) || !Count(query["elementsPerPage"], OparlFilter.MostOfPage, int.MaxValue, out var size))
            return Fault(http, StatusCodes.Status400BadRequest, "page and elementsPerPage are whole numbers from one.");
        var filter = new OparlFilter(createdSince, createdUntil, modifiedSince, modifiedUntil, Math.Min(size, OparlFilter.MostOfPage));
        var organization = query["organization"].ToString();
        var chosen = organization.Length == 0 || name != "meetings"
            ? all
            : [.. all.Where(m => m["organization"] is JsonArray of && of.Any(o => ((string)o!).EndsWith("/organization/" + Uri.EscapeDataString(organization), StringComparison.Ordinal)))];
        var kept = string.Join('&', query.Where(q => q.Key != "page").Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value.ToString())}"));
        var address = new Uri(Root(http), $"/oparl/{name}" + (kept.Length > 0 ? "?" + kept : ""));
        return OparlPage.Of(chosen, filter, address, page) is { } json ? Json(http, json) : Fault(http, StatusCodes.Status404NotFound, "The list has no such page.");
    }

    private static IResult One(HttpContext http, OparlObjects objects, string kind)
    {
        var address = new Uri(Root(http), http.Request.Path.ToUriComponent()).AbsoluteUri;
        return s_lists.TryGetValue(kind, out var list) && objects.List(list)!.FirstOrDefault(o => SameAddress((string)o["id"]!, address)) is { } found
            ? Json(http, found)
            : Fault(http, StatusCodes.Status404NotFound, "No object stands at this address.");
    }

    private static bool SameAddress(string one, string other) => string.Equals(Uri.UnescapeDataString(one), Uri.UnescapeDataString(other), StringComparison.Ordinal);

    private static Uri Root(HttpContext http) => new($"{http.Request.Scheme}://{http.Request.Host}");

    private static bool Moment(string? text, out DateTimeOffset? moment)
    {
        moment = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed))
            return false;
        moment = parsed;
        return true;
    }

    private static bool Count(string? text, int otherwise, int most, out int count)
    {
        count = otherwise;
        return string.IsNullOrEmpty(text) || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count >= 1 && count <= most);
    }

    private static IResult Fault(HttpContext http, int status, string message) =>
        Json(http, new() { ["type"] = "https://schema.oparl.org/1.1/Error", ["message"] = message }, status);

    private static IResult Json(HttpContext http, JsonObject json, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.Text(json.ToJsonString(s_readable), "application/json; charset=utf-8", statusCode: status);
    }
}
