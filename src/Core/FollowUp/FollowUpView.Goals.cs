using System.Collections.Concurrent;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Goals;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>How an indicator stands in a period: its value, the target, and the judgement that follows from the two.</summary>
/// <param name="Observation">The observation the value was taken from; absent when it was computed or is unknown.</param>
public sealed record IndicatorStanding(Decided<AdoptIndicator> Indicator, Decided<SetTarget>? Target, Figure Value, KnownObservation? Observation, GoalFulfilment Fulfilment);

/// <summary>How a goal stands in a period.</summary>
/// <param name="Computed">What follows from indicators and sub-goals by rule.</param>
/// <param name="Assessment">What the one responsible says; absent when nothing was said.</param>
public sealed record GoalStanding(
    string Id,
    Figure Status,
    GoalFulfilment Computed,
    AssessmentEntry? Assessment,
    IReadOnlyList<IndicatorStanding> Indicators,
    IReadOnlyList<GoalStanding> SubGoals)
{
    /// <summary>The status that counts: the responsible body's own where it has spoken, otherwise the computed one.</summary>
    public GoalFulfilment Fulfilment => Assessment?.Assessment.Fulfilment ?? Computed;

    /// <summary>True when both exist and do not agree; the difference is shown.</summary>
    public bool Differs => Assessment is not null && Computed != GoalFulfilment.NotJudged && Assessment.Assessment.Fulfilment != Computed;
}

public sealed partial class FollowUpView
{
    private readonly ConcurrentDictionary<Period, IReadOnlyList<GoalStanding>> _goals = new();
    private readonly ConcurrentDictionary<Period, Dictionary<string, AssessmentEntry>> _judged = new();

    /// <summary>How each goal in force stands, in the order of their ids.</summary>
    public IReadOnlyList<GoalStanding> Goals(Period period) =>
        _goals.GetOrAdd(period, of => [.. State.Goals.Goals.Keys.Order(StringComparer.Ordinal).Select(id => Standing(id, of))]);

    /// <summary>How one goal or sub-goal stands.</summary>
    public GoalStanding Standing(string id, Period period)
    {
        var indicators = State.Goals.IndicatorsOf(id).Select(i => StandingOf(i, period)).ToList();
        var subGoals = State.Goals.SubGoalsOf(id, period.From.Year).Select(s => Standing(s.Act.Id, period)).ToList();
        var computed = Computed([.. indicators.Select(i => i.Fulfilment), .. subGoals.Select(s => s.Fulfilment)]);
        var assessment = JudgedFor(period).GetValueOrDefault(id);
        var status = new Figure(
            new(Measure.GoalStatus, period, id),
            new FigureValue.Judgement(assessment?.Assessment.Fulfilment ?? computed),
            assessment?.Assessment.Illustrative ?? indicators.Exists(i => i.Value.Illustrative));
        return new(id, status, computed, assessment, indicators, subGoals);
    }

    /// <summary>What was last said of each goal or sub-goal for a period.</summary>
    private Dictionary<string, AssessmentEntry> JudgedFor(Period period) => _judged.GetOrAdd(period, of =>
    {
        var judged = new Dictionary<string, AssessmentEntry>(StringComparer.Ordinal);
        foreach (var entry in State.Assessments)
        {
            if (entry.Assessment.Fulfilment is not null && entry.Assessment.Period == of)
                judged[entry.Assessment.Subject] = entry;
        }

        return judged;
    });

    public IndicatorStanding StandingOf(Decided<AdoptIndicator> indicator, Period period)
    {
        State.Goals.Targets.TryGetValue((indicator.Act.Id, period.From.Year), out var target);
        var address = new FigureAddress(Measure.Indicator, period, indicator.Act.Id);
        var observation = indicator.Act.ComputedFrom is null ? ObservedValue(address.ToString()) : null;
        var value = EvaluateIndicator(address, indicator.Act, observation);
        return new(indicator, target, value, observation, Judge(indicator.Act, target?.Act, value));
    }

    /// <summary>The figure that a computed indicator is taken from; nothing when its values are observed.</summary>
    private Figure? IndicatorInput(AdoptIndicator indicator, Period period) =>
        indicator.ComputedFrom is { } word && Measures.TryParse(word, out var measure) ? Evaluate(new(measure, period, Subject.RegionId)) : null;

