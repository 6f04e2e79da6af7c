using System.Text;
using CsCheck;
using Styrkedja.Formats.Decisions;

namespace Styrkedja.Formats.Tables;

/// <summary>Ledgers in text files, as their descriptions say that they are written.</summary>
public class LedgerTableTests
{
    [Fact]
    public void Debit_and_credit_in_columns_of_their_own_with_lines_above_and_totals_below() => Assert.Equal(
        """
        4 B 17 2017-01-31 4010 100||7|P1 123450  Drift
        5 B 17 2017-01-31 1930 ||| -123450  Drift
        """,
        Read(Example("reskontra-semikolon"), """
            Region Exempel
            Utdrag;2017
            Serie;Vernr;Bokföringsdag;Konto;Ansvar;Motpart;Verksamhet;Projekt;Debet;Kredit;Text
            B;17;20170131;4010;100;;7;P1;1 234,50;;Drift
            B;17;20170131;1930;;;;;;1 234,50;Drift
            ;;;Summa;;;;;1 234,50;1 234,50;
            """));

    [Fact]
    public void A_table_without_heading_or_voucher_numbers_and_with_debit_as_minus() => Assert.Equal(
        """
        1   2017-01-31 4010 100||| 1050 
        2   2017-02-28 4010 100||| -50 
        1 Information table.unbalanced-accepted 10.00
        """,
        Read(Example("saldon-utan-verifikation"), "2017-01-31\t4010\t100\t-10.50\n2017-02-28\t4010\t100\t0.50\n"));

    [Fact]
    public void The_line_of_a_row_is_told_right_after_blank_lines_and_texts_that_run_over_several() => Assert.Equal(
        """
        2 A 1 2017-01-15 4010 100||| 100  en
        text
        5 A 1 2017-01-15 1930 ||| -100 
        6 Error table.not-a-date i går
        """,
        Read(Small, "Vernr;Datum;Konto;Ansvar;Belopp;Text\r\n1;2017-01-15;4010;100;1,00;\"en\ntext\"\r\n\r\n1;2017-01-15;1930;;-1,00;\r\n2;i går;1930;;1;\r\n"));

    [Fact]
    public void A_row_that_begins_with_a_number_sign_is_no_remark() => Assert.Equal(
        """
        2 A #1 2017-01-15 4010 100||| 100 
        3 A #1 2017-01-15 1930 ||| -100 
        """,
        Read(Small, "Vernr;Datum;Konto;Ansvar;Belopp;Text\n#1;2017-01-15;4010;100;1;\n#1;2017-01-15;1930;;-1;\n"));

    [Theory]
    [InlineData("utf8", "åäö €")]
    [InlineData("latin1", "åäö")]
    [InlineData("windows1252", "åäö €")]
    public void Letters_are_read_by_the_encoding_given(string encoding, string text)
    {
        var mapping = Mapping(Small + $"encoding: {encoding}\n");
        var bytes = mapping.Form.TextEncoding.GetBytes($"Vernr;Datum;Konto;Ansvar;Belopp;Text\n1;2017-01-15;4010;100;0;{text}\n");
        using var rows = mapping.Form.Open(bytes, "l.csv");
        Assert.Equal(text, Encoding.UTF8.GetString(LedgerTable.Read(rows, mapping, "l.csv").Rows.Texts!.Value.OfRows[0]));
    }

    [Fact]
    public void A_byte_order_mark_is_no_letter_of_the_heading() =>
        Assert.Equal("2 A 1 2017-01-15 4010 100||| 0 ", Read(Small, "\uFEFFVernr;Datum;Konto;Ansvar;Belopp;Text\n1;2017-01-15;4010;100;0;\n"));

    [Fact]
    public void Of_each_sort_of_fault_two_hundred_are_kept_and_the_rest_are_counted()
    {
        var table = Table(Small, "Vernr;Datum;Konto;Ansvar;Belopp;Text\n" + string.Concat(Enumerable.Repeat("1;2017-01-15;4010;100;tio;\n", 250)) + "1;2017-01-15;;100;1;\n");
        Assert.Equal(200, table.Faults.Count(f => f.Code == "table.not-an-amount"));
        Assert.Equal("50", table.Faults.Single(f => f.Code == "table.further-faults").Found);
        Assert.Single(table.Faults, f => f.Code == "table.account-missing");
    }

    [Fact]
    public void A_row_longer_than_a_million_letters_is_refused() =>
        Assert.Equal(["2 table.row-too-long"], Table(Small, "Vernr;Datum;Konto;Ansvar;Belopp;Text\n1;2017-01-15;4010;100;0;" + new string('x', 1 << 21) + "\n").Faults.Select(f => $"{f.Place.Line} {f.Code}"));

    [Fact]
    public void Any_bytes_at_all_are_read_or_refused_and_never_break_the_reader() => Gen.Byte.Array[0, 200].Sample(
        bytes =>
        {
            foreach (var format in new[] { "csv", "xlsx" })
            {
                var mapping = Mapping(Small.Replace("csv", format, StringComparison.Ordinal));
                using var rows = mapping.Form.Open(bytes, "l");
                Assert.True(LedgerTable.Read(rows, mapping, "l").Faults.Count > 0);
            }
        },
        iter: 2_000);

    private const string Small = """
        mapping: liten
        format: csv
        columns: {voucher: Vernr, date: Datum, account: Konto, cost-centre: Ansvar, amount: Belopp, row-text: Text}
        fixed: {legal-entity: Region Exempel, series: A}

        """;

    private static string Example(string name) => File.ReadAllText(Repository.Path($"docs/format/examples/{name}.yaml"));

    private static LedgerMapping Mapping(string yaml)
    {
        var (mapping, faults) = LedgerMapping.Read(yaml, "m.yaml");
        Assert.Empty(faults.Select(f => $"{f.Place.Line} {f.Code} {f.Found}"));
        return mapping!;
    }

    private static LedgerTable Table(string yaml, string csv)
    {
        var mapping = Mapping(yaml);
        using var rows = mapping.Form.Open(mapping.Form.Encoding == TableEncoding.Utf8 ? Encoding.UTF8.GetBytes(csv) : mapping.Form.TextEncoding.GetBytes(csv), "l.csv");
        return LedgerTable.Read(rows, mapping, "l.csv");
    }

    private static string Read(string yaml, string csv) => Shown(Table(yaml, csv));

    internal static string Shown(LedgerTable table)
    {
        var r = table.Rows;
        var lines = Enumerable.Range(0, r.Count).Select(i =>
            $"{r.Line[i]} {r.SeriesCodes[r.VoucherSeries[r.Voucher[i]]]} {r.VoucherNumbers[r.Voucher[i]]} {DateOnly.FromDayNumber(r.Day[i]):yyyy-MM-dd} {r.AccountCodes[r.Account[i]]} "
            + $"{r.CostCentreCodes[r.CostCentre[i]]}|{r.CounterpartyCodes[r.Counterparty[i]]}|{r.ActivityCodes[r.Activity[i]]}|{r.ProjectCodes[r.Project[i]]} {r.Ore[i]} "
            + $"{(r.QuantityMilli is { } q && q[i] != Facts.LedgerRows.NoQuantity ? q[i] : null)}{(r.Texts is var (ofVouchers, ofRows) && Encoding.UTF8.GetString([.. ofVouchers[r.Voucher[i]], .. ofRows[i]]) is { Length: > 0 } text ? " " + text : "")}");
        return string.Join('\n', lines.Concat(table.Faults.Select(f => $"{f.Place.Line} {f.Severity} {f.Code} {f.Found}")));
    }
}
