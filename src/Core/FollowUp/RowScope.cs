using Styrkedja.Calendar;
using Styrkedja.Facts;

namespace Styrkedja.FollowUp;

/// <summary>Which ledger rows a figure is summed from, in the source's own codes.</summary>
/// <param name="InternalCounterparties">Counterparties inside the subject, whose rows an external figure leaves out.</param>
/// <param name="Sign">What a row's öre (debit positive) is multiplied by to have the figure's sign.</param>
public sealed record RowScope(
    Period Period,
    IReadOnlyList<string> CostCentres,
    IReadOnlyList<string> Accounts,
    string? Counterparty,
    string? Activity,
    IReadOnlyList<string> InternalCounterparties,
    IReadOnlyList<FactBatch> Batches,
    int Sign);

public sealed partial class FollowUpView
{
    /// <summary>True for a measure whose figures are summed from rows of the ledger.</summary>
    public static bool HasRows(Measure measure) => AmountRule.Of(measure) is { Budget: false, Operation: AmountOperation.Sum or AmountOperation.External };

    /// <summary>The rows behind an outcome figure; nothing for a figure that is no sum of rows.</summary>
    public RowScope? RowsBehind(FigureAddress address)
    {
        if (!HasRows(address.Measure) || AmountRule.Of(address.Measure) is not { } rule
            || _nodes.NodeOf(address.Subject) is not (>= 0 and var node) || FilterOf(address, rule) is not { } filter)
            return null;
        var codes = _outcome.Places.Codes;
        var (costCentres, accounts, inside) = (new bool[codes.CostCentres.Count], new bool[codes.Accounts.Count], new bool[codes.Counterparties.Count]);
        var batches = new List<FactBatch>();
        foreach (var (number, (set, stretches)) in _outcome.MatchingBySet(node, address.Dimensions.Own, filter, address.Period).Index())
        {
            var (places, any) = (((LeafCells)set.Source).CostCentre, false);
            foreach (var found in stretches)
            {
                any = true;
                foreach (var i in found.Span)
                {
                    costCentres[places[i]] = accounts[set.Account[i]] = true;
                    if (rule.Operation == AmountOperation.External && !address.Dimensions.Own && _outcome.IsInternal(set, i, node))
                        inside[set.Counterparty[i]] = true;
                }
            }

            if (any)
                batches.Add(_batches[number].Batch);
        }

        return new(
            address.Period,
            TextsOf(codes.CostCentres, costCentres),
            TextsOf(codes.Accounts, accounts),
            address.Dimensions.Counterparty,
            address.Dimensions.Activity,
            TextsOf(codes.Counterparties, inside),
            batches,
            -1);
    }

    private static IReadOnlyList<string> TextsOf(CodeTable codes, bool[] held) =>
        [.. Enumerable.Range(0, held.Length).Where(number => held[number]).Select(number => codes[number]).Order(StringComparer.Ordinal)];
}
