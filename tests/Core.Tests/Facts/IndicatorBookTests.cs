using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.Facts;

/// <summary>What was told of an indicator, and when: a revision stands beside what it revises, and an earlier moment answers as then.</summary>
public class IndicatorBookTests
{
    private static readonly IndicatorKey s_halland = new("kolada", "N79222", "0013", Period.Year(2016));

    private static readonly History s_history = HistoryOf(
        [Told(s_halland, 72.4m), Told(s_halland with { Period = Period.Year(2017) }, 70.1m), Told(s_halland with { Sex = Sex.Women }, 73m), Told(s_halland with { Place = "0012" }, 65m)],
        [new(s_halland with { Place = "0012" }, null, ValueStatus.Withdrawn)],
        [Told(s_halland, 71.9m), new(s_halland with { Period = Period.Year(2018) }, null, ValueStatus.Suppressed, 3)]);

    [Fact]
    public void A_revised_value_stands_beside_the_earlier_and_is_the_latest()
    {
        Assert.Equal("71.9", Latest(3, s_halland));
        Assert.Equal("1 72.4, 3 71.9", string.Join(", ", At(3).Tellings(s_halland).Select(t => $"{t.Position} {t.Value.Value}")));
        Assert.Equal("2026-11-03", $"{At(3).Latest(s_halland)!.Recorded:yyyy-MM-dd}");
    }

    [Fact]
    public void A_book_of_an_earlier_moment_answers_as_was_reported_then()
    {
        Assert.Equal(("72.4", "65", "-"), (Latest(2, s_halland), Latest(1, s_halland with { Place = "0012" }), Latest(0, s_halland)));
        Assert.Equal("Withdrawn", Latest(2, s_halland with { Place = "0012" }));
        Assert.Empty(At(0).AllSeries);
        Assert.Equal(3, At(1).AllSeries.Count());
    }

    [Fact]
    public void A_series_has_the_latest_of_each_period_in_order()
    {
        Assert.Equal("2016 71.9, 2017 70.1, 2018 Suppressed", Series(3));
        Assert.Equal("2016 72.4, 2017 70.1", Series(2));
        Assert.Equal("", string.Join(", ", At(3).Series("kolada", "N79222", "0013", Sex.Men)));
    }

    [Fact]
    public void A_measure_is_called_what_its_source_last_called_it_by_then() =>
        Assert.Equal(("Titel 2", "Titel 3", (string?)null), (At(2).Title("kolada", "N79222"), At(3).Title("kolada", "N79222"), At(3).Title("scb", "N79222")));

    [Fact]
    public void Seventy_thousand_values_are_shelved_once_and_looked_up_without_a_search()
    {
        var values = IndicatorBook.InOrder(
            from code in Enumerable.Range(0, 76)
            from place in Enumerable.Range(1, 21)
            from year in Enumerable.Range(2003, 15)
            from sex in Enum.GetValues<Sex>()
            select Told(new($"kolada", $"N{code:00000}", $"{place:0000}", Period.Year(year), sex), code + (year / 100m)));
        var reads = 0;
        var history = new History(_ =>
        {
            reads++;
            return values;
        });
        history.Add(Entry(1, values));
        var book = history.StateAt(new(new(2018, 1, 1), 1), new Bilingual("R", null)).Indicators;
        Assert.Equal(71_820, book.AllSeries.Sum(series => book.Series(series).Count));
        Assert.All(values, value => Assert.Same(value, book.Latest(value.Key)!.Value));
        Assert.Same(history.StateAt(new(new(2019, 1, 1), 1), new Bilingual("R", null)).Indicators.Latest(values[0].Key)!.Value, values[0]);
        Assert.Equal(1, reads);
    }

    private static History HistoryOf(params IndicatorValue[][] batches)
    {
        var history = new History(batch => IndicatorBook.InOrder(batches[int.Parse(batch.Id, System.Globalization.CultureInfo.InvariantCulture) - 1]));
        for (var i = 0; i < batches.Length; i++)
            history.Add(Entry(i + 1, batches[i]));
        return history;
    }

    private static FactEntry Entry(int position, IReadOnlyList<IndicatorValue> values) => new(
        position,
        new(2026, 11, position, 8, 0, 0, TimeSpan.Zero),
        new($"{position}", FactKind.Indicators, "kolada", 0, "kolada-v3", null, null, Period.Year(2017), [], $"{position}", null, values.Count, 0, Money.Zero, Money.Zero, [], false)
        {
            Indicators = new(IndicatorSums.Of(values), 0, [new("kolada", "N79222", $"Titel {position}")], []),
        },
        []);

    private static IndicatorBook At(long knownAt) => s_history.StateAt(new(new(2018, 1, 1), knownAt), new Bilingual("R", null)).Indicators;

    private static string Latest(long knownAt, IndicatorKey key) => At(knownAt).Latest(key) is { Value: var value } ? Shown(value) : "-";

    private static string Series(long knownAt) => string.Join(", ", At(knownAt).Series("kolada", "N79222", "0013").Select(t => $"{t.Value.Key.Period.From.Year} {Shown(t.Value)}"));

    private static string Shown(IndicatorValue value) => value.Value is { } told ? told.ToString(System.Globalization.CultureInfo.InvariantCulture) : $"{value.Status}";

    private static IndicatorValue Told(IndicatorKey key, decimal value) => new(key, value, ValueStatus.Told);
}
