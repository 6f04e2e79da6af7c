using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Styrkedja.Formats.Decisions;

/// <summary>Decisions and assessments of the journal as files again: read, the text gives the very same.</summary>
public static class DecisionYaml
{
    /// <summary>The text of a decision or assessment, from the canonical bytes of its entry; nothing for entries of other kinds.</summary>
    public static string? Of(ReadOnlySpan<byte> canonicalEntry)
    {
        var entry = (JsonObject)JsonNode.Parse(canonicalEntry)!;
        var content = (JsonObject)entry["content"]!;
        return (string)entry["kind"]! switch
        {
            "decision" => Yaml(FileFields.Of((JsonObject)content["decision"]!, f => DecisionForm.ReadDecision(f, DecisionForm.ActInFile))),
            "assessment" => Yaml(FileFields.Of(content, f => DecisionForm.ReadAssessment(f))),
            _ => null,
        };
    }

    internal static string Yaml(JsonObject document)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(Node(document))).Save(text, assignAnchors: false);
        // The end of the document is marked by the writer; in a file of one document it says nothing.
        var written = text.ToString().ReplaceLineEndings("\n");
        return written.EndsWith("...\n", StringComparison.Ordinal) ? written[..^4] : written;
    }

    private static YamlNode Node(JsonNode node) => node switch
    {
        JsonObject members => new YamlMappingNode(members.SelectMany(m => new[] { Scalar(m.Key), m.Value is null ? new YamlScalarNode("null") : Node(m.Value) })),
        JsonArray items => new YamlSequenceNode(items.Select(item => Node(item!))),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Scalar((string)value!),
        _ => new YamlScalarNode(node.ToJsonString()),
    };

    /// <summary>A text that a reader takes as the text it is, also when it looks like nothing or like markup.</summary>
    private static YamlScalarNode Scalar(string text) =>
        new(text) { Style = text is "" or "null" or "~" || text.Any(c => char.IsControl(c) || c is '#' or ':' or '\u0085' or '\u2028' or '\u2029') ? ScalarStyle.DoubleQuoted : ScalarStyle.Any };
}
