namespace Styrkedja.Disclosure;

/// <summary>What is asked of an alternation.</summary>
/// <param name="Width">How long it must be, both ways together.</param>
/// <param name="Rising">How far it must go upwards.</param>
/// <param name="Falling">How far it must go downwards.</param>
/// <param name="HiddenOnly">True when no cell may be hidden for it.</param>
/// <param name="Lenient">True when also cells may take part of which a reader may guess that they are unchanged since an earlier release.</param>
internal readonly record struct AlternationWish(long Width, long Rising, long Falling, bool HiddenOnly, bool Lenient);

/// <summary>Finds the alternation through a cell that hides the least: the smallest sum of what is shown and must be hidden for it.</summary>
/// <remarks>
/// Tried dimension by dimension, the cheapest turn first, and given up as soon as it costs as much as the best found. Deterministic: of two that cost the same the one that comes first by
/// the order of codes is taken.
/// </remarks>
internal sealed class AlternationSearch
{
    private readonly CellNet _net;
    private readonly Dictionary<(int Dimension, int Place), IReadOnlyList<Turn>> _turns = [];
    private readonly long[] _shift;
    private readonly int[] _seen;
    private readonly List<(int Place, int Sign)>[] _supports;
    private readonly List<(long Cost, int Turn)>[] _offers;
    private readonly Turn?[] _chosen;
    private int _stamp;
    private NetTable _table = null!;
    private int _start;
    private AlternationWish _wish;
    private Alternation? _best;

    public AlternationSearch(CellNet net)
    {
        _net = net;
        (_shift, _seen) = (new long[net.Values.Length], new int[net.Values.Length]);
        _supports = [.. Enumerable.Range(0, net.Dimensions.Count + 1).Select(_ => new List<(int, int)>())];
        _offers = [.. Enumerable.Range(0, net.Dimensions.Count).Select(_ => new List<(long, int)>())];
        _chosen = new Turn?[net.Dimensions.Count];
    }

    /// <summary>The cheapest alternation in which the cell rises; nothing when there is none as wished.</summary>
    public Alternation? Find(int cell, AlternationWish wish)
    {
        var (table, place) = _net.HomeOf(cell);
        (_table, _start, _wish, _best) = (_net.Tables[table], place, wish, null);
        Array.Clear(_chosen);
        _supports[0].Clear();
        _supports[0].Add((place, 1));
        var own = Weigh(cell, 1, new(0, CellNet.Unbounded, CellNet.Unbounded));
        if (own is { } weight)
            Choose(0, weight);
        return _best;
    }

    /// <summary>Takes a change as made, so that what is sought next starts from there.</summary>
    public void Make(Alternation alternation, long by)
    {
        foreach (var (cell, sign) in alternation.Cells)
            _shift[cell] += sign * by;
    }

    /// <summary>Takes back every change that was made.</summary>
    public void Unmake(IEnumerable<Alternation> made)
    {
        foreach (var (cell, _) in made.SelectMany(m => m.Cells))
            _shift[cell] = 0;
    }

    private readonly record struct Weight(long Cost, long Rising, long Falling);

    private Weight? Weigh(int cell, int sign, Weight before)
    {
        long cost;
        switch (_net.State[cell])
        {
            case CellState.Hidden:
                cost = 0;
                break;
            case CellState.Shown when !_wish.HiddenOnly:
                cost = _net.CostOf(cell);
                break;
            case CellState.Unchanged when _wish.Lenient:
                cost = 0;
                break;
            default:
                return null;
        }

        var room = _net.RoomBelow(cell);
        if (room < CellNet.Unbounded)
            room += _shift[cell];
        var after = sign > 0 ? before with { Falling = Math.Min(before.Falling, room) } : before with { Rising = Math.Min(before.Rising, room) };
        after = after with { Cost = checked(before.Cost + cost) };
        return after.Rising < _wish.Rising || after.Falling < _wish.Falling || after.Rising + after.Falling < _wish.Width || (_best is not null && after.Cost >= _best.Cost) ? null : after;
    }

    /// <summary>Chooses a turn along the table's next dimension, the cheapest first.</summary>
    private void Choose(int level, Weight weight)
    {
        if (level == _table.Own.Length)
        {
            ChooseOutside(0, weight);
            return;
        }

        var (dimension, support, offers) = (_table.Own[level], _supports[level], _offers[level]);
        var turns = TurnsThrough(dimension, _table.PlaceOf(_start, level));
        if (_wish.HiddenOnly)
        {
            for (var t = 0; t < turns.Count && _best is null; t++)
                Take(turns[t], level, weight);
            return;
        }

        offers.Clear();
        for (var t = 0; t < turns.Count; t++)
        {
            if (WeighTurn(turns[t], level, support, weight) is { } after)
                offers.Add((after.Cost, t));
        }

        offers.Sort();
        for (var i = 0; i < offers.Count && (_best is null || offers[i].Cost < _best.Cost); i++)
            Take(turns[offers[i].Turn], level, weight);
    }

