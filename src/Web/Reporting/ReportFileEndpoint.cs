using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Provenance;
using Styrkedja.Rights;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Reporting;

/// <summary>A report as a file to download: PDF, Word, Excel, HTML, JSON or CSV.</summary>
internal static class ReportFileEndpoint
{
    public static void MapReportFiles(this IEndpointRouteBuilder app) => app.MapGet("/reports/rounds/{id}/file/{format}", async (HttpContext http, RegionArchive archive, PrintedReports printed, RegionToday today, string id, string format) =>
    {
        var reading = new Reading(archive, ReadingChoice.Of(http.Request, today.Day));
        if (!ReportFiles.Formats.Contains(format) || ReportSeen.Of(reading, id) is not { } seen || !archive.ViewAt(seen.At).HasOutcome(seen.Round.Terms.Period))
            return Results.NotFound();
        try
        {
            var site = new Uri($"{http.Request.Scheme}://{http.Request.Host}");
            var bytes = format == "pdf"
                ? await printed.PdfAsync(seen, reading.Language, site, http.RequestAborted)
                : await ReportFiles.BytesAsync(archive, seen, reading.Language, format, format == "docx" ? site : null, http.RequestAborted);
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";
            return Results.File(bytes, ReportFiles.TypeOf(format), ReportFiles.NameOf(id, reading.Language, format));
        }
        catch (FaultException fault)
        {
            var t = Texts.In(reading.Language);
            return Results.Text($"{t.Says(fault.Fault)} {t["report-page.word-instead"]}", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (TimeoutException)
        {
            return Results.Text(Texts.In(reading.Language)["report-page.printing-busy"], statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }).Wants(Right.SeePublic).ExcludeFromDescription();
}
