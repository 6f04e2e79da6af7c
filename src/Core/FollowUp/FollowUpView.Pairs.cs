using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

public sealed partial class FollowUpView
{
    /// <summary>Internal trade of one month whose two sides have not booked the same, pair by pair, the largest difference first.</summary>
    /// <remarks>Between bodies, and parts of the executive board's budget, the pair is the two of them. Within one the pair is the two that stand next below the common superior of the
    /// row's cost centre and its counterparty; a counterparty that stands above the cost centre names no other side, and
    /// stands in the pair itself, as does a unit that has booked against itself. Cost centres are told by the unit they stand in. All differences together are what does not eliminate in the region.</remarks>
    public IReadOnlyList<PairDifference> PairDifferences(Month month)
    {
        var unit = Enumerable.Range(0, _nodes.Count).Select(node => State.Organisation.Find(_nodes.IdOf(node))!.Kind == SubjectKind.CostCentre ? _nodes.Parent(node) : node).ToArray();
        var books = Enumerable.Range(0, _nodes.Count).Select(node => _nodes.NodeOf(BookOf(node))).ToArray();
        var sums = new Dictionary<(int First, int Second), (long InFirst, long InSecond, bool Illustrative)>();
        var places = _outcome.Places;
        foreach (var set in _outcome.Sets.Where(set => set.Runs.Overlaps(month.Index, month.Index)))
        {
            for (var run = 0; run < set.Runs.Places.Length; run++)
            {
                var node = unit[places.NodeOf[set.Runs.Places[run]]];
                for (var at = set.Runs.Starts[run]; at < set.Runs.Starts[run + 1]; at++)
                {
                    var i = set.Runs.Order is null ? at : set.Runs.Order[at];
                    if (set.MonthIndex[i] != month.Index || places.SideOf[set.Counterparty[i]] is not (>= 0 and var side) || _groups[places.GroupOf[set.GroupCode[i]]].Line == StatementLine.BalanceSheet)
                        continue;
                    side = unit[side];
                    var (own, other) = books[node] != books[side] ? (books[node], books[side]) : (Below(node, side), Below(side, node));
                    var key = (Math.Min(own, other), Math.Max(own, other));
                    var (first, second, illustrative) = sums.GetValueOrDefault(key);
                    sums[key] = own <= other
                        ? (checked(first - set.Ore[i]), second, illustrative || set.Illustrative)
                        : (first, checked(second - set.Ore[i]), illustrative || set.Illustrative);
                }
            }
        }

        return
        [
            .. sums.Where(s => checked(s.Value.InFirst + s.Value.InSecond) != 0)
                .Select(s => new PairDifference(month, _nodes.IdOf(s.Key.First), _nodes.IdOf(s.Key.Second), new(s.Value.InFirst), new(s.Value.InSecond), s.Value.Illustrative))
                .OrderByDescending(p => Math.Abs(p.Difference.Ore)).ThenBy(p => p.First, StringComparer.Ordinal).ThenBy(p => p.Second, StringComparer.Ordinal),
        ];
    }

    /// <summary>What a node stands in, or is, next below the lowest superior that it has in common with another; that superior itself when it is the node.</summary>
    private int Below(int node, int other)
    {
        while (_nodes.Parent(node) is >= 0 and var above && !_nodes.IsWithin(other, node) && !_nodes.IsWithin(other, above))
            node = above;
        return node;
    }
}
