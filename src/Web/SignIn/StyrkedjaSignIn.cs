using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Styrkedja.App.People;
using Styrkedja.Store.People;

namespace Styrkedja.Web.SignIn;

/// <summary>Sign-in, put into a host that has the pages. Whoever is to hear of what happens registers an Action of <see cref="SignInHappening"/> before or after.</summary>
public static class StyrkedjaSignIn
{
    public static IServiceCollection AddStyrkedjaSignIn(this IServiceCollection services, PeopleFile people, SignInSettings settings)
    {
        services.AddSingleton(people);
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Action<SignInHappening>>(_ => { });
        services.AddSingleton<AccountKeeping>();
        services.AddSingleton<BrowserSessions>();
        services.AddSingleton<DemoUsers>();
        services.AddSingleton<KeptForms>();
        services.AddSingleton<SignOuts>();
        services.AddSingleton<PasskeySignIn>();
        services.AddSingleton<PasskeyScript>();
        services.AddIdentityCore<Account>().AddUserStore<PasskeyAccounts>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = settings.PublicAddress?.Host;
            // The device must know its user, and must find the key without being told whose it is.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
        });
        var ways = services.AddAuthentication(SignedIn.Scheme).AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SignedIn.Scheme, null);
        if (settings.Provider is { } provider)
            ways.AddOpenIdConnect(ProviderSignIn.Scheme, options => ProviderSignIn.Configure(options, provider, settings.Session));
        return services;
    }

    /// <summary>Puts who is signed in before all that asks about it; to be called before the pages are mapped.</summary>
    public static void UseStyrkedjaSignIn(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        if (services.GetRequiredService<SignInSettings>().PublicAddress is { } address)
        {
            // Whatever name the browser or a server in between gave, links and passkeys are for the address that the settings say.
            app.Use((http, next) =>
            {
                (http.Request.Scheme, http.Request.Host) = (address.Scheme, address.IsDefaultPort ? new(address.Host) : new(address.Host, address.Port));
                return next(http);
            });
        }

        app.UseAuthentication();
        var (kept, people) = (services.GetRequiredService<KeptForms>(), services.GetRequiredService<PeopleFile>());
        app.Use((http, next) => LateForms.Handle(http, next, kept, people));
    }

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.ServiceProvider.GetRequiredService<PasskeyScript>().Map(app);
        app.MapWaysIn();
        app.MapSignOut();
        app.MapOwnAccount();
        app.MapAccounts();
    }
}
