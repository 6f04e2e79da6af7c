using Microsoft.AspNetCore.Http;
using Styrkedja.App.People;
using Styrkedja.Store.People;

namespace Styrkedja.Web.SignIn;

/// <summary>Begins, goes on with and ends the session of the browser that asks.</summary>
/// <remarks>A session's secret is new at every sign-in, so that one that was planted in the browser beforehand is worth nothing.</remarks>
internal sealed class BrowserSessions(PeopleFile people, SignInSettings settings, DemoUsers demo, TimeProvider clock, Action<SignInHappening> tell)
{
    // Each time that is kept costs a write to disk; a minute here or there is of no weight against the limit.
    private static readonly TimeSpan s_seenAgain = TimeSpan.FromMinutes(1);

    /// <summary>Who the browser's session is of. Also ends a session that has run out, and leaves its id where the request tells so.</summary>
    public SignedIn? Find(HttpContext http)
    {
        if (http.Request.Cookies[CookieName(http)] is not { } secret || people.Sessions.Find(secret) is not { } session || people.Accounts.Find(session.Account) is not { } account)
            return null;
        var now = clock.GetUtcNow();
        var mayGoOn = !session.IsStale && (account.Kind != AccountKind.Demo || demo.MaySignIn(http)) && now < settings.Session.EndOf(session);
        if (session.Ended is null && !mayGoOn && people.Sessions.End(session.Id, now))
            tell(new("session-ended", account.Id, session.Id, http));
        if (session.Ended is not null || !mayGoOn)
        {
            // The browser keeps its cookie: a form that stands in another tab is still known by it, and its text kept.
            if (account.IsOpen)
                http.Items[SignedIn.EndedSessionItem] = session.Id;
            return null;
        }

        if (now - session.Seen >= s_seenAgain)
            people.Sessions.Seen(session.Id, now);
        return new(account, session);
    }

    /// <summary>Signs an account in; when someone has proved again who it is, the session goes on.</summary>
    public void Begin(HttpContext http, Account account, SignInMethod method, int level, DateTimeOffset authTime, bool again = false, string? idToken = null)
    {
        var now = clock.GetUtcNow();
        var earlier = SignedIn.Of(http);
        if (again && earlier is not null && earlier.Account.Id == account.Id)
        {
            Hand(http, people.Sessions.Renew(earlier.Session.Id, method, level, authTime, now, idToken));
            tell(new("signed-in-again", account.Id, $"{method} {level} {earlier.Session.Id}", http));
            return;
        }

        if (earlier is not null)
            people.Sessions.End(earlier.Session.Id, now);
        var (secret, session) = people.Sessions.Begin(account, method, level, authTime, now, idToken);
        Hand(http, secret);
        tell(new("signed-in", account.Id, $"{method} {level} {session.Id}", http));
    }

    /// <summary>Signs the browser out; the provider's token for signing out there too, when there is one.</summary>
    public string? End(HttpContext http)
    {
        http.Response.Cookies.Delete(CookieName(http), Cookie(http));
        if (SignedIn.Of(http) is not { } signedIn)
            return null;
        people.Sessions.End(signedIn.Session.Id, clock.GetUtcNow());
        tell(new("signed-out", signedIn.Account.Id, signedIn.Session.Id, http));
        SignedIn.Set(http, null);
        return signedIn.Session.IdToken;
    }

    /// <summary>The sessions of an account that have not run out.</summary>
    public IReadOnlyList<Session> Of(string account) => [.. people.Sessions.Of(account).Where(s => clock.GetUtcNow() < settings.Session.EndOf(s))];

    // The prefix makes a browser refuse the cookie from anywhere but this very host over TLS.
    private static string CookieName(HttpContext http) => http.Request.IsHttps ? "__Host-styrkedja" : "styrkedja";

    private static CookieOptions Cookie(HttpContext http) => new() { HttpOnly = true, IsEssential = true, Path = "/", SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps };

    private static void Hand(HttpContext http, string secret) => http.Response.Cookies.Append(CookieName(http), secret, Cookie(http));
}
