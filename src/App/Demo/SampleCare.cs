using System.Globalization;
using System.Text;
using Styrkedja.Facts;
using Styrkedja.Formats.Care;

namespace Styrkedja.App.Demo;

/// <summary>A file of the sample of care, and the day on which it became known.</summary>
internal sealed record SampleCareFile(FactKind Kind, string Path, DateOnly Known);

/// <summary>Writes the sample of care for one year as files such as a region gets: listings, contacts month by month, and what stays cost. All of it is made up, and no person is real.</summary>
/// <param name="oneIn">One resident of each so many has contacts; 1 gives them all some. Listings are made for all, so that what a listed resident weighs and gives is right.</param>
internal sealed class SampleCare(SampleCareTables tables, int year, int oneIn)
{
    private const int Visitors = 7000, AsylumSeekers = 1500, FirstVisitor = 1_000_000;
    private const int LastFreeYoung = 1, FirstFreeOld = 6;
    private const int ElsewherePerCent = 8;

    private static readonly SampleLedgerNoise s_noise = SampleLedgerNoise.Of("contacts");
    private static readonly string[] s_visitorsHomes = ["1480", "1280", "0180", "1281", "0780", "1481"];

    private readonly SampleResidents _residents = new(tables);
    private readonly Dictionary<(string Provider, string Group), int> _stays = [];

    /// <summary>Writes all files to a folder and tells them in the order that they became known.</summary>
    public IReadOnlyList<SampleCareFile> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var contacts = Monthly(folder, "kontakter", CareColumns.Contacts);
        var listings = Monthly(folder, "listningar", CareColumns.Listings);
        var first = Path.Combine(folder, $"listningar-{year}.csv");
        using (var beginning = Open(first, CareColumns.Listings))
        {
            foreach (var resident in _residents.All())
            {
                Listing(resident, beginning, listings);
                if (resident.Number % oneIn == 0)
                    Contacts(resident, contacts);
            }
        }

