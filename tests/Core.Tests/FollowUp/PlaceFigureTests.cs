using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Goals;
using Styrkedja.Indicators;
using static Styrkedja.Region.Entries;

namespace Styrkedja.FollowUp;

/// <summary>An indicator's values in municipalities and the country: each has its address, its source and no target.</summary>
public sealed class PlaceFigureTests
{
    private static readonly Period s_2015 = Period.Year(2015);
    private static readonly Period s_2016 = Period.Year(2016);

    [Fact]
    public void A_value_of_a_municipality_has_an_address_of_its_own()
    {
        Assert.True(FigureAddress.TryParse("indicator/2016-01..2016-12/I1/place=1380", out var address));
        Assert.Equal(("I1", "1380"), (address.Subject, address.Dimensions.Place));
        Assert.Equal("indicator/2016-01..2016-12/I1/place=1380", address.ToString());
        Assert.False(FigureAddress.TryParse("indicator/2016-01..2016-12/I1/place=1380/place=1381", out _));
    }

    [Fact]
    public void It_explains_itself_by_what_told_it_and_is_judged_by_no_target()
    {
        var view = View(("I1", "80"), ("I1/place=1380", "78"));
        Assert.True(FigureAddress.TryParse("indicator/2016-01..2016-12/I1/place=1380", out var address));
        var explained = view.Explain(address);
        Assert.Equal("78", $"{((FigureValue.Number)explained.Figure.Value).Value}");
        Assert.Equal(["V"], explained.Batches.Select(b => b.Batch.Id));
        Assert.Equal(["MB"], explained.Decisions.Select(d => d.Decision.Id));
        var of = view.State.Goals.Indicators[0];
        Assert.Equal((GoalFulfilment.NotJudged, NotJudgedReason.NoTarget), (view.StandingOf(of, s_2016, "1380").Fulfilment, view.StandingOf(of, s_2016, "1380").Reason));
        Assert.Equal(GoalFulfilment.Fulfilled, view.StandingOf(of, s_2016).Fulfilment);
    }

    [Fact]
    public void A_value_of_a_municipality_is_never_taken_for_the_regions()
    {
        var view = View(("I1/place=1380", "78"));
        Assert.False(view.StandingOf(view.State.Goals.Indicators[0], s_2016).Value.IsKnown);
        Assert.False(view.Evaluate(new(Measure.Indicator, s_2016, "I1", new(Place: "1381"))).IsKnown);
    }

    [Fact]
    public void Over_time_each_place_has_every_period_that_anyone_has_and_what_is_missing_is_not_zero()
    {
        KnownIndicatorValue Told(string place, Period period, decimal? value) => new(new(new("own", "I1", place, period), value, value is null ? ValueStatus.Missing : ValueStatus.Told), 1, DateTimeOffset.UnixEpoch);
        var told = new[] { Told("1380", s_2015, 77), Told("1380", s_2016, 78), Told("1381", s_2016, null), Told("0000", s_2015, 76), Told("REGION", s_2016, 80) };
        var ground = IndicatorGround.None with { ToldOf = (_, code, place, sex) => [.. told.Where(t => sex == Sex.All && t.Value.Key.Code == code && t.Value.Key.Place == place)] };
        var view = new FollowUpView(StateOn("2017-12-31", Entries), []) { Indicators = ground };

        var story = view.PlacesOver(view.State.Goals.Indicators[0], ["1380", "1381", "1382"], Period.Year(2017));

        Assert.Equal([s_2015, s_2016], story.Periods);
        Assert.Equal(["region - 80", "1380 77 78", "1381 - -", "1382 - -", "0000 76 -"], story.All.Select(s => string.Join(' ', s.Moments.Select(m => m.Number is { } n ? $"{n}" : "-").Prepend(s.Place ?? "region"))));
        Assert.Equal([true, true, false, false, true], story.All.Select(s => s.HasAny));
        Assert.Equal([false, false], story.Places[1].Moments.Select(m => m.Figure.IsKnown));
        Assert.Equal([s_2015], view.PlacesOver(view.State.Goals.Indicators[0], ["1380"], s_2015).Periods);
    }

    private static IReadOnlyList<Region.Entry> Entries =>
        Of(Decision("MB", "2014-06-30", Goal("G1"), new AdoptIndicator("I1", "G1", new("Andel"), "procent", Polarity.HigherIsBetter, null) { Frequency = IndicatorFrequency.Year, Lag = 12 }, new SetTarget("I1", 2016, 80, 0)));

    private static FollowUpView View(params (string Indicator, string Value)[] values)
    {
        var entries = Entries.ToList();
        var batch = new FactBatch("V", FactKind.Observations, "värden", 0, "csv", null, null, s_2016, [], null, null, values.Length, 0, Money.Zero, Money.Zero, [], false);
        entries.Add(new Region.FactEntry(2, entries[0].Recorded, batch, [.. values.Select(v => new Observation($"indicator/2016-01..2016-12/{v.Indicator}", int.Parse(v.Value), 0, "procent", "källa", null, false))]));
        return new(StateOn("2017-12-31", entries), []);
    }
}
