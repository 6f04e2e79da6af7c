using System.Globalization;
using System.Text.RegularExpressions;
using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Measuring;

namespace Styrkedja.Bench.Jobs;

/// <summary>page: the follow-up of a region with 300 rows in its table, asked for by 32 at once, beside a plain text from the same application.</summary>
/// <remarks>Goals: at least a quarter of the plain text's answers a second, and a slowest hundredth at most five times slower. Seconds are for one answer.</remarks>
public static partial class PageJob
{
    private const string Page = "/follow-up?period=2017";
    private static readonly BenchRegion s_region = new(unitsPerBody: 23, costCentres: 552);

    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var folder = workshop.Copy(workshop.Stored(s_region, workshop.Rows(1_000_000)));
        var server = Server.Start(Page, Environment.GetCommandLineArgs()[0], "inner", "host", folder, "{url}");
        try
        {
            var html = server.Get(Page);
            var rows = s_region.NodeIds.Skip(1).Take(s_region.FirstCostCentre - 1).Count(id => html.Contains($"/follow-up/{id}?", StringComparison.Ordinal));
            Check.Equal("rows in the page's table", rows, s_region.FirstCostCentre - 1);
            var seconds = workshop.Scale < 0.1 ? 1 : 3;
            var (slow, plainSlow) = (new List<double>(), new List<double>());
            var times = Medians.InTurn(Medians.Runs, () => Wrk(server.Url + Page, seconds, slow), () => Wrk(server.Url + Hosting.PlainText, seconds, plainSlow));
            var outcome = new Outcome("page", times[0], "plain text in the same application", times[1], null, "peer", 1 / 0.25, Medians.Runs, $"the page shows all {rows} rows",
                    "every figure is a link to its explanation, at every viewpoint, in two languages")
                .Must("99th percentile, of plain text's", Medians.Of(slow.Skip(1)) / Medians.Of(plainSlow.Skip(1)), 5)
                .With("tableRows", rows).With("bytes", html.Length).With("pagesPerSecond", Math.Round(1 / times[0])).With("plainPerSecond", Math.Round(1 / times[1]));
            yield return outcome;
        }
        finally
        {
            server.Dispose();
            Workshop.Remove(folder);
        }
    }

    private static double Wrk(string url, int seconds, List<double> slow)
    {
        var said = Child.Run("wrk", "-t1", "-c32", $"-d{seconds}s", "--latency", url).Out;
        if (said.Contains("Non-2xx", StringComparison.Ordinal) || Requests().Match(said) is not { Success: true } requests || Slowest().Match(said) is not { Success: true } slowest)
            throw new InvalidOperationException($"wrk of {url} said: {said}");
        slow.Add(double.Parse(slowest.Groups[1].Value, CultureInfo.InvariantCulture) * slowest.Groups[2].Value switch { "us" => 1e-6, "ms" => 1e-3, _ => 1 });
        return 1 / double.Parse(requests.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Requests();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Slowest();
}
