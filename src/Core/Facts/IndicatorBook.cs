using Styrkedja.Calendar;

namespace Styrkedja.Facts;

/// <summary>What the values of an indicator over time have in common: whose statistics, which measure, which place and whom it is about.</summary>
public readonly record struct IndicatorSeries(string Source, string Code, string Place, Sex Sex, string Part)
{
    public static IndicatorSeries Of(IndicatorKey key) => new(key.Source, key.Code, key.Place, key.Sex, key.Part);

    public IndicatorKey At(Period period) => new(Source, Code, Place, period, Sex, Part);
}

/// <summary>Every value of an indicator that was known at a moment, with all that had been told of each before.</summary>
/// <remarks>Nothing is overwritten: a later telling stands beside the earlier. A book of an earlier moment answers as was reported then.</remarks>
public sealed class IndicatorBook
{
    public static readonly IndicatorBook Empty = new(IndicatorTellings.None, 0);

    private readonly IndicatorTellings _all;
    private readonly long _knownAt;

    /// <param name="knownAt">The last position in the journal that counts.</param>
    internal IndicatorBook(IndicatorTellings all, long knownAt) => (_all, _knownAt) = (all, knownAt);

    /// <summary>Values in the order that they lie in a batch: by series, then by period.</summary>
    public static IReadOnlyList<IndicatorValue> InOrder(IEnumerable<IndicatorValue> values) =>
    [
        .. values.OrderBy(v => v.Key.Source, StringComparer.Ordinal).ThenBy(v => v.Key.Code, StringComparer.Ordinal).ThenBy(v => v.Key.Place, StringComparer.Ordinal)
            .ThenBy(v => v.Key.Sex).ThenBy(v => v.Key.Part, StringComparer.Ordinal).ThenBy(v => v.Key.Period.From.Index).ThenBy(v => v.Key.Period.To.Index),
    ];

    /// <summary>Everything of which at least one value is known, in no order.</summary>
    public IEnumerable<IndicatorSeries> AllSeries => _all.AllSeries.Where(series => _all.RunsOf(series)[0].Position <= _knownAt);

    /// <summary>The latest telling of a value; nothing when none is known.</summary>
    public KnownIndicatorValue? Latest(IndicatorKey key) => Tellings(key) is { Count: > 0 } told ? told[^1] : null;

    /// <summary>All that has been told of a value, oldest first.</summary>
    public IReadOnlyList<KnownIndicatorValue> Tellings(IndicatorKey key)
    {
        var told = new List<KnownIndicatorValue>();
        foreach (var run in Runs(IndicatorSeries.Of(key)))
        {
            if (run.Find(key.Period) is { } value)
                told.Add(new(value, run.Position, run.Recorded));
        }

        return told;
    }

    /// <summary>The latest telling of each period, the earliest period first.</summary>
    public IReadOnlyList<KnownIndicatorValue> Series(string source, string code, string place, Sex sex = Sex.All, string part = "") => Series(new(source, code, place, sex, part));

    /// <summary>The latest telling of each period of a series, the earliest period first.</summary>
    public IReadOnlyList<KnownIndicatorValue> Series(IndicatorSeries series)
    {
        var latest = new SortedDictionary<(int From, int To), KnownIndicatorValue>();
        foreach (var run in Runs(series))
        {
            foreach (var value in run.Values)
                latest[(value.Key.Period.From.Index, value.Key.Period.To.Index)] = new(value, run.Position, run.Recorded);
        }

        return [.. latest.Values];
    }

    /// <summary>All that has been told of a measure in a place for one sex and no further part, of all periods, in the order told.</summary>
    public IReadOnlyList<KnownIndicatorValue> Everything(string source, string code, string place, Sex sex) =>
        [.. Runs(new(source, code, place, sex, "")).SelectMany(run => run.Values.Select(value => new KnownIndicatorValue(value, run.Position, run.Recorded)))];

    /// <summary>What the source last called a measure when it was fetched; nothing when it has not been.</summary>
    public string? Title(string source, string code) => _all.TitleOf(source, code, _knownAt);

    private IEnumerable<IndicatorRun> Runs(IndicatorSeries series) => _all.RunsOf(series).TakeWhile(run => run.Position <= _knownAt);
}

/// <summary>The values of one series that came in one batch, by period.</summary>
internal sealed record IndicatorRun(IReadOnlyList<IndicatorValue> Batch, int First, int Count, long Position, DateTimeOffset Recorded)
{
    public IEnumerable<IndicatorValue> Values
    {
        get
        {
            for (var i = First; i < First + Count; i++)
                yield return Batch[i];
        }
    }

    public IndicatorValue? Find(Period period)
    {
        var (low, high) = (First, First + Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (IndicatorTellings.Compare(Batch[middle].Key.Period, period) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low < First + Count && Batch[low].Key.Period == period ? Batch[low] : null;
    }
}
