namespace Styrkedja.Store.Audit;

/// <summary>One event as it lies in the audit log, with whoever it was as long as that is kept.</summary>
/// <param name="Number">Place in the log, from one.</param>
/// <param name="Moment">When, in UTC to the millisecond.</param>
/// <param name="Pseudonym">Stands for the person, the same for a year; stays when the person is forgotten.</param>
/// <param name="Who">Account or office holder; absent once pseudonymised.</param>
/// <param name="From">Remote address; absent when unknown or pseudonymised.</param>
public sealed record AuditRow(
    long Number,
    DateTimeOffset Moment,
    string Kind,
    string Outcome,
    string? Office,
    string? Object,
    string? Reason,
    string? Trace,
    string Pseudonym,
    string? Who,
    string? From)
{
    public bool Pseudonymised => Who is null;
}

/// <summary>What is asked of the audit log; what is left out does not narrow the answer.</summary>
/// <param name="Who">An account or a pseudonym.</param>
/// <param name="Words">Each must stand somewhere in office, object, reason or trace.</param>
/// <param name="Before">Only events with a lower number: the next page begins where this one ended.</param>
/// <param name="Most">How many at most.</param>
public sealed record AuditFilter(
    string? Kind,
    string? Outcome,
    string? Who,
    string? Office,
    string? Object,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    IReadOnlyList<string> Words,
    long? Before,
    int Most);

/// <summary>What reading the whole audit log found.</summary>
/// <param name="Head">Hash of the last event, to be kept outside so that truncation can be found.</param>
/// <param name="FirstFault">Number and sort of the first thing that is wrong; absent when all is as it was written.</param>
public sealed record AuditCheck(long Events, string Head, (long Number, string Code)? FirstFault);
