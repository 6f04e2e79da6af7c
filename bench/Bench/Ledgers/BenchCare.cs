using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Decisions;
using Styrkedja.Facts;

namespace Styrkedja.Bench.Ledgers;

/// <summary>A made-up care system: sixty agreements under four payment models with prices that change in July, contacts of a year, and those who are listed.</summary>
public sealed class BenchCare
{
    public const int Agreements = 60, Types = 40, Groups = 500, Persons = 330_000, FirstOfJuly = 181;

    public static readonly string[] Models = ["VÅRDVAL", "SJUKHUS", "SPECIAL", "UTOM"];

    private static readonly Validity s_year = new(new DateOnly(2017, 1, 1), new DateOnly(2017, 12, 31));

    private static readonly Validity s_autumn = new(new DateOnly(2017, 7, 1), new DateOnly(2017, 12, 31));

    private readonly Decision _decision;
    private readonly Decision _change;

    public BenchCare()
    {
        _decision = Decided("REGLER", Acts());
        _change = Decided("NYTT-PRIS", [TypeList("SPECIAL-PRIS", s_year, 77)]);
    }

    public static Period Year { get; } = new(new Month(2017, 1), new Month(2017, 12));

    public static IReadOnlyList<string> ProviderIds { get; } = [.. Enumerable.Range(0, Agreements).Select(i => $"P{i:00}")];

    public static IReadOnlyList<string> TypeIds { get; } = [.. Enumerable.Range(0, Types).Select(i => $"T{i:00}")];

    public static IReadOnlyList<string> GroupIds { get; } = ["", .. Enumerable.Range(1, Groups - 1).Select(i => $"G{i:000}")];

    public PaymentBook Rules() => PaymentBook.Fold(new ActsInOrder([(_decision, 1)]));

    /// <summary>The same but for one price list.</summary>
    public PaymentBook ChangedRules() => PaymentBook.Fold(new ActsInOrder([(_decision, 1), (_change, 2)]));

    /// <summary>The rules besides, for a run that asks whether each patient is listed with the provider.</summary>
    public PaymentBook RulesForUnlisted()
    {
        var model = _decision.Acts.OfType<SetPaymentModel>().Single(m => m.Id == Models[0]);
        return PaymentBook.Fold(new ActsInOrder([(_decision, 1), (Decided("OLISTADE", [model with { Contacts = [model.Contacts[0] with { Listed = ListedCondition.Elsewhere }] }]), 2)]));
    }

    public static int ModelOf(int provider) => provider switch { < 25 => 0, < 40 => 1, < 55 => 2, _ => 3 };

    /// <summary>Öre of a type in a list that was made with a salt.</summary>
    public static int TypePrice(int type, int salt) => 40_000 + (((type * 7_919) + (salt * 104_729)) % 260_000);

    /// <summary>Weight of a group in ten-thousandths.</summary>
    public static int GroupWeight(int group) => 1_000 + (group * 7_919 % 60_000);

    /// <param name="part">Which part of the persons it is about, from zero.</param>
    public static CareContacts Contacts(int count, int part = 0, int parts = 1)
    {
        var (chance, first) = (new Chance(20171231 + (ulong)part), s_year.From.DayNumber);
        var contacts = new CareContacts
        {
            Contact = new ulong[count],
            Person = new ulong[count],
            Day = new int[count],
            Provider = new ushort[count],
            Type = new ushort[count],
            Group = new ushort[count],
            Home = new ushort[count],
            AgeBand = new byte[count],
            Sex = new Sex[count],
            Way = new ContactWay[count],
            Payer = new ContactPayer[count],
            Referral = [],
            Fee = new int[count],
            Providers = ProviderIds,
            Types = TypeIds,
            Groups = GroupIds,
            Municipalities = ["1380", "1384"],
            AgeBands = ["0-17", "18-64", "65-"],
        };
        for (var i = 0; i < count; i++)
        {
            var provider = chance.Skewed(Agreements);
            (contacts.Contact[i], contacts.Person[i], contacts.Day[i]) = (chance.Next(), PersonKey((chance.Below(Persons / parts) * parts) + part), first + chance.Below(365));
            (contacts.Provider[i], contacts.Type[i], contacts.Home[i]) = ((ushort)provider, (ushort)chance.Skewed(Types), (ushort)chance.Below(2));
            contacts.Group[i] = (ushort)(ModelOf(provider) is 1 or 3 && chance.Below(4) > 0 ? 1 + chance.Below(Groups - 1) : 0);
            contacts.Way[i] = (ContactWay)chance.Skewed(4);
            contacts.Payer[i] = chance.Below(20) == 0 ? (ContactPayer)(1 + chance.Below(4)) : ContactPayer.Region;
            contacts.Fee[i] = chance.Below(3) * 10_000;
        }

        return contacts;
    }

