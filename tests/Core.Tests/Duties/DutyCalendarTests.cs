using System.Globalization;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Duties;

/// <summary>The year of a region, read as a controller reads it: what, by whom, by which day, and how it stands.</summary>
public class DutyCalendarTests
{
    private const string Nothing = """
        2017-04-15 annual-report 2016 by RS
        2017-06-30 annual-report-approval 2016 by RF
        2017-06-30 discharge 2016 by RF
        2017-10-31 budget-proposal 2018 by RS
        2017-10-31 interim-report 2017 by RS
        2017-11-30 budget-adoption 2018 by RF
        """;

    [Fact]
    public void Law_asks_for_the_same_each_year_whatever_has_been_decided() =>
        Assert.Equal(Lines(Nothing), Year(2017, "2017-01-01").Select(Told));

    [Theory]
    [InlineData("2017-10-01", DutyStatus.DueSoon)]
    [InlineData("2017-09-30", DutyStatus.Ahead)]
    [InlineData("2017-10-31", DutyStatus.DueSoon)]
    [InlineData("2017-11-01", DutyStatus.Late)]
    public void A_duty_is_ahead_then_due_within_a_month_then_late(string day, DutyStatus status) =>
        Assert.Equal(status, One(2017, day, DutyKind.BudgetProposal).On(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2017-10-31", DutyStatus.Done)]
    [InlineData("2017-11-01", DutyStatus.DoneLate)]
    public void A_proposal_on_the_last_day_of_October_is_in_time_and_the_day_after_is_not(string proposed, DutyStatus status)
    {
        var duty = One(2017, "2017-12-31", DutyKind.BudgetProposal, By("RS", Decision("FÖRSLAG", proposed, new ProposeBudget(2018))));

        Assert.Equal(status, duty.On(new(2017, 12, 31)));
        Assert.Equal("FÖRSLAG", duty.DoneBy!.Id);
    }

    [Fact]
    public void What_is_decided_after_the_day_has_done_nothing_yet() =>
        Assert.Null(One(2017, "2017-10-15", DutyKind.BudgetProposal, By("RS", Decision("FÖRSLAG", "2017-10-20", new ProposeBudget(2018)))).DoneBy);

    [Theory]
    [InlineData("2018-06-13", DutyStatus.DoneTooEarly)]
    [InlineData("2018-10-15", DutyStatus.Done)]
    [InlineData("2018-12-01", DutyStatus.DoneLate)]
    public void In_a_year_of_election_the_budget_is_the_newly_elected_assemblys(string adopted, DutyStatus status) => Assert.Equal(
        status,
        One(2018, "2018-12-31", DutyKind.BudgetAdoption, Decision("BUDGET", adopted, new SetResultBudget(2019, "REGION", Amounts.Money.Kronor(1)))).On(new(2018, 12, 31)));

    [Fact]
    public void The_interim_report_comes_within_two_months_of_its_own_period()
    {
        var june = One(2017, "2017-07-01", DutyKind.InterimReport, Decision("RUNDA", "2017-01-01", new OpenRound("DR", RoundKind.InterimReport, Months("2017-01..2017-06"), new("Delårsrapport"))));

        Assert.Equal(new DateOnly(2017, 8, 31), june.Due);
    }

    [Fact]
    public void A_motion_is_to_be_decided_within_a_year_and_is_late_the_day_after()
    {
        var motion = Decision("MOTION", "2016-10-12", new OpenCase("RS160001", new("Motion"), CaseKind.Motion, "A", null));

        var duty = One(2017, "2017-10-13", DutyKind.MotionAnswer, motion);

        Assert.Equal("2017-10-12 motion-answer RS160001 by RF", Told(duty));
        Assert.Equal(DutyStatus.Late, duty.On(new(2017, 10, 13)));
        Assert.Equal(DutyStatus.DueSoon, duty.On(new(2017, 10, 12)));
        Assert.Equal("kommunallagen (1991:900) 5 kap. 33 §", $"{duty.Law!.Law} {duty.Law.Paragraph}");
    }

    [Fact]
    public void Minutes_are_announced_on_the_second_day_after_verification()
    {
        var called = Decision("KALLELSE", "2017-01-10", new CallMeeting("RF-1", "RF", new(2017, 1, 18), []));
        var verified = Decision("JUSTERING", "2017-02-02", new VerifyMinutes("RF-1", new(2017, 1, 30), new(2017, 2, 2), null));

        Assert.Equal("2017-02-03 minutes-announcement RF-1 by RF", Told(One(2017, "2017-01-20", DutyKind.MinutesAnnouncement, called)));
        Assert.Equal(DutyStatus.DoneLate, One(2017, "2017-03-01", DutyKind.MinutesAnnouncement, called, verified).On(new(2017, 3, 1)));
    }

    [Fact]
    public void Oversight_of_a_company_is_asked_for_each_year_from_the_year_after_it_came()
    {
        var company = Decision("BOLAG", "2016-01-01", new EstablishCompany("HT", new("Trafiken AB"), 100, null, Valid("2016-01-01..")));
        var looked = By("RS", Decision("UPPSIKT", "2017-03-08", new RecordOversight("HT", 2016, true, new("Inget"))));

        Assert.Equal(DutyStatus.Done, One(2017, "2017-12-31", DutyKind.CompanyOversight, company, looked).On(new(2017, 12, 31)));
        Assert.DoesNotContain(Year(2016, "2016-12-31", company), d => d.Kind == DutyKind.CompanyOversight);
    }

    [Fact]
    public void An_assignment_is_done_when_its_receiver_holds_it_done()
    {
        var given = Decision("UPPDRAG", "2017-01-18", new GiveAssignment("UPP-1", "RS", new("Gör"), new(2017, 6, 30), null, null, null));
        var half = By("RS", Decision("HALV", "2017-05-01", new ReportAssignment("UPP-1", new("Halvvägs"), false)));
        var done = By("RS", Decision("KLART", "2017-07-01", new ReportAssignment("UPP-1", new("Klart"), true)));

        Assert.Equal(DutyStatus.Late, One(2017, "2017-07-01", DutyKind.AssignmentReport, given, half).On(new(2017, 7, 1)));
        Assert.Equal(DutyStatus.DoneLate, One(2017, "2017-07-01", DutyKind.AssignmentReport, given, half, done).On(new(2017, 7, 1)));
    }

    [Theory]
    [InlineData(30, "2017-03-03")]
    [InlineData(null, "2017-02-22")]
    public void A_delegated_decision_is_reported_within_its_days_or_at_the_next_meeting(int? days, string due)
    {
        var given = Decision("DELEGATION", "2017-01-01", new GiveDelegation("D-1", DelegateKind.Office, "CHEF", "inköp", MatterKind.Procurement, null, days, false, Valid("2017-01-01..")));
        var meeting = Decision("KALLELSE", "2017-01-10", new CallMeeting("RF-1", "RF", new(2017, 2, 22), []));
        var decided = By("CHEF", Decision("KÖP", "2017-02-01", new DecideMatter("inköp", new("Köp"), null, null)) with { Delegation = "D-1" });

        Assert.Equal($"{due} delegation-report KÖP by CHEF", Told(One(2017, "2017-12-31", DutyKind.DelegationReport, given, meeting, decided)));
    }

    [Fact]
    public void A_steering_document_adopted_anew_has_been_looked_over()
    {
        AdoptSteeringDocument Policy(DateOnly? review) => new("POL", new("Policy"), SteeringRank.Policy, null, review, Valid("2015-01-01.."));
        var first = Decision("ETT", "2015-01-01", Policy(new(2017, 6, 30)));
        var anew = Decision("TVÅ", "2017-06-14", Policy(null));

        Assert.Equal(DutyStatus.Late, One(2017, "2017-07-01", DutyKind.SteeringReview, first).On(new(2017, 7, 1)));
        Assert.Equal("TVÅ", One(2017, "2017-07-01", DutyKind.SteeringReview, first, anew).DoneBy!.Id);
    }

    [Fact]
    public void What_is_late_or_soon_late_reaches_a_year_back_for_law_and_for_ever_for_the_rest()
    {
        var motion = Decision("MOTION", "2013-10-12", new OpenCase("RS130001", new("Motion"), CaseKind.Motion, "A", null));

        var told = DutyCalendar.LateOrSoon(StateOn("2017-11-15", Of(motion))).Select(Told);

        Assert.Equal(
            Lines("""
            2014-10-12 motion-answer RS130001 by RF
            2016-11-30 budget-adoption 2017 by RF
            2017-04-15 annual-report 2016 by RS
            2017-06-30 annual-report-approval 2016 by RF
            2017-06-30 discharge 2016 by RF
            2017-10-31 budget-proposal 2018 by RS
            2017-10-31 interim-report 2017 by RS
            2017-11-30 budget-adoption 2018 by RF
            """),
            told);
    }

    private static IReadOnlyList<Duty> Year(int year, string day, params Decision[] decisions) => DutyCalendar.Of(StateOn(day, Of(decisions)), year);

    private static Duty One(int year, string day, DutyKind kind, params Decision[] decisions) => Assert.Single(Year(year, day, decisions), d => d.Kind == kind);

    private static Decision By(string body, Decision decision) => decision with { Body = body };

    private static Period Months(string text) => Period.TryParse(text, out var period) ? period : throw new FormatException(text);

    private static string Told(Duty duty) =>
        string.Create(CultureInfo.InvariantCulture, $"{duty.Due:yyyy-MM-dd} {duty.Id[..^(duty.Kind == DutyKind.SteeringReview ? 0 : duty.Subject.Length + 1)]} {duty.Subject} by {duty.Owner}");

    private static string[] Lines(string text) => [.. text.Split('\n').Select(l => l.Trim())];
}
