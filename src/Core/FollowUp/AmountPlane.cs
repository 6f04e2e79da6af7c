using Styrkedja.Calendar;

namespace Styrkedja.FollowUp;

/// <summary>Sums of one kind (outcome or budget) by subject, account group and month, rolled up through the organisation, with what is internal at each level.</summary>
/// <remarks>A posting is internal at every level where both its own subject and its counterparty stand under; it is booked at the lowest such level and rolled up
/// from there, so that any level's external amount is its sum less its internal.</remarks>
internal sealed class AmountPlane
{
    private readonly SubjectNodes _nodes;
    private readonly int _groups;
    private readonly int _first;
    private readonly int _months;
    private readonly long[] _own;
    private readonly long[] _sums;
    private readonly long[] _internal;
    private readonly bool[] _illustrative;
    private readonly bool[] _booked;

    public AmountPlane(SubjectNodes nodes, int groups, Postings postings)
    {
        _nodes = nodes;
        _groups = groups;
        Postings = postings;
        _first = postings.Count == 0 ? 0 : postings.MonthIndex.Min();
        _months = postings.Count == 0 ? 0 : postings.MonthIndex.Max() - _first + 1;
        var size = nodes.Count * groups * _months;
        (_own, _sums, _internal, _illustrative) = (new long[size], new long[size], new long[size], new bool[size]);
        _booked = new bool[_months];
        for (var i = 0; i < postings.Count; i++)
            Book(i);
        RollUp();
    }

    public Postings Postings { get; }

    /// <summary>The last month within a period that any posting lies in; nothing when none does.</summary>
    public Month? LastMonthIn(Period period)
    {
        var (from, to) = Columns(period);
        for (var month = to; month >= from; month--)
        {
            if (_booked[month])
                return Month.FromIndex(_first + month);
        }

        return null;
    }

    /// <summary>The sum of all that stands under the node, or of what stands directly on it.</summary>
    public long Sum(int node, bool own, PostingFilter filter, Period period)
    {
        if (filter.ByGroupOnly)
            return Over(own ? _own : _sums, node, filter.Groups, period);
        var sum = 0L;
        foreach (var i in Postings.Matching(_nodes, node, own, filter, period))
            sum = checked(sum + Postings.Ore[i]);
        return sum;
    }

    /// <summary>The part of the sum whose both sides stand under the node.</summary>
    public long Internal(int node, PostingFilter filter, Period period)
    {
        if (filter.ByGroupOnly)
            return Over(_internal, node, filter.Groups, period);
        var sum = 0L;
        foreach (var i in Postings.Matching(_nodes, node, own: false, filter, period))
        {
            if (Postings.CounterpartyNode[i] >= 0 && _nodes.IsWithin(Postings.CounterpartyNode[i], node))
                sum = checked(sum + Postings.Ore[i]);
        }

        return sum;
    }

    public bool IsIllustrative(int node, PostingFilter filter, Period period) => Any(node, filter.Groups, period, at => _illustrative[at]);

    /// <summary>True when anything at all is booked under the node in the period.</summary>
    public bool Holds(int node, PostingFilter filter, Period period) => Any(node, filter.Groups, period, at => _sums[at] != 0 || _illustrative[at]);

    private void Book(int i)
    {
        var month = Postings.MonthIndex[i] - _first;
        _booked[month] = true;
        var at = At(Postings.Node[i], Postings.Group[i], month);
        _own[at] = checked(_own[at] + Postings.Ore[i]);
        _illustrative[at] |= Postings.Illustrative[i];
        if (Postings.CounterpartyNode[i] < 0)
            return;
        at = At(_nodes.LowestCommon(Postings.Node[i], Postings.CounterpartyNode[i]), Postings.Group[i], month);
        _internal[at] = checked(_internal[at] + Postings.Ore[i]);
    }

    private void RollUp()
    {
        _own.CopyTo(_sums, 0);
        var width = _groups * _months;
        for (var node = _nodes.Count - 1; node > 0; node--)
        {
            var from = node * width;
            var to = _nodes.Parent(node) * width;
            for (var i = 0; i < width; i++)
            {
                _sums[to + i] = checked(_sums[to + i] + _sums[from + i]);
                _internal[to + i] = checked(_internal[to + i] + _internal[from + i]);
                _illustrative[to + i] |= _illustrative[from + i];
            }
        }
    }

    private bool Any(int node, int[] groups, Period period, Predicate<int> holds)
    {
        var (from, to) = Columns(period);
        foreach (var group in groups)
        {
            for (var month = from; month <= to; month++)
            {
                if (holds(At(node, group, month)))
                    return true;
            }
        }

        return false;
    }

    private long Over(long[] values, int node, int[] groups, Period period)
    {
        var (from, to) = Columns(period);
        var sum = 0L;
        foreach (var group in groups)
        {
            for (var month = from; month <= to; month++)
                sum = checked(sum + values[At(node, group, month)]);
        }

        return sum;
    }

    private (int From, int To) Columns(Period period) => (Math.Max(0, period.From.Index - _first), Math.Min(_months - 1, period.To.Index - _first));

    private int At(int node, int group, int month) => (((node * _groups) + group) * _months) + month;
}
