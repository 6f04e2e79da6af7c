using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of what partners decide for themselves, and of how the region asks them.</summary>
internal static class PartnerForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("commit-to", 1, "A partner binds itself, by its own decision, to do something for a shared programme.", f => new CommitTo(
            f.Required("id", Id, "Short id, the same when the partner says it anew."),
            f.Required("text", Names, "What it binds itself to, in its own words."),
            f.Required("to", Id, "The programme, or the goal or strategic choice of one."),
            f.Optional("decided-by", Text, "Which of the partner's own bodies decided; left out when it has only a signatory."),
            f.Optional("document", Text, "Address or hash of the partner's own decision."),
            f.Optional("indicator", Id, "An indicator that it will tell values of."),
            f.Required("valid", Valid, "Days in force."))),
        new("end-commitment", 1, "A partner takes back what it bound itself to, or ends it before its time.", f => new EndCommitment(
            f.Required("id", Id, "The commitment."),
            f.Required("reason", Names, "Why."))),
        new("report-commitment", 1, "A partner tells how it goes with what it bound itself to.", f => new ReportCommitment(
            f.Required("commitment", Id, "The commitment."),
            f.Required("period", Months, "The months that it tells of."),
            f.Required("text", Names, "How it goes."),
            f.Required("state", OneOf<CommitmentState>(), "Where it stands."))),
        new("send-for-consultation", 1, "Asks partners or bodies what they think before something is decided.", f => new SendForConsultation(
            f.Required("id", Id, "Short id, the same when it is said anew."),
            f.Required("about", Id, "The programme or other steering document, or the diary number of the case."),
            f.Required("kind", OneOf<ConsultationKind>(), "In which way they are asked."),
            f.Required("to", SomeOf(Id), "Partners and bodies that are asked."),
            f.Optional("in", Id, "The body where the dialogue is held."),
            f.Required("answer-by", Date, "The last day to answer."),
            f.Optional("document", Text, "Address or hash of what they are asked about."),
            f.Required("text", Names, "The question."))),
        new("answer-consultation", 1, "Answers what one has been asked, by one's own decision.", f => new AnswerConsultation(
            f.Required("consultation", Id, "The consultation."),
            f.Required("position", OneOf<ConsultationPosition>(), "Where one stands."),
            f.Required("text", Names, "The answer in short."),
            f.Optional("document", Text, "Address or hash of the whole answer."))),
        new("close-consultation", 1, "Ends a consultation and tells what became of the answers.", f => new CloseConsultation(
            f.Required("id", Id, "The consultation."),
            f.Required("text", Names, "What came out of it."),
            f.Optional("answers", ListOf(Nested(r => new AnswerTreatment(
                r.Required("by", Id, "Who had answered."),
                r.Required("taken-up", OneOf<TakenUp>(), "How much came into what was decided."),
                r.Required("why", Names, "What was done of it, or why it was not.")))), "How each answer was dealt with.") ?? [])),
    ];
}
