namespace Styrkedja.Store.Inbox;

/// <summary>What someone outside can send in without signing in.</summary>
public enum InboxKind
{
    /// <summary>A suggestion to the region from whoever lives, works or studies there.</summary>
    Suggestion,
}

/// <summary>How far something sent in has come.</summary>
public enum InboxState
{
    /// <summary>Nobody has done anything with it.</summary>
    Waiting,

    /// <summary>A case has been opened with it.</summary>
    Opened,

    /// <summary>It was laid aside, with a reason.</summary>
    SetAside,
}

/// <summary>What was sent in, as it was written.</summary>
/// <param name="About">What it answers to, such as the id of a call; absent for what answers to nothing.</param>
/// <param name="Title">A line that says what it is about.</param>
public sealed record InboxLetter(InboxKind Kind, string? About, string Title, string Text);

/// <summary>How the sender can be reached, as far as they have said; kept apart from what they wrote and never published.</summary>
public sealed record InboxSender(string? Name, string? Email)
{
    public bool IsEmpty => Name is null && Email is null;
}

/// <summary>Something that lies in the inbox, or has lain there.</summary>
/// <param name="Sender">Absent when the sender gave none, or when it has been erased.</param>
/// <param name="HandledBy">Opaque id of whoever opened a case with it or laid it aside.</param>
/// <param name="Reason">Why it was laid aside.</param>
/// <param name="Case">Diary number of the case opened with it.</param>
public sealed record InboxItem(long Id, InboxLetter Letter, InboxSender? Sender, DateTimeOffset Received, InboxState State, string? HandledBy, DateTimeOffset? Handled, string? Reason, string? Case);
