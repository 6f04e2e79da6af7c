using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using static Styrkedja.Reports.PlannedRegion;

namespace Styrkedja.Reports;

public class ActivityPlanTests
{
    [Fact]
    public void A_committee_answers_for_its_own_goals_and_those_its_plan_names()
    {
        var goals = Of("DN-A").Goals;
        Assert.Equal([("G1", 1, 1), ("G2", 0, 0)], goals.Select(g => (g.Goal.Act.Id, g.Indicators.Count, g.SubGoals.Count)));
    }

    [Fact]
    public void Of_a_goal_that_is_another_s_it_has_its_own_sub_goals_only()
    {
        var goal = Assert.Single(Of("DN-B").Goals);
        Assert.Empty(goal.Indicators);
        Assert.Equal(["SG1", "SG1-B1"], goal.SubGoals.SelectMany(s => s.WithParts()).Select(s => s.SubGoal.Act.Id));
    }

    [Fact]
    public void The_budget_is_told_by_group_and_by_unit_and_both_add_up_to_it()
    {
        // A1 8 - 5 and A2 -3: the committee's result is 0, sales 8 and staff -8.
        var plan = Of("DN-A");
        Assert.Equal([("sales", 8L), ("staff", -8)], plan.Budget!.Parts.Select(p => (p.Address.Dimensions.Group!, p.Money.Ore / 100)));
        Assert.Equal([("A1", 8L, -5L, 3L), ("A2", 0, -3, -3)], plan.Units.Select(u => (u.Part.Id, u.Revenue.Money.Ore / 100, u.Cost.Money.Ore / 100, u.Result.Money.Ore / 100)));
        Assert.Equal(Kr(0), plan.Budget.Figure.Money);
    }

    [Fact]
    public void Frames_come_from_outside_and_go_to_anyone_below_or_beside()
    {
        Assert.Equal([("RS-HSF", Kr(24)), ("REGION", Kr(7))], Of("DN-B").Received.Select(f => (f.Adopted.From, f.Revised.Amount)));
        Assert.Empty(Of("DN-B").Given);
        Assert.Equal([("RS", "RS-HSF"), ("RS-HSF", "DN-A"), ("RS-HSF", "DN-B")], Of("RS").Given.Select(f => (f.Adopted.From, f.Adopted.To)));
        Assert.Equal(Kr(100), Assert.Single(Of("RS").Received).Revised.Amount);
    }

    [Fact]
    public void What_it_is_asked_to_do_is_of_this_year_and_for_it_or_its_units()
    {
        Assert.Equal(["UB-1"], Of("DN-A").Commissions.Select(c => c.Act.Id));
        Assert.Equal(["INR-1"], Of("DN-A").Directions.Select(d => d.Act.Id));
        Assert.Equal(["U-1"], Of("DN-B").Assignments.Select(a => a.Id));
    }

    [Fact]
    public void An_assignment_that_was_closed_before_the_year_is_not_in_its_plan() =>
        Assert.Empty(ActivityPlan.Of(With(new CloseAssignment("U-1")), With().State.Organisation.Find("DN-B")!, 2017).Assignments);

    [Fact]
    public void Investments_of_its_units_are_its_own() => Assert.Equal(["INV-1"], Of("DN-A").Investments.Select(i => i.Act.Id));

    [Fact]
    public void The_plan_names_what_it_lacks()
    {
        Assert.Equal([PlanMatter.Mandate, PlanMatter.Targets, PlanMatter.FrameReasons, PlanMatter.Assignments, PlanMatter.Risks], Of("DN-A").Open.Select(o => o.What));
        Assert.Equal(
            [PlanMatter.Mandate, PlanMatter.AdoptedPlan, PlanMatter.Directions, PlanMatter.FrameReasons, PlanMatter.Commissions, PlanMatter.DetailedBudget, PlanMatter.Risks],
            Of("DN-B").Open.Select(o => o.What));
    }

    [Fact]
    public void Those_who_have_something_to_do_or_to_use_make_a_plan()
    {
        Assert.Equal(["DN-A", "DN-B", "RS"], ActivityPlan.BodiesWith(With().State, 2017).Select(b => b.Id));
        Assert.Equal(["DN-A"], ActivityPlan.BodiesWith(Bare().State, 2016).Select(b => b.Id));
    }

    private static ActivityPlan Of(string body)
    {
        FollowUpView view = With();
        return ActivityPlan.Of(view, view.State.Organisation.Find(body)!, 2017);
    }
}
