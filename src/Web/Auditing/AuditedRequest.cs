using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Styrkedja.App.Auditing;
using Styrkedja.Web.Guards;

namespace Styrkedja.Web.Auditing;

/// <summary>What a request tells of the one who makes it, as the audit log has it: account, remote address, moment and trace.</summary>
internal static class AuditedRequest
{
    /// <summary>The claim that holds the account of whoever is signed in.</summary>
    private const string Account = "account";

    /// <summary>Writes an event of a request before its act is done.</summary>
    /// <exception cref="Exception">It could not be written, and the act must not be done.</exception>
    public static void Write(HttpContext context, AuditKind kind, AuditOutcome outcome, string? office = null, string? about = null, string? reason = null, string? who = null) =>
        context.RequestServices.GetRequiredService<AuditLog>().Write(Event(context, kind, outcome, office, about, reason, who));

    public static AuditEvent Event(HttpContext context, AuditKind kind, AuditOutcome outcome, string? office = null, string? about = null, string? reason = null, string? who = null) => new(
        context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        kind,
        outcome,
        who ?? context.User.FindFirst(Account)?.Value ?? AuditLog.Nobody,
        office,
        about,
        reason,
        context.Connection.RemoteIpAddress?.ToString(),
        FaultAnswer.TraceOf(context));
}
