using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Styrkedja.App.Texts;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Guards;

/// <summary>What is said when a request is refused or fails: to people a page, to programs problem details (RFC 9457); never how the program is made.</summary>
/// <remarks>Both name the trace id that the log has for the same request, so that someone who reports a fault can be helped.</remarks>
internal static partial class FaultAnswer
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly int[] s_known =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status405MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError,
    ];

    /// <summary>Answers for whatever failed or was refused further in and has said nothing itself.</summary>
    public static void UseFaultAnswers(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            var status = (e as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
            if (status >= StatusCodes.Status500InternalServerError)
                Log(context, e);
            context.Response.Clear();
            await Say(context, status);
            return;
        }

        var answer = context.Response;
        if (answer is { HasStarted: false, StatusCode: >= 400, ContentType: null } && answer.ContentLength is null or 0)
            await Say(context, answer.StatusCode);
    });

    /// <summary>The id of a request in the log, in problem details, on pages that fail and in the audit log.</summary>
    public static string TraceOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    /// <summary>Answers with a status in the form that fits the one who asks.</summary>
    /// <param name="word">What to say, when the status alone does not tell it.</param>
    public static Task Say(HttpContext context, int status, string? word = null)
    {
        context.Response.StatusCode = status;
        var told = word is not null && status == StatusCodes.Status400BadRequest ? word : s_known.Contains(status) ? $"{status}" : status >= 500 ? "500" : "other";
        return IsForPrograms(context.Request) ? SayProblem(context, status, told, null) : PageAnswer.SayFault(context, told);
    }

    public static void Log(HttpContext context, Exception e) =>
        Failed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Styrkedja"), TraceOf(context), context.Request.Path, e);

    public static bool IsForPrograms(HttpRequest request) =>
        SafeHeaders.IsPublicData(request.Path) || (request.Headers.Accept.ToString() is var accept && accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));

    /// <summary>Problem details with a sentence of their own, such as which right was missing.</summary>
    public static Task SayProblem(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        return SayProblem(context, status, $"{status}", detail);
    }

    private static async Task SayProblem(HttpContext context, int status, string told, string? detail)
    {
        var t = Texts.In(ReadingChoice.Of(context.Request, default).Language);
        var problem = new JsonObject
        {
            ["type"] = "about:blank",
            ["title"] = t[$"answer.{told}.title"],
            ["status"] = status,
            ["detail"] = detail ?? t[$"answer.{told}.what"],
            ["instance"] = context.Request.Path.Value,
            ["traceId"] = TraceOf(context),
        };
        var bytes = Encoding.UTF8.GetBytes(problem.ToJsonString(s_readable));
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "application/problem+json";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    [LoggerMessage(1, LogLevel.Error, "Request {Trace} failed: {Path}")]
    private static partial void Failed(ILogger logger, string trace, string path, Exception e);
}
