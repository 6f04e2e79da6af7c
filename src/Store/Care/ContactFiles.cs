using System.Globalization;
using DuckDB.NET.Data;
using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.Store.Care;

/// <summary>The files of care contacts: Parquet in the zone of care, sorted by day and contact.</summary>
/// <remarks>Columns are documented in docs/format/contacts.md and cannot be undone.</remarks>
public sealed class ContactFiles
{
    private static readonly string[] s_sexes = [.. Enum.GetValues<Sex>().Select(v => KeyWord.Of(v))];
    private static readonly string[] s_ways = [.. Enum.GetValues<ContactWay>().Select(v => KeyWord.Of(v))];
    private static readonly string[] s_payers = [.. Enum.GetValues<ContactPayer>().Select(v => KeyWord.Of(v))];

    private readonly CareZone _zone;

    internal ContactFiles(CareZone zone) => _zone = zone;

    /// <summary>Begins to write the contacts of one source.</summary>
    public ContactWriting Write() => new(_zone);

    /// <summary>Rows and fees of a file as they add up now.</summary>
    public (long Rows, long FeeOre) ControlSums(string rowsFile)
    {
        using var duck = _zone.Connection();
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT count(*), coalesce(sum(fee_ore), 0)::BIGINT FROM read_parquet({CareZone.Quoted(_zone.PathOf(rowsFile))})";
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>The contacts of some days as they are known by some batches: of a contact told more than once the latest counts, and one withdrawn for nothing.</summary>
    /// <param name="batches">Batches of contacts in the order they became known; those whose rows have been culled count for nothing.</param>
    public CareContacts Read(IReadOnlyList<FactBatch> batches, DateOnly from, DateOnly to)
    {
        using var duck = _zone.Connection();
        Gather(duck, _zone.Kept(batches, FactKind.Contacts), from, to);
        string[] providers = Codes(duck, "provider"), types = Codes(duck, "type"), groups = Codes(duck, "contact_group"), municipalities = Codes(duck, "municipality"), ageBands = Codes(duck, "age_band");
        var contacts = Columns(duck, checked((int)Count(duck)), "true", providers, types, groups, municipalities, ageBands);
        CareZone.Execute(duck, "DROP TABLE told");
        return contacts;
    }

    /// <summary>The same part by part, all contacts of a person in one part, so that no more than a part lies in memory at a time.</summary>
    /// <param name="most">About how many contacts a part may have.</param>
    /// <returns>At least one part; all have the same lists of codes.</returns>
    public IEnumerable<CareContacts> ReadParts(IReadOnlyList<FactBatch> batches, DateOnly from, DateOnly to, int most)
    {
        using var duck = _zone.Connection();
        Gather(duck, _zone.Kept(batches, FactKind.Contacts), from, to);
        string[] providers = Codes(duck, "provider"), types = Codes(duck, "type"), groups = Codes(duck, "contact_group"), municipalities = Codes(duck, "municipality"), ageBands = Codes(duck, "age_band");
        var parts = (int)Math.Max(1, (Count(duck) + most - 1L) / most);
        for (var part = 0; part < parts; part++)
        {
            var within = string.Create(CultureInfo.InvariantCulture, $"hash(person) % {parts} = {part}");
            yield return Columns(duck, (int)Count(duck, within), within, providers, types, groups, municipalities, ageBands);
        }

        CareZone.Execute(duck, "DROP TABLE told");
    }

    /// <summary>Lays the rows of the days in a table of their own, without those that a later batch tells otherwise.</summary>
    internal void Gather(DuckDBConnection duck, List<FactBatch> files, DateOnly from, DateOnly to)
    {
        const string none = """
            SELECT 0::INTEGER AS batch, 0::UBIGINT AS contact, 0::UBIGINT AS person, DATE '2000-01-01' AS date, '' AS provider, '' AS type, '' AS contact_group, '' AS municipality, '' AS age_band,
                   '' AS sex, '' AS way, '' AS payer, 0::UBIGINT AS referral, 0::INTEGER AS fee_ore, false AS withdrawn WHERE false
            """;
        var within = files.Select((b, i) => (Batch: b, At: i)).Where(b => b.Batch.Period.From.FirstDay <= to && b.Batch.Period.To.LastDay >= from)
            .Select(b => $"SELECT {b.At} AS batch, * FROM read_parquet({CareZone.Quoted(_zone.PathOf(b.Batch.RowsFile!))}) WHERE date BETWEEN DATE '{from:yyyy-MM-dd}' AND DATE '{to:yyyy-MM-dd}'");
        CareZone.Execute(duck, $"CREATE OR REPLACE TEMP TABLE told AS {string.Join(" UNION ALL ", within.Prepend(none))}");
        if (files.Count > 1)
        {
            // A correction may have moved the contact to another month, so every later file is asked, by its column of contacts alone.
            var later = files.Skip(1).Select((b, i) => $"SELECT {i + 1} AS batch, contact FROM read_parquet({CareZone.Quoted(_zone.PathOf(b.RowsFile!))})");
            CareZone.Execute(duck, $"""
                CREATE OR REPLACE TEMP TABLE latest AS SELECT contact, max(batch) AS batch FROM ({string.Join(" UNION ALL ", later)}) WHERE contact IN (SELECT contact FROM told) GROUP BY contact;
                DELETE FROM told USING latest WHERE told.contact = latest.contact AND told.batch < latest.batch;
                DROP TABLE latest;
                """);
        }

        CareZone.Execute(duck, "DELETE FROM told WHERE withdrawn");
    }

    private static CareContacts Columns(DuckDBConnection duck, int rows, string within, string[] providers, string[] types, string[] groups, string[] municipalities, string[] ageBands)
    {
        var contacts = new CareContacts
        {
            Contact = new ulong[rows],
            Person = new ulong[rows],
            Day = new int[rows],
            Provider = new ushort[rows],
            Type = new ushort[rows],
            Group = new ushort[rows],
            Home = new ushort[rows],
            AgeBand = new byte[rows],
            Sex = new Sex[rows],
            Way = new ContactWay[rows],
            Payer = new ContactPayer[rows],
            Referral = new ulong[rows],
            Fee = new int[rows],
            Providers = providers,
            Types = types,
            Groups = groups,
            Municipalities = municipalities,
            AgeBands = ageBands,
        };
        if (rows == 0)
            return contacts;
        using var chunks = new CareChunks(duck, $"""
            SELECT contact, person, (date - DATE '0001-01-01')::INTEGER, {CodeOf("provider", providers)}, {CodeOf("type", types)}, {CodeOf("contact_group", groups)}, {CodeOf("municipality", municipalities)},
                   {CodeOf("age_band", ageBands)}, {CodeOf("sex", s_sexes)}, {CodeOf("way", s_ways)}, {CodeOf("payer", s_payers)}, referral, fee_ore
            FROM told WHERE {within}
            """);
        for (var at = 0; chunks.Next(); at += chunks.Rows)
        {
            chunks.Column<ulong>(0).CopyTo(contacts.Contact.AsSpan(at));
            chunks.Column<ulong>(1).CopyTo(contacts.Person.AsSpan(at));
            chunks.Column<int>(2).CopyTo(contacts.Day.AsSpan(at));
            chunks.Column<ushort>(3).CopyTo(contacts.Provider.AsSpan(at));
            chunks.Column<ushort>(4).CopyTo(contacts.Type.AsSpan(at));
            chunks.Column<ushort>(5).CopyTo(contacts.Group.AsSpan(at));
            chunks.Column<ushort>(6).CopyTo(contacts.Home.AsSpan(at));
            var ageBand = chunks.Column<ushort>(7);
            var sex = chunks.Column<ushort>(8);
            var way = chunks.Column<ushort>(9);
            var payer = chunks.Column<ushort>(10);
            for (var i = 0; i < chunks.Rows; i++)
            {
                contacts.AgeBand[at + i] = (byte)ageBand[i];
                contacts.Sex[at + i] = (Sex)sex[i];
                contacts.Way[at + i] = (ContactWay)way[i];
                contacts.Payer[at + i] = (ContactPayer)payer[i];
            }

            chunks.Column<ulong>(11).CopyTo(contacts.Referral.AsSpan(at));
            chunks.Column<int>(12).CopyTo(contacts.Fee.AsSpan(at));
        }

        return contacts;
    }

    internal static string CodeOf(string column, string[] codes) => $"enum_code({column}::ENUM({string.Join(',', codes.Select(CareZone.Quoted))}))::USMALLINT";

    internal static string[] Codes(DuckDBConnection duck, string column)
    {
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT DISTINCT {column} FROM told ORDER BY 1";
        using var reader = command.ExecuteReader();
        var codes = new List<string>();
        while (reader.Read())
            codes.Add(reader.GetString(0));
        return [.. codes];
    }

    internal static long Count(DuckDBConnection duck, string within = "true")
    {
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM told WHERE {within}";
        return (long)command.ExecuteScalar()!;
    }
}
