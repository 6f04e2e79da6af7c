namespace Styrkedja.Sie;

/// <summary>Balances and budgets, the types of files they stand in, and what must agree.</summary>
public class SieBalanceTests
{
    private const string Vouchers = """
        #VER A 1 20170115
        {
        #TRANS 6010 {} 100.00
        #TRANS 1930 {} -100.00
        }

        """;

    [Fact]
    public void Every_kind_of_balance_is_read()
    {
        var file = SieSample.Read(SieSample.Import + """
            #RAR 0 20170101 20171231
            #RAR -1 20160101 20161231
            #IB 0 1930 500.00 2
            #UB -1 1930 500
            #OIB 0 1930 {1 "3120" 6 P} -20.5
            #OUB 0 1930 {1 3120} -20.50
            #RES 0 6010 100.00
            #PSALDO 0 201701 6010 {} 100.00
            #PBUDGET 0 201712 3010 {1 3120} -1000.00
            """, "bok.se");

        Assert.Equal("""
            Opening 0 - 1930 [] 50000
            Closing -1 - 1930 [] 50000
            ObjectOpening 0 - 1930 [1=3120 6=P] -2050
            ObjectClosing 0 - 1930 [1=3120] -2050
            Result 0 - 6010 [] 10000
            PeriodChange 0 2017-01 6010 [] 10000
            PeriodBudget 0 2017-12 3010 [1=3120] -100000
            """, SieSample.Balances(file));
        Assert.Equal(2000, file.Balances.QuantityThousandths(0));
        Assert.False(file.Refused);
    }

    [Theory]
    [InlineData("#IB 0 1930", "field-missing")]
    [InlineData("#IB 0", "field-missing")]
    [InlineData("#IB", "field-missing")]
    [InlineData("#IB år 1930 1.00", "year-invalid")]
    [InlineData("#UB 0 1930 1,00", "decimal-comma")]
    [InlineData("#PSALDO 0 2017 6010 {} 1.00", "period-invalid")]
    [InlineData("#PSALDO 0 201700 6010 {} 1.00", "period-invalid")]
    [InlineData("#PSALDO 0 201701 6010 1.00", "object-list-missing")]
    [InlineData("#PBUDGET 0 201701 6010 {1} 1.00", "object-list-invalid")]
    [InlineData("#OIB 0 1930 {} 1.00", "object-list-invalid")]
    [InlineData("#OIB 0 1930 1.00", "object-list-missing")]
    [InlineData("#RES 0 6010 1.00 många", "quantity-invalid")]
    public void A_balance_that_cannot_be_read_is_refused(string record, string code)
    {
        var told = SieSample.Told(SieSample.Read(SieSample.Export + record, "bok.se")).Split('\n');

        Assert.Equal([$"17 Error sie.{code}"], told.Where(l => l.Contains("Error")).Select(l => string.Join(' ', l.Split(' ').Take(3))));
    }

    [Fact]
    public void A_whole_year_that_agrees_gives_no_word()
    {
        Assert.Equal("", SieSample.Told(SieSample.Read(SieSample.Export + Vouchers, "bok.se")));
    }

    [Theory]
    [InlineData("#IB 0 2010 -500.00", "#IB 0 2010 -400.00", "12 Warning sie.opening-not-zero 100.00\n15 Warning sie.balance-differs 100.00")]
    [InlineData("#UB 0 1930 400.00", "#UB 0 1930 450.00", "14 Warning sie.balance-differs -50.00\n14 Warning sie.closing-not-zero 50.00")]
    [InlineData("#RES 0 6010 100.00", "#RES 0 6010 80.00", "14 Warning sie.closing-not-zero -20.00\n16 Warning sie.balance-differs 20.00")]
    [InlineData("#RES 0 6010 100.00", "#RES 0 6010 100.00\n#RES 0 6010 0.00", "17 Warning sie.balance-repeated 6010")]
    [InlineData("#RAR 0 20170101 20171231", "#RAR 0 20170201 20171231",
        "14 Warning sie.balance-differs 100.00\n16 Warning sie.balance-differs -100.00\n17 Warning sie.voucher-outside-year 20170115")]
    [InlineData("#RAR -1 20160101 20161231\n", "", "7 Warning sie.previous-year-missing #RAR -1")]
    public void What_disagrees_is_a_warning_with_its_difference(string whole, string broken, string told)
    {
        var file = SieSample.Read(SieSample.Export.Replace(whole, broken) + Vouchers, "bok.se");

        Assert.Equal(told.Split('\n').Order(), SieSample.Told(file).Split('\n').Order());
        Assert.False(file.Refused);
    }

