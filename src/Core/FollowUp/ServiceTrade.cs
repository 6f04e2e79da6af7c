using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.FollowUp;

/// <summary>What two parts of the region have agreed on for a year, beside what their books hold of trade between them.</summary>
/// <param name="Agreements">What has been agreed, the earliest first; empty for pairs that trade without any agreement.</param>
/// <param name="Sold">What the supplier has booked as revenue from the buyer, positive.</param>
/// <param name="Bought">What the buyer has booked as cost to the supplier, negative.</param>
public sealed record ServiceTrade(string Supplier, string Buyer, IReadOnlyList<Decided<AgreeService>> Agreements, Figure Sold, Figure Bought)
{
    /// <summary>What the agreements come to, positive.</summary>
    public Money Agreed => Money.Sum(Agreements.Select(a => a.Act.Agreed));

    /// <summary>How much more is booked as sold than agreed; nothing while no outcome is known.</summary>
    public Money? OverAgreed => Sold.IsKnown ? Sold.Money - Agreed : null;
}

public sealed partial class FollowUpView
{
    /// <summary>Each pair that has agreed on services for the year, with what is booked between them in the same year, the largest first.</summary>
    /// <remarks>Booked on the counterparty's code, which inside the region is the id of the part whose books hold the other side. All trade of the pair counts, frames among it, since a code
    /// does not say which agreement it belongs to.</remarks>
    public IReadOnlyList<ServiceTrade> ServiceTrades(int year) =>
    [
        .. State.Frames.Services.Where(s => s.Act.Year == year)
            .GroupBy(s => (s.Act.Supplier, s.Act.Buyer))
            .Select(pair => new ServiceTrade(
                pair.Key.Supplier,
                pair.Key.Buyer,
                [.. pair],
                Evaluate(new(Measure.Revenue, Period.Year(year), pair.Key.Supplier, new(Counterparty: CodeOf(pair.Key.Buyer)))),
                Evaluate(new(Measure.Cost, Period.Year(year), pair.Key.Buyer, new(Counterparty: CodeOf(pair.Key.Supplier))))))
            .OrderByDescending(trade => trade.Agreed).ThenBy(trade => trade.Supplier, StringComparer.Ordinal).ThenBy(trade => trade.Buyer, StringComparer.Ordinal),
    ];

    /// <summary>The ledger's code for a part of the region as counterparty: its own id where no table says otherwise.</summary>
    private string CodeOf(string subject) => State.Accounts.Counterparties.Values.FirstOrDefault(c => c.Kind == CounterpartyKind.Internal && c.Subject == subject)?.Code ?? subject;
}
