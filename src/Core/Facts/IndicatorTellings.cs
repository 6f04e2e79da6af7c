using Styrkedja.Calendar;

namespace Styrkedja.Facts;

/// <summary>Where the values of each series lie in the batches that have come in so far.</summary>
/// <remarks>Never changed: a batch more makes a new one. A series has few runs and a batch lies in the order of <see cref="IndicatorBook.InOrder"/>, so it is made by one pass over the values.</remarks>
internal sealed class IndicatorTellings
{
    public static readonly IndicatorTellings None = new([], []);

    private readonly Dictionary<IndicatorSeries, IndicatorRun[]> _runs;
    private readonly Dictionary<(string Source, string Code), (string Title, long Position)[]> _titles;

    private IndicatorTellings(Dictionary<IndicatorSeries, IndicatorRun[]> runs, Dictionary<(string Source, string Code), (string Title, long Position)[]> titles) => (_runs, _titles) = (runs, titles);

    public IEnumerable<IndicatorSeries> AllSeries => _runs.Keys;

    public static int Compare(Period a, Period b) => a.From.Index != b.From.Index ? a.From.Index.CompareTo(b.From.Index) : a.To.Index.CompareTo(b.To.Index);

    /// <summary>The runs of a series, the earliest batch first; none when nothing has been told of it.</summary>
    public IReadOnlyList<IndicatorRun> RunsOf(IndicatorSeries series) => _runs.GetValueOrDefault(series, []);

    public string? TitleOf(string source, string code, long knownAt) => _titles.GetValueOrDefault((source, code), []).LastOrDefault(t => t.Position <= knownAt).Title;

    /// <summary>The same with one batch more, which stands later in the journal than all before.</summary>
    public IndicatorTellings With(FactBatch batch, long position, DateTimeOffset recorded, IReadOnlyList<IndicatorValue> values)
    {
        var runs = new Dictionary<IndicatorSeries, IndicatorRun[]>(_runs);
        for (var first = 0; first < values.Count;)
        {
            var series = IndicatorSeries.Of(values[first].Key);
            var after = first + 1;
            while (after < values.Count && IndicatorSeries.Of(values[after].Key) == series)
                after++;
            runs[series] = [.. runs.GetValueOrDefault(series, []), new(values, first, after - first, position, recorded)];
            first = after;
        }

        var titles = new Dictionary<(string, string), (string, long)[]>(_titles);
        foreach (var title in batch.Indicators?.Titles ?? [])
            titles[(title.Source, title.Code)] = [.. titles.GetValueOrDefault((title.Source, title.Code), []), (title.Title, position)];
        return new(runs, titles);
    }
}
