using Styrkedja.Formats.Reports;

namespace Styrkedja.App.Reporting;

/// <summary>The words that the files of a report have of their own, in one language.</summary>
public static class WordsOfReports
{
    public static ReportWords Paged(Texts.Texts texts) => new(
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
