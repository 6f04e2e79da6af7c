namespace Styrkedja.Sie;

/// <summary>Amounts, quantities, dates and months.</summary>
public class SieValueTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 100)]
    [InlineData("1.5", 150)]
    [InlineData("1.50", 150)]
    [InlineData("12.", 1200)]
    [InlineData("-0.01", -1)]
    [InlineData("-0", 0)]
    [InlineData("007.70", 770)]
    [InlineData("\"5.25\"", 525)]
    [InlineData("92233720368547758.07", long.MaxValue)]
    [InlineData("-92233720368547758.07", -long.MaxValue)]
    [InlineData("000000000000000000000000000001.00", 100)]
    public void An_amount_is_whole_öre(string written, long ore)
    {
        var file = SieSample.Voucher($"#TRANS 6010 {{}} {written}", new SieOptions { AcceptUnbalancedVouchers = true });

        Assert.Equal([ore], file.Rows.Ore.ToArray());
        Assert.False(file.Refused);
    }

    [Theory]
    [InlineData("x", "amount-invalid")]
    [InlineData("-", "amount-invalid")]
    [InlineData("+1.00", "amount-invalid")]
    [InlineData("1.005", "amount-invalid")]
    [InlineData("1.000", "amount-invalid")]
    [InlineData(".50", "amount-invalid")]
    [InlineData("1.2.3", "amount-invalid")]
    [InlineData("1 000.00", null)]
    [InlineData("1e3", "amount-invalid")]
    [InlineData("1,00", "decimal-comma")]
    [InlineData("1,", "amount-invalid")]
    [InlineData("92233720368547758.08", "amount-overflow")]
    [InlineData("99999999999999999999999999999999", "amount-overflow")]
    [InlineData("\"\"", "field-missing")]
    [InlineData("", "field-missing")]
    public void Anything_else_is_told_of_and_never_guessed(string written, string? code)
    {
        // With a thousands space the amount is 1 and the rest stands where the day should: that is an invalid date.
        var told = SieSample.Told(SieSample.Voucher($"#TRANS 6010 {{}} {written}"));

        Assert.StartsWith($"9 Error sie.{code ?? "date-invalid"}", told);
        Assert.Single(told.Split('\n'));
    }

    [Fact]
    public void A_decimal_comma_is_read_where_it_is_accepted()
    {
        var file = SieSample.Voucher("#TRANS 6010 {} 1,5 20170115 Hyra 2,25\n#TRANS 1930 {} -1.50", new SieOptions { AcceptDecimalComma = true });

        Assert.Equal("6010 [] 150 2017-01-15 Hyra antal 2250", SieSample.Rows(file).Split('\n')[0]);
        Assert.Equal("""
            9 Warning sie.decimal-comma 1,5
            9 Warning sie.decimal-comma 2,25
            """, SieSample.Told(file));
    }

    [Theory]
    [InlineData("3", 3000L, "")]
    [InlineData("-1.25", -1250L, "")]
    [InlineData("0.001", 1L, "")]
    [InlineData("0.0005", 1L, "9 Warning sie.quantity-rounded 0.0005")]
    [InlineData("0.0004", 0L, "9 Warning sie.quantity-rounded 0.0004")]
    [InlineData("\"\"", null, "")]
    [InlineData("tre", null, "9 Error sie.quantity-invalid tre")]
    public void A_quantity_is_in_thousandths(string written, long? thousandths, string told)
    {
        var file = SieSample.Voucher($"#TRANS 6010 {{}} 0.00 20170115 Hyra {written}");

        Assert.Equal(thousandths, file.Rows.Count > 0 ? file.Rows.QuantityThousandths(0) : null);
        Assert.Equal(told, SieSample.Told(file));
    }

    [Theory]
    [InlineData("20160229", "")]
    [InlineData("2016-02-29", "7 Warning sie.date-iso 2016-02-29")]
    [InlineData("20170229", "7 Error sie.date-invalid 20170229")]
    [InlineData("20171301", "7 Error sie.date-invalid 20171301")]
    [InlineData("20170100", "7 Error sie.date-invalid 20170100")]
    [InlineData("170115", "7 Error sie.date-invalid 170115")]
    [InlineData("\"\"", "7 Error sie.date-missing #VER A 1 \"\"")]
    [InlineData("", "7 Error sie.date-missing #VER A 1")]
    public void The_day_of_a_voucher_is_a_day_of_the_calendar(string written, string told)
    {
        Assert.Equal(told, SieSample.Told(SieSample.Read(SieSample.Import + $"#VER A 1 {written}".TrimEnd() + "\n{\n#TRANS 6010 {} 0.00\n}\n")));
    }

    [Theory]
    [InlineData("20170116", "2017-01-16", "")]
    [InlineData("\"20170116\"", "2017-01-16", "")]
    [InlineData("\"\"", "2017-01-15", "")]
    [InlineData("", "2017-01-15", "")]
    [InlineData("2017-01-16", "2017-01-16", "9 Warning sie.date-iso 2017-01-16")]
    public void A_row_without_day_has_that_of_its_voucher(string written, string day, string told)
    {
        var file = SieSample.Voucher($"#TRANS 6010 {{}} 0.00 {written}");

        Assert.Equal(day, $"{file.Rows.Day[0]:yyyy-MM-dd}");
        Assert.Equal(told, SieSample.Told(file));
    }
}
