using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Formats.Figures;
using Styrkedja.Formats.Reports;
using Styrkedja.Reports;
using Styrkedja.Rights;
using Styrkedja.Web.Gate;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Reporting;

/// <summary>The pictures of a report as files for presentations: each with title, unit and source in the picture itself, as a drawing (SVG) or as points (PNG).</summary>
/// <remarks>The same report gives the same bytes. Without a moment in the address it is the latest edition, as for the report's pages.</remarks>
internal static class ReportPictureEndpoint
{
    /// <summary>The width of a picture on a slide, edge to edge.</summary>
    private const decimal Millimetres = 250;

    public static void MapReportPictures(this IEndpointRouteBuilder app) => app.MapGet("/reports/rounds/{id}/pictures/{file}", Send).Wants(Right.SeePublic).ExcludeFromDescription();

    public static string NameOf(ReportPicture picture, string form) => $"{picture.Id}.{form}";

    /// <summary>A picture with its title above and below it the report and the moment that it is from.</summary>
    public static Drawing Titled(ReportPicture picture, ReportDocument document, Texts t) => ReportPictures.Titled(
        new(picture.Svg, picture.Width, picture.Height),
        picture.Caption,
        document.Title,
        t["short.pictures.source", ("region", document.Author), ("day", ReportGround.Iso(document.At.AsOf)), ("position", AmountText.Number(document.At.KnownAt, 0))]);

    private static IResult Send(HttpContext http, RegionArchive archive, RegionToday today, string id, string file)
    {
        var form = Path.GetExtension(file);
        if (form is not (".svg" or ".png"))
            return Results.NotFound();
        var reading = new Reading(archive, ReadingChoice.Of(http.Request, today.Day));
        if (ReportSeen.Of(reading, id) is not { } seen || seen.Document(reading) is not { } document || document.Pictures.FirstOrDefault(p => p.Id == Path.GetFileNameWithoutExtension(file)) is not { } picture)
            return Results.NotFound();
        var drawing = Titled(picture, document, reading.T);
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        var name = $"{id}-{reading.Language}-{file}";
        return form == ".svg" ? Results.File(Encoding.UTF8.GetBytes(drawing.Svg), "image/svg+xml; charset=utf-8", name) : Results.File(DrawnPicture.Png(drawing.Svg, Millimetres), "image/png", name);
    }
}
