using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Goals;

namespace Styrkedja.Indicators;

/// <summary>Why an indicator cannot be judged.</summary>
public enum NotJudgedReason
{
    /// <summary>No target is set for the year.</summary>
    NoTarget,

    /// <summary>Neither operator nor polarity says which way is better.</summary>
    NoDirection,

    /// <summary>No value has ever been told up to the end of the period.</summary>
    NoValue,

    /// <summary>The source has told that it has none.</summary>
    Missing,

    /// <summary>The source keeps the value to itself.</summary>
    Suppressed,

    /// <summary>The source has taken back the value.</summary>
    Withdrawn,

    /// <summary>The last value is older than frequency and lag allow.</summary>
    TooOld,
}

/// <summary>The value of an indicator that counts at the end of a period, or why none does.</summary>
/// <param name="Number">In the indicator's unit; absent when none counts.</param>
/// <param name="Telling">The telling that counts or, where none does, the one that says why; absent for what is reckoned from the ledger and where nothing is told.</param>
/// <param name="Reason">Absent exactly when there is a value that counts.</param>
public sealed record CountedValue(decimal? Number, KnownIndicatorValue? Telling, NotJudgedReason? Reason)
{
    public static readonly CountedValue None = new(null, null, NotJudgedReason.NoValue);
}

/// <summary>What follows from an indicator's value and target, and why when nothing does.</summary>
public sealed record IndicatorOutcome(GoalFulfilment Fulfilment, NotJudgedReason? Reason);

/// <summary>How a status follows from value and target: which value counts, and when a target is reached.</summary>
/// <remarks>Rule: our own choice, DECISIONS 2026-11-27.</remarks>
public static class IndicatorRule
{
    /// <summary>The value that counts at the end of a period: the latest telling of the latest months that are not too old.</summary>
    /// <remarks>A value that the source lacks is passed over for an earlier one that is still fresh; one suppressed or withdrawn is not, since it would then be
    /// told by what stands beside it.</remarks>
    /// <param name="tellings">Every telling of one source, code, place, sex and part, in the order told.</param>
    public static CountedValue Counted(AdoptIndicator indicator, IEnumerable<KnownIndicatorValue> tellings, Period period)
    {
        var latest = Latest(tellings).Where(v => v.Value.Key.Period.To <= period.To).OrderByDescending(v => v.Value.Key.Period.To).ThenBy(v => v.Value.Key.Period.Months).ToList();
        var fresh = latest.Where(v => IsFresh(indicator, v.Value.Key.Period, period)).ToList();
        if (fresh.Find(v => v.Value.Status != ValueStatus.Missing) is { } counts)
        {
            return counts.Value.Status switch
            {
                ValueStatus.Suppressed => new(null, counts, NotJudgedReason.Suppressed),
                ValueStatus.Withdrawn => new(null, counts, NotJudgedReason.Withdrawn),
                _ => new(counts.Value.Value, counts, null),
            };
        }

        if (fresh.Count > 0)
            return new(null, fresh[0], NotJudgedReason.Missing);
        return indicator.Frequency is not null && latest.Find(v => v.Value.Status == ValueStatus.Told) is { } old ? new(null, old, NotJudgedReason.TooOld) : CountedValue.None;
    }

    /// <summary>Compares a value with its target.</summary>
    /// <param name="polarity">Which way is better, by the act or by the table; asked only when the target has no operator.</param>
    /// <remarks>At least and at most: reached on the value itself, partly within the tolerance. Within: reached up to the tolerance on either side, and never partly.</remarks>
    public static IndicatorOutcome Judge(SetTarget? target, Polarity? polarity, CountedValue value)
    {
        if (value.Number is not { } number)
            return new(GoalFulfilment.NotJudged, value.Reason);
        if (target is null)
            return new(GoalFulfilment.NotJudged, NotJudgedReason.NoTarget);
        return OperatorOf(target, polarity) is { } when ? new(Reached(target, when, number), null) : new(GoalFulfilment.NotJudged, NotJudgedReason.NoDirection);
    }

    /// <summary>When the target is reached: as the target says, else by polarity; nothing for one that is neutral or unknown.</summary>
    public static TargetOperator? OperatorOf(SetTarget target, Polarity? polarity) => target.Operator ?? polarity switch
    {
        Polarity.HigherIsBetter => TargetOperator.AtLeast,
        Polarity.LowerIsBetter => TargetOperator.AtMost,
        _ => null,
    };

    /// <summary>The latest telling of each period, in the order of first telling.</summary>
    public static IEnumerable<KnownIndicatorValue> Latest(IEnumerable<KnownIndicatorValue> tellings) =>
        tellings.GroupBy(t => t.Value.Key.Period).Select(of => of.OrderBy(t => t.Position).Last());

    /// <summary>True when a value is no older at the end of the months asked about than the newest one can be expected to be.</summary>
    /// <remarks>Unit: months. With frequency f and lag l the newest value that can be told ended less than f + l months before. Without a frequency a value counts
    /// for its own period only.</remarks>
    public static bool IsFresh(AdoptIndicator indicator, Period value, Period asked) =>
        indicator.Frequency is { } frequency ? asked.To.Index - value.To.Index < MonthsOf(frequency) + indicator.Lag : value == asked;

    /// <summary>Months from one value to the next.</summary>
    public static int MonthsOf(IndicatorFrequency frequency) => frequency switch
    {
        IndicatorFrequency.Month => 1,
        IndicatorFrequency.Quarter => 3,
        IndicatorFrequency.HalfYear => 6,
        _ => 12,
    };

    private static GoalFulfilment Reached(SetTarget target, TargetOperator when, decimal value)
    {
        if (when == TargetOperator.Within)
            return Math.Abs(value - target.Value) <= target.Tolerance ? GoalFulfilment.Fulfilled : GoalFulfilment.NotFulfilled;
        var ahead = when == TargetOperator.AtLeast ? value - target.Value : target.Value - value;
        return ahead >= 0 ? GoalFulfilment.Fulfilled : ahead + target.Tolerance >= 0 ? GoalFulfilment.Partly : GoalFulfilment.NotFulfilled;
    }
}
