using System.Globalization;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;

namespace Styrkedja.Web.Words;

/// <summary>Days, months and periods as people say them.</summary>
public static class DateWords
{
    /// <summary>A whole year is its number, a month its name and year, a run of months both its ends.</summary>
    public static string Of(Texts t, Period period)
    {
        if (period == Period.Year(period.From.Year))
            return period.From.Year.ToString(CultureInfo.InvariantCulture);
        if (period.Months == 1)
            return Of(t, period.From);
        return period.From.Year == period.To.Year
            ? $"{Name(t, period.From)}–{Of(t, period.To)}"
            : $"{Of(t, period.From)} – {Of(t, period.To)}";
    }

    public static string Of(Texts t, Month month) => $"{Name(t, month)} {month.Year}";

    public static string Name(Texts t, Month month) => t[$"month.{month.Number}"];

    /// <summary>The first letters of a month, for narrow columns and charts.</summary>
    public static string Short(Texts t, Month month) => Name(t, month) is { Length: > 3 } name ? name[..3] : Name(t, month);

    /// <summary>The month as it stands in addresses: a year alone or its last month.</summary>
    public static string Query(Period period) =>
        period == Period.Year(period.From.Year) ? period.From.Year.ToString(CultureInfo.InvariantCulture) : period == Period.Through(period.To) ? period.To.ToString() : period.ToString();

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day; an uncertain one is told as lying between two, never as certain.</summary>
    public static string Of(Texts t, UncertainDate date) => date switch
    {
        { IsCertain: true } => Iso(date.Latest),
        _ when date.Earliest == date.Latest => t["date.about", ("day", Iso(date.Latest))],
        _ => t["date.between", ("earliest", Iso(date.Earliest)), ("latest", Iso(date.Latest))],
    };

    /// <summary>The same in a few letters, for chains and narrow columns: the year alone when no more is certain.</summary>
    public static string Short(Texts t, UncertainDate date)
    {
        if (date.IsCertain)
            return Iso(date.Latest);
        return date.Earliest.Year == date.Latest.Year ? t["date.sometime", ("year", date.Latest.Year)] : $"{date.Earliest.Year}–{date.Latest.Year}";
    }

    /// <summary>The days on which something is in force.</summary>
    public static string Of(Texts t, Validity valid)
    {
        if (valid == Validity.Always)
            return t["date.always"];
        return valid.To is { } to ? t["date.from-to", ("from", Iso(valid.From)), ("to", Iso(to))] : t["date.from", ("from", Iso(valid.From))];
    }
}
