using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>A partner binds itself, by its own decision, to do something for a programme that it shares with others. A later act of the same partner with the same id says it anew.</summary>
/// <remarks>Whose it is, is told by the body of the decision. Nobody can make it for another. Rule: lagen (2010:630) om regionalt utvecklingsansvar 8 §, which asks the region to work together with
/// municipalities and state authorities and gives it no say over them. Not checked against the text of the law.</remarks>
/// <param name="Text">What it binds itself to, in its own words.</param>
/// <param name="To">The programme, or the goal or strategic choice of one.</param>
/// <param name="DecidedBy">Which of the partner's own bodies decided: the id of one that it has told, else in words; absent when it has only a signatory.</param>
/// <param name="Document">Address or hash of the partner's own decision; absent when it has told none.</param>
/// <param name="Indicator">An indicator that it will tell values of; absent when none.</param>
[Term("åtagande")]
public sealed record CommitTo(string Id, Bilingual Text, string To, string? DecidedBy, string? Document, string? Indicator, Validity Valid) : Act;

/// <summary>A partner takes back what it bound itself to, or says that it has come to its end before its time.</summary>
public sealed record EndCommitment(string Id, Bilingual Reason) : Act;

/// <summary>How a partner itself says that its commitment goes.</summary>
public enum CommitmentState
{
    OnTrack,
    Delayed,
    Done,

    /// <summary>Nothing has been done of it so far.</summary>
    NotBegun,
}

/// <summary>A partner tells how it goes with what it bound itself to.</summary>
/// <param name="Period">The months that it tells of.</param>
public sealed record ReportCommitment(string Commitment, Period Period, Bilingual Text, CommitmentState State) : Act;

/// <summary>In which way others are asked.</summary>
public enum ConsultationKind
{
    /// <summary>In writing, with an answer in writing.</summary>
    [Term("remiss")] Referral,

    /// <summary>By talking together; what is answered is noted.</summary>
    [Term("samråd")] Dialogue,
}

/// <summary>The region asks partners, or its own bodies, what they think before it decides. A later act with the same id says it anew.</summary>
/// <param name="About">A programme or another steering document, or the diary number of a case.</param>
/// <param name="To">Partners and bodies that are asked.</param>
/// <param name="In">The body where the dialogue is held; absent when it is held nowhere in particular.</param>
/// <param name="AnswerBy">The last day to answer. Who answers later is heard all the same, and the delay is told.</param>
/// <param name="Document">Address or hash of what they are asked about; absent when there is none.</param>
/// <param name="Text">The question.</param>
[Term("samrådsfråga")]
public sealed record SendForConsultation(
    string Id,
    string About,
    ConsultationKind Kind,
    IReadOnlyList<string> To,
    string? In,
    DateOnly AnswerBy,
    string? Document,
    Bilingual Text) : Act;

/// <summary>Where someone who was asked stands.</summary>
public enum ConsultationPosition
{
    Supports,
    SupportsWithChanges,
    Opposes,

    /// <summary>Has nothing to say about it.</summary>
    NoView,
}

/// <summary>A partner or body that was asked answers, by its own decision. A later answer of the same one replaces the earlier.</summary>
/// <param name="Document">Address or hash of the whole answer; absent when the text is all.</param>
[Term("remissvar")]
public sealed record AnswerConsultation(string Consultation, ConsultationPosition Position, Bilingual Text, string? Document) : Act;

/// <summary>How much of an answer came into what was decided.</summary>
public enum TakenUp { Yes, Partly, No }

/// <summary>How one answer was dealt with.</summary>
/// <param name="By">The partner or body that had answered.</param>
/// <param name="Why">What was done of it, or why it was not.</param>
public sealed record AnswerTreatment(string By, TakenUp TakenUp, Bilingual Why);

/// <summary>The region ends a consultation and tells everyone who answered what became of the answer.</summary>
/// <param name="Text">What came out of it as a whole.</param>
public sealed record CloseConsultation(string Id, Bilingual Text, IReadOnlyList<AnswerTreatment> Answers) : Act;
