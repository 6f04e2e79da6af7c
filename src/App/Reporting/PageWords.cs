using Styrkedja.Formats.Reports;

namespace Styrkedja.App.Reporting;

/// <summary>The words that a report on pages has of its own, in one language.</summary>
public static class PageWords
{
    public static ReportWords In(Texts.Texts texts) => new(
        texts["report-file.language"],
        texts["report-file.contents"],
        texts["report-file.tables"],
        texts["report-file.pictures"],
        texts["report-file.table"],
        texts["report-file.picture"],
        texts["report-file.page-of"],
        texts["report-file.same-numbers"],
        texts["report-file.illustrative"],
        texts["report-file.known"]);
}
