using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Styrkedja.App.People;
using Styrkedja.Store.People;
using Styrkedja.Web.Pages.SignIn;

namespace Styrkedja.Web.SignIn;

/// <summary>Sign-in at the region's identity provider by OpenID Connect: code flow with PKCE and nonce, and what an answer must hold before anyone is let in.</summary>
/// <remarks>Level, time, organisation and account are checked in the answer, never only asked for. Of the provider's tokens only the one for signing out is kept, in the session.</remarks>
internal static class ProviderSignIn
{
    public const string Scheme = "provider";

    private const string AgainItem = "again";
    private const string AskedItem = "asked";
    private const string IdTokenItem = "id-token";
    private static readonly TimeSpan s_clocksDiffer = TimeSpan.FromMinutes(2);

    public static void Configure(OpenIdConnectOptions options, ProviderSettings provider, SessionLimits limits)
    {
        options.Authority = provider.Authority.ToString();
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret?.Read();
        // Only a provider on this very machine is written with http; the settings refuse others.
        options.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.SaveTokens = false;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = provider.ReadsUserInfo;
        options.ClaimActions.Clear();
        foreach (var name in new[] { provider.Claims.Name, provider.Claims.Email, provider.Claims.HsaId, provider.Claims.Organisation }.OfType<string>())
            options.ClaimActions.MapJsonKey(name, name);
        options.Scope.Clear();
        foreach (var scope in provider.Scopes)
            options.Scope.Add(scope);
        options.CallbackPath = "/sign-in/callback";
        options.SignedOutCallbackPath = "/sign-out/callback";
        options.RemoteSignOutPath = PathString.Empty;
        // A time asked for obliges the provider to say when the person signed in there.
        options.MaxAge = limits.Absolute;
        // The answer comes as an ordinary link, so that the browser sends these back although they are for this site only.
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        options.Events = new()
        {
            OnRedirectToIdentityProvider = context =>
            {
                var words = provider.Levels.Where(l => l.Value >= provider.RequiredLevel).OrderBy(l => l.Value).Select(l => l.Key);
                context.ProtocolMessage.AcrValues = string.Join(' ', words);
                return Task.CompletedTask;
            },
            OnTokenValidated = context =>
            {
                context.Properties!.Items[IdTokenItem] = context.TokenEndpointResponse?.IdToken;
                return Task.CompletedTask;
            },
            OnTicketReceived = context =>
            {
                context.HandleResponse();
                return Answered(context.HttpContext, context.Principal!, context.Properties!, context.ReturnUri, provider, limits);
            },
            OnRemoteFailure = context =>
            {
                context.HandleResponse();
                // What the provider wrote may hold anything; only the sort of fault is told on.
                return Refuse(context.HttpContext, null, "provider", context.Failure?.GetType().Name);
            },
            OnRedirectToIdentityProviderForSignOut = context =>
            {
                context.ProtocolMessage.IdTokenHint = context.Properties.GetParameter<string>(IdTokenItem);
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>Sends the browser to the provider.</summary>
    /// <param name="again">True to have the person prove anew who it is.</param>
    public static Task Send(HttpContext http, string returnTo, bool again)
    {
        var properties = new AuthenticationProperties { RedirectUri = returnTo };
        if (again && SignedIn.Of(http) is { } signedIn)
        {
            properties.Items[AgainItem] = signedIn.Account.Id;
            properties.Items[AskedItem] = Clock(http).GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            properties.SetParameter(OpenIdConnectParameterNames.MaxAge, (TimeSpan?)TimeSpan.Zero);
            properties.SetParameter(OpenIdConnectParameterNames.Prompt, "login");
        }

        return http.ChallengeAsync(Scheme, properties);
    }

    /// <summary>Signs out at the provider too.</summary>
    public static Task SendOut(HttpContext http, string idToken)
    {
        var properties = new AuthenticationProperties { RedirectUri = "/sign-out" };
        properties.SetParameter(IdTokenItem, idToken);
        return http.SignOutAsync(Scheme, properties);
    }

    private static async Task Answered(HttpContext http, ClaimsPrincipal person, AuthenticationProperties properties, string? returnTo, ProviderSettings provider, SessionLimits limits)
    {
        var now = Clock(http).GetUtcNow();
        // The scheme's own answer is fetched here, for the middleware that does it may come later.
        await http.AuthenticateAsync(SignedIn.Scheme);
        var id = person.FindFirst(provider.Claims.HsaId ?? provider.Claims.Subject)?.Value;
        var level = person.FindFirst("acr")?.Value is { } word ? provider.Levels.GetValueOrDefault(word) : 0;
        var again = properties.Items.TryGetValue(AgainItem, out var expected) ? expected : null;
        if (string.IsNullOrWhiteSpace(id))
        {
            await Refuse(http, null, "no-id");
            return;
        }

        var subject = provider.SubjectOf(id);
        var account = http.RequestServices.GetRequiredService<PeopleFile>().Accounts.OfSubject(subject);
        if (level < provider.RequiredLevel)
            await Refuse(http, account, "level");
        else if (provider.Organisations.Count > 0 && !person.FindAll(provider.Claims.Organisation!).Any(c => provider.Organisations.Contains(c.Value)))
            await Refuse(http, account, "organisation");
        else if (AuthTime(person, now) is not { } authTime || authTime < Earliest(properties, again, now, limits))
            await Refuse(http, account, "time");
        else if (again is not null && again != account?.Id)
            await Refuse(http, account, "other-person");
        else if ((account ?? Open(http, person, provider, subject, id)) is not { } known)
            await Refuse(http, null, "unknown", person: id);
        else if (!known.IsOpen)
            await Refuse(http, known, "closed");
        else
        {
            http.RequestServices.GetRequiredService<BrowserSessions>().Begin(http, known, SignInMethod.Provider, level, authTime, again is not null, properties.Items.TryGetValue(IdTokenItem, out var token) ? token : null);
            http.Response.Redirect(returnTo ?? "/");
        }
    }

    private static Account? Open(HttpContext http, ClaimsPrincipal person, ProviderSettings provider, string subject, string id)
    {
        var name = person.FindFirst(provider.Claims.Name)?.Value;
        var opened = http.RequestServices.GetRequiredService<AccountKeeping>()
            .OpenAtFirstSignIn(subject, id, string.IsNullOrWhiteSpace(name) ? id : name, provider.Claims.Email is { } email ? person.FindFirst(email)?.Value : null);
        if (opened is not null)
            http.RequestServices.GetRequiredService<Action<SignInHappening>>()(new("account-opened", opened.Id, "first sign-in", http));
        return opened;
    }

    private static DateTimeOffset? AuthTime(ClaimsPrincipal person, DateTimeOffset now) =>
        long.TryParse(person.FindFirst("auth_time")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= (now + s_clocksDiffer).ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static DateTimeOffset Earliest(AuthenticationProperties properties, string? again, DateTimeOffset now, SessionLimits limits) =>
        (again is not null && properties.Items.TryGetValue(AskedItem, out var asked) ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(asked!, CultureInfo.InvariantCulture)) : now - limits.Absolute) - s_clocksDiffer;

    private static Task Refuse(HttpContext http, Account? account, string why, string? detail = null, string? person = null)
    {
        http.RequestServices.GetRequiredService<Action<SignInHappening>>()(new("sign-in-failed", account?.Id, detail is null ? why : $"{why} {detail}", http));
        return PersonalPage.Of<RefusedPage>(StatusCodes.Status403Forbidden, ("Why", why), ("Person", person)).ExecuteAsync(http);
    }

    private static TimeProvider Clock(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>();
}
