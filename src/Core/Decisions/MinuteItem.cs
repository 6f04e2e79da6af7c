using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>How a body came to its decision.</summary>
public enum Manner
{
    [Term("acklamation")] Acclamation,
    [Term("votering")] Vote,
    ClosedVote,
}

/// <summary>How a party's members voted.</summary>
public sealed record PartyVotes(string Party, int Yes, int No, int Abstained, int Absent);

/// <summary>What the minutes tell of how a decision came about.</summary>
/// <param name="Case">Diary number of the case it was taken in.</param>
/// <param name="Reservations">Members, by party, who had it noted that they were against.</param>
/// <param name="Conflicts">Members, by party, who stood aside because of a conflict of interest.</param>
/// <param name="VerifiedImmediately">True when this item was verified at the meeting itself.</param>
[Term("paragraf")]
public sealed record MinuteItem(
    string? Meeting,
    string? Case,
    Manner? Manner,
    IReadOnlyList<PartyVotes> Votes,
    IReadOnlyList<PartySeats> Reservations,
    IReadOnlyList<PartySeats> Conflicts,
    bool VerifiedImmediately);
