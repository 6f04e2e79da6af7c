using Styrkedja.Amounts;
using Styrkedja.Decisions;

namespace Styrkedja.Statements;

/// <summary>What has been decided about the balance requirement and the reserves up to a certain day.</summary>
/// <remarks>A later decision about the same year, and the same row or reserve, replaces an earlier one.</remarks>
public sealed class RequirementBook
{
    private RequirementBook()
    {
    }

    public required IReadOnlyDictionary<int, Decided<ReserveResult>> Reservations { get; init; }

    public required IReadOnlyDictionary<(int Year, bool Older), Decided<UseReserve>> Uses { get; init; }

    public required IReadOnlyDictionary<int, Decided<ClaimSpecialReasons>> SpecialReasons { get; init; }

    public required IReadOnlyDictionary<int, Decided<PlanRestoration>> Plans { get; init; }

    public required IReadOnlyList<Decided<AdjustBalanceRequirement>> Adjustments { get; init; }

    /// <summary>Folds the decisions about the requirement, those that have been replaced left out.</summary>
    public static RequirementBook Fold(ActsInOrder acts) => new()
    {
        Reservations = acts.Latest<ReserveResult, int>(r => r.Year),
        Uses = acts.Latest<UseReserve, (int, bool)>(u => (u.Year, IsOlder(u))),
        SpecialReasons = acts.Latest<ClaimSpecialReasons, int>(s => s.Year),
        Plans = acts.Latest<PlanRestoration, int>(p => p.Year),
        Adjustments = [.. acts.Latest<AdjustBalanceRequirement, (int, RequirementAdjustment, int?)>(a => (a.Year, a.Row, a.Arose)).Values],
    };

    /// <summary>The years that any decision is about.</summary>
    public IEnumerable<int> Years() =>
        Reservations.Keys.Concat(Uses.Keys.Select(k => k.Year)).Concat(SpecialReasons.Keys).Concat(Plans.Keys).Concat(Adjustments.Select(a => a.Act.Year)).Distinct().Order();

    /// <summary>The decided amounts of one row in a year.</summary>
    public IEnumerable<Decided<AdjustBalanceRequirement>> Adjusting(int year, RequirementAdjustment row) => Adjustments.Where(a => a.Act.Year == year && a.Act.Row == row);

    /// <summary>The sum of the decided amounts of one row in a year.</summary>
    public Money Adjusted(int year, RequirementAdjustment row) => Money.Sum(Adjusting(year, row).Select(a => a.Act.Amount));

    /// <summary>What is used of a reserve in a year.</summary>
    public Money Used(int year, bool older) => Uses.TryGetValue((year, older), out var use) ? use.Act.Amount : Money.Zero;

    public Money Reserved(int year) => Reservations.TryGetValue(year, out var reservation) ? reservation.Act.Amount : Money.Zero;

    /// <summary>Before there was any result reserve, the older one is the only one that can be meant.</summary>
    private static bool IsOlder(UseReserve use) => use.Older || use.Year < ReserveLimit.FirstYearOfResultReserve;
}
