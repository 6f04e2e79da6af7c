using System.Globalization;
using DuckDB.NET.Data;
using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.Store.Care;

/// <summary>Counts what lies in the zone of care, so that sums can leave it: set by set in the database, where memory grows with the sets and not with the rows.</summary>
/// <remarks>A contact told more than once counts once, as it was told last; withdrawn ones do not count. A year is gathered at a time, and what memory does not hold is put in the zone.</remarks>
public sealed class CareCounting
{
    /// <summary>A cell of as many contacts as so many persons with the most of all would have is told by that bound.</summary>
    private const int SurelyMany = 40;

    private readonly CareZone _zone;

    internal CareCounting(CareZone zone) => _zone = zone;

    /// <summary>True while all that a release counts lies in the zone; what has been culled can be counted no more.</summary>
    public bool CanCount(CareRelease release) =>
        _zone.Kept(release.Batches, FactKind.Contacts).Count + _zone.Kept(release.Batches, FactKind.Listings).Count == release.Batches.Count;

    /// <summary>The sums of one release.</summary>
    /// <param name="groups">The arms of the care system that patients are counted by.</param>
    /// <param name="municipalities">The region's own.</param>
    public CareSums Sums(CareRelease release, IReadOnlyList<ProviderGroup> groups, IReadOnlyList<string> municipalities)
    {
        using var duck = _zone.Connection();
        var (first, last) = (new DateOnly(release.Year, 1, 1), new DateOnly(release.Year, 12, 31));
        _zone.Listings.Gather(duck, _zone.Kept(release.Batches, FactKind.Listings), first, last);
        var listed = Listed(duck, release.Year);
        _zone.Contacts.Gather(duck, _zone.Kept(release.Batches, FactKind.Contacts), first, last);
        var contacts = Contacts(duck);
        var sums = new CareSums(release.Year, release.Number, contacts, listed, []);
        var axes = PublishedCare.AxesOf(CareMeasure.Contacts, [sums], groups, municipalities);
        var most = MostOfOnePerson(duck);
        var patients = CareTablePlan.Of(CareMeasure.Contacts).Select(plan => Patients(duck, plan, axes, sums, most)).ToList();
        CareZone.Execute(duck, "DROP TABLE told");
        return sums with { Patients = patients };
    }

    private static ContactCounts Contacts(DuckDBConnection duck)
    {
        string[] providers = ContactFiles.Codes(duck, "provider"), types = ContactFiles.Codes(duck, "type"), municipalities = ContactFiles.Codes(duck, "municipality"), ageBands = ContactFiles.Codes(duck, "age_band");
        CareZone.Execute(duck, $"""
            CREATE OR REPLACE TEMP TABLE counted AS
            SELECT month(date)::USMALLINT AS month, {ContactFiles.CodeOf("provider", providers)} AS provider, {ContactFiles.CodeOf("type", types)} AS type, {ContactFiles.CodeOf("municipality", municipalities)} AS home,
                   {ContactFiles.CodeOf("age_band", ageBands)} AS age_band, {WordOf<Sex>("sex")} AS sex, {WordOf<ContactWay>("way")} AS way, {WordOf<ContactPayer>("payer")} AS payer, count(*)::INTEGER AS contacts
            FROM told GROUP BY ALL ORDER BY ALL
            """.Replace("ENUM()", "ENUM('')", StringComparison.Ordinal));
        var rows = Rows(duck);
        var counts = new ContactCounts
        {
            Month = new byte[rows],
            Provider = new ushort[rows],
            Type = new ushort[rows],
            Home = new ushort[rows],
            AgeBand = new byte[rows],
            Sex = new Sex[rows],
            Way = new ContactWay[rows],
            Payer = new ContactPayer[rows],
            Contacts = new int[rows],
            Providers = providers,
            Types = types,
            Municipalities = municipalities,
            AgeBands = ageBands,
        };
        using (var chunks = new CareChunks(duck, "SELECT * FROM counted"))
        {
            for (var at = 0; chunks.Next(); at += chunks.Rows)
            {
                chunks.Column<ushort>(1).CopyTo(counts.Provider.AsSpan(at));
                chunks.Column<ushort>(2).CopyTo(counts.Type.AsSpan(at));
                chunks.Column<ushort>(3).CopyTo(counts.Home.AsSpan(at));
                var month = chunks.Column<ushort>(0);
                var ageBand = chunks.Column<ushort>(4);
                var sex = chunks.Column<ushort>(5);
                var way = chunks.Column<ushort>(6);
                var payer = chunks.Column<ushort>(7);
                for (var i = 0; i < chunks.Rows; i++)
                {
                    (counts.Month[at + i], counts.AgeBand[at + i]) = ((byte)month[i], (byte)ageBand[i]);
                    (counts.Sex[at + i], counts.Way[at + i], counts.Payer[at + i]) = ((Sex)sex[i], (ContactWay)way[i], (ContactPayer)payer[i]);
                }

                chunks.Column<int>(8).CopyTo(counts.Contacts.AsSpan(at));
            }
        }

        CareZone.Execute(duck, "DROP TABLE counted");
        return counts;
    }

