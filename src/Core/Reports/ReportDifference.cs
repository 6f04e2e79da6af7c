using Styrkedja.FollowUp;

namespace Styrkedja.Reports;

/// <summary>A figure that two editions of a report show with different values.</summary>
/// <param name="Before">Absent when the earlier edition does not show it.</param>
/// <param name="After">Absent when the later one does not.</param>
public sealed record ChangedValue(FigureAddress Address, Figure? Before, Figure? After);

/// <summary>What differs between two editions of a report: figures by address, and sections by their words.</summary>
/// <param name="From">What the earlier is called.</param>
/// <param name="Texts">Titles of sections whose words, figures aside, are not the same.</param>
public sealed record ReportDifference(string From, string To, IReadOnlyList<ChangedValue> Figures, IReadOnlyList<string> Texts)
{
    public static ReportDifference Between(ReportDocument before, ReportDocument after, string from, string to)
    {
        var (then, now) = (ByAddress(before), ByAddress(after));
        var figures = then.Keys.Concat(now.Keys).Distinct().Select(address => new ChangedValue(address, then.GetValueOrDefault(address), now.GetValueOrDefault(address)))
            .Where(c => c.Before?.Value != c.After?.Value).OrderBy(c => c.Address.ToString(), StringComparer.Ordinal).ToList();
        var (said, says) = (WordsOf(before), WordsOf(after));
        return new(from, to, figures,
        [
            .. said.Keys.Concat(says.Keys).Distinct(StringComparer.Ordinal)
                .Where(id => said.GetValueOrDefault(id).Words != says.GetValueOrDefault(id).Words)
                .Select(id => says.TryGetValue(id, out var later) ? later.Title : said[id].Title),
        ]);
    }

    private static Dictionary<FigureAddress, Figure> ByAddress(ReportDocument document) => document.Figures.DistinctBy(f => f.Address).ToDictionary(f => f.Address);

    /// <summary>The words of each section's paragraphs and lists, figures left out: those are told one by one.</summary>
    private static Dictionary<string, (string Title, string Words)> WordsOf(ReportDocument document) => document.AllSections.ToDictionary(
        s => s.Id,
        s => (s.Title, string.Join('\n', s.Blocks.Select(block => block switch
        {
            ReportParagraph paragraph => Plain(paragraph.Runs),
            ReportPoints points => string.Join('\n', points.Items.Select(Plain)),
            ReportHeading heading => heading.Text,
            _ => "",
        }))),
        StringComparer.Ordinal);

    private static string Plain(IReadOnlyList<ReportRun> runs) => string.Concat(runs.Select(run => run.Figure is null ? run.Text : "{}"));
}
