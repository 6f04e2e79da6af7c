using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Web.Guards;
using Styrkedja.Web.Pages.Notices;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web;

/// <summary>What goes for the answer of every page: what a browser may do with it, when it is the same as before, and what is said when it fails.</summary>
/// <remarks>Scripts and styles run by a nonce that is new with every answer. A page is written with a stand-in for it, kept so, and sent with the nonce in its place. Pages are kept only for those
/// who are not signed in, and only where nothing is filled in or counted.</remarks>
internal static class PageAnswer
{
    private const string StatusItem = "styrkedja-status";
    private const int NonceBytes = 18;

    /// <summary>Stands in a page where the nonce of its answer will stand: the nonce attribute of every script and style that is ours.</summary>
    /// <remarks>As long as a nonce, and not to be guessed: a text that someone has smuggled in cannot ask to be let through by it.</remarks>
    public static readonly string NoncePlaceholder = NewNonce();

    private static readonly byte[] s_placeholder = Encoding.ASCII.GetBytes(NoncePlaceholder);

    /// <param name="mayBeKept">True for a page that is the same for all who are not signed in until something new is known.</param>
    public static RequestDelegate Around(RequestDelegate page, bool mayBeKept) => async context =>
    {
        KeepLanguage(context);
        var headers = context.Response.Headers;
        headers.Vary = "Cookie";
        if (!mayBeKept || context.User.Identity?.IsAuthenticated == true)
        {
            var own = await Write(context, page);
            KeepNowhere(headers);
            await Send(context, own);
            return;
        }

        headers.CacheControl = "no-cache";
        var tag = Tag(context);
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            headers.ETag = tag;
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var kept = context.RequestServices.GetRequiredService<KeptPages>();
        var key = $"{tag} {context.Request.Path}{context.Request.QueryString}";
        if (kept.Find(key) is not { } written)
        {
            written = await Write(context, page);
            // A page with a form in it has said that it is for one reader only, whether or not it is marked.
            if (context.Response.StatusCode != StatusCodes.Status200OK || headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
            {
                await Send(context, written);
                return;
            }

            kept.Keep(key, written);
        }

        headers.ETag = tag;
        await Send(context, written);
    };

    /// <summary>Lets a page say with which status it is answered; set on the answer itself, the renderer would send nothing.</summary>
    public static void AnswerWith(HttpContext? context, int status) => context?.Items[StatusItem] = status;

    /// <summary>True when the reader sits at the machine that serves the pages, and not behind another server there that was not named to us.</summary>
    public static bool FromSameMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");

    /// <summary>Sends the page of a fault with the status that is set; in bare words when even the frame around it cannot be made.</summary>
    public static async Task SayFault(HttpContext context, string told)
    {
        var fault = await WriteFault(context, told);
        context.Response.Headers.Vary = "Cookie";
        KeepNowhere(context.Response.Headers);
        await Send(context, fault);
    }

    /// <summary>Nobody keeps the answer. Said after the page is written: a form on it has already said so in its own words.</summary>
    private static void KeepNowhere(IHeaderDictionary headers)
    {
        if (!headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
            headers.CacheControl = "no-store";
    }

    /// <summary>Has a page written, or what is said when it fails.</summary>
    private static async Task<byte[]> Write(HttpContext context, RequestDelegate page)
    {
        byte[] written;
        try
        {
            written = await Caught(context, page);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested && e is not BadHttpRequestException)
        {
            FaultAnswer.Log(context, e);
            context.Items[StatusItem] = StatusCodes.Status500InternalServerError;
            written = await WriteFault(context, "500");
        }

        if (context.Items[StatusItem] is int status)
            context.Response.StatusCode = status;
        return written;
    }

    private static async Task<byte[]> WriteFault(HttpContext context, string told)
    {
        var trace = FaultAnswer.TraceOf(context);
        try
        {
            var parameters = new Dictionary<string, object?> { [nameof(FaultDocument.Told)] = told, [nameof(FaultDocument.Trace)] = trace };
            return await Caught(context, new RazorComponentResult<FaultDocument>(parameters).ExecuteAsync);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            FaultAnswer.Log(context, e);
            var t = Texts.In(ReadingChoice.Of(context.Request, default).Language);
            return Encoding.UTF8.GetBytes(
                $"<!DOCTYPE html><html lang=\"{t.Language}\"><meta charset=\"utf-8\"><title>{t[$"answer.{told}.title"]}</title><main><h1>{t[$"answer.{told}.title"]}</h1><p>{t[$"answer.{told}.what"]}</p><p>{trace}</p></main></html>");
        }
    }

    /// <summary>What a page writes, held back.</summary>
    private static async Task<byte[]> Caught(HttpContext context, RequestDelegate page)
    {
        var body = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        try
        {
            await page(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        return written.ToArray();
    }

    private static async Task Send(HttpContext context, byte[] page)
    {
        var nonce = NewNonce();
        context.Response.Headers.ContentSecurityPolicy = Policy(context, nonce);
        if (page.Length > 0)
            context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        var (sent, inPlace) = (0, Encoding.ASCII.GetBytes(nonce));
        while (page.AsSpan(sent).IndexOf(s_placeholder) is var at and >= 0)
        {
            await context.Response.Body.WriteAsync(page.AsMemory(sent, at), context.RequestAborted);
            await context.Response.Body.WriteAsync(inPlace, context.RequestAborted);
            sent += at + s_placeholder.Length;
        }

        await context.Response.Body.WriteAsync(page.AsMemory(sent), context.RequestAborted);
    }

    private static string Policy(HttpContext context, string nonce)
    {
        var targets = context.RequestServices.GetRequiredService<PageOptions>().FormTargets;
        return $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src 'self' data:; connect-src 'self'; form-action {string.Join(' ', targets.Prepend("'self'"))}; base-uri 'none'; frame-ancestors 'none'";
    }

    /// <summary>Twenty-four characters that need no escape anywhere.</summary>
    private static string NewNonce() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));

    private static string Tag(HttpContext context)
    {
        var archive = context.RequestServices.GetRequiredService<RegionArchive>();
        var language = ReadingChoice.Of(context.Request, default).Language;
        // What is late or soon due is told by the day.
        var today = context.RequestServices.GetRequiredService<RegionToday>().Day;
        return $"\"{archive.Head().Position}-{LookFiles.Build}-{language}-{today:yyyyMMdd}-{archive.CareStatistics.Stamp:x}\"";
    }

    private static void KeepLanguage(HttpContext context)
    {
        if (context.Request.Query["lang"].ToString() is var language and (Texts.Swedish or Texts.English) && context.Request.Cookies[ReadingChoice.LanguageCookie] != language)
        {
            context.Response.Cookies.Append(
                ReadingChoice.LanguageCookie,
                language,
                new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        }
    }
}
