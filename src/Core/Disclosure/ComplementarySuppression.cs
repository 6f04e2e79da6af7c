namespace Styrkedja.Disclosure;

/// <summary>Hides as many more cells as it takes that no hidden one can be reckoned out from those shown, the smallest first.</summary>
internal sealed class ComplementarySuppression
{
    /// <summary>How many changes are put together for one cell before another cell is hidden instead.</summary>
    private const int MostTogether = 12;

    /// <summary>Which cells are hidden at once when nothing smaller protects what an earlier release hid: first what that release hid, then all.</summary>
    private static readonly Func<CellNet, int, bool>[] s_lastResorts = [(net, cell) => net.WasHidden(cell), (_, _) => true];

    private readonly CellNet _net;
    private readonly AlternationSearch _search;
    private readonly long[] _assured;
    private readonly PriorityQueue<int, (long Size, int Cell)> _waiting = new();

    private ComplementarySuppression(CellNet net)
    {
        (_net, _search, _assured) = (net, new(net), new long[net.Values.Length]);
        for (var cell = 0; cell < net.Values.Length; cell++)
        {
            if (net.Sensitive[cell])
                Await(cell);
        }
    }

    /// <summary>Hides what must be hidden in the release that the net is of.</summary>
    public static void Make(CellNet net)
    {
        var suppression = new ComplementarySuppression(net);
        while (suppression._waiting.TryDequeue(out var cell, out _))
            suppression.Protect(cell);
    }

    private void Await(int cell) => _waiting.Enqueue(cell, (Math.Abs(_net.Values[cell]), cell));

    private void Protect(int cell)
    {
        var width = _net.RequiredWidth(cell);
        if (_assured[cell] >= width)
            return;
        if (ByHidden(cell, width, lenient: false) || ByHiding(cell, width, lenient: false) || ByHidden(cell, width, lenient: true) || ByHiding(cell, width, lenient: true))
            return;
        foreach (var more in s_lastResorts)
        {
            HideAll(more);
            if (ByHidden(cell, width, lenient: true))
                return;
        }

        throw new InvalidOperationException("A hidden cell could be reckoned out, so nothing is published.");
    }

    /// <summary>True when what is hidden already makes a cell uncertain enough.</summary>
    private bool ByHidden(int cell, long width, bool lenient)
    {
        if (_search.Find(cell, new(width, 0, 0, HiddenOnly: true, lenient)) is not { } free)
            return Together(cell, width, lenient);
        Assure(free);
        return true;
    }

    /// <summary>Hides what hides the least among that which makes a cell uncertain enough; false when nothing does.</summary>
    private bool ByHiding(int cell, long width, bool lenient)
    {
        if (_search.Find(cell, new(width, 0, 0, HiddenOnly: false, lenient)) is not { } found)
            return false;
        foreach (var (touched, _) in found.Cells)
            HideMore(touched);
        Assure(found);
        return true;
    }

    /// <summary>True when changes among what is hidden already, one after the other, make a cell uncertain enough.</summary>
    private bool Together(int cell, long width, bool lenient)
    {
        var total = Far(cell, width, rising: true, lenient);
        if (total < width)
            total += Far(cell, width - total, rising: false, lenient);
        if (total < width)
            return false;
        _assured[cell] = total;
        return true;
    }

    private long Far(int cell, long enough, bool rising, bool lenient)
    {
        var (made, total) = (new List<Alternation>(), 0L);
        while (total < enough && made.Count < MostTogether
            && _search.Find(cell, new(0, rising ? 1 : 0, rising ? 0 : 1, HiddenOnly: true, lenient)) is { } step)
        {
            var by = rising ? step.Rising : step.Falling;
            made.Add(step);
            total += by;
            if (by < CellNet.Unbounded)
                _search.Make(step, rising ? by : -by);
        }

        _search.Unmake(made);
        return total;
    }

    private void HideAll(Func<CellNet, int, bool> which)
    {
        for (var cell = 0; cell < _net.Values.Length; cell++)
        {
            if (which(_net, cell))
                HideMore(cell);
        }
    }

    private void HideMore(int cell)
    {
        if (_net.State[cell] != CellState.Shown)
            return;
        _net.State[cell] = CellState.Hidden;
        _net.Sensitive[cell] = true;
        Await(cell);
    }

    private void Assure(Alternation alternation)
    {
        foreach (var (cell, _) in alternation.Cells)
            _assured[cell] = Math.Max(_assured[cell], alternation.Width);
    }
}
