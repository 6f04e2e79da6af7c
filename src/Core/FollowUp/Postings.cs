using Styrkedja.Calendar;

namespace Styrkedja.FollowUp;

/// <summary>What the amounts of a plane are narrowed to. An empty field does not narrow.</summary>
internal readonly record struct PostingFilter(int[] Groups, string? Account, string? Counterparty, string? Activity)
{
    /// <summary>True when sums rolled up by group are enough, so that no posting need be read.</summary>
    public bool ByGroupOnly => Account is null && Counterparty is null && Activity is null;
}

/// <summary>Amounts of one kind as columns, placed in the organisation and the chart of accounts of the day.</summary>
/// <remarks>Unit: öre with the signs of the statement, revenue positive.</remarks>
internal sealed class Postings
{
    public List<int> Node { get; } = [];

    /// <summary>Node of the other side when it is inside the region, otherwise -1.</summary>
    public List<int> CounterpartyNode { get; } = [];

    public List<int> Group { get; } = [];

    /// <summary>Code of the cost centre in the source; empty in a budget.</summary>
    public List<string> CostCentre { get; } = [];

    public List<string> Account { get; } = [];

    public List<string> Counterparty { get; } = [];

    public List<string> Activity { get; } = [];

    public List<int> MonthIndex { get; } = [];

    public List<long> Ore { get; } = [];

    /// <summary>Which batch or budget line the amount comes from, in the numbering of whoever made the plane.</summary>
    public List<int> Origin { get; } = [];

    public List<bool> Illustrative { get; } = [];

    public int Count => Ore.Count;

    public void Add(int node, int counterpartyNode, int group, string costCentre, string account, string counterparty, string activity, int monthIndex, long ore, int origin, bool illustrative)
    {
        Node.Add(node);
        CounterpartyNode.Add(counterpartyNode);
        Group.Add(group);
        CostCentre.Add(costCentre);
        Account.Add(account);
        Counterparty.Add(counterparty);
        Activity.Add(activity);
        MonthIndex.Add(monthIndex);
        Ore.Add(ore);
        Origin.Add(origin);
        Illustrative.Add(illustrative);
    }

    /// <summary>The postings under a node, or directly on it, that pass the filter in the period.</summary>
    public IEnumerable<int> Matching(SubjectNodes nodes, int node, bool own, PostingFilter filter, Period period)
    {
        var wanted = new bool[filter.Groups.Length == 0 ? 0 : filter.Groups.Max() + 1];
        foreach (var group in filter.Groups)
            wanted[group] = true;
        for (var i = 0; i < Count; i++)
        {
            if (MonthIndex[i] >= period.From.Index && MonthIndex[i] <= period.To.Index
                && Group[i] < wanted.Length && wanted[Group[i]]
                && (filter.Account is null || Account[i] == filter.Account)
                && (filter.Counterparty is null || Counterparty[i] == filter.Counterparty)
                && (filter.Activity is null || Activity[i] == filter.Activity)
                && (own ? Node[i] == node : nodes.IsWithin(Node[i], node)))
                yield return i;
        }
    }
}
