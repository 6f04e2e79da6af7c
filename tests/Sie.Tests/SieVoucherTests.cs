namespace Styrkedja.Sie;

/// <summary>Vouchers, their rows, and rows added or taken away afterwards.</summary>
public class SieVoucherTests
{
    [Fact]
    public void A_voucher_is_read_with_its_rows()
    {
        var file = SieSample.Read(SieSample.Import + """
            #VER A 17 20170115 "Hyra" 20170120 AA
            {
            #TRANS 6010 {} 1.00
            #TRANS 1930 {} -1.00
            }
            #VER "" "" 20170116
            {
            #TRANS 6010 {} 2.00
            #TRANS 2010 {} -1.00
            #TRANS 1930 {} -1.00
            }
            """);

        Assert.Equal(("A", "17", new DateOnly(2017, 1, 15), "Hyra", new DateOnly(2017, 1, 20), "AA", 7, 0, 2), Voucher(0));
        Assert.Equal(("", "", new DateOnly(2017, 1, 16), null, null, null, 12, 2, 3), Voucher(1));
        Assert.Equal([0, 0, 1, 1, 1], file.Rows.Voucher.ToArray());
        Assert.Equal("", SieSample.Told(file));

        (string, string, DateOnly, string?, DateOnly?, string?, int, int, int) Voucher(int v) => (
            file.Vouchers.Series(v), file.Vouchers.Number(v), file.Vouchers.Day(v), file.Vouchers.Text(v), file.Vouchers.Registered(v),
            file.Vouchers.Signature(v), file.Vouchers.Line(v), file.Vouchers.FirstRow(v), file.Vouchers.RowCount(v));
    }

    [Theory]
    [InlineData("-100.00", "")]
    [InlineData("-99.99", "7 Error sie.voucher-unbalanced 0.01")]
    [InlineData("-100.01", "7 Error sie.voucher-unbalanced -0.01")]
    public void The_rows_of_a_voucher_sum_to_zero(string amount, string told)
    {
        Assert.Equal(told, SieSample.Told(SieSample.Voucher($"#TRANS 6010 {{}} 100.00\n#TRANS 1930 {{}} {amount}")));
    }

    [Fact]
    public void An_unbalanced_voucher_may_be_accepted_and_is_still_told()
    {
        var file = SieSample.Voucher("#TRANS 6010 {} 100.00", new SieOptions { AcceptUnbalancedVouchers = true });

        Assert.Equal("7 Warning sie.voucher-unbalanced 100.00", SieSample.Told(file));
        Assert.False(file.Refused);
    }

