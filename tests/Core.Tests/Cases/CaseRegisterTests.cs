using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Cases;

public class CaseRegisterTests
{
    private static readonly Decision s_opened = Decision("ÖPPNAR", "2016-10-01", new OpenCase("RS160154", new("Resursfördelning"), CaseKind.Matter, "RS", null));

    [Fact]
    public void A_case_goes_through_the_bodies_and_lies_with_one_at_a_time() => Assert.Equal(
        "Opened RF | InPreparation HSU | AwaitingDecision RF | ReferredBack RS | AwaitingDecision RF | Postponed RF | Decided - | CarriedOut -",
        string.Join(" | ", Stages(
            s_opened,
            Decision("1", "2016-10-02", new SendCase("RS160154", "HSU", SentFor.Preparation, null)),
            Decision("2", "2016-10-03", new SendCase("RS160154", "RF", SentFor.Decision, new("Bifall"))),
            Decision("3", "2016-10-04", new ReferBack("RS160154", "RS", true, null)),
            Decision("4", "2016-10-05", new SendCase("RS160154", "RF", SentFor.Decision, null)),
            Decision("5", "2016-10-06", new Postpone("RS160154", new(2016, 11, 1), false)),
            Decision("6", "2016-10-07", new ConcludeCase("RS160154", CaseOutcome.Approved)),
            Decision("7", "2016-12-01", new ConcludeCase("RS160154", CaseOutcome.CarriedOut)))));

    [Fact]
    public void What_was_decided_is_told_also_when_it_has_been_carried_out() => Assert.Equal(
        CaseOutcome.Rejected,
        Register(s_opened, Decision("1", "2016-10-07", new ConcludeCase("RS160154", CaseOutcome.Rejected)), Decision("2", "2016-12-01", new ConcludeCase("RS160154", CaseOutcome.CarriedOut))).Find("RS160154")!.Outcome);

    [Theory]
    [InlineData("2017-10-01", false)]
    [InlineData("2017-10-02", true)]
    public void A_motion_is_late_the_day_after_its_year(string day, bool late)
    {
        var motion = Register(Decision("ÖPPNAR", "2016-10-01", new OpenCase("RS160371", new("Motion"), CaseKind.Motion, "V", null))).Find("RS160371")!;

        Assert.Equal(late, motion.IsLateMotion(DateOnly.Parse(day)));
        Assert.False(Register(s_opened).Find("RS160154")!.IsLateMotion(DateOnly.Parse(day)));
    }

    [Fact]
    public void A_decision_that_a_court_has_annulled_does_not_count()
    {
        var entries = Region.Entries.Of(s_opened, Decision("1", "2016-10-07", new ConcludeCase("RS160154", CaseOutcome.Approved)), Decision("DOM", "2017-02-01", new AnnulDecision("1", new("Förvaltningsrätten"), "1-17")));

        Assert.Equal(CaseStage.Decided, StateOn("2017-12-31", entries, 2).Cases.Find("RS160154")!.Stage);
        Assert.Equal(CaseStage.Opened, StateOn("2017-12-31", entries).Cases.Find("RS160154")!.Stage);
        Assert.Equal("DOM", StateOn("2017-12-31", entries).Annulled["1"].By.Id);
    }

    [Fact]
    public void Time_for_appeal_runs_three_weeks_from_the_announcement()
    {
        var meeting = MeetingList.Fold(Acts(
            Decision("KALLAR", "2017-01-01", new CallMeeting("M", "RS", new(2017, 1, 18), [])),
            Decision("JUSTERAT", "2017-01-25", new VerifyMinutes("M", new(2017, 1, 25), new(2017, 1, 26), null)))).Find("M")!;

        Assert.Equal(new DateOnly(2017, 2, 16), meeting.AppealBy);
    }

    private static CaseRegister Register(params Decision[] decisions) => CaseRegister.Fold(Acts(decisions));

    private static IEnumerable<string> Stages(params Decision[] decisions) =>
        Enumerable.Range(1, decisions.Length).Select(n => Register([.. decisions.Take(n)]).Find("RS160154")!).Select(c => $"{c.Stage} {c.With ?? "-"}");
}
