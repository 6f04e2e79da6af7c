using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.App.Drafting;
using Styrkedja.App.Importing;
using Styrkedja.Calendar;
using Styrkedja.Formats.Care;
using Styrkedja.Goals;
using Styrkedja.Rights;

namespace Styrkedja.App.Settling;

/// <summary>A frozen month line by line, and what the provider and the payer say of a line, each by their offices.</summary>
public sealed class FrozenLinesTests : IDisposable
{
    private const string Region = SmallCare.Region + """

        ---
        decision: RS-AVTAL-2017
        body: RS
        date: 2016-12-14
        title: Avtal 2017
        acts:
          - establish-unit: {id: RS1, name: Finansiering, under: RS, valid: 2015..}
          - open-cost-centres: {unit: RS1, codes: [{code: 900, name: Köpt vård}], valid: 2015..}
          - adopt-counterparties: {entries: [{code: 70, name: Regionstyrelsen, kind: internal, subject: RS}, {code: 90, name: Privat vårdcentral, kind: private-company}]}
          - set-price-list: {id: PL, name: Besök, prices: [{code: läkarbesök, price: 1 500 kr}], valid: 2017}
          - set-payment-model: {id: VC, name: Vårdcentral, contacts: [{id: besök, prices: PL, by: type}], valid: 2017}
          - sign-agreement: {id: AVT-B, payer: RS1, provider: V-B, scope: Primärvård, basis: choice-of-care, valid: 2017, model: VC}
          - establish-office: {id: VG-B, name: Verksamhetschef, in: V-B, function: provider-officer, valid: 2015..}
          - establish-office: {id: VG-SLUT, name: Verksamhetschef, in: V-SLUT, function: provider-officer, valid: 2015..}
          - establish-office: {id: BEST, name: Beställare, in: RS1, function: commissioner, valid: 2015..}
          - appoint: {office: VG-B, holder: vårdgivare, valid: 2015..}
          - appoint: {office: VG-SLUT, holder: annan, valid: 2015..}
          - appoint: {office: BEST, holder: beställare, valid: 2015..}
        """;

    private const string Accounts = """
        series: AVR
        cost-centre: 900
        financier: 70
        own: {cost: 4500, revenue: 3100}
        private: {cost: 4600, debt: 2440}
        out-of-region: {cost: 4700, debt: 2440}
        providers: []
        """;

