using Styrkedja.Bench.Ledgers;

namespace Styrkedja.Bench.Peers;

/// <summary>The follow-up as a hand-written query: rows summed to cells, placed in the tree, internal amounts booked at the lowest common node, both added up the tree, budget beside.</summary>
/// <remarks>The tree is a table of every node with every node above it, and the lowest common nodes are a table too; both are made beforehand, as a data
/// warehouse would have them. The answer is kept as a table, so that no time goes to handing it over.</remarks>
public static class FollowUpSql
{
    /// <summary>The dimension tables in SQL that DuckDB, PostgreSQL and SQLite all read.</summary>
    public static IEnumerable<string> Dimensions(BenchRegion region)
    {
        yield return "CREATE TABLE centre (code VARCHAR(16), node INTEGER)";
        yield return "CREATE TABLE chart (code VARCHAR(16), grp INTEGER)";
        yield return "CREATE TABLE other_side (code VARCHAR(16), node INTEGER)";
        yield return "CREATE TABLE above (node INTEGER, over_node INTEGER)";
        yield return "CREATE TABLE common (node INTEGER, side INTEGER, lowest INTEGER)";
        yield return "CREATE TABLE budget (node INTEGER, grp INTEGER, month INTEGER, ore BIGINT)";
        var centres = Enumerable.Range(region.FirstCostCentre, region.CostCentres).ToList();
        foreach (var insert in Inserts("centre", centres.Select(node => $"('{region.NodeIds[node]}',{node})"))
            .Concat(Inserts("chart", region.AccountCodes.Select((code, a) => $"('{code}',{BenchRegion.GroupOf(a)})")))
            .Concat(Inserts("other_side", Enumerable.Range(0, region.InternalCounterparties).Select(c => $"('{region.CounterpartyCodes[c]}',{region.SideOf(c)})")))
            .Concat(Inserts("above", Enumerable.Range(0, region.Nodes).SelectMany(node => Up(region, node).Select(over => $"({node},{over})"))))
            .Concat(Inserts("common", centres.SelectMany(node => Enumerable.Range(0, region.InternalCounterparties).Select(region.SideOf).Select(side => $"({node},{side},{region.LowestCommon(node, side)})"))))
            .Concat(Inserts("budget", region.Budget().SelectMany(b => Enumerable.Range(0, 12).Select(month => $"({b.Node},{b.Group},{month},{b.Kronor * 100 / 12})")))))
        {
            yield return insert;
        }
    }

    /// <summary>The query, over rows read from anything that has the columns of the store.</summary>
    /// <param name="month">The month of a row, from zero, in the engine's own words.</param>
    public static string Query(string rows, string month) => $"""
        CREATE TEMPORARY TABLE answer AS
        WITH cell AS (
            SELECT cost_centre, account, counterparty, {month} AS month, sum(ore) AS ore FROM {rows} GROUP BY 1, 2, 3, 4),
        placed AS (
            SELECT centre.node AS node, other_side.node AS side, grp, month, sum(ore) AS ore
            FROM cell JOIN centre ON centre.code = cell.cost_centre JOIN chart ON chart.code = cell.account LEFT JOIN other_side ON other_side.code = cell.counterparty
            GROUP BY 1, 2, 3, 4),
        own AS (SELECT node, grp, month, sum(ore) AS ore FROM placed GROUP BY 1, 2, 3),
        inside AS (
            SELECT lowest AS node, grp, month, sum(ore) AS ore FROM placed JOIN common ON common.node = placed.node AND common.side = placed.side GROUP BY 1, 2, 3),
        booked AS (
            SELECT node, grp, month, ore, 0 AS internal, 0 AS budget FROM own
            UNION ALL SELECT node, grp, month, 0, ore, 0 FROM inside
            UNION ALL SELECT node, grp, month, 0, 0, ore FROM budget)
        SELECT over_node AS node, grp, month, sum(ore) AS ore, sum(internal) AS internal, sum(budget) AS budget
        FROM booked JOIN above ON above.node = booked.node GROUP BY 1, 2, 3
        """;

    private static IEnumerable<int> Up(BenchRegion region, int node)
    {
        for (; node >= 0; node = region.Parents[node])
            yield return node;
    }

    private static IEnumerable<string> Inserts(string table, IEnumerable<string> rows) =>
        rows.Chunk(5_000).Select(chunk => $"INSERT INTO {table} VALUES {string.Join(',', chunk)}");
}
