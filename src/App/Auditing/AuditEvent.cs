namespace Styrkedja.App.Auditing;

/// <summary>The sorts of event that the audit log takes in.</summary>
public enum AuditKind
{
    SignIn,
    SignOut,
    SignInFailed,

    /// <summary>Something was recorded in the journal or among drafts.</summary>
    Write,

    /// <summary>An act or a view that no office of the person allowed.</summary>
    Refused,

    /// <summary>Protected data was shown: voucher texts, rows about contacts with care.</summary>
    ProtectedRead,

    AccountChanged,
    Import,
    Export,
    Decision,
    Settings,

    /// <summary>The audit log itself was read or taken out.</summary>
    AuditRead,

    /// <summary>Something is not as it was written.</summary>
    IntegrityFailure,
}

/// <summary>How an audited act ended.</summary>
public enum AuditOutcome
{
    Done,
    Refused,
    Failed,

    /// <summary>About to be tried; how it ended stands in a later event.</summary>
    Begun,
}

/// <summary>One thing worth answering for: who did what, by which office, when and from where.</summary>
/// <remarks>Only Who and From name a person, and only they are forgotten in time: the other parts hold ids and codes, never names, free text or what was read.</remarks>
/// <param name="Who">Id of the account or office holder; <see cref="AuditLog.Nobody"/> when nobody is signed in.</param>
/// <param name="Office">The office acted in; absent when no office was.</param>
/// <param name="Object">What it was done to, by its id or address.</param>
/// <param name="Reason">Why it was refused, the purpose of a protected reading, or what was changed, as a code or a few words of ours.</param>
/// <param name="From">Remote address; absent for the command line.</param>
/// <param name="Trace">The id by which the program's own log tells of the same request.</param>
public sealed record AuditEvent(DateTimeOffset When, AuditKind Kind, AuditOutcome Outcome, string Who, string? Office = null, string? Object = null, string? Reason = null, string? From = null, string? Trace = null);

/// <summary>What a reader asks of the audit log; what is left out does not narrow the answer.</summary>
/// <param name="Who">An account or a pseudonym, whole.</param>
/// <param name="FromDay">The first day, in UTC.</param>
/// <param name="ToDay">The last day, in UTC.</param>
/// <param name="Words">Words that must all stand somewhere in office, object, reason or trace.</param>
/// <param name="Before">Number of the last event of the page before; absent for the newest.</param>
public sealed record AuditQuestion(
    AuditKind? Kind = null,
    AuditOutcome? Outcome = null,
    string? Who = null,
    string? Office = null,
    string? Object = null,
    DateOnly? FromDay = null,
    DateOnly? ToDay = null,
    string? Words = null,
    long? Before = null);
