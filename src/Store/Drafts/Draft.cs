namespace Styrkedja.Store.Drafts;

/// <summary>What a draft becomes when it is recorded.</summary>
public enum DraftKind
{
    /// <summary>A decision of a body or an office.</summary>
    Decision,

    /// <summary>An assessment: what someone responsible says of a goal, a result or a programme.</summary>
    Answer,
}

/// <summary>How far a draft has come.</summary>
public enum DraftState
{
    /// <summary>Being written; seen by its unit only.</summary>
    Draft,

    /// <summary>Handed to whoever approves.</summary>
    Submitted,

    /// <summary>Stands for the unit, and waits for whoever decides.</summary>
    Approved,

    /// <summary>In the journal.</summary>
    Recorded,

    /// <summary>Given back with a note of what is missing.</summary>
    Returned,

    /// <summary>Taken away by those whose it is; its versions stay.</summary>
    Withdrawn,
}

/// <summary>What someone has written, whatever becomes of it.</summary>
/// <param name="Owner">Id of the unit, body or partner whose draft it is.</param>
/// <param name="ForBody">The body or office that is to decide; for an answer, who says it.</param>
/// <param name="Case">Diary number of the case it belongs to; absent when none.</param>
/// <param name="Text">The text of a decision file or assessment file.</param>
public sealed record DraftContent(DraftKind Kind, string Owner, string ForBody, string? Case, string Title, string Text);

/// <summary>One version of a draft. A change is a new version; the earlier ones stay as they were.</summary>
/// <param name="Number">Which version it is, from one; whoever changes says which one it was that they saw.</param>
/// <param name="Author">Opaque id of the holder who wrote the first version.</param>
/// <param name="ChangedBy">Opaque id of the holder who made this one.</param>
/// <param name="Note">What is missing, when it was given back; absent otherwise.</param>
/// <param name="Position">Where it stands in the journal, when it has been recorded; absent otherwise.</param>
public sealed record Draft(
    long Id,
    int Number,
    DraftContent Content,
    DraftState State,
    string Author,
    string ChangedBy,
    DateTimeOffset Changed,
    string? Note,
    long? Position);
