using Styrkedja.Amounts;
using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Goals;

public class MeasureListTests
{
    private static readonly Decision s_decided = Decision("BESLUT", "2017-02-01", Measure(15));

    [Theory]
    [InlineData("2017-02-28", MeasureStatus.Planned)]
    [InlineData("2017-03-01", MeasureStatus.Ongoing)]
    [InlineData("2017-10-31", MeasureStatus.Ongoing)]
    [InlineData("2017-11-01", MeasureStatus.Late)]
    public void A_measure_is_planned_until_it_begins_and_late_the_day_after_its_last(string day, MeasureStatus status) =>
        Assert.Equal(status, List(s_decided).Find("M1")!.StatusOn(DateOnly.Parse(day)));

    [Theory]
    [InlineData(MeasureEnding.Done, MeasureStatus.Done, false)]
    [InlineData(MeasureEnding.Stopped, MeasureStatus.Stopped, true)]
    [InlineData(MeasureEnding.Replaced, MeasureStatus.Replaced, true)]
    public void It_is_followed_until_a_decision_ends_it(MeasureEnding how, MeasureStatus status, bool brokenOff)
    {
        var ended = List(s_decided, Decision("SLUT", "2017-12-01", new EndMeasure("M1", how, null))).Find("M1")!;

        Assert.Equal((status, false, brokenOff), (ended.StatusOn(new(2017, 12, 1)), ended.IsOpen, ended.IsBrokenOff));
        Assert.True(List(s_decided).Find("M1")!.IsOpen);
    }

    [Fact]
    public void A_later_decision_changes_what_it_is_to_give() => Assert.Equal(
        Money.Kronor(9),
        List(s_decided, Decision("ÄNDRAT", "2017-06-01", Measure(9))).Find("M1")!.ExpectedIn(2017));

    [Theory]
    [InlineData(2016, false)]
    [InlineData(2017, true)]
    [InlineData(2018, true)]
    [InlineData(2019, false)]
    public void One_that_nobody_ends_is_told_of_until_the_day_looked_at(int year, bool concerns) =>
        Assert.Equal(concerns, List(s_decided).Find("M1")!.Concerns(year, new(2018, 4, 1)));

    [Fact]
    public void One_that_has_ended_is_told_of_in_later_years_only_when_it_is_to_give_something_then()
    {
        var lasting = Measure(15) with { Effects = [new(2017, Money.Kronor(15)), new(2019, Money.Kronor(20))] };
        var ended = List(Decision("BESLUT", "2017-02-01", lasting), Decision("SLUT", "2017-12-01", new EndMeasure("M1", MeasureEnding.Done, null))).Find("M1")!;

        Assert.Equal([true, false, true], new[] { 2017, 2018, 2019 }.Select(year => ended.Concerns(year, new(2019, 12, 31))));
    }

    private static DecideMeasure Measure(long kronor) =>
        new("M1", "DN-A", "CHEF", new("Färre hyrläkare"), null, null, null, [new(2017, Money.Kronor(kronor))], Valid("2017-03-01..2017-10-31"));

    private static MeasureList List(params Decision[] decisions) => MeasureList.Fold(Acts(decisions));
}