    [Fact]
    public void Opening_balances_may_stand_as_the_closing_of_the_year_before()
    {
        var text = SieSample.Export.Replace("#IB 0", "#UB -1");

        Assert.Equal("", SieSample.Told(SieSample.Read(text + Vouchers, "bok.se")));
    }

    [Theory]
    [InlineData("{} 60.00", "{} 40.00", "")]
    [InlineData("{} 60.00", "{} 30.00", "20 Warning sie.period-balance-differs -10.00")]
    public void The_months_of_an_account_make_its_year(string january, string february, string told)
    {
        var file = Type(2, $"#PSALDO 0 201701 6010 {january}\n#PSALDO 0 201702 6010 {february}\n#PSALDO 0 201701 1930 {{}} -100.00\n");

        Assert.Equal(told, SieSample.Told(file));
    }

    [Fact]
    public void In_type_two_rows_of_objects_are_left_out()
    {
        var file = Type(2, "#PSALDO 0 201701 6010 {} 100.00\n#PSALDO 0 201701 6010 {1 3120} 60.00\n");

        Assert.Contains("PeriodChange 0 2017-01 6010 [] 10000", SieSample.Balances(file));
        Assert.DoesNotContain("3120", SieSample.Balances(file));
    }

    [Theory]
    [InlineData("60.00", "40.00", "")]
    [InlineData("60.00", "10.00", "")]
    [InlineData("60.00", "50.00", "21 Warning sie.object-balance-exceeds 110.00")]
    public void In_type_three_the_objects_of_a_dimension_make_no_more_than_the_account(string one, string two, string told)
    {
        var file = Type(3, $"""
            #PSALDO 0 201701 6010 {"{}"} 100.00
            #PSALDO 0 201701 6010 {"{1 3120}"} {one}
            #PSALDO 0 201701 6010 {"{1 3121}"} {two}
            #OUB 0 1930 {"{1 3120}"} 1.00

            """, "#OBJEKT 1 3120 A\n#OBJEKT 1 3121 B\n");

        Assert.Equal(told, SieSample.Told(file).Replace("23 ", "21 "));
    }

    [Theory]
    [InlineData(SieRole.Unknown, "bok.si", "4", SieRole.Import4I)]
    [InlineData(SieRole.Unknown, "BOK.SE", "4", SieRole.Export4E)]
    [InlineData(SieRole.Unknown, "bok.txt", "4", SieRole.Import4I)]
    [InlineData(SieRole.Unknown, "bok.se", "1", SieRole.Type1)]
    [InlineData(SieRole.Unknown, "bok.se", "3", SieRole.Type3)]
    [InlineData(SieRole.Export4E, "bok.si", "4", SieRole.Export4E)]
    public void The_role_is_what_the_caller_says_else_type_and_name(SieRole asked, string fileName, string type, SieRole role)
    {
        var text = SieSample.Import.Replace("#SIETYP 4", "#SIETYP " + type);

        Assert.Equal(role, SieSample.Read(text, fileName, new SieOptions { Role = asked }).Role);
    }

    [Fact]
    public void A_file_without_type_is_of_type_one()
    {
        var file = SieSample.Read(SieSample.Export.Replace("#SIETYP 4\n", "").Replace("#IB", "#SRU 6010 7300\n#IB"), "bok.se");

        Assert.Equal((SieRole.Type1, 1), (file.Role, file.Header.Type));
    }

    [Fact]
    public void A_budget_alone_is_a_lawful_file()
    {
        var text = SieSample.Export[..SieSample.Export.IndexOf("#IB")] + "#PBUDGET 0 201701 6010 {} 100.00\n";

        Assert.Equal("", SieSample.Told(SieSample.Read(text, "budget.se")));
    }

    private static SieFile Type(int type, string balances, string objects = "") =>
        SieSample.Read(SieSample.Export.Replace("#SIETYP 4", $"#SIETYP {type}").Replace("#KONTO 1930", "#OMFATTN 20171231\n#KONTO 1930")
            .Replace("#IB 0 1930", $"#SRU 6010 7300\n{objects}#IB 0 1930") + "\n" + balances, "bok.se");
}
