using Styrkedja.Amounts;
using Styrkedja.Organisation;

namespace Styrkedja.Frames;

/// <summary>What a budget comes to for every subject, account group and month, summed up through the organisation and kept so while it is changed.</summary>
/// <remarks>Revenue positive, cost negative. Each change costs as many additions as there are levels above it, so a total on a page is never summed anew.</remarks>
public sealed class BudgetSums
{
    private const int Months = 12;

    private readonly OrganisationChart _chart;
    private readonly Dictionary<string, int> _groups;
    private readonly Dictionary<string, long[]> _sums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long[][]> _ways = new(StringComparer.Ordinal);

    /// <param name="groups">Ids of the account groups that there are.</param>
    public BudgetSums(OrganisationChart chart, IEnumerable<string> groups)
    {
        _chart = chart;
        _groups = groups.Distinct(StringComparer.Ordinal).Select((group, i) => (group, i)).ToDictionary(g => g.group, g => g.i, StringComparer.Ordinal);
    }

    /// <summary>Adds an amount to one month of one group of one subject, and to all that it stands under.</summary>
    /// <param name="month">From zero, January.</param>
    /// <exception cref="OverflowException">A sum passes what an amount can hold; nothing above it has been added then.</exception>
    public void Add(string subject, string group, int month, Money amount)
    {
        var at = (NumberOf(group) * Months) + month;
        foreach (var sums in Way(subject))
            sums[at] = checked(sums[at] + amount.Ore);
    }

    /// <summary>The sum of all that is budgeted for a subject and under it, of one group and one month or of all.</summary>
    /// <param name="month">From zero, January.</param>
    public Money Of(string subject, string? group = null, int? month = null)
    {
        if (!_sums.TryGetValue(subject, out var sums) || (group is not null && !_groups.ContainsKey(group)))
            return Money.Zero;
        var (first, last) = group is null ? (0, sums.Length / Months) : (_groups[group], _groups[group] + 1);
        long sum = 0;
        for (var number = first; number < last; number++)
        {
            for (var at = month ?? 0; at <= (month ?? Months - 1); at++)
                sum = checked(sum + sums[(number * Months) + at]);
        }

        return new(sum);
    }

    private int NumberOf(string group)
    {
        if (!_groups.TryGetValue(group, out var number))
            throw new ArgumentException($"{group} is no group of this budget.", nameof(group));
        return number;
    }

    /// <summary>The sums of a subject and of everyone above it.</summary>
    private long[][] Way(string subject)
    {
        if (!_ways.TryGetValue(subject, out var way))
            _ways[subject] = way = [.. _chart.PathUp(subject).Select(s => _sums.TryGetValue(s.Id, out var sums) ? sums : _sums[s.Id] = new long[_groups.Count * Months])];
        return way;
    }
}
