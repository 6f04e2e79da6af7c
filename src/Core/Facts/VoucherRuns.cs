using System.Globalization;

namespace Styrkedja.Facts;

/// <summary>Which vouchers a batch holds, by series: numbers that follow each other as runs from-to, other numbers one by one.</summary>
/// <remarks>Ledgers number without gaps, so that a batch of any size is mostly one run a series; whether two batches hold the same voucher is seen without reading
/// a row. A number is text in the source: 7 and 007 are two numbers. Empty numbers, which the receiver gives, are nobody's.</remarks>
public sealed class VoucherRuns
{
    private readonly Dictionary<string, Series> _series = new(StringComparer.Ordinal);

    public IEnumerable<string> SeriesNames => _series.Keys.Order(StringComparer.Ordinal);

    /// <summary>The runs of a series in order, none overlapping another, and its other numbers in order.</summary>
    public (IReadOnlyList<(long From, long To)> Runs, IReadOnlyList<string> Others) Of(string series) =>
        _series.TryGetValue(series, out var found) ? (found.Runs, [.. found.Others.Order(StringComparer.Ordinal)]) : ([], []);

    /// <summary>The vouchers of rows.</summary>
    public static VoucherRuns Of(LedgerRows rows)
    {
        var runs = new VoucherRuns();
        runs.Add(rows);
        return runs;
    }

    public static VoucherRuns From(IEnumerable<(string Series, IEnumerable<(long From, long To)> Runs, IEnumerable<string> Others)> known)
    {
        var runs = new VoucherRuns();
        foreach (var (name, from, others) in known)
        {
            var series = runs.In(name);
            series.Runs.AddRange(from);
            series.Others.UnionWith(others);
        }

        return runs;
    }

    /// <summary>Adds the vouchers of further rows.</summary>
    public void Add(LedgerRows rows)
    {
        foreach (var (voucher, number) in rows.VoucherNumbers.Index())
        {
            if (number.Length == 0)
                continue;
            var series = In(rows.SeriesCodes[rows.VoucherSeries[voucher]]);
            if (TryCounted(number, out var counted))
                series.Add(counted);
            else
                series.Others.Add(number);
        }

        foreach (var series in _series.Values)
            series.Merge();
    }

    public bool Holds(string series, string number) =>
        _series.TryGetValue(series, out var found) && (TryCounted(number, out var counted) ? found.Holds(counted) : found.Others.Contains(number));

    /// <summary>True when some voucher is in both.</summary>
    public bool Meets(VoucherRuns other) => _series.Any(series => other._series.TryGetValue(series.Key, out var theirs) && series.Value.Meets(theirs));

    public bool SameAs(VoucherRuns other) =>
        SeriesNames.SequenceEqual(other.SeriesNames) && SeriesNames.All(series => Of(series).Runs.SequenceEqual(other.Of(series).Runs) && Of(series).Others.SequenceEqual(other.Of(series).Others));

    private static bool TryCounted(string number, out long counted)
    {
        counted = 0;
        return number.Length is > 0 and <= 18 && number[0] is >= '1' and <= '9' && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out counted);
    }

    private Series In(string name)
    {
        if (!_series.TryGetValue(name, out var series))
            _series[name] = series = new();
        return series;
    }

    private sealed class Series
    {
        public List<(long From, long To)> Runs { get; } = [];

        public HashSet<string> Others { get; } = new(StringComparer.Ordinal);

        public void Add(long number)
        {
            if (Runs.Count > 0 && Runs[^1] is var last && number >= last.From && number <= last.To + 1)
                Runs[^1] = (last.From, Math.Max(last.To, number));
            else
                Runs.Add((number, number));
        }

        public void Merge()
        {
            Runs.Sort();
            var kept = 0;
            for (var i = 1; i < Runs.Count; i++)
            {
                if (Runs[i].From <= Runs[kept].To + 1)
                    Runs[kept] = (Runs[kept].From, Math.Max(Runs[kept].To, Runs[i].To));
                else
                    Runs[++kept] = Runs[i];
            }

            if (Runs.Count > 0)
                Runs.RemoveRange(kept + 1, Runs.Count - kept - 1);
        }

        public bool Holds(long number)
        {
            var place = Runs.BinarySearch((number, long.MaxValue));
            if (place < 0)
                place = ~place;
            return place > 0 && Runs[place - 1].To >= number;
        }

        public bool Meets(Series other)
        {
            for (int mine = 0, theirs = 0; mine < Runs.Count && theirs < other.Runs.Count;)
            {
                if (Runs[mine].To < other.Runs[theirs].From)
                    mine++;
                else if (other.Runs[theirs].To < Runs[mine].From)
                    theirs++;
                else
                    return true;
            }

            return Others.Overlaps(other.Others);
        }
    }
}
