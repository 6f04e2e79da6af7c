using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Limits;
using Styrkedja.Care;

namespace Styrkedja.Bench.Peers;

/// <summary>The same settlement as SQL written by hand: prices by one whole-number key each, so that a database can look them up in dense tables.</summary>
public static class SettlementSql
{
    private const string Joined = """
        FROM contact c
        JOIN provider p ON p.provider = c.provider
        JOIN type_price t ON t.key = ((p.model * 2 + CASE WHEN c.day >= DATE '2017-07-01' THEN 1 ELSE 0 END) * 40 + c.type) * 20 + c.way * 5 + c.payer
        LEFT JOIN group_price g ON g.key = (p.model * 20 + c.way * 5 + c.payer) * 500 + c.grp
        """;

    /// <summary>Amounts, fees and contacts by agreement, month and component.</summary>
    public const string Sums = $"""
        CREATE TABLE answer AS SELECT p.provider, EXTRACT(month FROM c.day) AS month, CASE WHEN g.key IS NULL THEN t.component ELSE 2 END AS component,
            sum(COALESCE(g.ore, t.ore)) AS ore, sum(c.fee) AS fees, count(*) AS contacts
        {Joined} GROUP BY 1, 2, 3
        """;

    /// <summary>Listed residents and their points by agreement and month.</summary>
    public const string Points = """
        CREATE TABLE points AS SELECT l.provider, m.month, count(*) AS listed, sum(l.age * 50 + l.acg * 30 + l.cni * 20) AS points
        FROM listing l JOIN month m ON l.first <= m.day AND l.last >= m.day GROUP BY 1, 2
        """;

    /// <summary>Amount and component of each contact, in the order of the contacts.</summary>
    public const string EachContact = $"CREATE TABLE kept AS SELECT COALESCE(g.ore, t.ore) AS ore, CASE WHEN g.key IS NULL THEN t.component ELSE 2 END AS component {Joined}";

    public static IEnumerable<string> Dimensions(SettlementLoop prices)
    {
        yield return "CREATE TABLE provider (provider SMALLINT, model INTEGER)";
        yield return $"INSERT INTO provider VALUES {string.Join(", ", Enumerable.Range(0, BenchCare.Agreements).Select(i => $"({i}, {BenchCare.ModelOf(i)})"))}";
        yield return "CREATE TABLE type_price (key INTEGER, ore INTEGER, component SMALLINT)";
        yield return $"INSERT INTO type_price VALUES {string.Join(", ", prices.TypePrices.Select(p => $"({p.Key}, {p.Ore}, {p.Component})"))}";
        yield return "CREATE TABLE group_price (key INTEGER, ore INTEGER)";
        yield return $"INSERT INTO group_price VALUES {string.Join(", ", prices.GroupPrices.Select(p => $"({p.Key}, {p.Ore})"))}";
        yield return "CREATE TABLE month (month INTEGER, day DATE)";
        yield return $"INSERT INTO month VALUES {string.Join(", ", Enumerable.Range(1, 12).Select(m => $"({m}, DATE '2017-{m:00}-01')"))}";
    }

    public const string ContactTable = "CREATE TABLE contact (day DATE, provider SMALLINT, type SMALLINT, grp SMALLINT, way SMALLINT, payer SMALLINT, fee INTEGER)";

    public const string ListingTable = "CREATE TABLE listing (provider SMALLINT, first DATE, last DATE, age INTEGER, acg INTEGER, cni INTEGER)";

    /// <summary>Fills DuckDB with the same contacts and listings.</summary>
    public static void Load(Duck duck, CareContacts contacts, Listings listings)
    {
        duck.Execute(ContactTable);
        using (var appender = duck.Appender("contact"))
        {
            for (var i = 0; i < contacts.Count; i++)
            {
                appender.CreateRow().AppendValue(DateOnly.FromDayNumber(contacts.Day[i])).AppendValue((short)contacts.Provider[i]).AppendValue((short)contacts.Type[i]).AppendValue((short)contacts.Group[i])
                    .AppendValue((short)contacts.Way[i]).AppendValue((short)contacts.Payer[i]).AppendValue(contacts.Fee[i]).EndRow();
            }
        }

        duck.Execute(ListingTable);
        int[] ages = [11_000, 7_000, 18_000];
        using var listed = duck.Appender("listing");
        for (var i = 0; i < listings.Count; i++)
        {
            listed.CreateRow().AppendValue((short)listings.Provider[i]).AppendValue(DateOnly.FromDayNumber(listings.From[i])).AppendValue(listings.To[i] == int.MaxValue ? new DateOnly(9999, 12, 31) : DateOnly.FromDayNumber(listings.To[i]))
                .AppendValue(ages[listings.AgeBand[i]]).AppendValue(listings.Acg[i]).AppendValue(listings.Cni[i]).EndRow();
        }
    }
}
