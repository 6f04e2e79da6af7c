using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Styrkedja.App.Deciding;
using Styrkedja.Authority;

namespace Styrkedja.App.Specs;

/// <summary>Runs tests/Specs/befogenhet.md as it stands: each heading with a decision and a quoted outcome is an example.</summary>
public partial class BefogenhetTests
{
    private static readonly string s_text = File.ReadAllText(Path.Combine(Specs(), "befogenhet.md")).ReplaceLineEndings("\n");

    public static IEnumerable<TheoryDataRow<string>> Examples() => Example().Matches(s_text).Select(m => new TheoryDataRow<string>(m.Groups["heading"].Value) { TestDisplayName = m.Groups["heading"].Value });

    [Theory]
    [MemberData(nameof(Examples))]
    public void Exempel(string heading)
    {
        var example = Example().Matches(s_text).Single(m => m.Groups["heading"].Value == heading);
        using var region = new TemporaryRegion(Situation().Match(s_text).Groups["yaml"].Value);
        var before = region.Archive.Head().Position;

        var result = region.Record($"decision: EXEMPEL\ntitle: {heading}\n{example.Groups["yaml"].Value}");

        Assert.Empty(result.Faults);
        var recording = Assert.Single(result.Recordings);
        Assert.Equal(example.Groups["outcome"].Value, Outcome(recording.Verdict));
        Assert.Equal(recording.Verdict.Outcome == VerdictOutcome.Refused ? before : before + 1, region.Archive.Head().Position);
    }

    [Fact]
    public void Every_heading_of_an_example_has_its_decision_and_outcome() =>
        Assert.Equal(Regex.Count(s_text, "^### ", RegexOptions.Multiline), Example().Count(s_text));

    private static string Outcome(Verdict verdict)
    {
        var texts = Texts.Texts.In("sv");
        var sentences = verdict.Faults.Count > 0 ? verdict.Faults.Select(texts.Says) : verdict.Breaches.Select(b => BreachSentences.Of(texts, b));
        var outcome = verdict.Outcome switch
        {
            VerdictOutcome.Within => "Inom befogenheten.",
            VerdictOutcome.Breach => "Registreras med avvikelse.",
            _ => "Avvisas.",
        };
        return string.Join(' ', sentences.Prepend(outcome));
    }

    private static string Specs([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../Specs"));

    [GeneratedRegex("^### (?<heading>.+)\n(?:(?!#)[^\n]*\n)*?```yaml beslut\n(?<yaml>(?:.*\n)*?)```\n\n> (?<outcome>.+)$", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex("```yaml läge\n(?<yaml>(?:.*\n)*?)```\n")]
    private static partial Regex Situation();
}
