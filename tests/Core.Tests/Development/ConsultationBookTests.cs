using Styrkedja.Decisions;
using static Styrkedja.Development.PartnerBooks;

namespace Styrkedja.Development;

public class ConsultationBookTests
{
    private static readonly (string, string, Act[])[] s_sent = [Joined("K1", "K2", "K3"), ("RS", "2016-02-10", [Question("S", "K1", "K2", "DN")])];

    [Fact]
    public void Who_has_not_answered_is_told_in_the_order_asked()
    {
        var asked = ConsultationBook.Fold(Of([.. s_sent, ("K2", "2016-03-01", [Answer("S", ConsultationPosition.Supports)])])).Find("S")!;
        Assert.Equal(["K1", "DN"], asked.Unanswered);
        Assert.Equal(ConsultationPosition.Supports, asked.AnswerOf("K2")!.Act.Position);
    }

    [Fact]
    public void A_later_answer_of_the_same_one_replaces_the_earlier_and_those_not_asked_do_not_count()
    {
        var asked = ConsultationBook.Fold(Of(
        [
            .. s_sent,
            ("K1", "2016-03-01", [Answer("S", ConsultationPosition.Supports)]),
            ("K1", "2016-04-01", [Answer("S", ConsultationPosition.Opposes)]),
            ("K3", "2016-04-02", [Answer("S", ConsultationPosition.Opposes)]),
        ])).Find("S")!;
        Assert.Equal([("K1", ConsultationPosition.Opposes)], asked.Answers.Select(a => (a.By.Body, a.Act.Position)));
    }

    [Fact]
    public void An_answer_is_late_from_the_day_after_the_last()
    {
        var asked = ConsultationBook.Fold(Of([.. s_sent, ("K1", "2016-04-30", [Answer("S", ConsultationPosition.NoView)]), ("K2", "2016-05-01", [Answer("S", ConsultationPosition.NoView)])])).Find("S")!;
        Assert.Equal([false, true], asked.Answers.Select(asked.IsLate));
    }

    [Fact]
    public void What_waits_is_open_and_unanswered_and_the_one_due_first_stands_first()
    {
        var sooner = Question("T", "K1") with { AnswerBy = new(2016, 4, 1) };
        (string, string, Act[])[] both = [.. s_sent, ("RS", "2016-02-11", [sooner])];
        Assert.Equal(["T", "S"], ConsultationBook.Fold(Of(both)).WaitingFor("K1").Select(c => c.Id));
        Assert.Equal(["T"], ConsultationBook.Fold(Of([.. both, ("K1", "2016-03-01", [Answer("S", ConsultationPosition.Supports)])])).WaitingFor("K1").Select(c => c.Id));
        Assert.Equal(["S"], ConsultationBook.Fold(Of([.. both, ("RS", "2016-03-01", [new CloseConsultation("T", new("Slut"), [])])])).WaitingFor("K1").Select(c => c.Id));
        Assert.Equal(["S"], ConsultationBook.Fold(Of(both)).Asking("K2").Select(c => c.Id));
    }

    [Fact]
    public void How_an_answer_was_dealt_with_is_told_when_it_is_closed()
    {
        var asked = ConsultationBook.Fold(Of(
        [
            .. s_sent,
            ("K1", "2016-03-01", [Answer("S", ConsultationPosition.Supports)]),
            ("RS", "2016-06-01", [new CloseConsultation("S", new("Slut"), [new("K1", TakenUp.Partly, new("Cykel kom med"))])]),
        ])).Find("S")!;
        Assert.False(asked.IsOpen);
        Assert.Equal((TakenUp.Partly, null), (asked.TreatmentOf("K1")!.TakenUp, asked.TreatmentOf("K2")));
    }
}
