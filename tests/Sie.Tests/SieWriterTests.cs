
namespace Styrkedja.Sie;

/// <summary>The bytes that we write, and what we refuse to write.</summary>
public class SieWriterTests
{
    private static readonly SieHeader s_header = new()
    {
        Program = "Styrkedja",
        ProgramVersion = "0.1",
        Generated = new(2018, 1, 31),
        OrganisationNumber = "2321000115",
        CompanyName = "Region Exempel",
    };

    private static readonly SieDocument s_import = new()
    {
        Role = SieRole.Import4I,
        Header = s_header,
        Vouchers =
        [
            new("A", "1", new(2017, 1, 15), "Hyra i \"Åsö\"", null, null,
            [
                new("6010", [new(1, "3120"), new(6, "P 07")], 1_005_00, null, "Hyra"),
                new("1930", [], -1_005_00, new(2017, 1, 16), null, 2_500, "AA"),
            ]),
        ],
    };

    [Fact]
    public void A_file_for_import_is_written_like_this()
    {
        Assert.Equal("""
            #FLAGGA 0
            #PROGRAM Styrkedja 0.1
            #FORMAT PC8
            #GEN 20180131
            #SIETYP 4
            #ORGNR 232100-0115
            #FNAMN "Region Exempel"
            #VER A 1 20170115 "Hyra i \"Åsö\""
            {
            #TRANS 6010 {1 3120 6 "P 07"} 1005.00 "" Hyra
            #TRANS 1930 {} -1005.00 20170116 "" 2.5 AA
            }

            """, Write(s_import, new SieWriting { CarriageReturn = false, Checksum = false }));
    }

    [Fact]
    public void A_budget_is_written_like_this()
    {
        var budget = new SieDocument
        {
            Role = SieRole.Export4E,
            Header = s_header with { Years = [new(0, new(2017, 1, 1), new(2017, 12, 31)), new(-1, new(2016, 1, 1), new(2016, 12, 31))] },
            Accounts = [new("3010", "Patientavgifter", 'I', null, [], 0)],
            Dimensions = [new(1, "Kostnadsställe", null, [new("3120", "Kliniken", 0)], 0)],
            Balances = [new(SieBalanceKind.PeriodBudget, 0, new SieMonth(2017, 1), "3010", [new(1, "3120")], -12_345_67)],
        };

        Assert.Equal("""
            #FLAGGA 0
            #PROGRAM Styrkedja 0.1
            #FORMAT PC8
            #GEN 20180131
            #SIETYP 4
            #ORGNR 232100-0115
            #FNAMN "Region Exempel"
            #RAR 0 20170101 20171231
            #RAR -1 20160101 20161231
            #KONTO 3010 Patientavgifter
            #KTYP 3010 I
            #OBJEKT 1 3120 Kliniken
            #PBUDGET 0 201701 3010 {1 3120} -12345.67

            """, Write(budget, new SieWriting { CarriageReturn = false, Checksum = false }));
    }

    [Fact]
    public void By_default_lines_end_with_both_characters_and_a_checksum_stands_first_and_last()
    {
        var lines = Write(s_import).Split("\r\n");

        Assert.Equal("#KSUMMA", lines[1]);
        Assert.Matches(@"^#KSUMMA \d+$", lines[^2]);
        Assert.Equal("", lines[^1]);
        Assert.Equal(SieChecksumState.Agrees, SieSample.Read(string.Join("\r\n", lines)).Checksum);
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        Assert.Equal(Write(s_import), Write(s_import with { Header = s_header with { } }));
    }

    [Theory]
    [InlineData("Hyra – januari")]
    [InlineData("10 €")]
    [InlineData("rad\nrad")]
    [InlineData("C:\\")]
    public void A_text_that_the_format_cannot_carry_is_refused_and_nothing_is_written(string text)
    {
        using var stream = new MemoryStream();
        var document = s_import with { Vouchers = [s_import.Vouchers[0] with { Text = text }] };

        var fault = Assert.Single(SieWriter.Write(stream, "ut.si", document));

        Assert.Equal((SieFaults.TextUnwritable.Code, SieSeverity.Error, text, 9), (fault.Code, fault.Severity, fault.Found, fault.Line));
        Assert.Equal(0, stream.Length);
    }

    [Theory]
    [InlineData("Hyra – ”januari”", "Hyra - \"januari\"")]
    [InlineData("10 €, Smørgås, Dvořák, C:\\", "10 EUR, Smörgås, Dvorák, C:")]
    [InlineData("A\u030Aso\u0308 och e\u0301n", "Åsö och én")]
    [InlineData("rad\nrad 😀", "rad rad ?")]
    [InlineData("Räksmörgås ½ ß", "Räksmörgås ½ ß")]
    public void The_nearest_text_can_be_written(string text, string nearest)
    {
        Assert.Equal(nearest, SieWritable.Nearest(text));
        Assert.True(SieWritable.Is(nearest));
    }

    [Fact]
    public void An_unbalanced_voucher_is_not_written()
    {
        using var stream = new MemoryStream();
        var voucher = s_import.Vouchers[0];

        var faults = SieWriter.Write(stream, "ut.si", s_import with { Vouchers = [voucher with { Rows = [voucher.Rows[0]] }] });

        Assert.Equal(["sie.voucher-unbalanced"], faults.Select(f => f.Code));
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void What_other_readers_would_wonder_at_is_told_and_written()
    {
        using var stream = new MemoryStream();

        var faults = SieWriter.Write(stream, "ut.si", s_import with { Header = s_header with { ProgramVersion = null } });

        Assert.Equal(["sie.program-unusual"], faults.Select(f => f.Code));
        Assert.NotEqual(0, stream.Length);
    }

    [Fact]
    public void A_text_that_readers_would_take_for_another_character_set_is_told_of()
    {
        using var stream = new MemoryStream();

        // These three letters in code page 437 are the bytes of one letter in UTF-8.
        var faults = SieWriter.Write(stream, "ut.si", s_import with { Vouchers = [s_import.Vouchers[0] with { Text = "ßåä" }] });

        Assert.Equal(["sie.encoding-other"], faults.Select(f => f.Code));
    }

    private static string Write(SieDocument document, SieWriting? writing = null)
    {
        using var stream = new MemoryStream();
        Assert.Empty(SieWriter.Write(stream, document.Role == SieRole.Import4I ? "ut.si" : "ut.se", document, writing));
        return SieSample.Cp437.GetString(stream.ToArray());
    }
}
