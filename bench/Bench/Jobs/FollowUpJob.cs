using Styrkedja.App.Archive;
using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Limits;
using Styrkedja.Bench.Measuring;
using Styrkedja.Bench.Peers;
using Styrkedja.Bench.Product;
using Styrkedja.FollowUp;

namespace Styrkedja.Bench.Jobs;

/// <summary>follow-up: ten million rows in the store to every node, group and month, with what is internal at each node and the budget beside.</summary>
/// <remarks>Goals: at most 0.15 of the hand-written DuckDB query over the same files, and at most twice the loop over columns in memory. Ours starts from a
/// region that is closed: opening it and reading what it keeps of its cells is counted.</remarks>
public static class FollowUpJob
{
    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var rows = workshop.Rows(10_000_000);
        var region = Workshop.Region;
        var folder = workshop.Stored(region, rows);
        var columns = Workshop.Columns(region, rows, 1_000_000);
        var loop = new FollowUpLoop(region);
        using var duck = new Duck();
        foreach (var sql in FollowUpSql.Dimensions(region))
            duck.Execute(sql);
        var parquet = $"read_parquet('{Path.Combine(folder, "facts", "*.parquet")}')";
        var query = FollowUpSql.Query(parquet, "month(date) - 1");

        loop.Run(columns);
        duck.Execute(query);
        var compared = SameAsDuck(loop, duck);
        using (var archive = RegionArchive.Open(folder))
            compared += Agreement.Of(OurRegion.View(archive), region, loop);

        var fromCells = new List<double>();
        var times = Medians.InTurn(
            Medians.Runs,
            () => Medians.Timed(() =>
            {
                using var archive = RegionArchive.Open(folder);
                OurRegion.View(archive);
            }),
            () =>
            {
                duck.Execute("DROP TABLE answer");
                return Medians.Timed(() => duck.Execute(query));
            },
            () => Medians.Timed(() => loop.Run(columns)),
            () => CellsHeld(folder));
        var outcome = new Outcome("follow-up", times[0], "DuckDB, query by hand", times[1], times[2], "peer", 0.15, Medians.Runs, $"{compared} sums against the loop's: every one of DuckDB's, and ours at every node",
                "any figure can be explained down to its decisions and rows, and any earlier moment asked for")
            .Must("of the loop over columns", times[0] / times[2], 2)
            .With("rows", rows).With("nodes", region.Nodes).With("oursCellsInMemory", Outcome.Rounded(times[3]));
        if (workshop.Full)
        {
            outcome.With("postgresql", Outcome.Rounded(Databases.PostgreSql(workshop, region, parquet)));
            outcome.With("sqlite", Outcome.Rounded(Databases.Sqlite(workshop, region, parquet)));
        }

        yield return outcome;
    }

    /// <summary>Another view of an archive that is open, so that cells are in memory already.</summary>
    private static double CellsHeld(string folder)
    {
        using var archive = RegionArchive.Open(folder);
        OurRegion.View(archive);
        var asOf = OurRegion.Year.To.LastDay.AddDays(-1);
        return Medians.Timed(() => archive.ViewAt(archive.Viewpoint(OurRegion.Year, asOf, null)));
    }

    private static long SameAsDuck(FollowUpLoop loop, Duck duck)
    {
        var compared = 0L;
        duck.Rows("SELECT node, grp, month, ore::BIGINT, internal::BIGINT, budget::BIGINT FROM answer", row =>
        {
            var at = loop.At(row.GetInt32(0), row.GetInt32(1), (int)row.GetInt64(2));
            Check.Equal($"DuckDB's {row.GetInt32(0)} {row.GetInt32(1)} {row.GetInt64(2)}", (row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)), (loop.Sums[at], loop.Internal[at], loop.Budget[at]));
            return compared += 3;
        });
        return compared;
    }
}

/// <summary>Whether a view of ours and a loop's tables say the same.</summary>
public static class Agreement
{
    /// <summary>Compares revenue, cost, result and budget of every node for the year, and by group and month for some; returns how many sums were compared.</summary>
    public static long Of(FollowUpView view, BenchRegion region, FollowUpLoop loop)
    {
        var compared = 0L;
        for (var node = 0; node < region.Nodes; node++)
        {
            var someNode = node < region.FirstUnit || node % 97 == 0;
            for (var month = -1; month < (someNode ? FollowUpLoop.Months : 0); month++)
            {
                Same(Measure.Result, node, month, null, g => !IsBalance(g), internals: false, budget: false);
                Same(Measure.Revenue, node, month, null, IsRevenue, internals: true, budget: false);
                Same(Measure.Cost, node, month, null, g => !IsBalance(g) && !IsRevenue(g), internals: true, budget: false);
                Same(Measure.ResultBudget, node, month, null, g => !IsBalance(g), internals: false, budget: true);
                for (var group = 2; someNode && group < BenchRegion.Groups.Length; group++)
                    Same(IsRevenue(group) ? Measure.Revenue : Measure.Cost, node, month, group, g => g == group, internals: true, budget: false);
            }
        }

        return compared;

        void Same(Measure measure, int node, int month, int? group, Func<int, bool> groups, bool internals, bool budget)
        {
            var sum = 0L;
            for (var g = 0; g < BenchRegion.Groups.Length; g++)
            {
                for (var m = month < 0 ? 0 : month; groups(g) && m <= (month < 0 ? FollowUpLoop.Months - 1 : month); m++)
                    sum += budget ? loop.Budget[loop.At(node, g, m)] : -loop.Sums[loop.At(node, g, m)] + (internals ? loop.Internal[loop.At(node, g, m)] : 0);
            }

            Check.Equal($"{measure} of {region.NodeIds[node]}, month {month}, group {group}",
                OurRegion.Ore(view, measure, region.NodeIds[node], month, group is { } one ? BenchRegion.Groups[one].Id : null), sum);
            compared++;
        }
    }

    private static bool IsBalance(int group) => BenchRegion.Groups[group].Line == "balance-sheet";

    private static bool IsRevenue(int group) => !IsBalance(group) && !BenchRegion.Groups[group].Line.EndsWith("costs", StringComparison.Ordinal) && BenchRegion.Groups[group].Line != "depreciation";
}
