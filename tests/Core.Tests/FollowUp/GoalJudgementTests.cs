using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Goals;
using Styrkedja.Region;
using static Styrkedja.Region.Entries;

namespace Styrkedja.FollowUp;

/// <summary>How indicators, goals and the joint judgement come out: the case that holds and the case just beside.</summary>
public class GoalJudgementTests
{
    private static readonly Period s_year = Period.Year(2017);

    [Theory]
    [InlineData(Polarity.HigherIsBetter, "80", "80.1", GoalFulfilment.Fulfilled)]
    [InlineData(Polarity.HigherIsBetter, "80", "80", GoalFulfilment.Fulfilled)]
    [InlineData(Polarity.HigherIsBetter, "80", "79.9", GoalFulfilment.Partly)]
    [InlineData(Polarity.HigherIsBetter, "80", "75", GoalFulfilment.Partly)]
    [InlineData(Polarity.HigherIsBetter, "80", "74.9", GoalFulfilment.NotFulfilled)]
    [InlineData(Polarity.LowerIsBetter, "80", "80", GoalFulfilment.Fulfilled)]
    [InlineData(Polarity.LowerIsBetter, "80", "80.1", GoalFulfilment.Partly)]
    [InlineData(Polarity.LowerIsBetter, "80", "85", GoalFulfilment.Partly)]
    [InlineData(Polarity.LowerIsBetter, "80", "85.1", GoalFulfilment.NotFulfilled)]
    [InlineData(Polarity.LowerIsBetter, "-3", "-2", GoalFulfilment.Partly)]
    public void An_indicator_is_judged_by_target_tolerance_and_which_way_is_better(Polarity polarity, string target, string value, GoalFulfilment fulfilment)
    {
        var view = View([Indicator("I1", "G1", polarity), new SetTarget("I1", 2017, Number(target), 5)], [("I1", value)]);
        Assert.Equal(fulfilment, view.Standing("G1", s_year).Indicators.Single().Fulfilment);
        Assert.Equal(fulfilment, view.Standing("G1", s_year).Fulfilment);
    }

    [Fact]
    public void An_indicator_without_value_or_target_or_with_a_value_of_another_period_cannot_be_judged()
    {
        Act[] acts = [Indicator("I1", "G1"), Indicator("I2", "G1"), new SetTarget("I1", 2017, 80, 0), new SetTarget("I2", 2016, 80, 0)];
        var standings = View(acts, [("I2", "99")]).Standing("G1", s_year).Indicators;
        Assert.Equal([GoalFulfilment.NotJudged, GoalFulfilment.NotJudged], standings.Select(i => i.Fulfilment));
        Assert.False(standings[0].Value.IsKnown);
        Assert.True(standings[1].Value.IsKnown);
        var interim = View(acts, [("I1", "99")]).Standing("G1", new(new(2017, 1), new(2017, 8))).Indicators;
        Assert.False(interim[0].Value.IsKnown);
    }

    [Theory]
    [InlineData("90 90", GoalFulfilment.Fulfilled)]
    [InlineData("90 77", GoalFulfilment.Partly)]
    [InlineData("77 77", GoalFulfilment.Partly)]
    [InlineData("90 10", GoalFulfilment.Partly)]
    [InlineData("10 10", GoalFulfilment.NotFulfilled)]
    [InlineData("90 ?", GoalFulfilment.NotJudged)]
    [InlineData("? ?", GoalFulfilment.NotJudged)]
    public void A_goal_is_fulfilled_when_all_of_it_is_and_partly_when_some_of_it_is(string values, GoalFulfilment goal)
    {
        var view = View(
            [
                Indicator("I1", "G1"), new AdoptSubGoal("D1", 2017, "G1", "DN-A", new("Delmål")), Indicator("I2", "D1"),
                new SetTarget("I1", 2017, 80, 5), new SetTarget("I2", 2017, 80, 5),
            ],
            [.. values.Split(' ').Select((v, i) => ($"I{i + 1}", v)).Where(v => v.v != "?")]);
        Assert.Equal(goal, view.Standing("G1", s_year).Computed);
    }

