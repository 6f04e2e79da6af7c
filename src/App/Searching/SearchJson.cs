using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.Region;
using Styrkedja.Store.Search;

namespace Styrkedja.App.Searching;

/// <summary>What a search came to as JSON, the same on the command line and under /api.</summary>
public static class SearchJson
{
    private const int OnPage = 20;

    /// <param name="page">Which page, from one; beyond the last it is empty.</param>
    public static JsonObject Of(RegionSearch search, SearchQuestion question, SearchAnswer answer, int page, Viewpoint at) => new()
    {
        ["q"] = question.Text,
        ["asOf"] = Iso(at.AsOf),
        ["knownAt"] = at.KnownAt,
        ["count"] = answer.Count,
        ["atLeast"] = answer.AtLeast,
        ["kinds"] = new JsonArray([.. SearchKinds.InOrder(answer).Select(found => (JsonNode)new JsonObject { ["kind"] = found.Kind, ["count"] = found.Count })]),
        ["page"] = page,
        ["pages"] = Pages(answer),
        ["hits"] = new JsonArray([.. OfPage(answer, page).Select(thing => (JsonNode)Of(search, question, thing, at))]),
    };

    /// <summary>How many pages of twenty the best of what was found take.</summary>
    public static int Pages(SearchAnswer answer) => (answer.Things.Count + OnPage - 1) / OnPage;

    public static IEnumerable<FoundThing> OfPage(SearchAnswer answer, int page) => answer.Things.Skip((Math.Max(1, page) - 1) * OnPage).Take(OnPage);

    private static JsonObject Of(RegionSearch search, SearchQuestion question, FoundThing thing, Viewpoint at) => new()
    {
        ["kind"] = thing.Kind,
        ["id"] = thing.Id,
        ["title"] = new JsonObject { ["sv"] = thing.Title.Sv, ["en"] = thing.Title.En },
        ["address"] = thing.Address,
        ["excerpt"] = search.Excerpt(thing, question) is { Count: > 0 } excerpt ? string.Concat(excerpt.Select(piece => piece.Text)) : null,
        ["by"] = thing.Who,
        ["date"] = Iso(thing.Date.Latest),
        ["dateEarliest"] = thing.Date.IsCertain ? null : Iso(thing.Date.Earliest),
        ["firstDay"] = thing.FirstDay is { } first ? Iso(first) : null,
        ["lastDay"] = thing.LastDay is { } last ? Iso(last) : null,
        ["inForce"] = !(thing.FirstDay > at.AsOf) && !(thing.LastDay < at.AsOf),
        ["position"] = thing.Position,
        ["illustrative"] = thing.Illustrative,
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
