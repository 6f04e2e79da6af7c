using System.Text;
using Styrkedja.App.Importing;
using Styrkedja.Formats.Offices;

namespace Styrkedja.App.People;

public sealed class ImportOfficesTests : IDisposable
{
    private static readonly DateOnly s_today = new(2026, 11, 27);

    private readonly TemporaryRegion _region = new(SmallLedger.Region + "\n" + """
        ---
        decision: RS-BEFATTNINGAR
        body: RS
        date: 2015-01-03
        title: Befattningar
        acts:
          - establish-administration: {id: F, name: Förvaltningen, under: RS, valid: 2015..}
          - establish-office: {id: EKCHEF, in: F, valid: 2015.., name: Ekonomichef}
        """);

    private readonly List<IReadOnlyList<FedOffice>> _kept = [];

    public void Dispose() => _region.Dispose();

    [Fact]
    public void A_whole_file_is_handed_on_as_it_stands()
    {
        var result = Import("person;title;office;function;unit;from\nSE1-A;Ekonomichef;EKCHEF;budget-office;F;2026-01-01\nSE1-B;Enhetschef;;unit-head;100;2026-01-01\nSE1-B;Controller;;controller;DN-A;2027-01-01\n");

        Assert.Empty(result.Faults.Select(f => $"{f.Code} {f.Found}"));
        Assert.Equal((3, 2, true), (result.Rows, result.People, result.Taken));
        Assert.Equal(["EKCHEF", null, null], Assert.Single(_kept).Select(o => o.Office));
    }

    [Fact]
    public void A_file_that_is_only_checked_is_handed_to_nobody()
    {
        var result = Import("person;title;function;unit;from\nSE1-A;Controller;controller;A1;2026-01-01\n", check: true);

        Assert.Equal((1, false, false), (result.Rows, result.Taken, result.Refused));
        Assert.Empty(_kept);
    }

    [Fact]
    public void An_office_that_has_ended_is_judged_by_the_organisation_of_its_last_day()
    {
        // Cost centre 300 was open until the end of June 2017.
        Assert.False(Import("person;title;function;unit;from;to\nSE1-A;Controller;controller;300;2016-01-01;2017-06-30\n").Refused);
        Assert.Equal(["offices.unit-unknown"], Import("person;title;function;unit;from;to\nSE1-A;Controller;controller;300;2016-01-01;2017-07-01\n").Faults.Select(f => f.Code));
    }

    [Fact]
    public void Nothing_of_it_enters_the_journal()
    {
        var before = _region.Archive.Head();
        Import("person;title;function;unit;from\nSE1-A;Controller;controller;A1;2026-01-01\n");

        Assert.Equal(before, _region.Archive.Head());
    }

    private OfficesResult Import(string text, bool check = false) => new ImportOffices(_region.Archive, offices =>
    {
        _kept.Add(offices);
        return true;
    }).Import(Encoding.UTF8.GetBytes(text), "befattningar.csv", s_today, check);
}
