using Styrkedja.Disclosure;

namespace Styrkedja.Care;

/// <summary>Contacts for each person, reckoned from published cells alone.</summary>
/// <remarks>Nothing when any cell that it rests on is hidden, or when the persons are fewer than a share may be reckoned of; so a rate tells nothing that its cells do not.</remarks>
public sealed class CareRates(PublishedCare care, DisclosureParameters parameters)
{
    /// <summary>Contacts of those who live in a municipality and are of an age and sex; all of the region's own municipalities together when none is named.</summary>
    public long? Contacts(string? home, string age, string sex) => OfHomes(CareTablePlan.ContactsByPerson, home, age, sex);

    /// <summary>The listed of the same.</summary>
    public long? Listed(string? home, string age, string sex) => OfHomes(CareTablePlan.ListedByPerson, home, age, sex);

    /// <summary>Contacts for each person, with one decimal as pages show it; estimated when the contacts are those of a sample.</summary>
    public decimal? Of(long? contacts, long? persons) =>
        contacts is { } some && persons is { } all && all >= parameters.MinimumDenominator ? decimal.Round((decimal)some * care.Release.OneIn / all, 1, MidpointRounding.AwayFromZero) : null;

    private long? OfHomes(CareTablePlan plan, string? home, string age, string sex) => home is not null
        ? care.Of(plan, home, age, sex)
        : care.Municipalities.Aggregate((long?)0, (sum, municipality) => sum + care.Of(plan, municipality, age, sex));
}
