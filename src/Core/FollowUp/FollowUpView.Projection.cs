using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.FollowUp;

/// <summary>What was expected of a year after one of its months, by each way of reckoning, beside what it came to.</summary>
/// <param name="Through">The last month that was known.</param>
/// <param name="Own">What the one responsible expected then; unknown when nobody said.</param>
public sealed record ForecastRecord(Month Through, Figure Own, Figure Linear, Figure Seasonal, Figure Outcome);

public sealed partial class FollowUpView
{
    /// <summary>Earlier years that the seasonal forecast looks back on.</summary>
    private const int YearsBack = 3;

    /// <summary>What was expected of a year after each of its months but the last; the outcome is unknown until the whole year is.</summary>
    /// <remarks>Own forecasts are those known at the viewpoint, each told for the month it was given after; the other two are reckoned from the outcome as known now, and say how the method would have done.</remarks>
    public IReadOnlyList<ForecastRecord> ForecastsOf(string subject, int year)
    {
        var whole = Evaluate(new(Measure.Result, Period.Year(year), subject));
        var outcome = IsWhole(year) ? whole : Unknown(whole.Address);
        return
        [
            .. Period.Year(year).EachMonth().SkipLast(1).Select(Period.Through).Where(HasOutcomeThrough).Select(through => new ForecastRecord(
                through.To,
                GivenAfter(subject, through),
                Evaluate(new(Measure.LinearForecast, through, subject)),
                Evaluate(new(Measure.SeasonalForecast, through, subject)),
                outcome)),
        ];
    }

    /// <summary>The result so far, times twelve over the months so far.</summary>
    private Figure EvaluateLinear(FigureAddress address)
    {
        if (SoFar(address) is not { IsKnown: true } soFar)
            return Unknown(address);
        return Amount(address, soFar.Money.Times(12, soFar.Address.Period.Months).Ore, soFar.Illustrative);
    }

    /// <summary>Line by line of the statement: what has come so far times what earlier years came to over what they had come to by the same month.</summary>
    /// <remarks>A line that had come to nothing by then, or to the other side of nothing, gets instead the average of what came in the rest of those years.</remarks>
    private Figure EvaluateSeasonal(FigureAddress address)
    {
        if (SoFar(address) is not { IsKnown: true } soFar || YearsBefore(address) is not { Count: > 0 } years)
            return Unknown(address);
        var (sum, illustrative) = (Money.Zero, soFar.Illustrative);
        foreach (var line in Enum.GetValues<StatementLine>().Where(line => line != StatementLine.BalanceSheet))
        {
            var narrowed = new Dimensions(Line: line.Word());
            var come = Evaluate(soFar.Address with { Dimensions = narrowed }).Money;
            var (through, whole) = (Money.Zero, Money.Zero);
            foreach (var year in years)
            {
                through += Evaluate(new(Measure.Result, SameMonths(soFar.Address.Period, year), address.Subject, narrowed)).Money;
                whole += Evaluate(new(Measure.Result, Period.Year(year), address.Subject, narrowed)).Money;
            }

            sum += Math.Sign(through.Ore) * Math.Sign(whole.Ore) > 0 ? come.Times(whole.Ore, through.Ore) : come + (whole - through).Times(1, years.Count);
        }

        illustrative |= years.Any(year => Evaluate(new(Measure.Result, Period.Year(year), address.Subject)).Illustrative);
        return Amount(address, sum.Ore, illustrative);
    }

    private Explanation ExplainProjection(Figure figure, IReadOnlyList<PublishedValue> published)
    {
        var soFar = SoFar(figure.Address)!;
        var before = figure.Address.Measure == Measure.LinearForecast ? [] : YearsBefore(figure.Address).SelectMany(year => new[]
        {
            Evaluate(new(Measure.Result, SameMonths(soFar.Address.Period, year), figure.Address.Subject)),
            Evaluate(new(Measure.Result, Period.Year(year), figure.Address.Subject)),
        });
        return new(figure, FigureRule.Projected, null, [], [soFar, .. before], [], [], BatchesBehind(soFar.Address, AmountRule.Of(Measure.Result)!), [], published);
    }

    /// <summary>The result from January through the last month known in the period; nothing when the period is no year so far.</summary>
    private Figure? SoFar(FigureAddress address) => address is { Period.From.Number: 1 } && address.Dimensions == Dimensions.None && address.Period.Months <= 12
        ? Evaluate(new(Measure.Result, Known(address.Period), address.Subject))
        : null;

    /// <summary>Earlier whole years in which the subject has any outcome, the latest first.</summary>
    private List<int> YearsBefore(FigureAddress address) =>
    [
        .. Enumerable.Range(1, YearsBack).Select(back => address.Period.From.Year - back)
            .Where(year => IsWhole(year) && Evaluate(new(Measure.Result, Period.Year(year), address.Subject)) is { IsKnown: true } && _outcome.Holds(_nodes.NodeOf(address.Subject), new(GroupsWhere(l => l != StatementLine.BalanceSheet), null, null, null), Period.Year(year))),
    ];

    private static Period SameMonths(Period period, int year) => new(new(year, period.From.Number), new(year, period.To.Number));

    private bool IsWhole(int year) => _outcome.LastMonthIn(Period.Year(year)) is { Number: 12 };

    private bool HasOutcomeThrough(Period through) => _outcome.LastMonthIn(through) == through.To;

    /// <summary>The forecast given after just this month.</summary>
    private Figure GivenAfter(string subject, Period through)
    {
        var figure = Evaluate(new(Measure.ResultForecast, through, subject));
        var given = figure.IsKnown && State.Assessments.Any(a => a.Assessment.Forecast is not null && a.Assessment.Period.From.Year == through.From.Year && a.Assessment.Period.To == through.To
            && State.Organisation.IsWithin(a.Assessment.Subject, subject));
        return given ? figure : Unknown(figure.Address);
    }
}
