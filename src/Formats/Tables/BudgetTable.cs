using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Tables;

/// <summary>A row of a budget as a table has it: an account group of a subject, month by month.</summary>
/// <param name="Counterparty">The other side inside the region; absent when the row is external.</param>
public sealed record BudgetTableRow(string Subject, string Group, string? Counterparty, IReadOnlyList<Money> Months, int Line);

/// <summary>A table of a detailed budget: pasted from a spreadsheet, or a CSV or XLSX file.</summary>
/// <remarks>Each row has the id of an account group, with the id of the unit before it where the table has several, a name that is passed over, twelve months from January, and the year's sum if one
/// likes, which must then agree. An internal row names the other side after a colon: internal-sales:DN-HS. Nothing is half accepted: with any fault there are no rows.</remarks>
public sealed record BudgetTable(IReadOnlyList<BudgetTableRow> Rows, IReadOnlyList<Fault> Faults)
{
    private const int Months = 12;

    private static readonly TableNumber s_swedish = new(DecimalSign.Comma, ThousandsSign.Space);

    /// <summary>Reads a block as a spreadsheet hands it over: cells parted by tabs, rows by line breaks.</summary>
    /// <param name="subject">Whose budget a row without a unit is.</param>
    /// <param name="decimals">Decimals down to the öre: 2 for kronor, 5 for thousands, 8 for millions.</param>
    public static BudgetTable Pasted(string text, string subject, Func<string, bool> isSubject, Func<string, bool> isGroup, int decimals)
    {
        using var rows = new PastedRows(text);
        return Of(rows, "", subject, isSubject, isGroup, decimals);
    }

    /// <summary>Reads a table whatever it stands in.</summary>
    public static BudgetTable Of(TableRows table, string fileName, string subject, Func<string, bool> isSubject, Func<string, bool> isGroup, int decimals)
    {
        var (rows, faults) = (new List<BudgetTableRow>(), new TableFaultList(fileName));
        var seen = new Dictionary<(string, string, string?), int>();
        while (table.Read())
        {
            var cells = Enumerable.Range(0, table.Cells).Select(table.Cell).ToList();
            while (cells.Count > 0 && cells[^1].IsEmpty)
                cells.RemoveAt(cells.Count - 1);
            if (cells.Count == 0)
                continue;
            var faultsBefore = faults.Count;
            if (ReadRow(cells, table.Line, subject, isSubject, isGroup, decimals, faults) is not { } row)
            {
                // The first line may be a heading: it has no amount in it.
                if (rows.Count == 0 && faults.Count > faultsBefore && seen.Count == 0 && IsHeading(cells))
                    faults.TakeBack(faultsBefore);
                continue;
            }

            if (!seen.TryAdd((row.Subject, row.Group, row.Counterparty), row.Line))
                faults.Add("budget-table.twice", row.Line, row.Group, ("subject", row.Subject), ("before", $"{seen[(row.Subject, row.Group, row.Counterparty)]}"));
            rows.Add(row);
        }

        if (table.Broken is { } broken)
            faults.Add(broken);
        return new(faults.HasErrors ? [] : rows, faults.ByLine());
    }

