using Styrkedja.Accounts;
using Styrkedja.Decisions;

namespace Styrkedja.FollowUp;

/// <summary>How an amount measure is summed: from which plane, over which statement lines, and whether what is internal at the level is taken away.</summary>
internal sealed record AmountRule(bool Budget, Func<StatementLine, bool> Lines, AmountOperation Operation)
{
    /// <summary>The rule of a measure; nothing when the measure is no sum over postings.</summary>
    public static AmountRule? Of(Measure measure) => measure switch
    {
        Measure.Result => new(false, OfResult, AmountOperation.Sum),
        Measure.Revenue => new(false, IncomeStatementLines.IsRevenue, AmountOperation.External),
        Measure.Cost => new(false, IsCost, AmountOperation.External),
        Measure.NetCost or Measure.OperatingResult or Measure.AfterFinancialItems => new(false, line => line <= LastLineOf(measure), AmountOperation.Sum),
        Measure.ResultBudget => new(true, OfResult, AmountOperation.Sum),
        Measure.RevenueBudget => new(true, IncomeStatementLines.IsRevenue, AmountOperation.External),
        Measure.CostBudget => new(true, IsCost, AmountOperation.External),
        Measure.RevenueElimination => new(false, IncomeStatementLines.IsRevenue, AmountOperation.Elimination),
        Measure.CostElimination => new(false, IsCost, AmountOperation.Elimination),
        Measure.RevenueBudgetElimination => new(true, IncomeStatementLines.IsRevenue, AmountOperation.Elimination),
        Measure.CostBudgetElimination => new(true, IsCost, AmountOperation.Elimination),
        Measure.BalanceChange => new(false, line => line == StatementLine.BalanceSheet, AmountOperation.Sum),
        Measure.EliminationDifference => new(false, OfResult, AmountOperation.Internal),
        Measure.EliminationDifferenceBudget => new(true, OfResult, AmountOperation.Internal),
        _ => null,
    };

    /// <summary>The measure that makes up between the parts of a consolidated measure and its whole.</summary>
    public static Measure? EliminationOf(Measure measure) => measure switch
    {
        Measure.Revenue => Measure.RevenueElimination,
        Measure.Cost => Measure.CostElimination,
        Measure.RevenueBudget => Measure.RevenueBudgetElimination,
        Measure.CostBudget => Measure.CostBudgetElimination,
        _ => null,
    };

    /// <summary>Outcome and budget whose difference a deviation is.</summary>
    public static (Measure Outcome, Measure Budget)? DifferenceOf(Measure measure) => measure switch
    {
        Measure.ResultDeviation => (Measure.Result, Measure.ResultBudget),
        Measure.RevenueDeviation => (Measure.Revenue, Measure.RevenueBudget),
        Measure.CostDeviation => (Measure.Cost, Measure.CostBudget),
        _ => null,
    };

    /// <summary>The last statement line that a result or subtotal holds; nothing for other measures.</summary>
    public static StatementLine? LastLineOf(Measure measure) => measure switch
    {
        Measure.NetCost => StatementLine.Depreciation,
        Measure.OperatingResult => StatementLine.GeneralGrantsAndEqualisation,
        Measure.AfterFinancialItems => StatementLine.FinancialCosts,
        Measure.Result or Measure.ResultBudget => StatementLine.ExtraordinaryItems,
        _ => null,
    };

    private static bool OfResult(StatementLine line) => line != StatementLine.BalanceSheet;

    private static bool IsCost(StatementLine line) => OfResult(line) && !IncomeStatementLines.IsRevenue(line);
}

/// <summary>What is done with the amounts under a subject.</summary>
internal enum AmountOperation
{
    Sum,

    /// <summary>The sum less what is internal to the subject.</summary>
    External,

    /// <summary>What is internal to the subject but to none of its parts, with the sign that takes it away.</summary>
    Elimination,

    /// <summary>What is internal to the subject.</summary>
    Internal,
}
