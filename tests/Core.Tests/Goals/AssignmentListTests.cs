using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Goals;

public class AssignmentListTests
{
    private static readonly Decision s_given = Decision("GER", "2017-01-01", new GiveAssignment("U1", "RD", new("Se över köerna"), new(2017, 9, 30), new(2017, 10, 15), null, null));

    [Theory]
    [InlineData("2017-10-15", false)]
    [InlineData("2017-10-16", true)]
    public void An_assignment_is_late_the_day_after_it_was_to_be_reported(string day, bool late) => Assert.Equal(late, List(s_given).Find("U1")!.IsLate(DateOnly.Parse(day)));

    [Fact]
    public void It_stays_open_when_reported_done_until_the_giver_closes_it()
    {
        var reported = Decision("SVAR", "2017-09-01", new ReportAssignment("U1", new("Klart"), true));

        Assert.Equal(AssignmentStatus.ReportedDone, List(s_given, reported).Find("U1")!.Status);
        Assert.Single(List(s_given, reported).Open);
        Assert.Empty(List(s_given, reported, Decision("SLUT", "2017-09-10", new CloseAssignment("U1"))).Open);
        Assert.Equal("RF", List(s_given).Find("U1")!.Giver);
    }

    [Fact]
    public void Its_parts_are_known_to_the_whole() => Assert.Equal(
        ["U1.1", "U1.2"],
        List(s_given, Decision("DELAR", "2017-02-01", Part("U1.1"), Part("U1.2"))).Find("U1")!.Parts);

    [Theory]
    [InlineData("2017-12-31", "RUS2005")]
    [InlineData("2021-01-01", "RUS2035")]
    public void The_steering_document_in_force_is_the_one_of_the_day(string day, string id)
    {
        var register = SteeringRegister.Fold(Acts(
            Decision("GAMMAL", "2005-12-31", new AdoptStrategy("RUS2005", new("RUS 2005–2020"), "VISION", Valid("2005-12-31..2020-12-31"))),
            Decision("NY", "2020-11-01", new AdoptStrategy("RUS2035", new("RUS 2035"), "VISION", Valid("2021-01-01..2035-12-31")))));

        Assert.Equal([id], register.InForce(DateOnly.Parse(day)).Select(d => d.Id));
    }

    [Fact]
    public void A_document_past_its_day_of_review_is_told_and_a_repealed_one_is_not()
    {
        var policy = Decision("ANTAR", "2015-01-01", new AdoptSteeringDocument("POL", new("Inköpspolicy"), SteeringRank.Policy, null, new(2017, 6, 30), Valid("2015-01-01..")));
        var ends = Decision("UPPHÄVER", "2017-08-01", new RepealSteeringDocument("POL", new(2017, 8, 31)));

        Assert.Empty(SteeringRegister.Fold(Acts(policy)).ReviewIsLate(new(2017, 6, 30)));
        Assert.Single(SteeringRegister.Fold(Acts(policy)).ReviewIsLate(new(2017, 7, 1)));
        Assert.Empty(SteeringRegister.Fold(Acts(policy, ends)).ReviewIsLate(new(2017, 9, 1)));
    }

    private static GiveAssignment Part(string id) => new(id, "CHEF", new(id), null, null, "U1", null);

    private static AssignmentList List(params Decision[] decisions) => AssignmentList.Fold(Acts(decisions));
}
