using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Styrkedja.Formats.Decisions;

/// <summary>The text of one decision or assessment as a form, and a form as that text.</summary>
public static class DraftText
{
    /// <summary>The fields of a decision, its acts last.</summary>
    public static readonly IReadOnlyList<FormField> DecisionFields = AskedFields.Of(f => DecisionForm.ReadDecision(f, DecisionForm.ActInFile));

    /// <summary>The fields of an assessment.</summary>
    public static readonly IReadOnlyList<FormField> AssessmentFields = AskedFields.Of(f => DecisionForm.ReadAssessment(f));

    /// <summary>The form filled in as a text says; nothing when the text says something that the form has no box for, or can't be read at all.</summary>
    public static FilledForm? Form(string text, IReadOnlyList<FormField> fields) =>
        Tree(text) is { } tree && FilledForm.HasRoomFor(fields, tree) ? FilledForm.Of(fields, tree) : null;

    /// <summary>The text that a filled-in form says.</summary>
    public static string Of(FilledForm form, IReadOnlyList<FormField> fields) => DecisionYaml.Yaml(form.Gather(fields));

    private static JsonObject? Tree(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 1 ? Node(stream.Documents[0].RootNode) as JsonObject : null;
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or KeyNotFoundException or NullReferenceException or FormatException or OverflowException)
        {
            // The same that the reader of decision files tells as a fault; here the text is shown as it stands.
            return null;
        }
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode members => new JsonObject(members.Children.Where(m => !YamlReading.IsNull(m.Value))
            .Select(m => KeyValuePair.Create((m.Key as YamlScalarNode)?.Value ?? "", Node(m.Value)))),
        YamlSequenceNode items => new JsonArray([.. items.Children.Select(Node)]),
        YamlScalarNode { Value: { } value } => JsonValue.Create(value),
        _ => throw new FormatException("An alias has no value of its own."),
    };
}
