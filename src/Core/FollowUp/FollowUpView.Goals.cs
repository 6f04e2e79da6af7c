using System.Collections.Concurrent;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Goals;
using Styrkedja.Indicators;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>How an indicator stands in a period: its value, the target, and the judgement that follows from the two.</summary>
/// <param name="Counted">Which telling the value was taken from, or why there is none.</param>
/// <param name="Batch">The batch that told the value; absent when it was computed or is unknown.</param>
/// <param name="Polarity">Which way is better, by the decision or by the table; absent when neither says.</param>
/// <param name="Reason">Why it cannot be judged; absent when it can.</param>
public sealed record IndicatorStanding(
    Decided<AdoptIndicator> Indicator,
    Decided<SetTarget>? Target,
    Figure Value,
    CountedValue Counted,
    KnownBatch? Batch,
    Polarity? Polarity,
    GoalFulfilment Fulfilment,
    NotJudgedReason? Reason);

/// <summary>How a goal stands in a period.</summary>
/// <param name="Computed">What follows from indicators and sub-goals by rule.</param>
/// <param name="Assessment">What the one responsible says; absent when nothing was said.</param>
/// <param name="SubGoals">The year's sub-goals that serve it, also those that stand under another goal.</param>
/// <param name="OwnGoals">Goals that bodies hold for themselves and that serve it.</param>
public sealed record GoalStanding(
    string Id,
    Figure Status,
    GoalFulfilment Computed,
    AssessmentEntry? Assessment,
    IReadOnlyList<IndicatorStanding> Indicators,
    IReadOnlyList<GoalStanding> SubGoals,
    IReadOnlyList<GoalStanding> OwnGoals)
{
    /// <summary>Everything that contributes to it by the rule, besides its own indicators.</summary>
    public IEnumerable<GoalStanding> Contributions => SubGoals.Concat(OwnGoals);

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
        var ownGoals = State.Goals.OwnGoalsOf(id).Select(g => Standing(g.Act.Id, period)).ToList();
        var computed = Computed([.. indicators.Select(i => i.Fulfilment), .. subGoals.Select(s => s.Fulfilment), .. ownGoals.Select(g => g.Fulfilment)]);
        var assessment = JudgedFor(period).GetValueOrDefault(id);
        var status = new Figure(
            new(Measure.GoalStatus, period, id),
            new FigureValue.Judgement(assessment?.Assessment.Fulfilment ?? computed),
            assessment?.Assessment.Illustrative ?? indicators.Exists(i => i.Value.Illustrative));
        return new(id, status, computed, assessment, indicators, subGoals, ownGoals);
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

    /// <summary>How one indicator stands at the end of a period, by the target of the period's year.</summary>
    /// <param name="place">A place beside the indicator's own, such as a municipality; it has no target, since none is decided for it.</param>
    public IndicatorStanding StandingOf(Decided<AdoptIndicator> indicator, Period period, string? place = null)
    {
        var act = indicator.Act;
        Decided<SetTarget>? target = null;
        if (place is null)
            State.Goals.Targets.TryGetValue((act.Id, period.From.Year), out target);
        var address = new FigureAddress(Measure.Indicator, period, act.Id, new(Place: place));
        var (value, counted, batch) = act.ComputedFrom is null || place is not null ? ToldValue(address, act) : ComputedValue(address, act);
        var polarity = PolarityOf(act);
        var outcome = IndicatorRule.Judge(target?.Act, polarity, counted);
        return new(indicator, target, value, counted, batch, polarity, outcome.Fulfilment, outcome.Reason);
    }

    /// <summary>The figure that a computed indicator is taken from; nothing when its values are observed.</summary>
    private Figure? IndicatorInput(AdoptIndicator indicator, Period period) =>
        indicator.ComputedFrom is { } word && Measures.TryParse(word, out var measure) ? Evaluate(new(measure, period, Subject.RegionId)) : null;

    private Figure EvaluateGoalFigure(FigureAddress address) => address.Measure switch
    {
        Measure.GoalStatus when State.Goals.InForce(address.Subject) is not null || State.Goals.SubGoals.Any(s => s.Act.Id == address.Subject) =>
            Standing(address.Subject, address.Period).Status,
        Measure.Indicator when State.Goals.Indicators.FirstOrDefault(i => i.Act.Id == address.Subject) is { } indicator => StandingOf(indicator, address.Period, address.Dimensions.Place).Value,
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

    private static GoalFulfilment Computed(IReadOnlyList<GoalFulfilment> parts)
    {
        if (parts.Count == 0 || parts.Any(p => p == GoalFulfilment.NotJudged))
            return GoalFulfilment.NotJudged;
        if (parts.All(p => p == GoalFulfilment.Fulfilled))
            return GoalFulfilment.Fulfilled;
        return parts.All(p => p == GoalFulfilment.NotFulfilled) ? GoalFulfilment.NotFulfilled : GoalFulfilment.Partly;
    }
}
