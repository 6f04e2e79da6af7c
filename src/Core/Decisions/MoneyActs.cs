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
public sealed record SetFrame(int Year, string From, string To, FrameKind Kind, Money Amount, string? Purpose) : Act;

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
