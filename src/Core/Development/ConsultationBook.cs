using Styrkedja.Decisions;

namespace Styrkedja.Development;

/// <summary>A consultation with those who were asked, what they answered and what became of it.</summary>
/// <param name="Sent">The question as it was last put.</param>
/// <param name="Answers">The latest of each who answered, in the order they came.</param>
/// <param name="Closed">Absent while it is open.</param>
public sealed record Consultation(Decided<SendForConsultation> Sent, IReadOnlyList<Decided<AnswerConsultation>> Answers, Decided<CloseConsultation>? Closed)
{
    public string Id => Sent.Act.Id;

    public bool IsOpen => Closed is null;

    /// <summary>Those who were asked and have not answered, in the order they were asked.</summary>
    public IReadOnlyList<string> Unanswered => [.. Sent.Act.To.Where(asked => AnswerOf(asked) is null)];

    public Decided<AnswerConsultation>? AnswerOf(string asked) => Answers.FirstOrDefault(a => a.By.Body == asked);

    /// <summary>How an answer was dealt with; nothing until the consultation is closed.</summary>
    public AnswerTreatment? TreatmentOf(string asked) => Closed?.Act.Answers.FirstOrDefault(a => a.By == asked);

    /// <summary>True when someone answered after the last day to do so.</summary>
    public bool IsLate(Decided<AnswerConsultation> answer) => answer.By.Date.Latest > Sent.Act.AnswerBy;
}

/// <summary>Every consultation so far, those that were sent last standing first.</summary>
public sealed class ConsultationBook
{
    private readonly Dictionary<string, Consultation> _byId;

    private ConsultationBook(ActsInOrder acts)
    {
        var answers = acts.Of<AnswerConsultation>().ToLookup(a => a.Act.Consultation, StringComparer.Ordinal);
        var closed = acts.Latest<CloseConsultation, string>(c => c.Id);
        _byId = acts.Latest<SendForConsultation, string>(s => s.Id).Values.ToDictionary(
            sent => sent.Act.Id,
            sent => new Consultation(
                sent,
                [.. answers[sent.Act.Id].Where(a => sent.Act.To.Contains(a.By.Body)).GroupBy(a => a.By.Body, StringComparer.Ordinal).Select(g => g.Last()).OrderBy(a => a.By.Date.Latest).ThenBy(a => a.Position)],
                closed.GetValueOrDefault(sent.Act.Id)),
            StringComparer.Ordinal);
        All = [.. _byId.Values.OrderByDescending(c => c.Sent.By.Date.Latest).ThenBy(c => c.Id, StringComparer.Ordinal)];
    }

    public IReadOnlyList<Consultation> All { get; }

    public static ConsultationBook Fold(ActsInOrder acts) => new(acts);

    public Consultation? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Consultations in which someone is asked, answered or not.</summary>
    public IReadOnlyList<Consultation> Asking(string asked) => [.. All.Where(c => c.Sent.Act.To.Contains(asked))];

    /// <summary>Open consultations that wait for someone's answer, the one due first standing first.</summary>
    public IReadOnlyList<Consultation> WaitingFor(string asked) => [.. Asking(asked).Where(c => c.IsOpen && c.AnswerOf(asked) is null).OrderBy(c => c.Sent.Act.AnswerBy)];
}
