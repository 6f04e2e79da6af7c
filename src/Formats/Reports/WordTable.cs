using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Styrkedja.FollowUp;
using Styrkedja.Goals;
using Styrkedja.Reports;

namespace Styrkedja.Formats.Reports;

/// <summary>A table that can be edited: its head returns on each page, no row is split, numbers stand right, sums are bold under a line.</summary>
internal sealed class WordTable(WordText text, ReportTable table, int width)
{
    /// <summary>Up to so many rows a table is kept on one page.</summary>
    private const int KeptWhole = 14;

    private readonly WordColumns _columns = WordColumns.Of(table, width);

    public Table Made(bool notesFollow)
    {
        var made = new Table(
            new TableProperties
            {
                TableStyle = new() { Val = WordStyles.Table },
                TableWidth = new() { Width = Number(width), Type = TableWidthUnitValues.Dxa },
                TableLayout = new() { Type = TableLayoutValues.Fixed },
                TableLook = new() { FirstRow = true, FirstColumn = true, NoVerticalBand = true, NoHorizontalBand = true },
                TableCaption = new() { Val = WordText.Clean(table.Caption) },
            },
            new TableGrid(_columns.Widths.Select(column => new GridColumn { Width = Number(column) })),
            Head());
        foreach (var (row, i) in table.Rows.Select((row, i) => (row, i)))
        {
            var last = i == table.Rows.Count - 1;
            var keepsNext = last ? notesFollow : table.Rows.Count <= KeptWhole || i < 2 || i == table.Rows.Count - 2 || row.Kind == ReportRowKind.Group;
            made.Append(Row(row, keepsNext));
        }

        return made;
    }

    private TableRow Head()
    {
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        foreach (var (column, c) in table.Columns.Select((column, c) => (column, c)))
        {
            head.Append(Cell(c, 1, TableVerticalAlignmentValues.Bottom, new TableCellBorders { BottomBorder = Line<BottomBorder>(WordColours.Ink, 8) },
                Paragraph(WordStyles.TableHead, column.Kind == ReportColumnKind.Number, keepsNext: true, WordText.Plain(column.Title, Sized()))));
        }

        return head;
    }

    private TableRow Row(ReportRow row, bool keepsNext)
    {
        var made = new TableRow(new TableRowProperties(new CantSplit()));
        var strong = row.Kind != ReportRowKind.Item;
        var borders = row.Kind switch
        {
            ReportRowKind.Total => new TableCellBorders { TopBorder = Line<TopBorder>(WordColours.Ink, 8), BottomBorder = Line<BottomBorder>(WordColours.Ink, 8) },
            ReportRowKind.Subtotal => new TableCellBorders { TopBorder = Line<TopBorder>(WordColours.Granite, 4) },
            _ => null,
        };
        if (row.Kind == ReportRowKind.Group && row.Cells.Skip(1).All(cell => cell.Text.Length == 0))
        {
            made.Append(Cell(0, table.Columns.Count, TableVerticalAlignmentValues.Bottom, null, First(row, keepsNext, strong, WordStyles.TableGroup)));
            return made;
        }

        for (var c = 0; c < table.Columns.Count; c++)
        {
            var cell = c < row.Cells.Count ? row.Cells[c] : ReportCell.Empty;
            made.Append(Cell(c, 1, TableVerticalAlignmentValues.Top, (TableCellBorders?)borders?.CloneNode(true), c == 0
                ? First(row, keepsNext, strong, WordStyles.TableText)
                : Other(cell, c, keepsNext, strong)));
        }

        return made;
    }

    private Paragraph First(ReportRow row, bool keepsNext, bool strong, string style)
    {
        var cell = row.Cells.Count > 0 ? row.Cells[0] : ReportCell.Empty;
        var first = Paragraph(style, right: table.Columns[0].Kind == ReportColumnKind.Number, keepsNext, Words(cell, cell.Text, strong, null));
        if (row.Level > 0)
            first.ParagraphProperties!.Indentation = new() { Left = Number(row.Level * WordColumns.Step) };
        return first;
    }

    private Paragraph Other(ReportCell cell, int c, bool keepsNext, bool strong)
    {
        var right = table.Columns[c].Kind == ReportColumnKind.Number;
        var shown = right && (cell.Number is not null || cell.Figure is not null) ? cell.Text.Replace(' ', '\u00A0') : cell.Text;
        var paragraph = Paragraph(WordStyles.TableText, right, keepsNext, Words(cell, shown, strong, ColourOf(cell)));
        // A star stands outside the column, so that the digits do not move.
        if (right && !cell.Illustrative && table.Rows.Any(row => c < row.Cells.Count && row.Cells[c].Illustrative))
            paragraph.ParagraphProperties!.Indentation = new() { Right = Number(WordColumns.Star(_columns.HalfPoints)) };
        return paragraph;
    }

    private OpenXmlElement[] Words(ReportCell cell, string shown, bool strong, string? colour)
    {
        if (shown.Length == 0)
            return [];
        var words = text.Of(cell, shown, strong, colour);
        foreach (var run in words is Run only ? [only] : words.Elements<Run>())
        {
            run.RunProperties ??= new();
            run.RunProperties.FontSize = new() { Val = Number(_columns.HalfPoints) };
        }

        return [words];
    }

    /// <summary>Said in words; the colour only helps the eye.</summary>
    private static string? ColourOf(ReportCell cell) => cell.Figure?.Value is FigureValue.Judgement judgement
        ? judgement.Fulfilment switch { GoalFulfilment.Fulfilled => WordColours.Teal, GoalFulfilment.NotFulfilled => WordColours.Brick, _ => null }
        : null;

    private RunProperties Sized() => new() { FontSize = new() { Val = Number(_columns.HalfPoints - 1) } };

    private TableCell Cell(int c, int columns, EnumValue<TableVerticalAlignmentValues> vertical, TableCellBorders? borders, Paragraph content)
    {
        var properties = new TableCellProperties { TableCellWidth = new() { Width = Number(_columns.Widths.Skip(c).Take(columns).Sum()), Type = TableWidthUnitValues.Dxa } };
        if (columns > 1)
            properties.GridSpan = new() { Val = columns };
        if (borders is not null)
            properties.TableCellBorders = borders;
        if (WordColumns.FollowsNumbers(table, c))
            properties.TableCellMargin = new() { LeftMargin = new() { Width = Number(WordColumns.Padding + WordColumns.AfterNumbers), Type = TableWidthUnitValues.Dxa } };
        properties.TableCellVerticalAlignment = new() { Val = vertical };
        return new(properties, content);
    }

    private static Paragraph Paragraph(string style, bool right, bool keepsNext, params ReadOnlySpan<OpenXmlElement> content)
    {
        var paragraph = WordText.Paragraph(style, content);
        if (keepsNext)
            paragraph.ParagraphProperties!.KeepNext = new();
        if (right)
            paragraph.ParagraphProperties!.Justification = new() { Val = JustificationValues.Right };
        return paragraph;
    }

    private static T Line<T>(string colour, uint eighths)
        where T : BorderType, new() => new() { Val = BorderValues.Single, Color = colour, Size = eighths, Space = 0 };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