    /// <summary>Whether the year's economy was sound: the financial goals all fulfilled, and enough of the others at least partly.</summary>
    /// <remarks>Rule: the judgement rule adopted with the budget; kommunallagen (2017:725) 11 kap. 1 and 6 §§.</remarks>
    private GoalFulfilment SoundFinancialManagement(Period period)
    {
        if (!State.Goals.JudgementRules.TryGetValue(period.From.Year, out var rule))
            return GoalFulfilment.NotJudged;
        var goals = Goals(period);
        var financial = goals.Where(g => rule.Act.FinancialGoals.Contains(g.Id)).ToList();
        var others = goals.Where(g => !rule.Act.FinancialGoals.Contains(g.Id)).ToList();
        if (financial.Count == 0 || financial.Count < rule.Act.FinancialGoals.Distinct().Count() || financial.Exists(g => g.Fulfilment == GoalFulfilment.NotJudged))
            return GoalFulfilment.NotJudged;
        var reached = others.Count(g => g.Fulfilment is GoalFulfilment.Fulfilled or GoalFulfilment.Partly);
        return financial.TrueForAll(g => g.Fulfilment == GoalFulfilment.Fulfilled) && reached * 100 >= rule.Act.ActivityShare * others.Count
            ? GoalFulfilment.Fulfilled
            : GoalFulfilment.NotFulfilled;
    }

    private Figure EvaluateGoalFigure(FigureAddress address) => address.Measure switch
    {
        Measure.GoalStatus when State.Goals.Goals.ContainsKey(address.Subject) || State.Goals.SubGoals.Any(s => s.Act.Id == address.Subject) =>
            Standing(address.Subject, address.Period).Status,
        Measure.Indicator when State.Goals.Indicators.FirstOrDefault(i => i.Act.Id == address.Subject) is { } indicator => StandingOf(indicator, address.Period).Value,
        Measure.SoundFinancialManagement => new(address, new FigureValue.Judgement(SoundFinancialManagement(address.Period)), Goals(address.Period).Any(g => g.Status.Illustrative)),
        Measure.GoalsTotal or Measure.GoalsFulfilled or Measure.GoalsPartly or Measure.GoalsNotFulfilled or Measure.GoalsNotJudged => EvaluateGoalCount(address),
        _ => Unknown(address),
    };

    private Figure EvaluateGoalCount(FigureAddress address)
    {
        var counted = CountedGoals(address);
        return new(address, new FigureValue.Count(counted.Count), address.Measure != Measure.GoalsTotal && counted.Exists(g => g.Status.Illustrative));
    }

    private List<GoalStanding> CountedGoals(FigureAddress address)
    {
        GoalFulfilment? wanted = address.Measure switch
        {
            Measure.GoalsFulfilled => GoalFulfilment.Fulfilled,
            Measure.GoalsPartly => GoalFulfilment.Partly,
            Measure.GoalsNotFulfilled => GoalFulfilment.NotFulfilled,
            Measure.GoalsNotJudged => GoalFulfilment.NotJudged,
            _ => null,
        };
        return [.. Goals(address.Period).Where(g => wanted is null || g.Fulfilment == wanted)];
    }

    private Figure EvaluateIndicator(FigureAddress address, AdoptIndicator indicator, KnownObservation? observation)
    {
        if (IndicatorInput(indicator, address.Period) is { IsKnown: true } input)
        {
            var value = input.Value is FigureValue.Number number ? number.Value : input.Money.Ore / 100_000_000m;
            return new(address, new FigureValue.Number(value, indicator.Unit), input.Illustrative);
        }

        return observation is null
            ? Unknown(address)
            : new(address, new FigureValue.Number(observation.Observation.Value, observation.Observation.Unit), observation.Observation.Illustrative);
    }

    private static GoalFulfilment Judge(AdoptIndicator indicator, SetTarget? target, Figure value)
    {
        if (target is null || value.Value is not FigureValue.Number { Value: var reached })
            return GoalFulfilment.NotJudged;
        var ahead = indicator.Polarity == Polarity.HigherIsBetter ? reached - target.Value : target.Value - reached;
        return ahead >= 0 ? GoalFulfilment.Fulfilled : ahead + target.Tolerance >= 0 ? GoalFulfilment.Partly : GoalFulfilment.NotFulfilled;
    }

    private static GoalFulfilment Computed(IReadOnlyList<GoalFulfilment> parts)
    {
        if (parts.Count == 0 || parts.Any(p => p == GoalFulfilment.NotJudged))
            return GoalFulfilment.NotJudged;
        if (parts.All(p => p == GoalFulfilment.Fulfilled))
            return GoalFulfilment.Fulfilled;
        return parts.All(p => p == GoalFulfilment.NotFulfilled) ? GoalFulfilment.NotFulfilled : GoalFulfilment.Partly;
    }
}
