namespace Styrkedja.FollowUp;

/// <summary>One year's sums by node, account group and month, rolled up through the organisation, with what is internal at each level.</summary>
/// <remarks>Unit: öre with the signs of the statement, revenue positive. A posting is internal at every level where both its own subject and its counterparty stand
/// under; it is booked at the lowest such level and rolled up from there, so that any level's external amount is its sum less its internal. Never changed once
/// made: a year of which some sets have come or gone shares the rows of every node that they did not touch.</remarks>
internal sealed class YearSums
{
    // Of each group at a node: bit m says that something is booked in month m, bit m + 16 that some of it is illustrative.
    private const int Made = 16;

    private readonly CodePlaces _places;
    private readonly int _firstMonth;
    private readonly NodeRows<long> _sums;
    private readonly NodeRows<long> _internal;
    private readonly NodeRows<uint> _marks;
    private readonly NodeRows<uint> _ownMarks;

    private YearSums(CodePlaces places, int year, IReadOnlyList<PostingSet> sets, NodeRows<long> sums, NodeRows<long> inside, NodeRows<uint> marks, NodeRows<uint> ownMarks)
    {
        (_places, Year, Sets, _firstMonth) = (places, year, sets, year * 12);
        (_sums, _internal, _marks, _ownMarks) = (sums, inside, marks, ownMarks);
    }

    private YearSums(CodePlaces places, int year, IReadOnlyList<PostingSet> sets)
        : this(places, year, sets, new(places.Nodes.Count, places.Groups * 12), new(places.Nodes.Count, places.Groups * 12), new(places.Nodes.Count, places.Groups), new(places.Nodes.Count, places.Groups))
    {
    }

    public int Year { get; }

    /// <summary>The sets that the sums are of.</summary>
    public IReadOnlyList<PostingSet> Sets { get; }

    /// <exception cref="OverflowException">A sum does not fit in 64 bits.</exception>
    public static YearSums Of(CodePlaces places, int year, IReadOnlyList<PostingSet> sets)
    {
        var sums = new YearSums(places, year, sets);
        foreach (var set in sets)
            sums.Book(set, taken: false);
        sums.RollUp();
        return sums;
    }

    /// <summary>The sums when some sets have come and some gone, reckoned from those alone.</summary>
    /// <param name="places">Places that extend those of these sums.</param>
    /// <param name="sets">All sets that the new sums are of.</param>
    public YearSums Moved(CodePlaces places, IReadOnlyList<PostingSet> sets, IReadOnlyList<PostingSet> added, IReadOnlyList<PostingSet> gone)
    {
        var change = new YearSums(places, Year, []);
        foreach (var set in added)
            change.Book(set, taken: false);
        foreach (var set in gone)
            change.Book(set, taken: true);
        change.RollUp();
        var touched = Enumerable.Range(0, places.Nodes.Count).Where(change._sums.Has).ToList();
        var moved = new YearSums(
            places,
            Year,
            sets,
            _sums.Sharing(touched),
            _internal.Sharing(touched.Where(change._internal.Has)),
            _marks.Sharing(touched),
            _ownMarks.Sharing(touched.Where(change._ownMarks.Has)));
        foreach (var node in touched)
        {
            RowSums.Add(moved._sums.Own(node), change._sums.Of(node));
            if (change._internal.Has(node))
                RowSums.Add(moved._internal.Own(node), change._internal.Of(node));
        }

        moved.MarkAgain(change, touched, fromNothing: gone.Count > 0);
        return moved;
    }

    /// <summary>The sum of all that stands under the node, or of what stands directly on it; the months are counted from the first of the year.</summary>
    public long Sum(int node, bool own, int[] groups, int from, int to)
    {
        var sum = Over(_sums.Of(node), groups, from, to);
        if (!own)
            return sum;
        for (var child = node + 1; child <= _places.Nodes.Last(node); child = _places.Nodes.Last(child) + 1)
            sum = checked(sum - Over(_sums.Of(child), groups, from, to));
        return sum;
    }

    /// <summary>The part of the sum whose both sides stand under the node.</summary>
    public long Internal(int node, int[] groups, int from, int to) => Over(_internal.Of(node), groups, from, to);

    public bool IsIllustrative(int node, int[] groups, int from, int to) => HasMark(_marks, node, groups, MonthsOf(from, to) << Made);

    /// <summary>True when anything is booked in the group under the node, or directly on it.</summary>
    public bool IsBooked(int node, bool own, int group, int from, int to) => HasMark(own ? _ownMarks : _marks, node, [group], MonthsOf(from, to));

    /// <summary>True when some month's sum in some group is other than zero, or illustrative.</summary>
    public bool Holds(int node, int[] groups, int from, int to)
    {
        if (IsIllustrative(node, groups, from, to))
            return true;
        var row = _sums.Of(node);
        if (row.IsEmpty)
            return false;
        foreach (var group in groups)
        {
            if (row[((group * 12) + from)..((group * 12) + to + 1)].ContainsAnyExcept(0))
                return true;
        }

        return false;
    }

