using Styrkedja.Authority;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.Formats.Decisions;

/// <summary>Every act there is, put in the mouth of a partner, and every act of a partner's put in the mouth of the region: refused, also when it is said to have been decided.</summary>
public class PartnersDecideTests
{
    private static readonly IReadOnlyList<Act> s_everyAct = DecisionFile.Read(File.ReadAllText(Repository.Path("tests/Formats.Tests/Decisions/AllActs.yaml")), "AllActs.yaml").Decisions[0].Decision.Acts;
    private static readonly Standing s_standing = Standing();

    [Theory]
    [InlineData("2016-05-01", false)]
    [InlineData("2016-05-01", true)]
    [InlineData("2018-05-01", false)]
    [InlineData("2018-05-01", true)]
    public void A_partner_decides_nothing_but_its_own(string day, bool taken)
    {
        var others = s_everyAct.Where(act => !IsPartners(act)).ToList();
        Assert.True(others.Count > 100);
        Assert.All(others, act => Assert.Equal(VerdictOutcome.Refused, Judged("K1380", day, taken, act).Outcome));
    }

    [Theory]
    [InlineData("RF", false)]
    [InlineData("RF", true)]
    [InlineData("RS", true)]
    [InlineData("DN-A", true)]
    [InlineData("CHEF-A", false)]
    [InlineData("CHEF-A", true)]
    public void Nobody_in_the_region_binds_a_partner(string body, bool taken) => Assert.All(
        new Act[]
        {
            new CommitTo("NY", new("Text"), "T1", null, null, null, new(new(2016, 1, 1))),
            new CommitTo("ÅT-1", new("Annan text"), "T1", null, null, null, new(new(2016, 1, 1))),
            new EndCommitment("ÅT-1", new("Skäl")),
            new ReportCommitment("ÅT-1", new(new(2016, 1), new(2016, 12)), new("Text"), CommitmentState.Delayed),
        },
        act => Assert.Equal(VerdictOutcome.Refused, Judged(body, "2017-02-01", taken, act).Outcome));

    [Fact]
    public void A_partner_binds_itself() => Assert.Equal(VerdictOutcome.Within, Judged("K1380", "2017-02-01", false, new CommitTo("NY", new("Text"), "T1", null, null, null, new(new(2016, 1, 1)))).Outcome);

    private static bool IsPartners(Act act) => act is CommitTo or EndCommitment or ReportCommitment or AnswerConsultation;

    private static Verdict Judged(string body, string day, bool taken, Act act) =>
        Judge.Of(new Decision("B", body, UncertainDate.On(DateOnly.ParseExact(day, "yyyy-MM-dd")), null, null, new("B"), null, null, taken, null, [act]), s_standing, new Place(""));

    private static Standing Standing()
    {
        var file = DecisionFile.Read(
            """
            decision: RF-1
            body: RF
            date: 2014-01-01
            title: Organisation
            acts:
              - establish-body: {id: RS, kind: regional-executive-board, name: Styrelsen, valid: 2014..}
              - establish-body: {id: DN-A, kind: operating-committee, name: Nämnden, valid: 2014..}
              - establish-office: {id: CHEF-A, name: Chef, in: DN-A, function: unit-head, valid: 2014..}
              - adopt-vision: {id: VISION, text: Bästa platsen, valid: 2014..}
              - adopt-programme: {id: TS, name: Strategi, serves: VISION, goals: [{id: T1, name: Mål, choices: []}], valid: 2014..}
              - join-partner: {id: K1380, name: Halmstads kommun, kind: municipality, valid: 2014..}
            ---
            decision: K-1
            body: K1380
            date: 2015-01-01
            title: Åtagande
            acts:
              - commit-to: {id: ÅT-1, text: Text, to: T1, valid: 2015..}
            """,
            "läge.yaml");
        Assert.Empty(file.Faults);
        return RegionState.Fold(file.Decisions.Select((d, i) => new DecisionEntry(i + 1, DateTimeOffset.UnixEpoch, d.Decision, Verdict.Within)), new(new(2018, 5, 1), long.MaxValue), new("Regionen")).Standing;
    }
}
