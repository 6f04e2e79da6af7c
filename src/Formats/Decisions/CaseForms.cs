using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about cases, their documents and the meetings that treat them.</summary>
internal static class CaseForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("open-case", 1, "Opens a case in the diary.", f => new OpenCase(
            f.Required("id", Id, "Diary number."),
            f.Required("title", Names, "What it is about."),
            f.Optional("kind", OneOf<CaseKind>(), "What sort of case; left out for ordinary ones."),
            f.Optional("by", Text, "Party, body or other who raised it."),
            f.Optional("secrecy", Text, "Paragraph by which the title is kept from the public."))),
        new("file-document", 1, "Files a document in a case.", f => new FileDocument(
            f.Required("case", Id, "Diary number."),
            f.Required("hash", Sha256, "SHA-256 of the document."),
            f.Required("title", Names, "Its title."),
            f.Required("kind", OneOf<DocumentKind>(), "What sort of document."),
            f.Optional("secrecy", Text, "Paragraph by which it is kept from the public."))),
        new("write-memo", 1, "Says what a decision in a case would mean.", f => new WriteMemo(
            f.Required("case", Id, "Diary number."),
            f.Required("text", Names, "What the official says."),
            f.Optional("serves", Id, "Goal it serves."),
            f.Optional("amount", Optionally(Amount), "What it costs."),
            f.Optional("financing", Names, "What pays for it."),
            f.Optional("draft", Sha256, "SHA-256 of the draft decision."))),
        new("put-proposal", 1, "Proposes how a case should be decided.", f => new PutProposal(
            f.Required("id", Id, "Short id."),
            f.Required("case", Id, "Diary number."),
            f.Required("by", ListOf(Text), "Parties or bodies."),
            f.Required("text", Names, "What is proposed."),
            f.Optional("draft", Sha256, "SHA-256 of the draft decision."))),
        new("send-case", 1, "Sends a case on to another body.", f => new SendCase(
            f.Required("case", Id, "Diary number."),
            f.Required("to", Id, "The body."),
            f.Required("for", OneOf<SentFor>(), "What for."),
            f.Optional("proposal", Names, "What the sender proposes."))),
        new("refer-back", 1, "Sends a case back to be prepared further.", f => new ReferBack(
            f.Required("case", Id, "Diary number."),
            f.Required("to", Id, "The body."),
            f.Optional("by-minority", Flag, "True when a third of those present were enough."),
            f.Optional("reason", Names, "Why."))),
        new("postpone", 1, "Puts a case off to a later meeting.", f => new Postpone(
            f.Required("case", Id, "Diary number."),
            f.Optional("until", Optionally(Date), "The day it comes up again."),
            f.Optional("by-minority", Flag, "True when a third of those present were enough."))),
        new("conclude-case", 1, "Decides a case, or says that it has been carried out.", f => new ConcludeCase(
            f.Required("case", Id, "Diary number."),
            f.Required("outcome", OneOf<CaseOutcome>(), "How it ended."))),
        new("annul-decision", 1, "Tells that a court has annulled a decision on legality review.", f => new AnnulDecision(
            f.Required("decision", Id, "The decision."),
            f.Required("court", Names, "The court."),
            f.Optional("court-case", Text, "The court's number of the case."))),
        new("call-meeting", 1, "Calls a body to a meeting.", f => new CallMeeting(
            f.Required("id", Id, "Short id."),
            f.Required("body", Id, "The body."),
            f.Required("day", Date, "The day."),
            f.Optional("agenda", ListOf(Nested(AgendaForm)), "What it is to treat.") ?? [])),
        new("verify-minutes", 1, "Tells that the minutes of a meeting have been verified and announced.", f => new VerifyMinutes(
            f.Required("meeting", Id, "The meeting."),
            f.Required("verified", Date, "Day of verification."),
            f.Required("announced", Date, "Day of announcement."),
            f.Optional("where", Text, "Where the minutes are kept."))),
        new("answer-suggestion", 1, "Answers a resident's suggestion in public, and decides its case.", f => new AnswerSuggestion(
            f.Required("case", Id, "Diary number."),
            f.Required("text", Names, "The answer."),
            f.Required("does", OneOf<SuggestionOutcome>(), "What becomes of it."))),
    ];

    private static AgendaItem AgendaForm(Fields f) => new(
        f.Required("item", Count, "Number on the agenda."),
        f.Optional("case", Id, "Diary number."),
        f.Required("title", Names, "What it is about."));
}
