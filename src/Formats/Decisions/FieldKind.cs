using System.Text.Json.Nodes;
using Styrkedja.Formats.Journal;
using YamlDotNet.RepresentationModel;

namespace Styrkedja.Formats.Decisions;

/// <summary>One way a value can be written: in a decision file for people, in the journal for good, and in the published schema.</summary>
/// <remarks>What an act consists of is told once, in its form (<see cref="ActForms"/>); reading files, reading the journal, filling in forms and publishing the schema
/// all follow from that.</remarks>
public sealed class FieldKind<T>(
    FieldKind<T>.YamlReader fromYaml,
    Func<JournalValue, T> fromJson,
    Func<JsonObject> schema)
{
    /// <summary>Reads a YAML node to its value and its journal form; nothing when it could not be read, and then a fault has been told to the reading.</summary>
    public delegate (T Value, JsonNode Journal)? YamlReader(YamlNode node, YamlReading reading);

    /// <summary>The kind of a list of these, once it has been asked for.</summary>
    internal object? AsList { get; set; }

    public YamlReader FromYaml { get; } = fromYaml;

    /// <summary>Reads the value back from an entry of the journal.</summary>
    public Func<JournalValue, T> FromJson { get; } = fromJson;

    public Func<JsonObject> Schema { get; } = schema;

    /// <summary>How someone who fills in a form is asked for the value.</summary>
    public required Func<Input> Input { get; init; }

    /// <summary>From the journal's form back to the one in files; the same unless something else is said.</summary>
    public Func<JsonNode, JsonNode> ToFile { get; init; } = node => node.DeepClone();
}
