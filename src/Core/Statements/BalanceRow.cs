using Styrkedja.Decisions;

namespace Styrkedja.Statements;

/// <summary>The rows of the balance sheet as it is printed, each total after what it is the sum of.</summary>
/// <remarks>Rule: LKBR (2018:597) 6 kap. 1 §. Rows for accounts without a place and for the difference are our own: nothing is dropped and nothing plugged.</remarks>
public enum BalanceRow
{
    IntangibleAssets,
    TangibleAssets,
    FinancialAssets,
    FixedAssets,
    InfrastructureContributions,
    Inventories,
    Receivables,
    ShortTermInvestments,
    CashAndBank,
    CurrentAssets,

    /// <summary>Accounts that no mapping names and whose balance is debit.</summary>
    UnplacedAssets,
    Assets,

    /// <summary>The result of the year so far, from the income statement.</summary>
    YearResult,

    /// <summary>Results of earlier years since the last opening balance, which the ledger has not moved to an account of equity.</summary>
    RetainedResult,
    EarmarkedReserve,
    OtherEquity,
    Equity,
    PensionProvisions,
    OtherProvisions,
    Provisions,
    LongTermLiabilities,
    ShortTermLiabilities,
    Liabilities,

    /// <summary>Accounts that no mapping names and whose balance is credit.</summary>
    UnplacedLiabilities,
    EquityAndLiabilities,

    /// <summary>Assets less equity, provisions and liabilities: what the ledger itself does not balance.</summary>
    Difference,
}

/// <summary>How the balance sheet adds up.</summary>
public static class BalanceRows
{
    private static readonly Dictionary<BalanceRow, BalanceRow[]> s_parts = new()
    {
        [BalanceRow.FixedAssets] = [BalanceRow.IntangibleAssets, BalanceRow.TangibleAssets, BalanceRow.FinancialAssets],
        [BalanceRow.CurrentAssets] = [BalanceRow.Inventories, BalanceRow.Receivables, BalanceRow.ShortTermInvestments, BalanceRow.CashAndBank],
        [BalanceRow.Assets] = [BalanceRow.FixedAssets, BalanceRow.InfrastructureContributions, BalanceRow.CurrentAssets, BalanceRow.UnplacedAssets],
        [BalanceRow.Equity] = [BalanceRow.YearResult, BalanceRow.RetainedResult, BalanceRow.EarmarkedReserve, BalanceRow.OtherEquity],
        [BalanceRow.Provisions] = [BalanceRow.PensionProvisions, BalanceRow.OtherProvisions],
        [BalanceRow.Liabilities] = [BalanceRow.LongTermLiabilities, BalanceRow.ShortTermLiabilities],
        [BalanceRow.EquityAndLiabilities] = [BalanceRow.Equity, BalanceRow.Provisions, BalanceRow.Liabilities, BalanceRow.UnplacedLiabilities],
    };

    public static readonly IReadOnlyList<BalanceRow> InOrder = Enum.GetValues<BalanceRow>();

    /// <summary>The rows that a total is the sum of; none for a row of accounts and for the difference.</summary>
    public static IReadOnlyList<BalanceRow> PartsOf(this BalanceRow row) => s_parts.GetValueOrDefault(row, []);

    public static bool IsTotal(this BalanceRow row) => s_parts.ContainsKey(row);

    /// <summary>True for rows on the side of what assets are paid with, where credit is positive.</summary>
    public static bool IsCredit(this BalanceRow row) => row is >= BalanceRow.YearResult and <= BalanceRow.EquityAndLiabilities;

    /// <summary>The row that an account lies on, by its line and, when it has none, by the way its balance leans.</summary>
    public static BalanceRow Of(BalanceLine? line, long ore) => line switch
    {
        BalanceLine.IntangibleAssets => BalanceRow.IntangibleAssets,
        BalanceLine.TangibleAssets => BalanceRow.TangibleAssets,
        BalanceLine.FinancialAssets => BalanceRow.FinancialAssets,
        BalanceLine.InfrastructureContributions => BalanceRow.InfrastructureContributions,
        BalanceLine.Inventories => BalanceRow.Inventories,
        BalanceLine.Receivables => BalanceRow.Receivables,
        BalanceLine.ShortTermInvestments => BalanceRow.ShortTermInvestments,
        BalanceLine.CashAndBank => BalanceRow.CashAndBank,
        BalanceLine.EarmarkedReserve => BalanceRow.EarmarkedReserve,
        BalanceLine.OtherEquity => BalanceRow.OtherEquity,
        BalanceLine.PensionProvisions => BalanceRow.PensionProvisions,
        BalanceLine.OtherProvisions => BalanceRow.OtherProvisions,
        BalanceLine.LongTermLiabilities => BalanceRow.LongTermLiabilities,
        BalanceLine.ShortTermLiabilities => BalanceRow.ShortTermLiabilities,
        _ => ore >= 0 ? BalanceRow.UnplacedAssets : BalanceRow.UnplacedLiabilities,
    };
}
