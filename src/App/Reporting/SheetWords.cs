using Styrkedja.Formats.Reports;

namespace Styrkedja.App.Reporting;

/// <summary>The words that a report's workbook has of its own, in one language.</summary>
public static class SheetWords
{
    public static WorkbookWords In(Texts.Texts texts) => new(
        texts["report-sheet.contents"],
        texts["report-sheet.figures"],
        texts["report-sheet.as-of"],
        texts["report-sheet.known-at"],
        texts["report-sheet.hash"],
        texts["report-sheet.engine"],
        texts["report-sheet.table"],
        texts["report-sheet.section"],
        texts["report-sheet.unit"],
        texts["report-sheet.exact"],
        texts["report-sheet.back"],
        texts["report-sheet.illustrative-note"],
        texts["report-sheet.figures-note"],
        texts["report-sheet.sheet"],
        texts["report-sheet.cell"],
        texts["report-sheet.row"],
        texts["report-sheet.column"],
        texts["report-sheet.shown"],
        texts["report-sheet.value"],
        texts["report-sheet.address"],
        texts["report-sheet.illustrative"],
        texts["report-sheet.yes"],
        texts["report-sheet.kronor"],
        texts["report-sheet.items"]);
}
