using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Decisions;

namespace Styrkedja.FollowUp;

/// <summary>What the picture of the care system shows in its arms.</summary>
public enum CareFlowMeasure
{
    /// <summary>What the region pays as financier, in öre.</summary>
    Money,

    /// <summary>Contacts with care.</summary>
    Contacts,

    /// <summary>Residents listed on the last day of the year.</summary>
    Listed,
}

/// <summary>One arm of the care system and what flows in it.</summary>
/// <param name="Value">Öre, contacts or persons; nothing when it may not be told.</param>
public sealed record CareSystemArm(ProviderGroup Group, long? Value);

/// <summary>The care system as flows of one kind: from residents through the financier to each arm.</summary>
/// <param name="Total">Nothing when it may not be told.</param>
/// <param name="ByRegime">Nothing for a regime whose sum may not be told; regimes that nothing flows to are missing.</param>
/// <param name="ByHome">By municipality and the rest; empty when what flows is not known by home.</param>
/// <param name="Illustrative">True when anything in it is made up.</param>
public sealed record CareSystemFlows(
    CareFlowMeasure Measure,
    IReadOnlyList<CareSystemArm> Arms,
    long? Total,
    IReadOnlyDictionary<Regime, long?> ByRegime,
    IReadOnlyList<(string Home, long? Value)> ByHome,
    bool Illustrative)
{
    /// <summary>True when something in it is hidden.</summary>
    public bool HidesAny => Arms.Any(a => a.Value is null);

    /// <summary>What the hidden arms of a regime come to together, as anyone can reckon; nothing when the regime's sum may not be told either.</summary>
    public long? HiddenIn(Regime regime) => ByRegime[regime] is { } sum ? sum - Arms.Where(a => a.Group.Regime == regime).Sum(a => a.Value ?? 0) : null;

    /// <summary>How much of the whole a regime has, in per cent; nothing when either may not be told.</summary>
    public decimal? PercentOf(Regime regime) => Total is { } total and not 0 ? ByRegime.TryGetValue(regime, out var sum) ? sum * 100m / total : 0 : null;
}

public sealed partial class FollowUpView
{
    /// <summary>What flows in each arm of the care system in a period; nothing when it is not known.</summary>
    /// <param name="care">The care tables of the period's year as they may be shown; absent before they are released.</param>
    public CareSystemFlows? CareSystem(CareFlowMeasure measure, Period period, PublishedCare? care) => measure switch
    {
        CareFlowMeasure.Money => CareMoney(period),
        _ when care is null || period.From.Year != care.Release.Year || period.To.Year != care.Release.Year => null,
        CareFlowMeasure.Contacts => CareCounted(measure, care, CareTablePlan.ContactsByMonth, period == Period.Year(period.From.Year) ? [CareAxes.All] : [.. period.EachMonth().Select(m => CareAxes.MonthCode(m.Number))],
            period == Period.Year(period.From.Year) ? Homes(care, CareTablePlan.ContactsByHome) : []),
        _ => CareCounted(measure, care, CareTablePlan.ListedByHome, [CareAxes.All], Homes(care, CareTablePlan.ListedByHome)),
    };

    private CareSystemFlows? CareMoney(Period period)
    {
        var paid = CarePaid(period);
        if (paid.Arms.Count + paid.Hidden.Count == 0)
            return null;
        var groups = PaidByGroup(paid);
        return new(
            CareFlowMeasure.Money,
            groups,
            paid.Total?.Ore,
            groups.Select(g => g.Group.Regime).Distinct().ToDictionary(r => r, r => paid.ByRegime.TryGetValue(r, out var sum) ? sum.Ore : (long?)null),
            [],
            paid.Arms.Any(a => a.Illustrative));
    }

    /// <summary>What groups of providers are paid, in öre; nothing where someone's amount in the group may not be told.</summary>
    private IReadOnlyList<CareSystemArm> PaidByGroup(CarePayments paid)
    {
        var shown = paid.Arms.ToDictionary(a => a.Provider.Act.Id, a => a.Paid.Ore, StringComparer.Ordinal);
        var hidden = paid.Hidden.Select(p => p.Act.Id).ToHashSet(StringComparer.Ordinal);
        return ByValue(ProviderGroups.Of(State.Care.Providers).Where(g => g.Providers.Any(p => shown.ContainsKey(p.Act.Id) || hidden.Contains(p.Act.Id)))
            .Select(g => new CareSystemArm(g, g.Providers.Any(p => hidden.Contains(p.Act.Id)) ? null : g.Providers.Sum(p => shown.GetValueOrDefault(p.Act.Id)))));
    }

    private static CareSystemFlows CareCounted(CareFlowMeasure measure, PublishedCare care, CareTablePlan plan, IReadOnlyList<string> codes, IReadOnlyList<(string Home, long? Value)> homes)
    {
        long? Of(string provider) => codes.Aggregate((long?)0, (sum, code) => sum + care.Of(plan, provider, code));
        var arms = care.Groups.Select(g => new CareSystemArm(g, Of(CareAxes.CodeOf(g)))).Where(a => a.Value != 0).ToList();
        return new(
            measure,
            ByValue(arms),
            Of(CareAxes.All),
            arms.Select(a => a.Group.Regime).Distinct().ToDictionary(r => r, r => Of(CareAxes.CodeOf(r))),
            homes,
            care.Release.Illustrative);
    }

    private static IReadOnlyList<(string Home, long? Value)> Homes(PublishedCare care, CareTablePlan plan) =>
        [.. care.Municipalities.Concat([CareAxes.Elsewhere, CareAxes.Unknown]).Select(home => (home, care.Of(plan, CareAxes.All, home))).Where(h => h.Item2 != 0)];

    private static IReadOnlyList<CareSystemArm> ByValue(IEnumerable<CareSystemArm> arms) => [.. arms.OrderBy(a => a.Group.Regime).ThenByDescending(a => a.Value ?? 0)];
}
