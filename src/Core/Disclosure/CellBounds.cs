namespace Styrkedja.Disclosure;

/// <summary>What a reader who has all the tables can reckon each cell to be at least and at most: every sum bounds its parts, and the parts their sum.</summary>
internal static class CellBounds
{
    /// <summary>Rounds after which bounds that still creep are taken as they are; each round only narrows them.</summary>
    private const int Rounds = 60;

    public static (long[] Lowest, long[] Highest) Of(CellNet net)
    {
        var (low, high) = (new long[net.Values.Length], new long[net.Values.Length]);
        for (var id = 0; id < low.Length; id++)
            (low[id], high[id]) = net.State[id] == CellState.Hidden || net.State[id] == CellState.Unchanged ? (net.Least[id], CellNet.Unbounded) : (net.Values[id], net.Values[id]);

        for (var (round, narrowed) = (0, true); narrowed && round < Rounds; round++)
        {
            narrowed = false;
            foreach (var table in net.Tables)
            {
                for (var own = 0; own < table.Own.Length; own++)
                {
                    var parts = net.Dimensions[table.Own[own]].Parts;
                    for (var cell = 0; cell < table.Ids.Length; cell++)
                    {
                        var place = table.PlaceOf(cell, own);
                        if (parts[place].Count > 0)
                            narrowed |= Narrow(table, cell, place, table.Steps[own], parts[place], low, high);
                    }
                }
            }
        }

        return (low, high);
    }

    private static bool Narrow(NetTable table, int cell, int place, int step, IReadOnlyList<int> parts, long[] low, long[] high)
    {
        var whole = table.Ids[cell];
        var (least, most, bottomless, endless) = (0L, 0L, 0, 0);
        foreach (var part in parts)
        {
            var id = table.Ids[cell + ((part - place) * step)];
            if (low[id] == -CellNet.Unbounded)
                bottomless++;
            else
                least += low[id];
            if (high[id] == CellNet.Unbounded)
                endless++;
            else
                most += high[id];
        }

        var narrowed = Raise(ref low[whole], bottomless == 0 ? least : -CellNet.Unbounded) | Lower(ref high[whole], endless == 0 ? most : CellNet.Unbounded);
        foreach (var part in parts)
        {
            var id = table.Ids[cell + ((part - place) * step)];
            if (low[id] == high[id])
                continue;
            var (others, unbounded) = low[id] == -CellNet.Unbounded ? (least, bottomless - 1) : (least - low[id], bottomless);
            var (top, without) = high[id] == CellNet.Unbounded ? (most, endless - 1) : (most - high[id], endless);
            if (unbounded == 0 && high[whole] < CellNet.Unbounded)
                narrowed |= Lower(ref high[id], high[whole] - others);
            if (without == 0 && low[whole] > -CellNet.Unbounded)
                narrowed |= Raise(ref low[id], low[whole] - top);
        }

        return narrowed;
    }

    private static bool Raise(ref long bound, long to)
    {
        if (to <= bound)
            return false;
        bound = to;
        return true;
    }

    private static bool Lower(ref long bound, long to)
    {
        if (to >= bound)
            return false;
        bound = to;
        return true;
    }
}
