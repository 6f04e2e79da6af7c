using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;

namespace Styrkedja.Web.Tests.SignIn;

/// <summary>What the provider says of someone who signs in there.</summary>
internal sealed record ProvidedPerson(string Key, string HsaId, string Name, string Acr, string Organisation = "SE2321000115", TimeSpan SignedInAgo = default);

/// <summary>A real OpenID provider on a port of its own: whoever comes chooses who to be, by a link.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "styrkedja-test";
    public const string Secret = "only-for-tests";

    /// <summary>One for all, since making a key takes longer than signing in.</summary>
    private static readonly RsaSecurityKey s_key = new(RSA.Create(2048)) { KeyId = "only-for-tests" };

    private readonly WebApplication _app;
    private readonly List<ProvidedPerson> _people = [];

    private IdentityProvider(WebApplication app) => _app = app;

    public Uri Authority => new(_app.Urls.First());

    /// <summary>What was last asked for at sign-in.</summary>
    public OpenIddictRequest? Asked { get; private set; }

    /// <summary>What was last asked for at sign-out.</summary>
    public OpenIddictRequest? AskedOut { get; private set; }

    public void Add(params ProvidedPerson[] people) => _people.AddRange(people);

    public static async Task<IdentityProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetEndSessionEndpointUris("connect/logout");
            options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            options.RegisterScopes("openid", "profile");
            options.AddEncryptionKey(s_key).AddSigningKey(s_key);
            options.EnableDegradedMode();
            options.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough().DisableTransportSecurityRequirement();
            options.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || !context.RedirectUri!.EndsWith("/sign-in/callback", StringComparison.Ordinal))
                    context.Reject("invalid_client");
                return default;
            }));
            options.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != Secret)
                    context.Reject("invalid_client");
                return default;
            }));
            options.AddEventHandler<OpenIddictServerEvents.ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(_ => default));
        });
        var app = builder.Build();
        var provider = new IdentityProvider(app);
        app.UseAuthentication();
        app.MapGet("/connect/authorize", provider.Authorize);
        app.MapGet("/connect/logout", (HttpContext http) =>
        {
            provider.AskedOut = http.GetOpenIddictServerRequest();
            return Results.SignOut(new() { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        });
        await app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Authorize(HttpContext http)
    {
        Asked = http.GetOpenIddictServerRequest()!;
        if (_people.FirstOrDefault(p => p.Key == http.Request.Query["person"]) is not { } person)
        {
            var links = _people.Select(p => $"<p><a id=\"{p.Key}\" href=\"{WebUtility.HtmlEncode(http.Request.Path + http.Request.QueryString + "&person=" + p.Key)}\">{p.Key}</a></p>");
            return Results.Content($"<!DOCTYPE html><title>Provider</title>{string.Concat(links)}", "text/html");
        }

        var identity = new ClaimsIdentity("provider", "name", "role");
        identity.SetClaim("sub", person.Key).SetClaim("name", person.Name).SetClaim("employeeHsaId", person.HsaId).SetClaim("acr", person.Acr).SetClaim("organizationIdentifier", person.Organisation);
        identity.SetClaim("auth_time", (DateTimeOffset.UtcNow - person.SignedInAgo).ToUnixTimeSeconds());
        identity.SetScopes(Asked.GetScopes());
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
        return Results.SignIn(new(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
