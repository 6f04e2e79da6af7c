using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Region;

namespace Styrkedja.Care;

/// <summary>How an agreement stands by what has been decided about it, day by day.</summary>
public sealed class AgreementBookTests
{
    private static readonly Validity s_from2017 = Entries.Valid("2017-01-01..");

    private static readonly SetProviderTerms s_terms = new(
        "FFU", new("Vårdval"), new("Närsjukvård"), AgreementBasis.ChoiceOfCare,
        [new("öppet", new("Öppet"), RequirementCheck.HalfYearly), new("journal", new("Journal"), RequirementCheck.Yearly), new("lokal", new("Lokal"), RequirementCheck.AtApplication)],
        null, s_from2017);

    private static readonly SignAgreement s_signed = new("AVT", "RS", "EK", new("Närsjukvård"), AgreementBasis.ChoiceOfCare, Entries.Valid("2017-01-01..2019-12-31")) { Terms = "FFU" };

    [Fact]
    public void What_was_last_found_of_a_requirement_counts_and_moves_its_next_day()
    {
        var agreement = On("2017-12-31",
            Entries.Decision("A", "2016-12-01", s_terms, s_signed),
            Entries.Decision("B", "2017-03-20", FollowUp("U1", "2017-03-15", ("öppet", RequirementOutcome.NotMet), ("lokal", RequirementOutcome.Met))),
            Entries.Decision("C", "2017-09-20", FollowUp("U2", "2017-09-10", ("öppet", RequirementOutcome.Met))));
        Assert.Equal(
            [("öppet", RequirementOutcome.Met, "2018-03-10"), ("journal", null, "2018-01-01"), ("lokal", RequirementOutcome.Met, "")],
            agreement.Requirements.Select(r => (r.Requirement.Id, r.Latest?.Found, $"{r.Due:yyyy-MM-dd}")));
        Assert.Equal(new DateOnly(2018, 1, 1), agreement.NextFollowUp);
    }

    [Fact]
    public void A_day_set_at_a_follow_up_holds_when_it_comes_before_those_of_the_terms()
    {
        var agreement = On("2017-12-31", Entries.Decision("A", "2016-12-01", s_terms, s_signed, FollowUp("U1", "2017-03-15", ("öppet", RequirementOutcome.Met)) with { Next = new(2017, 5, 1) }));
        Assert.Equal(new DateOnly(2017, 5, 1), agreement.NextFollowUp);
    }

    [Fact]
    public void A_deviation_is_open_until_its_remedy_is_accepted_and_overdue_after_its_day()
    {
        Decision[] decided = [Entries.Decision("A", "2016-12-01", s_terms, s_signed), Entries.Decision("B", "2017-03-20", Demand("2017-06-30"))];
        var open = On("2017-07-01", decided).Deviations.Single();
        Assert.True(open is { IsOpen: true } && open.IsOverdueOn(new(2017, 7, 1)) && !open.IsOverdueOn(new(2017, 6, 30)));
        var accepted = On("2017-07-01", [.. decided, Entries.Decision("C", "2017-06-20", new AcceptRemedy("AVV", null))]).Deviations.Single();
        Assert.True(!accepted.IsOpen && !accepted.IsOverdueOn(new(2017, 7, 1)));
        Assert.True(On("2017-06-19", [.. decided, Entries.Decision("C", "2017-06-20", new AcceptRemedy("AVV", null))]).Deviations.Single().IsOpen);
    }

    [Fact]
    public void A_remedy_demanded_again_after_it_was_accepted_is_open_anew()
    {
        var deviation = On("2017-12-31",
            Entries.Decision("A", "2016-12-01", s_terms, s_signed),
            Entries.Decision("B", "2017-03-20", Demand("2017-06-30")),
            Entries.Decision("C", "2017-06-20", new AcceptRemedy("AVV", null)),
            Entries.Decision("D", "2017-09-20", Demand("2017-11-30"))).Deviations.Single();
        Assert.Equal((true, new DateOnly(2017, 11, 30), "B"), (deviation.IsOpen, deviation.Act.Due, deviation.First.Id));
    }

    [Theory]
    [InlineData("2016-12-31", AgreementPhase.Coming)]
    [InlineData("2018-05-31", AgreementPhase.InForce)]
    [InlineData("2018-06-01", AgreementPhase.Terminated)]
    public void An_agreement_that_is_ended_holds_through_its_last_day(string day, AgreementPhase phase)
    {
        var agreement = On(day, Entries.Decision("A", "2016-12-01", s_terms, s_signed), Entries.Decision("B", "2016-12-02", Ended("2018-05-31")));
        Assert.Equal((phase, new DateOnly(2018, 5, 31)), (agreement.PhaseOn(DateOnly.Parse(day)), agreement.LastDay));
    }

    [Fact]
    public void An_agreement_that_runs_out_before_it_would_be_ended_has_only_run_out() =>
        Assert.Equal(AgreementPhase.Ended, On("2020-06-01", Entries.Decision("A", "2016-12-01", s_signed), Entries.Decision("B", "2018-01-01", Ended("2020-05-31"))).PhaseOn(new(2020, 6, 1)));

    [Fact]
    public void Nothing_is_settled_after_the_last_day_unless_the_agreement_is_signed_anew()
    {
        var signed = s_signed with { Model = "M" };
        Decision[] ended = [Entries.Decision("A", "2016-12-01", signed), Entries.Decision("B", "2018-01-01", Ended("2018-05-31"))];
        var book = Entries.StateOn("2019-01-01", Entries.Of(ended)).Care.Payment;
        Assert.NotNull(book.Agreement("AVT", new(2018, 5, 31)));
        Assert.Null(book.Agreement("AVT", new(2018, 6, 1)));
        var anew = Entries.StateOn("2019-01-01", Entries.Of([.. ended, Entries.Decision("C", "2018-08-01", signed with { Valid = Entries.Valid("2018-09-01..") })]));
        Assert.NotNull(anew.Care.Payment.Agreement("AVT", new(2018, 9, 1)));
        Assert.Null(anew.Care.Payment.Agreement("AVT", new(2018, 6, 1)));
        Assert.Null(anew.Care.Agreements.Find("AVT")!.Ended);
    }

    private static AgreementFollowed On(string day, params Decision[] decided) => Entries.StateOn(day, Entries.Of(decided)).Care.Agreements.Find("AVT")!;

    private static FollowUpAgreement FollowUp(string id, string day, params (string Requirement, RequirementOutcome Found)[] findings) =>
        new(id, "AVT", DateOnly.Parse(day), FollowUpWay.Visit, new("Besök"), [.. findings.Select(f => new RequirementFinding(f.Requirement, f.Found, null))], null);

    private static DemandRemedy Demand(string due) => new("AVV", "AVT", "öppet", DeviationSeverity.Material, new("Stängt"), new("Öppna"), DateOnly.Parse(due));

    private static TerminateAgreement Ended(string lastDay) => new("AVT", AgreementEnding.Notice, new("Behövs inte"), DateOnly.Parse(lastDay));
}
