namespace Styrkedja.Facts;

/// <summary>Where the postings of each place lie in a set of columns, and which months the set holds, found once so that whoever asks about a place reads only what is its own.</summary>
/// <remarks>A run is a stretch of postings with the same place code. Columns that already stand place by place are read as they stand; others get an order.</remarks>
public sealed class CellRuns
{
    private readonly bool[] _months;

    private CellRuns(int[] places, int[] starts, int[]? order, int firstMonth, bool[] months)
    {
        Places = places;
        Starts = starts;
        Order = order;
        FirstMonth = firstMonth;
        _months = months;
    }

    /// <summary>The place code of each run.</summary>
    public int[] Places { get; }

    /// <summary>Where each run starts, and after the last run where it ends.</summary>
    public int[] Starts { get; }

    /// <summary>The posting at each place of the runs; absent when they stand in that order already.</summary>
    public int[]? Order { get; }

    /// <summary>The earliest month, as <see cref="Calendar.Month.Index"/>; zero when there are no postings.</summary>
    public int FirstMonth { get; }

    public int LastMonth => FirstMonth + _months.Length - 1;

    /// <summary>Finds the runs of two columns of equal length: place code and month.</summary>
    public static CellRuns Of(int[] places, int[] months)
    {
        if (places.Length == 0)
            return new([], [0], null, 0, []);
        var (first, held) = MonthsOf(months);
        var seen = new bool[places.Max() + 1];
        var (runs, starts) = (new List<int>(), new List<int>());
        for (var i = 0; i < places.Length; i++)
        {
            if (i > 0 && places[i] == places[i - 1])
                continue;
            if (seen[places[i]])
                return Sorted(places, seen.Length, first, held);
            seen[places[i]] = true;
            runs.Add(places[i]);
            starts.Add(i);
        }

        return new([.. runs], [.. starts, places.Length], null, first, held);
    }

    /// <summary>True when a posting lies in the month.</summary>
    public bool Holds(int month) => month >= FirstMonth && month <= LastMonth && _months[month - FirstMonth];

    public bool Overlaps(int from, int to) => _months.Length > 0 && FirstMonth <= to && LastMonth >= from;

    private static (int First, bool[] Held) MonthsOf(int[] months)
    {
        var first = months.Min();
        var held = new bool[months.Max() - first + 1];
        foreach (var month in months)
            held[month - first] = true;
        return (first, held);
    }

    /// <summary>Counts and lays out, so that postings of one place keep the order among themselves.</summary>
    private static CellRuns Sorted(int[] places, int codes, int first, bool[] held)
    {
        var next = new int[codes + 1];
        foreach (var place in places)
            next[place + 1]++;
        var (runs, starts) = (new List<int>(), new List<int>());
        for (var code = 0; code < codes; code++)
        {
            if (next[code + 1] > 0)
            {
                runs.Add(code);
                starts.Add(next[code]);
            }

            next[code + 1] += next[code];
        }

        var order = new int[places.Length];
        for (var i = 0; i < places.Length; i++)
            order[next[places[i]]++] = i;
        return new([.. runs], [.. starts, places.Length], order, first, held);
    }
}
