using Styrkedja.Region;
using Styrkedja.Store.Drafts;

namespace Styrkedja.App.Drafting;

/// <summary>Answers in a round: what is missing is told all at once before anyone is asked to approve, and what is approved counts.</summary>
public sealed class AnswersInRoundsTests : IDisposable
{
    private const string Head = "assessment: S-A1\nsubject: A1\nby: DN-A\nperiod: 2026-08\ndate: 2026-11-27\nround: UR2\n";

    private readonly SmallRegion _region = new();

    public AnswersInRoundsTests() => _region.Record("""
        decision: RS-RUNDA
        body: RS
        date: 2026-09-01
        title: Runda
        acts:
          - open-round: {id: UR2, kind: interim-report, period: 2026-08, name: Uppföljningsrapport 2, answer-by: 2026-11-30, questions: [{id: bemanning, text: Hur är bemanningen?}, {id: kö, text: Hur långa är köerna?}], asks: [{of: A1, for: [forecast, deviation], questions: [bemanning, kö]}]}
        """);

    private Drafts Drafts => _region.Drafts;

    [Fact]
    public void All_that_is_missing_is_told_at_once_and_nothing_is_handed_in()
    {
        var draft = Drafts.Write(_region.UnitHead, DraftKind.Answer, "A1", Head.Replace("2026-08", "2026-09", StringComparison.Ordinal) + "replies:\n- {question: väder, text: Fint}\n").Draft!;

        var handed = Drafts.Submit(_region.UnitHead, draft.Id, draft.Number);

        Assert.Equal(
            ["answer.lacks-period A1", "answer.lacks-forecast A1", "answer.lacks-explanation A1", "answer.lacks-answer bemanning", "answer.lacks-answer kö", "answer.lacks-unknown-question väder"],
            handed.Faults.Select(f => $"{f.Code} {f.Found}"));
        Assert.Equal(DraftState.Draft, _region.File.Find(draft.Id)!.State);
    }

    [Fact]
    public void A_whole_answer_is_handed_in_approved_and_done()
    {
        Assert.Equal(4, Assert.Single(WorkWaiting.Of(_region.UnitHead, Drafts, _region.Today.State).Asked).Open.Count);
        var draft = Drafts.Write(_region.UnitHead, DraftKind.Answer, "A1", Head + "forecast: −2 mnkr\nexplained:\n- {cause: price, amount: −2 mnkr}\nreplies:\n- {question: bemanning, text: God}\n- {question: kö, text: Kortare}\n").Draft!;
        draft = Drafts.Submit(_region.UnitHead, draft.Id, draft.Number).Draft!;

        Assert.True(Drafts.Approve(_region.Chief, draft.Id, draft.Number).Done);

        Assert.IsType<AssessmentEntry>(_region.Archive.Entries()[^1]);
        Assert.Empty(WorkWaiting.Of(_region.UnitHead, Drafts, _region.Today.State).Asked);
        Assert.All(_region.Today.State.ProgressOf(_region.Today.State.RoundBook.Find("UR2")!).Items, item => Assert.True(item.Answered));
    }

    [Fact]
    public void What_has_been_answered_before_need_not_be_said_again()
    {
        _region.Record(Head + "forecast: −2 mnkr\ntext: Dyrare\nreplies:\n- {question: bemanning, text: God}\n");
        var draft = Drafts.Write(_region.UnitHead, DraftKind.Answer, "A1", Head.Replace("S-A1", "S-A1-2", StringComparison.Ordinal) + "replies:\n- {question: kö, text: Kortare}\n").Draft!;

        Assert.True(Drafts.Submit(_region.UnitHead, draft.Id, draft.Number).Done);
    }

    [Fact]
    public void An_answer_in_a_round_that_does_not_exist_is_told()
    {
        var weighed = WeighedText.Of(Head.Replace("UR2", "UR9", StringComparison.Ordinal), _region.UnitHead, _region.Archive, _region.Today.State);

        Assert.Equal("assessment.round-unknown UR9", Assert.Single(weighed.Faults.Select(f => $"{f.Code} {f.Found}")));
    }

    public void Dispose() => _region.Dispose();
}
