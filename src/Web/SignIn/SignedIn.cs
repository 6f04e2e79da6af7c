using Microsoft.AspNetCore.Http;
using Styrkedja.Store.People;

namespace Styrkedja.Web.SignIn;

/// <summary>Who is behind a request, when someone has signed in: the account and the session.</summary>
public sealed record SignedIn(Account Account, Session Session)
{
    /// <summary>Name of the scheme by which people are signed in.</summary>
    public const string Scheme = "styrkedja";

    /// <summary>Where a request tells that its browser holds a session that has ended, by the session's id.</summary>
    public const string EndedSessionItem = "styrkedja-ended-session";

    public const string AccountClaim = "account";
    public const string SessionClaim = "session";
    public const string LevelClaim = "level";
    public const string AuthTimeClaim = "auth_time";

    private static readonly object s_item = new();

    public static SignedIn? Of(HttpContext http) => http.Items[s_item] as SignedIn;

    internal static void Set(HttpContext http, SignedIn? signedIn) => http.Items[s_item] = signedIn;
}
