using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Styrkedja.App.Archive;
using Styrkedja.App.Drafting;
using Styrkedja.App.Suggesting;
using Styrkedja.Rights;
using Styrkedja.Store.Drafts;
using Styrkedja.Store.Inbox;
using Styrkedja.Web.Agreements;
using Styrkedja.Web.Budgeting;
using Styrkedja.Web.Drafting;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Guards;
using Styrkedja.Web.Indicators;
using Styrkedja.Web.Partners;
using Styrkedja.Web.Reporting;
using Styrkedja.Web.Suggesting;
using Styrkedja.Web.Words;

namespace Styrkedja.Web;

/// <summary>The pages, put into a host that has a RegionArchive, PageOptions and an AuditLog among its singletons.</summary>
public static class StyrkedjaPages
{
    public static IServiceCollection AddStyrkedjaPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<LookFiles>();
        services.AddSingleton<BudgetGridScript>();
        services.AddSingleton<AutosaveScript>();
        services.AddSingleton<SourceList>();
        services.AddSingleton<RegionOutlines>();
        services.AddSingleton<KeptPages>();
        services.AddSingleton<PrintedReports>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => DraftFile.Open(provider.GetRequiredService<RegionArchive>().Folder));
        services.AddSingleton<Drafts>();
        services.AddSingleton(provider => InboxFile.Open(provider.GetRequiredService<RegionArchive>().Folder));
        services.AddSingleton<SuggestionDesk>();
        return services;
    }

    public static void MapStyrkedjaPages(this IEndpointRouteBuilder app)
    {
        var look = app.ServiceProvider.GetRequiredService<LookFiles>();
        app.MapGet(look.CssAddress, context => Send(context, "text/css; charset=utf-8", look.Css)).Wants(Right.SeePublic);
        app.MapGet(look.JsAddress, context => Send(context, "text/javascript; charset=utf-8", look.Js)).Wants(Right.SeePublic);
        app.MapGet("/favicon.ico", () => Results.NoContent()).Wants(Right.SeePublic);
        app.MapDocuments();
        app.MapReportFiles();
        app.MapDrafts();
        app.MapBudgeting();
        app.MapIndicators();
        app.MapRemarks();
        app.MapSignedValues();
        app.MapValueRemarks();
        app.MapSuggestions();
        app.MapIndicatorTemplate();
        app.MapReportPictures();
        app.MapRazorComponents<App>().Finally(endpoint =>
        {
            // The framework brings an endpoint of its own along that is no page.
            var page = endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault()?.Type;
            var takesForms = page?.IsDefined(typeof(TakesFormsAttribute)) == true;
            var methods = takesForms ? new[] { "GET", "HEAD", "POST" } : ["GET", "HEAD"];
            foreach (var replaced in endpoint.Metadata.Where(m => m is HttpMethodMetadata or IAntiforgeryMetadata).ToList())
                endpoint.Metadata.Remove(replaced);
            endpoint.Metadata.Add(new HttpMethodMetadata(methods));
            // A page that is only read needs no token and sets no cookie for one.
            endpoint.Metadata.Add(new RequireAntiforgeryTokenAttribute(required: takesForms));
            endpoint.RequestDelegate = PageAnswer.Around(endpoint.RequestDelegate!, mayBeKept: !takesForms && page?.IsDefined(typeof(NeverKeptAttribute)) == false);
        });
    }

    /// <summary>Sends a file whose address changes with its bytes.</summary>
    internal static Task Send(HttpContext context, string type, byte[] bytes)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return context.Response.Body.WriteAsync(bytes).AsTask();
    }
}
