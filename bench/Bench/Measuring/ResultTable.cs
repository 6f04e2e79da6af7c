using System.Globalization;
using System.Text;

namespace Styrkedja.Bench.Measuring;

/// <summary>The table of the latest run in bench/README.md, between its two markers.</summary>
/// <remarks>A run of some jobs writes those alone, so that every row of the table comes from one run.</remarks>
public static class ResultTable
{
    private const string Begin = "<!-- latest run -->";
    private const string End = "<!-- end of latest run -->";

    public static void Write(string readme, IReadOnlyList<Outcome> outcomes, string commit, string arguments)
    {
        var text = File.ReadAllText(readme);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from)
            throw new InvalidOperationException($"{readme} has no place for the table.");
        File.WriteAllText(readme, text[..(from + Begin.Length)] + "\n\n" + Table(outcomes, commit, arguments) + "\n" + text[to..]);
    }

    private static string Table(IReadOnlyList<Outcome> outcomes, string commit, string arguments)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"`bench/run{(arguments.Length > 0 ? " " + arguments : "")}`, {DateTime.UtcNow:yyyy-MM-dd}, commit {commit}.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Machine.Line()}.").AppendLine();
        text.AppendLine("| job | ours | peer | limit | ratio | goal | met |").AppendLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var o in outcomes)
        {
            var peer = o.Peer is null ? "-" : $"{Time(o.Peer)} ({o.PeerName})";
            text.AppendLine($"| {o.Job} | {Time(o.Ours)} | {peer} | {Time(o.Limit)} | {Ratio(o.Ratio)} of {o.Against} | {(o.Goal is { } goal ? $"<= {Ratio(goal)}" : "-")} | {Met(o.Ratio <= o.Goal)} |");
            foreach (var (name, ratio, bound) in o.Also)
                text.AppendLine($"| &nbsp; {name} | | | | {Ratio(ratio)} | <= {Ratio(bound)} | {Met(ratio <= bound)} |");
        }

        var missed = outcomes.Where(o => o.Met == false).ToList();
        if (missed.Count > 0)
            text.AppendLine().AppendLine("What a missed goal buys:").AppendLine();
        foreach (var o in missed)
            text.AppendLine($"- **{o.Job}**: {o.GapBuys}");
        text.AppendLine().AppendLine("Checked to be equal before timing:").AppendLine();
        foreach (var o in outcomes)
            text.AppendLine($"- **{o.Job}**: {o.Equal}");
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Met(bool? met) => met switch { true => "yes", false => "**no**", _ => "-" };

    private static string Ratio(double? ratio) => ratio is { } r ? Outcome.Rounded(r)!.Value.ToString("0.#####", CultureInfo.InvariantCulture) : "-";

    private static string Time(double? seconds) => seconds switch
    {
        null => "-",
        < 0.001 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:0.#} µs"),
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:0.#} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.##} s"),
    };
}
