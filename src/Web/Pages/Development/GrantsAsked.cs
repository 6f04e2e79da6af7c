using System.Globalization;
using Microsoft.AspNetCore.Http;
using Styrkedja.Development;
using Styrkedja.Provenance;

namespace Styrkedja.Web.Pages.Development;

/// <summary>Which grants someone asks for, in the same words in the page's address and in the open data's.</summary>
/// <param name="Year">The year they were decided in; absent for all.</param>
/// <param name="Choice">Id of the strategic choice that they serve.</param>
/// <param name="Municipality">Code of a municipality that they are carried out in.</param>
/// <param name="Kind">The word of a kind of recipient.</param>
public sealed record GrantsAsked(int? Year, string? Choice, string? Municipality, string? Kind)
{
    /// <summary>The same as it stands after an address; empty for all grants.</summary>
    public string AsQuery
    {
        get
        {
            var parts = new (string Name, string? Value)[] { ("year", Year?.ToString(CultureInfo.InvariantCulture)), ("choice", Choice), ("municipality", Municipality), ("kind", Kind) }
                .Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    public static GrantsAsked Of(IQueryCollection query) => new(
        int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
        Text(query, "choice"),
        Text(query, "municipality"),
        Text(query, "kind"));

    public bool Holds(GrantedProject grant) =>
        (Year is null || grant.First.Date.Latest.Year == Year)
        && (Choice is null || grant.Choice == Choice)
        && (Municipality is null || grant.Place.Contains(Municipality))
        && (Kind is null || (grant.Kind is { } kind && KeyWord.Of(kind) == Kind));

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
}
