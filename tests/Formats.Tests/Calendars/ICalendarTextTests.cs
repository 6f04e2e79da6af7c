using System.Text;
using CsCheck;

namespace Styrkedja.Formats.Calendars;

/// <summary>Days as iCalendar (RFC 5545): lines, folding and escapes that calendar programs rely on.</summary>
public class ICalendarTextTests
{
    private static readonly CalendarDay s_day = new("budget-proposal-2018@halland", new(2017, 10, 31), "Förslag till budget 2018", "Regionstyrelsen. Försenat.", ["Årshjul"], new("https://a.example/calendar?year=2017"), new(2018, 6, 20, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_day_is_an_event_of_a_whole_day() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Styrkedja//Styrkedja//SV
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        NAME:Halland
        X-WR-CALNAME:Halland
        BEGIN:VEVENT
        UID:budget-proposal-2018@halland
        DTSTAMP:20180620T120000Z
        DTSTART;VALUE=DATE:20171031
        DTEND;VALUE=DATE:20171101
        SUMMARY:Förslag till budget 2018
        DESCRIPTION:Regionstyrelsen. Försenat.
        CATEGORIES:Årshjul
        URL:https://a.example/calendar?year=2017
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"),
        ICalendarText.Write("Halland", [s_day]));

    [Theory]
    [InlineData("a, b; c\\d", @"SUMMARY:a\, b\; c\\d")]
    [InlineData("två\r\nrader", @"SUMMARY:två\nrader")]
    public void Commas_semicolons_backslashes_and_line_ends_are_escaped(string summary, string line) =>
        Assert.Contains(line + "\r\n", ICalendarText.Write("H", [s_day with { Summary = summary }]), StringComparison.Ordinal);

    [Fact]
    public void No_line_is_longer_than_75_octets_and_unfolded_it_is_what_was_written() =>
        Gen.String[Gen.Char["aå §€,\n"], 0, 400].Sample(summary =>
        {
            var text = ICalendarText.Write("H", [s_day with { Summary = summary }]);
            Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
            var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Single(l => l.StartsWith("SUMMARY:", StringComparison.Ordinal));
            Assert.Equal("SUMMARY:" + summary.Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal), unfolded);
        });
}
