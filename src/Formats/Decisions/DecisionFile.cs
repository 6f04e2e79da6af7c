using System.Text.Json.Nodes;
using Styrkedja.Decisions;
using Styrkedja.Formats.Journal;
using Styrkedja.Goals;
using Styrkedja.Provenance;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Styrkedja.Formats.Decisions;

/// <summary>A decision read from a file, with the form in which the journal keeps it.</summary>
public sealed record DecisionInFile(Decision Decision, JsonObject Journal, Place Place);

/// <summary>An assessment read from a file, with the form in which the journal keeps it.</summary>
public sealed record AssessmentInFile(Assessment Assessment, JsonObject Journal, Place Place);

/// <summary>What a file of decisions and assessments holds: one YAML document each, in the order they stand.</summary>
/// <param name="Faults">Everything that is wrong; when there is an error nothing of the file may be recorded.</param>
public sealed record DecisionFile(IReadOnlyList<DecisionInFile> Decisions, IReadOnlyList<AssessmentInFile> Assessments, IReadOnlyList<Fault> Faults)
{
    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);

    /// <summary>Reads the text of a file. Every fault of meaning is told at once; of faults in the YAML itself only the first can be.</summary>
    public static DecisionFile Read(string text, string fileName)
    {
        var reading = new YamlReading(fileName);
        var decisions = new List<DecisionInFile>();
        var assessments = new List<AssessmentInFile>();
        foreach (var root in Documents(text, fileName, reading))
        {
            if (root is not YamlMappingNode mapping)
                reading.NotOfKind(root, "mapping");
            else if (mapping.Children.ContainsKey(new YamlScalarNode("assessment")))
                Add(reading.Mapping(root, DecisionForm.ReadAssessment), (a, journal) => assessments.Add(new(a, journal, reading.PlaceOf(root))));
            else if (reading.Mapping(root, f => DecisionForm.ReadDecision(f, DecisionForm.ActInFile)) is var (decision, journal))
                decisions.Add(new(decision, MarkedThroughout((JsonObject)journal), reading.PlaceOf(root)));
        }

        return new(decisions, assessments, reading.Faults);

        static void Add<T>((T Value, JsonNode Journal)? read, Action<T, JsonObject> add)
        {
            if (read is var (value, journal))
                add(value, (JsonObject)journal);
        }
    }

    /// <summary>The JSON Schema of a decision file, for editors to complete and check by.</summary>
    public static JsonObject Schema()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Styrkedja: decision file",
            ["oneOf"] = new JsonArray(
                Kinds.SchemaOf(f => DecisionForm.ReadDecision(f, DecisionForm.ActInFile)),
                Kinds.SchemaOf(f => DecisionForm.ReadAssessment(f))),
        };
        return schema;
    }

    internal static Decision DecisionFromJournal(JournalValue journal) => DecisionForm.ReadDecision(new JsonFields(journal), DecisionForm.ActInFile);

    internal static Assessment AssessmentFromJournal(JournalValue journal) => DecisionForm.ReadAssessment(new JsonFields(journal));

    private static JsonObject MarkedThroughout(JsonObject decision)
    {
        // The mark of a wholly illustrative decision is written on each act, where it is read from.
        if (decision["illustrative"] is { } mark && (bool)mark)
        {
            foreach (var act in (JsonArray)decision["acts"]!)
                act!["illustrative"] = true;
        }

        return decision;
    }

    private static List<YamlNode> Documents(string text, string fileName, YamlReading reading)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            stream.Load(reader);
            if (stream.Documents.Count == 0)
                reading.Add(Fault.Error("decision.file-empty", new Place(fileName), ""));
            return [.. stream.Documents.Select(d => d.RootNode)];
        }
        catch (YamlException e)
        {
            reading.Add(Fault.Error("decision.yaml", new Place(fileName, (int)e.Start.Line, (int)e.Start.Column), e.InnerException?.Message ?? e.Message));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or KeyNotFoundException or NullReferenceException or FormatException or OverflowException)
        {
            // On some broken files YamlDotNet throws these, without a position, instead of an error of its own.
            reading.Add(Fault.Error("decision.yaml", new Place(fileName), e.Message));
        }

        return [];
    }
}
