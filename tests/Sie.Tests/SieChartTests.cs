namespace Styrkedja.Sie;

/// <summary>The header, the chart of accounts, dimensions and objects.</summary>
public class SieChartTests
{
    [Fact]
    public void The_identification_is_read()
    {
        var header = SieSample.Read("""
            #FLAGGA 0
            #PROGRAM "Testekonomi" 1.0
            #FORMAT PC8
            #GEN 20180131 "Ann A"
            #SIETYP 4
            #PROSA "Hela året"
            #FTYP X
            #FNR "RE"
            #ORGNR 232100-0115 1 2
            #BKOD 84111
            #ADRESS "Ann A" "Södra vägen 9" "301 80 Halmstad" "035-13 48 00"
            #FNAMN "Region Exempel"
            #RAR 0 20170101 20171231
            #RAR -1 20160101 20161231
            #TAXAR 2018
            #OMFATTN 20171130
            #KPTYP REGIONBAS
            #VALUTA SEK
            """, "bok.se").Header;

        Assert.Equal(new SieHeader
        {
            Type = 4,
            Program = "Testekonomi",
            ProgramVersion = "1.0",
            Generated = new(2018, 1, 31),
            GeneratedBy = "Ann A",
            Remark = "Hela året",
            CompanyForm = "X",
            CompanyKey = "RE",
            OrganisationNumber = "2321000115",
            IndustryCode = "84111",
            Address = header.Address,
            CompanyName = "Region Exempel",
            Years = header.Years,
            TaxYear = 2018,
            LastCoveredDay = new(2017, 11, 30),
            ChartType = "REGIONBAS",
            Currency = "SEK",
        }, header);
        Assert.Equal(["Ann A", "Södra vägen 9", "301 80 Halmstad", "035-13 48 00"], header.Address!);
        Assert.Equal([new(0, new(2017, 1, 1), new(2017, 12, 31)), new(-1, new(2016, 1, 1), new(2016, 12, 31))], header.Years);
    }

    [Theory]
    [InlineData("232100-0115", "2321000115", "")]
    [InlineData("2321000115", "2321000115", "")]
    [InlineData("162321000115", "2321000115", "7 Warning sie.organisation-number-unusual 162321000115")]
    [InlineData("16232100-0115", "2321000115", "7 Warning sie.organisation-number-unusual 16232100-0115")]
    [InlineData("SE232100", "SE232100", "7 Warning sie.organisation-number-unusual SE232100")]
    public void The_organisation_number_is_brought_to_ten_digits(string written, string read, string told)
    {
        var file = SieSample.Read(SieSample.Import + "#ORGNR " + written);

        Assert.Equal(read, file.Header.OrganisationNumber);
        Assert.Equal(told, SieSample.Told(file));
    }

    [Fact]
    public void An_account_is_read_with_type_unit_and_codes()
    {
        var account = SieSample.Read(SieSample.Import + """
            #KONTO 4011 "Löner"
            #KTYP 4011 K
            #ENHET 4011 tim
            #SRU 4011 7513
            #SRU 4011 7514
            """).Accounts.Single();

        Assert.Equal(new SieAccount("4011", "Löner", 'K', "tim", account.Sru, 7), account);
        Assert.Equal(["7513", "7514"], account.Sru);
    }

    [Fact]
    public void An_account_need_not_be_a_number()
    {
        var file = SieSample.Voucher("#TRANS 40110001 {} 1.00\n#TRANS MOMS-UT-25-PROCENT {} 1.00\n#TRANS MOMS-UT-12-PROCENT {} -2.00");

        Assert.Equal(["40110001", "MOMS-UT-25-PROCENT", "MOMS-UT-12-PROCENT"], file.Accounts.Select(a => a.Code));
        Assert.Equal("", SieSample.Told(file));
    }

    [Fact]
    public void Dimensions_fill_the_columns_that_the_region_has_chosen()
    {
        var options = new SieOptions { Dimensions = new(CostCentre: 30, Project: 31, Activity: 1, Counterparty: 9) };
        var file = SieSample.Voucher("#TRANS 6010 {30 A 31 B 1 C 9 D 7 E 8 F} 0.00", options);

        Assert.Equal("6010 [kst=A proj=B verks=C motp=D 7=E 8=F] 0 2017-01-15", SieSample.Rows(file));
    }

