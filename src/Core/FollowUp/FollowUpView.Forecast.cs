using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

public sealed partial class FollowUpView
{
    /// <summary>The year's forecast: the subject's own latest, or the sum of its parts' where some part has given one; a part that has given none is taken at budget.</summary>
    private Figure EvaluateForecast(FigureAddress address)
    {
        if (OwnForecast(address) is { } own)
            return Amount(address, own.Assessment.Forecast!.Value.Ore, own.Assessment.Illustrative);
        if (!Children(address.Subject).Any(child => HasForecast(address, child)))
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

    private bool HasForecast(FigureAddress address, Subject subject) =>
        OwnForecast(address with { Subject = subject.Id }) is not null || Children(subject.Id).Any(child => HasForecast(address, child));

    private AssessmentEntry? OwnForecast(FigureAddress address) =>
        State.Assessments
            .Where(a => a.Assessment.Forecast is not null && a.Assessment.Subject == address.Subject
                && a.Assessment.Period.From.Year == address.Period.From.Year && a.Assessment.Period.To <= address.Period.To)
            .OrderBy(a => a.Assessment.Period.To).ThenBy(a => a.Position)
            .LastOrDefault();
}
