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
    /// <summary>The rows behind an outcome figure; nothing for a figure that is no sum of rows.</summary>
    public RowScope? RowsBehind(FigureAddress address)
    {
        if (AmountRule.Of(address.Measure) is not { Budget: false, Operation: AmountOperation.Sum or AmountOperation.External } rule
            || _nodes.NodeOf(address.Subject) is not (>= 0 and var node) || FilterOf(address, rule) is not { } filter)
            return null;
        var p = _outcome.Postings;
        var matching = p.Matching(_nodes, node, address.Dimensions.Own, filter, address.Period).ToList();
        var within = rule.Operation == AmountOperation.External && !address.Dimensions.Own
            ? matching.Where(i => p.CounterpartyNode[i] >= 0 && _nodes.IsWithin(p.CounterpartyNode[i], node)).Select(i => p.Counterparty[i])
            : [];
        return new(
            address.Period,
            [.. matching.Select(i => p.CostCentre[i]).Distinct(StringComparer.Ordinal)],
            [.. matching.Select(i => p.Account[i]).Distinct(StringComparer.Ordinal)],
            address.Dimensions.Counterparty,
            address.Dimensions.Activity,
            [.. within.Distinct(StringComparer.Ordinal)],
            [.. matching.Select(i => p.Origin[i]).Distinct().Order().Select(origin => _batches[origin].Batch)],
            -1);
    }
}
