using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Styrkedja.App.Archive;
using Styrkedja.App.Auditing;
using Styrkedja.App.People;
using Styrkedja.Store.People;
using Styrkedja.Web.Api;
using Styrkedja.Web.Auditing;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Guards;
using Styrkedja.Web.SignIn;

namespace Styrkedja.Web;

/// <summary>The whole web application of a region: what it is made of, what every request passes in which order, and where it ends.</summary>
/// <remarks>The command line, the tests and the measurements all serve by this, so that what is tested is what is served.</remarks>
public static class StyrkedjaHost
{
    public static WebApplication Build(RegionArchive archive, PeopleFile people, SignInSettings signIn, PageOptions options, TimeProvider clock, IReadOnlyList<string> addresses) =>
        Assemble(Builder(archive, people, signIn, options, clock, addresses));

    /// <summary>The parts, to which more may be added before they are put together.</summary>
    public static WebApplicationBuilder Builder(RegionArchive archive, PeopleFile people, SignInSettings signIn, PageOptions options, TimeProvider clock, IReadOnlyList<string> addresses)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls([.. addresses]).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimits.LargestBody;
        });
        builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(archive);
        // Signing in leads on to the provider, by a form too.
        builder.Services.AddSingleton(signIn.Provider is { } provider ? options with { FormTargets = [.. options.FormTargets, provider.Authority.GetLeftPart(UriPartial.Authority)] } : options);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(_ => new AuditLog(archive.Folder));
        builder.Services.AddHostedService<DailyPseudonymising>();
        builder.Services.AddProxies(options);
        builder.Services.AddHttpsOnly(options);
        builder.Services.AddRequestLimits(options);
        builder.Services.AddFormGuard();
        builder.Services.AddKeys(archive.Folder);
        builder.Services.AddGate();
        builder.Services.AddStyrkedjaSignIn(people, signIn);
        builder.Services.AddStyrkedjaPages();
        return builder;
    }

    /// <summary>Puts the parts together. The order is the order in which a request passes.</summary>
    public static WebApplication Assemble(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseSafeHeaders();
        app.UseFaultAnswers();
        app.UseHsts();
        app.UseRouting();
        app.UseRequestLimits();
        // Who it is, and then what they may: after the limits, so that guessing costs us nothing, and before anything of the request is read.
        app.UseStyrkedjaSignIn();
        app.UseRightsGate();
        app.UseFormGuard();
        app.MapStyrkedjaApi();
        app.MapStyrkedjaPages();
        app.MapAuditLog();
        app.MapSignIn();
        return app;
    }
}
