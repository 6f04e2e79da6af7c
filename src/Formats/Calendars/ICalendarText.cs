using System.Globalization;
using System.Text;

namespace Styrkedja.Formats.Calendars;

/// <summary>Something that stands on one day of a calendar.</summary>
/// <param name="Uid">The same for the same thing every time it is written, so that calendars replace it and do not double it.</param>
/// <param name="Changed">When what is told of it became known.</param>
/// <param name="Address">The page of it; absent when no address is known.</param>
public sealed record CalendarDay(string Uid, DateOnly Day, string Summary, string Description, IReadOnlyList<string> Categories, Uri? Address, DateTimeOffset Changed);

/// <summary>Writes days as an iCalendar object that calendar programs subscribe to.</summary>
/// <remarks>All-day events that take up no one's time. Rule: RFC 5545; the name of the whole by RFC 7986.</remarks>
public static class ICalendarText
{
    private const int OctetsOfLine = 75;

    public static string Write(string name, IEnumerable<CalendarDay> days)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Styrkedja//Styrkedja//SV");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, "NAME:" + Escaped(name));
        Line(text, "X-WR-CALNAME:" + Escaped(name));
        foreach (var day in days)
            Write(text, day);
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Write(StringBuilder text, CalendarDay day)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, "UID:" + Escaped(day.Uid));
        Line(text, "DTSTAMP:" + day.Changed.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line(text, "DTSTART;VALUE=DATE:" + Of(day.Day));
        if (day.Day < DateOnly.MaxValue)
            Line(text, "DTEND;VALUE=DATE:" + Of(day.Day.AddDays(1)));
        Line(text, "SUMMARY:" + Escaped(day.Summary));
        if (day.Description.Length > 0)
            Line(text, "DESCRIPTION:" + Escaped(day.Description));
        if (day.Categories.Count > 0)
            Line(text, "CATEGORIES:" + string.Join(',', day.Categories.Select(Escaped)));
        if (day.Address is not null)
            Line(text, "URL:" + day.Address.AbsoluteUri);
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Of(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\n", StringComparison.Ordinal);

    /// <summary>A content line, folded so that no line is longer than 75 octets and no letter is cut in two.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > OctetsOfLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
