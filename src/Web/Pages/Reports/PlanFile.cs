using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.Web.Pages.Reports;

/// <summary>A planning document as a file of its own, for those who want it on paper or in a case.</summary>
/// <remarks>The same archive, viewpoint, document and language give the same bytes.</remarks>
public static class PlanFile
{
    /// <param name="body">The committee whose activity plan it is; absent for the documents of the whole region.</param>
    public static Task<string> RenderAsync(RegionArchive archive, Viewpoint at, PlanKind kind, int year, Subject? body, string language, string? headHash)
    {
        var t = Texts.In(language);
        return ReportFile.RenderAsync<PlanDocument>(archive, t.Language, $"{PlanDocument.TitleOf(t, kind, year, body)}, {t[archive.Name]}", new()
        {
            [nameof(PlanDocument.Archive)] = archive,
            [nameof(PlanDocument.At)] = at,
            [nameof(PlanDocument.Kind)] = kind,
            [nameof(PlanDocument.Year)] = year,
            [nameof(PlanDocument.Body)] = body,
            [nameof(PlanDocument.Language)] = language,
            [nameof(PlanDocument.HeadHash)] = headHash,
        });
    }
}
