using Styrkedja.Decisions;
using Styrkedja.Duties;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Controls;

public class ControlBookTests
{
    private static readonly Decision s_plan = Decision("PLAN", "2016-12-07", Plan(ControlFrequency.HalfYearly));

    [Theory]
    [InlineData(1, RiskStep.Small)]
    [InlineData(3, RiskStep.Small)]
    [InlineData(4, RiskStep.Moderate)]
    [InlineData(8, RiskStep.Moderate)]
    [InlineData(9, RiskStep.Great)]
    [InlineData(16, RiskStep.Great)]
    public void A_weight_is_told_in_three_steps(int weight, RiskStep step) => Assert.Equal(step, ControlBook.StepOf(weight));

    [Theory]
    [InlineData(ControlFrequency.Yearly, 1)]
    [InlineData(ControlFrequency.HalfYearly, 2)]
    [InlineData(ControlFrequency.Quarterly, 4)]
    [InlineData(ControlFrequency.Monthly, 12)]
    public void A_control_lacks_results_until_it_has_been_made_as_often_as_planned(ControlFrequency frequency, int wanted)
    {
        var plan = Decision("PLAN", "2016-12-07", Plan(frequency));
        ControlMade Made(int times) => Of([plan, .. Enumerable.Range(1, times).Select(i => Found($"R{i}", $"2017-{i:00}-15", ControlFinding.InOrder))]).Controls[0];

        Assert.Equal(wanted, Made(0).Lacking);
        Assert.Equal((1, false), (Made(wanted - 1).Lacking, Made(wanted - 1).IsComplete));
        Assert.Equal((0, true), (Made(wanted).Lacking, Made(wanted).IsComplete));
    }

    [Fact]
    public void The_worst_that_was_found_is_what_stands()
    {
        var control = Of(s_plan, Found("R1", "2017-06-15", ControlFinding.Serious), Found("R2", "2017-11-15", ControlFinding.InOrder));

        Assert.Equal(ControlFinding.Serious, control.Controls[0].Worst);
        Assert.Null(Of(s_plan).Controls[0].Worst);
    }

    [Fact]
    public void A_committee_may_report_though_results_lack_and_they_are_named()
    {
        var control = Of(s_plan, Found("R1", "2017-06-15", ControlFinding.InOrder), Decision("RAPPORT", "2018-02-07", new ReportInternalControl("DN-A", 2017, ControlJudgement.ToImprove, new("I stort"))));

        Assert.Equal(["K1"], control.WithoutResult.Select(c => c.Planned.Id));
        Assert.False(control.IsLate(new(2018, 12, 31)));
    }

    [Theory]
    [InlineData("2018-02-28", false)]
    [InlineData("2018-03-01", true)]
    public void One_that_has_not_reported_is_late_the_day_after_it_was_to(string day, bool late) => Assert.Equal(late, Of(s_plan).IsLate(DateOnly.Parse(day)));

    [Fact]
    public void A_later_plan_replaces_the_whole_of_the_earlier_and_what_was_found_stays_with_controls_that_remain()
    {
        var later = Plan(ControlFrequency.Yearly) with { Controls = [Control("K1", ControlFrequency.Yearly), Control("K2", ControlFrequency.Yearly)] };
        var control = Of(s_plan, Found("R1", "2017-06-15", ControlFinding.Flaw), Decision("NY PLAN", "2017-09-01", later));

        Assert.Equal([("K1", 0), ("K2", 1)], control.Controls.Select(c => (c.Planned.Id, c.Lacking)));
    }

    [Fact]
    public void What_the_plan_sets_a_day_for_stands_in_the_calendar_until_it_is_done()
    {
        var body = Decision("ORG", "2014-12-01", Body("DN-A"));
        Decision[] done = [Found("R1", "2017-06-15", ControlFinding.InOrder), Found("R2", "2017-11-20", ControlFinding.InOrder)];
        IEnumerable<string> Duties(params Decision[] decisions) => DutyCalendar.Of(StateOn("2018-12-31", Of2([body, s_plan, .. decisions])), 2017).Concat(DutyCalendar.Of(StateOn("2018-12-31", Of2([body, s_plan, .. decisions])), 2018))
            .Where(d => d.Kind is DutyKind.ControlResult or DutyKind.ControlReport or DutyKind.ControlSummary).Select(d => $"{d.Due:yyyy-MM-dd} {d.Id} by {d.Owner}: {d.DoneBy?.Id}");

        Assert.Equal(["2017-11-30 control-result-DN-A-2017-K1 by CHEF: ", "2018-02-28 control-report-DN-A-2017 by DN-A: ", "2018-03-31 control-summary-2017 by RS: "], Duties());
        Assert.Equal(
            ["2017-11-30 control-result-DN-A-2017-K1 by CHEF: R2", "2018-02-28 control-report-DN-A-2017 by DN-A: RAPPORT", "2018-03-31 control-summary-2017 by RS: SAMLAT"],
            Duties([.. done, Decision("RAPPORT", "2018-02-07", new ReportInternalControl("DN-A", 2017, ControlJudgement.Sufficient, new("Bra"))), Decision("SAMLAT", "2018-03-21", new SummariseInternalControl(2017, ControlJudgement.Sufficient, new("Bra")))]));

        static IReadOnlyList<Styrkedja.Region.Entry> Of2(Decision[] decisions) => Styrkedja.Region.Entries.Of(decisions);
    }

    private static AdoptControlPlan Plan(ControlFrequency frequency) =>
        new("DN-A", 2017, [new("R1", new("Fel lön betalas ut"), "CHEF", 3, 4)], [Control("K1", frequency)], new(2018, 2, 28), new(2018, 3, 31));

    private static PlannedControl Control(string id, ControlFrequency frequency) => new(id, "R1", new("Stickprov"), frequency, "CHEF", new(2017, 11, 30));

    private static Decision Found(string id, string day, ControlFinding found) => Decision(id, day, new ReportControl("DN-A", 2017, "K1", DateOnly.Parse(day), found, new("Sett"), null, null));

    private static InternalControl Of(params Decision[] decisions) => ControlBook.Fold(Acts(decisions)).Find("DN-A", 2017)!;
}
