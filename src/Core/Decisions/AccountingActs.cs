using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>The lines of the income statement, in its order, and the balance sheet as one.</summary>
/// <remarks>Rule: LKBR (2018:597) 5 kap.; for 2015-2017 the corresponding lines of KRL (1997:614) 5 kap.</remarks>
[Term("resultaträkning")]
public enum StatementLine
{
    OperatingRevenue,
    OperatingCosts,
    Depreciation,
    TaxRevenue,
    GeneralGrantsAndEqualisation,
    FinancialIncome,
    FinancialCosts,
    ExtraordinaryItems,

    /// <summary>Accounts of the balance sheet: never part of a result.</summary>
    BalanceSheet,
}

/// <summary>The first and last account of a run, both included, compared as text of equal length.</summary>
public sealed record AccountRange(string From, string To)
{
    public bool Holds(string account) =>
        account.Length == From.Length && string.CompareOrdinal(account, From) >= 0 && string.CompareOrdinal(account, To) <= 0;
}

/// <summary>A group of accounts that budgets and follow-up speak of, and the statement line it belongs to.</summary>
public sealed record AccountGroupEntry(string Id, Bilingual Name, StatementLine Line, IReadOnlyList<AccountRange> Accounts);

/// <summary>The name of one account.</summary>
public sealed record AccountName(string Account, string Name);

/// <summary>The chart of accounts and how it maps to the statement, in force for certain days.</summary>
/// <remarks>The detailed list of Region-Bas is not openly machine readable: each region adopts the mapping of its own chart.</remarks>
public sealed record AdoptChart(string Id, IReadOnlyList<AccountGroupEntry> Groups, IReadOnlyList<AccountName> Names, Validity Valid) : Act;

/// <summary>Who stands on the other side of a ledger row.</summary>
public enum CounterpartyKind { Internal, GroupCompany, Municipality, OtherRegion, State, PrivateCompany, Association, Household, Other }

/// <summary>The ledger's code for a counterparty, and for internal ones the subject whose books hold the other side.</summary>
public sealed record CounterpartyEntry(string Code, Bilingual Name, CounterpartyKind Kind, string? Subject);

/// <summary>The table of counterparties by which internal trade is eliminated.</summary>
public sealed record AdoptCounterparties(IReadOnlyList<CounterpartyEntry> Entries) : Act;

/// <summary>A company's books become part of the group's: rows that come with its legal entity are its own and never the region's, whatever their codes.</summary>
/// <remarks>The company's accounts lie in the region's chart, and its rows name the region's parts by the region's own codes. Rule: LKBR (2018:597) 12 kap. 2 §, for 2015-2017 KRL (1997:614)
/// 8 kap. 1 §; neither has been checked against its text.</remarks>
/// <param name="Company">Id of the company.</param>
/// <param name="LegalEntity">The organisation number that its files carry.</param>
/// <param name="Counterparty">The company's code in the region's own books.</param>
[Term("koncern")]
public sealed record ConsolidateCompany(string Company, string LegalEntity, string Counterparty) : Act;

/// <summary>A code and name of the activity classification.</summary>
public sealed record ActivityEntry(string Code, Bilingual Name);

/// <summary>The classification of activities (verksamhetsindelning) in the ledger's codes.</summary>
public sealed record AdoptActivities(IReadOnlyList<ActivityEntry> Entries) : Act;
