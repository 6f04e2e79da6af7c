using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>The lines of the balance sheet that accounts lie on, in its order: assets first, then what they are paid with.</summary>
/// <remarks>Rule: LKBR (2018:597) 6 kap.; KRL (1997:614) 5 kap. before 2019. The year's result is no line of accounts: it is taken from the income statement.</remarks>
[Term("balansräkningens rader")]
public enum BalanceLine
{
    [Term("immateriella anläggningstillgångar")] IntangibleAssets,
    [Term("materiella anläggningstillgångar")] TangibleAssets,
    [Term("finansiella anläggningstillgångar")] FinancialAssets,
    [Term("bidrag till infrastruktur")] InfrastructureContributions,
    [Term("förråd")] Inventories,
    [Term("fordringar")] Receivables,
    [Term("kortfristiga placeringar")] ShortTermInvestments,
    [Term("kassa och bank")] CashAndBank,
    EarmarkedReserve,
    [Term("övrigt eget kapital")] OtherEquity,
    [Term("avsättningar för pensioner")] PensionProvisions,
    [Term("andra avsättningar")] OtherProvisions,
    [Term("långfristiga skulder")] LongTermLiabilities,
    [Term("kortfristiga skulder")] ShortTermLiabilities,
}

/// <summary>Which way the balance of an account leans.</summary>
public enum BalanceSide { Debit, Credit }

/// <summary>Accounts that lie on one line of the balance sheet.</summary>
/// <param name="Side">The row holds only while the account's balance leans this way, so that an account that may be owed or owing is shown where it belongs; absent when
/// it always holds.</param>
public sealed record BalanceLineAccounts(BalanceLine Line, IReadOnlyList<AccountRange> Accounts, BalanceSide? Side);

/// <summary>The lines of the cash flow statement that accounts of the balance sheet may be told to move, where it is not the one that follows from their balance line.</summary>
/// <remarks>Rule: LKBR (2018:597) 8 kap.</remarks>
public enum CashFlowPlace { Depreciation, OtherNonCash, WorkingCapital, Investments, Financing }

/// <summary>Accounts whose movements lie on another line of the cash flow statement than their balance line says, such as accumulated depreciation.</summary>
public sealed record CashFlowAccounts(CashFlowPlace Line, IReadOnlyList<AccountRange> Accounts);

/// <summary>The rows of the balance requirement that stand between the year's result and the result after adjustments.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 12 §, LKBR (2018:597) 11 kap. 10 §, RKR R15.</remarks>
public enum RequirementRow
{
    /// <summary>All gains on sale of fixed assets; taken away.</summary>
    [Term("realisationsvinster")] RealisedGains,

    /// <summary>Gains that may count all the same; added back.</summary>
    PermittedGains,

    /// <summary>Losses that need not count; added back.</summary>
    PermittedLosses,

    /// <summary>Gains and losses in securities not yet realised; gains are taken away, losses added back.</summary>
    UnrealisedChanges,

    /// <summary>What was so adjusted earlier and is now realised.</summary>
    ReversedChanges,
}

/// <summary>Accounts of the income statement that make up a row of the balance requirement.</summary>
public sealed record RequirementAccounts(RequirementRow Row, IReadOnlyList<AccountRange> Accounts);

/// <summary>How the ledger's accounts lie on the lines of balance sheet and cash flow, and on the rows of the balance requirement, in force for certain days.</summary>
/// <remarks>Read at the day asked about, so earlier years follow the mapping of that day. An account of no line is shown as one without a place. The income statement
/// follows the chart of accounts (<see cref="AdoptChart"/>).</remarks>
[Term("uppställning av räkenskaper")]
public sealed record AdoptStatements(
    string Id,
    IReadOnlyList<BalanceLineAccounts> Balance,
    IReadOnlyList<CashFlowAccounts> CashFlow,
    IReadOnlyList<RequirementAccounts> Requirement,
    Validity Valid) : Act
{
    /// <summary>Accounts on which costs and revenue are moved between months, to be turned back in the month after; none when nobody has told.</summary>
    /// <remarks>Rule: periodisation by LKBR (2018:597) 4 kap. 4 §; KRL (1997:614) 2 kap. before 2019. Neither has been checked against its text.</remarks>
    public IReadOnlyList<AccountRange> Accruals { get; init; } = [];
}

/// <summary>Part of a year's surplus is set aside in the result reserve.</summary>
/// <param name="Amount">What is set aside, zero or above. More than the law lets is recorded as decided, and shown with the limit.</param>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 14 § (resultatreserv from 2024, resultatutjämningsreserv before), kommunallagen (1991:900) 8 kap. 3 d §.</remarks>
[Term("reservering till resultatreserv")]
public sealed record ReserveResult(int Year, Money Amount) : Act;

/// <summary>Money of the result reserve, or of the older equalisation reserve, is used to even out a year's result.</summary>
/// <param name="Older">True when it is taken from what was set aside before 2024.</param>
[Term("disponering av resultatreserv")]
public sealed record UseReserve(int Year, Money Amount, bool Older) : Act;

/// <summary>There are special reasons not to restore a part of a year's negative balance requirement result.</summary>
/// <param name="Year">The year whose deficit it is.</param>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 13 §, kommunallagen (1991:900) 8 kap. 5 b §.</remarks>
[Term("synnerliga skäl")]
public sealed record ClaimSpecialReasons(int Year, Money Amount, Bilingual Reason) : Act;

/// <summary>How much of a deficit a year is to restore.</summary>
public sealed record RestorationYear(int Year, Money Amount);

/// <summary>The plan of measures by which a deficit is to be restored within three years.</summary>
/// <param name="Year">The year whose deficit it is.</param>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 12 §, kommunallagen (1991:900) 8 kap. 5 a §.</remarks>
[Term("åtgärdsplan för balanskravet")]
public sealed record PlanRestoration(int Year, IReadOnlyList<RestorationYear> Years) : Act;

/// <summary>What a decided amount of the balance requirement is about, where the accounts do not tell it.</summary>
public enum RequirementAdjustment
{
    RealisedGains,
    PermittedGains,
    PermittedLosses,
    UnrealisedChanges,
    ReversedChanges,

    /// <summary>What was left to restore when the year began, from years that the ledger does not hold; given as a positive amount.</summary>
    OpeningDeficit,

    /// <summary>What the older equalisation reserve held when the year began; given as a positive amount.</summary>
    OpeningOlderReserve,

    /// <summary>What the result reserve held when the year began; given as a positive amount.</summary>
    OpeningReserve,

    /// <summary>Pension obligations that stand outside the balance sheet at the end of the year; given as a positive amount.</summary>
    [Term("ansvarsförbindelse för pensioner")] ContingentPensions,
}

/// <summary>An amount of the balance requirement that is decided with its reason, for what the accounts do not tell.</summary>
/// <param name="Amount">With the sign that it has in the statement: what is taken from the result is negative.</param>
/// <param name="Arose">The year of an opening deficit; absent means the year before.</param>
public sealed record AdjustBalanceRequirement(int Year, RequirementAdjustment Row, Money Amount, Bilingual Reason, int? Arose) : Act;
