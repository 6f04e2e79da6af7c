using System.Text;
using Styrkedja.Amounts;
using Styrkedja.App.Importing;

namespace Styrkedja.App.Settling;

/// <summary>Invoices from another region held against what is known: each line is told all that does not hold in it. Prices are reckoned by hand.</summary>
public sealed class CheckInvoicesTests : IDisposable
{
    private const string Heading = "invoice;line;date;provider;type;group;person;municipality;way;referral;amount\n";

    private const string Agreement = SmallCare.Region + """

        ---
        decision: RF-LOKAL
        body: RF
        date: 2015-01-14
        title: Lokal nämnd
        acts:
          - establish-body: {id: LN-1380, kind: local-committee, name: Lokal nämnd, municipality: "1380", valid: 2015..}
        ---
        decision: RS-RIKS-2017
        body: RS
        date: 2016-12-14
        title: Vård i andra regioner 2017
        acts:
          - set-price-list: {id: PL, name: Besök, prices: [{code: läkarbesök, price: 1 500 kr}], valid: 2017}
          - set-price-list: {id: PL, name: Besök, prices: [{code: läkarbesök, price: 1 600 kr}], valid: 2017-07-01..}
          - set-price-list: {id: VIKT, name: Vikter, prices: [{code: A01, weight: "0,5", price: 100 kr}], valid: 2017..}
          - set-payment-model: {id: RIKS, name: Riksavtal, contacts: [{id: grupp, prices: VIKT, by: group, base-price: 50 000 kr, types: [vårdtillfälle]}, {id: besök, prices: PL, by: type}], valid: 2017..}
          - sign-agreement: {id: AVT-R, payer: RS, provider: V-R, scope: Utomlänsvård, basis: out-of-region, valid: 2017.., model: RIKS}
        """;

    private const string Person = "9b3e7a0155c2f846", Another = "9b3e7a0155c2f847", Stranger = "0b3e7a0155c2f800", Referral = "77aa000000000001";

    private readonly TemporaryRegion _region = new(Agreement);
    private readonly DirectoryInfo _sources = Directory.CreateTempSubdirectory("styrkedja-invoices");

    public CheckInvoicesTests()
    {
        var import = new ImportCare(_region.Archive);
        var terms = new ImportTerms(new DateTimeOffset(2017, 6, 10, 12, 0, 0, TimeSpan.Zero));
        // The own provider has referred the one person, and the other region has told of a visit of the other person's.
        Assert.NotNull(import.Contacts([File("kontakter.csv", SmallCare.ContactHeading
            + $"4c1f09aa52e7d310;{Person};2017-02-01;V-A;läkarbesök;;1380;40-44;women;;;{Referral};;\n"
            + $"4c1f09aa52e7d311;{Another};2017-03-20;V-R;läkarbesök;;1380;40-44;men;;;;;\n")], terms, null, TestContext.Current.CancellationToken)[0].Batch);
        Assert.NotNull(import.Listings([File("listningar.csv", SmallCare.ListingHeading
            + $"{Person};2016-01-01;;V-A;1380;40-44;women;1;1;\n{Another};2016-01-01;2017-03-31;V-B;1380;40-44;men;1;1;\n")], terms, null, TestContext.Current.CancellationToken)[0].Batch);
    }

    public void Dispose()
    {
        _region.Dispose();
        _sources.Delete(recursive: true);
    }

    [Theory]
    [InlineData("2017-03-15;V-R;läkarbesök;;" + Person + ";1380;remiss;" + Referral + ";1500", 150_000L)]
    [InlineData("2017-08-15;V-R;läkarbesök;;" + Person + ";1380;akut;;1600", 160_000L)]
    // Half of 50 000 and 100 beside it.
    [InlineData("2017-03-15;V-R;vårdtillfälle;A01;" + Person + ";1380;akut;;25100,00", 2_510_000L)]
    [InlineData("2017-03-15;V-R;läkarbesök;;" + Person + ";1880;;;1500", 150_000L)]
    public void A_line_in_which_everything_holds_can_be_paid(string line, long price)
    {
        var check = Check($"F1;1;{line}");
        Assert.Equal([""], check.Lines.Select(l => string.Join(' ', l.Faults.Select(f => f.Code))));
        Assert.Equal(new Money(price), check.Lines[0].Expected);
        Assert.Equal((new Money(price), Money.Zero, false), (check.Accepted, check.Questioned, check.Refused));
    }

