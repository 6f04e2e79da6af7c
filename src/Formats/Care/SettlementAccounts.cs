using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Care;

/// <summary>Where settled care is booked: the financier's accounts by regime, and the own providers' revenue.</summary>
/// <param name="Series">Voucher series that holds nothing else.</param>
/// <param name="CostCentre">The financier's cost centre.</param>
/// <param name="Financier">The counterparty code by which own providers know the financier.</param>
/// <param name="Providers">Cost centres of the parts of the organisation that own providers belong to.</param>
public sealed record SettlementAccounts(string Series, string CostCentre, string Financier, OwnAccounts Own, BoughtAccounts Private, BoughtAccounts OutOfRegion, IReadOnlyList<ProviderCostCentre> Providers)
{
    /// <summary>What the file is called in the folder of its region.</summary>
    public const string FileName = "settlement-accounts.yaml";

    /// <summary>Reads the accounts from their text; nothing when anything in it is wrong.</summary>
    public static (SettlementAccounts? Accounts, IReadOnlyList<Fault> Faults) Read(string text, string fileName) => TableMapping.Read(text, fileName, OfFields, Check);

    /// <summary>The cost centre of a part of the organisation; nothing when none is named.</summary>
    public string? CostCentreOf(string subject) => Providers.FirstOrDefault(p => p.Subject == subject)?.CostCentre;

    private static SettlementAccounts OfFields(Fields f) => new(
        f.Required("series", Id, "Voucher series that holds nothing else."),
        f.Required("cost-centre", Id, "Cost centre of the financier."),
        f.Required("financier", Id, "Counterparty code of the financier."),
        f.Required("own", Nested(g => new OwnAccounts(g.Required("cost", Id, "The financier's cost account."), g.Required("revenue", Id, "The provider's revenue account."))), "Accounts for own providers."),
        f.Required("private", Nested(Bought), "Accounts for private providers."),
        f.Required("out-of-region", Nested(Bought), "Accounts for other regions."),
        f.Optional("providers", ListOf(Nested(g => new ProviderCostCentre(g.Required("subject", Id, "Part of the organisation."), g.Required("cost-centre", Id, "Its cost centre for settled care.")))), "Cost centres of own providers.") ?? []);

    private static BoughtAccounts Bought(Fields f) => new(f.Required("cost", Id, "Cost account."), f.Required("debt", Id, "Account of what is owed to the provider."));

    private static void Check(SettlementAccounts accounts, TableMapping told)
    {
        if (accounts.Providers.GroupBy(p => p.Subject, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            told.Wrong("settle.provider-twice", twice.Key, ["providers"]);
    }
}

/// <summary>Accounts for care that the region gives itself: a cost of the financier's and as much revenue of the provider's.</summary>
public sealed record OwnAccounts(string Cost, string Revenue);

/// <summary>Accounts for care that is bought: a cost, and what is owed for it.</summary>
public sealed record BoughtAccounts(string Cost, string Debt);

/// <summary>The cost centre on which a part of the organisation books settled care.</summary>
public sealed record ProviderCostCentre(string Subject, string CostCentre);
