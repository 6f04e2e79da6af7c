using Microsoft.AspNetCore.Http;
using Styrkedja.App.Auditing;
using Styrkedja.App.Drafting;
using Styrkedja.Provenance;
using Styrkedja.Rights;
using Styrkedja.Store.Drafts;
using Styrkedja.Web.Auditing;
using Styrkedja.Web.SignIn;

namespace Styrkedja.Web.Gate;

/// <summary>Tells the audit log what visitors do: what they write, what they were refused, what protected data they have seen.</summary>
/// <remarks>Told before it happens, so that what cannot be told does not happen.</remarks>
internal static class Doings
{
    /// <summary>Someone was turned away.</summary>
    public static void Refused(HttpContext context, Refusal refusal) =>
        AuditedRequest.Write(context, AuditKind.Refused, AuditOutcome.Refused, null, refusal.About ?? context.Request.Path, $"{KeyWord.Of(refusal.Right)} {KeyWord.Of(refusal.Reason)}");

    /// <summary>Protected data are about to be shown, by the grounds of a permission.</summary>
    /// <param name="what">What is shown, by its address.</param>
    public static void ProtectedRead(HttpContext context, Permission permission, string what)
    {
        var ground = permission.Grounds[0];
        AuditedRequest.Write(context, AuditKind.ProtectedRead, AuditOutcome.Done, ground.Office?.Office, what, ground.Access is { } access ? $"{access.Act.Id}: {access.Act.Purpose.Sv}" : ground.Row is { } row ? KeyWord.Of(row.Right) : null);
    }

    /// <summary>A step was taken with a draft, or refused.</summary>
    public static void Drafted(HttpContext context, string step, Draft? before, DraftResult result)
    {
        var draft = result.Draft ?? before;
        if (result.Refusal is { } refusal)
            AuditedRequest.Write(context, AuditKind.Refused, AuditOutcome.Refused, refusal.About, draft is null ? context.Request.Path : $"draft {draft.Id}", $"{step} {KeyWord.Of(refusal.Right)} {KeyWord.Of(refusal.Reason)}");
        else if (result is { Done: true, Recorded.Recordings: [var recording, ..] })
            AuditedRequest.Write(context, AuditKind.Decision, AuditOutcome.Done, draft!.Content.ForBody, recording.Id, $"{step} draft {draft.Id}");
        else if (result.Done)
            AuditedRequest.Write(context, AuditKind.Write, AuditOutcome.Done, draft!.Content.Owner, $"draft {draft.Id}", step);
        else if (result.Recorded?.Refusals is [var beyond, ..])
            AuditedRequest.Write(context, AuditKind.Refused, AuditOutcome.Refused, beyond.About, $"draft {draft?.Id}", $"{step} {KeyWord.Of(beyond.Right)} {KeyWord.Of(beyond.Reason)}");
    }

    /// <summary>Something happened to an account or a session.</summary>
    public static void SignedIn(SignInHappening told)
    {
        var kind = told.Kind switch
        {
            "signed-in" or "signed-in-again" => AuditKind.SignIn,
            "sign-in-failed" => AuditKind.SignInFailed,
            "signed-out" or "session-ended" or "sessions-ended" => AuditKind.SignOut,
            _ => AuditKind.AccountChanged,
        };
        var outcome = kind == AuditKind.SignInFailed ? AuditOutcome.Failed : AuditOutcome.Done;
        var who = told.Http.User.FindFirst(Web.SignIn.SignedIn.AccountClaim)?.Value ?? told.Account ?? AuditLog.Nobody;
        AuditedRequest.Write(told.Http, kind, outcome, null, told.Account, string.Join(' ', new[] { told.Kind, told.Detail }.OfType<string>()), who);
    }
}
