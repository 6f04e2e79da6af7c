using System.Collections.Concurrent;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Goals;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>One explained part of a deviation, and who said it.</summary>
public sealed record DeviationPart(ExplainedDeviation Explained, AssessmentEntry By);

public sealed partial class FollowUpView
{
    private readonly ConcurrentDictionary<(int Year, Month To), Dictionary<string, AssessmentEntry>> _explained = new();

    /// <summary>The parts of a subject's deviation that are explained by the end of a period: its own, or when it has said nothing those of all who stand under it.</summary>
    public IReadOnlyList<DeviationPart> CausesOf(string subject, Period period) => ExplainedUpTo(period).TryGetValue(subject, out var own)
        ? [.. own.Assessment.Explained.Select(part => new DeviationPart(part, own))]
        : [.. Children(subject).SelectMany(child => CausesOf(child.Id, period))];

    private Figure EvaluateExplained(FigureAddress address)
    {
        if (address.Dimensions != Dimensions.None || address.Period.From.Number != 1)
            return Unknown(address);
        if (ExplainedUpTo(Known(address.Period)).TryGetValue(address.Subject, out var own))
            return Amount(address, Money.Sum(own.Assessment.Explained.Select(part => part.Amount)).Ore, own.Assessment.Illustrative);
        var parts = ExplainedParts(address);
        return parts.Count == 0 ? Unknown(address) : Amount(address, Money.Sum(parts.Select(p => p.Money)).Ore, parts.Exists(p => p.Illustrative));
    }

    private Figure EvaluateUnexplained(FigureAddress address)
    {
        var (deviation, explained) = (Deviation(address), Explained(address));
        return deviation.IsKnown && explained.IsKnown ? Amount(address, (deviation.Money - explained.Money).Ore, deviation.Illustrative || explained.Illustrative) : Unknown(address);
    }

    private Explanation ExplainExplained(Figure figure, IReadOnlyList<PublishedValue> published) =>
        ExplainedUpTo(Known(figure.Address.Period)).TryGetValue(figure.Address.Subject, out var own)
            ? new(figure, FigureRule.Assessed, null, [], [], [], [], [], [own], published)
            : new(figure, FigureRule.Sum, Breakdown.Subject, ExplainedParts(figure.Address), [], [], [], [], [], published);

    private List<Figure> ExplainedParts(FigureAddress address) => [.. Children(address.Subject).Select(child => Evaluate(address with { Subject = child.Id })).Where(part => part.IsKnown)];

    private Figure Deviation(FigureAddress address) => Evaluate(address with { Measure = Measure.ResultDeviation });

    private Figure Explained(FigureAddress address) => Evaluate(address with { Measure = Measure.ExplainedDeviation });

    /// <summary>Each subject's latest explanation in the year, given by the end of a period.</summary>
    private Dictionary<string, AssessmentEntry> ExplainedUpTo(Period period) => _explained.GetOrAdd((period.From.Year, period.To), when => State.Assessments
        .Where(a => a.Assessment.Explained.Count > 0 && a.Assessment.Period.From.Year == when.Year && a.Assessment.Period.To <= when.To)
        .GroupBy(a => a.Assessment.Subject, StringComparer.Ordinal)
        .ToDictionary(given => given.Key, given => given.OrderBy(a => a.Assessment.Period.To).ThenBy(a => a.Position).Last(), StringComparer.Ordinal));
}
