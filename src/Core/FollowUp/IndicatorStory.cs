using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Indicators;

namespace Styrkedja.FollowUp;

/// <summary>One period of an indicator's story: its own value, and what stands beside it.</summary>
/// <param name="Value">The figure of the own value in just this period.</param>
/// <param name="Number">The same in the indicator's unit; absent when there is none.</param>
/// <param name="Telling">The latest telling of it; absent for what is reckoned from the ledger.</param>
/// <param name="Similar">The plain mean of the similar regions, and how many of them have a value; absent when none has.</param>
public sealed record IndicatorMoment(Period Period, Figure Value, decimal? Number, KnownIndicatorValue? Telling, decimal? Women, decimal? Men, decimal? Country, (decimal Mean, int Count)? Similar);

/// <summary>An indicator over time: its values, the line through them, and the regions it is held against.</summary>
/// <param name="Moments">The earliest first.</param>
/// <param name="Trend">The line through the own values; absent when they are too few.</param>
/// <param name="Likeness">Which regions are called similar, with the reckoning.</param>
/// <param name="Comparison">All regions in the last period that the own region has a value of; absent when there is none.</param>
/// <param name="Compared">That period.</param>
public sealed record IndicatorStory(IReadOnlyList<IndicatorMoment> Moments, IndicatorTrend? Trend, RegionLikeness Likeness, RegionComparison? Comparison, Period? Compared)
{
    /// <summary>How many periods back the story goes.</summary>
    public const int MostMoments = 15;
}

public sealed partial class FollowUpView
{
    /// <summary>An indicator over the periods up to the one asked about, each as long as its values usually are.</summary>
    public IndicatorStory StoryOf(Decided<AdoptIndicator> indicator, Period asked)
    {
        var act = indicator.Act;
        var months = act.Frequency is { } frequency ? IndicatorRule.MonthsOf(frequency) : asked.Months;
        var latest = IndicatorRule.Latest(TellingsOf(act)).ToDictionary(t => t.Value.Key.Period);
        var periods = (act.ComputedFrom is null ? latest.Keys : ComputedPeriods(asked)).Where(p => p.Months == months && p.To <= asked.To).OrderBy(p => p.To).TakeLast(IndicatorStory.MostMoments).ToList();
        var likeness = MostAlike(PlaceOf(act), asked);
        var similar = likeness.MostAlike.Select(r => r.Place).ToList();
        var moments = periods.Select(p =>
        {
            var comparison = CompareRegions(act, p);
            return new IndicatorMoment(
                p,
                Evaluate(new(Measure.Indicator, p, act.Id)),
                NumberAt(indicator, p),
                latest.GetValueOrDefault(p),
                ValueIn(TellingsIn(act, PlaceOf(act), Sex.Women), p),
                ValueIn(TellingsIn(act, PlaceOf(act), Sex.Men), p),
                comparison.Country,
                comparison.MeanOf(similar));
        }).ToList();
        var last = moments.LastOrDefault(m => m.Number is not null);
        return new(
            moments,
            IndicatorTrend.Of([.. moments.Where(m => m.Number is not null).Select(m => new SeriesPoint(m.Period, m.Number!.Value))]),
            likeness,
            last is null ? null : CompareRegions(act, last.Period),
            last?.Period);
    }

    /// <summary>The value of just one period, however old others may be.</summary>
    private decimal? NumberAt(Decided<AdoptIndicator> indicator, Period period) =>
        indicator.Act.ComputedFrom is null ? ValueIn(TellingsOf(indicator.Act), period) : StandingOf(indicator, period).Counted.Number;

    /// <summary>The same months of each year that the ledger tells of, up to the one asked about.</summary>
    private IEnumerable<Period> ComputedPeriods(Period asked) => Enumerable.Range(0, IndicatorStory.MostMoments)
        .Select(back => new Period(asked.From.Plus(-12 * back), asked.To.Plus(-12 * back)))
        .TakeWhile(HasOutcome);
}
