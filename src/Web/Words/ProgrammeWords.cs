using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Indicators;
using Styrkedja.Provenance;
using Styrkedja.Web.Marks;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Words;

/// <summary>A goal of a programme with the indicators that tell of it.</summary>
/// <param name="Indicators">Of the goal itself first, then of its choices.</param>
/// <param name="Trend">The line through the values in the region of the first indicator that has enough of them; absent when none has.</param>
/// <param name="IsBetter">Whether that goes the better way; absent when nobody can say.</param>
public sealed record FollowedGoal(ProgrammeGoalEntry Goal, IReadOnlyList<(Decided<AdoptIndicator> Indicator, PlaceStory Story)> Indicators, IndicatorTrend? Trend, bool? IsBetter);

/// <summary>What is said of a programme: its kind, where it hangs, and how its goals go.</summary>
public sealed class ProgrammeWords(Reading reading)
{
    private Texts T => reading.T;

    /// <summary>Each goal with its indicators in the region, its municipalities and the country, up to the period asked about.</summary>
    public IReadOnlyList<FollowedGoal> Follow(AdoptProgramme programme, IReadOnlyList<string> municipalities) => [.. programme.Goals.Select(goal =>
    {
        var ids = goal.Choices.Select(c => c.Id).Prepend(goal.Id);
        var told = ids.SelectMany(id => reading.State.Goals.IndicatorsOf(id)).Select(i => (Indicator: i, Story: reading.View.PlacesOver(i, municipalities, reading.Period))).ToList();
        var trend = told.Select(t => (t.Indicator, Trend: TrendOf(t.Story.Region))).FirstOrDefault(t => t.Trend is not null);
        return new FollowedGoal(goal, told, trend.Trend, trend.Trend?.IsBetter(reading.View.PolarityOf(trend.Indicator.Act)));
    })];

    /// <summary>What the page says first: how many of the goals go the better way in the region.</summary>
    public string Answer(AdoptProgramme programme, IReadOnlyList<FollowedGoal> goals)
    {
        var known = goals.Count(g => g.IsBetter is not null);
        var name = T[programme.Name];
        return known == 0
            ? T["programme.answer-unknown", ("name", name), ("goals", goals.Count)]
            : T["programme.answer", ("name", name), ("better", goals.Count(g => g.IsBetter == true)), ("goals", goals.Count), ("period", DateWords.Of(T, goals.Select(g => g.Trend?.Last).OfType<Period>().MaxBy(p => p.To)))];
    }

    /// <summary>What sort of document it is, as the decision says or, when it does not, a programme.</summary>
    public string KindOf(AdoptProgramme programme)
    {
        var kind = programme.Kind ?? ProgrammeKind.Programme;
        return T[$"programme-kind.{KeyWord.Of(kind)}"];
    }

    public string HrefOf(string programme) => reading.Href("/development/programmes/" + Uri.EscapeDataString(programme), ("year", $"{reading.Year}"));

    /// <summary>From the vision over what it serves down to the programme itself.</summary>
    public IReadOnlyList<ChainLink> Chain(Decided<AdoptProgramme> programme)
    {
        var chains = new Chains(reading);
        var links = new List<ChainLink> { new(T[programme.Act.Name], HrefOf(programme.Act.Id), chains.By(programme.By), true) };
        var passed = new HashSet<string>(StringComparer.Ordinal) { programme.Act.Id };
        for (var at = programme.Act.Serves; passed.Add(at);)
        {
            if (reading.State.Development.Book.Find(at) is { } above)
                links.Insert(0, new(T[above.Act.Name], HrefOf(at), chains.By(above.By)));
            else if (reading.State.Steering.Find(at) is { } document)
                links.Insert(0, new(T[document.Name], reading.Href("/decisions/" + document.By.Id), chains.By(document.By)));
            at = reading.State.Steering.Find(at)?.Serves ?? at;
        }

        return links;
    }

    private static IndicatorTrend? TrendOf(PlaceSeries series) => IndicatorTrend.Of([.. series.Moments.Where(m => m.Number is not null).Select(m => new SeriesPoint(m.Period, m.Number!.Value))]);
}
