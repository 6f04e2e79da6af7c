using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Indicators;

/// <summary>One point of a series: what a value was at the end of its period.</summary>
public sealed record SeriesPoint(Period Period, decimal Value);

/// <summary>The straight line that lies closest to a series of values.</summary>
/// <remarks>Least squares: the line for which the sum of the squared distances to the values is smallest. Time is counted in years from the last month of the first
/// value to the last month of each. It says how the values have gone, not why, nor that they go on.</remarks>
/// <param name="First">The period of the first value.</param>
/// <param name="Count">How many values it rests on, at least <see cref="FewestValues"/>.</param>
/// <param name="Start">Height of the line at the first value, in the indicator's unit.</param>
/// <param name="PerYear">Change in a year along the line, in the indicator's unit; positive is upwards.</param>
/// <param name="Distance">Mean distance from the values to the line, in the indicator's unit, zero or above.</param>
public sealed record IndicatorTrend(Period First, Period Last, int Count, decimal Start, decimal PerYear, decimal Distance)
{
    /// <summary>Two values always lie on a line; with fewer than three it says nothing.</summary>
    public const int FewestValues = 3;

    /// <summary>The line through values of periods of the same length; nothing when they are too few.</summary>
    public static IndicatorTrend? Of(IReadOnlyList<SeriesPoint> values)
    {
        if (values.Count < FewestValues)
            return null;
        var ordered = values.OrderBy(v => v.Period.To).ToList();
        var first = ordered[0].Period;
        decimal n = ordered.Count;
        var points = ordered.Select(v => (X: (decimal)(v.Period.To.Index - first.To.Index), Y: v.Value)).ToList();
        var (meanX, meanY) = (points.Sum(p => p.X) / n, points.Sum(p => p.Y) / n);
        var spread = points.Sum(p => (p.X - meanX) * (p.X - meanX));
        if (spread == 0)
            return null;
        var perMonth = points.Sum(p => (p.X - meanX) * (p.Y - meanY)) / spread;
        var start = meanY - (perMonth * meanX);
        return new(first, ordered[^1].Period, ordered.Count, start, perMonth * 12, points.Sum(p => Math.Abs(p.Y - start - (perMonth * p.X))) / n);
    }

    /// <summary>The height of the line at the end of a month, before, within or after the values.</summary>
    public decimal At(Month month) => Start + (PerYear * (month.Index - First.To.Index) / 12);

    /// <summary>Whether the values go the better way: true for better, false for worse; nothing when they stand still or neither way is better.</summary>
    public bool? IsBetter(Polarity? polarity) => (polarity, PerYear) switch
    {
        (Polarity.HigherIsBetter, not 0) => PerYear > 0,
        (Polarity.LowerIsBetter, not 0) => PerYear < 0,
        _ => null,
    };
}
