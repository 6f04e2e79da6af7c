using System.Text.Json.Nodes;
using Styrkedja.Formats.Journal;
using YamlDotNet.RepresentationModel;

namespace Styrkedja.Formats.Decisions;

/// <summary>The named fields of one act, decision or row, wherever they are read from.</summary>
public abstract class Fields
{
    /// <summary>A field that must be there.</summary>
    /// <param name="name">Name of the field, in lower case with hyphens.</param>
    /// <param name="kind">How its value is written.</param>
    /// <param name="about">What it means, in English, for the published schema.</param>
    public abstract T Required<T>(string name, FieldKind<T> kind, string about);

    /// <summary>A field that may be left out; then the value is the default.</summary>
    public abstract T? Optional<T>(string name, FieldKind<T> kind, string about);
}

/// <summary>Fields read from a mapping in a YAML file; every fault is gathered, and the values are kept in their journal form as they are read.</summary>
internal sealed class YamlFields : Fields
{
    private readonly YamlMappingNode _mapping;
    private readonly YamlReading _reading;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public YamlFields(YamlMappingNode mapping, YamlReading reading)
    {
        _mapping = mapping;
        _reading = reading;
    }

    /// <summary>The fields read so far as they will stand in the journal.</summary>
    public JsonObject Journal { get; } = [];

    public override T Required<T>(string name, FieldKind<T> kind, string about)
    {
        if (Node(name) is { } node)
            return Read(name, kind, node)!;
        _reading.Missing(_mapping, name);
        return default!;
    }

    public override T? Optional<T>(string name, FieldKind<T> kind, string about)
        where T : default =>
        Node(name) is { } node ? Read(name, kind, node) : default;

    /// <summary>Tells of every field that the form did not ask for.</summary>
    public void RefuseUnknown()
    {
        foreach (var (key, _) in _mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } name } || !_asked.Contains(name))
                _reading.UnknownField(key, _asked);
        }
    }

    private T? Read<T>(string name, FieldKind<T> kind, YamlNode node)
    {
        if (kind.FromYaml(node, _reading) is not var (value, journal))
            return default;
        Journal[name] = journal;
        return value;
    }

    private YamlNode? Node(string name)
    {
        _asked.Add(name);
        return _mapping.Children.TryGetValue(new YamlScalarNode(name), out var node) && !YamlReading.IsNull(node) ? node : null;
    }
}

/// <summary>Fields read back from an entry of the journal, which was checked when it was written.</summary>
internal sealed class JsonFields(JournalValue members) : Fields
{
    public override T Required<T>(string name, FieldKind<T> kind, string about) =>
        kind.FromJson(members[name]);

    public override T? Optional<T>(string name, FieldKind<T> kind, string about)
        where T : default =>
        members.Find(name) is { IsThere: true } value ? kind.FromJson(value) : default;
}

/// <summary>Fields that are only asked for their names and kinds, to publish the schema that editors check files by.</summary>
internal sealed class SchemaFields : Fields
{
    public JsonObject Properties { get; } = [];

    public JsonArray RequiredNames { get; } = [];

    public override T Required<T>(string name, FieldKind<T> kind, string about)
    {
        RequiredNames.Add(name);
        return Add<T>(name, kind.Schema(), about)!;
    }

    public override T? Optional<T>(string name, FieldKind<T> kind, string about)
        where T : default =>
        Add<T>(name, new() { ["anyOf"] = new JsonArray(kind.Schema(), new JsonObject { ["type"] = "null" }) }, about);

    private T? Add<T>(string name, JsonObject schema, string about)
    {
        schema["description"] = about;
        Properties[name] = schema;
        return default;
    }

    public JsonObject ToSchema() => new()
    {
        ["type"] = "object",
        ["properties"] = Properties,
        ["required"] = RequiredNames,
        ["additionalProperties"] = false,
    };
}

/// <summary>Fields of a decision in the journal, written as they stand in files, in the order of their form.</summary>
internal sealed class FileFields(JsonObject journal) : Fields
{
    private readonly JsonObject _written = [];

    public static JsonObject Of(JsonObject journal, Action<Fields> form)
    {
        var fields = new FileFields(journal);
        form(fields);
        return fields._written;
    }

    public override T Required<T>(string name, FieldKind<T> kind, string about) => Write<T>(name, kind)!;

    public override T? Optional<T>(string name, FieldKind<T> kind, string about)
        where T : default =>
        Write(name, kind);

    // What is written is all that matters; the form's own value is thrown away.
    private T? Write<T>(string name, FieldKind<T> kind)
    {
        if (journal[name] is { } node)
            _written[name] = kind.ToFile(node);
        return default;
    }
}
