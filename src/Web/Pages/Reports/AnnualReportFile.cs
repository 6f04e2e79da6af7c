using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Region;

namespace Styrkedja.Web.Pages.Reports;

/// <summary>The annual report as a file of its own.</summary>
/// <remarks>The same archive, viewpoint and language give the same bytes.</remarks>
public static class AnnualReportFile
{
    public static Task<string> RenderAsync(RegionArchive archive, Viewpoint at, int year, string language, string? headHash)
    {
        var t = Texts.In(language);
        return ReportFile.RenderAsync<AnnualReport>(archive, t.Language, t["report.title", ("year", year), ("region", t[archive.Name])], new()
        {
            [nameof(AnnualReport.Archive)] = archive,
            [nameof(AnnualReport.At)] = at,
            [nameof(AnnualReport.Year)] = year,
            [nameof(AnnualReport.Language)] = language,
            [nameof(AnnualReport.HeadHash)] = headHash,
        });
    }
}
