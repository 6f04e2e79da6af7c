using Styrkedja.Care;
using Styrkedja.FollowUp;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Pages.Care;

/// <summary>How one municipality uses care.</summary>
/// <param name="Residents">As last told, and where; absent when no one has told.</param>
/// <param name="Rate">Contacts for each resident or listed; nothing when it may not be told.</param>
public sealed record CareHomeUse(string Code, (int Count, FigureAddress Told)? Residents, long? Listed, long? Contacts, decimal? Rate);

/// <summary>How the municipalities use care, by contacts for each person.</summary>
/// <remarks>By residents as sourced figures tell them, when the facts cover nearly all of them; else by those listed in the same facts, so that part of the contacts is not spread over all residents.</remarks>
/// <param name="CoveragePercent">How many of a hundred residents are listed; nothing when it cannot be told.</param>
/// <param name="OneIn">One person in so many is counted among contacts; rates are estimated from them.</param>
public sealed record CareUse(IReadOnlyList<CareHomeUse> Homes, int? Residents, long? Listed, long? Contacts, decimal? CoveragePercent, bool ByResidents, decimal? Rate, int OneIn)
{
    private const decimal EnoughPercent = 80;

    public decimal HighestRate => Math.Max(0.1m, Homes.Max(h => h.Rate) ?? 0.1m);

    public static CareUse Of(Reading reading, PublishedCare care, CareRates rates)
    {
        var homes = new CareHomes(reading, care);
        var told = care.Municipalities.Select(code => (Code: code, Residents: homes.Residents(code))).ToList();
        long? Contacts(string? home) => rates.Contacts(home, CareAxes.All, CareAxes.All);
        long? Listed(string? home) => rates.Listed(home, CareAxes.All, CareAxes.All);
        int? residents = told.Count > 0 && told.TrueForAll(t => t.Residents is not null) ? told.Sum(t => t.Residents!.Value.Count) : null;
        var coverage = residents > 0 && Listed(null) is { } listed ? listed * 100m / residents : null;
        var byResidents = coverage >= EnoughPercent;
        return new(
            [.. told.Select(t => new CareHomeUse(t.Code, t.Residents, Listed(t.Code), Contacts(t.Code), rates.Of(Contacts(t.Code), byResidents ? t.Residents?.Count : Listed(t.Code))))],
            residents,
            Listed(null),
            Contacts(null),
            coverage,
            byResidents,
            rates.Of(Contacts(null), byResidents ? residents : Listed(null)),
            care.Release.OneIn);
    }
}
