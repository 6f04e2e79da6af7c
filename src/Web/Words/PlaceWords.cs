using Styrkedja.App.Archive;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Organisation;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Words;

/// <summary>Places that indicators have values of, as people say them, and where each value came from.</summary>
public sealed class PlaceWords(Reading reading, RegionOutlines outlines)
{
    /// <summary>Codes of the municipalities, in order: those that bodies are named after, and those that the region's map has.</summary>
    public IReadOnlyList<string> Municipalities(FollowUpView view) =>
        [.. view.Municipalities.Concat(outlines.Read.Places.Select(p => p.Code)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <param name="place">A code, or nothing for the region itself.</param>
    public string NameOf(FollowUpView view, string? place)
    {
        if (place is null)
            return new FigureWords(reading.T, view.State).SubjectName(Subject.RegionId);
        var name = new FigureWords(reading.T, view.State).PlaceName(place);
        return name == place ? outlines.Read.Places.FirstOrDefault(p => p.Code == place)?.Name ?? place : name;
    }

    /// <summary>A value in the indicator's decimals, or that it is missing.</summary>
    public string ValueOf(AdoptIndicator indicator, PlaceMoment? moment) => moment?.Number is { } value ? IndicatorWords.Number(indicator, value) : reading.T["map.missing"];

    /// <summary>The file or published source that told a value, and the day it became known.</summary>
    public string ToldBy(PlaceMoment moment) => moment is { Batch: { } batch, Told: { } told }
        ? reading.T["map.told", ("source", batch.Batch.SourceName), ("day", Reading.Iso(DateOnly.FromDateTime(told.Recorded.DateTime)))]
        : reading.T["map.nobody-told"];

    /// <summary>The indicators that have, or are to have, values by municipality: those of programmes' goals first.</summary>
    public static IReadOnlyList<Decided<AdoptIndicator>> ByMunicipality(FollowUpView view) =>
    [
        .. view.State.Goals.Indicators.Where(i => i.Act.Breakdown.Contains(IndicatorBreakdown.Municipality))
            .OrderBy(i => view.State.Development.Book.GoalOf(i.Act.Of) is null).ThenBy(i => i.Act.Of, StringComparer.Ordinal).ThenBy(i => i.Act.Id, StringComparer.Ordinal),
    ];
}