    [Fact]
    public void Reserved_dimensions_have_their_names_and_need_no_declaration()
    {
        var file = SieSample.Read(SieSample.Export + """
            #OBJEKT 1 3120 "Kliniken"
            #OBJEKT 7 anst1 "Ann"
            #OBJEKT 12 x "X"
            #OBJEKT 20 v "V"
            """, "bok.se");

        Assert.Equal(["Kostnadsställe", "Anställd", "Dimension 12", "Dimension 20"], file.Dimensions.Select(d => d.Name));
        Assert.Equal(["20 Warning sie.dimension-undeclared 20"], SieSample.Told(file).Split('\n').Where(l => l.Contains("dimension")));
    }

    [Fact]
    public void A_file_for_import_may_leave_all_codes_to_the_chart_of_the_receiver()
    {
        Assert.Equal("", SieSample.Told(SieSample.Voucher("#TRANS 6010 {1 3120 20 4711} 0.00")));
    }

    [Fact]
    public void A_file_out_of_a_ledger_declares_what_it_uses()
    {
        var file = SieSample.Read(SieSample.Export + """
            #OBJEKT 1 3120 "Kliniken"
            #VER A 1 20170115
            {
            #TRANS 6010 {1 3120} 100.00
            #TRANS 6011 {1 3121} 0.00
            #TRANS 1930 {1 3121} -100.00
            }
            """, "bok.se");

        Assert.Equal("""
            17 Warning sie.record-order #OBJEKT
            21 Warning sie.account-undeclared 6011
            21 Warning sie.object-undeclared 3121
            """, SieSample.Told(file));
        Assert.False(file.CostCentres[1].Declared);
    }

    [Fact]
    public void A_sub_object_stands_with_its_superior_in_the_row_and_joined_to_it_where_declared()
    {
        const string chart = """
            #DIM 20 "Verksamhet"
            #UNDERDIM 21 "Del" 20
            #OBJEKT 20 AA "A"
            #OBJEKT 21 AA01 "Ett"

            """;
        Assert.Equal("", SieSample.Told(Read("{20 AA 21 01}")));
        Assert.Equal("13 Warning sie.superior-object-missing 21", SieSample.Told(Read("{21 01}")));
        Assert.Equal("13 Warning sie.object-undeclared 02", SieSample.Told(Read("{20 AA 21 02}")));

        static SieFile Read(string objects) =>
            SieSample.Read(SieSample.Import + chart + $"#VER A 1 20170115\n{{\n#TRANS 6010 {objects} 0.00\n}}\n");
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{ }", "")]
    [InlineData("{1 3120}", "")]
    [InlineData("{\"1\" \"31 20\"}", "")]
    [InlineData("{1}", "object-list-invalid")]
    [InlineData("{1 3120 6}", "object-list-invalid")]
    [InlineData("{1 \"\"}", "object-list-invalid")]
    [InlineData("{1 3120", "object-list-invalid")]
    [InlineData("{{1 3120}}", "object-list-invalid")]
    [InlineData("{0 3120}", "dimension-invalid")]
    [InlineData("{kst 3120}", "dimension-invalid")]
    [InlineData("{1 3120 1 3120}", "object-repeated")]
    [InlineData("", "object-list-missing")]
    public void An_object_list_pairs_dimensions_with_objects(string list, string code)
    {
        var told = SieSample.Told(SieSample.Voucher($"#TRANS 6010 {list} 0.00"));

        Assert.StartsWith(code.Length == 0 ? "" : $"9 Error sie.{code} ", told);
        Assert.Equal(code.Length == 0, told.Length == 0);
    }

    [Fact]
    public void A_row_without_object_list_is_read_where_it_is_accepted()
    {
        var file = SieSample.Voucher("#TRANS 6010 1.00 20170116\n#TRANS 1930 {} -1.00", new SieOptions { AcceptMissingObjectList = true });

        Assert.Equal("6010 [] 100 2017-01-16", SieSample.Rows(file).Split('\n')[0]);
        Assert.Equal("9 Warning sie.object-list-missing 1.00", SieSample.Told(file));
    }
}
