using Styrkedja.Reports;

namespace Styrkedja.Formats.Reports;

/// <summary>How wide the columns of a table are, by what stands in them, and in what size of type it is set.</summary>
/// <param name="HalfPoints">Size of the type.</param>
/// <param name="Widths">In twentieths of a point; together the width of the text.</param>
internal sealed record WordColumns(int HalfPoints, IReadOnlyList<int> Widths)
{
    /// <summary>On each side of a cell.</summary>
    public const int Padding = 70;

    /// <summary>More room before words that stand right of numbers.</summary>
    public const int AfterNumbers = 170;

    /// <summary>How far in each level stands.</summary>
    public const int Step = 170;

    private static readonly int[] s_sizes = [18, 17, 16, 15, 14, 13];

    /// <summary>The largest type in which no number and no word breaks; the smallest when there is none.</summary>
    public static WordColumns Of(ReportTable table, int available)
    {
        foreach (var size in s_sizes)
        {
            var needs = table.Columns.Select((column, c) => Need(table, column, c, size)).ToArray();
            if (needs.Sum(need => need.Least) <= available || size == s_sizes[^1])
                return new(size, Shared(table, needs, available));
        }

        throw new InvalidOperationException("There is always a smallest size.");
    }

    /// <summary>True for a table of which each line fits a page upright without being broken, in full size.</summary>
    public static bool FitsUpright(ReportTable table) => table.Columns.Select((column, c) => Need(table, column, c, s_sizes[0]).Whole).Sum() <= WordPaper.UprightText;

    /// <summary>True where words stand right of numbers.</summary>
    public static bool FollowsNumbers(ReportTable table, int c) => c > 0 && table.Columns[c].Kind != ReportColumnKind.Number && table.Columns[c - 1].Kind == ReportColumnKind.Number;

    /// <summary>The room of a star at a value.</summary>
    public static int Star(int halfPoints) => (int)Math.Ceiling(WidthOf("*", halfPoints, bold: false));

    private static int[] Shared(ReportTable table, (int Least, int Whole)[] needs, int available)
    {
        // Columns of numbers are alike where there is room for it, so that they are read across and down.
        var numbers = table.Columns.Select((column, c) => (column, c)).Where(x => x.column.Kind == ReportColumnKind.Number).Select(x => x.c).ToArray();
        if (numbers.Length > 1)
        {
            var alike = numbers.Max(c => needs[c].Least);
            if (needs.Sum(need => need.Least) + numbers.Sum(c => alike - needs[c].Least) <= available)
            {
                foreach (var c in numbers)
                    needs[c] = (alike, alike);
            }
        }

        var least = needs.Sum(need => need.Least);
        if (least > available)
            return Whole([.. needs.Select(need => (double)need.Least * available / least)], available);
        var wanted = needs.Sum(need => need.Whole - need.Least);
        var rest = available - least;
        if (wanted >= rest)
            return Whole([.. needs.Select(need => need.Least + (wanted == 0 ? 0 : (double)(need.Whole - need.Least) * rest / wanted))], available);
        // What is left goes to the words, a share by their length, and to the numbers only so much that they do not crowd.
        rest -= wanted;
        var words = table.Columns.Select((column, c) => column.Kind == ReportColumnKind.Number ? Math.Min(needs[c].Whole, 500) : needs[c].Whole).ToArray();
        return Whole([.. needs.Select((need, c) => need.Whole + ((double)words[c] * rest / Math.Max(1, words.Sum())))], available);
    }

    private static int[] Whole(double[] widths, int available)
    {
        var whole = widths.Select(width => (int)Math.Floor(width)).ToArray();
        whole[0] += available - whole.Sum();
        return whole;
    }

    private static (int Least, int Whole) Need(ReportTable table, ReportColumn column, int c, int size)
    {
        var cells = table.Rows.Where(row => row.Kind != ReportRowKind.Group && c < row.Cells.Count).Select(row =>
            (row.Cells[c].Text, IsNumber: row.Cells[c].Number is not null, Bold: row.Kind != ReportRowKind.Item, Indent: c == 0 ? row.Level * Step : 0)).ToList();
        var star = table.Rows.Any(row => c < row.Cells.Count && row.Cells[c].Illustrative) ? Star(size) : 0;
        var head = LongestWord(column.Title, size, bold: true);
        var headWhole = Math.Max(head, WidthOf(column.Title, size, bold: true) / 1.8);
        var whole = cells.Select(cell => WidthOf(cell.Text, size, cell.Bold) + cell.Indent).Append(0).Max() + star;
        var unbroken = cells.Select(cell => (cell.IsNumber ? WidthOf(cell.Text, size, cell.Bold) : LongestWord(cell.Text, size, cell.Bold)) + cell.Indent).Append(0).Max() + star;
        var least = Math.Max(unbroken, head);
        var around = (2 * Padding) + 20 + (FollowsNumbers(table, c) ? AfterNumbers : 0);
        return ((int)Math.Ceiling(least) + around, (int)Math.Ceiling(Math.Max(Math.Max(whole, least), headWhole)) + around);
    }

    private static double LongestWord(string text, int size, bool bold) => text.Split([' ', '-', '–'], StringSplitOptions.RemoveEmptyEntries).Select(word => WidthOf(word + "-", size, bold)).Append(0).Max();

    /// <summary>How wide a text stands, nearly, in the type of the body. Unit: twentieths of a point.</summary>
    public static double WidthOf(string text, int halfPoints, bool bold) => text.Sum(Share) * halfPoints * 10 * (bold ? 1.05 : 1.01);

    // Shares of the size of the type, rounded upwards to a few widths.
    private static double Share(char c) => c switch
    {
        ' ' or '\u00A0' or '\u202F' => 0.23,
        'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' => 0.26,
        'f' or 't' or 'r' or 'I' or 'J' or '(' or ')' or '-' or '/' => 0.35,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or 'æ' => 0.86,
        >= 'A' and <= 'Z' or 'Å' or 'Ä' or 'Ö' => 0.62,
        >= '0' and <= '9' or '−' or '*' or '–' => 0.51,
        _ => 0.53,
    };
}
