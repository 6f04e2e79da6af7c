using System.Text.Json.Nodes;
using Styrkedja.App.Archive;
using Styrkedja.Bench.Measuring;
using Styrkedja.Bench.Product;

namespace Styrkedja.Bench.Jobs;

/// <summary>scale: import, cells and drill at one, three, ten, thirty and a hundred million rows, in files of a million; the cost of a row must not grow.</summary>
/// <remarks>To ten million, and to a hundred with --full. Each size once in a process of its own; the curve is the figure. Goal: a row costs at most 1.1 of
/// what it costs at a million.</remarks>
public static class ScaleJob
{
    private const long RowsInFile = 1_000_000;
    private const int Figures = 30;

    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var curve = new JsonArray();
        var (first, last, firstCells, lastCells) = (0.0, 0.0, 0.0, 0.0);
        foreach (var millions in workshop.Full ? [1, 3, 10, 30, 100] : new[] { 1, 3, 10 })
        {
            var rows = workshop.Rows(millions * RowsInFile);
            var files = workshop.Files(Workshop.Region, rows, millions);
            var copy = workshop.Copy(workshop.Stored(Workshop.Region, 0));
            var child = Child.Ours(["inner", "scale", copy, $"{rows}", .. files]);
            var point = JsonNode.Parse(child.Out)!.AsObject();
            Workshop.Remove(copy);
            if (millions > 10)
                Directory.Delete(Path.GetDirectoryName(files[0])!, recursive: true);
            last = (double)point["import"]! / rows;
            lastCells = (double)point["cells"]! / rows;
            (first, firstCells) = first == 0 ? (last, lastCells) : (first, firstCells);
            point["importMicrosecondsPerRow"] = Outcome.Rounded(last * 1e6);
            point["peakBytes"] = child.PeakBytes;
            Console.Error.WriteLine($"scale: {point.ToJsonString()}");
            curve.Add((JsonNode)point);
        }

        yield return new Outcome("scale", last, "a row at a million rows", first, null, "peer", 1.1, 1, "the rows taken in, at each size, and the rows behind figures that are found",
                "each file is checked against all that is alive before it, so that no voucher stands twice")
            .Must("cells and view, a row of a row at a million rows", lastCells / firstCells, 1.1)
            .With("curve", curve);
    }

    /// <summary>One size: takes files in one after the other, opens the region anew and asks it.</summary>
    public static int Inner(string folder, long rows, string[] files)
    {
        var taken = 0L;
        double import, view, again;
        using (var archive = RegionArchive.Open(folder))
            import = Medians.Timed(() => taken = files.Sum(file => OurRegion.Import(archive, file)));
        Check.Equal("rows taken in", taken, rows);
        List<double> drill;
        using (var archive = RegionArchive.Open(folder))
        {
            view = Medians.Timed(() => OurRegion.View(archive));
            drill = OurDrill.Times(archive, Workshop.Region, Figures);
        }

        using (var archive = RegionArchive.Open(folder))
            again = Medians.Timed(() => OurRegion.View(archive));
        Console.WriteLine(new JsonObject
        {
            ["rows"] = rows,
            ["import"] = Outcome.Rounded(import),
            ["cells"] = Outcome.Rounded(view),
            ["cellsAgain"] = Outcome.Rounded(again),
            ["drillMedian"] = Outcome.Rounded(Medians.Of(drill)),
            ["drillSlow"] = Outcome.Rounded(Medians.Slow(drill)),
        }.ToJsonString());
        return 0;
    }
}
