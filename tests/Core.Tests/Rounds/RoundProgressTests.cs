using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Goals;
using Styrkedja.Region;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Rounds;

/// <summary>Who is asked what, what counts as answered, and when a deviation is large enough.</summary>
public class RoundProgressTests
{
    private static readonly Period s_august = Period.Through(new Month(2018, 8));

    [Fact]
    public void A_copy_takes_what_it_leaves_out_and_keeps_what_it_says()
    {
        var state = State(
            new OpenRound("UR2-2018", RoundKind.InterimReport, s_august, new("UR2")) { Asks = [new("DN-A", [AskedFor.Forecast], ["kö"])], Questions = [new("kö", new("Köer?"))], Threshold = new(Money.Kronor(1_000_000), null), AnswerBy = new(2018, 9, 20) },
            new OpenRound("UR2-2019", RoundKind.InterimReport, Period.Through(new Month(2019, 8)), new("UR2")) { Like = "UR2-2018", Threshold = new(null, 2m) });

        var copy = state.RoundBook.Find("UR2-2019")!;

        Assert.Equal(["DN-A"], copy.Terms.Asks.Select(a => a.Of));
        Assert.Equal(["kö"], copy.Terms.Questions.Select(q => q.Id));
        Assert.Equal((null, 2m), (copy.Terms.Threshold!.Amount, copy.Terms.Threshold.PerCent));
        Assert.Null(copy.Terms.AnswerBy);
    }

    [Fact]
    public void Rounds_that_are_copies_of_each_other_end()
    {
        var state = State(
            new OpenRound("A", RoundKind.Month, s_august, new("A")) { Like = "B" },
            new OpenRound("B", RoundKind.Month, s_august, new("B")) { Like = "A", Asks = [new("DN-A", [AskedFor.Forecast], [])] });

        Assert.Single(state.RoundBook.Find("A")!.Terms.Asks);
    }

    [Fact]
    public void The_template_asks_owners_of_sub_goals_and_committees_with_a_frame()
    {
        var state = State(
            new SetFrame(2018, "REGION", "DN-B", FrameKind.Grant, Money.Kronor(1), null),
            new OpenRound("UR2", RoundKind.InterimReport, s_august, new("UR2")) { Template = RoundTemplate.EconomyAndGoals });

        Assert.Equal(["DN-A SubGoals D-A", "DN-B Forecast DN-B"], state.ProgressOf(state.RoundBook.Find("UR2")!).Items.Select(i => $"{i.Of} {i.For} {i.About}"));
    }

    [Theory]
    [InlineData(GoalFulfilment.NotJudged, "2018-08", null, true)]
    [InlineData(GoalFulfilment.Partly, "2018-08", "UR2", true)]
    [InlineData(GoalFulfilment.Partly, "2018-08", "UR1", false)]
    [InlineData(GoalFulfilment.Partly, "2018-07", null, false)]
    [InlineData(null, "2018-08", "UR2", false)]
    public void A_judgement_counts_when_it_is_given_for_the_round_or_for_its_period(GoalFulfilment? fulfilment, string period, string? round, bool judged)
    {
        Assert.True(Period.TryParse(period, out var of));
        var state = State(
            [new Assessment("B", "D-A", "DN-A", of, new(2018, 9, 1), fulfilment, null, new("Så är det"), null, false) { Round = round }],
            new OpenRound("UR2", RoundKind.InterimReport, s_august, new("UR2")) { Asks = [new("DN-A", [AskedFor.SubGoals], [])] });

        var progress = state.ProgressOf(state.RoundBook.Find("UR2")!);

        Assert.Equal(judged, progress.Unjudged.Count == 0);
        Assert.Equal(judged, progress.Steps[0].Done);
        Assert.Equal(judged ? RoundStep.CommitteesApprove : RoundStep.Answers, progress.Waits!.Step);
    }

    [Theory]
    [InlineData(1_000_000, null, -1_000_001, true)]
    [InlineData(1_000_000, null, 1_000_001, true)]
    [InlineData(1_000_000, null, -1_000_000, false)]
    [InlineData(null, 2, -2_000_000, false)]
    [InlineData(null, 2, -2_000_001, true)]
    [InlineData(5_000_000, 2, -2_000_001, true)]
    public void A_deviation_above_the_amount_or_the_share_has_to_be_explained(int? amount, int? share, int deviation, bool above) => Assert.Equal(
        above,
        AnswerDemands.IsAbove(new(amount is { } kronor ? Money.Kronor(kronor) : null, share), Money.Kronor(deviation), Money.Kronor(-100_000_000)));

    private static RegionState State(params Act[] acts) => State([], acts);

    private static RegionState State(IReadOnlyList<Assessment> said, params Act[] acts)
    {
        var organisation = Decision("RF", "2017-01-01",
            new EstablishBody("DN-A", BodyKind.OperatingCommittee, new("A"), "REGION", null, null, null, Validity.Always),
            new EstablishBody("DN-B", BodyKind.OperatingCommittee, new("B"), "REGION", null, null, null, Validity.Always),
            new AdoptSubGoal("D-A", 2018, "G", "DN-A", new("Kortare köer")));
        IEnumerable<Entry> entries = [.. Of(organisation, Decision("RS-1", "2018-01-10", acts)), .. said.Select((a, i) => new AssessmentEntry(i + 3, DateTimeOffset.UnixEpoch.AddYears(60), a))];
        return RegionState.Fold(entries, new Viewpoint(new(2018, 12, 31), long.MaxValue), new("Regionen"));
    }
}
