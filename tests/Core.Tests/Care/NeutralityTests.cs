using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>Own and private providers under one model, per point and listed resident, reckoned by hand.</summary>
public class NeutralityTests
{
    private static readonly Month s_january = new(2017, 1);

    private static readonly Validity s_year = new(new(2017, 1, 1), new(2017, 12, 31));

    private static readonly CareSystem s_care = CareSystem.Fold(
        new([
            (new Decision("D1", "RS", UncertainDate.On(new(2016, 12, 1)), null, null, new("D1"), null, null, false, null,
            [
                new AuthoriseProvider("OWN", new("Egen"), Regime.Own, "1", "DN-A", null, s_year),
                new AuthoriseProvider("P1", new("Privat ett"), Regime.Private, "2", null, null, s_year),
                new AuthoriseProvider("P2", new("Privat två"), Regime.Private, "3", null, null, s_year),
                new AuthoriseProvider("SPEC", new("Specialist"), Regime.Private, "4", null, null, s_year),
                new AuthoriseProvider("SKANE", new("Skåne"), Regime.OutOfRegion, "5", null, null, s_year),
                new SetPriceList("PL", new("Besök"), [new("läkare", Money.Kronor(500))], s_year),
                Model("VC"),
                Model("TAXA"),
                .. new[] { ("A-OWN", "OWN", "VC"), ("A-P1", "P1", "VC"), ("A-P2", "P2", "VC"), ("A-SPEC", "SPEC", "TAXA"), ("A-SKANE", "SKANE", "VC") }
                    .Select(a => new SignAgreement(a.Item1, "RS", a.Item2, new("Vård"), AgreementBasis.ChoiceOfCare, s_year) { Model = a.Item3 }),
            ]), 1),
            (new Decision("D2", "RS", UncertainDate.On(new(2017, 1, 20)), null, null, new("D2"), null, null, false, null,
            [
                new SetPriceList("PL", new("Besök"), [new("läkare", Money.Kronor(510))], new(new(2017, 2, 1), new(2017, 12, 31))),
            ]), 2),
        ]),
        new(2017, 12, 31));

    private static readonly SettlementStatement[] s_frozen =
    [
        new(s_january,
        [
            Listing("A-OWN", "OWN", s_january, 600_00, 5, 6), Listing("A-P1", "P1", s_january, 200_00, 3, 2), Listing("A-P2", "P2", s_january, 200_00, 2, 2),
            new("A-P1", "P1", s_january, "vat", SettlementKind.Vat, ContactPayer.Region, new Money(6_00), 0, 0, []),
            // Another pays, another model, another region: not of the comparison.
            new("A-OWN", "OWN", s_january, "såld", SettlementKind.Contacts, ContactPayer.OtherRegion, Money.Kronor(999), 1, 0, []),
            new("A-SPEC", "SPEC", s_january, "besök", SettlementKind.Contacts, ContactPayer.Region, Money.Kronor(999), 1, 0, []),
            new("A-SKANE", "SKANE", s_january, "besök", SettlementKind.Contacts, ContactPayer.Region, Money.Kronor(999), 1, 0, []),
        ],
        []),
        new(s_january.Plus(1), [Listing("A-OWN", "OWN", s_january.Plus(1), 700_00, 7, 7), Listing("A-P1", "P1", s_january.Plus(1), 300_00, 3, 3)],
            [new("A-P2", "P2", s_january, "besök", SettlementKind.Contacts, ContactPayer.Region, Money.Kronor(20), 1)]),
    ];

    [Fact]
    public void A_point_gives_own_and_private_units_the_same_and_the_rest_is_told_by_component()
    {
        var one = Assert.Single(Neutrality.Of(s_care, s_frozen, new(s_january, s_january)));
        Assert.Equal(("VC", 3, true), (one.Model, one.Units.Count, one.IsSameForListed));
        Assert.Equal((100m, 100m), one.ListingPerPoint);
        // Private: 400 for 4 points of 5 listed, 20 for a visit told of later and 6 for value added tax.
        Assert.Equal((5m, 4m, 426_00L), (one.Private.Listed, one.Private.Points, one.Private.Total.Ore));
        Assert.Equal([100m, 5m, 1.5m], one.Parts.Select(part => one.Private.PerPoint(one.Private.Of(part))));
        Assert.Equal([100m, 0m, 0m], one.Parts.Select(part => one.Own.PerPoint(one.Own.Of(part))));
        Assert.Equal((120m, 85.2m), (one.Own.PerListed(one.Own.Total), one.Private.PerListed(one.Private.Total)));
        Assert.Equal(["D1"], one.Models.Select(m => m.By.Id));
        Assert.Equal(["D1"], one.Prices.Select(p => p.By.Id));
    }

    [Fact]
    public void Over_several_months_residents_and_points_are_means_and_money_is_the_sum()
    {
        var one = Assert.Single(Neutrality.Of(s_care, s_frozen, new(s_january, s_january.Plus(1))));
        // Own: 1 300 for 13 points in two months is 200 a point; 12 listed in two months is 6 and so 216,67 each.
        Assert.Equal((6m, 6.5m, 200m), (one.Own.Listed, one.Own.Points, one.Own.PerPoint(one.Own.Total)));
        Assert.Equal(216.67m, Math.Round(one.Own.PerListed(one.Own.Total)!.Value, 2));
        Assert.Equal(["D1", "D2"], one.Prices.Select(p => p.By.Id));
    }

    [Fact]
    public void A_unit_that_gets_less_for_a_point_is_seen()
    {
        SettlementStatement unlike = new(s_january, [Listing("A-OWN", "OWN", s_january, 600_00, 5, 6), Listing("A-P1", "P1", s_january, 150_00, 3, 2)], []);
        var one = Assert.Single(Neutrality.Of(s_care, [unlike], new(s_january, s_january)));
        Assert.Equal((75m, 100m), one.ListingPerPoint);
        Assert.False(one.IsSameForListed);
    }

    [Fact]
    public void Nothing_is_compared_before_anything_is_frozen_or_when_only_one_side_is_paid()
    {
        Assert.Empty(Neutrality.Of(s_care, [], Period.Year(2017)));
        Assert.Empty(Neutrality.Of(s_care, [new(s_january, [Listing("A-P1", "P1", s_january, 150_00, 3, 2)], [])], Period.Year(2017)));
        Assert.Null(new PaidByModel(1, 0, 0, new Dictionary<PaidPart, Money>()).PerPoint(Money.Kronor(1)));
        Assert.Null(new PaidByModel(1, 0, 0, new Dictionary<PaidPart, Money>()).PerListed(Money.Kronor(1)));
    }

    private static SetPaymentModel Model(string id) => new(id, new(id), [new("listning", Money.Kronor(12_000), null, 0, 0, 0, 0, [], [], 1)], [new("besök", "PL", PricedBy.Type, null, [], [], [], [], ListedCondition.Either, [])], [], [], null, [], 3, s_year);

    private static SettlementLine Listing(string agreement, string provider, Month month, long ore, long listed, long points) =>
        new(agreement, provider, month, "listning", SettlementKind.Capitation, ContactPayer.Region, new Money(ore), listed, points * 1_000_000, []);
}
