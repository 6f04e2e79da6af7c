using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>What sort of component a line of settlement comes from.</summary>
public enum SettlementKind
{
    Capitation,
    Contacts,
    Fixed,
    Quality,

    /// <summary>Patients' fees that the provider keeps, as a negative amount.</summary>
    Fees,

    /// <summary>Compensation for fees above the ceiling that protects patients from high costs.</summary>
    FeeProtection,
    Limit,
    Vat,
}

/// <summary>The decisions that a part of a line rests on.</summary>
/// <param name="Prices">The price list; absent when the component has none.</param>
/// <param name="Count">Contacts, or listed residents of a capitation.</param>
public sealed record SettlementGround(Decided<SetPaymentModel> Model, Decided<SetPriceList>? Prices, long Count, Money Amount);

/// <summary>What one component gives an agreement for a month.</summary>
/// <param name="Payer">Who is to pay; what others than the region pay is sold care and no cost of the region's.</param>
/// <param name="Amount">Positive is to the provider.</param>
/// <param name="Count">Contacts, or listed residents of a capitation; zero for amounts that count nothing.</param>
/// <param name="Points">Weighed residents of a capitation, in millionths; zero for other kinds.</param>
/// <param name="Grounds">By the version of the rule; more than one when a rule changed within the month.</param>
public sealed record SettlementLine(
    string Agreement,
    string Provider,
    Month Month,
    string Component,
    SettlementKind Kind,
    ContactPayer Payer,
    Money Amount,
    long Count,
    long Points,
    IReadOnlyList<SettlementGround> Grounds);

/// <summary>Why a contact is not paid by itself.</summary>
public enum UnpaidReason
{
    /// <summary>The provider has no agreement with a payment model on the day.</summary>
    NoAgreement,

    /// <summary>No component has a price for it, as when it is covered by a capitation.</summary>
    NoPrice,

    /// <summary>Another than the region is to pay, and no component prices what that payer buys.</summary>
    OtherPayer,
}

/// <summary>Contacts with a provider in a month that no component pays.</summary>
public sealed record UnpaidContacts(string Provider, Month Month, UnpaidReason Reason, long Count);

/// <summary>How much was reached of what was agreed on quality.</summary>
/// <param name="Points">Points reached.</param>
/// <param name="Of">Points that could be reached, above zero.</param>
public sealed record QualityReached(string Agreement, string Component, Month Month, long Points, long Of);

/// <summary>A code's contacts within a line of settlement, at one amount each.</summary>
/// <param name="Code">Type or group, by which the component is priced.</param>
public sealed record SettledCode(string Code, Money Each, long Count);
