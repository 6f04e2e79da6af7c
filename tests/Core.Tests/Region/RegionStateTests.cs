using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Region;

/// <summary>The two clocks: what was in force on a day, and what was known at a place in the journal.</summary>
public class RegionStateTests
{
    private static readonly IReadOnlyList<Entry> s_entries = Of(
        Decision("BUDGET", "2016-11-23", Body("DN-A"), new SetFrame(2017, "REGION", "DN-A", FrameKind.Grant, new(100), null)),
        Decision("NY-NÄMND", "2017-03-01", Body("DN-B")),
        Decision("SENT-INKOMMET", "2016-12-15", new SetFrame(2017, "REGION", "DN-A", FrameKind.Grant, new(120), null)),
        Decision("FRAMTID", "2018-01-10", new SetFrame(2017, "REGION", "DN-A", FrameKind.Grant, new(999), null)));

    [Theory]
    [InlineData("2016-11-22", 4, "?", "")]
    [InlineData("2016-11-23", 2, "100", "DN-A")]
    [InlineData("2017-02-28", 2, "100", "DN-A")]
    [InlineData("2017-03-01", 2, "100", "DN-A DN-B")]
    [InlineData("2016-12-15", 3, "120", "DN-A")]
    [InlineData("2016-12-14", 3, "100", "DN-A")]
    [InlineData("2018-01-09", 4, "120", "DN-A DN-B")]
    [InlineData("2018-01-10", 4, "999", "DN-A DN-B")]
    [InlineData("2018-01-10", 3, "120", "DN-A DN-B")]
    [InlineData("2018-01-10", 0, "?", "")]
    public void As_of_chooses_what_is_in_force_and_known_at_what_counts(string asOf, long knownAt, string frame, string committees)
    {
        var state = StateOn(asOf, s_entries, knownAt);
        Assert.Equal(frame, state.Frames.Frames.Count == 0 ? "?" : $"{state.Frames.GivenTo("DN-A", 2017).Ore}");
        Assert.Equal(committees, string.Join(' ', state.Organisation.Bodies.Select(b => b.Id).Where(id => id != "RF").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_decision_taken_in_a_secret_case_keeps_its_title_by_the_cases_paragraph()
    {
        var opened = Decision("ÖPPNAR", "2017-01-01", new OpenCase("RS170001", new("Hotbilden"), CaseKind.Matter, null, "OSL 18 kap. 8 §"), new OpenCase("RS170002", new("Öppet"), CaseKind.Matter, null, null));
        var state = StateOn("2017-12-31", Region.Entries.Of(opened));

        Assert.Equal("OSL 18 kap. 8 §", state.SecrecyOf(InCase("RS170001")));
        Assert.Null(state.SecrecyOf(InCase("RS170002")));
        Assert.Null(state.SecrecyOf(opened));

        static Decision InCase(string id) => Decision("B", "2017-02-01") with { Minute = new(null, id, null, [], [], [], false) };
    }

    [Fact]
    public void A_breach_is_told_of_the_decision_and_of_the_act_that_broke_the_rule_alone()
    {
        var decision = Decision("B", "2017-01-01", Goal("G1"), Goal("G2"));
        var state = StateOn("2017-12-31", [new DecisionEntry(1, default, decision, new(Authority.VerdictOutcome.Breach, [], [new(2, "authority.assembly-decides", null, [], new Dictionary<string, string>())], []))]);

        Assert.True(state.BrokeARule(decision));
        Assert.False(state.BrokeARule(decision, decision.Acts[0]));
        Assert.True(state.BrokeARule(decision, decision.Acts[1]));
        Assert.False(state.BrokeARule(Decision("ANNAT", "2017-01-01")));
    }

    [Fact]
    public void A_decision_not_yet_in_force_is_known_all_the_same()
    {
        var state = StateOn("2016-11-23", s_entries);
        Assert.Equal(4, state.Decisions.Count);
        Assert.NotNull(state.FindDecision("FRAMTID"));
        Assert.Null(state.FindDecision("FINNS-EJ"));
        Assert.Equal(4, state.FindDecision("FRAMTID")!.Position);
    }

    [Fact]
    public void An_uncertain_date_counts_from_its_latest_day()
    {
        var uncertain = Decision("B", "2017-01-01", Body("DN-C")) with { Date = new(new(2017, 1, 1), new(2017, 6, 30), "år känt, inte dag") };
        Assert.Null(StateOn("2017-06-29", Of(uncertain)).Organisation.Find("DN-C"));
        Assert.NotNull(StateOn("2017-06-30", Of(uncertain)).Organisation.Find("DN-C"));
    }

    [Fact]
    public void A_superseded_batch_lives_for_those_who_do_not_yet_know_of_the_later_one()
    {
        var day = new DateTimeOffset(2017, 1, 1, 12, 0, 0, TimeSpan.Zero);
        Entry[] entries = [new FactEntry(1, day, Batch("B1"), [Value("1")]), new FactEntry(2, day, Batch("B2", "B1"), [Value("2")]), new FactEntry(3, day, Batch("B3"), [])];
        Assert.Equal("B1 | B2 | B2 B3", string.Join(" | ", new[] { 1, 2, 3 }.Select(at => string.Join(' ', StateOn("2017-01-01", entries, at).LiveBatches.Select(b => b.Batch.Id)))));
        Assert.Equal(2, Assert.Single(StateOn("2017-01-01", entries).Observations).Observation.Value);

        static FactBatch Batch(string id, params string[] supersedes) =>
            new(id, FactKind.Observations, id, 0, "csv", null, null, Calendar.Period.Year(2017), [], null, null, 0, 0, Money.Zero, Money.Zero, supersedes, false);
        static Observation Value(string value) => new("population/2017-01..2017-12/REGION", decimal.Parse(value), 0, "invånare", "källa", null, false);
    }

    [Fact]
    public void Rounds_and_reports_count_as_soon_as_they_are_known()
    {
        var entries = Of(Decision("R", "2018-04-04", new OpenRound("ÅR-2017", RoundKind.AnnualReport, Calendar.Period.Year(2017), new("Årsredovisning")), new SubmitReport("ÅR-2017", "RF"), new ApproveReport("ÅR-2017")));
        var state = StateOn("2017-12-31", entries);
        Assert.Equal((1, 1, 1), (state.Rounds.Count, state.Submissions.Count, state.Approvals.Count));
        Assert.Empty(StateOn("2017-12-31", entries, 0).Rounds);
    }

    [Fact]
    public void A_state_that_takes_over_from_earlier_ones_is_the_state_folded_from_nothing()
    {
        string[] days = ["2016-11-22", "2016-11-23", "2017-02-28", "2017-03-01", "2018-01-09", "2018-01-10"];
        var earlier = new List<RegionState>();
        foreach (var day in days)
        {
            for (var knownAt = s_entries.Count; knownAt >= 0; knownAt--)
            {
                var at = new Viewpoint(DateOnly.Parse(day), knownAt);
                var state = RegionState.Fold(s_entries, at, new("Regionen"), earlier);
                Assert.Equal(at, state.At);
                Assert.Equal(Told(StateOn(day, s_entries, knownAt)), Told(state));
                earlier.Insert(0, state);
            }
        }

        static string Told(RegionState state) =>
            $"{string.Join(' ', state.Organisation.Subjects.Select(s => s.Id).Order())} on {state.Organisation.Day}: {string.Join(' ', state.Frames.Frames)} by {string.Join(' ', state.Decisions.Select(d => d.Decision.Id))}";
    }

    [Fact]
    public void A_room_is_folded_again_only_when_an_act_it_reads_has_come()
    {
        var before = StateOn("2017-12-31", s_entries, 1);
        var committee = RegionState.Fold(s_entries, new(new(2017, 12, 31), 2), new("Regionen", "The region"), [before]);
        Assert.Same(before.Frames, committee.Frames);
        Assert.NotSame(before.Organisation, committee.Organisation);
        var frame = RegionState.Fold(s_entries, new(new(2017, 12, 31), 3), new("Regionen", "The region"), [committee]);
        Assert.NotSame(committee.Frames, frame.Frames);
        Assert.Same(committee.Organisation, frame.Organisation);
        Assert.NotSame(frame.Organisation, RegionState.Fold(s_entries, new(new(2017, 12, 31), 3), new("Ett annat namn"), [frame]).Organisation);
    }
}
