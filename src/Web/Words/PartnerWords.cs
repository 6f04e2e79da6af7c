using Styrkedja.Decisions;
using Styrkedja.Development;
using Styrkedja.Provenance;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Words;

/// <summary>Partners, what they bind themselves to and what they are asked, as people say it.</summary>
internal static class PartnerWords
{
    /// <summary>What stands in the sentence of an act that a partner decides, or by which partners are asked.</summary>
    public static (string Name, string Value)[] Of(Reading reading, Act act)
    {
        var t = reading.T;
        return act switch
        {
            CommitTo a => [("to", AimName(reading, a.To)), ("text", t[a.Text].TrimEnd('.')), ("valid", DateWords.Of(t, a.Valid))],
            EndCommitment a => [("commitment", CommitmentName(reading, a.Id)), ("reason", Ended(t[a.Reason]))],
            ReportCommitment a => [("commitment", CommitmentName(reading, a.Commitment)), ("period", DateWords.Of(t, a.Period)), ("state", t[$"commitment-state.{KeyWord.Of(a.State)}"]), ("text", Ended(t[a.Text]))],
            SendForConsultation a =>
            [
                ("kind", t[$"consultation-kind.{KeyWord.Of(a.Kind)}"]), ("about", AboutName(reading, a.About)), ("to", string.Join(", ", a.To.Select(id => Name(reading, id)))), ("day", DateWords.Iso(a.AnswerBy)), ("text", Ended(t[a.Text])),
            ],
            AnswerConsultation a => [("about", AboutOf(reading, a.Consultation)), ("position", t[$"consultation-position.{KeyWord.Of(a.Position)}"]), ("text", Ended(t[a.Text]))],
            CloseConsultation a => [("about", AboutOf(reading, a.Id)), ("text", Ended(t[a.Text]))],
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }

    /// <summary>The page of what an act of a partner, or a question to one, is about; the whole of regional development when it is not known at the moment seen.</summary>
    public static string Href(Reading reading, Act act) => act switch
    {
        JoinPartner a => Partner(reading, a.Id),
        CommitTo a => Commitment(reading, a.Id),
        EndCommitment a => Commitment(reading, a.Id),
        ReportCommitment a => Commitment(reading, a.Commitment),
        SendForConsultation a => ConsultationPage(reading, a.Id),
        AnswerConsultation a => ConsultationPage(reading, a.Consultation),
        CloseConsultation a => ConsultationPage(reading, a.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>The name of a partner, also one that is no member any more, or of whoever in the region has the id.</summary>
    public static string Name(Reading reading, string id) => reading.SoFar.Development.EveryPartner.FirstOrDefault(p => p.Act.Id == id) is { } partner ? reading.T[partner.Act.Name] : new FigureWords(reading.T, reading.State).SubjectName(id);

    /// <summary>The name of a programme, or of a goal or strategic choice of one.</summary>
    public static string AimName(Reading reading, string id) => reading.SoFar.Development.NameOfAim(id) is { } name ? reading.T[name] : id;

    /// <summary>What a consultation is about: a programme, a steering document or a case; a secret case only by its number.</summary>
    public static string AboutName(Reading reading, string id) => reading.SoFar.Development.NameOfAim(id) is { } programme ? reading.T[programme]
        : reading.SoFar.Steering.Find(id) is { } document ? reading.T[document.Name]
        : reading.SoFar.Cases.Find(id) is { Secrecy: null } found ? reading.T[found.Opened.Act.Title] : id;

    /// <summary>What a state says, and when: the latest report, or that none has come.</summary>
    public static string StandingOf(Reading reading, PartnerCommitment commitment) =>
        commitment.Ended is not null ? reading.T["partner.ended"] : commitment.Latest is { } report ? reading.T[$"commitment-state.{KeyWord.Of(report.Act.State)}"] : reading.T["partner.nothing-reported"];

    /// <summary>How much of an answer came into what was decided, and why.</summary>
    public static string TreatmentOf(Reading reading, AnswerTreatment treatment) => $"{reading.T[$"taken-up.{KeyWord.Of(treatment.TakenUp)}"]}: {Ended(reading.T[treatment.Why])}";

    private static string CommitmentName(Reading reading, string id) => reading.SoFar.Development.Commitments.Find(id) is { } made ? reading.T[made.Made.Act.Text].TrimEnd('.') : id;

    private static string AboutOf(Reading reading, string consultation) => reading.SoFar.Development.Consultations.Find(consultation) is { } found ? AboutName(reading, found.Sent.Act.About) : consultation;

    private static string Partner(Reading reading, string id) => reading.SoFar.Development.EveryPartner.All(p => p.Act.Id != id) ? reading.Href("/development") : reading.Href("/development/partners/" + Uri.EscapeDataString(id));

    private static string Commitment(Reading reading, string id) => reading.SoFar.Development.Commitments.Find(id) is { } made
        ? reading.Href($"/development/partners/{Uri.EscapeDataString(made.Partner)}#{Uri.EscapeDataString(id)}") : reading.Href("/development");

    private static string ConsultationPage(Reading reading, string id) =>
        reading.SoFar.Development.Consultations.Find(id) is null ? reading.Href("/development/consultations") : reading.Href("/development/consultations/" + Uri.EscapeDataString(id));

    private static string Ended(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";
}
