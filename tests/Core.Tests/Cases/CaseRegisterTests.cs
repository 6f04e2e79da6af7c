using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Cases;

/// <summary>A case on its way through the bodies: where it is, and with whom, after each step.</summary>
public class CaseRegisterTests
{
    private static readonly Decision s_opened = By("RS", Decision("1", "2017-01-18", new OpenCase("RS170001", new("Ett ärende"), CaseKind.Motion, null, null)));
    private static readonly Decision s_prepared = By("RS", Decision("2", "2017-01-19", new SendCase("RS170001", "HSU", SentFor.Preparation, null)));
    private static readonly Decision s_proposed = By("HSU", Decision("3", "2017-02-01", new PutProposal("Y1", "RS170001", ["S"], new("Bifall"), null), new SendCase("RS170001", "RS", SentFor.Decision, null)));
    private static readonly Decision s_back = By("RF", Decision("4", "2017-03-01", new ReferBack("RS170001", "RS", true, null)));
    private static readonly Decision s_put = By("RF", Decision("5", "2017-03-02", new Postpone("RS170001", null, false)));
    private static readonly Decision s_decided = By("RS", Decision("6", "2017-04-01", new ConcludeCase("RS170001", CaseOutcome.Answered)));
    private static readonly Decision s_done = By("CHEF", Decision("7", "2017-05-01", new ConcludeCase("RS170001", CaseOutcome.CarriedOut)));

    public static TheoryData<int, string> Ways => new()
    {
        { 1, "Opened with RS" },
        { 2, "InPreparation with HSU" },
        { 3, "AwaitingDecision with RS" },
        { 4, "ReferredBack with RS" },
        { 5, "Postponed with RF" },
        { 6, "Decided with " },
        { 7, "CarriedOut with " },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_case_is_where_its_last_step_put_it(int steps, string where)
    {
        var found = Case([.. new[] { s_opened, s_prepared, s_proposed, s_back, s_put, s_decided, s_done }.Take(steps)]);

        Assert.Equal(where, $"{found.Stage} with {found.With}");
        Assert.Equal(steps < 6, found.IsOpen);
    }

    [Fact]
    public void Carrying_out_what_was_decided_does_not_change_the_outcome() => Assert.Equal(CaseOutcome.Answered, Case(s_opened, s_decided, s_done).Outcome);

    [Theory]
    [InlineData("2018-01-18", false)]
    [InlineData("2018-01-19", true)]
    public void A_motion_is_late_the_day_after_a_year(string day, bool late) => Assert.Equal(late, Case(s_opened).IsLateMotion(DateOnly.Parse(day)));

    [Fact]
    public void A_decided_motion_is_never_late() => Assert.False(Case(s_opened, s_decided).IsLateMotion(new(2020, 1, 1)));

    [Fact]
    public void A_decision_that_a_court_has_annulled_does_not_count()
    {
        var entries = Region.Entries.Of(s_opened, Decision("B", "2017-02-07", new ConcludeCase("RS170001", CaseOutcome.Approved)), Decision("DOM", "2017-06-01", new AnnulDecision("B", new("Förvaltningsrätten"), "1-17")));

        Assert.Equal(CaseStage.Decided, StateOn("2017-12-31", entries, 2).Cases.Find("RS170001")!.Stage);
        Assert.Equal(CaseStage.Opened, StateOn("2017-12-31", entries).Cases.Find("RS170001")!.Stage);
        Assert.Equal("DOM", StateOn("2017-12-31", entries).Annulled["B"].By.Id);
    }

    [Fact]
    public void Minutes_that_are_announced_can_be_appealed_for_three_weeks()
    {
        var meeting = Decision("KALLELSE", "2017-01-10", new CallMeeting("RF-1", "RF", new(2017, 1, 18), [new(1, null, new("Val"))]));
        var minutes = Decision("JUSTERING", "2017-01-27", new VerifyMinutes("RF-1", new(2017, 1, 26), new(2017, 1, 27), null));

        Assert.Null(MeetingList.Fold(Acts(meeting)).Find("RF-1")!.AppealBy);
        Assert.Equal(new DateOnly(2017, 2, 17), MeetingList.Fold(Acts(meeting, minutes)).Find("RF-1")!.AppealBy);
    }

    private static CaseEntry Case(params Decision[] decisions) => CaseRegister.Fold(Acts(decisions)).Find("RS170001")!;

    private static Decision By(string body, Decision decision) => decision with { Body = body };
}