    private static ListedCounts Listed(DuckDBConnection duck, int year)
    {
        string[] providers = ContactFiles.Codes(duck, "provider"), municipalities = ContactFiles.Codes(duck, "municipality"), ageBands = ContactFiles.Codes(duck, "age_band");
        var days = string.Join(',', Enumerable.Range(1, 12).Select(m => string.Create(CultureInfo.InvariantCulture, $"({m}::USMALLINT, last_day(DATE '{year}-{m:00}-01'))")));
        CareZone.Execute(duck, $"""
            CREATE OR REPLACE TEMP TABLE counted AS
            SELECT month, {ContactFiles.CodeOf("provider", providers)} AS provider, {ContactFiles.CodeOf("municipality", municipalities)} AS home, {ContactFiles.CodeOf("age_band", ageBands)} AS age_band,
                   {WordOf<Sex>("sex")} AS sex, count(*)::INTEGER AS persons
            FROM told JOIN (VALUES {days}) months(month, day) ON from_day <= day AND to_day >= day GROUP BY ALL ORDER BY ALL
            """.Replace("ENUM()", "ENUM('')", StringComparison.Ordinal));
        var rows = Rows(duck);
        var counts = new ListedCounts
        {
            Month = new byte[rows],
            Provider = new ushort[rows],
            Home = new ushort[rows],
            AgeBand = new byte[rows],
            Sex = new Sex[rows],
            Persons = new int[rows],
            Providers = providers,
            Municipalities = municipalities,
            AgeBands = ageBands,
        };
        using (var chunks = new CareChunks(duck, "SELECT * FROM counted"))
        {
            for (var at = 0; chunks.Next(); at += chunks.Rows)
            {
                var month = chunks.Column<ushort>(0);
                var ageBand = chunks.Column<ushort>(3);
                var sex = chunks.Column<ushort>(4);
                chunks.Column<ushort>(1).CopyTo(counts.Provider.AsSpan(at));
                chunks.Column<ushort>(2).CopyTo(counts.Home.AsSpan(at));
                for (var i = 0; i < chunks.Rows; i++)
                    (counts.Month[at + i], counts.AgeBand[at + i], counts.Sex[at + i]) = ((byte)month[i], (byte)ageBand[i], (Sex)sex[i]);
                chunks.Column<int>(5).CopyTo(counts.Persons.AsSpan(at));
            }
        }

        CareZone.Execute(duck, "DROP TABLE counted");
        return counts;
    }

