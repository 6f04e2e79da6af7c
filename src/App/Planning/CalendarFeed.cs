using Styrkedja.Duties;
using Styrkedja.Formats.Calendars;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Planning;

/// <summary>The duties and meetings of a region as a calendar to subscribe to. No one's name is in it, only bodies and offices.</summary>
public static class CalendarFeed
{
    /// <param name="root">Where the pages are served; absent when they are not, as on the command line.</param>
    /// <param name="changed">When the last entry known was recorded.</param>
    public static string Of(Texts.Texts t, RegionState state, Bilingual region, IEnumerable<int> years, Uri? root, DateTimeOffset changed)
    {
        var words = new DutyWords(t, state);
        var asked = years.Distinct().Order().ToList();
        var duties = asked.SelectMany(year => DutyCalendar.Of(state, year)).Select(d => new CalendarDay(
            $"{d.Id}@{Home(region)}",
            d.Due,
            words.Title(d),
            $"{words.Owner(d)}: {words.Status(d)}; {words.Ground(d)}.",
            [t["calendar.category-duty"]],
            At(root, DutyWords.Path(d)),
            changed));
        var meetings = state.Meetings.All.Where(m => asked.Contains(m.Day.Year)).Select(m => new CalendarDay(
            $"meeting-{m.Id}@{Home(region)}",
            m.Day,
            t["calendar.meeting", ("body", words.NameOf(m.Body))],
            t["calendar.agenda", ("count", m.Called.Act.Agenda.Count)],
            [t["calendar.category-meeting"]],
            At(root, "/meetings/" + Uri.EscapeDataString(m.Id)),
            changed));
        return ICalendarText.Write(t["calendar.name", ("region", t[region])], duties.Concat(meetings).OrderBy(d => d.Day).ThenBy(d => d.Uid, StringComparer.Ordinal));
    }

    private static Uri? At(Uri? root, string path) => root is null ? null : new Uri(root, path);

    /// <summary>The region's own name as the right-hand side of identifiers; the Swedish one, so that they are the same in every language.</summary>
    private static string Home(Bilingual region) => string.Concat(region.Sv.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')) + ".styrkedja";
}
