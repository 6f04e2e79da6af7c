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

    private const int SomeWords = 2200;

    // How wide the letters from space to tilde are in Calibri and Carlito, in thousandths of the size.
    private static readonly int[] s_letters =
    [
        226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507, 507, 507, 507, 507, 507, 507, 507, 268, 268, 498, 498, 498, 463,
        894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420, 855, 646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498,
        291, 479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455, 229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
    ];

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

    /// <summary>True for a table that fits a page upright in full size, with no number broken and room for some words in a line.</summary>
    public static bool FitsUpright(ReportTable table) => table.Columns.Select((column, c) =>
    {
        var (least, whole) = Need(table, column, c, s_sizes[0]);
        return column.Kind == ReportColumnKind.Number ? least : Math.Max(least, Math.Min(whole, SomeWords));
    }).Sum() <= WordPaper.UprightText;

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
        // A judgement is a few words that are read at a glance.
        var judged = column.Kind == ReportColumnKind.Judgement;
        var unbroken = cells.Select(cell => (cell.IsNumber || judged ? WidthOf(cell.Text, size, cell.Bold) : LongestWord(cell.Text, size, cell.Bold)) + cell.Indent).Append(0).Max() + star;
        var least = Math.Max(unbroken, head);
        var around = (2 * Padding) + 20 + (FollowsNumbers(table, c) ? AfterNumbers : 0);
        return ((int)Math.Ceiling(least) + around, (int)Math.Ceiling(Math.Max(Math.Max(whole, least), headWhole)) + around);
    }

    private static double LongestWord(string text, int size, bool bold) => text.Split(' ').Max(word => WidthOf(word, size, bold));

    /// <summary>How wide a text stands in the type of the body. Unit: twentieths of a point.</summary>
    /// <remarks>Bold letters are wider by at most a twentieth, taken over a word.</remarks>
    public static double WidthOf(string text, int halfPoints, bool bold) => text.Sum(ThousandthsOf) * halfPoints / 100.0 * (bold ? 1.05 : 1);

    // Of the size of the type; accents take no room, and of signs that are not in the table each is taken for a wide one.
    private static int ThousandthsOf(char c) => c switch
    {
        >= ' ' and <= '~' => s_letters[c - ' '],
        'å' or 'ä' or 'á' or 'à' => s_letters['a' - ' '],
        'ö' or 'ó' or 'ø' => s_letters['o' - ' '],
        'é' or 'è' or 'ë' => s_letters['e' - ' '],
        'ü' => s_letters['u' - ' '],
        'Å' or 'Ä' => s_letters['A' - ' '],
        'Ö' or 'Ø' => s_letters['O' - ' '],
        '−' or '–' or '\u00A0' or '\u202F' => 507,
        _ => 700,
    };
}
