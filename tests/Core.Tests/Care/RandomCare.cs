using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;

namespace Styrkedja.Care;

/// <summary>Small care systems made up at random: rules that use every component, and contacts and listings of a few months.</summary>
internal static class RandomCare
{
    public static readonly Period Months = new(new Month(2017, 1), new Month(2017, 4));

    private static readonly string[] s_providers = ["P1", "P2", "P3", "P4"];

    private static readonly QualityReached[] s_quality = [new("A1", "mål", new Month(2017, 2), 3, 7)];

    private static readonly string[] s_types = ["läkare", "sköterska", "slutenvård"];

    private static readonly string[] s_groups = ["", "A01", "A02"];

    private static readonly string[] s_homes = ["1380", "1384", "0180"];

    public static readonly Gen<ContactRow> Row = Gen.Select(Gen.Select(Gen.ULong[1, 1_000_000], Gen.ULong[1, 12], Gen.Int[0, 130]), Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 2]), Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 400]))
        .Select(t => new ContactRow(t.Item1.Item1, t.Item1.Item2, new DateOnly(2016, 12, 25).DayNumber + t.Item1.Item3, (ushort)t.Item2.Item1, (ushort)t.Item2.Item2, (ushort)t.Item2.Item3, (ushort)t.Item2.Item4, (ContactWay)t.Item3.Item1, (ContactPayer)t.Item3.Item2, t.Item3.Item3 * 100));

    /// <summary>No two contacts have the same key, as in a register.</summary>
    public static readonly Gen<ContactRow[]> Rows = Row.Array[0, 120].Select(rows => rows.DistinctBy(r => r.Contact).ToArray());

    public static readonly Gen<ListingRow[]> Listed = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 100], Gen.Int[5_000, 30_000], Gen.Int[5_000, 30_000]).Array[12]
        .Select(people => people.Select((p, i) => new ListingRow((ulong)i + 1, new DateOnly(2016, 12, 1).DayNumber + p.Item2, (ushort)p.Item1, (byte)(i % 2), p.Item3, p.Item4)).ToArray());

    /// <summary>Prices in öre; some lists change within the year.</summary>
    public static readonly Gen<int[]> Prices = Gen.Int[0, 500_000].Array[12];

    public static PaymentBook Book(int[] prices, bool pot = true, bool protectedFees = true) => Book(Acts(prices, pot, protectedFees));

    public static PaymentBook Book(IReadOnlyList<Act> acts) =>
        PaymentBook.Fold(new ActsInOrder([(new Decision("D", "RS", UncertainDate.On(new DateOnly(2016, 1, 1)), null, null, new("D"), null, null, false, null, acts), 1)]));

    public static IReadOnlyList<Act> Acts(int[] prices, bool pot = true, bool protectedFees = true)
    {
        var year = new Validity(new DateOnly(2016, 1, 1), new DateOnly(2017, 12, 31));
        var spring = new Validity(new DateOnly(2017, 2, 14), new DateOnly(2017, 12, 31));
        return
        [
            new AuthoriseProvider("P1", new("P1"), Regime.Private, "1", null, null, year),
            List("PL", year, ("läkare", prices[0]), ("sköterska", prices[1])),
            List("PL", spring, ("läkare", prices[2]), ("sköterska", prices[1])),
            List("DYR", year, ("läkare", prices[3])),
            List("LÅG", year, ("läkare", prices[4]), ("sköterska", prices[5])),
            new SetPriceList("DRG", new("DRG"), [new("A01", new Money(prices[6])) { Weight = 0.8123m }, new("A02", Money.Zero) { Weight = 1.5m }], year),
            new SetPaymentModel(
                "VÅRDVAL",
                new("Vårdval"),
                [new("peng", pot ? new Money(prices[7] * 12L) : null, pot ? null : new Money(prices[7]), 40, 30, 20, 5, [new("0-6", 1.6m)], [new("P2", 1.2m)], 10)],
                [Part("olistad", "PL", PricedBy.Type) with { Listed = ListedCondition.Elsewhere }, Part("såld", "DYR", PricedBy.Type) with { Payers = [CarePayer.OtherRegion, CarePayer.State] }],
                [new("fast", new Money(prices[8]))],
                [new("mål", new Money(prices[9]), 60)],
                new("avgift", FeeKeeper.ProviderPaidLess, protectedFees ? Money.Kronor(700) : null),
                [new("golv", ["olistad"], new Money(prices[10]), null, LimitSpan.Month), new("tak", [], null, new Money(prices[11] * 4L), LimitSpan.Year)],
                6,
                year),
            new SetPaymentModel(
                "SJUKHUS",
                new("Sjukhus"),
                [],
                [Part("drg", "DRG", PricedBy.Group) with { BasePrice = new Money(4_321_07), Types = ["slutenvård"] }, Part("akut", "DYR", PricedBy.Type) with { Ways = [CareWay.Emergency], Homes = ["13"] }, Part("besök", "PL", PricedBy.Type) with { Steps = [new(3, "LÅG"), new(6, "DYR")] }],
                [],
                [],
                null,
                [],
                0,
                year),
            new SignAgreement("A1", "RS", "P1", new("Vård"), AgreementBasis.ChoiceOfCare, year) { Model = "VÅRDVAL" },
            new SignAgreement("A2", "RS", "P2", new("Vård"), AgreementBasis.ChoiceOfCare, year) { Model = "VÅRDVAL" },
            new SignAgreement("A3", "RS", "P3", new("Vård"), AgreementBasis.Commission, spring) { Model = "SJUKHUS" },
            new SignAgreement("A4", "RS", "P1", new("Vård"), AgreementBasis.Procurement, year) { Model = "SJUKHUS" },
        ];
    }

    public static CareContacts Contacts(IReadOnlyList<ContactRow> rows) => new()
    {
        Contact = [.. rows.Select(r => r.Contact)],
        Person = [.. rows.Select(r => r.Person)],
        Day = [.. rows.Select(r => r.Day)],
        Provider = [.. rows.Select(r => r.Provider)],
        Type = [.. rows.Select(r => r.Type)],
        Group = [.. rows.Select(r => r.Group)],
        Home = [.. rows.Select(r => r.Home)],
        AgeBand = new byte[rows.Count],
        Sex = new Sex[rows.Count],
        Way = [.. rows.Select(r => r.Way)],
        Payer = [.. rows.Select(r => r.Payer)],
        Referral = new ulong[rows.Count],
        Fee = [.. rows.Select(r => r.Fee)],
        Providers = s_providers,
        Types = s_types,
        Groups = s_groups,
        Municipalities = s_homes,
        AgeBands = ["0-6", "7-"],
    };

    public static Listings Listings(IReadOnlyList<ListingRow> rows) => new()
    {
        Person = [.. rows.Select(r => r.Person)],
        From = [.. rows.Select(r => r.From)],
        To = [.. rows.Select(r => r.From + 60)],
        Provider = [.. rows.Select(r => r.Provider)],
        Home = new ushort[rows.Count],
        AgeBand = [.. rows.Select(r => r.AgeBand)],
        Sex = new Sex[rows.Count],
        Acg = [.. rows.Select(r => r.Acg)],
        Cni = [.. rows.Select(r => r.Cni)],
        Providers = s_providers,
        Municipalities = s_homes,
        AgeBands = ["0-6", "7-"],
    };

    public static Settlement Settled(PaymentBook book, IReadOnlyList<ContactRow> contacts, IReadOnlyList<ListingRow> listings) =>
        Settlement.Of(book, Months, Contacts(contacts), Listings(listings), s_quality, keep: true);

    public static Settlement SettledInParts(PaymentBook book, IEnumerable<IReadOnlyList<ContactRow>> parts, IReadOnlyList<ListingRow> listings) =>
        Settlement.OfParts(book, Months, parts.Select(Contacts), Listings(listings), s_quality);

    public static SetPriceList List(string id, Validity valid, params (string Code, int Ore)[] prices) => new(id, new(id), [.. prices.Select(p => new PriceEntry(p.Code, new Money(p.Ore)))], valid);

    private static ContactPart Part(string id, string prices, PricedBy by) => new(id, prices, by, null, [], [], [], [], ListedCondition.Either, []);
}

/// <summary>One contact of a made-up register.</summary>
internal sealed record ContactRow(ulong Contact, ulong Person, int Day, ushort Provider, ushort Type, ushort Group, ushort Home, ContactWay Way, ContactPayer Payer, int Fee);

/// <summary>One listing of a made-up register, for sixty days.</summary>
internal sealed record ListingRow(ulong Person, int From, ushort Provider, byte AgeBand, int Acg, int Cni);