    public static Listings Listings()
    {
        var chance = new Chance(330);
        var rows = Enumerable.Range(0, Persons).Select(person => (Person: PersonKey(person), Provider: (ushort)chance.Below(25), Age: (byte)chance.Below(3), Acg: 5_000 + chance.Below(10_000), Cni: 5_000 + chance.Below(10_000))).ToArray();
        return new()
        {
            Person = [.. rows.Select(r => r.Person)],
            From = [.. rows.Select(_ => s_year.From.DayNumber)],
            To = [.. rows.Select((_, i) => i % 10 == 0 ? s_year.From.DayNumber + FirstOfJuly - 1 : int.MaxValue)],
            Provider = [.. rows.Select(r => r.Provider)],
            Home = new ushort[Persons],
            AgeBand = [.. rows.Select(r => r.Age)],
            Sex = new Sex[Persons],
            Acg = [.. rows.Select(r => r.Acg)],
            Cni = [.. rows.Select(r => r.Cni)],
            Providers = ProviderIds,
            Municipalities = ["1380"],
            AgeBands = ["0-17", "18-64", "65-"],
        };
    }

    private static ulong PersonKey(int person) => new Chance((ulong)person + 1).Next();

    private static IReadOnlyList<Act> Acts() =>
    [
        TypeList("VÅRDVAL-PRIS", s_year, 1),
        TypeList("VÅRDVAL-PRIS", s_autumn, 2),
        TypeList("SJUKHUS-PRIS", s_year, 3),
        TypeList("SÅLD-PRIS", s_year, 4),
        TypeList("SPECIAL-PRIS", s_year, 5),
        TypeList("AKUT-PRIS", s_year, 6),
        TypeList("UTOM-PRIS", s_year, 7),
        new SetPriceList("DRG", new("DRG"), [.. Enumerable.Range(1, Groups - 1).Select(g => new PriceEntry(GroupIds[g], Money.Zero) { Weight = GroupWeight(g) / 10_000m })], s_year),
        new SetPaymentModel(
            "VÅRDVAL",
            new("Vårdval"),
            [new("peng", Money.Kronor(900_000_000), null, 50, 30, 20, 0, [new("0-17", 1.1m), new("18-64", 0.7m), new("65-", 1.8m)], [], 1)],
            [Part("besök", "VÅRDVAL-PRIS", PricedBy.Type) with { Types = [.. TypeIds.Take(20)] }],
            [],
            [new("mål", Money.Kronor(50_000), 60)],
            new("avgift", FeeKeeper.ProviderPaidLess, null),
            [],
            0,
            s_year),
        new SetPaymentModel(
            "SJUKHUS",
            new("Sjukhus"),
            [],
            [Part("drg", "DRG", PricedBy.Group) with { BasePrice = Money.Kronor(50_000) }, Part("besök", "SJUKHUS-PRIS", PricedBy.Type), Part("såld", "SÅLD-PRIS", PricedBy.Type) with { Payers = [CarePayer.OtherRegion] }],
            [new("jour", Money.Kronor(2_000_000))],
            [],
            null,
            [],
            0,
            s_year),
        new SetPaymentModel(
            "SPECIAL",
            new("Specialister"),
            [],
            [Part("akut", "AKUT-PRIS", PricedBy.Type) with { Ways = [CareWay.Emergency] }, Part("besök", "SPECIAL-PRIS", PricedBy.Type)],
            [],
            [],
            new("avgift", FeeKeeper.ProviderPaidLess, null),
            [new("tak", [], null, Money.Kronor(400_000_000), LimitSpan.Year)],
            6,
            s_year),
        new SetPaymentModel(
            "UTOM",
            new("Utomlänsvård"),
            [],
            [Part("drg", "DRG", PricedBy.Group) with { BasePrice = Money.Kronor(60_000), Ways = [CareWay.Referred, CareWay.Emergency] }, Part("besök", "UTOM-PRIS", PricedBy.Type)],
            [],
            [],
            null,
            [],
            0,
            s_year),
        .. Enumerable.Range(0, Agreements).Select(i => new SignAgreement($"AVT-{i:00}", "RS", ProviderIds[i], new("Vård"), AgreementBasis.Procurement, s_year) { Model = Models[ModelOf(i)] }),
    ];

    private static SetPriceList TypeList(string id, Validity valid, int salt) => new(id, new(id), [.. Enumerable.Range(0, Types).Select(t => new PriceEntry(TypeIds[t], new Money(TypePrice(t, salt))))], valid);

    private static ContactPart Part(string id, string prices, PricedBy by) => new(id, prices, by, null, [], [], [], [], ListedCondition.Either, []);

    private static Decision Decided(string id, IReadOnlyList<Act> acts) => new(id, "RS", UncertainDate.On(new DateOnly(2016, 12, 1)), null, null, new(id), null, null, false, null, acts);
}
