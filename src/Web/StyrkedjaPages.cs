using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Styrkedja.App.Archive;
using Styrkedja.App.Drafting;
using Styrkedja.Store.Drafts;
using Styrkedja.Web.Drafting;
using Styrkedja.Web.Words;

namespace Styrkedja.Web;

/// <summary>The pages, put into a host that has a RegionArchive and PageOptions among its singletons.</summary>
public static class StyrkedjaPages
{
    public static IServiceCollection AddStyrkedjaPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Nothing on the pages is signed or encrypted; keys that are asked for live as long as the process and never touch the disk.
        services.Configure<KeyManagementOptions>(keys => (keys.XmlRepository, keys.XmlEncryptor) = (new KeysInMemory(), new NullXmlEncryptor()));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<LookFiles>();
        services.AddSingleton<SourceList>();
        services.AddSingleton<KeptPages>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RegionToday>();
        services.AddSingleton(provider => DraftFile.Open(provider.GetRequiredService<RegionArchive>().Folder));
        services.AddSingleton<Drafts>();
        return services;
    }

    public static void MapStyrkedjaPages(this IEndpointRouteBuilder app)
    {
        var look = app.ServiceProvider.GetRequiredService<LookFiles>();
        app.MapGet(look.CssAddress, context => Send(context, "text/css; charset=utf-8", look.Css));
        app.MapGet(look.JsAddress, context => Send(context, "text/javascript; charset=utf-8", look.Js));
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapDocuments();
        app.MapDrafts();
        var pages = app.MapRazorComponents<App>();
        pages.DisableAntiforgery();
        pages.Finally(endpoint =>
        {
            foreach (var methods in endpoint.Metadata.OfType<HttpMethodMetadata>().ToList())
                endpoint.Metadata.Remove(methods);
            endpoint.Metadata.Add(new HttpMethodMetadata(["GET", "HEAD"]));
            endpoint.RequestDelegate = PageAnswer.Around(endpoint.RequestDelegate!);
        });
    }

    private static Task Send(HttpContext context, string type, byte[] bytes)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.Body.WriteAsync(bytes).AsTask();
    }
}
