using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Goals;
using Styrkedja.Region;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Reports;

/// <summary>What a report still lacks: by law, of its texts, and of judgements.</summary>
public class ReportChecklistTests
{
    [Fact]
    public void Without_an_outline_everything_that_the_law_demands_is_missing()
    {
        var list = Checked("2018-12-31", new OpenRound("AR-2017", RoundKind.AnnualReport, Period.Year(2017), new("AR")));

        Assert.Null(list.Outline);
        Assert.Equal(list.Contents.Select(c => c.Content), list.Missing);
        Assert.NotEmpty(list.Missing);
        Assert.False(list.MayBeFrozen);
    }

    [Fact]
    public void Each_demand_tells_the_section_that_answers_it_and_the_law_of_the_year()
    {
        var list = Checked("2018-12-31", new OpenRound("AR-2017", RoundKind.AnnualReport, Period.Year(2017), new("AR")), Outline());

        Assert.Equal("räkenskaper", list.Contents.Single(c => c.Content.Id == "balance-sheet").Section?.Id);
        Assert.All(list.Contents, c => Assert.Equal("lagen (1997:614) om kommunal redovisning", c.Law.Law));
        Assert.DoesNotContain("events", list.Missing.Select(c => c.Id));
    }

    [Fact]
    public void A_text_not_written_is_told_with_its_writer_and_day_but_does_not_stand_in_the_way()
    {
        var list = Checked("2018-12-31", new OpenRound("M", RoundKind.Month, Period.Through(new Month(2017, 2)), new("M")), Outline() with { Kind = RoundKind.Month });

        Assert.Equal([("events", "RS", new DateOnly(2017, 4, 14)), ("outlook", "DN-A", null)], list.Unwritten.Select(t => (t.Section.Id, t.Writer, t.Due)));
        Assert.True(list.Texts[0].IsLate(new(2017, 4, 15)));
        Assert.False(list.Texts[0].IsLate(new(2017, 4, 14)));
        Assert.False(list.Texts[1].IsLate(new(2027, 4, 14)));
        Assert.True(list.MayBeFrozen);
        Assert.False(list.IsComplete);
    }

    [Fact]
    public void A_text_whose_figure_has_changed_keeps_the_report_from_being_complete()
    {
        Act[] acts = [new OpenRound("M", RoundKind.Month, Period.Through(new Month(2017, 2)), new("M")), Outline() with { Kind = RoundKind.Month }, new WriteReportText("M", "events", new("Snö.")), new WriteReportText("M", "outlook", new("Regn."))];

        Assert.True(Checked("2018-12-31", acts).IsComplete);
        var list = Checked("2018-12-31", acts, "outlook", "annat");
        Assert.Equal(["outlook"], list.Flagged.Select(t => t.Section.Id));
        Assert.False(list.IsComplete);
    }

    [Fact]
    public void A_sub_goal_without_a_judgement_stands_in_the_way_of_an_annual_report_also_when_the_round_asks_for_none()
    {
        Act[] acts = [new OpenRound("AR-2017", RoundKind.AnnualReport, Period.Year(2017), new("AR")), new AdoptSubGoal("D-A", 2017, "G", "DN-A", new("Köer")), new AdoptSubGoal("D-B", 2017, "G", "DN-A", new("Svar")), new AdoptSubGoal("D-C", 2018, "G", "DN-A", new("Nästa år"))];

        Assert.Equal(["D-A", "D-B"], Checked("2018-12-31", acts).Unjudged);
        Assert.Equal(["D-B"], Of([Says("B", "D-A", "2017", GoalFulfilment.NotJudged)], "2018-12-31", acts).Unjudged);
    }

    [Fact]
    public void A_monthly_report_needs_no_judgement() =>
        Assert.Empty(Checked("2018-12-31", new OpenRound("M", RoundKind.Month, Period.Through(new Month(2017, 2)), new("M")), new AdoptSubGoal("D-A", 2017, "G", "DN-A", new("Köer"))).Unjudged);

    private static SetReportOutline Outline() => new("A", RoundKind.AnnualReport, 2015,
    [
        new("events", new("Händelser"), [], "RS", 45),
        new("outlook", new("Framåt"), [], "DN-A", null),
        new("räkenskaper", new("Räkenskaper"), [ReportPart.IncomeStatement, ReportPart.BalanceSheet], null, null),
    ]);

    private static ReportChecklist Checked(string day, params Act[] acts) => Of([], day, acts);

    private static ReportChecklist Checked(string day, Act[] acts, params string[] flagged) => Of([], day, acts, flagged);

    private static ReportChecklist Of(Assessment[] said, string day, Act[] acts, params string[] flagged)
    {
        var state = StateOn(day, [.. Entries.Of(Decision("RS-1", "2017-01-10", acts)), .. said.Select((a, i) => new AssessmentEntry(i + 2, DateTimeOffset.UnixEpoch.AddYears(60), a))]);
        return ReportChecklist.Of(Assert.Single(state.RoundBook.All), state, flagged.ToHashSet(StringComparer.Ordinal));
    }
}
