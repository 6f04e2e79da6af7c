using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Care;

/// <summary>Where settled care is booked: the financier's accounts by regime and payment model, and the own providers' revenue.</summary>
/// <param name="Series">Voucher series that holds nothing else.</param>
/// <param name="CostCentre">The financier's cost centre, where no payment model has others.</param>
/// <param name="Financier">The counterparty code by which own providers know the financier.</param>
/// <param name="Models">Payment models that are booked otherwise than the rest.</param>
/// <param name="Providers">Cost centres of own providers, or of the parts of the organisation that they belong to.</param>
public sealed record SettlementAccounts(
    string Series, string CostCentre, string Financier, OwnAccounts Own, BoughtAccounts Private, BoughtAccounts OutOfRegion, IReadOnlyList<ModelAccounts> Models, IReadOnlyList<ProviderPlaces> Providers)
{
    /// <summary>What the file is called in the folder of its region.</summary>
    public const string FileName = "settlement-accounts.yaml";

    /// <summary>Reads the accounts from their text; nothing when anything in it is wrong.</summary>
    public static (SettlementAccounts? Accounts, IReadOnlyList<Fault> Faults) Read(string text, string fileName) => TableMapping.Read(text, fileName, OfFields, Check);

    /// <summary>Where the revenue of an own provider is booked: its own places before those of the part of the organisation that it belongs to. Nothing when neither is named.</summary>
    public IReadOnlyList<BookedPlace>? PlacesOf(string provider, string subject) =>
        (Providers.FirstOrDefault(p => p.Provider == provider) ?? Providers.FirstOrDefault(p => p.Subject == subject))?.Places;

    /// <summary>What a payment model is booked on, with the accounts that it does not name for itself.</summary>
    public BookedCare For(string model)
    {
        var named = Models.FirstOrDefault(m => m.Model == model);
        return new(named?.Places is { Count: > 0 } places ? places : [new(CostCentre, "", 1)], named?.Own ?? Own, named?.Private ?? Private, named?.OutOfRegion ?? OutOfRegion);
    }

    private static SettlementAccounts OfFields(Fields f) => new(
        f.Required("series", Id, "Voucher series that holds nothing else."),
        f.Required("cost-centre", Id, "Cost centre of the financier."),
        f.Required("financier", Id, "Counterparty code of the financier."),
        f.Required("own", Nested(OwnCare), "Accounts for own providers."),
        f.Required("private", Nested(Bought), "Accounts for private providers."),
        f.Required("out-of-region", Nested(Bought), "Accounts for other regions."),
        f.Optional("models", ListOf(Nested(g => new ModelAccounts(
            g.Required("model", Id, "The payment model."),
            g.Optional("cost-centres", ListOf(Nested(Place)), "The financier's cost centres.") ?? [],
            g.Optional("own", Nested(OwnCare), "Accounts for own providers."),
            g.Optional("private", Nested(Bought), "Accounts for private providers."),
            g.Optional("out-of-region", Nested(Bought), "Accounts for other regions.")))), "Payment models that are booked otherwise.") ?? [],
        f.Optional("providers", ListOf(Nested(Provider)), "Cost centres of own providers.") ?? []);

    private static ProviderPlaces Provider(Fields g)
    {
        var (provider, subject) = (g.Optional("provider", Id, "The provider."), g.Optional("subject", Id, "Part of the organisation."));
        var one = g.Optional("cost-centre", Id, "The only cost centre for settled care.");
        var places = g.Optional("cost-centres", ListOf(Nested(Place)), "Cost centres that revenue is laid over.") ?? [];
        return new(provider, subject, one is null ? places : [new(one, "", 1), .. places]);
    }

    private static BookedPlace Place(Fields g) => new(
        g.Required("cost-centre", Id, "The cost centre."),
        g.Optional("activity", Id, "The activity.") ?? "",
        g.Optional("share", Optionally(Count), "Its part, in proportion to the others; one when left out.") ?? 1);

    private static OwnAccounts OwnCare(Fields g) => new(g.Required("cost", Id, "The financier's cost account."), g.Required("revenue", Id, "The provider's revenue account."));

    private static BoughtAccounts Bought(Fields f) => new(f.Required("cost", Id, "Cost account."), f.Required("debt", Id, "Account of what is owed to the provider."));

    private static void Check(SettlementAccounts accounts, TableMapping told)
    {
        if (accounts.Providers.GroupBy(p => p.Provider ?? p.Subject, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            told.Wrong("settle.provider-twice", twice.Key ?? "", ["providers"]);
        if (accounts.Providers.FirstOrDefault(p => p.Provider is null == p.Subject is null || p.Places.Sum(place => (long)place.Share) == 0) is { } unclear)
            told.Wrong("settle.provider-unclear", unclear.Provider ?? unclear.Subject ?? "", ["providers"]);
        if (accounts.Models.GroupBy(m => m.Model, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1 || g.Any(m => m.Places.Count > 0 && m.Places.Sum(place => (long)place.Share) == 0)) is { } model)
            told.Wrong("settle.model-unclear", model.Key, ["models"]);
    }
}

/// <summary>Accounts for care that the region gives itself: a cost of the financier's and as much revenue of the provider's.</summary>
public sealed record OwnAccounts(string Cost, string Revenue);

/// <summary>Accounts for care that is bought: a cost, and what is owed for it.</summary>
public sealed record BoughtAccounts(string Cost, string Debt);

/// <summary>A cost centre, and the activity on it, that takes a part of what is settled.</summary>
/// <param name="Activity">Empty when no activity is booked.</param>
/// <param name="Share">In proportion to the other places.</param>
public sealed record BookedPlace(string CostCentre, string Activity, int Share);

/// <summary>What a payment model is booked on. What it does not name is booked as for other models.</summary>
/// <param name="Places">Cost centres of the financier's; empty when they are those of the rest.</param>
public sealed record ModelAccounts(string Model, IReadOnlyList<BookedPlace> Places, OwnAccounts? Own, BoughtAccounts? Private, BoughtAccounts? OutOfRegion);

/// <summary>All that is needed to book care under one payment model.</summary>
/// <param name="Places">The financier's cost centres, at least one.</param>
public sealed record BookedCare(IReadOnlyList<BookedPlace> Places, OwnAccounts Own, BoughtAccounts Private, BoughtAccounts OutOfRegion);

/// <summary>Where settled care is revenue: for one provider, or for all that belong to a part of the organisation.</summary>
public sealed record ProviderPlaces(string? Provider, string? Subject, IReadOnlyList<BookedPlace> Places);