    private void Book(PostingSet set, bool taken)
    {
        var runs = set.Runs;
        for (var run = 0; run < runs.Places.Length; run++)
            Book(set, taken, _places.NodeOf[runs.Places[run]], runs.Starts[run], runs.Starts[run + 1]);
    }

    private void Book(PostingSet set, bool taken, int node, int start, int end)
    {
        var (groupOf, sideOf, lowest, order) = (_places.GroupOf, _places.SideOf, _places.LowestWith(node), set.Runs.Order);
        var (months, groups, sides, amounts) = (set.MonthIndex, set.GroupCode, set.Counterparty, set.Ore);
        var marked = set.Illustrative ? (1u << Made) | 1u : 1u;
        Span<long> sums = default;
        Span<uint> marks = default;
        for (var at = start; at < end; at++)
        {
            var i = order is null ? at : order[at];
            var month = months[i] - _firstMonth;
            if (month is < 0 or >= 12)
                continue;
            if (sums.IsEmpty)
            {
                sums = _sums.Own(node);
                marks = _ownMarks.Own(node);
            }

            var group = groupOf[groups[i]];
            var ore = taken ? amounts[i] : checked(-amounts[i]);
            var place = (group * 12) + month;
            sums[place] = checked(sums[place] + ore);
            marks[group] |= marked << month;
            if (lowest[sides[i]] is var level and >= 0)
            {
                ref var inside = ref _internal.Own(sideOf[sides[i]] == node ? node : level)[place];
                inside = checked(inside + ore);
            }
        }
    }

    private void RollUp()
    {
        for (var node = _places.Nodes.Count - 1; node >= 0; node--)
        {
            if (!_sums.Has(node))
                continue;
            RowSums.Or(_marks.Own(node), _ownMarks.Of(node));
            if (_places.Nodes.Parent(node) is not (>= 0 and var above))
                continue;
            RowSums.Add(_sums.Own(above), _sums.Of(node));
            RowSums.Or(_marks.Own(above), _marks.Of(node));
            if (_internal.Has(node))
                RowSums.Add(_internal.Own(above), _internal.Of(node));
        }
    }

    /// <summary>Marks what a change has touched: added to what was marked, or, when something is gone, found again from all that is left.</summary>
    private void MarkAgain(YearSums change, List<int> touched, bool fromNothing)
    {
        foreach (var node in Enumerable.Reverse(touched))
        {
            if (!fromNothing)
            {
                if (change._ownMarks.Has(node))
                    RowSums.Or(_ownMarks.Own(node), change._ownMarks.Of(node));
                RowSums.Or(_marks.Own(node), change._marks.Of(node));
                continue;
            }

            if (change._ownMarks.Has(node))
            {
                _ownMarks.Own(node).Clear();
                foreach (var set in Sets)
                    Mark(set, node);
            }

            _marks.Own(node).Clear();
            RowSums.Or(_marks.Own(node), _ownMarks.Of(node));
            for (var child = node + 1; child <= _places.Nodes.Last(node); child = _places.Nodes.Last(child) + 1)
                RowSums.Or(_marks.Own(node), _marks.Of(child));
        }
    }

    private void Mark(PostingSet set, int node)
    {
        var runs = set.Runs;
        var marks = _ownMarks.Own(node);
        var marked = set.Illustrative ? (1u << Made) | 1u : 1u;
        for (var run = 0; run < runs.Places.Length; run++)
        {
            if (_places.NodeOf[runs.Places[run]] != node)
                continue;
            for (var at = runs.Starts[run]; at < runs.Starts[run + 1]; at++)
            {
                var i = runs.Order is null ? at : runs.Order[at];
                if (set.MonthIndex[i] - _firstMonth is var month and >= 0 and < 12)
                    marks[_places.GroupOf[set.GroupCode[i]]] |= marked << month;
            }
        }
    }

    private static uint MonthsOf(int from, int to) => ((1u << (to - from + 1)) - 1) << from;

    private static bool HasMark(NodeRows<uint> rows, int node, int[] groups, uint mark)
    {
        var row = rows.Of(node);
        if (row.IsEmpty)
            return false;
        foreach (var group in groups)
        {
            if ((row[group] & mark) != 0)
                return true;
        }

        return false;
    }

    private static long Over(ReadOnlySpan<long> row, int[] groups, int from, int to)
    {
        var sum = 0L;
        if (row.IsEmpty)
            return sum;
        foreach (var group in groups)
        {
            for (var month = from; month <= to; month++)
                sum = checked(sum + row[(group * 12) + month]);
        }

        return sum;
    }
}