        for (var number = 0; number < (Visitors + AsylumSeekers) / oneIn; number++)
            Visitor(number, contacts);
        Array.ForEach(contacts, c => c.Dispose());
        Array.ForEach(listings, l => l.Dispose());
        var costs = Path.Combine(folder, $"kpp-{year}.csv");
        Costs(costs);
        SampleCareFile[] files =
        [
            new(FactKind.Listings, first, new(year, 1, 2)),
            .. Enumerable.Range(1, 12).SelectMany(month => new SampleCareFile[]
            {
                new(FactKind.Listings, PathOf(folder, "listningar", month), new DateOnly(year, month, 1).AddMonths(1)),
                new(FactKind.Contacts, PathOf(folder, "kontakter", month), new DateOnly(year, month, 10).AddMonths(1)),
            }),
            new(FactKind.GroupCosts, costs, new(year + 1, 3, 15)),
        ];
        // Of very few residents none may have had a contact in a month.
        return [.. files.Where(f => File.ReadLines(f.Path).Skip(1).Any())];
    }

    private void Listing(SampleResident resident, StreamWriter beginning, StreamWriter[] later)
    {
        if (resident.Unit is null)
            return;
        beginning.Write(string.Create(CultureInfo.InvariantCulture, $"{resident.Mark:x16};{year - 1}-01-01;;{resident.Unit};{About(resident)}"));
        if (resident.MovesTo is not { } next)
            return;
        var day = new DateOnly(year, 1, 1).AddDays(resident.MovesOn - 1);
        later[day.Month - 1].Write(string.Create(CultureInfo.InvariantCulture, $"{resident.Mark:x16};{day:yyyy-MM-dd};;{next};{About(resident)}"));
    }

    /// <summary>What a listing says of the resident beside who and where: weights follow need and age, and the municipality.</summary>
    private static string About(SampleResident resident)
    {
        var acg = (50 + (resident.Need / 2)) * (70 + (resident.AgeBand * 10));
        var cni = 9_300 + SampleLedgerNoise.Of(resident.Home.Code).Below(1_800);
        return string.Create(CultureInfo.InvariantCulture, $"{resident.Home.Code};{Band(resident.AgeBand)};{(resident.Woman ? "women" : "men")};{acg / 10_000}.{acg % 10_000:0000};{cni / 10_000}.{cni % 10_000:0000};\n");
    }

    private void Contacts(SampleResident resident, StreamWriter[] months)
    {
        var noise = s_noise.With(resident.Number);
        for (var kind = 0; kind < tables.Contacts.Count; kind++)
        {
            var contact = tables.Contacts[kind];
            // In parts of a hundred million: per mille, and three times per cent.
            var expected = (long)contact.PerMille * contact.Shape[resident.AgeBand] * resident.Need * (resident.Woman ? 110 : 90);
            var ofKind = noise.With(kind);
            var count = (int)(expected / 1_000_000_000) + (ofKind.Below(1_000_000_000) < expected % 1_000_000_000 ? 1 : 0);
            for (var n = 0; n < count; n++)
                Contact(resident, contact, ofKind.With(n), months);
        }
    }

    private void Contact(SampleResident resident, SampleContact contact, SampleLedgerNoise noise, StreamWriter[] months)
    {
        var day = new DateOnly(year, 1, 1).AddDays(noise.With(1).Below(365));
        if (contact.Way != "emergency" && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && day < new DateOnly(year, 12, 28))
            day = day.AddDays(2);
        var provider = contact.Provider switch
        {
            "care-region" => resident.Home.CareRegion,
            "listed" => resident.UnitOn(day.DayOfYear) is { } unit && noise.With(2).Below(100) >= ElsewherePerCent ? unit : _residents.UnitFor(resident.Home, noise.With(3)),
            var named => named,
        };
        var group = contact.Groups.Length == 0 ? "" : Group(contact.Groups, noise.With(4), provider);
        var fee = resident.AgeBand is <= LastFreeYoung or >= FirstFreeOld ? 0 : contact.Fee;
        var referral = noise.With(5).Below(100) < contact.Referred ? string.Create(CultureInfo.InvariantCulture, $"{noise.With(6).Mark():x16}") : "";
        Row(months[day.Month - 1], noise.Mark(), resident.Mark, day, provider, contact.Type, group, resident.Home.Code, resident.AgeBand, resident.Woman, referral.Length > 0 || contact.Way != "referred" ? contact.Way : "ordinary", "region", referral, fee);
    }

    /// <summary>Someone who lives elsewhere and falls ill here, mostly in summer; another region or the state pays.</summary>
    private void Visitor(int number, StreamWriter[] months)
    {
        var noise = s_noise.With(FirstVisitor + number);
        var asylum = number % ((Visitors + AsylumSeekers) / AsylumSeekers) == 0;
        var day = new DateOnly(year, asylum ? 1 : 6, 1).AddDays(noise.With(1).Below(asylum ? 365 : 92));
        var hospital = noise.With(2).Below(3) == 0;
        var provider = hospital ? "S-OWN-HOSP" : tables.Units[noise.With(3).Below(tables.Units.Count)].Provider;
        Row(months[day.Month - 1], noise.Mark(), noise.With(4).Mark(), day, provider, hospital ? "emergency-visit" : "doctor-visit", "", asylum ? "0000" : s_visitorsHomes[noise.With(5).Below(s_visitorsHomes.Length)],
            noise.With(6).Below(SampleCareTables.AgeBands.Count), noise.With(7).Below(2) == 0, "emergency", asylum ? "state" : "other-region", "", asylum ? 50 : 150);
    }

    private string Group(string kind, SampleLedgerNoise noise, string provider)
    {
        var groups = tables.Groups.Where(g => g.Kind == kind);
        var left = noise.Below(groups.Sum(g => g.Weight));
        var group = groups.First(g => (left -= g.Weight) < 0).Group;
        _stays[(provider, group)] = _stays.GetValueOrDefault((provider, group)) + 1;
        return group;
    }

    /// <summary>What the stays of the region's own providers cost to give: about the cost of each group, somewhat more or less.</summary>
    private void Costs(string path)
    {
        using var writer = Open(path, CareColumns.GroupCosts);
        foreach (var ((provider, group), stays) in _stays.Where(s => s.Key.Provider.StartsWith("S-OWN", StringComparison.Ordinal)).OrderBy(s => s.Key.Provider, StringComparer.Ordinal).ThenBy(s => s.Key.Group, StringComparer.Ordinal))
        {
            var each = tables.Groups.First(g => g.Group == group).Cost;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{year};{provider};{group};{stays};{(long)stays * (each + (each * SampleLedgerNoise.Of(group).With(provider).Around(80) / 1000))}\n"));
        }
    }

    private static void Row(
        StreamWriter month, ulong contact, ulong person, DateOnly day, string provider, string type, string group, string home, int band, bool woman, string way, string payer, string referral, int fee) =>
        month.Write(string.Create(CultureInfo.InvariantCulture, $"{contact:x16};{person:x16};{day:yyyy-MM-dd};{provider};{type};{group};{home};{Band(band)};{(woman ? "women" : "men")};{way};{payer};{referral};{fee};\n"));

    private static string Band(int band) => SampleCareTables.AgeBands[band].Band;

    private StreamWriter[] Monthly(string folder, string name, IReadOnlyList<CareColumn> columns) => [.. Enumerable.Range(1, 12).Select(month => Open(PathOf(folder, name, month), columns))];

    private string PathOf(string folder, string name, int month) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{year}-{month:00}.csv"));

    private static StreamWriter Open(string path, IReadOnlyList<CareColumn> columns)
    {
        var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16);
        writer.Write(string.Join(';', columns.Select(c => c.Name)) + "\n");
        return writer;
    }
}
