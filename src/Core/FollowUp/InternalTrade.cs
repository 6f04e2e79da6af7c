using Styrkedja.Amounts;
using Styrkedja.Calendar;

namespace Styrkedja.FollowUp;

/// <summary>Two subjects whose books do not agree on what passed between them.</summary>
/// <param name="InFirst">What the first has booked against the second, revenue positive.</param>
/// <param name="InSecond">What the second has booked against the first.</param>
public sealed record UnmatchedPair(string First, string Second, Money InFirst, Money InSecond)
{
    public Money Difference => InFirst + InSecond;
}

public sealed partial class FollowUpView
{
    /// <summary>Internal trade between bodies and budget parts whose two sides do not add up to zero, the largest difference first.</summary>
    /// <remarks>Listed for someone to mend; never adjusted here.</remarks>
    public IReadOnlyList<UnmatchedPair> UnmatchedInternalTrade(Period period)
    {
        var sums = new Dictionary<(string, string), long>();
        var postings = _outcome.Postings;
        for (var i = 0; i < postings.Count; i++)
        {
            if (postings.CounterpartyNode[i] < 0 || !period.Holds(Month.FromIndex(postings.MonthIndex[i])) || _groups[postings.Group[i]].Line == Decisions.StatementLine.BalanceSheet)
                continue;
            var pair = (BookOf(postings.Node[i]), BookOf(postings.CounterpartyNode[i]));
            if (pair.Item1 != pair.Item2)
                sums[pair] = checked(sums.GetValueOrDefault(pair) + postings.Ore[i]);
        }

        return
        [
            .. sums.Keys
                .Select(p => string.CompareOrdinal(p.Item1, p.Item2) < 0 ? p : (p.Item2, p.Item1))
                .Distinct()
                .Select(p => new UnmatchedPair(p.Item1, p.Item2, new(sums.GetValueOrDefault(p)), new(sums.GetValueOrDefault((p.Item2, p.Item1)))))
                .Where(pair => pair.Difference != Money.Zero)
                .OrderByDescending(pair => Math.Abs(pair.Difference.Ore)).ThenBy(pair => pair.First, StringComparer.Ordinal),
        ];
    }

    /// <summary>The body, or the part of the executive board's budget, in whose books a node stands.</summary>
    private string BookOf(int node)
    {
        var path = State.Organisation.PathUp(_nodes.IdOf(node)).ToList();
        return (path.FirstOrDefault(s => s.Kind == Organisation.SubjectKind.BudgetPart) ?? path.FirstOrDefault(s => s.Kind == Organisation.SubjectKind.Body) ?? path[^1]).Id;
    }
}
