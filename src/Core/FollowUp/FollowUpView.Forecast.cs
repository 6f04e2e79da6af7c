using System.Collections.Concurrent;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

public sealed partial class FollowUpView
{
    private readonly ConcurrentDictionary<(int Year, Month To), (Dictionary<string, AssessmentEntry> Latest, HashSet<string> Above)> _forecasts = new();

    /// <summary>The year's forecast: the subject's own latest, or the sum of its parts' where some part has given one; a part that has given none is taken at budget.</summary>
    private Figure EvaluateForecast(FigureAddress address)
    {
        if (OwnForecast(address) is { } own)
            return Amount(address, own.Assessment.Forecast!.Value.Ore, own.Assessment.Illustrative);
        if (!Children(address.Subject).Any(child => HasForecast(address, child)) || IsGroupWithoutBudget(address.Subject, address.Period))
            return Unknown(address);
        var parts = ForecastParts(address);
        return Amount(address, Money.Sum(parts.Select(p => p.Money)).Ore, parts.Any(p => p.Illustrative));
    }

    private List<Figure> ForecastParts(FigureAddress address)
    {
        var year = Period.Year(address.Period.From.Year);
        var parts = Children(address.Subject)
            .Where(child => HasForecast(address, child) || HoldsMoney(child.Id, year))
            .Select(child => HasForecast(address, child)
                ? Evaluate(address with { Subject = child.Id })
                : Evaluate(new(Measure.ResultBudget, year, child.Id)))
            .ToList();
        var own = Evaluate(new(Measure.ResultBudget, year, address.Subject, new(Own: true)));
        if (own.Money != Money.Zero)
            parts.Add(own);
        return parts;
    }

    private bool HasForecast(FigureAddress address, Subject subject) => ForecastsUpTo(address.Period).Above.Contains(subject.Id);

    private AssessmentEntry? OwnForecast(FigureAddress address) => ForecastsUpTo(address.Period).Latest.GetValueOrDefault(address.Subject);

    /// <summary>The forecasts of a year given by the end of a period: the latest of each subject, and everyone that some such subject stands under, itself included.</summary>
    private (Dictionary<string, AssessmentEntry> Latest, HashSet<string> Above) ForecastsUpTo(Period period) => _forecasts.GetOrAdd((period.From.Year, period.To), when =>
    {
        var latest = State.Assessments
            .Where(a => a.Assessment.Forecast is not null && a.Assessment.Period.From.Year == when.Year && a.Assessment.Period.To <= when.To)
            .GroupBy(a => a.Assessment.Subject, StringComparer.Ordinal)
            .ToDictionary(given => given.Key, given => given.OrderBy(a => a.Assessment.Period.To).ThenBy(a => a.Position).Last(), StringComparer.Ordinal);
        return (latest, latest.Keys.SelectMany(State.Organisation.PathUp).Select(subject => subject.Id).ToHashSet(StringComparer.Ordinal));
    });
}
