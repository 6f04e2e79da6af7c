using Styrkedja.Amounts;

namespace Styrkedja.Formats.Tables;

/// <summary>Budgets pasted from a spreadsheet or handed in as a file: read exactly, or refused with all that is wrong.</summary>
public class BudgetTableTests
{
    [Fact]
    public void A_pasted_block_is_read_as_swedes_write_numbers()
    {
        var table = Pasted("Kontogrupp\tjan\tfeb\tmar\tapr\tmaj\tjun\tjul\taug\tsep\tokt\tnov\tdec\tSumma\nsalaries\t−1 200,5\t-1\u00a0200\t\t\t\t\t\t\t\t\t\t\t−2400,5\ninternal-sales:B1\t3\n");

        Assert.Empty(table.Faults);
        Assert.Equal([("A1", "salaries", null, -240_050_000L), ("A1", "internal-sales", "B1", 300_000L)], table.Rows.Select(r => (r.Subject, r.Group, r.Counterparty, Money.Sum(r.Months).Ore)));
        Assert.Equal([-120_050_000L, -120_000_000L, 0L], table.Rows[0].Months.Take(3).Select(m => m.Ore));
    }

    [Fact]
    public void Rows_of_several_units_name_their_unit_first()
    {
        var months = string.Join('\t', Enumerable.Repeat("1", 12));
        var table = Pasted($"A1\tsalaries\tLöner\t{months}\t12\r\nB1\tsalaries\tLöner\t{months}\t12\r\n");

        Assert.Empty(table.Faults);
        Assert.Equal(["A1", "B1"], table.Rows.Select(r => r.Subject));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_by_row_and_column_and_nothing_is_accepted()
    {
        var months = string.Join('\t', Enumerable.Repeat("1", 12));
        var table = Pasted($"salaries\tmycket\t2\nrent\t1\nsalaries\t{months}\t13\nA1\tpensions\tPensioner\t{months}\nX9\tpensions\tPensioner\t{months}\npensions\t0,000001\npensions:Y\t1\nsalaries\t{months}\t12\nsalaries\t1\nsalaries\t{months}\t12\t5\t6\n");

        Assert.Empty(table.Rows);
        Assert.Equal(
            [
                (1, "budget-table.not-an-amount", "mycket"), (2, "budget-table.group-unknown", "rent"), (3, "budget-table.sum-differs", "13"), (5, "budget-table.subject-unknown", "X9"),
                (6, "budget-table.parts-of-ore", "0,000001"), (7, "budget-table.subject-unknown", "Y"), (9, "budget-table.twice", "salaries"), (10, "budget-table.too-many", "15"),
            ],
            table.Faults.Select(f => (f.Place.Line, f.Code, f.Found)));
    }

    [Theory]
    [InlineData(TableFormat.Xlsx)]
    [InlineData(TableFormat.Csv)]
    public void A_budget_given_out_as_a_file_reads_back_the_same(TableFormat format)
    {
        BudgetTableRow[] rows =
        [
            new("A1", "salaries", null, [.. Enumerable.Range(1, 12).Select(m => new Money(-1_234_567_891L * m))], 0),
            new("B1", "internal-sales", "A1", [.. Enumerable.Range(1, 12).Select(m => new Money(m % 3))], 0),
        ];
        using var bytes = new MemoryStream();
        string[] columns = ["Enhet", "Kontogrupp", "Namn", "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec", "Året"];
        BudgetTable.Write(bytes, format, columns, rows, _ => "=Löner; \"med tecken\"");

        using var read = new TableForm(format, TableDelimiter.Semicolon, TableEncoding.Utf8, null, 0, true, DecimalSign.Comma, ThousandsSign.Space, []).Open(bytes.ToArray(), "budget");
        var back = BudgetTable.Of(read, "budget", "A1", IsSubject, IsGroup, 2);

        Assert.Empty(back.Faults);
        Assert.Equal(rows.Select(r => (r.Subject, r.Group, r.Counterparty, string.Join(' ', r.Months.Select(m => m.Ore)))), back.Rows.Select(r => (r.Subject, r.Group, r.Counterparty, string.Join(' ', r.Months.Select(m => m.Ore)))));
    }

    [Theory]
    [InlineData(-123456789012L, 5, "−1\u00a0234\u00a0567,89012")]
    [InlineData(0L, 5, "0")]
    [InlineData(-5L, 2, "−0,05")]
    public void An_amount_in_the_table_is_exact(long ore, int decimals, string text) => Assert.Equal(text, BudgetTable.Text(new(ore), decimals));

    private static BudgetTable Pasted(string text) => BudgetTable.Pasted(text, "A1", IsSubject, IsGroup, 5);

    private static bool IsSubject(string id) => id is "A1" or "B1";

    private static bool IsGroup(string id) => id is "salaries" or "pensions" or "internal-sales";
}
