using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Styrkedja.Rights;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Pages.SignIn;

namespace Styrkedja.Web.SignIn;

/// <summary>Sign-outs that are still to go by way of the provider: the browser goes there from a page of its own, since a form may lead nowhere but to us.</summary>
internal sealed class SignOuts(TimeProvider clock)
{
    private readonly ShortMemory<string> _tokens = new(clock, TimeSpan.FromMinutes(2), 1_000);

    public string Keep(string idToken) => _tokens.Keep(idToken);

    public bool Has(string? name) => _tokens.Find(name) is not null;

    public string? Take(string? name) => _tokens.Take(name);
}

/// <summary>The addresses at which people sign out, here and at the provider.</summary>
internal static class WaysOut
{
    public static void MapSignOut(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-out", (HttpContext http, SignOuts outs) =>
        {
            var go = http.Request.Query["go"].ToString();
            return PersonalPage.Of<SignedOutPage>(("Go", outs.Has(go) ? go : null));
        }).Wants(Right.SeePublic).ExcludeFromDescription();
        app.MapForm("/sign-out", Right.SeePublic, (http, _) =>
        {
            var token = http.RequestServices.GetRequiredService<BrowserSessions>().End(http);
            return Task.FromResult(Forms.See(token is null ? "/sign-out" : "/sign-out?go=" + http.RequestServices.GetRequiredService<SignOuts>().Keep(token)));
        });
        app.MapGet("/sign-out/provider", async (HttpContext http, SignOuts outs) =>
        {
            if (outs.Take(http.Request.Query["go"]) is not { } token || !await CanSignOutThere(http))
                return Results.Redirect("/sign-out");
            await ProviderSignIn.SendOut(http, token);
            return Results.Empty;
        }).Wants(Right.SeePublic).ExcludeFromDescription();
    }

    /// <summary>Not every provider has an address for signing out.</summary>
    private static async Task<bool> CanSignOutThere(HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(ProviderSignIn.Scheme);
        return options.ConfigurationManager is { } known && !string.IsNullOrEmpty((await known.GetConfigurationAsync(http.RequestAborted)).EndSessionEndpoint);
    }
}
