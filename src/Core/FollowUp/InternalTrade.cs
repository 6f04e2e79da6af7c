using Styrkedja.Amounts;
using Styrkedja.Calendar;

namespace Styrkedja.FollowUp;

/// <summary>Two subjects whose books do not agree on what passed between them.</summary>
/// <param name="InFirst">What the first has booked against the second, revenue positive.</param>
/// <param name="InSecond">What the second has booked against the first.</param>
public sealed record UnmatchedPair(string First, string Second, Money InFirst, Money InSecond)
{
    /// <summary>What one has booked and the other has not, revenue positive.</summary>
    public Money Difference => InFirst + InSecond;
}

public sealed partial class FollowUpView
{
    /// <summary>Internal trade between bodies and budget parts whose two sides do not add up to zero, the largest difference first.</summary>
    /// <param name="within">The region, or the group to see its companies too.</param>
    /// <remarks>Listed for someone to mend; never adjusted here.</remarks>
    public IReadOnlyList<UnmatchedPair> UnmatchedInternalTrade(Period period, string within = Organisation.Subject.RegionId)
    {
        var whole = _nodes.NodeOf(within);
        var books = Enumerable.Range(0, _nodes.Count).Select(node => _nodes.IsWithin(node, whole) ? BookOf(node) : "").ToArray();
        var names = books.Distinct().Order(StringComparer.Ordinal).ToArray();
        var bookOf = books.Select(book => Array.BinarySearch(names, book, StringComparer.Ordinal)).ToArray();
        var sums = new long[names.Length * names.Length];
        foreach (var set in _outcome.Sets)
            AddTrade(set, period, bookOf, names.Length, sums);
        return
        [
            .. from first in Enumerable.Range(0, names.Length)
               from second in Enumerable.Range(first + 1, names.Length - first - 1)
               where names[first].Length > 0
               let pair = new UnmatchedPair(names[first], names[second], new(sums[(first * names.Length) + second]), new(sums[(second * names.Length) + first]))
               where pair.Difference != Money.Zero
               orderby Math.Abs(pair.Difference.Ore) descending, pair.First, pair.Second
               select pair,
        ];
    }

    /// <summary>Adds what each book has booked against each other book in the period.</summary>
    private void AddTrade(PostingSet set, Period period, int[] bookOf, int books, long[] sums)
    {
        if (!set.Runs.Overlaps(period.From.Index, period.To.Index))
            return;
        var places = _outcome.Places;
        for (var run = 0; run < set.Runs.Places.Length; run++)
        {
            var book = bookOf[places.NodeOf[set.Runs.Places[run]]];
            for (var at = set.Runs.Starts[run]; at < set.Runs.Starts[run + 1]; at++)
            {
                var i = set.Runs.Order is null ? at : set.Runs.Order[at];
                if (places.SideOf[set.Counterparty[i]] is not (>= 0 and var side) || bookOf[side] == book || set.MonthIndex[i] < period.From.Index || set.MonthIndex[i] > period.To.Index
                    || _groups[places.GroupOf[set.GroupCode[i]]].Line == Decisions.StatementLine.BalanceSheet)
                    continue;
                ref var sum = ref sums[(book * books) + bookOf[side]];
                sum = checked(sum - set.Ore[i]);
            }
        }
    }

    /// <summary>The body, or the part of the executive board's budget, in whose books a node stands.</summary>
    private string BookOf(int node)
    {
        var path = State.Organisation.PathUp(_nodes.IdOf(node)).ToList();
        return (path.FirstOrDefault(s => s.Kind == Organisation.SubjectKind.BudgetPart) ?? path.FirstOrDefault(s => s.Kind is Organisation.SubjectKind.Body or Organisation.SubjectKind.Company) ?? path[^1]).Id;
    }
}
