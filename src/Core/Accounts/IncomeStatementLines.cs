using Styrkedja.Decisions;

namespace Styrkedja.Accounts;

/// <summary>A sum in the income statement: all lines down to and including the last one named.</summary>
public sealed record StatementSubtotal(string Id, StatementLine LastLine);

/// <summary>How the income statement adds up.</summary>
/// <remarks>Rule: LKBR (2018:597) 5 kap. 2 §; the same lines are used for the years under KRL (1997:614).</remarks>
public static class IncomeStatementLines
{
    public static readonly IReadOnlyList<StatementLine> InOrder = [.. Enum.GetValues<StatementLine>().Where(line => line != StatementLine.BalanceSheet)];

    public static readonly IReadOnlyList<StatementSubtotal> Subtotals =
    [
        new("net-cost", StatementLine.Depreciation),
        new("operating-result", StatementLine.GeneralGrantsAndEqualisation),
        new("after-financial-items", StatementLine.FinancialCosts),
        new("result", StatementLine.ExtraordinaryItems),
    ];

    /// <summary>True for lines that count as revenue. Equalisation fees lie net among general grants.</summary>
    public static bool IsRevenue(StatementLine line) =>
        line is StatementLine.OperatingRevenue or StatementLine.TaxRevenue or StatementLine.GeneralGrantsAndEqualisation or StatementLine.FinancialIncome;
}
