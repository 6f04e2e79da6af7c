using Styrkedja.Amounts;
using Styrkedja.Decisions;

namespace Styrkedja.Frames;

/// <summary>One assumption that a year is planned from, with the decision that told of it last.</summary>
/// <param name="Decided">The decision, with the day on which the value was as told and where it came from.</param>
public sealed record Assumed<T>(T Value, Decided<SetPlanningConditions> Decided);

/// <summary>What a year's budget is planned from, each assumption as it was told last; absent where none has been told.</summary>
public sealed record PlanningConditions(
    int Year,
    Assumed<Money>? TaxBase,
    Assumed<Money>? FinalSettlement,
    Assumed<Money>? GeneralGrants,
    Assumed<Money>? Equalisation,
    Assumed<int>? Population,
    Assumed<decimal>? PriceIndexPercent,
    Assumed<decimal>? WagePercent,
    Assumed<Money>? WageCost);

/// <summary>What budgets are planned from, and the versions that have been put forward on the way to them.</summary>
public sealed class BudgetPlanning
{
    private readonly ILookup<int, Decided<SetPlanningConditions>> _told;

    private BudgetPlanning(ILookup<int, Decided<SetPlanningConditions>> told) => _told = told;

    /// <summary>Every version put forward, the earliest first.</summary>
    public required IReadOnlyList<Decided<ProposeBudget>> Versions { get; init; }

    public static BudgetPlanning Fold(ActsInOrder acts) => new(acts.Of<SetPlanningConditions>().ToLookup(c => c.Act.Year)) { Versions = [.. acts.Of<ProposeBudget>()] };

    /// <summary>Every telling of a year's conditions, the one that wins last; what later ones have replaced is still to be seen.</summary>
    public IReadOnlyList<Decided<SetPlanningConditions>> ToldOf(int year) => [.. _told[year]];

    /// <summary>A year's conditions, field by field from the latest decision that has the field; nothing when no one has told any.</summary>
    public PlanningConditions? Of(int year)
    {
        var told = ToldOf(year);
        return told.Count == 0 ? null : new(
            year,
            Last(told, c => c.TaxBase),
            Last(told, c => c.FinalSettlement),
            Last(told, c => c.GeneralGrants),
            Last(told, c => c.Equalisation),
            Last(told, c => c.Population),
            Last(told, c => c.PriceIndexPercent),
            Last(told, c => c.WagePercent),
            Last(told, c => c.WageCost));
    }

    private static Assumed<T>? Last<T>(IReadOnlyList<Decided<SetPlanningConditions>> told, Func<SetPlanningConditions, T?> field)
        where T : struct =>
        told.LastOrDefault(c => field(c.Act) is not null) is { } last ? new(field(last.Act)!.Value, last) : null;
}
