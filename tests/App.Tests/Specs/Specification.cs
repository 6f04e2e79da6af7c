using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Styrkedja.App.Deciding;
using Styrkedja.Authority;
using Styrkedja.Decisions;
using Styrkedja.Formats.Decisions;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Specs;

/// <summary>An example of a specification: a decision, and the outcome that it has in the situation above it.</summary>
/// <param name="Outcome">The outcome as it stands in the file.</param>
internal sealed record SpecificationExample(string File, string Heading, string Yaml, string Outcome, SpecificationSituation Situation)
{
    public string Name => $"{File}: {Heading}";

    public string Text => $"decision: EXEMPEL\ntitle: {Heading.Replace(':', ',')}\n{Yaml}";

    public DecisionFile Read { get; } = DecisionFile.Read($"decision: EXEMPEL\ntitle: {Heading.Replace(':', ',')}\n{Yaml}", File);

    public Decision Decision => Read.Decisions[0].Decision;

    public Verdict By(RuleTable table) => Judge.Of(Decision, Situation.On(Decision.Date.Latest), new Place(File), table);

    /// <summary>A verdict in the words of the specifications.</summary>
    public static string Says(Verdict verdict)
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
}

/// <summary>What is taken for granted by the examples below it: all that the file has told of so far, folded once for each day asked about.</summary>
internal sealed class SpecificationSituation
{
    private readonly Dictionary<DateOnly, Standing> _standings = [];
    private readonly List<Entry> _entries = [];

    public SpecificationSituation(string file, string yaml)
    {
        Yaml = yaml;
        var read = DecisionFile.Read(yaml, file);
        Assert.Empty(read.Faults);
        // What someone has said counts from its own day, wherever in the file it stands.
        _entries.AddRange(read.Assessments.Select((said, i) => new AssessmentEntry(i + 1, DateTimeOffset.UnixEpoch, said.Assessment)));
        foreach (var decision in read.Decisions.Select(d => d.Decision))
        {
            var verdict = Judge.Of(decision, Fold(decision.Date.Latest), new Place(file));
            Assert.True(verdict.Outcome != VerdictOutcome.Refused, $"{file}: {decision.Id}: {SpecificationExample.Says(verdict)}");
            _entries.Add(new DecisionEntry(_entries.Count + 1, DateTimeOffset.UnixEpoch, decision, verdict));
        }
    }

    public string Yaml { get; }

    public Standing On(DateOnly day)
    {
        if (!_standings.TryGetValue(day, out var standing))
            _standings[day] = standing = Fold(day);
        return standing;
    }

    private Standing Fold(DateOnly day) => RegionState.Fold(_entries, new Viewpoint(day, long.MaxValue), new("Regionen", "The region")).Standing;
}

/// <summary>The specifications in tests/Specs, read as they stand.</summary>
internal static partial class Specification
{
    /// <summary>Every example of every file, in the order they stand.</summary>
    public static readonly IReadOnlyList<SpecificationExample> Examples = [.. Files().SelectMany(ExamplesOf)];

    public static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder(), "*.md").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    public static string TextOf(string file) => File.ReadAllText(Path.Combine(Folder(), file)).ReplaceLineEndings("\n");

    public static int HeadingsIn(string file) => Regex.Count(TextOf(file), "^### ", RegexOptions.Multiline);

    private static IEnumerable<SpecificationExample> ExamplesOf(string file)
    {
        SpecificationSituation? situation = null;
        foreach (var block in Block().Matches(TextOf(file)).Cast<Match>())
        {
            if (block.Groups["situation"] is { Success: true } told)
                situation = new(file, situation is null ? told.Value : situation.Yaml + "---\n" + told.Value);
            else
                yield return new(file, block.Groups["heading"].Value, block.Groups["decision"].Value, block.Groups["outcome"].Value, situation!);
        }
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../Specs"));

    [GeneratedRegex("^```yaml läge\n(?<situation>(?:.*\n)*?)```\n|^### (?<heading>.+)\n(?:(?!#)[^\n]*\n)*?```yaml beslut\n(?<decision>(?:.*\n)*?)```\n\n> (?<outcome>.+)$", RegexOptions.Multiline)]
    private static partial Regex Block();
}
