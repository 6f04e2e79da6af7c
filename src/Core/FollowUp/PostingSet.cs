using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Frames;

namespace Styrkedja.FollowUp;

/// <summary>Amounts that came in together, the cells of a batch or the rows of a budget decision, as columns of code numbers.</summary>
/// <remarks>Unit: öre, debit positive. Codes are looked up in <see cref="CodePlaces"/>; the columns are those of the cells themselves, not copies.</remarks>
/// <param name="Source">What the amounts came with; two sets are the same when it is.</param>
/// <param name="Runs">Where the postings of each place code lie.</param>
internal sealed record PostingSet(
    object Source,
    CellRuns Runs,
    int[] GroupCode,
    int[] Account,
    int[] Counterparty,
    int[] Activity,
    int[] MonthIndex,
    long[] Ore,
    bool Illustrative)
{
    public int Count => Ore.Length;

    public static PostingSet Of(LeafCells cells) =>
        new(cells, cells.Runs, cells.Account, cells.Account, cells.Counterparty, cells.Activity, cells.MonthIndex, cells.Ore, cells.Batch.Illustrative);

    /// <summary>The rows that one decision has set, month by month.</summary>
    /// <param name="place">Node and group of a row, and the number of its counterparty.</param>
    public static PostingSet Of(IReadOnlyList<BudgetLine> lines, Func<BudgetLine, (int Node, int Group, int Counterparty)> place)
    {
        var (nodes, groups, sides, months, ore) = (new int[lines.Count * 12], new int[lines.Count * 12], new int[lines.Count * 12], new int[lines.Count * 12], new long[lines.Count * 12]);
        for (var l = 0; l < lines.Count; l++)
        {
            var (node, group, counterparty) = place(lines[l]);
            for (var m = 0; m < 12; m++)
            {
                var at = (l * 12) + m;
                (nodes[at], groups[at], sides[at], months[at]) = (node, group, counterparty, (lines[l].Year * 12) + m);
                ore[at] = checked(-lines[l].Months[m].Ore);
            }
        }

        var none = new int[ore.Length];
        return new(lines[0].Decided, CellRuns.Of(nodes, months), groups, none, sides, none, months, ore, lines[0].Decided.Act.Illustrative);
    }

    /// <summary>The postings in these runs that pass, in stretches of a thousand at most so that whoever has seen enough can stop.</summary>
    /// <remarks>Every stretch lies in the same memory; it is to be used before the next is asked for.</remarks>
    public IEnumerable<ReadOnlyMemory<int>> Matching(CodePlaces places, int firstNode, int lastNode, CellFilter filter, Period period)
    {
        if (!filter.CanMatch || !Runs.Overlaps(period.From.Index, period.To.Index))
            yield break;
        var found = new int[Math.Min(Count, 1024)];
        for (var run = 0; run < Runs.Places.Length; run++)
        {
            var node = places.NodeOf[Runs.Places[run]];
            if (node < firstNode || node > lastNode)
                continue;
            for (var at = Runs.Starts[run]; at < Runs.Starts[run + 1];)
            {
                var to = Math.Min(Runs.Starts[run + 1], at + found.Length);
                var count = Pick(places, filter, period, at, to, found);
                if (count > 0)
                    yield return found.AsMemory(0, count);
                at = to;
            }
        }
    }

    private int Pick(CodePlaces places, CellFilter filter, Period period, int from, int to, int[] found)
    {
        var (first, last, count) = (period.From.Index, period.To.Index, 0);
        var (groupOf, groups, order) = (places.GroupOf, filter.Groups, Runs.Order);
        for (var at = from; at < to; at++)
        {
            var i = order is null ? at : order[at];
            if (MonthIndex[i] >= first && MonthIndex[i] <= last && groups[groupOf[GroupCode[i]]]
                && (filter.Account < 0 || Account[i] == filter.Account)
                && (filter.Counterparty < 0 || Counterparty[i] == filter.Counterparty)
                && (filter.Activity < 0 || Activity[i] == filter.Activity))
                found[count++] = i;
        }

        return count;
    }
}
