using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Styrkedja.App.Archive;
using Styrkedja.App.People;
using Styrkedja.Store.People;
using Styrkedja.Web;

namespace Styrkedja.Bench.Jobs;

/// <summary>Web applications that jobs start in processes of their own: the product's pages beside a plain text, and an application that has nothing else.</summary>
public static class Hosting
{
    public const string PlainText = "/plaintext";

    public static int Region(string folder, string url)
    {
        using var archive = RegionArchive.Open(folder);
        var builder = StyrkedjaHost.Builder(archive, PeopleFile.Open(archive.Folder), SignInSettings.Default, new PageOptions(), TimeProvider.System, [url]);
        builder.Logging.ClearProviders();
        var app = StyrkedjaHost.Assemble(builder);
        MapPlainText(app);
        app.Run();
        return 0;
    }

    public static int Empty(string url)
    {
        var app = Builder(url).Build();
        MapPlainText(app);
        app.Run();
        return 0;
    }

    private static WebApplicationBuilder Builder(string url)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls(url);
        builder.Logging.ClearProviders();
        return builder;
    }

    private static void MapPlainText(WebApplication app) => app.MapGet(PlainText, context =>
    {
        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = 13;
        return context.Response.Body.WriteAsync("Hello, World!"u8.ToArray()).AsTask();
    });
}