    /// <summary>Persons behind each cell of a table, totals too: first each person's contacts by innermost codes, then up through what the codes are parts of.</summary>
    /// <remarks>A cell of very many contacts is not counted person by person: as nobody has more than so many, it must be of many, and that bound is told. What is a part of no small cell is then passed over, which is nearly all.</remarks>
    private static PatientCounts Patients(DuckDBConnection duck, CareTablePlan plan, CareAxes axes, CareSums sums, int most)
    {
        var contacts = CareTables.Of(CareMeasure.Contacts, sums, axes)[CareTablePlan.Of(CareMeasure.Contacts).ToList().IndexOf(plan)].Contents();
        var (persons, largest) = (new int[contacts.Length], new int[contacts.Length]);
        for (var cell = 0; cell < contacts.Length; cell++)
            (persons[cell], largest[cell]) = contacts[cell] >= most * (long)SurelyMany ? ((int)(contacts[cell] / most), most) : (0, 0);
        var small = Enumerable.Range(0, contacts.Length).Where(cell => contacts[cell] > 0 && persons[cell] == 0).ToList();
        if (small.Count == 0)
            return new(plan.Name, persons, largest);

        var dimensions = plan.Axes.Select(a => axes[a]).ToList();
        var steps = new int[dimensions.Count];
        for (var (d, step) = (dimensions.Count - 1, 1); d >= 0; step *= dimensions[d].Codes.Count, d--)
            steps[d] = step;
        string Codes(int d, bool innermost) => string.Join(',', Up(plan.Axes[d], axes, sums.Contacts, innermost).Select(u => string.Create(CultureInfo.InvariantCulture, $"({u.Code},{u.Place * steps[d]})")));
        string Joined(bool innermost, Func<int, string> column) => string.Join(' ', plan.Axes.Select((_, d) => $"JOIN (VALUES {Codes(d, innermost)}) u{d}(code, place) ON {column(d)} = u{d}.code"));
        var place = string.Join(" + ", plan.Axes.Select((_, d) => $"u{d}.place"));
        CareZone.Execute(duck, $"CREATE OR REPLACE TEMP TABLE small AS SELECT unnest([{string.Join(',', small)}]) AS cell");
        using var command = duck.CreateCommand();
        command.CommandText = $"""
            WITH own AS (SELECT person, {string.Join(", ", plan.Axes.Select((axis, d) => $"{Column(axis)} AS c{d}"))}, count(*) AS contacts FROM told {Joined(true, d => Column(plan.Axes[d]))} WHERE {place} IN (FROM small) GROUP BY ALL),
                 every_cell AS (SELECT {place} AS cell, person, sum(contacts) AS contacts FROM own {Joined(false, d => $"c{d}")} WHERE {place} IN (FROM small) GROUP BY ALL)
            SELECT cell::INTEGER, count(*)::INTEGER, max(contacts)::INTEGER FROM every_cell GROUP BY cell
            """;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            (persons[reader.GetInt32(0)], largest[reader.GetInt32(0)]) = (reader.GetInt32(1), reader.GetInt32(2));
        return new(plan.Name, persons, largest);
    }

    /// <summary>The contacts of the person who has the most of them in the year, at least one.</summary>
    private static int MostOfOnePerson(DuckDBConnection duck)
    {
        using var command = duck.CreateCommand();
        command.CommandText = "SELECT coalesce(max(contacts), 1)::INTEGER FROM (SELECT count(*) AS contacts FROM told GROUP BY person)";
        return (int)command.ExecuteScalar()!;
    }

    private static string Column(CareAxis axis) => axis switch
    {
        CareAxis.Month => "month(date)",
        CareAxis.Provider => "provider",
        CareAxis.Home => "municipality",
        CareAxis.AgeBand => "age_band",
        CareAxis.Sex => "sex",
        _ => "type",
    };

    /// <summary>Each code as the zone has it, with every place that it counts at, or the innermost alone.</summary>
    private static IEnumerable<(string Code, int Place)> Up(CareAxis axis, CareAxes axes, ContactCounts counts, bool innermostOnly)
    {
        IEnumerable<(string Code, int Place)> codes = axis switch
        {
            CareAxis.Month => Enumerable.Range(1, 12).Select(m => (m.ToString(CultureInfo.InvariantCulture), m)),
            CareAxis.Sex => new[] { Sex.Women, Sex.Men }.Select(s => (CareZone.Quoted(KeyWord.Of(s)), axes[axis].PlaceOf(CareAxes.SexCode(s)))),
            _ => (axis switch { CareAxis.Provider => counts.Providers, CareAxis.Home => counts.Municipalities, CareAxis.AgeBand => counts.AgeBands, _ => counts.Types })
                .Select(code => (CareZone.Quoted(code), axes.PlaceOf(axis, code))),
        };
        foreach (var (code, innermost) in codes)
        {
            for (var place = innermost; place >= 0; place = innermostOnly ? -1 : axes[axis].Above[place])
                yield return (code, place);
        }
    }

    private static string WordOf<T>(string column)
        where T : struct, Enum => ContactFiles.CodeOf(column, [.. Enum.GetValues<T>().Select(v => KeyWord.Of(v))]);

    private static int Rows(DuckDBConnection duck)
    {
        using var command = duck.CreateCommand();
        command.CommandText = "SELECT count(*) FROM counted";
        return checked((int)(long)command.ExecuteScalar()!);
    }
}
