using Microsoft.AspNetCore.Http;

namespace Styrkedja.Web.SignIn;

/// <summary>Something that happened to an account or a session, told to whoever keeps the audit log.</summary>
/// <param name="Kind">signed-in, signed-in-again, signed-out, sign-in-failed, code-used, code-issued, passkey-added, passkey-removed, account-opened, account-tied, account-closed,
/// account-erased, administrator-given, administrator-taken, session-ended or sessions-ended.</param>
/// <param name="Account">Id of the account that it happened to; absent when nobody could be told.</param>
/// <param name="Detail">What more there is to say, never a secret or a name: way of signing in, session, or why it failed.</param>
public sealed record SignInHappening(string Kind, string? Account, string? Detail, HttpContext Http);
