using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Styrkedja.App.Auditing;
using Styrkedja.Rights;
using Styrkedja.Store.Audit;
using Styrkedja.Web.Gate;

namespace Styrkedja.Web.Auditing;

/// <summary>Events of the audit log as files, for the questions that its page asks; taking them out is itself written to the log.</summary>
internal static class AuditEndpoints
{
    public static void MapAuditLog(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{AuditAsked.Page}/rows.csv", (HttpContext http, AuditLog log, TimeProvider clock) => Send(http, log, clock, "csv", "text/csv; charset=utf-8", AuditExport.Csv)).Wants(Right.SeeAuditLog).ExcludeFromDescription();
        app.MapGet($"{AuditAsked.Page}/rows.jsonl", (HttpContext http, AuditLog log, TimeProvider clock) => Send(http, log, clock, "jsonl", "application/jsonl", AuditExport.JsonLines)).Wants(Right.SeeAuditLog).ExcludeFromDescription();
    }

    private static async Task Send(HttpContext http, AuditLog log, TimeProvider clock, string ending, string type, Action<IEnumerable<AuditRow>, Stream> write)
    {
        var (question, wrongDay) = AuditAsked.Of(http.Request.Query);
        if (wrongDay)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        AuditedRequest.Write(http, AuditKind.Export, AuditOutcome.Done, about: AuditAsked.Page);
        http.Response.ContentType = type;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"audit-log-{clock.GetUtcNow():yyyy-MM-dd}.{ending}\"");
        // Events come page by page from the log and go out as fast as the reader takes them; waiting holds this thread and nobody who writes.
        http.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        await Task.Run(() => write(log.All(question), http.Response.Body), http.RequestAborted);
    }
}
