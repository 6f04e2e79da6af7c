using Styrkedja.Amounts;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>What sort of case it is.</summary>
public enum CaseKind
{
    Matter,
    [Term("motion")] Motion,
    [Term("medborgarförslag")] ResidentProposal,
    [Term("revisionsrapport")] AuditReport,
    [Term("remiss")] Consultation,
}

/// <summary>A case is opened in the diary; its id is the diary number.</summary>
/// <param name="By">The party, body or other who raised it; absent when no source says.</param>
/// <param name="Secrecy">The paragraph by which the title is kept from the public; absent for public cases.</param>
[Term("ärende")]
public sealed record OpenCase(string Id, Bilingual Title, CaseKind Kind, string? By, string? Secrecy) : Act;

/// <summary>What sort of document it is.</summary>
public enum DocumentKind { OfficialMemo, Proposal, Report, Opinion, Minutes, Letter, Appendix }

/// <summary>A document belongs to a case. It lies beside the journal; the journal holds its hash.</summary>
/// <param name="Hash">SHA-256 of the document's bytes, in hexadecimal.</param>
/// <param name="Secrecy">The paragraph by which it is kept from the public; absent for public documents.</param>
public sealed record FileDocument(string Case, string Hash, Bilingual Title, DocumentKind Kind, string? Secrecy) : Act;

/// <summary>An official says what a decision would mean: which goal it serves, what it costs and what pays for it.</summary>
/// <param name="Draft">Hash of the draft decision that the official has written; absent when there is none.</param>
[Term("tjänsteskrivelse")]
public sealed record WriteMemo(string Case, Bilingual Text, string? Serves, Money? Amount, Bilingual? Financing, string? Draft) : Act;

/// <summary>A party or body proposes how a case should be decided.</summary>
[Term("yrkande")]
public sealed record PutProposal(string Id, string Case, IReadOnlyList<string> By, Bilingual Text, string? Draft) : Act;

/// <summary>Why a case goes to another body.</summary>
public enum SentFor { Preparation, Opinion, Decision }

/// <summary>A case goes on to another body: to be prepared, to be heard, or to be decided.</summary>
public sealed record SendCase(string Case, string To, SentFor For, Bilingual? Proposal) : Act;

/// <summary>A case goes back to be prepared further.</summary>
/// <param name="ByMinority">True when a third of those present were enough.</param>
[Term("återremiss")]
public sealed record ReferBack(string Case, string To, bool ByMinority, Bilingual? Reason) : Act;

/// <summary>A case is put off to a later meeting.</summary>
[Term("bordläggning")]
public sealed record Postpone(string Case, DateOnly? Until, bool ByMinority) : Act;

/// <summary>How a case ended.</summary>
public enum CaseOutcome
{
    [Term("bifall")] Approved,
    [Term("avslag")] Rejected,
    Answered,
    Noted,
    Withdrawn,
    CarriedOut,
}

/// <summary>A body takes its decision in a case, or says that what was decided has been carried out.</summary>
public sealed record ConcludeCase(string Case, CaseOutcome Outcome) : Act;

/// <summary>A court has annulled a decision on legality review, so that nothing in it counts.</summary>
[Term("laglighetsprövning")]
public sealed record AnnulDecision(string Decision, Bilingual Court, string? CourtCase) : Act;

/// <summary>One item of an agenda.</summary>
public sealed record AgendaItem(int Item, string? Case, Bilingual Title);

/// <summary>A body is called to a meeting, with what it is to treat.</summary>
[Term("sammanträde")]
public sealed record CallMeeting(string Id, string Body, DateOnly Day, IReadOnlyList<AgendaItem> Agenda) : Act;

/// <summary>The minutes of a meeting have been verified and announced, so that the time for appeal runs.</summary>
[Term("justering")]
public sealed record VerifyMinutes(string Meeting, DateOnly Verified, DateOnly Announced, string? Where) : Act;
