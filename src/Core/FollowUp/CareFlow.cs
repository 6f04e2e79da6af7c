using System.Collections.Concurrent;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Disclosure;

namespace Styrkedja.FollowUp;

/// <summary>What the region as financier pays one provider, or group of providers, in a period.</summary>
/// <param name="Paid">Positive: what flows to the provider.</param>
public sealed record CareArm(Decided<AuthoriseProvider> Provider, Money Paid, bool Illustrative);

/// <summary>What the region as financier pays for care in a period, as it may be shown.</summary>
/// <param name="Arms">Those that may be shown.</param>
/// <param name="Hidden">Those that something was paid to that may not be told.</param>
/// <param name="Total">Nothing when it may not be told.</param>
/// <param name="ByRegime">The sums that may be told; a regime with hidden providers alone may be missing.</param>
public sealed record CarePayments(IReadOnlyList<CareArm> Arms, IReadOnlyList<Decided<AuthoriseProvider>> Hidden, Money? Total, IReadOnlyDictionary<Regime, Money> ByRegime)
{
    internal static readonly CarePayments None = new([], [], Money.Zero, new Dictionary<Regime, Money>());
}

public sealed partial class FollowUpView
{
    private readonly ConcurrentDictionary<int, HashSet<string>> _protectedPayments = new();

    /// <summary>What flows from the region as financier to each provider of care; own, private and out-of-region by the same rule.</summary>
    /// <remarks>Read from the financier's own books by counterparty. Providers that nothing was paid are left out, and so are those whose amounts may not be told.</remarks>
    public IReadOnlyList<CareArm> CareFlow(Period period) => CarePaid(period).Arms;

    /// <summary>The same by groups of providers, each under the provider that names it. A group with someone in it whose amount may not be told is left out.</summary>
    public IReadOnlyList<CareArm> CareFlowByGroup(Period period)
    {
        var paid = CarePaid(period);
        return
        [
            .. PaidByGroup(paid)
                .Where(arm => arm.Value is not null)
                .Select(arm => new CareArm(arm.Group.Providers[0], new(arm.Value!.Value), paid.Arms.Any(a => a.Illustrative && arm.Group.Providers.Contains(a.Provider)))),
        ];
    }

    /// <summary>The same with its sums, and who is left out.</summary>
    /// <remarks>The same providers are hidden in every period of a calendar year, so that no period can be taken from another.</remarks>
    public CarePayments CarePaid(Period period)
    {
        var all = CareArms(period);
        if (all.Count == 0)
            return CarePayments.None;
        var hidden = Enumerable.Range(period.From.Year, period.To.Year - period.From.Year + 1).SelectMany(year => _protectedPayments.GetOrAdd(year, ProtectedPayments)).ToHashSet(StringComparer.Ordinal);
        var shown = all.Where(arm => !hidden.Contains(CodeOf(arm))).ToList();
        return new(
            shown,
            [.. all.Except(shown).Select(arm => arm.Provider)],
            hidden.Contains(AllCare) ? null : Money.Sum(all.Select(arm => arm.Paid)),
            all.GroupBy(arm => arm.Provider.Act.Regime).Where(group => !hidden.Contains(CodeOf(group.Key))).ToDictionary(group => group.Key, group => Money.Sum(group.Select(arm => arm.Paid))));
    }

    private const string AllCare = "all";

    private static string CodeOf(CareArm arm) => $"provider/{arm.Provider.Act.Id}";

    private static string CodeOf(Regime regime) => $"regime/{regime}";

    /// <summary>The codes of what may not be told of a year, by the region's parameters for suppliers.</summary>
    /// <remarks>Only private providers are protected: what the region pays itself, municipalities and other regions is no one's business secret. A group paid alike counts as one.</remarks>
    private HashSet<string> ProtectedPayments(int year)
    {
        var parameters = State.Disclosure[DataSet.Suppliers];
        var arms = CareArms(Period.Year(year));
        if (parameters.Method == DisclosureMethod.Open || arms.Count == 0)
            return [];
        var care = TableDimension.Of("care", AllCare, arms.GroupBy(arm => arm.Provider.Act.Regime)
            .SelectMany(group => group.Select(arm => (CodeOf(arm), (string?)CodeOf(group.Key))).Prepend((CodeOf(group.Key), null))));
        var paid = UnpublishedTable.OfAmounts([care], arms.Select(arm => new TableRow([care.PlaceOf(CodeOf(arm))], arm.Paid.Ore, arm.Provider.Act.Id)));
        var someones = arms.Where(arm => arm.Provider.Act.Regime == Regime.Private).ToList();
        var telling = someones.Where(arm => DisclosureControl.TellsOfSomeone([arm.Paid.Ore], parameters)).Select(CodeOf)
            .Concat(DisclosureControl.TellsOfSomeone(someones.Select(arm => arm.Paid.Ore), parameters) ? [CodeOf(Regime.Private)] : []);
        var shown = DisclosureControl.Protect(
            paid,
            parameters with { Method = DisclosureMethod.Suppression, MinimumContributors = 0, DominancePercent = 100 },
            alsoHidden: telling.Select(care.PlaceOf).ToList());
        return [.. care.Codes.Where((_, place) => shown.Shown[place] is null)];
    }

    private IReadOnlyList<CareArm> CareArms(Period period)
    {
        if (State.Care.Financier is not { } financier)
            return [];
        var known = Known(period);
        if (!HasOutcome(known) || _nodes.NodeOf(financier) is not (>= 0 and var node))
            return [];
        var paid = PaidBy(financier, known);
        var illustrative = _outcome.IsIllustrative(node, new(GroupsWhere(line => line != StatementLine.BalanceSheet), null, null, null), known);
        return
        [
            .. State.Care.Providers
                .Where(provider => paid.ContainsKey(provider.Act.Counterparty))
                .Select(provider => new CareArm(provider, paid[provider.Act.Counterparty], illustrative))
                .OrderBy(arm => arm.Provider.Act.Regime).ThenByDescending(arm => arm.Paid),
        ];
    }
}
