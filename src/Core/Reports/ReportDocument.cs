using Styrkedja.FollowUp;
using Styrkedja.Region;

namespace Styrkedja.Reports;

/// <summary>A report as it is read, in one language: sections in order, each of texts, tables and pictures, with every figure's address. Each format is written from this and nothing else.</summary>
/// <param name="Id">The round it reports, such as AR-2017; the name of its files.</param>
/// <param name="Language">sv or en.</param>
/// <param name="Author">The region's name.</param>
/// <param name="Lead">The period in one sentence, for the cover.</param>
/// <param name="At">The moment from which it sees the region.</param>
/// <param name="JournalHash">The hash that proves the journal up to that moment; absent for a region without entries.</param>
/// <param name="Engine">The version that reckoned it.</param>
public sealed record ReportDocument(
    string Id,
    string Language,
    string Title,
    string Author,
    IReadOnlyList<ReportRun> Lead,
    Viewpoint At,
    string? JournalHash,
    string Engine,
    IReadOnlyList<ReportSection> Sections)
{
    /// <summary>Every section, those within sections after the one they stand in.</summary>
    public IEnumerable<ReportSection> AllSections => Sections.SelectMany(s => s.WithThoseWithin());

    public IEnumerable<ReportTable> Tables => AllSections.SelectMany(s => s.Blocks).OfType<ReportTable>();

    public IEnumerable<ReportPicture> Pictures => AllSections.SelectMany(s => s.Blocks).OfType<ReportPicture>();

    /// <summary>Every figure that the report shows, in reading order; one that is shown twice stands twice.</summary>
    public IEnumerable<Figure> Figures =>
    [
        .. Lead.Select(run => run.Figure).Concat(AllSections.SelectMany(s => s.Blocks).SelectMany(block => block switch
        {
            ReportParagraph paragraph => paragraph.Runs.Select(run => run.Figure),
            ReportPoints points => points.Items.SelectMany(item => item).Select(run => run.Figure),
            ReportTable table => table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Figure),
            _ => [],
        })).OfType<Figure>(),
    ];
}

/// <summary>A section with its heading.</summary>
/// <param name="Id">Letters, digits and hyphens; unique in the report, and the same from year to year.</param>
public sealed record ReportSection(string Id, string Title, IReadOnlyList<ReportBlock> Blocks, IReadOnlyList<ReportSection> Sections)
{
    public IEnumerable<ReportSection> WithThoseWithin() => Sections.SelectMany(s => s.WithThoseWithin()).Prepend(this);
}

/// <summary>One piece of a section.</summary>
public abstract record ReportBlock;

/// <summary>How a paragraph speaks.</summary>
public enum ReportTone
{
    Text,

    /// <summary>The sentence that sums the section up.</summary>
    Lead,

    /// <summary>In small type: sources, principles.</summary>
    Note,

    /// <summary>Something is missing or does not agree.</summary>
    Warning,
}

/// <summary>Words in a row, said in one tone.</summary>
public sealed record ReportParagraph(IReadOnlyList<ReportRun> Runs, ReportTone Tone = ReportTone.Text) : ReportBlock
{
    public ReportParagraph(string text, ReportTone tone = ReportTone.Text)
        : this([new ReportRun(text)], tone)
    {
    }
}

/// <summary>A list, with numbers or without.</summary>
public sealed record ReportPoints(IReadOnlyList<IReadOnlyList<ReportRun>> Items, bool Numbered) : ReportBlock;

/// <summary>A heading that a text has within its section.</summary>
public sealed record ReportHeading(string Text) : ReportBlock;

/// <summary>Words said in one way.</summary>
/// <param name="Figure">The figure whose value the words are; its explanation is one step away.</param>
/// <param name="Address">Where the words lead, as a path in the system such as /decisions/rf-2016-11-30 or a whole address; absent for words that lead nowhere.</param>
public sealed record ReportRun(string Text, Figure? Figure = null, string? Address = null, bool Strong = false, bool Emphasis = false);

/// <summary>A table: a row of heads, then rows whose first cell says what the row is about.</summary>
/// <param name="Id">Letters, digits and hyphens, unique in the report; the name of its file and sheet.</param>
/// <param name="Unit">What its numbers are in, such as mnkr; absent when columns differ.</param>
/// <param name="Notes">Remarks under it.</param>
public sealed record ReportTable(string Id, string Caption, string? Unit, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows, IReadOnlyList<string> Notes) : ReportBlock;

/// <summary>What the cells of a column hold.</summary>
public enum ReportColumnKind { Text, Number, Judgement }

/// <summary>A column with its head.</summary>
public sealed record ReportColumn(string Title, ReportColumnKind Kind);

/// <summary>What a row is among the others: one of them, a sum on the way, the sum of all, or the head of those that follow.</summary>
public enum ReportRowKind { Item, Subtotal, Total, Group }

/// <summary>A row of a table, one cell for each column.</summary>
/// <param name="Level">How far in its first cell stands; 0 at the edge.</param>
public sealed record ReportRow(IReadOnlyList<ReportCell> Cells, ReportRowKind Kind = ReportRowKind.Item, int Level = 0);

/// <summary>What stands in one column of a row.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Number">The whole number behind the text, in kronor for amounts, never rounded; absent for words and for what is not known.</param>
/// <param name="Address">Where the words lead, as for a run; a figure's cell leads to its explanation.</param>
public sealed record ReportCell(string Text, decimal? Number = null, Figure? Figure = null, string? Address = null)
{
    public static readonly ReportCell Empty = new("");

    public bool Illustrative => Figure?.Illustrative == true;
}

/// <summary>A picture of figures that a table holds.</summary>
/// <param name="Alt">What the picture shows, in one or two sentences, for those who do not see it.</param>
/// <param name="Svg">The drawing, whole in itself: no styles, fonts or pictures from elsewhere; dark strokes on light ground.</param>
/// <param name="Width">Of the drawing, in the units of its view box.</param>
/// <param name="Table">The table with the same figures, by its id.</param>
public sealed record ReportPicture(string Id, string Caption, string Alt, string Svg, int Width, int Height, string Table) : ReportBlock;
