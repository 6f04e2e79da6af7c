using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Web.Readers;
using Styrkedja.Web.SignIn;

namespace Styrkedja.Web;

/// <summary>What goes for the answer of every page: what a browser may do with it, when it is the same as before, and what is said when it fails.</summary>
internal static partial class PageAnswer
{
    private const string StatusItem = "styrkedja-status";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static RequestDelegate Around(RequestDelegate page) => async context =>
    {
        var headers = context.Response.Headers;
        Guard(context);
        headers.CacheControl = "no-cache";
        headers.Vary = "Cookie";
        if (SignedIn.Of(context) is not null)
        {
            // The page says who is signed in, so it is this reader's own and is kept by nobody.
            headers.CacheControl = "no-cache, no-store";
            await Make(page, context, null, null);
            return;
        }

        var tag = Tag(context);
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            headers.ETag = tag;
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var kept = context.RequestServices.GetRequiredService<KeptPages>();
        var key = $"{tag} {context.Request.Path}{context.Request.QueryString}";
        if (kept.Find(key) is { } known)
        {
            await Send(context, tag, known);
            return;
        }

        await Make(page, context, tag, written => kept.Keep(key, written));
    };

    /// <summary>What a browser may do with any page of ours, and the language that the reader has asked for.</summary>
    internal static void Guard(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        KeepLanguage(context);
    }

    private static async Task Make(RequestDelegate page, HttpContext context, string? tag, Action<byte[]>? keep)
    {
        var body = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        try
        {
            await page(context);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            Log(context.RequestServices.GetRequiredService<ILogger<App>>(), context.Request.Path, e);
            context.Items[StatusItem] = StatusCodes.Status500InternalServerError;
            await SayFailed(context, written);
        }

        context.Response.Body = body;
        if (context.Items[StatusItem] is int status)
            context.Response.StatusCode = status;
        if (context.Response.StatusCode == StatusCodes.Status200OK)
            keep?.Invoke(written.ToArray());
        await Send(context, context.Response.StatusCode == StatusCodes.Status200OK ? tag : null, written.GetBuffer().AsMemory(0, (int)written.Length));
    }

    /// <summary>Lets a page say with which status it is answered; set on the answer itself, the renderer would send nothing.</summary>
    public static void AnswerWith(HttpContext? context, int status) => context?.Items[StatusItem] = status;

    /// <summary>True when the reader sits at the machine that serves the pages.</summary>
    public static bool FromSameMachine(HttpContext context) => context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    /// <summary>Says that a page failed; in bare words when even the frame around the page cannot be made.</summary>
    private static async Task SayFailed(HttpContext context, MemoryStream written)
    {
        written.SetLength(0);
        try
        {
            await new RazorComponentResult<FailedDocument>().ExecuteAsync(context);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            Log(context.RequestServices.GetRequiredService<ILogger<App>>(), context.Request.Path, e);
            var t = Texts.In(ReadingChoice.Of(context.Request, default).Language);
            written.SetLength(0);
            written.Write(Encoding.UTF8.GetBytes($"<!DOCTYPE html><html lang=\"{t.Language}\"><meta charset=\"utf-8\"><title>{t["failed.title"]}</title><main><h1>{t["failed.title"]}</h1><p>{t["failed.what"]}</p></main></html>"));
        }
    }

    private static async Task Send(HttpContext context, string? tag, ReadOnlyMemory<byte> page)
    {
        if (tag is not null)
            context.Response.Headers.ETag = tag;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(page, context.RequestAborted);
    }

    private static string Tag(HttpContext context)
    {
        var position = context.RequestServices.GetRequiredService<RegionArchive>().Head().Position;
        var language = ReadingChoice.Of(context.Request, default).Language;
        var rows = context.RequestServices.GetRequiredService<PageOptions>().MayShowVouchers(context) ? "-rows" : "";
        return $"\"{position}-{LookFiles.Build}-{language}{rows}\"";
    }

    private static void KeepLanguage(HttpContext context)
    {
        if (context.Request.Query["lang"].ToString() is var language and (Texts.Swedish or Texts.English) && context.Request.Cookies[ReadingChoice.LanguageCookie] != language)
            context.Response.Cookies.Append(ReadingChoice.LanguageCookie, language, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
    }

    [LoggerMessage(1, LogLevel.Error, "A page failed: {Path}")]
    private static partial void Log(ILogger logger, string path, Exception e);
}
