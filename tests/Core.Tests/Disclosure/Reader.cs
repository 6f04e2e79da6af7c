namespace Styrkedja.Disclosure;

/// <summary>Someone who has every published table and wants to know what is hidden: all that is shown, that cells add up, that nothing is below zero, that zeros are told and that later releases hold the earlier.</summary>
/// <remarks>Knows nothing of how tables are protected: it is handed only what is published.</remarks>
internal sealed class Reader
{
    public const long Unbounded = long.MaxValue / 64;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<long> _low = [];
    private readonly List<long> _high = [];
    private readonly List<(int Whole, int[] Parts)> _sums = [];

    /// <param name="releases">Each with its tables; the oldest first.</param>
    /// <param name="change">How each release differs from the one before; null when the reader takes it that nothing has changed.</param>
    public Reader(IReadOnlyList<IReadOnlyList<PublishedTable>> releases, bool zerosShown, ReleaseChange? change = ReleaseChange.Grows)
    {
        for (var r = 0; r < releases.Count; r++)
        {
            foreach (var table in releases[r])
            {
                var steps = Steps(table);
                for (var cell = 0; cell < table.Shown.Count; cell++)
                {
                    var now = NumberOf(Name(r, table, cell), table.Shown[cell], zerosShown ? 1 : 0);
                    if (r == 0)
                        continue;
                    var before = NumberOf(Name(r - 1, table, cell), null, zerosShown ? 1 : 0);
                    var delta = NumberOf("+" + Name(r, table, cell), change is null ? 0 : null, change == ReleaseChange.Grows ? 0 : -Unbounded);
                    _sums.Add((now, [before, delta]));
                }

                foreach (var kind in r == 0 ? new[] { "" } : ["", "+"])
                {
                    for (var d = 0; d < steps.Length; d++)
                    {
                        var parts = table.Dimensions[d].Parts;
                        for (var cell = 0; cell < table.Shown.Count; cell++)
                        {
                            var place = cell / steps[d] % table.Dimensions[d].Codes.Count;
                            if (parts[place].Count > 0)
                                _sums.Add((_numbers[kind + Name(r, table, cell)], [.. parts[place].Select(p => _numbers[kind + Name(r, table, cell + ((p - place) * steps[d]))])]));
                        }
                    }
                }
            }
        }
    }

    /// <summary>Narrows until nothing more can be known; false when what is assumed cannot be.</summary>
    public bool Reckon() => Reckon(_low, _high);

    public (long Low, long High) Of(int release, PublishedTable table, int cell) => Of(Name(release, table, cell));

    public (long Low, long High) OfChange(int release, PublishedTable table, int cell) => Of("+" + Name(release, table, cell));

    /// <summary>The exact lowest and highest whole numbers that a cell can be, by trying; no further apart than asked.</summary>
    public (long Low, long High) Exactly(int release, PublishedTable table, int cell, long truth, long enough)
    {
        var number = _numbers[Name(release, table, cell)];
        var low = Enumerable.Range(0, (int)(truth - Math.Max(_low[number], truth - enough)) + 1).Select(i => Math.Max(_low[number], truth - enough) + i).First(v => CanBe(number, v));
        var top = Math.Min(_high[number], truth + enough);
        var high = Enumerable.Range(0, (int)(top - truth) + 1).Select(i => top - i).First(v => CanBe(number, v));
        return (low, high);
    }

    private bool CanBe(int number, long value)
    {
        var (low, high) = (new List<long>(_low), new List<long>(_high));
        (low[number], high[number]) = (value, value);
        return IsPossible(low, high);
    }

    private bool IsPossible(List<long> low, List<long> high)
    {
        if (!Reckon(low, high))
            return false;
        var open = Enumerable.Range(0, low.Count).Where(i => low[i] < high[i]).OrderBy(i => high[i] - low[i]).ToList();
        if (open.Count == 0)
            return true;
        var chosen = open[0];
        for (var value = Math.Max(low[chosen], -200); value <= Math.Min(high[chosen], low[chosen] + 200); value++)
        {
            var (nextLow, nextHigh) = (new List<long>(low), new List<long>(high));
            (nextLow[chosen], nextHigh[chosen]) = (value, value);
            if (IsPossible(nextLow, nextHigh))
                return true;
        }

        return false;
    }

    private (long Low, long High) Of(string name) => (_low[_numbers[name]], _high[_numbers[name]]);

    private bool Reckon(List<long> low, List<long> high)
    {
        for (var narrowed = true; narrowed;)
        {
            narrowed = false;
            foreach (var (whole, parts) in _sums)
            {
                narrowed |= Narrow(whole, parts.Aggregate(0L, (sum, p) => Plus(sum, low[p])), parts.Aggregate(0L, (sum, p) => Plus(sum, high[p])), low, high);
                foreach (var part in parts)
                {
                    var least = parts.Where(p => p != part).Aggregate(0L, (sum, p) => Plus(sum, low[p]));
                    var most = parts.Where(p => p != part).Aggregate(0L, (sum, p) => Plus(sum, high[p]));
                    narrowed |= Narrow(part, Plus(low[whole], -most), Plus(high[whole], -least), low, high);
                }

                if (low[whole] > high[whole] || parts.Any(p => low[p] > high[p]))
                    return false;
            }
        }

        return true;
    }

    private static bool Narrow(int number, long least, long most, List<long> low, List<long> high)
    {
        var narrowed = false;
        if (least > low[number])
            (low[number], narrowed) = (least, true);
        if (most < high[number])
            (high[number], narrowed) = (most, true);
        return narrowed;
    }

    private static long Plus(long one, long other) =>
        one >= Unbounded || other >= Unbounded ? Unbounded : one <= -Unbounded || other <= -Unbounded ? -Unbounded : one + other;

    private int NumberOf(string name, long? shown, long least)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            _numbers[name] = number = _low.Count;
            _low.Add(shown ?? least);
            _high.Add(shown ?? Unbounded);
        }
        else if (shown is { } value)
        {
            (_low[number], _high[number]) = (value, value);
        }

        return number;
    }

    /// <summary>The name of a cell, the same in all tables that hold it: totals are not named.</summary>
    private static string Name(int release, PublishedTable table, int cell)
    {
        var steps = Steps(table);
        var codes = table.Dimensions.Select((d, i) => (d.Name, Place: cell / steps[i] % d.Codes.Count, d)).Where(c => c.Place > 0).Select(c => $"{c.Name}={c.d.Codes[c.Place]}");
        return $"{release}:{string.Join(';', codes.Order(StringComparer.Ordinal))}";
    }

    private static int[] Steps(PublishedTable table)
    {
        var steps = new int[table.Dimensions.Count];
        for (int d = steps.Length - 1, step = 1; d >= 0; d--)
        {
            steps[d] = step;
            step *= table.Dimensions[d].Codes.Count;
        }

        return steps;
    }
}
