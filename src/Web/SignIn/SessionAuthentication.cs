using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Styrkedja.Web.SignIn;

/// <summary>Tells who is behind a request by the session that its browser holds. The claims say nothing of rights; those follow from offices, asked about each time.</summary>
internal sealed class SessionAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, BrowserSessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (sessions.Find(Context) is not { } signedIn)
            return Task.FromResult(AuthenticateResult.NoResult());
        SignedIn.Set(Context, signedIn);
        var (account, session) = signedIn;
        var identity = new ClaimsIdentity(
            [
                new(SignedIn.AccountClaim, account.Id),
                new(SignedIn.SessionClaim, session.Id),
                new(SignedIn.LevelClaim, session.Level.ToString(CultureInfo.InvariantCulture)),
                new(SignedIn.AuthTimeClaim, session.AuthTime.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                // What ties a form to the one who asked for it; it must not change when the person proves again who it is.
                new(ClaimTypes.NameIdentifier, account.Id),
            ],
            Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new(new(identity), Scheme.Name)));
    }

    /// <summary>Someone who must sign in first is taken there, and back when it is done; a program is told by the status.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (HttpMethods.IsGet(Request.Method) && !Request.Path.StartsWithSegments("/api"))
            Response.Redirect("/sign-in?return=" + Uri.EscapeDataString(ReturnPath.Of(Request.Path + Request.QueryString)));
        else
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
