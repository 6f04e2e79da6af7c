using DuckDB.NET.Data;
using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.Store.Care;

/// <summary>The files of listings: Parquet in the zone of care, sorted by person and first day.</summary>
/// <remarks>Their columns are read for ever, as docs/format/contacts.md tells them.</remarks>
public sealed class ListingFiles
{
    private const string Ever = "DATE '9999-12-31'";

    private readonly CareZone _zone;

    internal ListingFiles(CareZone zone) => _zone = zone;

    /// <summary>Begins to write the listings of one source.</summary>
    public ListingWriting Write() => new(_zone);

    /// <summary>How many rows a file has, and the sum of their weights (ACG and CNI) in ten-thousandths.</summary>
    public (long Rows, long Weights) ControlSums(string rowsFile)
    {
        using var duck = _zone.Connection();
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT count(*), coalesce(sum(acg) + sum(cni), 0)::BIGINT FROM read_parquet({CareZone.Quoted(_zone.PathOf(rowsFile))})";
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>The listings that hold on some of the days, as they are known by some batches: of the same person and first day the latest told counts, and a person's listing ends
    /// before the next begins.</summary>
    /// <param name="batches">Batches of listings in the order they became known; those whose rows have been culled count for nothing.</param>
    public Listings Read(IReadOnlyList<FactBatch> batches, DateOnly from, DateOnly to)
    {
        using var duck = _zone.Connection();
        Gather(duck, _zone.Kept(batches, FactKind.Listings), from, to);
        string[] providers = ContactFiles.Codes(duck, "provider"), municipalities = ContactFiles.Codes(duck, "municipality"), ageBands = ContactFiles.Codes(duck, "age_band");
        var listings = Columns(duck, checked((int)ContactFiles.Count(duck)), providers, municipalities, ageBands);
        CareZone.Execute(duck, "DROP TABLE told");
        return listings;
    }

    internal void Gather(DuckDBConnection duck, List<FactBatch> files, DateOnly from, DateOnly to)
    {
        const string none = """
            SELECT 0::INTEGER AS batch, 0::UBIGINT AS person, DATE '2000-01-01' AS from_day, DATE '2000-01-01' AS to_day, '' AS provider, '' AS municipality, '' AS age_band, '' AS sex,
                   0::INTEGER AS acg, 0::INTEGER AS cni, false AS withdrawn WHERE false
            """;
        var all = files.Select((b, i) => $"SELECT {i} AS batch, * FROM read_parquet({CareZone.Quoted(_zone.PathOf(b.RowsFile!))})");
        CareZone.Execute(duck, $"""
            CREATE OR REPLACE TEMP TABLE told AS
            WITH every_row AS ({string.Join(" UNION ALL ", all.Prepend(none))}),
                 latest AS (SELECT * FROM every_row QUALIFY row_number() OVER (PARTITION BY person, from_day ORDER BY batch DESC) = 1),
                 ended AS (SELECT * REPLACE (least(to_day, coalesce(lead(from_day) OVER (PARTITION BY person ORDER BY from_day) - 1, {Ever})) AS to_day) FROM latest WHERE NOT withdrawn)
            SELECT * FROM ended WHERE from_day <= DATE '{to:yyyy-MM-dd}' AND to_day >= DATE '{from:yyyy-MM-dd}'
            """);
    }

    private static Listings Columns(DuckDBConnection duck, int rows, string[] providers, string[] municipalities, string[] ageBands)
    {
        var listings = new Listings
        {
            Person = new ulong[rows],
            From = new int[rows],
            To = new int[rows],
            Provider = new ushort[rows],
            Home = new ushort[rows],
            AgeBand = new byte[rows],
            Sex = new Sex[rows],
            Acg = new int[rows],
            Cni = new int[rows],
            Providers = providers,
            Municipalities = municipalities,
            AgeBands = ageBands,
        };
        if (rows == 0)
            return listings;
        using var chunks = new CareChunks(duck, $"""
            SELECT person, (from_day - DATE '0001-01-01')::INTEGER, CASE WHEN to_day = {Ever} THEN {int.MaxValue} ELSE (to_day - DATE '0001-01-01')::INTEGER END,
                   {ContactFiles.CodeOf("provider", providers)}, {ContactFiles.CodeOf("municipality", municipalities)}, {ContactFiles.CodeOf("age_band", ageBands)},
                   {ContactFiles.CodeOf("sex", [.. Enum.GetValues<Sex>().Select(v => KeyWord.Of(v))])}, acg, cni
            FROM told
            """);
        for (var at = 0; chunks.Next(); at += chunks.Rows)
        {
            chunks.Column<ulong>(0).CopyTo(listings.Person.AsSpan(at));
            chunks.Column<int>(1).CopyTo(listings.From.AsSpan(at));
            chunks.Column<int>(2).CopyTo(listings.To.AsSpan(at));
            chunks.Column<ushort>(3).CopyTo(listings.Provider.AsSpan(at));
            chunks.Column<ushort>(4).CopyTo(listings.Home.AsSpan(at));
            var ageBand = chunks.Column<ushort>(5);
            var sex = chunks.Column<ushort>(6);
            for (var i = 0; i < chunks.Rows; i++)
            {
                listings.AgeBand[at + i] = (byte)ageBand[i];
                listings.Sex[at + i] = (Sex)sex[i];
            }

            chunks.Column<int>(7).CopyTo(listings.Acg.AsSpan(at));
            chunks.Column<int>(8).CopyTo(listings.Cni.AsSpan(at));
        }

        return listings;
    }
}
