using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.App.Demo;

/// <summary>What flows in one month for a unit, an account group and a counterparty, before it is laid over accounts and cost centres.</summary>
/// <param name="Counterparty">The other side inside the region; absent for external flows.</param>
/// <param name="Amount">Revenue positive, cost negative.</param>
internal sealed record SampleFlow(string Part, string Unit, string Group, string? Counterparty, Money Amount);

/// <summary>Expects a month's flows: external ones from the budget and the known drift of each part, internal ones the same on both sides.</summary>
internal sealed class SampleLedgerFlows
{
    private readonly SampleLedgerCalibration _calibration;
    private readonly List<(string Part, string Unit, string Group, string? Counterparty, IReadOnlyList<Money> Months)> _budget;

    public SampleLedgerFlows(RegionState state, SampleLedgerCalibration calibration, int year)
    {
        _calibration = calibration;
        var parts = calibration.Parts.Select(p => p.Subject).ToHashSet(StringComparer.Ordinal);
        _budget =
        [
            .. state.Frames.Budget
                .Where(line => line.Year == year)
                .Select(line => (PartOf(state.Organisation, line.Subject, parts), line.Subject, line.Row.Group, line.Row.Counterparty, line.Months))
                .OrderBy(line => line.Item1, StringComparer.Ordinal).ThenBy(line => line.Subject, StringComparer.Ordinal)
                .ThenBy(line => line.Group, StringComparer.Ordinal).ThenBy(line => line.Counterparty, StringComparer.Ordinal),
        ];
    }

    public IReadOnlyList<SampleFlow> In(Month month)
    {
        var budget = _budget.Select(line => new SampleFlow(line.Part, line.Unit, line.Group, line.Counterparty, line.Months[month.Number - 1])).ToList();
        var flows = budget.Where(f => f.Counterparty is null).ToList();
        foreach (var trade in _calibration.Trade)
            flows.AddRange(Traded(trade, budget, month));
        foreach (var part in _calibration.Parts)
            Drift(part.Subject, flows, month);
        return flows;
    }

    /// <summary>Both sides of a month's trade: the seller's budget with some noise, laid over the units of either side as they budgeted.</summary>
    private static IEnumerable<SampleFlow> Traded(SampleTrade trade, List<SampleFlow> budget, Month month)
    {
        foreach (var pair in budget.Where(f => f.Group == trade.Sells).GroupBy(f => (Seller: f.Part, Buyer: f.Counterparty!)))
        {
            var sellers = pair.ToList();
            var buyers = budget.Where(f => f.Group == trade.Buys && f.Part == pair.Key.Buyer && f.Counterparty == pair.Key.Seller).ToList();
            if (buyers.Count == 0)
                throw new FormatException($"{pair.Key.Seller} sells to {pair.Key.Buyer}, who has not budgeted {trade.Buys} from it.");
            var noise = SampleLedgerNoise.Of(trade.Sells).With(pair.Key.Seller).With(pair.Key.Buyer).With(month.Index).Around(trade.NoisePerMille);
            var sold = Money.Sum(sellers.Select(f => f.Amount));
            var total = sold + new Money((long)((Int128)sold.Ore * noise / 1000));
            foreach (var flow in LaidOver(sellers, total).Concat(LaidOver(buyers, -total)))
                yield return flow;
        }
    }

    private static IEnumerable<SampleFlow> LaidOver(List<SampleFlow> like, Money total) =>
        like.Zip(total.Spread([.. like.Select(f => Math.Abs(f.Amount.Ore))]), (flow, share) => flow with { Amount = share });

    /// <summary>Adds to a part's external flows what brings its month from budget to the calibrated result.</summary>
    private void Drift(string part, List<SampleFlow> flows, Month month)
    {
        var drift = _calibration.ResultIn(part, month) - Money.Sum(flows.Where(f => f.Part == part).Select(f => f.Amount));
        var shares = _calibration.Drift[part];
        var whole = shares.Sum(s => s.Weight);
        var left = drift;
        for (var i = 0; i < shares.Count; i++)
        {
            var share = i == shares.Count - 1 ? left : new Money((long)((Int128)drift.Ore * shares[i].Weight / whole));
            left -= share;
            Add(part, shares[i].Code, share, flows);
        }
    }

    private static void Add(string part, string group, Money amount, List<SampleFlow> flows)
    {
        var places = Enumerable.Range(0, flows.Count).Where(i => flows[i].Part == part && flows[i].Group == group && flows[i].Counterparty is null && flows[i].Amount != Money.Zero).ToList();
        if (places.Count == 0)
        {
            // Not budgeted at all, such as state grants that nobody foresaw.
            flows.Add(new(part, part, group, null, amount));
            return;
        }

        var spread = amount.Spread([.. places.Select(i => Math.Abs(flows[i].Amount.Ore))]);
        for (var i = 0; i < places.Count; i++)
            flows[places[i]] = flows[places[i]] with { Amount = flows[places[i]].Amount + spread[i] };
    }

    private static string PartOf(OrganisationChart organisation, string subject, HashSet<string> parts) =>
        organisation.PathUp(subject).FirstOrDefault(s => parts.Contains(s.Id))?.Id
        ?? throw new FormatException($"{subject} has a budget and stands in no book of the sample ledger.");
}