    [Fact]
    public void The_owners_own_judgement_counts_and_the_difference_is_told()
    {
        var view = View([Indicator("I1", "G1"), new SetTarget("I1", 2017, 80, 5)], [("I1", "90")], Says("B1", "G1", "2017", GoalFulfilment.NotFulfilled), Says("B2", "G1", "2017", GoalFulfilment.Partly), Says("B3", "G1", "2017-08", GoalFulfilment.Fulfilled));
        var standing = view.Standing("G1", s_year);
        Assert.Equal((GoalFulfilment.Partly, GoalFulfilment.Fulfilled, true, "B2"), (standing.Fulfilment, standing.Computed, standing.Differs, standing.Assessment!.Assessment.Id));
        Assert.False(view.Standing("G2", s_year).Differs);
        Assert.Equal(GoalFulfilment.NotJudged, view.Standing("G2", s_year).Fulfilment);
    }

    [Fact]
    public void Goals_are_counted_by_outcome_and_add_up()
    {
        var view = View([], [], Says("B1", "G1", "2017", GoalFulfilment.Fulfilled), Says("B2", "G2", "2017", GoalFulfilment.Partly), Says("B3", "G3", "2017", GoalFulfilment.Partly), Says("B4", "G4", "2017", GoalFulfilment.NotFulfilled));
        Assert.Equal("5 1 2 1 1", string.Join(' ', new[] { Measure.GoalsTotal, Measure.GoalsFulfilled, Measure.GoalsPartly, Measure.GoalsNotFulfilled, Measure.GoalsNotJudged }
            .Select(m => FigureTable.Shown(view.Evaluate(new(m, s_year, "REGION"))))));
        var summary = view.FollowUp(s_year);
        Assert.Equal(5, summary.Goals.Count);
        Assert.Equal(GoalFulfilment.NotJudged, summary.Judgement);
    }

    /// <summary>F is the financial goal, A to D the others; three of four others must be at least partly fulfilled.</summary>
    [Theory]
    [InlineData("F+ A+ B+ C~ D-", GoalFulfilment.Fulfilled)]
    [InlineData("F+ A+ B~ C- D-", GoalFulfilment.NotFulfilled)]
    [InlineData("F~ A+ B+ C+ D+", GoalFulfilment.NotFulfilled)]
    [InlineData("F- A+ B+ C+ D+", GoalFulfilment.NotFulfilled)]
    [InlineData("F+ A+ B+ C+ D?", GoalFulfilment.Fulfilled)]
    [InlineData("F+ A+ B+ C? D?", GoalFulfilment.NotFulfilled)]
    [InlineData("F? A+ B+ C+ D+", GoalFulfilment.NotJudged)]
    [InlineData("F+ A+ B+ C+ D+ KVAR", GoalFulfilment.NotJudged)]
    public void The_economy_is_sound_when_the_financial_goals_are_fulfilled_and_enough_of_the_others_reached(string goals, GoalFulfilment judgement)
    {
        var words = goals.Split(' ');
        string[] financial = words.Contains("KVAR") ? ["F", "HAR-UPPHÖRT"] : ["F"];
        var view = View(
            [Goal("F"), Goal("A"), Goal("B"), Goal("C"), Goal("D"), Goal("HAR-UPPHÖRT", "2015-01-01..2016-12-31"), new SetJudgementRule(2017, financial, 75)],
            [],
            [.. words.Where(w => w.Length == 2 && w[1] != '?').Select(w => Says("B" + w[0], w[..1], "2017", w[1] switch { '+' => GoalFulfilment.Fulfilled, '~' => GoalFulfilment.Partly, _ => GoalFulfilment.NotFulfilled }))],
            standard: false);
        Assert.Equal($"{judgement}", FigureTable.Shown(view.Evaluate(new(Measure.SoundFinancialManagement, s_year, "REGION"))));
        Assert.Equal($"{GoalFulfilment.NotJudged}", FigureTable.Shown(view.Evaluate(new(Measure.SoundFinancialManagement, Period.Year(2018), "REGION"))));
    }

