using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>Who runs the care: the region itself, a private provider, or another region.</summary>
public enum Regime
{
    [Term("egen regi")] Own,
    [Term("privat regi")] Private,
    [Term("utomlänsvård")] OutOfRegion,
}

/// <summary>A place where a provider gives care.</summary>
/// <param name="Hsa">Its id in the national catalogue of health care (HSA); absent when not known.</param>
/// <param name="Municipality">The municipality that it lies in, four digits; absent when not told.</param>
[Term("vårdenhet")]
public sealed record ProviderSite(Bilingual Name, string? Hsa, string? Municipality);

/// <summary>A provider, or a group of providers paid alike, takes part in the care system that the region finances.</summary>
/// <param name="Counterparty">The ledger's counterparty code by which its payments are found.</param>
/// <param name="Subject">The region's own committee or unit, when the regime is own.</param>
public sealed record AuthoriseProvider(string Id, Bilingual Name, Regime Regime, string Counterparty, string? Subject, Bilingual? Care, Validity Valid) : Act
{
    /// <summary>The id of the provider in the national catalogue of health care (HSA); absent when not known or when it is a group.</summary>
    public string? Hsa { get; init; }

    /// <summary>Where it gives care; empty when not told.</summary>
    public IReadOnlyList<ProviderSite> Sites { get; init; } = [];
}

/// <summary>The subject in whose books the region stands as financier of care.</summary>
public sealed record NameCareFinancier(string Subject) : Act;

/// <summary>On what ground someone is paid for care.</summary>
public enum AgreementBasis
{
    Commission,
    [Term("vårdval")] ChoiceOfCare,
    Procurement,
    [Term("nationella taxan")] NationalTariff,
    OutOfRegion,
}

/// <summary>The financier and a provider agree on care.</summary>
public sealed record SignAgreement(string Id, string Payer, string Provider, Bilingual Scope, AgreementBasis Basis, Validity Valid) : Act
{
    /// <summary>The payment model by which the provider is paid; absent when it is not settled by contacts and listings.</summary>
    public string? Model { get; init; }

    /// <summary>The terms whose requirements the provider has agreed to; absent when the agreement is followed up by no such list.</summary>
    public string? Terms { get; init; }
}

/// <summary>The price of one code of a list.</summary>
public sealed record PriceEntry(string Code, Money Price)
{
    /// <summary>How many base prices the code costs; absent when it has a price alone.</summary>
    public decimal? Weight { get; init; }

    /// <summary>What the code costs: its weight times the price of weight 1, to the nearest öre, and its own price.</summary>
    /// <param name="basePrice">Absent when what is paid for has no price of a weight; then the weight counts for nothing.</param>
    public Money With(Money? basePrice) => Weight is { } weight && basePrice is { } each ? each.Times((long)(weight * 1_000_000), 1_000_000) + Price : Price;
}

/// <summary>A list of prices for care, in force for certain days.</summary>
public sealed record SetPriceList(string Id, Bilingual Name, IReadOnlyList<PriceEntry> Prices, Validity Valid) : Act;
