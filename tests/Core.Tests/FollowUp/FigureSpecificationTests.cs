using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Styrkedja.FollowUp;

/// <summary>The examples in tests/Specs/siffror: a small region, a question, and the figures that answer it, all as text that a controller can reckon by hand.</summary>
public sealed partial class FigureSpecificationTests
{
    public static TheoryData<string> Examples => [.. Files().SelectMany(Read).Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_figures_are_those_reckoned_by_hand(string name)
    {
        var example = Files().SelectMany(Read).Single(e => e.Name == name);
        var asked = Asked().Match(example.Question);
        Assert.True(asked.Success, $"{name}: a question is: period: subjects; measures. Found: {example.Question}");
        var measures = asked.Groups[3].Value.Split(' ').Select(word => Measures.TryParse(word, out var measure) ? measure : throw new InvalidOperationException($"{name}: {word} is no measure.")).ToArray();
        FigureTable.Shows(example.Answer, ReadableRegion.Of(example.Situation).View(), asked.Groups[1].Value, asked.Groups[2].Value, measures);
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder(), "*.md").Order(StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Situation, string Question, string Answer)> Read(string file)
    {
        var (heading, situation, question) = ("", "", "");
        foreach (Match part in Part().Matches(File.ReadAllText(file)))
        {
            if (part.Groups["heading"] is { Success: true } said)
                heading = said.Value.Trim();
            else if (part.Groups["kind"].Value == "läge")
                situation = part.Groups["text"].Value;
            else if (part.Groups["kind"].Value == "fråga")
                question = part.Groups["text"].Value.Trim();
            else
                yield return ($"{Path.GetFileName(file)}: {heading}", situation, question, part.Groups["text"].Value);
        }
    }

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "Specs", "siffror");

    [GeneratedRegex(@"^#{2,3} (?<heading>[^\n]+)$|^```(?<kind>läge|fråga|svar)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex(@"^([\d.-]+): ([^;]+); (.+)$")]
    private static partial Regex Asked();
}
