using System.Text.Json.Nodes;
using Styrkedja.Bench.Measuring;

namespace Styrkedja.Bench.Jobs;

/// <summary>drill: the first 200 rows of random figures among 50 million, measured by a program of its own, bench/Drill.</summary>
/// <remarks>It makes a ledger of its own in the folder it is handed, and prints one line of JSON with ours and peer (95th percentiles, in milliseconds); rows that differ end it with an
/// error. Goal: at most 1.2 of DuckDB's own best query on sorted Parquet.</remarks>
public static class DrillJob
{
    private const int Figures = 200;

    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var built = Path.Combine(workshop.Root, "bench", "Drill", "bin", "Release");
        var program = Directory.Exists(built) ? Directory.EnumerateFiles(built, "Styrkedja.Drill.dll", SearchOption.AllDirectories).FirstOrDefault() : null;
        if (program is null)
        {
            Console.Error.WriteLine("drill: bench/Drill is not there, so there is nothing to measure it with.");
            yield break;
        }

        var millions = (int)Math.Max(2, workshop.Rows(50_000_000) / 1_000_000);
        var said = Child.Run("dotnet", program, Path.Combine(workshop.Folder, $"drill-{millions}"), $"{millions}", $"{Figures}");
        var line = JsonNode.Parse(said.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Last(l => l.StartsWith('{')))!;
        yield return new Outcome("drill", (double)line["ours"]! / 1000, "DuckDB, the best of four queries by hand", (double)line["peer"]! / 1000, null, "peer", 1.2, Figures,
                "every row of every figure, against all four",
                "rows are found by figure, not by query: signs, mapping of the day and right to see are applied")
            .With("rows", millions * 1_000_000L);
    }
}
