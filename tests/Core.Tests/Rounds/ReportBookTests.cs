using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Region;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Rounds;

/// <summary>Which outline, text and edition of a report stands.</summary>
public class ReportBookTests
{
    private static readonly string s_hash = new('a', 64);

    [Fact]
    public void The_last_outline_decided_holds_from_its_first_year_and_leaves_earlier_years_alone()
    {
        var book = Book(Decision("1", "2015-01-14", Outline("A", 2015)), Decision("2", "2018-09-05", Outline("B", 2019)), Decision("3", "2018-10-05", Outline("C", 2018)));

        Assert.Equal([null, "A", "A", "C", "C"], new[] { 2014, 2015, 2017, 2018, 2019 }.Select(year => book.OutlineOf(RoundKind.AnnualReport, year)?.Act.Id));
        Assert.Null(book.OutlineOf(RoundKind.InterimReport, 2019));
        Assert.Equal("C", book.OutlineOf(new OpenRound("AR-2018", RoundKind.AnnualReport, Period.Year(2018), new("AR")))?.Act.Id);
    }

    [Fact]
    public void A_later_text_takes_the_place_of_an_earlier_one_which_is_kept()
    {
        var book = Book(
            Decision("1", "2018-02-07", Text("AR-2017", "events", "först")),
            Decision("2", "2018-03-07", Text("AR-2017", "events", "sist"), Text("AR-2017", "outlook", "framåt")),
            Decision("3", "2018-02-20", Text("AR-2017", "events", "daterad emellan"), Text("AR-2016", "events", "en annan")));

        Assert.Equal("sist", book.TextOf("AR-2017", "events")?.Act.Text.Sv);
        Assert.Equal(["först", "daterad emellan", "sist"], book.HistoryOf("AR-2017", "events").Select(t => t.Act.Text.Sv));
        Assert.Equal(["1", "3", "2"], book.HistoryOf("AR-2017", "events").Select(t => t.By.Id));
        Assert.Equal(["events sist", "outlook framåt"], book.TextsOf("AR-2017").OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key} {t.Value.Act.Text.Sv}"));
        Assert.Null(book.TextOf("AR-2017", "conditions"));
        Assert.Empty(book.HistoryOf("AR-2015", "events"));
    }

    [Fact]
    public void Editions_stand_in_order_and_the_highest_is_the_latest()
    {
        var book = Book(Decision("1", "2018-03-14", Edition("AR-2017", 1)), Decision("2", "2018-05-30", Edition("AR-2017", 2), Edition("AR-2016", 1)));

        Assert.Equal([1, 2], book.EditionsOf("AR-2017").Select(e => e.Act.Edition));
        Assert.Equal("2", book.LatestEdition("AR-2017")?.By.Id);
        Assert.Null(book.LatestEdition("AR-2015"));
    }

    [Fact]
    public void What_was_decided_after_the_day_counts_as_soon_as_it_is_known()
    {
        var entries = Of(Decision("1", "2018-02-07", Outline("A", 2017), Text("AR-2017", "events", "först")), Decision("2", "2018-03-07", Text("AR-2017", "events", "sist")));

        Assert.Equal("sist", StateOn("2017-12-31", entries).Reports.TextOf("AR-2017", "events")?.Act.Text.Sv);
        Assert.Equal("först", StateOn("2017-12-31", entries, 1).Reports.TextOf("AR-2017", "events")?.Act.Text.Sv);
        Assert.Equal((0L, 1L, 2L), (StateOn("2017-12-31", entries, 0).LastPosition, StateOn("2017-12-31", entries, 1).LastPosition, StateOn("2017-12-31", entries, 17).LastPosition));
    }

    [Fact]
    public void A_state_takes_the_book_from_an_earlier_one_only_when_nothing_of_reports_has_come_since()
    {
        var entries = Of(Decision("1", "2018-02-07", Text("AR-2017", "events", "först")), Decision("2", "2018-03-07", Body("DN-A")), Decision("3", "2018-03-08", Text("AR-2017", "events", "sist")));
        var earlier = StateOn("2018-12-31", entries, 1);
        var same = RegionState.Fold(entries, new(new(2018, 12, 31), 2), new("Regionen", "The region"), [earlier]);
        var later = RegionState.Fold(entries, new(new(2018, 12, 31), 3), new("Regionen", "The region"), [same, earlier]);

        Assert.Equal("först", same.Reports.TextOf("AR-2017", "events")?.Act.Text.Sv);
        Assert.Equal("sist", later.Reports.TextOf("AR-2017", "events")?.Act.Text.Sv);
    }

    [Fact]
    public void A_text_that_a_court_has_annulled_is_no_text()
    {
        var entries = Of(Decision("1", "2018-02-07", Text("AR-2017", "events", "först")), Decision("2", "2018-03-07", Text("AR-2017", "events", "sist")), Decision("3", "2018-06-07", new AnnulDecision("2", new("Rätten"), "1-18")));

        Assert.Equal("först", StateOn("2018-12-31", entries).Reports.TextOf("AR-2017", "events")?.Act.Text.Sv);
    }

    [Fact]
    public void Discharge_is_known_with_the_decision_that_granted_it()
    {
        var granted = Assert.Single(StateOn("2017-12-31", Of(Decision("RF-1", "2018-06-13", new GrantDischarge(2017, ["RS", "DN-A"])))).Discharges);

        Assert.Equal((2017, "RF-1"), (granted.Act.Year, granted.By.Id));
    }

    [Fact]
    public void The_round_a_year_before_is_of_the_same_kind_and_months()
    {
        var rounds = StateOn("2018-12-31", Of(Decision("RS-1", "2017-01-11", Round("UR2-2016", RoundKind.InterimReport, "2016-08"), Round("UR1-2016", RoundKind.FollowUpReport, "2016-08"), Round("DR-2017", RoundKind.InterimReport, "2017-08"), Round("DR-2017-06", RoundKind.InterimReport, "2017-06")))).RoundBook;

        Assert.Equal("UR2-2016", rounds.YearBefore(rounds.Find("DR-2017")!)?.Id);
        Assert.Null(rounds.YearBefore(rounds.Find("DR-2017-06")!));
        Assert.Null(rounds.YearBefore(rounds.Find("UR2-2016")!));
    }

    private static ReportBook Book(params Decision[] decisions) => ReportBook.Fold(Acts(decisions));

    private static SetReportOutline Outline(string id, int from) => new(id, RoundKind.AnnualReport, from, [new("events", new("Händelser"), [], "RS", 45)]);

    private static WriteReportText Text(string round, string section, string text) => new(round, section, new(text));

    private static FreezeReport Edition(string round, int edition) => new(round, edition, new(2017, 12, 31), 1, s_hash, edition == 1 ? null : new("Fel"));

    private static OpenRound Round(string id, RoundKind kind, string period)
    {
        Assert.True(Period.TryParse(period, out var months));
        return new(id, kind, months, new(id));
    }
}
