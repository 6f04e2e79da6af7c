using CsCheck;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Facts;

namespace Styrkedja.Store.Care;

/// <summary>The sums that leave the zone are those that one gets by counting the rows one by one, however the rows came in.</summary>
public sealed class CareCountingTests : IDisposable
{
    private static readonly string[] s_providers = ["A", "B", "C"];
    private static readonly string[] s_homes = ["1380", "1384", "0180", "0000"];
    private static readonly string[] s_types = ["besök", "samtal"];
    private static readonly string[] s_bands = ["0-17", "18-64", "65-"];

    private static readonly Gen<Told> s_told = Gen.Select(Gen.ULong[1, 30], Gen.ULong[1, 9], Gen.Int[0, 380], Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 1], Gen.Int[0, 2]), Gen.Int[0, 5])
        .Select(t => new Told(t.Item1, t.Item2, new DateOnly(2017, 1, 1).AddDays(t.Item3), t.Item4.Item1, t.Item4.Item2, t.Item4.Item3, t.Item4.Item4, t.Item5 == 0));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Contacts_and_patients_are_as_when_the_rows_are_counted_one_by_one_in_any_order_of_batches() => s_told.Array[0, 25].Array[1, 4].Sample(
        files =>
        {
            using var zone = new CareZone(_folder.Path);
            var batches = files.Where(f => f.Length > 0).Select(f => f.DistinctBy(t => t.Contact).ToList()).Select(f => (Rows: f, Batch: Keep(zone, f))).ToList();
            foreach (var known in new[] { batches, Enumerable.Reverse(batches).ToList() })
            {
                var latest = known.SelectMany(k => k.Rows).GroupBy(t => t.Contact).Select(g => g.Last()).Where(t => !t.Withdrawn && t.Day.Year == 2017).ToList();
                var sums = zone.Counting.Sums(new(2017, 1, known.Count, DateTimeOffset.UnixEpoch, [.. known.Select(k => k.Batch)]), [], ["1380", "1384"]);
                Assert.Equal(
                    latest.GroupBy(t => $"{t.Day.Month} {s_providers[t.Provider]} {s_types[t.Type]} {s_homes[t.Home]} {s_bands[t.AgeBand]} {t.Sex}").Select(g => $"{g.Key}: {g.Count()}").Order(StringComparer.Ordinal),
                    Enumerable.Range(0, sums.Contacts.Count).Select(i => Line(sums.Contacts, i)).Order(StringComparer.Ordinal));

                var axes = PublishedCare.AxesOf(CareMeasure.Contacts, [sums], [], ["1380", "1384"]);
                var table = CareTables.Of(CareMeasure.Contacts, sums, axes)[1];
                var patients = sums.Patients.First(p => p.Table == CareTablePlan.ContactsByHome.Name);
                Assert.Equal(latest.Select(t => t.Person).Distinct().Count(), patients.Persons[0]);
                Assert.Equal(latest.GroupBy(t => t.Person).Select(g => g.Count()).DefaultIfEmpty(0).Max(), patients.Largest[0]);
                foreach (var (home, code) in new[] { ("1380", "1380"), ("0180", CareAxes.Elsewhere), ("0000", CareAxes.Unknown) })
                    Assert.Equal(latest.Where(t => s_homes[t.Home] == home).Select(t => t.Person).Distinct().Count(), patients.Persons[table.CellOf(CareAxes.All, code)]);
            }
        },
        iter: 40);

    [Fact]
    public void A_cell_of_very_many_contacts_is_told_by_what_the_one_with_the_most_could_have()
    {
        using var zone = new CareZone(_folder.Path);
        // A hundred persons with one contact each in Halmstad, and one with two in Kungsbacka: no one has more than two.
        var rows = Enumerable.Range(1, 100).Select(i => new Told((ulong)i, (ulong)i, new(2017, 4, 3), 0, 0, 0, 0, false)).Concat([new(101, 200, new(2017, 4, 3), 0, 1, 0, 0, false), new(102, 200, new(2017, 4, 4), 0, 1, 0, 0, false)]).ToList();
        var sums = zone.Counting.Sums(new(2017, 1, 1, DateTimeOffset.UnixEpoch, [Keep(zone, rows)]), [], ["1380", "1384"]);
        var table = CareTables.Of(CareMeasure.Contacts, sums, PublishedCare.AxesOf(CareMeasure.Contacts, [sums], [], ["1380", "1384"]))[1];
        var patients = sums.Patients.First(p => p.Table == CareTablePlan.ContactsByHome.Name);
        Assert.Equal((50, 2), (patients.Persons[table.CellOf("A", "1380")], patients.Largest[table.CellOf("A", "1380")]));
        Assert.Equal((1, 2), (patients.Persons[table.CellOf("A", "1384")], patients.Largest[table.CellOf("A", "1384")]));
    }

    [Fact]
    public void Residents_are_listed_where_they_are_on_the_last_day_of_each_month()
    {
        using var zone = new CareZone(_folder.Path);
        var first = Listed(zone, (1, "2016-05-01", 0), (2, "2017-01-10", 0), (3, "2017-01-31", 1));
        var moved = Listed(zone, (1, "2017-03-31", 1));
        var sums = zone.Counting.Sums(new(2017, 1, 2, DateTimeOffset.UnixEpoch, [first, moved]), [], ["1380"]);
        Assert.Equal(
            ["1 A 2", "1 B 1", "2 A 2", "2 B 1", "3 A 1", "3 B 2", "12 A 1", "12 B 2"],
            Enumerable.Range(0, sums.Listed.Count).Where(i => sums.Listed.Month[i] is <= 3 or 12).Select(i => $"{sums.Listed.Month[i]} {sums.Listed.Providers[sums.Listed.Provider[i]]} {sums.Listed.Persons[i]}"));
    }

    [Fact]
    public void Sums_are_read_back_as_they_were_written_and_not_at_all_when_a_byte_has_changed()
    {
        using var zone = new CareZone(_folder.Path);
        var batch = Keep(zone, [new(1, 1, new(2017, 4, 3), 0, 0, 0, 0, false), new(2, 1, new(2017, 5, 3), 1, 2, 1, 1, false)]);
        var release = new CareRelease(2017, 1, 1, DateTimeOffset.UnixEpoch, [batch]);
        var (files, sums) = (new CareSumFiles(_folder.Path), zone.Counting.Sums(release, [], ["1380"]));
        Assert.Null(files.Read(release));
        files.Write(release, sums);
        var read = files.Read(release)!;
        Assert.Equal(Enumerable.Range(0, 2).Select(i => Line(sums.Contacts, i)), Enumerable.Range(0, read.Contacts.Count).Select(i => Line(read.Contacts, i)));
        Assert.Equal(sums.Patients.SelectMany(p => p.Persons), read.Patients.SelectMany(p => p.Persons));
        Assert.Null(files.Read(release with { Batches = [] }));
        var path = Directory.GetFiles(Path.Combine(_folder.Path, "care-sums")).Single();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        var bytes = File.ReadAllBytes(path);
        bytes[^3] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Null(files.Read(release));
    }

    private static string Line(ContactCounts counts, int i) =>
        $"{counts.Month[i]} {counts.Providers[counts.Provider[i]]} {counts.Types[counts.Type[i]]} {counts.Municipalities[counts.Home[i]]} {counts.AgeBands[counts.AgeBand[i]]} {counts.Sex[i]}: {counts.Contacts[i]}";

    private static FactBatch Keep(CareZone zone, IReadOnlyList<Told> rows)
    {
        using var writing = zone.Contacts.Write();
        writing.Add(new(
            new()
            {
                Contact = [.. rows.Select(r => r.Contact)],
                Person = [.. rows.Select(r => r.Person)],
                Day = [.. rows.Select(r => r.Day.DayNumber)],
                Provider = [.. rows.Select(r => (ushort)r.Provider)],
                Type = [.. rows.Select(r => (ushort)r.Type)],
                Group = new ushort[rows.Count],
                Home = [.. rows.Select(r => (ushort)r.Home)],
                AgeBand = [.. rows.Select(r => (byte)r.AgeBand)],
                Sex = [.. rows.Select(r => r.Sex)],
                Way = new ContactWay[rows.Count],
                Payer = new ContactPayer[rows.Count],
                Referral = new ulong[rows.Count],
                Fee = new int[rows.Count],
                Providers = s_providers,
                Types = s_types,
                Groups = [""],
                Municipalities = s_homes,
                AgeBands = s_bands,
            },
            [.. rows.Select(r => r.Withdrawn)],
            [.. Enumerable.Range(2, rows.Count)]));
        Assert.Empty(writing.Twice());
        var kept = writing.Finish(new byte[32]);
        return Batch(FactKind.Contacts, kept, new(Month.Of(rows.Min(r => r.Day)), Month.Of(rows.Max(r => r.Day))));
    }

    private static FactBatch Listed(CareZone zone, params (ulong Person, string From, int Provider)[] rows)
    {
        using var writing = zone.Listings.Write();
        writing.Add(new(
            new()
            {
                Person = [.. rows.Select(r => r.Person)],
                From = [.. rows.Select(r => DateOnly.Parse(r.From, System.Globalization.CultureInfo.InvariantCulture).DayNumber)],
                To = [.. rows.Select(_ => int.MaxValue)],
                Provider = [.. rows.Select(r => (ushort)r.Provider)],
                Home = new ushort[rows.Length],
                AgeBand = new byte[rows.Length],
                Sex = [.. rows.Select(_ => Sex.Women)],
                Acg = new int[rows.Length],
                Cni = new int[rows.Length],
                Providers = s_providers,
                Municipalities = s_homes,
                AgeBands = s_bands,
            },
            new bool[rows.Length],
            [.. Enumerable.Range(2, rows.Length)]));
        Assert.Empty(writing.Overlapping());
        return Batch(FactKind.Listings, writing.Finish(new byte[32]), Period.Year(2017));
    }

    private static FactBatch Batch(FactKind kind, KeptCare kept, Period period) =>
        new(kept.Batch, kind, "", 0, "", null, null, period, [], kept.RowsFile, null, 0, 0, Amounts.Money.Zero, Amounts.Money.Zero, [], false);

    private sealed record Told(ulong Contact, ulong Person, DateOnly Day, int Provider, int Home, int Type, int AgeBand, bool Withdrawn)
    {
        /// <summary>A person's sex does not change, so that patients are one each.</summary>
        public Sex Sex => Person % 2 == 0 ? Sex.Women : Sex.Men;
    }
}
