using System.Text.Json.Nodes;
using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

public sealed class CalendarCommandTests
{
    [Fact]
    public void A_year_as_text_names_what_is_late_and_what_did_the_rest()
    {
        var text = CommandLine.Run("calendar", "2017", "--lang", "sv", "--data", BuiltRegion.Folder).Out;

        Assert.Contains("2017-04-15  Årsredovisning 2016 till fullmäktige och revisorerna\n            Regionstyrelsen: gjort 2017-04-12 av RS;", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("2017-11-30  Fullmäktige antar budget 2018\n            Regionfullmäktige: försenat;", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_decides_what_is_late_and_the_moment_what_is_known()
    {
        Assert.Equal("dueSoon", Status("budget-adoption-2018", "--as-of", "2017-11-15"));
        Assert.Equal("ahead", Status("budget-adoption-2018", "--as-of", "2017-06-15"));
        Assert.Equal("done", Status("interim-report-2017"));
        Assert.Equal("late", Status("interim-report-2017", "--known-at", "2017-10-01"));
    }

    [Fact]
    public void The_feed_is_an_iCalendar_object_with_a_uid_for_every_duty_and_meeting()
    {
        var lines = CommandLine.Run("calendar", "2017", "--format", "ics", "--data", BuiltRegion.Folder).Out.Split("\r\n");

        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        var uids = lines.Where(l => l.StartsWith("UID:", StringComparison.Ordinal)).ToList();
        Assert.Contains("UID:budget-adoption-2018@region-halland.styrkedja", uids);
        Assert.Contains("UID:meeting-RS-2017-08-30@region-halland.styrkedja", uids);
        Assert.Equal(uids.Count, uids.Distinct().Count());
    }

    [Theory]
    [InlineData("17")]
    [InlineData("snart")]
    public void What_is_no_year_is_wrong_usage(string year) => Assert.Equal(2, CommandLine.Run("calendar", year, "--data", BuiltRegion.Folder).Exit);

    private static string Status(string duty, params string[] more) =>
        (string)JsonNode.Parse(CommandLine.Run(["calendar", "2017", "--format", "json", "--data", BuiltRegion.Folder, .. more]).Out)!["duties"]!.AsArray().Single(d => (string)d!["id"]! == duty)!["status"]!;
}
