using System.Globalization;
using System.Text;
using CsCheck;
using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Care;

/// <summary>Tables of contacts read block by block, every fault told, and nothing let through that could be a personal identity number.</summary>
public class ContactReadingTests
{
    private const string Heading = "contact;person;date;provider;type;group;municipality;age_band;sex;way;payer;referral;fee;status\n";

    private static readonly Gen<string> s_cells = Gen.OneOf(
        Gen.OneOf([.. new[] { "", "a1b2c3d4e5f60718", "A1B2C3D4E5F60718", "0000000000000000", "2017-03-15", "2017-02-29", "VC-1", "läkarbesök", "D40O", "1380", "0-6", "85-", "7-3", "all", "män", "K", "akut", "own-choice", "staten", "12", "12,5", "12.50", "12,505", ",5", "withdrawn", "finns" }.Select(Gen.Const)]),
        Gen.String[Gen.Char["0123456789abcdefåäö-.,+ _\""], 0, 20]);

    [Fact]
    public void Contacts_come_in_column_by_column()
    {
        var read = Read("""
            a1b2c3d4e5f60718;1111111111111111;2017-03-15;VC-KBA;doctor-visit;;1384;40-44;women;;;;200;
            a1b2c3d4e5f60719;1111111111111111;2017-03-16;HS-HLM;läkarbesök;D40O;1380;85-;män;remiss;annan-region;00000000000000ff;12,5;återtagen
            """);
        Assert.Empty(Told(read.Faults));
        var (contacts, withdrawn, line) = read.Blocks.Single();
        Assert.Equal([0xa1b2c3d4e5f60718, 0xa1b2c3d4e5f60719], contacts.Contact);
        Assert.Equal([0x1111111111111111UL, 0x1111111111111111UL], contacts.Person);
        Assert.Equal(["2017-03-15", "2017-03-16"], contacts.Day.Select(d => DateOnly.FromDayNumber(d).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Equal(["VC-KBA doctor-visit  1384 40-44", "HS-HLM läkarbesök D40O 1380 85-"], Enumerable.Range(0, 2).Select(i =>
            $"{contacts.Providers[contacts.Provider[i]]} {contacts.Types[contacts.Type[i]]} {contacts.Groups[contacts.Group[i]]} {contacts.Municipalities[contacts.Home[i]]} {contacts.AgeBands[contacts.AgeBand[i]]}"));
        Assert.Equal([Sex.Women, Sex.Men], contacts.Sex);
        Assert.Equal([ContactWay.Ordinary, ContactWay.Referred], contacts.Way);
        Assert.Equal([ContactPayer.Region, ContactPayer.OtherRegion], contacts.Payer);
        Assert.Equal([0UL, 255UL], contacts.Referral);
        Assert.Equal([20_000, 1_250], contacts.Fee);
        Assert.Equal([false, true], withdrawn);
        Assert.Equal([2, 3], line);
    }

    [Theory]
    [InlineData("198001011234")]
    [InlineData("8001011234")]
    [InlineData("800101-1234")]
    [InlineData("19800101-1234")]
    [InlineData("800101+1234")]
    [InlineData("0000189003269801")]
    [InlineData("1890032698010000")]
    public void What_may_be_a_personal_identity_number_is_refused_and_not_repeated(string number)
    {
        // Whatever column it has strayed into.
        foreach (var row in new[] { "{0};1111111111111111;2017-03-15;V;t;;1384;0-6;all;;;;;", "a1b2c3d4e5f60718;{0};2017-03-15;V;t;;1384;0-6;all;;;;;", "a1b2c3d4e5f60718;1111111111111111;{0};V;t;;1384;0-6;all;;;;;", "a1b2c3d4e5f60718;1111111111111111;2017-03-15;V;{0};{0};1384;0-6;all;;;{0};;", "a1b2c3d4e5f60718;1111111111111111;2017-03-15;V;t;;1384;0-6;{0};{0};{0};;;{0}" })
        {
            var read = Read(string.Format(CultureInfo.InvariantCulture, row, number));
            Assert.NotEmpty(read.Faults);
            Assert.Empty(read.Blocks);
            Assert.DoesNotContain(number, string.Join(' ', Told(read.Faults)), StringComparison.Ordinal);
        }

        Assert.Equal("care.personal-number", Read($"{number};1111111111111111;2017-03-15;V;t;;1384;0-6;all;;;;;").Faults.Single().Code);
    }

    [Theory]
    [InlineData("0000189003269806")]
    [InlineData("0001189003269801")]
    [InlineData("12345678901234")]
    [InlineData("1234567890123456")]
    [InlineData("198001-011234")]
    [InlineData("a1b2c3d4e5f60718")]
    public void What_only_resembles_one_is_let_be(string text) => Assert.False(PersonalNumber.LooksLike(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_number_in_a_heading_is_not_repeated_either()
    {
        using var rows = new CareCsv(new MemoryStream(Encoding.UTF8.GetBytes("19800101-1234;person\n")), "f.csv");
        var reading = new ContactReading(rows, "f.csv");
        Assert.Null(reading.Next());
        Assert.Contains("care.column-unknown 1 ••••••••-••••", Told(reading.Faults));
    }

    [Fact]
    public void Every_fault_of_a_row_is_told_and_the_rows_beside_it_are_read()
    {
        var read = Read("""
            a1b2c3d4e5f60718;1111111111111111;2017-03-15;V;t;;1384;0-6;all;;;;;
            xx;0000000000000000;2017-02-29;fri text;;-;138;6-0;okänt;gående;ingen;yy;-1;borta
            a1b2c3d4e5f60719;1111111111111111;2017-03-15;V;t
            a1b2c3d4e5f60720;1111111111111111;2017-03-15;V;t;;1384;0-6;all;;;;;
            """);
        Assert.Equal(
            [
                "care.not-a-hash 3 xx", "care.not-a-hash 3 0000000000000000", "care.not-a-day 3 2017-02-29", "care.not-a-code 3 fri text", "care.cell-missing 3 ", "care.not-a-code 3 -",
                "care.not-a-municipality 3 138", "care.not-an-age-band 3 6-0", "care.not-a-sex 3 okänt", "care.not-a-way 3 gående", "care.not-a-payer 3 ingen", "care.not-a-hash 3 yy",
                "care.not-a-fee 3 -1", "care.not-a-status 3 borta", "care.cells 4 5",
            ],
            Told(read.Faults));
        Assert.Equal([2, 5], read.Blocks.Single().Line);
    }

    [Theory]
    [InlineData("", "care.empty 0 ")]
    [InlineData("contact;person\n", "care.column-missing 1 date|care.column-missing 1 provider|care.column-missing 1 type|care.column-missing 1 municipality|care.column-missing 1 age_band|care.column-missing 1 sex")]
    [InlineData("contact;person;date;provider;type;municipality;age_band;sex;sex;name\nx\n", "care.column-twice 1 sex|care.column-unknown 1 name")]
    public void A_heading_that_is_not_the_one_is_told_once_and_no_row_is_read(string text, string told)
    {
        using var rows = new CareCsv(new MemoryStream(Encoding.UTF8.GetBytes(text)), "f.csv");
        var reading = new ContactReading(rows, "f.csv");
        Assert.Null(reading.Next());
        Assert.Equal(told, string.Join('|', Told(reading.Faults)));
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_those_that_may_be_left_out_are()
    {
        using var rows = new CareCsv(new MemoryStream(Encoding.UTF8.GetBytes("\uFEFFsex;age_band;municipality;type;provider;date;person;contact\r\n\r\n# anmärkning\r\nK; 0-6 ;1380;t;V;2017-01-01;1111111111111111;2222222222222222\r\n")), "f.csv");
        var reading = new ContactReading(rows, "f.csv");
        var block = reading.Next()!;
        Assert.Empty(reading.Faults);
        Assert.Equal((0x2222222222222222UL, Sex.Women, "0-6", 0, 0UL, false, 4), (block.Contacts.Contact[0], block.Contacts.Sex[0], block.Contacts.AgeBands[0], block.Contacts.Fee[0], block.Contacts.Referral[0], block.Withdrawn[0], block.Line[0]));
        Assert.Null(reading.Next());
    }

    [Fact]
    public void A_file_larger_than_a_block_and_the_buffer_is_read_to_its_end_however_it_comes()
    {
        const int many = ContactReading.BlockRows + 1000;
        var text = new StringBuilder(Heading);
        for (var i = 1; i <= many; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i:x16};{i % 77 + 1:x16};2017-{i % 12 + 1:00}-{i % 28 + 1:00};V{i % 300};t;;{1000 + i % 9000};0-6;all;;;;{i % 400};\n");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        using var rows = new CareCsv(new Trickle(bytes), "f.csv");
        var reading = new ContactReading(rows, "f.csv");
        var blocks = new List<ContactBlock>();
        while (reading.Next() is { } block)
            blocks.Add(block);
        Assert.Equal([ContactReading.BlockRows, 1000], blocks.Select(b => b.Contacts.Count));
        Assert.Equal(Enumerable.Range(1, many).Select(i => ((ulong)i, $"V{i % 300}", i % 400 * 100)), blocks.SelectMany(b => Enumerable.Range(0, b.Contacts.Count).Select(i => (b.Contacts.Contact[i], b.Contacts.Providers[b.Contacts.Provider[i]], b.Contacts.Fee[i]))));
        Assert.Equal(bytes.Length, rows.BytesRead);
        Assert.Equal(many + 1, blocks[1].Line[^1]);
    }

    [Fact]
    public void More_age_bands_than_there_are_ages_is_a_fault()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 300; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i + 1:x16};1111111111111111;2017-01-01;V;t;;1380;{i / 20}-{20 + (i % 20)};all;;;;;\n");
        var read = Read(text.ToString());
        Assert.Equal(256, read.Blocks.Single().Contacts.Count);
        Assert.Equal([.. Enumerable.Repeat("care.too-many-codes", 44)], read.Faults.Select(f => f.Code));
    }

    [Fact]
    public void A_row_without_end_is_not_read_into_memory()
    {
        using var rows = new CareCsv(new MemoryStream(Encoding.UTF8.GetBytes(Heading + new string('a', CareCsv.LongestRow + 1))), "f.csv");
        var reading = new ContactReading(rows, "f.csv");
        Assert.Null(reading.Next());
        Assert.Equal("care.row-too-long", reading.Faults.Single().Code);
    }

    [Fact]
    public void What_is_read_keeps_to_the_published_schema() => s_cells.Array[CareColumns.Contacts.Count].Sample(
        cells =>
        {
            var read = Read(string.Join(';', cells));
            var fits = CareColumns.Contacts.Zip(cells, (c, cell) => cell.Trim(' ') is var text && (text.Length == 0 ? !c.Filled : System.Text.RegularExpressions.Regex.IsMatch(text, c.Pattern))).All(b => b);
            Assert.True(fits || read.Blocks.Count == 0 || cells[0].StartsWith('#'), string.Join(';', cells));
        },
        iter: 2_000);

    private static (IReadOnlyList<ContactBlock> Blocks, IReadOnlyList<Fault> Faults) Read(string body)
    {
        using var rows = new CareCsv(new MemoryStream(Encoding.UTF8.GetBytes(Heading + body)), "f.csv");
        var reading = new ContactReading(rows, "f.csv");
        var blocks = new List<ContactBlock>();
        while (reading.Next() is { } block)
            blocks.Add(block);
        return (blocks, reading.Faults);
    }

    private static IReadOnlyList<string> Told(IReadOnlyList<Fault> faults) => [.. faults.Select(f => $"{f.Code} {f.Place.Line} {f.Found}")];

    /// <summary>A stream that gives what it has in pieces of awkward length.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 777));
    }
}
