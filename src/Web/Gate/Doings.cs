using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Styrkedja.App.Auditing;
using Styrkedja.Provenance;
using Styrkedja.Rights;

namespace Styrkedja.Web.Gate;

/// <summary>Tells the audit log what visitors do: what they write, what they were refused, what protected data they have seen.</summary>
/// <remarks>Told before it happens, so that what cannot be told does not happen.</remarks>
public sealed class Doings(AuditLog log, TimeProvider clock)
{
    /// <summary>Someone was turned away.</summary>
    public void Refused(HttpContext context, Visitor visitor, Refusal refusal) =>
        Write(context, visitor, AuditKind.Refused, AuditOutcome.Refused, null, refusal.About ?? context.Request.Path, $"{KeyWord.Of(refusal.Right)} {KeyWord.Of(refusal.Reason)}");

    /// <summary>Protected data are about to be shown, by the grounds of a permission.</summary>
    /// <param name="what">What is shown, by its address.</param>
    public void ProtectedRead(HttpContext context, Visitor visitor, Permission permission, string what) =>
        Write(context, visitor, AuditKind.ProtectedRead, AuditOutcome.Done, permission.Grounds[0].Office?.Office, what, permission.Grounds[0].Access is { } access ? $"{access.Act.Id}: {access.Act.Purpose.Sv}" : permission.Grounds[0].Row is { } row ? KeyWord.Of(row.Right) : null);

    /// <summary>Something is about to be written by an office.</summary>
    public void Written(HttpContext context, Visitor visitor, AuditKind kind, string? office, string what, string? how) => Write(context, visitor, kind, AuditOutcome.Done, office, what, how);

    private void Write(HttpContext context, Visitor visitor, AuditKind kind, AuditOutcome outcome, string? office, string what, string? reason) => log.Write(new(
        clock.GetUtcNow(),
        kind,
        outcome,
        visitor.AccountId ?? AuditLog.Nobody,
        office,
        what,
        reason,
        context.Connection.RemoteIpAddress?.ToString(),
        Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier));
}
