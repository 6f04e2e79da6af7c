using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.FollowUp;

/// <summary>What the region as financier pays one provider, or group of providers, in a period.</summary>
/// <param name="Paid">Positive: what flows to the provider.</param>
public sealed record CareArm(Decided<AuthoriseProvider> Provider, Money Paid, bool Illustrative);

public sealed partial class FollowUpView
{
    /// <summary>What flows from the region as financier to each provider of care; own, private and out-of-region by the same rule.</summary>
    /// <remarks>Read from the financier's own books by counterparty. Providers that nothing was paid are left out.</remarks>
    public IReadOnlyList<CareArm> CareFlow(Period period)
    {
        if (State.Care.Financier is not { } financier)
            return [];
        var known = Known(period);
        return
        [
            .. State.Care.Providers
                .Select(provider => (provider, paid: Evaluate(new(Measure.Result, known, financier, new(Counterparty: provider.Act.Counterparty)))))
                .Where(arm => arm.paid.Money.Ore != 0)
                .Select(arm => new CareArm(arm.provider, -arm.paid.Money, arm.paid.Illustrative))
                .OrderBy(arm => arm.Provider.Act.Regime).ThenByDescending(arm => arm.Paid),
        ];
    }
}
