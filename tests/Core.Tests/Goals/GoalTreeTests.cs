using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Goals;

public class GoalTreeTests
{
    private static readonly ActsInOrder s_acts = Acts(
        Decision("MB-2015", "2014-06-18", new AdoptVision("V1", new("Bästa livsplatsen"), Valid("2010-01-01..2016-12-31")), new AdoptStrategy("S", new("Strategi"), "V1", Valid("2015-01-01..")),
            new AdoptGoalArea("OMRÅDE", new("Område")), Goal("G01", "2015-01-01..2016-12-31"), Goal("G02")),
        Decision("MB-2017", "2016-06-30", new AdoptVision("V2", new("Halland"), Valid("2017-01-01..")), Goal("G03", "2017-01-01.."), Goal("G02", "2015-01-01.."),
            new AdoptSubGoal("D1", 2017, "G02", "DN-A", new("Delmål")), new AdoptSubGoal("D2", 2018, "G02", "DN-A", new("Delmål")),
            new AdoptIndicator("I1", "G02", new("Indikator"), "procent", Polarity.HigherIsBetter, null), new AdoptIndicator("I2", "D1", new("Indikator"), "procent", Polarity.LowerIsBetter, null),
            new SetTarget("I1", 2017, 80, 5), new SetTarget("I1", 2018, 85, 5)),
        Decision("ÄNDRING", "2017-02-01", new SetTarget("I1", 2017, 82, 2), new SetJudgementRule(2017, ["G02"], 75)));

    [Theory]
    [InlineData("2016-12-31", "V1", "G01 G02")]
    [InlineData("2017-01-01", "V2", "G02 G03")]
    public void Vision_and_goals_are_those_in_force_on_the_day(string day, string vision, string goals)
    {
        var tree = GoalTree.Fold(s_acts, DateOnly.Parse(day));
        Assert.Equal((vision, goals), (tree.Vision!.Act.Id, string.Join(' ', tree.Goals.Keys.Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void Sub_goals_belong_to_a_goal_and_a_year_and_indicators_to_either()
    {
        var tree = GoalTree.Fold(s_acts, new(2017, 12, 31));
        Assert.Equal("D1 | D2 | ", string.Join(" | ", new[] { 2017, 2018, 2019 }.Select(y => string.Join(' ', tree.SubGoalsOf("G02", y).Select(s => s.Act.Id)))));
        Assert.Equal("I1 | I2 | ", string.Join(" | ", new[] { "G02", "D1", "G03" }.Select(of => string.Join(' ', tree.IndicatorsOf(of).Select(i => i.Act.Id)))));
    }

    [Fact]
    public void A_later_decision_changes_a_target_and_a_goal_rests_on_the_last_that_named_it()
    {
        var tree = GoalTree.Fold(s_acts, new(2017, 12, 31));
        Assert.Equal((82, 2, "ÄNDRING"), (tree.Targets[("I1", 2017)].Act.Value, tree.Targets[("I1", 2017)].Act.Tolerance, tree.Targets[("I1", 2017)].By.Id));
        Assert.Equal(85, tree.Targets[("I1", 2018)].Act.Value);
        Assert.Equal("MB-2017", tree.Goals["G02"].By.Id);
        Assert.Equal(75, tree.JudgementRules[2017].Act.ActivityShare);
    }

    [Fact]
    public void A_goal_replaced_within_its_time_ends_on_the_day_the_other_begins_and_is_kept()
    {
        var acts = Acts(
            Decision("MB", "2016-06-30", Goal("G5", "2017-01-01.."), Goal("G6", "2017-01-01..")),
            Decision("HSS", "2017-05-10", Goal("G7", "2017-07-01..") with { Replaces = ["G5"] }));
        Assert.Equal("G5 G6 | G6 G7", string.Join(" | ", new[] { "2017-06-30", "2017-07-01" }.Select(day => string.Join(' ', GoalTree.Fold(acts, DateOnly.Parse(day)).Goals.Keys.Order(StringComparer.Ordinal)))));
        var tree = GoalTree.Fold(acts, new(2017, 7, 1));
        Assert.Equal(("MB", "G7"), (tree.Adopted["G5"].By.Id, tree.ReplacementsOf("G5").Single().Act.Id));
        Assert.Null(tree.InForce("G5"));
    }

    [Fact]
    public void A_bodys_own_goal_is_not_one_of_the_regions_and_a_sub_goal_may_serve_several()
    {
        var tree = GoalTree.Fold(
            Acts(Decision("MB", "2016-06-30", Goal("G1"), Goal("G2"), Goal("E1", "2017-01-01..2019-12-31") with { Serves = ["G1", "G2", "G1"] }, new AdoptSubGoal("D1", 2017, "G1", "DN-A", new("D1")) { Serves = ["G2", "E1"] })),
            new(2017, 12, 31));
        Assert.Equal(["G1", "G2"], tree.Goals.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("E1 | E1 | ", string.Join(" | ", new[] { "G1", "G2", "E1" }.Select(of => string.Join(' ', tree.OwnGoalsOf(of).Select(g => g.Act.Id)))));
        Assert.Equal("D1 | D1 | D1", string.Join(" | ", new[] { "G1", "G2", "E1" }.Select(of => string.Join(' ', tree.SubGoalsOf(of, 2017).Select(g => g.Act.Id)))));
    }

    [Fact]
    public void Own_goals_that_serve_each_other_bring_nobody_down()
    {
        var tree = GoalTree.Fold(Acts(Decision("MB", "2016-06-30", Goal("G1"), Goal("E1") with { Serves = ["E2", "G1"] }, Goal("E2") with { Serves = ["E1"] })), new(2017, 12, 31));
        Assert.Empty(tree.OwnGoalsOf("E1").Concat(tree.OwnGoalsOf("E2")).Concat(tree.OwnGoalsOf("G1")));
    }
}
