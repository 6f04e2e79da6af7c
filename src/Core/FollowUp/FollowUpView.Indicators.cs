using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Indicators;
using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

public sealed partial class FollowUpView
{
    private ILookup<(string Indicator, string? Place), (KnownIndicatorValue Telling, KnownObservation Observation)>? _observedOf;

    /// <summary>What sources have told of indicators, and the tables that say how to read it.</summary>
    public IndicatorGround Indicators { get; init; } = IndicatorGround.None;

    /// <summary>Which way is better for an indicator: as decided, else by the table; nothing when neither says.</summary>
    public Polarity? PolarityOf(AdoptIndicator indicator) =>
        indicator.Polarity ?? (indicator is { ValuesFrom: { } source, Code: { } code } ? Indicators.PolarityOf(IndicatorGround.WordOf(source), code) : null);

    /// <summary>Every telling of an indicator for its own place and everyone there, in the order told.</summary>
    public IReadOnlyList<KnownIndicatorValue> TellingsOf(AdoptIndicator indicator) =>
        [.. TellingsIn(indicator, PlaceOf(indicator)).Concat(ObservedOf(indicator.Id, null).Select(o => o.Telling)).OrderBy(t => t.Position)];

    /// <summary>Every telling of an indicator's measure in a place, in the order told, as far as a source has told. One whose source no decision says is the region's own.</summary>
    public IReadOnlyList<KnownIndicatorValue> TellingsIn(AdoptIndicator indicator, string place, Sex sex = Sex.All) =>
        indicator.ComputedFrom is null ? Indicators.ToldOf(IndicatorGround.WordOf(indicator.ValuesFrom ?? StatisticsSource.Own), indicator.Code ?? indicator.Id, place, sex) : [];

    /// <summary>The source's code of the place whose values count.</summary>
    public static string PlaceOf(AdoptIndicator indicator) => indicator.Place ?? Subject.RegionId;

    /// <summary>The latest values of an indicator, of periods of one length, the earliest first: what a trend is drawn from.</summary>
    /// <remarks>A computed indicator has none here; its values are asked for year by year.</remarks>
    public IReadOnlyList<SeriesPoint> SeriesOf(AdoptIndicator indicator, int months) => SeriesOf(TellingsOf(indicator), months);

    /// <summary>The same of any tellings of one place.</summary>
    public static IReadOnlyList<SeriesPoint> SeriesOf(IEnumerable<KnownIndicatorValue> tellings, int months) =>
        [.. IndicatorRule.Latest(tellings).Where(t => t.Value is { Status: ValueStatus.Told, Value: not null } && t.Value.Key.Period.Months == months).Select(t => new SeriesPoint(t.Value.Key.Period, t.Value.Value!.Value)).OrderBy(p => p.Period.To)];

    /// <summary>An indicator's measure in one period in every region that the table knows, and in the country.</summary>
    public RegionComparison CompareRegions(AdoptIndicator indicator, Period period) => RegionComparison.Of(
        [.. Indicators.Regions.Select(r => (r.Code, ValueIn(TellingsIn(indicator, r.Code), period)))],
        ValueIn(TellingsOf(indicator, Indicators.Country), period),
        PolarityOf(indicator));

    /// <summary>The regions most like one's own, by the table's measures, each in its latest year up to the period's end that the own region has a value of.</summary>
    public RegionLikeness MostAlike(string own, Period period)
    {
        var values = new Dictionary<(LikenessMeasure, string), decimal?>();
        foreach (var measure in Indicators.Likeness)
        {
            IReadOnlyList<KnownIndicatorValue> Told(string place) => Indicators.ToldOf(measure.Source, measure.Code, place, Sex.All);
            var latest = SeriesOf(Told(own), 12).LastOrDefault(p => p.Period.To <= period.To);
            foreach (var region in Indicators.Regions)
                values[(measure, region.Code)] = latest is null ? null : ValueIn(Told(region.Code), latest.Period);
        }

        return RegionLikeness.Of(own, [.. Indicators.Regions.Select(r => r.Code)], Indicators.Likeness, (measure, place) => values.GetValueOrDefault((measure, place)), Indicators.MostAlike);
    }

    private static decimal? ValueIn(IEnumerable<KnownIndicatorValue> told, Period period) =>
        IndicatorRule.Latest(told).FirstOrDefault(t => t.Value.Key.Period == period) is { Value: { Status: ValueStatus.Told, Value: { } value } } ? value : null;

    /// <summary>Every telling of an indicator for one place beside its own, such as a municipality or the country, and everyone there, in the order told.</summary>
    public IReadOnlyList<KnownIndicatorValue> TellingsOf(AdoptIndicator indicator, string place) =>
        [.. TellingsIn(indicator, place).Concat(ObservedOf(indicator.Id, place).Select(o => o.Telling)).OrderBy(t => t.Position)];

    private (Figure Value, CountedValue Counted, KnownBatch? Batch) ToldValue(FigureAddress address, AdoptIndicator indicator)
    {
        var place = address.Dimensions.Place;
        var counted = IndicatorRule.Counted(indicator, place is null ? TellingsOf(indicator) : TellingsOf(indicator, place), address.Period);
        if (counted is not { Number: { } number, Telling: { } telling })
            return (Unknown(address), counted, null);
        var observed = ObservedOf(indicator.Id, place).LastOrDefault(o => ReferenceEquals(o.Telling, telling)).Observation;
        var batch = observed?.Batch ?? State.LiveBatches.FirstOrDefault(b => b.Position == telling.Position);
        return (new(address, new FigureValue.Number(number, observed?.Observation.Unit ?? indicator.Unit), observed?.Observation.Illustrative ?? batch?.Batch.Illustrative ?? false), counted, batch);
    }

    private (Figure Value, CountedValue Counted, KnownBatch? Batch) ComputedValue(FigureAddress address, AdoptIndicator indicator)
    {
        if (IndicatorInput(indicator, address.Period) is not { IsKnown: true } input)
            return (Unknown(address), CountedValue.None, null);
        var value = input.Value is FigureValue.Number number ? number.Value : input.Money.Ore / 100_000_000m;
        return (new(address, new FigureValue.Number(value, indicator.Unit), input.Illustrative), new(value, null, null), null);
    }

    /// <summary>The observations of an indicator as tellings of the region's own, of its own place or of another.</summary>
    private IEnumerable<(KnownIndicatorValue Telling, KnownObservation Observation)> ObservedOf(string indicator, string? place) => (_observedOf ??= State.Observations
        .Select(o => (Address: FigureAddress.TryParse(o.Observation.Figure, out var address) && address.Measure == Measure.Indicator ? address : null, Observation: o))
        .Where(o => o.Address is not null)
        .ToLookup(
            o => (o.Address!.Subject, o.Address.Dimensions.Place),
            o => (new KnownIndicatorValue(new(new("own", o.Address!.Subject, o.Address.Dimensions.Place ?? Subject.RegionId, o.Address.Period), o.Observation.Observation.Value, ValueStatus.Told), o.Observation.Batch.Position, o.Observation.Batch.Recorded), o.Observation)))[(indicator, place)];
}
