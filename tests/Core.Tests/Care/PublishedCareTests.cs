using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Disclosure;
using Styrkedja.Facts;
using Styrkedja.FollowUp;

namespace Styrkedja.Care;

/// <summary>What may be shown of care, by small numbers that can be reckoned by hand.</summary>
public class PublishedCareTests
{
    private static readonly string[] s_providers = ["HOSP", "VC-1", "VC-2"];
    private static readonly string[] s_homes = ["1380", "1384"];

    [Fact]
    public void Many_contacts_of_few_persons_are_hidden_and_the_year_does_not_give_them_away()
    {
        // 40 contacts in VC-2, but only two persons made them.
        var care = Published([("HOSP", 100, 60), ("VC-1", 80, 50), ("VC-2", 40, 2)], DisclosureParameters.DefaultOf(DataSet.Care));
        Assert.Null(care.Of(CareTablePlan.ContactsByMonth, "VC-2", CareAxes.All));
        // VC-1 is hidden with it, since the health centres' sum less VC-1 would be VC-2.
        Assert.Null(care.Of(CareTablePlan.ContactsByMonth, "VC-1", CareAxes.All));
        Assert.Equal(120, care.Of(CareTablePlan.ContactsByMonth, "group/VC-1", CareAxes.All));
        Assert.Equal(220, care.Of(CareTablePlan.ContactsByMonth, CareAxes.All, CareAxes.All));
        Assert.Equal(0, care.Of(CareTablePlan.ContactsByMonth, "VC-9", CareAxes.All));
    }

    [Fact]
    public void Contacts_that_are_one_persons_for_the_most_part_are_hidden()
    {
        var care = Published([("HOSP", 100, 60), ("VC-1", 80, 50), ("VC-2", 40, 10)], DisclosureParameters.DefaultOf(DataSet.Care), largest: 35);
        Assert.Null(care.Of(CareTablePlan.ContactsByMonth, "VC-2", CareAxes.All));
    }

    [Fact]
    public void A_region_that_has_decided_to_protect_nothing_shows_all_and_one_that_rounds_hides()
    {
        (string, int, int)[] few = [("HOSP", 100, 60), ("VC-1", 80, 50), ("VC-2", 40, 2)];
        Assert.Equal(40, Published(few, DisclosureParameters.DefaultOf(DataSet.Care) with { Method = DisclosureMethod.Open }).Of(CareTablePlan.ContactsByMonth, "VC-2", CareAxes.All));
        Assert.Null(Published(few, DisclosureParameters.DefaultOf(DataSet.Care) with { Method = DisclosureMethod.Rounding }).Of(CareTablePlan.ContactsByMonth, "VC-2", CareAxes.All));
    }

    [Fact]
    public void Arms_are_own_providers_by_their_part_of_the_region_and_private_ones_by_their_care()
    {
        var year = new Validity(new(2017, 1, 1), null);
        AuthoriseProvider[] providers =
        [
            new("OUT-1", new("Väst"), Regime.OutOfRegion, "1", null, new("Regionvård"), year),
            new("P-1", new("Privata"), Regime.Private, "2", null, new("Primärvård"), year),
            new("OWN-1", new("Sjukhuset"), Regime.Own, "3", "DN-HS", null, year),
            new("OUT-2", new("Syd"), Regime.OutOfRegion, "4", null, new("Regionvård"), year),
            new("P-2", new("Läkarna"), Regime.Private, "5", null, new("Primärvård"), year),
            new("OWN-2", new("Kliniken"), Regime.Own, "6", "DN-HS", null, year),
            new("P-3", new("Hud"), Regime.Private, "7", null, new("Hudsjukvård"), year),
        ];
        Assert.Equal(
            ["OWN-1: OWN-1 OWN-2", "P-1: P-1 P-2", "P-3: P-3", "OUT-1: OUT-1", "OUT-2: OUT-2"],
            ProviderGroups.Of(Decided(providers)).Select(g => $"{g.Id}: {string.Join(' ', g.Providers.Select(p => p.Act.Id))}"));
    }