    /// <summary>A is fulfilled, B partly and C cannot be judged; F, the financial goal, is fulfilled.</summary>
    [Theory]
    [InlineData(null, null, "", 2, 3)]
    [InlineData(JudgementWeight.Half, null, "", 1.5, 3)]
    [InlineData(JudgementWeight.None, JudgementWeight.LeftOut, "", 1, 2)]
    [InlineData(JudgementWeight.LeftOut, JudgementWeight.LeftOut, "", 1, 1)]
    [InlineData(JudgementWeight.Half, null, "B C", 0.5, 2)]
    public void The_regions_own_rule_says_what_counts_and_how_much(JudgementWeight? partly, JudgementWeight? notJudged, string counts, double reached, int of)
    {
        var rule = new SetJudgementRule(2017, ["F"], 75) { Partly = partly, NotJudged = notJudged, ActivityGoals = counts.Split(' ', StringSplitOptions.RemoveEmptyEntries) };
        var judgement = View([Goal("F"), Goal("A"), Goal("B"), Goal("C"), rule], [], [Says("B1", "F", "2017", GoalFulfilment.Fulfilled), Says("B2", "A", "2017", GoalFulfilment.Fulfilled), Says("B3", "B", "2017", GoalFulfilment.Partly)], standard: false).JudgementOf(s_year)!;
        Assert.Equal(((decimal)reached, of), (judgement.Reached, judgement.Counted));
        Assert.Equal(reached * 100 >= 75 * of ? GoalFulfilment.Fulfilled : GoalFulfilment.NotFulfilled, judgement.Proposed);
        Assert.Null(judgement.Decision);
    }

    [Fact]
    public void The_decided_judgement_stands_beside_the_one_that_follows_from_the_rule()
    {
        Act[] acts = [Goal("F"), new SetJudgementRule(2017, ["F"], 75), new OpenRound("AR", RoundKind.AnnualReport, s_year, new("Årsredovisning")), new ApproveReport("AR") { SoundManagement = ManagementJudgement.NotFulfilled }];
        var view = View(acts, [], [Says("B1", "F", "2017", GoalFulfilment.Fulfilled)], standard: false);
        var judgement = view.JudgementOf(s_year)!;
        Assert.Equal((GoalFulfilment.Fulfilled, GoalFulfilment.NotFulfilled, true), (judgement.Proposed, judgement.Decision, judgement.Differs));
        Assert.Null(view.JudgementOf(Period.Year(2018)));
    }

    [Theory]
    [InlineData(-1, GoalFulfilment.Partly)]
    [InlineData(0, GoalFulfilment.Fulfilled)]
    public void An_indicator_can_be_computed_from_the_ledger(int spareKronor, GoalFulfilment fulfilment)
    {
        var view = ReadableRegion.Of(
            $"DN-A / A1 / cc 100\n2017-03 cc 100 account 8010 {-17_000_000 - spareKronor} kr",
            Goal("G1"), new AdoptIndicator("R", "G1", new("Resultat"), "mnkr", Polarity.HigherIsBetter, "result"), new SetTarget("R", 2017, 17, 1)).View();
        Assert.Equal(fulfilment, view.Standing("G1", s_year).Computed);
        Assert.Equal(["result/2017-01..2017-12/REGION"], view.Explain(new(Measure.Indicator, s_year, "R")).Inputs.Select(i => i.Address.ToString()));
    }

    [Fact]
    public void A_sub_goal_that_stands_under_itself_brings_nobody_down()
    {
        var view = View([new AdoptSubGoal("D1", 2017, "D2", "DN-A", new("Delmål")), new AdoptSubGoal("D2", 2017, "D1", "DN-A", new("Delmål")), new AdoptSubGoal("G1", 2017, "G1", "DN-A", new("Delmål"))], []);
        Assert.Equal(GoalFulfilment.NotJudged, view.Standing("D1", s_year).Fulfilment);
        Assert.Equal(5, view.Goals(s_year).Count);
    }

    private static FollowUpView View(Act[] acts, (string Indicator, string Value)[] values, params Assessment[] assessments) => View(acts, values, assessments, standard: true);

    private static FollowUpView View(Act[] acts, (string Indicator, string Value)[] values, Assessment[] assessments, bool standard)
    {
        Act[] goals = standard ? [.. Enumerable.Range(1, 5).Select(g => Goal($"G{g}"))] : [];
        var entries = Of(Decision("MB", "2016-06-30", [.. goals, .. acts])).ToList();
        var batch = new FactBatch("V", FactKind.Observations, "värden", 0, "csv", null, null, s_year, [], null, null, values.Length, 0, Money.Zero, Money.Zero, [], false);
        entries.Add(new FactEntry(2, entries[0].Recorded, batch, [.. values.Select(v => new Observation($"indicator/2017-01..2017-12/{v.Indicator}", Number(v.Value), 1, "procent", "källa", null, false))]));
        entries.AddRange(assessments.Select((a, i) => new AssessmentEntry(3 + i, entries[0].Recorded, a)));
        return new(StateOn("2017-12-31", entries), []);
    }

    private static AdoptIndicator Indicator(string id, string of, Polarity polarity = Polarity.HigherIsBetter) => new(id, of, new(id), "procent", polarity, null);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
