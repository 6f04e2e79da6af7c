using Styrkedja.Amounts;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>On what footing money is given.</summary>
public enum FrameKind
{
    [Term("regionbidrag")] Grant,
    [Term("beställning")] Commission,
    [Term("resultatkrav")] ResultRequirement,
    [Term("central finansiering")] CentralFinancing,
}

/// <summary>The assembly sets the year's tax rate.</summary>
/// <param name="OrePerHundredKronor">Öre of tax on each hundred kronor of taxable income; 1082 is 10,82 kronor.</param>
public sealed record SetTaxRate(int Year, int OrePerHundredKronor) : Act;

/// <summary>The result that the assembly has budgeted for the region in a year; surplus is positive.</summary>
public sealed record SetResultBudget(int Year, string Subject, Money Result) : Act;

/// <summary>One body gives another a financial frame for a year.</summary>
/// <param name="From">Giver; REGION when the assembly gives of the region's income.</param>
/// <param name="Amount">A positive amount given. A result requirement gives no money and is not part of any sum.</param>
public sealed record SetFrame(int Year, string From, string To, FrameKind Kind, Money Amount, string? Purpose) : Act
{
    /// <summary>What the amount is made of, each part with its why; they add up to it. Empty when the giver has not told.</summary>
    public IReadOnlyList<FrameRow> Rows { get; init; } = [];

    /// <summary>What the receiver must fulfil for the money.</summary>
    public Bilingual? Conditions { get; init; }

    /// <summary>The main mission it is given for.</summary>
    public Mission? Mission { get; init; }

    /// <summary>The area within the mission, such as primary care.</summary>
    public string? Area { get; init; }

    /// <summary>The goal, need or priority that the whole frame answers.</summary>
    public string? Answers { get; init; }
}

/// <summary>How a year's amount is laid out over its months.</summary>
/// <param name="Shares">Twelve weights from January; only their proportions matter.</param>
public sealed record SetPeriodProfile(string Id, IReadOnlyList<long> Shares) : Act;

/// <summary>One row of a budget: an account group's amount for the year.</summary>
/// <param name="Amount">Revenue positive, cost negative.</param>
/// <param name="Counterparty">The other side inside the region, when the row is internal; absent otherwise.</param>
/// <param name="Profile">Id of the period profile; absent means twelve equal parts.</param>
/// <param name="Months">Twelve amounts that replace the profile and add up to the amount; absent when a profile is used.</param>
public sealed record BudgetRow(string Group, Money Amount, string? Counterparty, string? Profile, IReadOnlyList<Money>? Months);

/// <summary>The budget of a subject for a year, row by row. Rows are named by group and counterparty; a later decision replaces a row of the same name.</summary>
public sealed record SetBudget(int Year, string Subject, IReadOnlyList<BudgetRow> Rows) : Act;

/// <summary>One year of the economic plan.</summary>
/// <param name="Result">The result planned, surplus positive.</param>
public sealed record PlanYear(int Year, Money Result);

/// <summary>The economic plan, of which the budget year is the first.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 6 §: three years.</remarks>
[Term("ekonomisk plan")]
public sealed record SetEconomicPlan(IReadOnlyList<PlanYear> Years) : Act;

/// <summary>A version of a year's budget on its way to the assembly: the executive board's proposal unless a stage says otherwise.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 8 § for the board's proposal.</remarks>
public sealed record ProposeBudget(int Year) : Act
{
    public BudgetStage Stage { get; init; }

    /// <summary>The body or parties whose version it is; absent means the one who decides.</summary>
    public string? By { get; init; }

    /// <summary>The frames as it would have them; empty when no source tells.</summary>
    public IReadOnlyList<ProposedFrame> Frames { get; init; } = [];

    /// <summary>The region's result that it would budget, surplus positive.</summary>
    public Money? Result { get; init; }

    /// <summary>Öre of tax on each hundred kronor that it would set.</summary>
    public int? OrePerHundredKronor { get; init; }

    /// <summary>The results of the economic plan as it would have them, the budget year first.</summary>
    public IReadOnlyList<PlanYear> Plan { get; init; } = [];
}

/// <summary>What pays for a part of a spending decision.</summary>
/// <param name="From">Whose frame or result it is taken from; REGION for the region's result.</param>
public sealed record FinancingRow(string From, Money Amount);

/// <summary>More money is given during the year, with what pays for it.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 15 §.</remarks>
[Term("tilläggsanslag")]
public sealed record GrantAdditional(int Year, string From, string To, FrameKind Kind, Money Amount, string? Purpose, IReadOnlyList<FinancingRow> Financing) : Act;

/// <summary>Money is moved from one receiver of the same giver to another; what the giver has given in all stays the same.</summary>
/// <param name="Giver">Whose money it is.</param>
[Term("omdisponering")]
public sealed record Reallocate(int Year, string Giver, string From, string To, FrameKind Kind, Money Amount, string? Purpose) : Act;

/// <summary>A frame for an investment.</summary>
[Term("investeringsram")]
public sealed record SetInvestmentFrame(string Id, Bilingual Name, string Subject, int Year, Money Amount) : Act;

/// <summary>The yearly change of a price index that frames are counted up by.</summary>
[Term("prisindex")]
public sealed record SetPriceIndex(string Index, int Year, decimal Percent) : Act;
