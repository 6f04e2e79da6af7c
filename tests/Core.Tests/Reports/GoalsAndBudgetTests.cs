using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Frames;
using static Styrkedja.Reports.PlannedRegion;

namespace Styrkedja.Reports;

public class GoalsAndBudgetTests
{
    [Fact]
    public void What_the_assembly_gives_is_the_frames_of_money_and_not_the_result_requirements()
    {
        var document = GoalsAndBudget.Of(With(), 2017);
        Assert.Equal(["RS", "DN-B", "DN-A"], document.Frames.Select(f => f.Adopted.To));
        Assert.Equal(Kr(107), document.Given);
    }

    [Fact]
    public void Only_the_investments_of_the_year_are_told()
    {
        var document = GoalsAndBudget.Of(With(), 2017);
        Assert.Equal(["INV-1"], document.Investments.Select(i => i.Act.Id));
        Assert.Equal(Kr(30), document.Invested);
        Assert.Equal(Kr(40), GoalsAndBudget.Of(With(), 2018).Invested);
    }

    [Fact]
    public void Revenue_is_the_tax_of_the_rate_with_what_comes_beside_it()
    {
        // 10,82 per cent of 1 000 kr is 108,20 kr; 108,20 - 2 + 15 + 5 = 126,20 kr.
        var document = GoalsAndBudget.Of(With(), 2017);
        Assert.Equal(new Money(126_20), document.Revenue!.Sum);

        // 10 öre of each 100 kr of 1 000 kr is 1 kr; 1 per cent of wages is 0,50 kr worse; 1 per cent of the 107 kr given is 1,07 kr worse.
        Assert.Equal(
            [(SensitiveTo.TenOreTax, new Money(1_00)), (SensitiveTo.OnePercentWages, new Money(-50)), (SensitiveTo.OnePercentPrices, new Money(-1_07))],
            document.Sensitivity.Select(s => (s.To, s.Effect)));
    }

    [Fact]
    public void A_year_without_a_tax_rate_is_reckoned_by_the_latest_before_it_and_says_so()
    {
        var document = GoalsAndBudget.Of(With(new SetPlanningConditions(2018, new(2017, 2, 1), new("Prognos"), Kr(1_000), null, null, null, null, null, null, null)), 2018);
        Assert.Equal(new Money(108_20), document.Revenue!.Sum);
        Assert.Contains(document.Open, o => o.What == PlanMatter.TaxRate);
    }

    [Fact]
    public void The_budgeted_statement_ends_in_the_budgeted_result()
    {
        // 120 taxes, 8 sales, 90 + 5 + 3 cost: 120 + 8 - 98 = 30; the year before 4 cost.
        var rows = GoalsAndBudget.Of(With(), 2017).Statement;
        Assert.Equal(
            [("OperatingRevenue", 8L, 0L), ("OperatingCosts", -98, -4), ("net-cost", -90, -4), ("TaxRevenue", 120, 0), ("operating-result", 30, -4), ("after-financial-items", 30, -4), ("result", 30, -4)],
            rows.Select(r => (r.Line?.ToString() ?? r.Subtotal!, r.Budget.Money.Ore / 100, r.Before.Money.Ore / 100)));
    }

    [Fact]
    public void Goals_carry_the_sub_goals_of_the_year_and_of_no_other()
    {
        var goals = GoalsAndBudget.Of(With(), 2017).Goals;
        Assert.Equal(["G1", "G2"], goals.Select(g => g.Goal.Act.Id));
        Assert.Equal(["SG1", "SG1-B1"], goals[0].SubGoals.SelectMany(s => s.WithParts()).Select(s => s.SubGoal.Act.Id));
        Assert.Equal(["I1", "I2"], goals[0].AllIndicators().Select(i => i.Indicator.Act.Id));
    }

    [Fact]
    public void What_nobody_has_decided_is_named()
    {
        var open = GoalsAndBudget.Of(With(), 2017).Open;
        Assert.Equal(
            [(PlanMatter.GoalWording, "G2"), (PlanMatter.GoalOwner, "G2"), (PlanMatter.SubGoals, "G2"), (PlanMatter.Targets, "I1"), (PlanMatter.FrameReasons, "DN-B")],
            open.Select(o => (o.What, string.Join(' ', o.Of))));
    }

    [Fact]
    public void A_region_that_has_decided_nothing_is_told_as_that()
    {
        var document = GoalsAndBudget.Of(Bare(), 2018);
        Assert.Equal(Money.Zero, document.Given);
        Assert.Empty(document.Decisions);
        Assert.Equal(
            [PlanMatter.Vision, PlanMatter.Strategies, PlanMatter.Goals, PlanMatter.Conditions, PlanMatter.TaxRate, PlanMatter.BudgetedResult, PlanMatter.EconomicPlan, PlanMatter.Frames,
                PlanMatter.InvestmentFrames, PlanMatter.DetailedBudget, PlanMatter.JudgementRule],
            document.Open.Select(o => o.What));
    }

    [Fact]
    public void Every_decision_stands_once() => Assert.Equal("ALLT", Assert.Single(GoalsAndBudget.Of(With(), 2017).Decisions).Decision.Id);

    [Fact]
    public void A_plan_of_another_first_year_is_not_the_plan_of_this_one()
    {
        Assert.Equal([2017, 2018, 2019], GoalsAndBudget.Of(With(), 2017).Plan!.Act.Years.Select(y => y.Year));
        Assert.Null(GoalsAndBudget.Of(With(), 2018).Plan);
    }
}
