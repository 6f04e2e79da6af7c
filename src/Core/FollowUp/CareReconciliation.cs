using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Decisions;

namespace Styrkedja.FollowUp;

/// <summary>What an own provider of care has received under one account group.</summary>
/// <param name="Total">Its revenue of the group from others than itself.</param>
/// <param name="FromFinancier">What of it came from the financier of care, by the provider's own books.</param>
public sealed record OwnerRevenue(AccountGroupEntry Group, Figure Total, Money FromFinancier)
{
    /// <summary>What came from others: patients, other regions, the state, other parts of the region.</summary>
    public Money FromOthers => Total.Money - FromFinancier;
}

/// <summary>The own providers of one part of the region in both books: what the financier has paid them, and what the part has received and spent.</summary>
/// <param name="Provider">The one that was authorised first; the others of the part, such as each of its health centres, are counted with it.</param>
/// <param name="Paid">Positive, by the financier's books.</param>
public sealed record OwnerOfCare(Decided<AuthoriseProvider> Provider, Money Paid, IReadOnlyList<OwnerRevenue> Revenue, Figure Cost, Figure Result)
{
    /// <summary>What it has received from the financier, by its own books.</summary>
    public Money Received => Money.Sum(Revenue.Select(r => r.FromFinancier));

    /// <summary>Received less paid; other than zero when the two have not booked alike.</summary>
    public Money Difference => Received - Paid;
}

/// <summary>Care bought by the region from someone who is not the region.</summary>
/// <param name="ByFinancier">Positive, by the financier's books.</param>
/// <param name="ByOthers">What other parts of the region have bought of the same provider; any committee may.</param>
public sealed record BoughtCare(Decided<AuthoriseProvider> Provider, Money ByFinancier, Money ByOthers)
{
    /// <summary>What the region has paid the provider in all.</summary>
    public Money Paid => ByFinancier + ByOthers;
}

/// <summary>The two views of care that the region holds: what it pays for as financier, and what it receives and spends as owner.</summary>
/// <remarks>Financier's total = own providers' revenue from the financier + care the financier has bought - what the two books differ. Every item of the way between them is named, so that the views can be told from each other to the öre.</remarks>
public sealed record CareReconciliation(IReadOnlyList<OwnerOfCare> Owners, IReadOnlyList<BoughtCare> Bought)
{
    /// <summary>What the financier has paid in all.</summary>
    public Money Paid => Money.Sum(Owners.Select(o => o.Paid)) + Money.Sum(Bought.Select(b => b.ByFinancier));

    /// <summary>What own providers have received from the financier, by their books.</summary>
    public Money Received => Money.Sum(Owners.Select(o => o.Received));

    /// <summary>The financier's total less all that explains it; zero always, to the öre.</summary>
    public Money Unexplained => Paid - Received - Money.Sum(Bought.Select(b => b.ByFinancier)) + Money.Sum(Owners.Select(o => o.Difference));

    /// <summary>What all own providers have received from others than the financier, by account group in the order of the chart.</summary>
    public IReadOnlyList<(AccountGroupEntry Group, Money Amount)> FromOthers =>
        [.. Owners.SelectMany(o => o.Revenue).GroupBy(r => r.Group.Id, StringComparer.Ordinal).Select(g => (g.First().Group, Money.Sum(g.Select(r => r.FromOthers)))).Where(g => g.Item2 != Money.Zero)];
}

public sealed partial class FollowUpView
{
    /// <summary>What the region pays for care and what it receives and spends as owner of care in a period, brought together; nothing when no financier is named or no ledger is known.</summary>
    public CareReconciliation? ReconcileCare(Period period)
    {
        if (State.Care.Financier is not { } financier || _nodes.NodeOf(financier) is not >= 0)
            return null;
        var known = Known(period);
        if (!HasOutcome(known))
            return null;
        var (byFinancier, byAll) = (PaidBy(financier, known), PaidBy(Organisation.Subject.RegionId, known));
        var financierCodes = State.Accounts.Counterparties.Values.Where(c => c.Subject is { } subject && State.Organisation.IsWithin(subject, financier)).Select(c => c.Code).ToList();
        return new(
            // Health centres of the same committee have its books together, and are one owner.
            [
                .. ProviderGroups.Of(State.Care.Providers).Where(g => g.Providers[0].Act is { Regime: Regime.Own, Subject: { } subject } && _nodes.NodeOf(subject) is >= 0)
                    .Select(g => Owner(g.Providers[0], Money.Sum(g.Providers.Select(p => p.Act.Counterparty).Distinct(StringComparer.Ordinal).Select(code => byFinancier.GetValueOrDefault(code))), financierCodes, known)),
            ],
            [
                .. State.Care.Providers.Where(p => p.Act.Regime != Regime.Own && byAll.ContainsKey(p.Act.Counterparty)).OrderBy(p => p.Act.Regime)
                    .Select(p => new BoughtCare(p, byFinancier.GetValueOrDefault(p.Act.Counterparty), byAll[p.Act.Counterparty] - byFinancier.GetValueOrDefault(p.Act.Counterparty))),
            ]);
    }

    /// <summary>What a part of the region has paid each counterparty, by its code; positive.</summary>
    private Dictionary<string, Money> PaidBy(string subject, Period known) =>
        _nodes.NodeOf(subject) is not (>= 0 and var node) ? []
            : SumsBy(KeyOf(Breakdown.Counterparty, _outcome)!, _outcome, node, own: false, new(GroupsWhere(line => line != StatementLine.BalanceSheet), null, null, null), known, AmountOperation.Sum)
                .ToDictionary(sum => sum.Code, sum => -new Money(sum.Ore), StringComparer.Ordinal);

    private OwnerOfCare Owner(Decided<AuthoriseProvider> provider, Money paid, List<string> financier, Period known)
    {
        var subject = provider.Act.Subject!;
        var revenue = State.Accounts.Groups
            .Select(group => new OwnerRevenue(
                group,
                Evaluate(new(Measure.Revenue, known, subject, new Dimensions(Group: group.Id))),
                Money.Sum(financier.Select(code => Evaluate(new(Measure.Revenue, known, subject, new Dimensions(Group: group.Id, Counterparty: code))).Money))))
            .Where(r => r.Total.IsKnown && (r.Total.Money != Money.Zero || r.FromFinancier != Money.Zero));
        return new(provider, paid, [.. revenue], Evaluate(new(Measure.Cost, known, subject)), Evaluate(new(Measure.Result, known, subject)));
    }
}