    private static readonly DateTimeOffset s_recorded = new(2017, 6, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly Month s_march = new(2017, 3);

    private readonly TemporaryRegion _region = new(Region);
    private readonly DirectoryInfo _sources = Directory.CreateTempSubdirectory("styrkedja-lines");
    private readonly RegionToday _today;

    public FrozenLinesTests()
    {
        var path = Path.Combine(_sources.FullName, "kontakter.csv");
        File.WriteAllText(path, SmallCare.ContactHeading + "4c1f09aa52e7d310;9b3e7a0155c2f846;2017-03-01;V-B;läkarbesök;;1380;40-44;women;;;;;\n4c1f09aa52e7d311;9b3e7a0155c2f846;2017-03-02;V-B;läkarbesök;;1380;40-44;women;;;;;\n");
        new ImportCare(_region.Archive).Contacts([new(path, "kontakter.csv")], new(s_recorded), null, TestContext.Current.CancellationToken);
        var settled = new SettleMonth(_region.Archive).Approve(s_march, SettlementAccounts.Read(Accounts, "konton.yaml").Accounts!, s_recorded);
        Assert.Equal([], settled.Faults.Select(f => f.Code));
        _today = new(_region.Archive, new SmallRegion.StoppedClock(s_recorded));
    }

    public void Dispose()
    {
        _region.Dispose();
        _sources.Delete(recursive: true);
    }

    [Fact]
    public void A_line_has_its_count_amount_and_the_decisions_it_rests_on()
    {
        var line = Lines().Single();
        // Two visits at 1 500 kr.
        Assert.Equal((s_march, "AVT-B", "besök", 300_000L, 2L, "RS-AVTAL-2017"), (line.Month, line.Agreement, line.Component, line.Rows[0].Ore, line.Rows[0].Count, line.Rows[0].Rules));
        Assert.Empty(line.Said);
    }

    [Fact]
    public void The_provider_asks_and_the_payer_answers_and_both_are_kept()
    {
        Assert.False(Say("S-1", "VG-B", "objection", "Det var tre besök.", null, "vårdgivare").Refused);
        Assert.Equal("S-1", Lines().Single().Unanswered!.Assessment.Id);
        Assert.False(Say("S-2", "BEST", "correction", "Det tredje kommer med i april.", "S-1", "beställare").Refused);
        var line = Lines().Single();
        Assert.Equal([(RemarkKind.Objection, "VG-B"), (RemarkKind.Correction, "BEST")], line.Said.Select(s => (s.Assessment.Remark!.Says, s.Assessment.By)));
        Assert.Null(line.Unanswered);
    }

    [Fact]
    public void What_is_asked_waits_for_the_payer_until_it_is_answered()
    {
        Assert.False(Say("S-1", "VG-B", "question", "Varför två?", null, "vårdgivare").Refused);
        Assert.Equal(["S-1"], OpenQuestion.In(_today.State).Where(q => SettlementRights.OfficesFor(Who("beställare"), answers: true, q.Agreement, _today.State).Count > 0).Select(q => q.Asked.Assessment.Id));
        Assert.Empty(SettlementRights.OfficesFor(Who("vårdgivare"), answers: true, Assert.Single(OpenQuestion.In(_today.State)).Agreement, _today.State));
        Assert.False(Say("S-2", "BEST", "answer", "Två kom in.", "S-1", "beställare").Refused);
        Assert.Empty(OpenQuestion.In(_today.State));
    }

    [Theory]
    [InlineData("VG-SLUT", "question", null, "annan")]
    [InlineData("VG-B", "question", null, "annan")]
    [InlineData("VG-B", "answer", "S-0", "vårdgivare")]
    [InlineData("BEST", "question", null, "beställare")]
    [InlineData("BEST", "answer", "S-0", "vårdgivare")]
    public void Nobody_speaks_for_another(string by, string says, string? answers, string who)
    {
        Assert.False(Say("S-0", "VG-B", "question", "Varför två?", null, "vårdgivare").Refused);
        var result = Say("S-1", by, says, "Nej.", answers, who);
        Assert.NotEmpty(result.Refusals);
        Assert.Equal(["S-0"], Lines().Single().Said.Select(s => s.Assessment.Id));
    }

    [Theory]
    [InlineData("subject: AVT-X", "assessment.agreement-unknown")]
    [InlineData("subject: AVT-B\nperiod: 2017", "assessment.not-one-month")]
    [InlineData("subject: AVT-B\nremark: {component: listning, says: question}", "assessment.component-unknown")]
    [InlineData("subject: AVT-B\nremark: {component: besök, says: answer}", "assessment.answers-nothing")]
    [InlineData("subject: AVT-B\nremark: {component: besök, says: question, answers: S-9}", "assessment.remark-unknown")]
    [InlineData("subject: AVT-B\nby: RS", "assessment.not-an-office")]
    [InlineData("subject: AVT-B\ntext: null", "assessment.says-nothing")]
    public void What_speaks_of_nothing_known_is_told(string differs, string fault)
    {
        var text = new Dictionary<string, string>
        {
            ["assessment"] = "S-1",
            ["subject"] = "AVT-B",
            ["by"] = "VG-B",
            ["period"] = "2017-03..2017-03",
            ["date"] = "2017-06-10",
            ["text"] = "Varför?",
            ["remark"] = "{component: besök, says: question}",
        };
        foreach (var line in differs.Split('\n'))
            text[line.Split(": ", 2)[0]] = line.Split(": ", 2)[1];
        var result = new RecordDecisions(_region.Archive).Record([(string.Concat(text.Where(t => t.Value != "null").Select(t => $"{t.Key}: {t.Value}\n")), "f")], s_recorded);
        Assert.Equal([fault], result.Recordings.SelectMany(r => r.Verdict.Faults).Select(f => f.Code));
    }

    [Fact]
    public void The_two_parties_see_the_amounts_and_other_providers_do_not()
    {
        var agreement = _today.State.Care.Agreements.Find("AVT-B")!.Act;
        Assert.True(SettlementRights.MaySee(Who("vårdgivare"), agreement, _today.State).Allowed);
        Assert.True(SettlementRights.MaySee(Who("beställare"), agreement, _today.State).Allowed);
        Assert.False(SettlementRights.MaySee(Who("annan"), agreement, _today.State).Allowed);
        Assert.False(SettlementRights.MaySee(OfficeHolder.Public, agreement, _today.State).Allowed);
    }

    private IReadOnlyList<FrozenLine> Lines() => new FrozenLines(_region.Archive).Of("AVT-B", _today.State);

    private OfficeHolder Who(string holder) => OfficeHolder.Of(holder, _today.State, [], administrator: false);

    private RecordingResult Say(string id, string by, string says, string text, string? answers, string who) => new TakeDecision(_region.Archive, _today).Take(
        [($"assessment: {id}\nsubject: AVT-B\nby: {by}\nperiod: 2017-03..2017-03\ndate: 2017-06-10\ntext: {text}\nremark: {{component: besök, says: {says}{(answers is null ? "" : $", answers: {answers}")}}}\n", "f")], Who(who), s_recorded);
}
