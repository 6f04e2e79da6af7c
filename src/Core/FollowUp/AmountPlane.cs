using System.Collections.Concurrent;
using Styrkedja.Calendar;

namespace Styrkedja.FollowUp;

/// <summary>Sums of one kind (outcome or budget) over all years, each year rolled up when it is first asked about.</summary>
internal sealed class AmountPlane
{
    private readonly ConcurrentDictionary<int, Lazy<YearSums>> _years = new();
    private readonly ILookup<int, YearSums> _before;
    private readonly int _firstMonth;
    private readonly bool[] _booked;

    /// <param name="earlier">Planes made before, of which those whose places mean the same lend their sums.</param>
    public AmountPlane(CodePlaces places, IReadOnlyList<PostingSet> sets, IEnumerable<AmountPlane> earlier)
    {
        Places = places;
        Sets = sets;
        _before = earlier.Where(plane => places.Extends(plane.Places)).SelectMany(plane => plane.Made()).Distinct().ToLookup(sums => sums.Year);
        var held = sets.Where(set => set.Count > 0).ToList();
        _firstMonth = held.Select(set => set.Runs.FirstMonth).DefaultIfEmpty(0).Min();
        _booked = new bool[held.Select(set => set.Runs.LastMonth).DefaultIfEmpty(-1).Max() + 1 - _firstMonth];
        foreach (var runs in held.Select(set => set.Runs))
        {
            for (var month = runs.FirstMonth; month <= runs.LastMonth; month++)
                _booked[month - _firstMonth] |= runs.Holds(month);
        }
    }

    public CodePlaces Places { get; }

    public IReadOnlyList<PostingSet> Sets { get; }

    /// <summary>The last month within a period that any posting lies in; nothing when none does.</summary>
    public Month? LastMonthIn(Period period)
    {
        for (var month = Math.Min(period.To.Index - _firstMonth, _booked.Length - 1); month >= Math.Max(0, period.From.Index - _firstMonth); month--)
        {
            if (_booked[month])
                return Month.FromIndex(_firstMonth + month);
        }

        return null;
    }

    /// <summary>The sum of all that stands under the node, or of what stands directly on it.</summary>
    public long Sum(int node, bool own, PostingFilter filter, Period period)
    {
        var sum = 0L;
        if (filter.ByGroupOnly)
        {
            foreach (var (year, from, to) in YearsOf(period))
                sum = checked(sum + year.Sum(node, own, filter.Groups, from, to));
            return sum;
        }

        foreach (var (set, found) in Matching(node, own, filter, period))
        {
            foreach (var i in found.Span)
                sum = checked(sum - set.Ore[i]);
        }

        return sum;
    }

    /// <summary>The part of the sum whose both sides stand under the node.</summary>
    public long Internal(int node, PostingFilter filter, Period period)
    {
        var sum = 0L;
        if (filter.ByGroupOnly)
        {
            foreach (var (year, from, to) in YearsOf(period))
                sum = checked(sum + year.Internal(node, filter.Groups, from, to));
            return sum;
        }

        foreach (var (set, found) in Matching(node, own: false, filter, period))
        {
            foreach (var i in found.Span)
            {
                if (IsInternal(set, i, node))
                    sum = checked(sum - set.Ore[i]);
            }
        }

        return sum;
    }

    public bool IsIllustrative(int node, PostingFilter filter, Period period)
    {
        foreach (var (year, from, to) in YearsOf(period))
        {
            if (year.IsIllustrative(node, filter.Groups, from, to))
                return true;
        }

        return false;
    }

    /// <summary>True when anything at all is booked under the node in the period.</summary>
    public bool Holds(int node, PostingFilter filter, Period period)
    {
        foreach (var (year, from, to) in YearsOf(period))
        {
            if (year.Holds(node, filter.Groups, from, to))
                return true;
        }

        return false;
    }

    /// <summary>True when anything is booked in the group under the node, or directly on it, were it zero kronor.</summary>
    public bool IsBooked(int node, bool own, int group, Period period)
    {
        foreach (var (year, from, to) in YearsOf(period))
        {
            if (year.IsBooked(node, own, group, from, to))
                return true;
        }

        return false;
    }

    /// <summary>True when the other side of a posting stands under the node.</summary>
    public bool IsInternal(PostingSet set, int posting, int node) =>
        Places.SideOf[set.Counterparty[posting]] is var side and >= 0 && Places.Nodes.IsWithin(side, node);

    /// <summary>The postings under a node, or directly on it, that pass the filter in the period; each stretch is to be used before the next is asked for.</summary>
    public IEnumerable<(PostingSet Set, ReadOnlyMemory<int> Found)> Matching(int node, bool own, PostingFilter filter, Period period) =>
        MatchingBySet(node, own, filter, period).SelectMany(set => set.Found, (set, found) => (set.Set, found));

    /// <summary>The same set by set, for those who need not see every posting of a set.</summary>
    public IEnumerable<(PostingSet Set, IEnumerable<ReadOnlyMemory<int>> Found)> MatchingBySet(int node, bool own, PostingFilter filter, Period period)
    {
        if (node < 0)
            return Sets.Select(set => (set, Enumerable.Empty<ReadOnlyMemory<int>>()));
        var (last, cells) = (own ? node : Places.Nodes.Last(node), filter.In(Places.Codes, Places.Groups));
        return Sets.Select(set => (set, set.Matching(Places, node, last, cells, period)));
    }

    /// <summary>The sums of each year that the period touches, with the first and last month of it that the period holds.</summary>
    private IEnumerable<(YearSums Year, int From, int To)> YearsOf(Period period)
    {
        for (var year = period.From.Year; year <= period.To.Year; year++)
        {
            if (YearOf(year) is { } sums)
                yield return (sums, Math.Max(0, period.From.Index - (year * 12)), Math.Min(11, period.To.Index - (year * 12)));
        }
    }

    private YearSums? YearOf(int year)
    {
        var first = (year * 12) - _firstMonth;
        if (first >= _booked.Length || first + 12 <= 0)
            return null;
        return _years.TryGetValue(year, out var known) ? known.Value : _years.GetOrAdd(year, y => new(() => Make(y))).Value;
    }

    /// <summary>A year's sums: those of an earlier plane when they are of the same sets, moved when they are of nearly the same, otherwise made anew.</summary>
    private YearSums Make(int year)
    {
        var sets = Sets.Where(set => set.Runs.Overlaps(year * 12, (year * 12) + 11)).ToList();
        var sources = sets.Select(set => set.Source).ToHashSet(ReferenceEqualityComparer.Instance);
        var least = sets.Sum(set => (long)set.Count) / 2;
        Func<YearSums>? moved = null;
        foreach (var sums in _before[year])
        {
            var gone = sums.Sets.Where(set => !sources.Contains(set.Source)).ToList();
            var had = sums.Sets.Select(set => set.Source).ToHashSet(ReferenceEqualityComparer.Instance);
            var added = sets.Where(set => !had.Contains(set.Source)).ToList();
            if (gone.Count == 0 && added.Count == 0)
                return sums;
            var cells = gone.Concat(added).Sum(set => (long)set.Count);
            if (cells <= least)
                (least, moved) = (cells, () => sums.Moved(Places, sets, added, gone));
        }

        return moved is null ? YearSums.Of(Places, year, sets) : moved();
    }

    private IEnumerable<YearSums> Made() => _years.Values.Where(year => year.IsValueCreated).Select(year => year.Value);
}
