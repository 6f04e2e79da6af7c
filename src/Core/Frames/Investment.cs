using Styrkedja.Amounts;
using Styrkedja.Decisions;

namespace Styrkedja.Frames;

/// <summary>An investment as decided: its frame, and how it is to be carried out when that has been planned.</summary>
public sealed record Investment(Decided<SetInvestmentFrame> Frame, Decided<PlanInvestment>? Plan)
{
    public string Id => Frame.Act.Id;

    /// <summary>The code of its rows in the ledger's dimension of projects.</summary>
    public string Project => Plan?.Act.Project ?? Id;

    /// <summary>What the plan takes in all; nothing without a plan.</summary>
    public Money? Planned => Plan is null ? null : Money.Sum(Plan.Act.Years.Select(y => y.Amount));

    /// <summary>What it is thought to cost in the end: what has been told last, else what is planned, else nothing is known.</summary>
    public Money? Forecast => Plan?.Act.Forecast ?? Planned;

    /// <summary>How much the forecast passes the frame by: more is positive, room left is negative.</summary>
    public Money? OverFrame => Forecast - Frame.Act.Amount;

    /// <summary>What it costs year by year once it is in use, reckoned on the forecast; empty without a plan.</summary>
    public IReadOnlyList<CapitalCostYear> CapitalCosts =>
        Plan is { Act: var plan } && Forecast is { } cost ? CapitalCost.Of(cost, plan.InUse, plan.UsefulLifeYears, plan.InterestPercent) : [];

    /// <summary>What the plan takes in a year; nothing when the plan does not name the year.</summary>
    public Money PlannedIn(int year) => Plan is null ? Money.Zero : Money.Sum(Plan.Act.Years.Where(y => y.Year == year).Select(y => y.Amount));

    /// <summary>Every investment with a frame, the earliest first; a plan whose frame is not known is left out.</summary>
    public static IReadOnlyList<Investment> All(FrameBook book) =>
        [.. book.Investments.Select(frame => new Investment(frame, book.InvestmentPlans.GetValueOrDefault(frame.Act.Id))).OrderBy(i => i.Frame.Act.Year).ThenBy(i => i.Id, StringComparer.Ordinal)];
}
