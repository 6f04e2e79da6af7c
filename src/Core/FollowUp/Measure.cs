
using Styrkedja.Provenance;

namespace Styrkedja.FollowUp;

/// <summary>What a figure measures. The list is closed: each measure has one word in addresses, and a word never changes meaning.</summary>
public enum Measure
{
    /// <summary>Revenue less cost, surplus positive.</summary>
    Result,

    /// <summary>Revenue from outside the subject, positive.</summary>
    Revenue,

    /// <summary>Cost paid outside the subject, negative.</summary>
    Cost,

    /// <summary>Revenue and cost of the operations themselves, before tax and grants.</summary>
    NetCost,
    OperatingResult,
    AfterFinancialItems,
    ResultBudget,
    RevenueBudget,
    CostBudget,

    /// <summary>Outcome less budget, positive is better.</summary>
    ResultDeviation,
    RevenueDeviation,
    CostDeviation,

    /// <summary>The part of the deviation of the result that someone responsible has explained.</summary>
    ExplainedDeviation,

    /// <summary>The part of it that nobody has explained.</summary>
    UnexplainedDeviation,

    /// <summary>The result expected for the whole year.</summary>
    ResultForecast,

    /// <summary>The year's result if the rest of it goes as it has gone so far.</summary>
    LinearForecast,

    /// <summary>The year's result if the rest of it goes as it went in earlier years.</summary>
    SeasonalForecast,

    /// <summary>What is taken away at a level because both sides stand under it.</summary>
    RevenueElimination,
    CostElimination,
    RevenueBudgetElimination,
    CostBudgetElimination,

    /// <summary>Internal trade whose two sides do not meet; never hidden and never allowed to change a sum.</summary>
    EliminationDifference,
    EliminationDifferenceBudget,

    /// <summary>Money given for the year, positive.</summary>
    Frame,

    /// <summary>Cost in per cent of revenue.</summary>
    CostShare,
    TaxRate,
    GoalsTotal,
    GoalsFulfilled,
    GoalsPartly,
    GoalsNotFulfilled,
    GoalsNotJudged,
    GoalStatus,
    Indicator,
    SoundFinancialManagement,

    /// <summary>Residents at the end of the period, by municipality; observed, never computed.</summary>
    Population,

    /// <summary>People employed at the end of the latest month told of; a stock.</summary>
    Headcount,

    /// <summary>Employment in full-time equivalents, as an average over months.</summary>
    FullTimeEquivalents,

    /// <summary>Agency staff in full-time equivalents, as an average over months.</summary>
    AgencyFullTimeEquivalents,

    /// <summary>Hours absent through sickness in per cent of hours of ordinary working time.</summary>
    SickLeave,
    SickLeaveHours,
    OrdinaryHours,

    /// <summary>A line of the balance sheet at the end of the period: assets debit positive, all else credit positive.</summary>
    Balance,

    /// <summary>What movements on accounts of the balance sheet bring in money: credit positive, so that an asset that grows is negative.</summary>
    BalanceChange,

    /// <summary>A line of the cash flow statement; what brings money in is positive.</summary>
    CashFlow,

    /// <summary>What has been invested in assets that the operations use, depreciation not taken away; positive.</summary>
    NetInvestments,

    /// <summary>Equity in per cent of assets.</summary>
    EquityRatio,

    /// <summary>Net cost of the operations in per cent of tax revenue and general grants.</summary>
    NetCostShare,

    /// <summary>The year's result with depreciation added back in per cent of net investments.</summary>
    SelfFinancing,

    /// <summary>A row of the balance requirement of a year.</summary>
    BalanceRequirement,

    /// <summary>What the measures decided about a deviation are expected to give in the year, better is positive.</summary>
    DecidedMeasures,

    /// <summary>What they have given from January to the end of the period, by those who carry them out.</summary>
    MeasureEffect,

    /// <summary>What they will give in the whole year, by those who carry them out.</summary>
    MeasureForecast,

    /// <summary>What has been granted to others' projects by decisions in the period, as last decided of each; positive.</summary>
    CoFinancingGranted,

    /// <summary>What has been paid of such grants by decisions in the period, before anything is asked back; positive.</summary>
    CoFinancingPaid,

    /// <summary>What has been asked back of them by decisions in the period; positive.</summary>
    CoFinancingRecovered,

    /// <summary>Money for culture, public transport or infrastructure that someone outside has told of; observed, never computed.</summary>
    DevelopmentMoney,
}

/// <summary>What sort of thing an amount is. Amounts of different kinds are never added; deviation is the one operation across them.</summary>
public enum FigureKind { Outcome, Budget, Deviation, Forecast, Frame, Count, Ratio, Judgement, Observation }

/// <summary>The words of measures in addresses, and the kind that each measure is of.</summary>
public static class Measures
{
    private static readonly Dictionary<string, Measure> s_byWord =
        Enum.GetValues<Measure>().ToDictionary(measure => KeyWord.Of(measure), measure => measure, StringComparer.Ordinal);

    private static readonly Dictionary<Measure, string> s_words = s_byWord.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string Word(this Measure measure) => s_words[measure];

    public static bool TryParse(string word, out Measure measure) => s_byWord.TryGetValue(word, out measure);

    public static FigureKind Kind(this Measure measure) => measure switch
    {
        Measure.ResultBudget or Measure.RevenueBudget or Measure.CostBudget or Measure.RevenueBudgetElimination or Measure.CostBudgetElimination
            or Measure.EliminationDifferenceBudget => FigureKind.Budget,
        Measure.ResultDeviation or Measure.RevenueDeviation or Measure.CostDeviation or Measure.ExplainedDeviation or Measure.UnexplainedDeviation
            or Measure.DecidedMeasures or Measure.MeasureEffect or Measure.MeasureForecast => FigureKind.Deviation,
        Measure.ResultForecast or Measure.LinearForecast or Measure.SeasonalForecast => FigureKind.Forecast,
        Measure.Frame or Measure.CoFinancingGranted => FigureKind.Frame,
        Measure.CostShare or Measure.TaxRate or Measure.SickLeave or Measure.EquityRatio or Measure.NetCostShare or Measure.SelfFinancing => FigureKind.Ratio,
        Measure.GoalsTotal or Measure.GoalsFulfilled or Measure.GoalsPartly or Measure.GoalsNotFulfilled or Measure.GoalsNotJudged => FigureKind.Count,
        Measure.GoalStatus or Measure.SoundFinancialManagement => FigureKind.Judgement,
        Measure.Indicator or Measure.Population or Measure.DevelopmentMoney => FigureKind.Observation,
        _ => FigureKind.Outcome,
    };
}
