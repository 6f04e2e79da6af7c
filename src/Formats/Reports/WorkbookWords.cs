namespace Styrkedja.Formats.Reports;

/// <summary>The words that a workbook of a report has of its own, in the report's language.</summary>
/// <param name="Contents">Name of the first sheet; at most 31 characters, as the other sheet's.</param>
/// <param name="Figures">Name of the sheet that lists every figure with its address.</param>
/// <param name="Exact">Says under a table's title that each number is whole behind what is shown.</param>
/// <param name="IllustrativeNote">Says under a table what its dotted cells are.</param>
/// <param name="FiguresNote">Says what the list of figures is for.</param>
public sealed record WorkbookWords(
    string Contents,
    string Figures,
    string AsOf,
    string KnownAt,
    string JournalHash,
    string Engine,
    string Table,
    string Section,
    string Unit,
    string Exact,
    string Back,
    string IllustrativeNote,
    string FiguresNote,
    string Sheet,
    string Cell,
    string Row,
    string Column,
    string Shown,
    string Value,
    string Address,
    string Illustrative,
    string Yes,
    string Kronor,
    string Items);
