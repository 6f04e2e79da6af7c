using Styrkedja.App.Archive;
using Styrkedja.Authority;
using Styrkedja.Region;

namespace Styrkedja.App.Deciding;

public class RecordDecisionsTests
{
    private const string Organisation = """
        decision: RF-ORGANISATION
        body: RF
        date: 2014-10-15
        title: Organisation
        acts:
          - establish-body: {id: RS, kind: regional-executive-board, name: Regionstyrelsen, valid: 2015..}
          - establish-body: {id: DN-A, kind: operating-committee, name: Driftnämnd A, valid: 2015..}
          - adopt-vision: {id: VISION, text: Bästa livsplatsen, valid: 2010..}
          - adopt-goal-area: {id: M1, name: Hälso- och sjukvård}
          - adopt-goal: {id: G05, area: M1, under: VISION, owner: RS, text: God vård, valid: 2015..}

        """;

    private const string TaxRateByTheBoard = """
        decision: RS-SKATT
        body: RS
        date: 2016-11-23
        title: Skattesats
        acts:
          - set-tax-rate: {year: 2017, rate: 10.82}
        """;

    [Fact]
    public void What_the_body_may_decide_is_recorded_with_its_verdict()
    {
        using var region = new TemporaryRegion();
        var recording = Assert.Single(region.Record(Organisation).Recordings);
        Assert.Equal((1, false, VerdictOutcome.Within), (recording.Position, recording.AlreadyKnown, recording.Verdict.Outcome));
        var entry = Assert.IsType<DecisionEntry>(Assert.Single(region.Archive.Entries()));
        Assert.Equal((VerdictOutcome.Within, "2014-10-15T12:00:00Z"), (entry.Verdict.Outcome, $"{entry.Recorded:yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Equal(["authority.assembly-decides"], entry.Verdict.Rules);
    }

    [Fact]
    public void A_breach_that_has_not_been_taken_is_refused_and_nothing_is_recorded()
    {
        using var region = new TemporaryRegion(Organisation);
        var result = region.Record(TaxRateByTheBoard);
        Assert.True(result.Refused);
        Assert.Null(Assert.Single(result.Recordings).Position);
        Assert.Single(region.Archive.Entries());
    }

    [Fact]
    public void A_breach_that_has_been_taken_is_recorded_and_its_verdict_read_back_for_ever()
    {
        using var region = new TemporaryRegion(Organisation);
        var result = region.Record(TaxRateByTheBoard + "\ntaken: true\n");
        Assert.False(result.Refused);
        Assert.Equal(2, Assert.Single(result.Recordings).Position);

        using var again = RegionArchive.Open(region.Folder);
        var entry = Assert.IsType<DecisionEntry>(again.Entries()[1]);
        var breach = Assert.Single(entry.Verdict.Breaches);
        Assert.Equal((VerdictOutcome.Breach, "authority.assembly-decides", "kommunallagen (1991:900) 3 kap. 9 §", "RF", "RS"), (entry.Verdict.Outcome, breach.Rule, breach.Law, breach.CouldDecide.Single(), breach.Arguments["body"]));
        Assert.True(entry.Decision.Taken);
    }

    [Fact]
    public void The_same_file_twice_is_known_and_nothing_is_done()
    {
        using var region = new TemporaryRegion(Organisation);
        var head = region.Archive.Head();
        var recording = Assert.Single(region.Record("# en anmärkning gör ingen skillnad\n" + Organisation).Recordings);
        Assert.Equal((1, true), (recording.Position, recording.AlreadyKnown));
        Assert.Equal(head, region.Archive.Head());
    }

    [Fact]
    public void A_changed_file_with_the_same_id_is_refused()
    {
        using var region = new TemporaryRegion(Organisation);
        var result = region.Record(Organisation.Replace("God vård", "Bättre vård"));
        Assert.True(result.Refused);
        Assert.Equal("beslut.yaml:1 decision.id-taken RF-ORGANISATION", Faults(result));
        Assert.Single(region.Archive.Entries());
    }

    [Fact]
    public void Of_several_decisions_all_are_recorded_or_none()
    {
        using var region = new TemporaryRegion(Organisation);
        var result = region.Record("decision: RS-RUNDA\nbody: RS\ndate: 2016-11-23\ntitle: Runda\nacts:\n  - open-round: {id: M1, kind: month, period: 2017-01, name: Januari}\n---\n" + TaxRateByTheBoard);
        Assert.True(result.Refused);
        Assert.All(result.Recordings, r => Assert.Null(r.Position));
        Assert.Single(region.Archive.Entries());
    }

    [Fact]
    public void A_file_that_cannot_be_read_stops_the_others_too()
    {
        using var region = new TemporaryRegion();
        var result = new RecordDecisions(region.Archive).Record([(Organisation, "a.yaml"), ("decision: B\n", "b.yaml")], null);
        Assert.True(result.Refused);
        Assert.Equal(["b.yaml"], result.Faults.Select(f => f.Place.File).Distinct());
        Assert.Empty(region.Archive.Entries());
    }

    [Fact]
    public void A_later_decision_in_the_same_file_stands_on_the_earlier()
    {
        using var region = new TemporaryRegion();
        var result = region.Record(Organisation + "---\ndecision: DN-A-1\nbody: DN-A\ndate: 2015-02-01\ntitle: Delmål\nacts:\n  - adopt-sub-goal: {id: D1, year: 2015, goal: G05, owner: DN-A, text: Delmål}\n");
        Assert.Equal([1, 2], result.Recordings.Select(r => r.Position));
    }

    [Fact]
    public void To_check_judges_and_records_nothing()
    {
        using var region = new TemporaryRegion();
        var result = region.Record(Organisation, check: true);
        Assert.False(result.Refused);
        Assert.Null(Assert.Single(result.Recordings).Position);
        Assert.Empty(region.Archive.Entries());
    }

    [Fact]
    public void The_recorded_moment_never_goes_back()
    {
        using var region = new TemporaryRegion();
        region.Record(Organisation, recorded: new DateTimeOffset(2018, 1, 1, 8, 0, 0, TimeSpan.FromHours(1)));
        region.Record("decision: RF-2\nbody: RF\ndate: 2016-01-01\ntitle: Skatt\nacts:\n  - set-tax-rate: {year: 2017, rate: 10.82}\n");
        Assert.Equal(["2018-01-01T07:00:00Z", "2018-01-01T07:00:00Z"], region.Archive.Entries().Select(e => $"{e.Recorded:yyyy-MM-ddTHH:mm:ssZ}"));
    }

    [Theory]
    [InlineData("G05", "DN-A", "2017-09-20", "")]
    [InlineData("DN-A", "DN-A", "2017-09-20", "")]
    [InlineData("G99", "DN-A", "2017-09-20", "beslut.yaml:1 assessment.subject-unknown G99")]
    [InlineData("G05", "DN-Z", "2017-09-20", "beslut.yaml:1 assessment.subject-unknown DN-Z")]
    [InlineData("G99", "DN-Z", "2017-09-20", "beslut.yaml:1 assessment.subject-unknown DN-Z\nbeslut.yaml:1 assessment.subject-unknown G99")]
    [InlineData("G05", "DN-A", "2014-12-31", "beslut.yaml:1 assessment.subject-unknown DN-A\nbeslut.yaml:1 assessment.subject-unknown G05")]
    public void An_assessment_is_of_and_by_someone_who_exists_that_day(string subject, string by, string date, string faults)
    {
        using var region = new TemporaryRegion(Organisation);
        var result = region.Record($"assessment: B1\nsubject: {subject}\nby: {by}\nperiod: 2017-08\ndate: {date}\nfulfilment: partly\n");
        Assert.Equal(faults, Faults(result));
        Assert.Equal(faults.Length == 0 ? 2 : 1, region.Archive.Entries().Count);
    }

    [Theory]
    [InlineData("ÅTG-1", "2017-09-20", "")]
    [InlineData("ÅTG-2", "2017-09-20", "beslut.yaml:1 assessment.measure-unknown ÅTG-2")]
    [InlineData("ÅTG-1", "2017-01-31", "beslut.yaml:1 assessment.measure-unknown ÅTG-1")]
    public void An_assessment_tells_only_of_measures_that_have_been_decided_by_its_day(string measure, string date, string faults)
    {
        const string Decided = "---\ndecision: DN-A-1\nbody: DN-A\ndate: 2017-02-15\ntitle: Åtgärd\nacts:\n  - decide-measure: {id: ÅTG-1, subject: DN-A, owner: DN-A, text: Färre hyrläkare, time: 2017-03-01..2017-10-31}\n";
        using var region = new TemporaryRegion(Organisation + Decided);
        Assert.Equal(faults, Faults(region.Record($"assessment: B1\nsubject: DN-A\nby: DN-A\nperiod: 2017-08\ndate: {date}\nmeasures:\n  - {{measure: {measure}, effect: 4 mnkr}}\n")));
    }

    [Fact]
    public void An_assessment_handed_in_twice_is_known_and_a_changed_one_is_refused()
    {
        const string Assessment = "assessment: B1\nsubject: G05\nby: RS\nperiod: 2017\ndate: 2018-01-31\nfulfilment: partly\n";
        using var region = new TemporaryRegion(Organisation);
        Assert.Equal(2, region.Record(Assessment).Recordings.Single().Position);
        Assert.True(region.Record(Assessment).Recordings.Single().AlreadyKnown);
        Assert.Equal("beslut.yaml:1 decision.id-taken B1", Faults(region.Record(Assessment.Replace("partly", "fulfilled"))));
        Assert.Equal(2, region.Archive.Entries().Count);
    }

    [Fact]
    public void Recordings_are_there_when_the_folder_is_opened_again()
    {
        using var region = new TemporaryRegion(Organisation);
        using var again = RegionArchive.Open(region.Folder);
        Assert.Equal(region.Archive.Head(), again.Head());
        Assert.NotNull(again.StateAt(new(new(2017, 1, 1), 1)).Organisation.Find("DN-A"));
    }

    private static string Faults(RecordingResult result) =>
        string.Join('\n', result.Faults.Concat(result.Recordings.SelectMany(r => r.Verdict.Faults)).Select(f => $"{f.Place.File}:{f.Place.Line} {f.Code} {f.Found}"));
}
