using System.Globalization;

namespace Styrkedja.Calendar;

/// <summary>A run of whole months, first and last included.</summary>
/// <remarks>Text form 2017-01..2017-11. Follow-up counts from January, so 2017-11 asked for alone means January to November.</remarks>
/// <exception cref="ArgumentException">The last month lies before the first.</exception>
public readonly record struct Period
{
    public Period(Month from, Month to)
    {
        if (to < from)
            throw new ArgumentException("The last month lies before the first.", nameof(to));
        From = from;
        To = to;
    }

    public Month From { get; }

    public Month To { get; }

    public int Months => To.Index - From.Index + 1;

    public static Period Year(int year) => new(new Month(year, 1), new Month(year, 12));

    /// <summary>January to the month given, the period that a month's follow-up covers.</summary>
    public static Period Through(Month month) => new(new Month(month.Year, 1), month);

    public bool Holds(Month month) => month >= From && month <= To;

    public IEnumerable<Month> EachMonth()
    {
        for (var month = From; month <= To; month = month.Plus(1))
            yield return month;
    }

    /// <summary>Reads what people write: 2017 (the year), 2017-11 (January to November) or 2017-04..2017-06 (just these).</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text is null)
            return false;
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0)
        {
            period = Year(year);
            return true;
        }

        if (Month.TryParse(text, out var through))
        {
            period = Through(through);
            return true;
        }

        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || !Month.TryParse(text[..dots], out var from) || !Month.TryParse(text[(dots + 2)..], out var to) || to < from)
            return false;
        period = new Period(from, to);
        return true;
    }

    public override string ToString() => $"{From}..{To}";
}
