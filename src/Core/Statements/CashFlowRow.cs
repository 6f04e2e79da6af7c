using Styrkedja.Decisions;

namespace Styrkedja.Statements;

/// <summary>The rows of the cash flow statement by the indirect method, each total after what it is the sum of.</summary>
/// <remarks>Rule: LKBR (2018:597) 8 kap.; RKR R13. What brings money in is positive.</remarks>
public enum CashFlowRow
{
    /// <summary>The result of the period, from which the indirect method begins.</summary>
    YearResult,

    /// <summary>Depreciation, which lowers the result and costs no money.</summary>
    DepreciationAddedBack,
    ProvisionsChanged,
    OtherNonCash,
    BeforeWorkingCapital,
    InventoriesChanged,
    ReceivablesChanged,
    ShortTermInvestmentsChanged,
    ShortTermLiabilitiesChanged,
    OtherWorkingCapital,
    FromOperations,
    IntangibleInvestments,
    TangibleInvestments,
    FinancialInvestments,
    InfrastructurePaid,
    FromInvestments,
    LongTermLiabilitiesChanged,
    EquityChanged,
    OtherFinancing,
    FromFinancing,

    /// <summary>Movements of accounts that no mapping gives a place.</summary>
    UnplacedChanged,
    CashFlow,

    /// <summary>How much the accounts of cash and bank have in fact changed.</summary>
    CashChanged,

    /// <summary>Cash flow less the change of cash: what the ledger itself does not balance.</summary>
    CashDifference,
}

/// <summary>How the cash flow statement adds up.</summary>
public static class CashFlowRows
{
    private static readonly Dictionary<CashFlowRow, CashFlowRow[]> s_parts = new()
    {
        [CashFlowRow.BeforeWorkingCapital] = [CashFlowRow.YearResult, CashFlowRow.DepreciationAddedBack, CashFlowRow.ProvisionsChanged, CashFlowRow.OtherNonCash],
        [CashFlowRow.FromOperations] =
        [
            CashFlowRow.BeforeWorkingCapital, CashFlowRow.InventoriesChanged, CashFlowRow.ReceivablesChanged, CashFlowRow.ShortTermInvestmentsChanged,
            CashFlowRow.ShortTermLiabilitiesChanged, CashFlowRow.OtherWorkingCapital,
        ],
        [CashFlowRow.FromInvestments] = [CashFlowRow.IntangibleInvestments, CashFlowRow.TangibleInvestments, CashFlowRow.FinancialInvestments, CashFlowRow.InfrastructurePaid],
        [CashFlowRow.FromFinancing] = [CashFlowRow.LongTermLiabilitiesChanged, CashFlowRow.EquityChanged, CashFlowRow.OtherFinancing],
        [CashFlowRow.CashFlow] = [CashFlowRow.FromOperations, CashFlowRow.FromInvestments, CashFlowRow.FromFinancing, CashFlowRow.UnplacedChanged],
    };

    public static readonly IReadOnlyList<CashFlowRow> InOrder = Enum.GetValues<CashFlowRow>();

    /// <summary>The rows that a total is the sum of; none for a row of movements.</summary>
    public static IReadOnlyList<CashFlowRow> PartsOf(this CashFlowRow row) => s_parts.GetValueOrDefault(row, []);

    public static bool IsTotal(this CashFlowRow row) => s_parts.ContainsKey(row);

    /// <summary>The row that the movement of an account lies on.</summary>
    /// <param name="told">Where the mapping says that it lies, when it does.</param>
    public static CashFlowRow Of(CashFlowPlace? told, BalanceRow row) => (told, row) switch
    {
        (_, BalanceRow.CashAndBank) => CashFlowRow.CashChanged,
        (CashFlowPlace.Depreciation, _) => CashFlowRow.DepreciationAddedBack,
        (CashFlowPlace.OtherNonCash, _) => CashFlowRow.OtherNonCash,
        (CashFlowPlace.WorkingCapital, _) => CashFlowRow.OtherWorkingCapital,
        (CashFlowPlace.Investments, _) => CashFlowRow.TangibleInvestments,
        (CashFlowPlace.Financing, _) => CashFlowRow.OtherFinancing,
        (_, BalanceRow.IntangibleAssets) => CashFlowRow.IntangibleInvestments,
        (_, BalanceRow.TangibleAssets) => CashFlowRow.TangibleInvestments,
        (_, BalanceRow.FinancialAssets) => CashFlowRow.FinancialInvestments,
        (_, BalanceRow.InfrastructureContributions) => CashFlowRow.InfrastructurePaid,
        (_, BalanceRow.Inventories) => CashFlowRow.InventoriesChanged,
        (_, BalanceRow.Receivables) => CashFlowRow.ReceivablesChanged,
        (_, BalanceRow.ShortTermInvestments) => CashFlowRow.ShortTermInvestmentsChanged,
        (_, BalanceRow.PensionProvisions or BalanceRow.OtherProvisions) => CashFlowRow.ProvisionsChanged,
        (_, BalanceRow.LongTermLiabilities) => CashFlowRow.LongTermLiabilitiesChanged,
        (_, BalanceRow.ShortTermLiabilities) => CashFlowRow.ShortTermLiabilitiesChanged,
        (_, BalanceRow.EarmarkedReserve or BalanceRow.OtherEquity) => CashFlowRow.EquityChanged,
        _ => CashFlowRow.UnplacedChanged,
    };

    /// <summary>True for movements that are investments in what the operations use.</summary>
    public static bool IsInvestment(this CashFlowRow row) => row is CashFlowRow.IntangibleInvestments or CashFlowRow.TangibleInvestments or CashFlowRow.InfrastructurePaid;
}
