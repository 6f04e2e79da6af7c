using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Indicators;

namespace Styrkedja.FollowUp;

/// <summary>The value of an indicator in one place at the end of one period, with the day it became known.</summary>
/// <param name="Figure">The value in just that period, at its own address; unknown when there is none.</param>
/// <param name="Told">The latest telling of just that period; absent when nobody has told any.</param>
/// <param name="Batch">What brought it.</param>
public sealed record PlaceMoment(Period Period, Figure Figure, KnownIndicatorValue? Told, KnownBatch? Batch)
{
    /// <summary>In the indicator's unit; absent when there is none, which is not zero.</summary>
    public decimal? Number => Told?.Value is { Status: ValueStatus.Told, Value: { } value } ? value : null;
}

/// <summary>An indicator in one place over time.</summary>
/// <param name="Place">The code of a municipality or of the country; absent for the indicator's own place, which is the region.</param>
/// <param name="Moments">One for each period asked about, the earliest first, also those without a value.</param>
public sealed record PlaceSeries(string? Place, IReadOnlyList<PlaceMoment> Moments)
{
    public bool HasAny => Moments.Any(m => m.Number is not null);
}

/// <summary>An indicator over time in the region, its municipalities and the country.</summary>
/// <param name="Periods">The whole years, or other periods as long as values usually are, that something is told of.</param>
public sealed record PlaceStory(IReadOnlyList<Period> Periods, PlaceSeries Region, IReadOnlyList<PlaceSeries> Places, PlaceSeries Country)
{
    /// <summary>All of it, the region first and the country last.</summary>
    public IEnumerable<PlaceSeries> All => [Region, .. Places, Country];
}

public sealed partial class FollowUpView
{
    /// <summary>Codes of the municipalities that bodies of the region are named after, in order.</summary>
    public IReadOnlyList<string> Municipalities => [.. State.Organisation.Subjects.Select(s => s.Municipality).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>An indicator in several places over the periods up to the one asked about that any of them has been told of.</summary>
    public PlaceStory PlacesOver(Decided<AdoptIndicator> indicator, IReadOnlyList<string> places, Period asked)
    {
        var act = indicator.Act;
        var months = act.Frequency is { } frequency ? IndicatorRule.MonthsOf(frequency) : asked.Months;
        var told = places.Append(Indicators.Country).Select(place => (Place: (string?)place, Told: TellingsOf(act, place))).Append((Place: null, Told: TellingsOf(act))).ToList();
        var periods = told.SelectMany(t => t.Told).Select(t => t.Value.Key.Period).Where(p => p.Months == months && p.To <= asked.To).Distinct().OrderBy(p => p.To).TakeLast(IndicatorStory.MostMoments).ToList();

        PlaceSeries SeriesIn(string? place)
        {
            var latest = IndicatorRule.Latest(told.First(t => t.Place == place).Told).ToDictionary(t => t.Value.Key.Period);
            return new(place, [.. periods.Select(period => MomentOf(act, period, place, latest.GetValueOrDefault(period)))]);
        }

        return new(periods, SeriesIn(null), [.. places.Select(SeriesIn)], SeriesIn(Indicators.Country));
    }

    private PlaceMoment MomentOf(AdoptIndicator act, Period period, string? place, KnownIndicatorValue? told)
    {
        var address = new FigureAddress(Measure.Indicator, period, act.Id, new(Place: place));
        if (told is null)
            return new(period, Unknown(address), null, null);
        var observed = ObservedOf(act.Id, place).LastOrDefault(o => ReferenceEquals(o.Telling, told)).Observation;
        var batch = observed?.Batch ?? State.LiveBatches.FirstOrDefault(b => b.Position == told.Position);
        var figure = told.Value is { Status: ValueStatus.Told, Value: { } value }
            ? new Figure(address, new FigureValue.Number(value, observed?.Observation.Unit ?? act.Unit), observed?.Observation.Illustrative ?? batch?.Batch.Illustrative ?? false)
            : Unknown(address);
        return new(period, figure, told, batch);
    }
}
