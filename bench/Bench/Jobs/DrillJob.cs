using System.Text.Json.Nodes;
using Styrkedja.Bench.Measuring;

namespace Styrkedja.Bench.Jobs;

/// <summary>drill: the first 200 rows of random figures among 50 million, measured by a program of its own, bench/Drill.</summary>
/// <remarks>It is handed the folder of a stored region and prints one line of JSON with ours, peer and peerName (95th percentiles, in seconds), runs and equal.
/// Goal: at most 1.2 of DuckDB's own best query on sorted Parquet.</remarks>
public static class DrillJob
{
    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var built = Path.Combine(workshop.Root, "bench", "Drill", "bin", "Release");
        var program = Directory.Exists(built) ? Directory.EnumerateFiles(built, "Styrkedja.Drill.dll", SearchOption.AllDirectories).FirstOrDefault() : null;
        if (program is null)
        {
            Console.Error.WriteLine("drill: bench/Drill is not there, so there is nothing to measure it with.");
            yield break;
        }

        var rows = workshop.Rows(50_000_000);
        var said = Child.Run("dotnet", program, workshop.Stored(Workshop.Region, rows));
        var line = JsonNode.Parse(said.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Last(l => l.StartsWith('{')))!;
        yield return new Outcome("drill", (double)line["ours"]!, (string)line["peerName"]!, (double)line["peer"]!, null, "peer", 1.2, (int)line["runs"]!, (string)line["equal"]!,
                "rows are found by figure, not by query: signs, mapping of the day and right to see are applied")
            .With("rows", rows);
    }
}