    [Fact]
    public void Hidden_arms_are_known_together_when_their_sum_may_be_told_and_not_at_all_when_it_may_not()
    {
        var groups = ProviderGroups.Of(Decided([new("A", new("A"), Regime.Private, "1", null, null, default), new("B", new("B"), Regime.Private, "2", null, null, default), new("C", new("C"), Regime.Private, "3", null, null, default)]));
        CareSystemFlows Flows(long? sum) => new(CareFlowMeasure.Money, [new(groups[0], 70), new(groups[1], null), new(groups[2], null)], sum, new Dictionary<Regime, long?> { [Regime.Private] = sum }, [], false);
        Assert.Equal(30, Flows(100).HiddenIn(Regime.Private));
        Assert.Equal(100, Flows(100).PercentOf(Regime.Private));
        Assert.True(Flows(100).HidesAny);
        Assert.Null(Flows(null).HiddenIn(Regime.Private));
        Assert.Null(Flows(null).PercentOf(Regime.Private));
    }

    [Fact]
    public void A_rate_is_not_reckoned_of_too_few_or_of_what_is_hidden()
    {
        var parameters = DisclosureParameters.DefaultOf(DataSet.Care);
        var rates = new CareRates(Published([("HOSP", 100, 60), ("VC-1", 80, 50), ("VC-2", 40, 20)], parameters), parameters);
        Assert.Equal(2.2m, rates.Of(rates.Contacts(null, CareAxes.All, CareAxes.All), 100));
        Assert.Null(rates.Of(220, 29));
        Assert.Null(rates.Of(null, 100));
        Assert.Null(rates.Of(220, null));
    }

    private static PublishedCare Published((string Provider, int Contacts, int Persons)[] year, DisclosureParameters parameters, int largest = 1)
    {
        var groups = ProviderGroups.Of(Decided([new("HOSP", new("Sjukhuset"), Regime.Own, "1", "DN-HS", null, default), new("VC-1", new("Ett"), Regime.Private, "2", null, new("Primärvård"), default), new("VC-2", new("Två"), Regime.Private, "3", null, new("Primärvård"), default)]));
        var (contacts, listed) = (Contacts(year), Listed());
        var sums = new CareSums(2017, 1, contacts, listed, []);
        var axes = PublishedCare.AxesOf(CareMeasure.Contacts, [sums], groups, s_homes);
        var tables = CareTables.Of(CareMeasure.Contacts, sums, axes);
        sums = sums with { Patients = [.. CareTablePlan.Of(CareMeasure.Contacts).Zip(tables, (plan, table) => Patients(plan, table, year, largest))] };
        return PublishedCare.Of([(new(2017, 1, 1, DateTimeOffset.UnixEpoch, []), sums)], groups, s_homes, parameters);
    }

    /// <summary>All persons are women of one age in one municipality with one type in one month, so that a cell of a provider has that provider's persons, and every other cell enough.</summary>
    private static PatientCounts Patients(CareTablePlan plan, UnpublishedTable table, (string Provider, int Contacts, int Persons)[] year, int largest)
    {
        var (persons, most) = (new int[table.Size], new int[table.Size]);
        Array.Fill(persons, 1000);
        if (plan.Axes[0] == CareAxis.Provider)
        {
            foreach (var (provider, _, count) in year)
            {
                foreach (var code in table.Dimensions[1].Codes)
                    (persons[table.CellOf(provider, code)], most[table.CellOf(provider, code)]) = (count, provider == "VC-2" ? largest : 1);
            }
        }

        return new(plan.Name, persons, most);
    }

    private static ContactCounts Contacts((string Provider, int Contacts, int Persons)[] year) => new()
    {
        Month = [.. year.Select(_ => (byte)3)],
        Provider = [.. year.Select(y => (ushort)Array.IndexOf(s_providers, y.Provider))],
        Type = new ushort[year.Length],
        Home = new ushort[year.Length],
        AgeBand = new byte[year.Length],
        Sex = [.. year.Select(_ => Sex.Women)],
        Way = new ContactWay[year.Length],
        Payer = new ContactPayer[year.Length],
        Contacts = [.. year.Select(y => y.Contacts)],
        Providers = s_providers,
        Types = ["besök"],
        Municipalities = s_homes,
        AgeBands = ["0-17"],
    };

    private static ListedCounts Listed() => new()
    {
        Month = [12, 11],
        Provider = [0, 0],
        Home = [0, 0],
        AgeBand = [0, 0],
        Sex = [Sex.Women, Sex.Women],
        Persons = [100, 90],
        Providers = ["VC-1"],
        Municipalities = s_homes,
        AgeBands = ["0-17"],
    };

    private static IEnumerable<Decided<AuthoriseProvider>> Decided(IReadOnlyList<AuthoriseProvider> providers) =>
        providers.Select(p => new Decided<AuthoriseProvider>(p, new("D", "RS", UncertainDate.On(new DateOnly(2016, 1, 1)), null, null, new("D"), null, null, false, null, [p]), 1));
}
