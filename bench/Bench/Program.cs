using System.Globalization;
using Styrkedja.Bench.Jobs;
using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Measuring;

Dictionary<string, Func<Workshop, IEnumerable<Outcome>>> jobs = new(StringComparer.Ordinal)
{
    ["sie-parse"] = SieParse.Run,
    ["import"] = ImportJob.Run,
    ["text-to-report"] = TextToReport.Run,
    ["follow-up"] = FollowUpJob.Run,
    ["follow-up-after-voucher"] = FollowUpAfterVoucher.Run,
    ["drill"] = DrillJob.Run,
    ["journal-append"] = JournalAppend.Run,
    ["journal-replay"] = JournalReplay.Run,
    ["known-at"] = KnownAtJob.Run,
    ["page"] = PageJob.Run,
    ["budget-grid"] = BudgetGridJob.Run,
    ["search"] = SearchJob.Run,
    ["kolada"] = KoladaJob.Run,
    ["report"] = ReportJob.Run,
    ["settle"] = SettleJob.Run,
    ["settle-growth"] = SettleGrowthJob.Run,
    ["disclosure"] = _ => DisclosureJob.Run(),
    ["start"] = StartJob.Run,
    ["scale"] = ScaleJob.Run,
};

// What the jobs start in processes of their own.
if (args is ["inner", var inner, .. var rest])
{
    return inner switch
    {
        "sie-parse" => SieParse.Inner(rest[0]),
        "report" => TextToReport.Inner(rest[0], rest[1]),
        "host" => Hosting.Region(rest[0], rest[1]),
        "empty" => Hosting.Empty(rest[0]),
        "settle-growth" => SettleGrowthJob.Inner(int.Parse(rest[0], CultureInfo.InvariantCulture)),
        "scale" => ScaleJob.Inner(rest[0], long.Parse(rest[1], CultureInfo.InvariantCulture), rest[2..]),
        _ => Usage(),
    };
}

var (root, folder, scale, full, write, asked) = ("", "", 1.0, false, true, new List<string>());
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--root":
            root = Path.GetFullPath(args[++i]);
            break;
        case "--data":
            folder = Path.GetFullPath(args[++i]);
            break;
        case "--scale":
            scale = double.Parse(args[++i], CultureInfo.InvariantCulture);
            break;
        case "--full":
            full = true;
            break;
        case "--no-table":
            write = false;
            break;
        case "make":
            return Make.Run(args[(i + 1)..]);
        default:
            asked.Add(args[i]);
            break;
    }
}

if (root.Length == 0 || asked.Exists(job => !jobs.ContainsKey(job)))
    return Usage();
var workshop = new Workshop(root, folder.Length > 0 ? folder : Path.Combine(root, "artifacts", "bench"), scale, full);
workshop.Sweep();
var (outcomes, failed) = (new List<Outcome>(), 0);
foreach (var job in asked.Count > 0 ? asked : [.. jobs.Keys])
{
    try
    {
        foreach (var outcome in jobs[job](workshop))
        {
            Console.Out.WriteLine(outcome.Line());
            outcomes.Add(outcome);
        }
    }
    catch (Exception e) when (e is InvalidOperationException or IOException or DuckDB.NET.Data.DuckDBException)
    {
        Console.Error.WriteLine($"{job}: {e.Message}");
        failed++;
    }
}

workshop.Sweep();
if (write && outcomes.Count > 0)
    ResultTable.Write(Path.Combine(root, "bench", "README.md"), outcomes, Environment.GetEnvironmentVariable("BENCH_COMMIT") ?? "unknown", string.Join(' ', args.Skip(2)));
return failed;

int Usage()
{
    Console.Error.WriteLine($"bench/run [JOB...] [--scale X] [--full] [--no-table] [--data DIR]\nbench/run make si|se|csv|journal|beancount|parquet ROWS PATH [SEED]\njobs: {string.Join(' ', jobs.Keys)}");
    return 2;
}
