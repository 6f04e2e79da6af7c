using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Styrkedja.App.Importing;
using Styrkedja.Formats.Tables;
using Styrkedja.Rights;
using Styrkedja.Web.Gate;

namespace Styrkedja.Web;

/// <summary>The empty table of indicator values, to fill in and import.</summary>
internal static class IndicatorTemplate
{
    public const string Csv = "/goals/indicators/template.csv";
    public const string Xlsx = "/goals/indicators/template.xlsx";

    public static void MapIndicatorTemplate(this IEndpointRouteBuilder app)
    {
        app.MapGet(Csv, () => Give(TableFormat.Csv)).Wants(Right.SeePublic).ExcludeFromDescription();
        app.MapGet(Xlsx, () => Give(TableFormat.Xlsx)).Wants(Right.SeePublic).ExcludeFromDescription();
    }

    private static IResult Give(TableFormat format)
    {
        using var bytes = new MemoryStream();
        ImportIndicators.WriteTemplate(bytes, format);
        return format == TableFormat.Xlsx
            ? Results.File(bytes.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "indicators.xlsx")
            : Results.File(bytes.ToArray(), "text/csv; charset=utf-8", "indicators.csv");
    }
}
