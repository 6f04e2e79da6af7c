using System.Globalization;
using System.Text.Json.Nodes;

namespace Styrkedja.Formats.Oparl;

/// <summary>What narrows an external list: when its objects came to be known or were changed, and how many stand on a page.</summary>
public sealed record OparlFilter(DateTimeOffset? CreatedSince, DateTimeOffset? CreatedUntil, DateTimeOffset? ModifiedSince, DateTimeOffset? ModifiedUntil, int ElementsPerPage = OparlFilter.MostOfPage)
{
    public const int MostOfPage = 100;

    public bool Lets(JsonObject item)
    {
        var (created, modified) = (Moment(item, "created"), Moment(item, "modified"));
        return !(created < CreatedSince) && !(created > CreatedUntil) && !(modified < ModifiedSince) && !(modified > ModifiedUntil);
    }

    private static DateTimeOffset Moment(JsonObject item, string name) => DateTimeOffset.Parse((string)item[name]!, CultureInfo.InvariantCulture);
}

/// <summary>One page of an external list, with links to the others that keep the filter.</summary>
public static class OparlPage
{
    /// <param name="address">The list with everything asked for but the page itself.</param>
    /// <param name="page">Counted from one.</param>
    /// <returns>Nothing when there is no such page.</returns>
    public static JsonObject? Of(IEnumerable<JsonObject> all, OparlFilter filter, Uri address, int page)
    {
        var items = all.Where(filter.Lets).ToList();
        var pages = Math.Max(1, (items.Count + filter.ElementsPerPage - 1) / filter.ElementsPerPage);
        if (page < 1 || page > pages)
            return null;
        var links = new JsonObject { ["first"] = At(address, 1), ["self"] = At(address, page), ["last"] = At(address, pages) };
        if (page > 1)
            links["prev"] = At(address, page - 1);
        if (page < pages)
            links["next"] = At(address, page + 1);
        return new()
        {
            ["data"] = new JsonArray([.. items.Skip((page - 1) * filter.ElementsPerPage).Take(filter.ElementsPerPage).Select(i => (JsonNode)i)]),
            ["pagination"] = new JsonObject { ["totalElements"] = items.Count, ["elementsPerPage"] = filter.ElementsPerPage, ["currentPage"] = page, ["totalPages"] = pages },
            ["links"] = links,
        };
    }

    private static string At(Uri address, int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        return address.AbsoluteUri + (address.Query.Length > 0 ? "&" : "?") + "page=" + number;
    }
}
