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

    /// <summary>A step with a draft is about to be tried.</summary>
    /// <param name="draft">The draft; absent for one that is not saved yet.</param>
    public static void Drafting(HttpContext context, string step, Draft? draft, string owner) => AuditedRequest.Write(context, AuditKind.Write, AuditOutcome.Begun, owner, Named(draft), step);

    /// <summary>How the step ended.</summary>
    public static void Drafted(HttpContext context, string step, Draft? before, DraftResult result)
    {
        var draft = result.Draft ?? before;
        if ((result.Refusal ?? (result.Recorded?.Refusals is [var first, ..] ? first : null)) is { } refusal)
            AuditedRequest.Write(context, AuditKind.Refused, AuditOutcome.Refused, refusal.About, Named(draft), $"{step} {KeyWord.Of(refusal.Right)} {KeyWord.Of(refusal.Reason)}");
        else if (result is { Done: true, Recorded.Recordings: [var recording, ..] })
            AuditedRequest.Write(context, AuditKind.Decision, AuditOutcome.Done, draft!.Content.ForBody, recording.Id, $"{step} {Named(draft)}");
        else
            AuditedRequest.Write(context, AuditKind.Write, result.Done ? AuditOutcome.Done : AuditOutcome.Failed, draft?.Content.Owner, Named(draft), step);
    }

    private static string Named(Draft? draft) => draft is null ? "draft" : $"draft {draft.Id}";

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