    private static BudgetTableRow? ReadRow(List<TableCell> cells, int line, string subject, Func<string, bool> isSubject, Func<string, bool> isGroup, int decimals, TableFaultList faults)
    {
        var (at, errors) = (0, faults.Count);
        var named = GroupOf(cells[0].Text);
        if (!isGroup(named.Group))
        {
            if (!isSubject(cells[0].Text))
                faults.Add(cells.Count > Months + 1 ? "budget-table.subject-unknown" : "budget-table.group-unknown", line, cells[0].Text);
            subject = cells[0].Text;
            at = 1;
            named = GroupOf(cells.Count > 1 ? cells[1].Text : "");
            if (cells.Count > Months + 1 && !isGroup(named.Group))
                faults.Add("budget-table.group-unknown", line, named.Group);
        }

        at++;
        if (cells.Count > at && cells[at].Number is null && !cells[at].IsEmpty && s_swedish.Read(cells[at], decimals, out _) == NumberReading.NoNumber && cells.Count >= at + 1 + Months)
            at++;
        if (cells.Count - at > Months + 1)
        {
            faults.Add("budget-table.too-many", line, $"{cells.Count - at}");
            return null;
        }

        var months = new Money[Months];
        for (var month = 0; month < Months; month++)
            months[month] = Amount(at + month < cells.Count ? cells[at + month] : TableCell.Empty, at + month);
        if (named.Counterparty is { } other && !isSubject(other))
            faults.Add("budget-table.subject-unknown", line, other);
        if (cells.Count - at == Months + 1 && faults.Count == errors && Amount(cells[at + Months], at + Months) is var told && told != Money.Sum(months))
            faults.Add("budget-table.sum-differs", line, cells[at + Months].Text, ("sum", Text(Money.Sum(months), decimals)));
        return faults.Count == errors ? new(subject, named.Group, named.Counterparty, months, line) : null;

        Money Amount(TableCell cell, int column)
        {
            var reading = s_swedish.Read(cell, decimals, out var ore);
            if (reading is NumberReading.Read or NumberReading.Nothing)
                return new(ore);
            var code = reading switch { NumberReading.TooFine => "budget-table.parts-of-ore", NumberReading.TooLarge => "budget-table.too-large", _ => "budget-table.not-an-amount" };
            faults.Add(code, line, cell.Text, ("column", $"{column + 1}"));
            return Money.Zero;
        }
    }

    /// <summary>An amount in the table's own unit, exactly, as Swedes write it: no-break spaces, decimal comma, true minus.</summary>
    public static string Text(Money amount, int decimals)
    {
        var value = (amount.Ore / (decimal)Math.Pow(10, decimals)).ToString("#,##0.########", CultureInfo.InvariantCulture);
        return value.Replace(',', '\u00a0').Replace('.', ',').Replace('-', '\u2212');
    }

    /// <summary>Writes rows as a file that <see cref="Of"/> reads back the same, in kronor.</summary>
    /// <param name="columns">The heading: unit, account group, name, twelve months and the year.</param>
    /// <param name="nameOf">The name of a row, for people; it is passed over when read.</param>
    public static void Write(Stream file, TableFormat format, IReadOnlyList<string> columns, IEnumerable<BudgetTableRow> rows, Func<BudgetTableRow, string> nameOf)
    {
        using Exports.TableWriter table = format == TableFormat.Xlsx ? new Exports.XlsxTable(file, "Budget", columns) : new Exports.CsvTable(file);
        if (format != TableFormat.Xlsx)
        {
            foreach (var column in columns)
                table.Text(column);
            table.EndRow();
        }

        foreach (var row in rows)
        {
            table.Text(row.Subject);
            table.Text(row.Counterparty is { } other ? $"{row.Group}:{other}" : row.Group);
            table.Text(nameOf(row));
            foreach (var month in row.Months)
                table.Kronor(month.Ore);
            table.Kronor(Money.Sum(row.Months).Ore);
            table.EndRow();
        }

        table.Complete();
    }

    private static bool IsHeading(List<TableCell> cells) => cells.TrueForAll(cell => cell.Number is null && !cell.Text.Any(char.IsDigit));

    private static (string Group, string? Counterparty) GroupOf(string text) => text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (text[..colon].Trim(), text[(colon + 1)..].Trim()) : (text, null);

    /// <summary>A block of text as a spreadsheet puts it on the clipboard.</summary>
    private sealed class PastedRows(string text) : TableRows
    {
        private readonly string[] _lines = text.ReplaceLineEndings("\n").Split('\n');
        private string[] _cells = [];
        private int _line;

        public override IReadOnlyList<string> Columns => [];

        public override int Line => _line;

        public override int Cells => _cells.Length;

        public override bool Read()
        {
            if (_line >= _lines.Length)
                return false;
            _cells = _lines[_line++].Split('\t');
            return true;
        }

        public override TableCell Cell(int column) => column < _cells.Length ? new(_cells[column].Trim()) : TableCell.Empty;
    }
}