    private void Take(Turn turn, int level, Weight weight)
    {
        var (dimension, support, next) = (_table.Own[level], _supports[level], _supports[level + 1]);
        if (WeighTurn(turn, level, support, weight) is not { } after)
            return;
        next.Clear();
        next.AddRange(support);
        foreach (var (place, sign) in support)
        {
            for (var p = 0; p < turn.Places.Length; p++)
                next.Add((PlaceAfter(place, turn.Places[p], level), sign * turn.Signs[p]));
        }

        _chosen[dimension] = turn;
        Choose(level + 1, after);
        _chosen[dimension] = null;
    }

    private int PlaceAfter(int place, int along, int level) => place + ((along - _table.PlaceOf(_start, level)) * _table.Steps[level]);

    private Weight? WeighTurn(Turn turn, int level, List<(int Place, int Sign)> support, Weight weight)
    {
        Weight? after = weight;
        foreach (var (place, sign) in support)
        {
            for (var p = 0; p < turn.Places.Length; p++)
            {
                after = Weigh(_table.Ids[PlaceAfter(place, turn.Places[p], level)], sign * turn.Signs[p], after.Value);
                if (after is null)
                    return null;
            }
        }

        return after;
    }

    /// <summary>Other tables change too when every dimension that they lack reaches its total; then codes along the dimensions that this table lacks must be chosen.</summary>
    private void ChooseOutside(int dimension, Weight weight)
    {
        while (dimension < _chosen.Length && _chosen[dimension] is not null)
            dimension++;
        if (!_net.Tables.Any(other => other != _table && Touches(other)))
        {
            Settle(weight, []);
            return;
        }

        if (dimension < _chosen.Length)
        {
            foreach (var turn in TurnsThrough(dimension, 0))
            {
                _chosen[dimension] = turn;
                ChooseOutside(dimension + 1, weight);
                _chosen[dimension] = null;
            }

            return;
        }

        var more = new List<(int Cell, int Sign)>();
        _stamp++;
        foreach (var (place, _) in _supports[_table.Own.Length])
            _seen[_table.Ids[place]] = _stamp;
        Weight? after = weight;
        foreach (var other in _net.Tables.Where(other => other != _table && Touches(other)))
        {
            foreach (var (cell, sign) in SupportIn(other))
            {
                if (_seen[cell] == _stamp)
                    continue;
                _seen[cell] = _stamp;
                after = Weigh(cell, sign, after.Value);
                if (after is null)
                    return;
                more.Add((cell, sign));
            }
        }

        Settle(after.Value, more);
    }

    private bool Touches(NetTable other) => Enumerable.Range(0, _chosen.Length).All(d => other.Own.Contains(d) || _chosen[d] is null or { ReachesTotal: true });

    private IEnumerable<(int Cell, int Sign)> SupportIn(NetTable other)
    {
        List<(int Place, int Sign)> support = [(0, 1)];
        for (var own = 0; own < other.Own.Length; own++)
        {
            var (dimension, step) = (other.Own[own], other.Steps[own]);
            var start = _table.Own.AsSpan().IndexOf(dimension) is var level and >= 0 ? _table.PlaceOf(_start, level) : 0;
            var turn = _chosen[dimension]!;
            support = [.. support.SelectMany(s => turn.Places.Select((p, i) => (s.Place + (p * step), s.Sign * turn.Signs[i])).Prepend((s.Place + (start * step), s.Sign)))];
        }

        return support.Select(s => (other.Ids[s.Place], s.Sign));
    }

    private void Settle(Weight weight, List<(int Cell, int Sign)> more)
    {
        if (_best is null || weight.Cost < _best.Cost)
            _best = new([.. _supports[_table.Own.Length].Select(s => (_table.Ids[s.Place], s.Sign)), .. more], weight.Rising, weight.Falling, weight.Cost);
    }

    private IReadOnlyList<Turn> TurnsThrough(int dimension, int place)
    {
        if (!_turns.TryGetValue((dimension, place), out var turns))
            _turns[(dimension, place)] = turns = Turn.Through(_net.Dimensions[dimension], place);
        return turns;
    }
}
