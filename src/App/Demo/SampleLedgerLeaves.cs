using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Organisation;

namespace Styrkedja.App.Demo;

/// <summary>The sum of a month's rows with the same codes, before it is split into vouchers.</summary>
/// <param name="Amount">As in the ledger, debit positive.</param>
internal sealed record SampleLeaf(string Part, string Group, string CostCentre, string Account, string Counterparty, string Activity, Money Amount);

/// <summary>Lays a month's flows over cost centres, accounts, counterparties and activities, with a little noise on external ones.</summary>
internal sealed class SampleLedgerLeaves(OrganisationChart organisation, SampleLedgerCalibration calibration)
{
    private readonly Dictionary<string, (HashSet<string> Path, IReadOnlyList<string> CostCentres)> _units = new(StringComparer.Ordinal);

    public IEnumerable<SampleLeaf> Of(SampleFlow flow, Month month)
    {
        var (path, costCentres) = Unit(flow.Unit);
        var posting = calibration.Postings.GetValueOrDefault(flow.Group) ?? throw new FormatException($"The calibration does not say how {flow.Group} is booked.");
        var codes = Codes(flow, posting, path, costCentres);
        var shares = (-flow.Amount).Spread([.. codes.Select(c => c.Weight)]);
        for (var i = 0; i < codes.Count; i++)
        {
            var (costCentre, account, counterparty, activity, _) = codes[i];
            var noise = posting.NoisePerMille == 0 ? 0
                : SampleLedgerNoise.Of(costCentre).With(account).With(counterparty).With(activity).With(month.Index).Around(posting.NoisePerMille * 10);
            var amount = shares[i] + new Money((long)((Int128)shares[i].Ore * noise / 10_000));
            if (amount != Money.Zero)
                yield return new(flow.Part, flow.Group, costCentre, account, counterparty, activity, amount);
        }
    }

    private List<(string CostCentre, string Account, string Counterparty, string Activity, long Weight)> Codes(
        SampleFlow flow, SamplePosting posting, HashSet<string> path, IReadOnlyList<string> costCentres)
    {
        var codes = new List<(string, string, string, string, long)>();
        var counterparties = flow.Counterparty is { } inside ? [new(inside, 1)] : Rule(calibration.Counterparties, flow.Group, path, null);
        foreach (var counterparty in counterparties.DefaultIfEmpty(new("", 1)))
        {
            var accounts = Rule(calibration.Accounts, flow.Group, path, counterparty.Code);
            if (accounts.Count == 0)
                throw new FormatException($"The calibration has no account for {flow.Group} at {flow.Unit}.");
            foreach (var place in Places(flow.Group, posting, path, costCentres))
            {
                foreach (var activity in calibration.CostCentres[place.Code].Activities)
                {
                    foreach (var account in accounts)
                        codes.Add((place.Code, account.Code, counterparty.Code, activity.Code, checked(counterparty.Weight * place.Weight * activity.Weight * account.Weight)));
                }
            }
        }

        return codes;
    }

    private IReadOnlyList<SampleWeight> Places(string group, SamplePosting posting, HashSet<string> path, IReadOnlyList<string> costCentres)
    {
        if (Rule(calibration.Places, group, path, null) is { Count: > 0 } chosen)
            return chosen;
        var care = posting.CareOnly ? costCentres.Where(c => !calibration.CostCentres[c].Office).ToList() : [];
        return [.. (care.Count > 0 ? care : costCentres).Select(c => new SampleWeight(c, calibration.CostCentres[c].Weight))];
    }

    private static IReadOnlyList<SampleWeight> Rule(IReadOnlyList<SampleRule> rules, string group, HashSet<string> path, string? counterparty) =>
        rules.FirstOrDefault(r => r.Fits(group, path, counterparty))?.Of ?? [];

    private (HashSet<string> Path, IReadOnlyList<string> CostCentres) Unit(string unit)
    {
        if (!_units.TryGetValue(unit, out var found))
        {
            var path = organisation.PathUp(unit).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
            var costCentres = organisation.Children(unit).Where(s => s.Kind == SubjectKind.CostCentre).Select(s => s.Id).Order(StringComparer.Ordinal).ToList();
            if (costCentres.Count == 0)
                throw new FormatException($"{unit} has a budget and no cost centre.");
            _units[unit] = found = (path, costCentres);
        }

        return found;
    }
}
