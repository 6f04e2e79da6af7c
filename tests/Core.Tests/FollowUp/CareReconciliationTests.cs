using Styrkedja.Amounts;
using Styrkedja.Calendar;

namespace Styrkedja.FollowUp;

/// <summary>What the region pays for care as financier and what it receives as owner are told from each other item by item, to the öre.</summary>
public class CareReconciliationTests
{
    private static readonly Period s_year = Period.Year(2017);

    private const string Region = """
        DN-A / A1 / cc 100
        DN-B / B1 / cc 200
        RS / part RS-HSF / cc 910
        counterparty 71 is DN-A
        counterparty 90 is RS-HSF
        counterparty 72 is DN-B
        counterparty 97 is outside
        counterparty 98 is outside
        counterparty 99 is outside
        financier RS-HSF
        provider OWN-A own counterparty 71 subject DN-A
        provider P1 private counterparty 99
        provider SKANE out-of-region counterparty 97
        2017-01 cc 910 account 4010 counterparty 71 400 kr
        2017-01 cc 100 account 3010 counterparty 90 -400 kr
        2017-01 cc 910 account 4020 counterparty 99 30 kr
        2017-01 cc 910 account 4020 counterparty 97 70 kr
        2017-01 cc 100 account 3010 counterparty 98 -25 kr
        2017-01 cc 100 account 3020 counterparty 72 -5 kr
        2017-01 cc 200 account 4020 counterparty 71 5 kr
        2017-02 cc 100 account 4020 counterparty 98 440 kr
        """;

    [Fact]
    public void What_the_financier_pays_is_what_own_providers_receive_and_what_is_bought()
    {
        var both = ReadableRegion.Of(Region).View().ReconcileCare(s_year)!;

        Assert.Equal((500, 400, 0), (Kronor(both.Paid), Kronor(both.Received), Kronor(both.Unexplained)));
        Assert.Equal("P1 30; SKANE 70", string.Join("; ", both.Bought.Select(b => $"{b.Provider.Act.Id} {Kronor(b.ByFinancier)}")));
        var owner = Assert.Single(both.Owners);
        Assert.Equal(Money.Zero, owner.Difference);
        // 400 from the financier, 25 from outside and 5 from DN-B, of which 440 is spent.
        Assert.Equal((430, -440, -10), (owner.Revenue.Sum(r => Kronor(r.Total.Money)), Kronor(owner.Cost.Money), Kronor(owner.Result.Money)));
        Assert.Equal(30, both.FromOthers.Sum(o => Kronor(o.Amount)));
    }

    [Fact]
    public void Books_that_differ_are_told_with_whose_they_are()
    {
        var both = ReadableRegion.Of(Region + "\n2017-03 cc 910 account 4010 counterparty 71 15 kr\n").View().ReconcileCare(s_year)!;
        Assert.Equal((515, 400, 0), (Kronor(both.Paid), Kronor(both.Received), Kronor(both.Unexplained)));
        Assert.Equal(-15, Kronor(Assert.Single(both.Owners).Difference));
    }

    [Fact]
    public void Units_of_one_part_are_counted_together_since_its_books_are_the_same()
    {
        const string Unit = """

            counterparty 73 is DN-A
            provider UNIT own counterparty 73 subject DN-A
            2017-03 cc 910 account 4010 counterparty 73 60 kr
            2017-03 cc 100 account 3010 counterparty 90 -60 kr

            """;
        var both = ReadableRegion.Of(Region + Unit).View().ReconcileCare(s_year)!;
        var owner = Assert.Single(both.Owners);
        Assert.Equal(("OWN-A", 460, 460), (owner.Provider.Act.Id, Kronor(owner.Paid), Kronor(owner.Received)));
        Assert.Equal((560, 0, 0), (Kronor(both.Paid), Kronor(owner.Difference), Kronor(both.Unexplained)));
    }

    [Fact]
    public void What_another_committee_has_bought_of_a_provider_stands_beside_what_the_financier_has()
    {
        var both = ReadableRegion.Of(Region + "\n2017-03 cc 200 account 4020 counterparty 97 12 kr\n").View().ReconcileCare(s_year)!;
        var bought = both.Bought.Single(b => b.Provider.Act.Id == "SKANE");
        Assert.Equal((70, 12, 82), (Kronor(bought.ByFinancier), Kronor(bought.ByOthers), Kronor(bought.Paid)));
        Assert.Equal(500, Kronor(both.Paid));
    }

    [Fact]
    public void Nothing_is_brought_together_before_there_is_a_financier() => Assert.Null(ReadableRegion.Of(Region.Replace("financier RS-HSF\n", "", StringComparison.Ordinal)).View().ReconcileCare(s_year));

    private static long Kronor(Money money) => money.Ore / 100;
}
