using System.Diagnostics;
using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Limits;
using Styrkedja.Bench.Measuring;

namespace Styrkedja.Bench.Peers;

/// <summary>The same follow-up in the two row-keeping databases that Debian has, each loaded first; only the query is timed.</summary>
public static class Databases
{
    private const string Table = "CREATE TABLE row (cost_centre VARCHAR(16), account VARCHAR(16), counterparty VARCHAR(16), month INTEGER, ore BIGINT)";

    /// <summary>A cluster of its own in a temporary folder, two workers, analysed; the median of three.</summary>
    public static double PostgreSql(Workshop workshop, BenchRegion region, string parquet) => InPostgreSql(
        workshop,
        string.Join(";\n", FollowUpSql.Dimensions(region)) + $";\n{Table.Replace("TABLE row", "UNLOGGED TABLE \"row\"")};\n\\copy \"row\" from '{Rows(workshop, parquet)}' csv header\nANALYZE;\n",
        FollowUpSql.Query("\"row\"", "month"));

    /// <summary>Settlement of the contacts and listings that DuckDB holds.</summary>
    public static double SettledInPostgreSql(Workshop workshop, Duck duck, SettlementLoop prices)
    {
        var (contacts, listings) = (Path.Combine(workshop.Folder, "contacts.csv"), Path.Combine(workshop.Folder, "listings.csv"));
        duck.Execute($"COPY contact TO '{contacts}' (FORMAT csv, HEADER)");
        duck.Execute($"COPY listing TO '{listings}' (FORMAT csv, HEADER)");
        return InPostgreSql(
            workshop,
            string.Join(";\n", SettlementSql.Dimensions(prices)) + $";\n{SettlementSql.ContactTable.Replace("TABLE", "UNLOGGED TABLE")};\n{SettlementSql.ListingTable};\n\\copy contact from '{contacts}' csv header\n\\copy listing from '{listings}' csv header\nANALYZE;\n",
            $"DROP TABLE IF EXISTS answer, points; {SettlementSql.Sums}; {SettlementSql.Points}");
    }

    private static double InPostgreSql(Workshop workshop, string setUp, string query)
    {
        var folder = Directory.CreateTempSubdirectory("styrkedja-bench-").FullName;
        var bin = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";
        string[] As(params string[] arguments) => Environment.UserName == "root"
            ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "env", "HOME=/tmp", "LC_ALL=C.UTF-8", .. arguments]
            : ["env", "LC_ALL=C.UTF-8", .. arguments];
        if (Environment.UserName == "root")
            Run("chown", "nobody", folder);
        Run(As($"{bin}/initdb", "-D", $"{folder}/d", "-U", "bench", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"));
        Run(As($"{bin}/pg_ctl", "-D", $"{folder}/d", "-l", $"{folder}/log", "-w", "-o", $"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c shared_buffers=2GB -c work_mem=1GB", "start"));
        try
        {
            var script = Path.Combine(workshop.Folder, "pg.sql");
            File.WriteAllText(script, setUp);
            Run("psql", "-q", "-h", folder, "-U", "bench", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-f", script);
            return Medians.Of(Enumerable.Range(0, 3).Select(_ => Medians.Timed(() => Run("psql", "-q", "-h", folder, "-U", "bench", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-c", query))));
        }
        finally
        {
            Run(As($"{bin}/pg_ctl", "-D", $"{folder}/d", "-m", "immediate", "stop"));
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A file, queried by the shell of Debian; once, since it takes half a minute.</summary>
    public static double Sqlite(Workshop workshop, BenchRegion region, string parquet)
    {
        var csv = Rows(workshop, parquet);
        var file = Path.Combine(workshop.Folder, "follow-up.sqlite");
        File.Delete(file);
        var script = Path.Combine(workshop.Folder, "sqlite.sql");
        File.WriteAllText(script, "PRAGMA journal_mode=OFF;\nPRAGMA synchronous=OFF;\n" + string.Join(";\n", FollowUpSql.Dimensions(region))
            + $";\n{Table};\n.mode csv\n.import --skip 1 '{csv}' row\nCREATE INDEX above_node ON above(node);\nCREATE INDEX common_pair ON common(node, side);\nANALYZE;\n");
        Run("sqlite3", file, $".read {script}");
        var seconds = Medians.Timed(() => Run("sqlite3", file, "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-2000000; " + FollowUpSql.Query("row", "month") + ";"));
        File.Delete(file);
        return seconds;
    }

    private static string Rows(Workshop workshop, string parquet)
    {
        var csv = Path.Combine(workshop.Folder, "follow-up.csv");
        using var duck = new Duck();
        duck.Execute($"COPY (SELECT cost_centre, account, counterparty, month(date) - 1 AS month, ore FROM {parquet}) TO '{csv}' (FORMAT csv, HEADER)");
        return csv;
    }

    private static void Run(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        // A server that stays would hold the pipe open, so what it says is read beside, not to its end.
        process.StandardOutput.ReadToEndAsync();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command[0]}: {(error.Wait(1000) ? error.Result : "")}");
    }
}
