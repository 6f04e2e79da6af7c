using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.Provenance;
using YamlDotNet.RepresentationModel;

namespace Styrkedja.Formats.Decisions;

/// <summary>One reading of a decision file: which file it is, and every fault found so far.</summary>
public sealed class YamlReading(string file)
{
    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> Faults => _faults;

    public Place PlaceOf(YamlNode node) => new(file, (int)node.Start.Line, (int)node.Start.Column);

    public void Add(Fault fault) => _faults.Add(fault);

    /// <summary>A value is not of the kind that its field asks for.</summary>
    public void NotOfKind(YamlNode node, string kind, string? allowed = null) =>
        Add(Fault.Error($"decision.not-{kind}", PlaceOf(node), Shown(node), allowed is null ? [] : [("allowed", allowed)]));

    public void Missing(YamlNode within, string name) =>
        Add(Fault.Error("decision.field-missing", PlaceOf(within), "", ("field", name)));

    public void UnknownField(YamlNode key, IEnumerable<string> known) =>
        Add(Fault.Error("decision.field-unknown", PlaceOf(key), Shown(key), ("known", string.Join(", ", known))));

    /// <summary>A scalar's text, or nothing and a fault when the node is a list or mapping.</summary>
    public string? Text(YamlNode node, string kind)
    {
        if (node is YamlScalarNode { Value: { } value })
            return value.Trim();
        NotOfKind(node, kind);
        return null;
    }

    /// <summary>Reads a mapping field by field and refuses the fields that nobody asked for.</summary>
    public (T Value, JsonNode Journal)? Mapping<T>(YamlNode node, Func<Fields, T> form)
    {
        if (node is not YamlMappingNode mapping)
        {
            NotOfKind(node, "mapping");
            return null;
        }

        var before = _faults.Count;
        var fields = new YamlFields(mapping, this);
        var value = form(fields);
        fields.RefuseUnknown();
        return _faults.Count == before ? (value, fields.Journal) : null;
    }

    internal static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: null or "" or "null" or "~" };

    private static string Shown(YamlNode node) => node switch
    {
        YamlScalarNode scalar => scalar.Value ?? "",
        YamlSequenceNode items => string.Create(CultureInfo.InvariantCulture, $"[… {items.Children.Count}]"),
        _ => "{…}",
    };
}
