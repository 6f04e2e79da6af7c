using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Goals;
using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

public sealed partial class FollowUpView
{
    /// <summary>The measures about the deviation of a subject or of anyone under it that there is something to tell of in the period's year, in the order first decided.</summary>
    public IReadOnlyList<MeasureStanding> MeasuresOf(string subject, Period period) =>
        [.. State.Measures.All.Where(m => m.Concerns(period.From.Year, State.At.AsOf) && State.Organisation.IsWithin(PlaceOf(m), subject)).Select(m => StandingOf(m, period))];

    /// <summary>A measure as it stands at the end of a period.</summary>
    public MeasureStanding StandingOf(MeasureEntry measure, Period period)
    {
        var told =
            from entry in State.Assessments
            where entry.Assessment.Period.From.Year == period.From.Year && entry.Assessment.Period.To <= period.To
            from report in entry.Assessment.Measures
            where report.Measure == measure.Id
            orderby entry.Assessment.Period.To, entry.Position
            select new MeasureTold(report, entry);
        IReadOnlyList<MeasureTold> inOrder = [.. told];
        var expected = measure.ExpectedIn(period.From.Year);
        if (expected is not null && measure.IsBrokenOff)
            expected = inOrder.LastOrDefault(t => t.Report.Effect is not null)?.Report.Effect ?? Money.Zero;
        return new(measure, measure.StatusOn(State.At.AsOf), expected, inOrder, [.. RoundsWithout(measure, inOrder, period)]);
    }

    /// <summary>A subject's deviation at the end of a period beside the measures decided about it.</summary>
    public DeviationAnswered AnswerTo(string subject, Period period)
    {
        var known = Known(period);
        return new(
            Evaluate(new(Measure.ResultDeviation, known, subject)),
            Evaluate(new(Measure.DecidedMeasures, period, subject)),
            Evaluate(new(Measure.MeasureEffect, period, subject)),
            Evaluate(new(Measure.MeasureForecast, period, subject)),
            known.To.Number == 12);
    }

    /// <summary>Where a measure counts: with its subject, or when that is not in force on the day where all is shown that has no place.</summary>
    private string PlaceOf(MeasureEntry measure) => State.Organisation.Find(measure.Act.Subject)?.Id ?? Subject.UnplacedId;

    private IEnumerable<Decided<OpenRound>> RoundsWithout(MeasureEntry measure, IReadOnlyList<MeasureTold> told, Period period) =>
        State.Rounds.Where(r => r.Act.Period.From.Year == period.From.Year && r.Act.Period.To <= period.To
            && measure.Decided.By.Date.Latest <= r.Act.Period.To.LastDay && !(measure.Ended?.By.Date.Latest <= r.Act.Period.To.LastDay)
            && told.All(t => t.By.Assessment.Period.To != r.Act.Period.To));

    private Figure EvaluateMeasures(FigureAddress address)
    {
        var counted = CountedAt(address);
        return counted.Count == 0 ? Unknown(address) : Amount(address, Money.Sum(counted.Select(c => c.Amount)).Ore, counted.Exists(c => c.Illustrative));
    }

    /// <summary>The amounts that a figure of measures adds up, one for each measure that has one.</summary>
    private List<(MeasureStanding Standing, Money Amount, bool Illustrative)> CountedAt(FigureAddress address)
    {
        if (address.Dimensions with { Own = false } != Dimensions.None || address.Period.From.Number != 1 || State.Organisation.Find(address.Subject) is null)
            return [];
        return
        [
            .. from standing in MeasuresOf(address.Subject, address.Period)
               where !address.Dimensions.Own || PlaceOf(standing.Measure) == address.Subject
               let amount = address.Measure switch { Measure.DecidedMeasures => standing.Expected, Measure.MeasureEffect => standing.Effect, _ => standing.Forecast }
               where amount is not null
               select (standing, amount.Value, standing.Measure.Act.Illustrative || standing.Told.Any(t => t.By.Assessment.Illustrative)),
        ];
    }

    private Explanation ExplainMeasures(Figure figure, IReadOnlyList<PublishedValue> published)
    {
        var address = figure.Address;
        var counted = CountedAt(address);
        var parts = address.Dimensions.Own ? [] : Children(address.Subject).Select(child => Evaluate(address with { Subject = child.Id })).Where(part => part.IsKnown).ToList();
        if (parts.Count > 0 && Evaluate(address with { Dimensions = new(Own: true) }) is { IsKnown: true } own)
            parts.Add(own);
        var said = counted.SelectMany(c => c.Standing.Told.TakeLast(1)).Select(t => t.By).Distinct().ToList();
        return new(
            figure,
            parts.Count > 0 ? FigureRule.Sum : address.Measure == Measure.DecidedMeasures ? FigureRule.Decided : FigureRule.Assessed,
            parts.Count > 0 ? Breakdown.Subject : null,
            parts,
            [],
            [],
            Entries(counted.SelectMany(c => new[] { c.Standing.Measure.Decided.By, c.Standing.Measure.Ended?.By }).OfType<Decision>()),
            [],
            address.Measure == Measure.DecidedMeasures ? [] : said,
            published);
    }
}