    [Theory]
    [InlineData("2017-03-15;V-R;läkarbesök;;" + Person + ";1380;remiss;;1500", "invoice.referral-missing")]
    [InlineData("2017-03-15;V-R;läkarbesök;;" + Person + ";1380;remiss;77aa000000000002;1500", "invoice.referral-unknown")]
    [InlineData("2017-03-15;V-R;läkarbesök;;" + Another + ";1380;remiss;" + Referral + ";1500", "invoice.referral-of-another")]
    [InlineData("2017-03-15;V-R;läkarbesök;;" + Stranger + ";1880;akut;;1500", "invoice.not-resident")]
    [InlineData("2017-04-15;V-R;läkarbesök;;" + Another + ";1880;akut;;1500", "invoice.not-resident")]
    [InlineData("2017-03-20;V-R;läkarbesök;;" + Another + ";1380;akut;;1500", "invoice.told-before")]
    [InlineData("2017-03-15;V-R;läkarbesök;;" + Person + ";1380;akut;;1500,01", "invoice.amount")]
    [InlineData("2017-08-15;V-R;läkarbesök;;" + Person + ";1380;akut;;1500", "invoice.amount")]
    [InlineData("2017-03-15;V-R;telefon;;" + Person + ";1380;akut;;100", "invoice.no-price")]
    [InlineData("2017-03-15;V-B;läkarbesök;;" + Person + ";1380;akut;;1500", "invoice.not-out-of-region invoice.no-price")]
    [InlineData("2017-03-15;V-X;läkarbesök;;" + Person + ";1380;akut;;1500", "invoice.provider-unknown invoice.no-price")]
    public void What_does_not_hold_in_a_line_is_told(string line, string faults)
    {
        var check = Check($"F1;1;{line}");
        Assert.Equal([faults], check.Lines.Select(l => string.Join(' ', l.Faults.Select(f => f.Code))));
        Assert.Equal((Money.Zero, check.Lines[0].Line.Amount, true), (check.Accepted, check.Questioned, check.Refused));
    }

    [Fact]
    public void The_same_care_asked_for_twice_is_questioned_the_second_time()
    {
        var check = Check($"F1;1;2017-03-15;V-R;läkarbesök;;{Person};1380;akut;;1500", $"F2;7;2017-03-15;V-R;läkarbesök;;{Person};1380;akut;;1500");
        Assert.Equal(["", "invoice.asked-twice"], check.Lines.Select(l => string.Join(' ', l.Faults.Select(f => f.Code))));
        Assert.Equal((new Money(150_000), new Money(150_000)), (check.Accepted, check.Questioned));
    }

    [Fact]
    public void Several_faults_of_a_line_are_all_told_in_both_languages()
    {
        var line = Check($"F1;1;2017-03-15;V-R;läkarbesök;;{Stranger};1880;remiss;;1400").Lines.Single();
        Assert.Equal(["invoice.not-resident", "invoice.referral-missing", "invoice.amount"], line.Faults.Select(f => f.Code));
        Assert.Equal("1 500,00 kr enligt prislistan, en skillnad på −100,00 kr", Texts.Texts.In("sv").Expected(line.Faults[2]).Replace('\u00A0', ' ').Replace('\u202F', ' '));
        Assert.All(new[] { "sv", "en" }.SelectMany(l => line.Faults.SelectMany(f => new[] { Texts.Texts.In(l).Says(f), Texts.Texts.In(l).Expected(f), Texts.Texts.In(l).Remedy(f) })), s => Assert.DoesNotMatch(@"^[a-z-]+\.[a-z-]+$|\{[a-z]+\}", s));
    }

    [Theory]
    [InlineData("F1;1;2017-03-15;V-R;läkarbesök;;19121212-1212;1380;akut;;1500\n", "care.personal-number")]
    [InlineData("F1;1;2017-03-15;V-R;läkarbesök;;" + Person + ";1380;akut;;gratis\n", "care.not-an-amount")]
    [InlineData("F1;1;2017-03-15;V-R;läkarbesök;;" + Person + ";1380;akut;;1\nF1;1;2017-03-16;V-R;läkarbesök;;" + Person + ";1380;akut;;1\n", "care.invoice-line-twice")]
    [InlineData("", "import.no-rows")]
    public void A_file_that_is_not_as_it_must_be_is_not_checked(string rows, string fault)
    {
        var check = new CheckInvoices(_region.Archive).Check(new MemoryStream(Encoding.UTF8.GetBytes(Heading + rows)), "fakturor.csv");
        Assert.Empty(check.Lines);
        Assert.Equal([fault], check.Faults.Select(f => f.Code));
    }

    private CheckedInvoices Check(params string[] lines) =>
        new CheckInvoices(_region.Archive).Check(new MemoryStream(Encoding.UTF8.GetBytes(Heading + string.Join('\n', lines) + "\n")), "fakturor.csv");

    private CareSource File(string name, string text)
    {
        var path = Path.Combine(_sources.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return new(path, name);
    }
}
