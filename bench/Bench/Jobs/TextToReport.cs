using System.Globalization;
using System.Text;
using Styrkedja.App.Archive;
using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Measuring;
using Styrkedja.Bench.Product;
using Styrkedja.FollowUp;

namespace Styrkedja.Bench.Jobs;

/// <summary>text-to-report: a whole process, from a ledger as text to a report of outcome and budget by month over a tree with 300 leaves.</summary>
/// <remarks>Goals: 8, 40 and 100 times faster than hledger at ten thousand, a hundred thousand and a million transactions, in a twentieth of its memory.
/// Ours takes the file into a region on disk first; the peers keep nothing.</remarks>
public static class TextToReport
{
    private static readonly BenchRegion s_region = new(unitsPerBody: 3, costCentres: 300, balanceOnCostCentre: false);

    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        yield return Of(workshop, "10k", 10_000, 1 / 8.0, Medians.Runs, beancount: true);
        yield return Of(workshop, "100k", 100_000, 1 / 40.0, workshop.Full ? Medians.Runs : 3, beancount: false);
        if (workshop.Full)
            yield return Of(workshop, "1m", 1_000_000, 1 / 100.0, 1, beancount: false);
    }

    private static Outcome Of(Workshop workshop, string size, long transactions, double goal, int runs, bool beancount)
    {
        // Two rows each and a line between: four lines of text a transaction.
        var rows = 2 * workshop.Rows(transactions);
        var (sie, journal) = (workshop.Text(s_region, rows, 2, "si"), workshop.Text(s_region, rows, 2, "journal"));
        var decided = workshop.Stored(s_region, 0);
        Child? ours = null, hledger = null, ledger = null;

        var copy = workshop.Copy(decided);
        var report = Reported(Child.Ours("inner", "report", copy, sie).Out);
        Workshop.Remove(copy);
        var compared = SameAsHledger(report, journal) + SameAsLedger(report, journal);

        var times = Medians.InTurn(
            runs,
            () =>
            {
                var folder = workshop.Copy(decided);
                ours = Child.Ours("inner", "report", folder, sie);
                Workshop.Remove(folder);
                return ours.Seconds;
            },
            () => (hledger = Child.Run("hledger", "-f", journal, "balance", "--budget", "-M", "--tree", "^region")).Seconds,
            () => (ledger = Child.Run("ledger", "-f", journal, "--monthly", "--format", LedgerFormat, "register", "^region")).Seconds);
        var outcome = new Outcome($"text-to-report-{size}", times[0], "hledger balance --budget -M --tree", times[1], null, "peer", goal, runs,
                $"{compared} sums: every node and month against hledger, outcome and budget; every leaf and month against ledger",
                "the file is on disk, checked against decisions and named in the journal before it is reported")
            .Must("peak memory, of hledger's", ours!.PeakBytes / (double)hledger!.PeakBytes, 0.05)
            .With("transactions", rows / 2).With("ledger", Outcome.Rounded(times[2])).With("peakBytes", ours.PeakBytes).With("peakBytesHledger", hledger.PeakBytes).With("peakBytesLedger", ledger!.PeakBytes);
        if (beancount && Child.Has("bean-query"))
        {
            var text = workshop.Text(s_region, rows, 2, "beancount");
            outcome.With("beancount", Outcome.Rounded(Child.Run("bean-query", text, "SELECT account, year, month, sum(position) WHERE account ~ '^Expenses' GROUP BY account, year, month").Seconds));
        }

        return outcome;
    }

    /// <summary>Takes a file into the region of a folder and prints the report: path, and for each month outcome and budget in öre, cost positive.</summary>
    public static int Inner(string folder, string sie)
    {
        using var archive = RegionArchive.Open(folder);
        OurRegion.Import(archive, sie);
        var view = OurRegion.View(archive);
        var text = new StringBuilder();
        for (var node = 0; node < s_region.Nodes; node++)
        {
            text.Append(PlainTextJournal.Path(s_region, node, "region"));
            for (var month = 0; month < 12; month++)
            {
                text.Append(CultureInfo.InvariantCulture, $"\t{-OurRegion.Ore(view, Measure.Result, s_region.NodeIds[node], month)}");
                text.Append(CultureInfo.InvariantCulture, $"\t{-OurRegion.Ore(view, Measure.ResultBudget, s_region.NodeIds[node], month)}");
            }

            text.Append('\n');
        }

        Console.Out.Write(text);
        return 0;
    }

    private const string LedgerFormat = "%(format_date(date, \"%m\"))\t%(account)\t%(quantity(amount))\n";

    private static Dictionary<string, long[]> Reported(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
        .ToDictionary(fields => fields[0], fields => fields[1..].Select(long.Parse).ToArray(), StringComparer.Ordinal);

    private static int SameAsHledger(Dictionary<string, long[]> report, string journal)
    {
        var csv = Child.Run("hledger", "-f", journal, "balance", "--budget", "-M", "--tree", "--no-elide", "-E", "-O", "csv", "^region").Out;
        var compared = 0;
        // With --tree the name of an account in CSV is set in, one step a level; the way down is kept as it is walked.
        var way = new List<string>();
        foreach (var line in csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var fields = line.Trim('"').Split("\",\"");
            if (fields[0].StartsWith("Total", StringComparison.Ordinal))
                continue;
            var path = fields[0];
            if (!path.StartsWith("region", StringComparison.Ordinal) || !report.ContainsKey(path))
            {
                var name = path.TrimStart();
                var depth = (path.Length - name.Length) / 2;
                way = [.. way.Take(depth), name];
                path = string.Join(':', way);
            }
            else
            {
                way = [.. path.Split(':')];
            }

            for (var i = 0; i < 24; i++)
                Check.Equal($"hledger's {path}, column {i}", report[path][i], Ore(fields[1 + i]));
            compared += 24;
        }

        Check.Equal("nodes in hledger's report", compared / 24, report.Count);
        return compared;
    }

    private static int SameAsLedger(Dictionary<string, long[]> report, string journal)
    {
        var text = Child.Run("ledger", "-f", journal, "--monthly", "--format", LedgerFormat, "register", "^region").Out;
        var leaves = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToList();
        foreach (var leaf in leaves)
            Check.Equal($"ledger's {leaf[1]} in month {leaf[0]}", report[leaf[1]][2 * (int.Parse(leaf[0]) - 1)], Ore(leaf[2]));
        return leaves.Count;
    }

    private static long Ore(string kronor) => kronor.Length == 0 ? 0 : (long)(decimal.Parse(kronor.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 100);
}
