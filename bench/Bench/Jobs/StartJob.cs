using Styrkedja.Bench.Measuring;

namespace Styrkedja.Bench.Jobs;

/// <summary>start: from the start of the process to the first follow-up page, a million rows stored.</summary>
/// <remarks>Goal: at most 1.3 of a web application that has nothing but a plain text. The product is started as ./styrkedja starts it.</remarks>
public static class StartJob
{
    private const string Page = "/follow-up?period=2017";

    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var folder = workshop.Copy(workshop.Stored(Workshop.Region, workshop.Rows(1_000_000)));
        var product = Path.Combine(workshop.Root, "artifacts", "styrkedja", "styrkedja.dll");
        if (!File.Exists(product))
            throw new InvalidOperationException("the product is not built; bench/run builds it.");
        using (var once = Server.Start(Page, product, "serve", "--data", folder, "--urls", "{url}"))
            Check.Equal("the page names every body", Workshop.Region.NodeIds.Skip(1).Take(Workshop.Region.Bodies).Count(id => once.Get(Page).Contains($"/follow-up/{id}?", StringComparison.Ordinal)), Workshop.Region.Bodies);
        var times = Medians.InTurn(
            Medians.Runs,
            () => Started(Page, product, "serve", "--data", folder, "--urls", "{url}"),
            () => Started(Hosting.PlainText, Environment.GetCommandLineArgs()[0], "inner", "empty", "{url}"));
        Workshop.Remove(folder);
        yield return new Outcome("start", times[0], "empty web application", times[1], null, "peer", 1.3, Medians.Runs, "the page names every body of the region",
            "the journal is read and folded, cells are made ready and a page of figures is written, by code that is compiled as it is met");
    }

    private static double Started(string path, params string[] arguments)
    {
        using var server = Server.Start(path, arguments);
        return server.SecondsToFirstAnswer;
    }
}
