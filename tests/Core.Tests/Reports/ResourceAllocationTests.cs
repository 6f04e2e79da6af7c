using Styrkedja.Amounts;
using Styrkedja.Decisions;
using static Styrkedja.Reports.PlannedRegion;

namespace Styrkedja.Reports;

public class ResourceAllocationTests
{
    [Fact]
    public void What_the_board_has_got_goes_onward_or_stays()
    {
        // 100 from the assembly; 60 to DN-A and 20 + 4 to DN-B; 16 stays, and the 90 laid on a part of the board moves nothing.
        var document = ResourceAllocation.Of(With(), 2017);
        Assert.Equal((Kr(100), Kr(84), Kr(16)), (document.ReceivedSum, document.GivenOnward, document.Kept));
        Assert.Equal(["RS-HSF"], document.Parts.Select(p => p.Adopted.To));
    }

    [Fact]
    public void A_committee_has_the_frames_of_the_board_and_not_those_of_the_assembly()
    {
        var committees = ResourceAllocation.Of(With(), 2017).Committees;
        Assert.Equal([("DN-A", Kr(60)), ("DN-B", Kr(24))], committees.Select(c => (c.Body.Id, c.Given)));
        Assert.Equal((Kr(20), Kr(4)), (committees[1].Frames[0].Adopted.Amount, committees[1].Frames[0].Changed));
    }

    [Fact]
    public void A_commission_given_anew_replaces_the_one_before_and_those_of_other_years_are_left_out()
    {
        var committee = ResourceAllocation.Of(With(), 2017).Committees[0];
        Assert.Equal("Köer under 90 dagar", Assert.Single(committee.Commissions).Act.Text.Sv);
    }

    [Fact]
    public void Sub_goals_and_assignments_of_units_stand_at_their_committee()
    {
        var committees = ResourceAllocation.Of(With(), 2017).Committees;
        Assert.Equal(["SG1", "SG1-B1"], committees[1].SubGoals.SelectMany(s => s.WithParts()).Select(s => s.SubGoal.Act.Id));
        Assert.Single(committees[1].SubGoals);
        Assert.Empty(committees[1].Assignments); // The assembly gave it, not the board.
    }

    [Fact]
    public void Indexes_are_those_of_the_year_and_the_two_after_it() =>
        Assert.Equal([(2017, 2.9m), (2019, 2.7m)], ResourceAllocation.Of(With(new SetPriceIndex("LPIK", 2019, 2.7m), new SetPriceIndex("LPIK", 2020, 2.6m)), 2017).Indexes.Select(i => (i.Act.Year, i.Act.Percent)));

    [Fact]
    public void A_board_that_gives_more_than_it_has_got_keeps_less_than_nothing() =>
        Assert.Equal(Kr(-4), ResourceAllocation.Of(With(new GrantAdditional(2017, "RS-HSF", "DN-A", FrameKind.Commission, Kr(20), "vård", [])), 2017).Kept);

    [Fact]
    public void What_is_missing_is_named_with_whom_it_is_missing_for()
    {
        var open = ResourceAllocation.Of(With(), 2017).Open;
        Assert.Equal(
            [(PlanMatter.SubGoals, "DN-A"), (PlanMatter.FrameReasons, "RS-HSF DN-A DN-B"), (PlanMatter.FrameConditions, "DN-B"), (PlanMatter.Commissions, "DN-B")],
            open.Select(o => (o.What, string.Join(' ', o.Of))));
        Assert.Equal([PlanMatter.PriceIndex, PlanMatter.Frames], ResourceAllocation.Of(Bare(), 2017).Open.Select(o => o.What));
        Assert.Equal(Money.Zero, ResourceAllocation.Of(Bare(), 2017).Kept);
    }
}
