using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>How much a listed resident in an age band weighs.</summary>
/// <param name="Weight">1 is the mean resident; bands that are not named weigh 1.</param>
public sealed record AgeWeight(string Band, decimal Weight);

/// <summary>A provider's share of all visits that its listed residents make, as an index.</summary>
/// <param name="Index">1 is the mean provider; providers that are not named have 1.</param>
public sealed record CoverageIndex(string Provider, decimal Index);

/// <summary>Payment for each resident who is listed with a provider on the month's reference day, weighed by expected need.</summary>
/// <param name="Pot">What is to be laid out in a calendar year over all providers of the model: a twelfth each month, by points. Absent when a point has a price.</param>
/// <param name="PerPoint">Kronor per point and month; absent when a pot is laid out.</param>
/// <param name="AgeShare">Parts of the point that are weighed by age, with the other three; together they are the whole.</param>
/// <param name="ReferenceDay">Day of the month on which listings are counted, 1 to 28.</param>
public sealed record CapitationPart(
    string Id,
    Money? Pot,
    Money? PerPoint,
    int AgeShare,
    int AcgShare,
    int CniShare,
    int CoverageShare,
    IReadOnlyList<AgeWeight> Ages,
    IReadOnlyList<CoverageIndex> Coverage,
    int ReferenceDay);

/// <summary>By what a contact is found in a price list.</summary>
public enum PricedBy
{
    /// <summary>By the type of contact.</summary>
    Type,

    /// <summary>By the group of diagnosis and treatment (DRG).</summary>
    Group,
}

/// <summary>Whether the patient must be listed with the provider that is paid.</summary>
public enum ListedCondition
{
    Either,
    WithProvider,
    Elsewhere,
}

/// <summary>How a contact came about, as a payment rule asks for it.</summary>
public enum CareWay
{
    Ordinary,
    Referred,
    OwnChoice,
    Emergency,
}

/// <summary>Who pays for a contact, as a payment rule asks for it.</summary>
public enum CarePayer
{
    Region,
    OtherRegion,
    State,
    SocialInsurance,
    Patient,
}

/// <summary>From a certain contact of the calendar year another price list holds.</summary>
/// <param name="From">Number of the first contact at the new price, counted for each provider and component by day.</param>
public sealed record PriceStep(int From, string Prices);

/// <summary>Payment for each contact that a price list has a price for. The first component of a model that holds for a contact pays it, no other.</summary>
/// <param name="Prices">The price list; a code that is not in it is not paid by this component.</param>
/// <param name="BasePrice">The price of weight 1, when the list gives weights; a price beside a weight is added, as for outliers.</param>
/// <param name="Types">Types of contact that it holds for; empty means every type.</param>
/// <param name="Ways">Ways that it holds for; empty means every way.</param>
/// <param name="Payers">Payers that it holds for; empty means the region alone. What others are to pay is never paid by the region: it is sold care.</param>
/// <param name="Homes">Municipalities or counties, by the first digits of the code, whose residents it holds for; empty means all.</param>
/// <param name="Steps">Later prices within the year, lowest first; empty when the price is the same all year.</param>
public sealed record ContactPart(
    string Id,
    string Prices,
    PricedBy By,
    Money? BasePrice,
    IReadOnlyList<string> Types,
    IReadOnlyList<CareWay> Ways,
    IReadOnlyList<CarePayer> Payers,
    IReadOnlyList<string> Homes,
    ListedCondition Listed,
    IReadOnlyList<PriceStep> Steps);

/// <summary>The same amount each month to each agreement.</summary>
public sealed record FixedPart(string Id, Money Amount);

/// <summary>An amount that is earned by reaching what was agreed on quality.</summary>
/// <param name="Amount">Per month, when everything is reached.</param>
/// <param name="Beforehand">Per cent that is paid until the outcome is told.</param>
public sealed record QualityPart(string Id, Money Amount, int Beforehand);

/// <summary>Where the patient's fee goes.</summary>
public enum FeeKeeper
{
    /// <summary>The provider keeps it and is paid so much less.</summary>
    ProviderPaidLess,

    /// <summary>The provider keeps it besides its payment.</summary>
    Provider,

    /// <summary>The provider collects it for the payer and hands it over besides settlement.</summary>
    Payer,
}

/// <summary>Patients' fees, and what the provider gets for patients who are protected from high costs.</summary>
/// <param name="Ceiling">What a person pays at most in twelve months from the first fee; what is above is free of charge, and the provider is compensated. Absent when there is no protection.</param>
/// <remarks>Rule: hälso- och sjukvårdslagen (2017:30) 17 kap. 6 §, before it (1982:763) 26 a §. Not checked against the text of the law.</remarks>
public sealed record FeePart(string Id, FeeKeeper Keeper, Money? Ceiling);

/// <summary>Over how long a ceiling or floor is counted.</summary>
public enum LimitSpan
{
    Month,

    /// <summary>The calendar year: a ceiling holds from the month when the sum passes it, a floor is made up in December.</summary>
    Year,
}

/// <summary>The most or least that some components give together.</summary>
/// <param name="Of">Ids of the components; empty means every component of the region's payment but those for value added tax.</param>
public sealed record LimitPart(string Id, IReadOnlyList<string> Of, Money? Floor, Money? Ceiling, LimitSpan Over);

/// <summary>How those who have agreed on it are paid for care: a sum of components, each a price, a share or an amount that has been decided.</summary>
/// <param name="VatPercent">Compensation to private providers for value added tax that they cannot deduct, per cent of what the region pays; zero when there is none.</param>
/// <param name="Valid">A later act with the same id takes over from its first day.</param>
[Term("ersättningsmodell")]
public sealed record SetPaymentModel(
    string Id,
    Bilingual Name,
    IReadOnlyList<CapitationPart> Capitation,
    IReadOnlyList<ContactPart> Contacts,
    IReadOnlyList<FixedPart> Fixed,
    IReadOnlyList<QualityPart> Quality,
    FeePart? Fees,
    IReadOnlyList<LimitPart> Limits,
    decimal VatPercent,
    Validity Valid) : Act;

/// <summary>Points of what was agreed on quality.</summary>
/// <param name="Reached">From zero and no more than could be reached.</param>
/// <param name="Of">Points that could be reached, above zero.</param>
public sealed record QualityPoints(int Reached, int Of);

/// <summary>Tells how much an agreement reached of what was agreed on quality in a month, so that its quality-linked payment is settled by outcome and no longer beforehand.</summary>
/// <param name="Component">The quality-linked component of the agreement's payment model.</param>
/// <remarks>Told again, the later holds. For a month that is frozen already the difference comes as an adjustment in the next month of the year that is settled.</remarks>
public sealed record TellQuality(string Agreement, string Component, Month Month, QualityPoints Points) : Act;