    [Fact]
    public void Sums_beyond_sixty_four_bits_are_still_right()
    {
        const string large = "92233720368547758.07";
        var file = SieSample.Voucher($"#TRANS 1 {{}} {large}\n#TRANS 2 {{}} {large}\n#TRANS 3 {{}} {large}");

        Assert.Equal("7 Error sie.voucher-unbalanced 276701161105643274.21", SieSample.Told(file));
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_not_told_of_twice()
    {
        Assert.Equal("10 Error sie.amount-invalid x", SieSample.Told(SieSample.Voucher("#TRANS 6010 {} 100.00\n#TRANS 1930 {} x")));
    }

    [Fact]
    public void An_added_row_counts_once()
    {
        var file = SieSample.Voucher("""
            #TRANS 6010 {1 3120} 100.00
            #RTRANS 1930 {} -100.00 20170201 "Rättad"
            #TRANS 1930 {} -100.00 20170201 "Rättad"
            """);

        Assert.Equal("""
            6010 [kst=3120] 10000 2017-01-15
            1930 [] -10000 2017-02-01 Rättad
            """, SieSample.Rows(file));
        Assert.Equal("", SieSample.Told(file));
    }

    [Fact]
    public void An_added_row_without_its_twin_counts_and_is_told_of()
    {
        var file = SieSample.Voucher("""
            #RTRANS 6010 {} 100.00
            #TRANS 6010 {1 3120} 100.00
            #RTRANS 1930 {} -200.00
            """);

        Assert.Equal([10000, 10000, -20000], file.Rows.Ore.ToArray());
        Assert.Equal("""
            9 Warning sie.added-row-alone #RTRANS 6010 {} 100.00
            11 Warning sie.added-row-alone #RTRANS 1930 {} -200.00
            """, SieSample.Told(file));
    }

    [Fact]
    public void Two_equal_added_rows_with_their_twins_are_two_rows()
    {
        var file = SieSample.Voucher("""
            #RTRANS 6010 {} 50.00
            #TRANS 6010 {} 50.00
            #RTRANS 6010 {} 50.00
            #TRANS 6010 {} 50.00
            #TRANS 1930 {} -100.00
            """);

        Assert.Equal([5000, 5000, -10000], file.Rows.Ore.ToArray());
        Assert.Equal("", SieSample.Told(file));
    }

    [Fact]
    public void A_row_taken_away_never_counts()
    {
        var file = SieSample.Voucher("""
            #TRANS 6010 {} 100.00
            #BTRANS 6010 {} 75.00 20170201 "Bort"
            #BTRANS 6010 {} sjuttio
            #TRANS 1930 {} -100.00
            """);

        Assert.Equal([10000, -10000], file.Rows.Ore.ToArray());
        Assert.Equal("", SieSample.Told(file));
    }

    [Fact]
    public void A_row_outside_a_voucher_is_refused()
    {
        var file = SieSample.Read(SieSample.Import + "#TRANS 6010 {} 1.00\n#VER A 1 20170115\n#TRANS 6010 {} 1.00\n{\n#TRANS 6010 {} 0.00\n}\n#BTRANS 6010 {} 1.00\n");

        Assert.Equal("""
            7 Error sie.row-outside-voucher #TRANS 6010 {} 1.00
            9 Error sie.row-outside-voucher #TRANS 6010 {} 1.00
            13 Error sie.row-outside-voucher #BTRANS 6010 {} 1.00
            """, SieSample.Told(file));
    }

    [Fact]
    public void A_voucher_that_is_not_closed_before_the_next_is_told_of()
    {
        var file = SieSample.Read(SieSample.Import + "#VER A 1 20170115\n{\n#TRANS 6010 {} 0.00\n#VER A 2 20170115\n{\n#TRANS 6010 {} 0.00\n}\n}\n");

        Assert.Equal("""
            7 Error sie.voucher-unclosed A 1
            14 Error sie.brace-unexpected }
            """, SieSample.Told(file));
        Assert.Equal(2, file.Vouchers.Count);
    }

    [Theory]
    [InlineData("#VER A 1 20170115\n{\n}\n")]
    [InlineData("#VER A 1 20170115\n")]
    public void A_voucher_without_rows_is_accepted(string voucher)
    {
        Assert.Equal("7 Warning sie.voucher-empty A 1", SieSample.Told(SieSample.Read(SieSample.Import + voucher)));
    }

    [Fact]
    public void The_brace_may_stand_on_the_line_of_the_voucher()
    {
        var file = SieSample.Read(SieSample.Import + "#VER A 1 20170115 {\n#TRANS 6010 {} 0.00\n}\n");

        Assert.Single(file.Rows.Ore.ToArray());
        Assert.Null(file.Vouchers.Text(0));
        Assert.Equal("7 Warning sie.brace-on-voucher-line #VER A 1 20170115 {", SieSample.Told(file));
    }

    [Fact]
    public void Numbers_ascend_within_each_series()
    {
        var told = SieSample.Told(SieSample.Read(SieSample.Import + V("A 1") + V("B 1") + V("A 2") + V("B 3") + V("B 2") + V("A 2") + V("A 10")));

        Assert.Equal("""
            23 Warning sie.voucher-order B 2
            27 Warning sie.voucher-repeated A 2
            """, told);

        static string V(string number) => $"#VER {number} 20170115\n{{\n#TRANS 1 {{}} 0\n}}\n";
    }

    [Theory]
    [InlineData("bok.si", "\"\" \"\"", "")]
    [InlineData("bok.si", "A \"\"", "")]
    [InlineData("bok.si", "A 123456789012345678", "")]
    [InlineData("bok.si", "A 1234567890123456789", "7 Warning sie.voucher-number-unusual A 1234567890123456789")]
    [InlineData("bok.si", "A F-17", "7 Warning sie.voucher-number-unusual A F-17")]
    [InlineData("bok.se", "\"\" 1", "7 Warning sie.voucher-number-unusual 1")]
    public void A_missing_series_or_an_odd_number_is_told_of(string fileName, string number, string told)
    {
        var file = SieSample.Read(SieSample.Import + $"#VER {number} 20170115\n{{\n#TRANS 6010 {{}} 0.00\n}}\n", fileName);

        Assert.Equal(told, string.Join('\n', SieSample.Told(file).Split('\n').Where(l => l.Contains("voucher") || l.Length == 0)));
    }
}
