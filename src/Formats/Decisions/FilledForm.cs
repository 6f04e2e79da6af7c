using System.Globalization;
using System.Text.Json.Nodes;

namespace Styrkedja.Formats.Decisions;

/// <summary>A form as it has been filled in: what stands in each of its boxes, by the name of the box.</summary>
/// <remarks>A box is named by the way to it: acts.0.agenda.1.title. Values stand as they were typed, right or wrong, so that nothing typed is lost; what is
/// wrong is told when the text made of them is read.</remarks>
public sealed class FilledForm
{
    private readonly Dictionary<string, string> _boxes;

    public FilledForm(IEnumerable<KeyValuePair<string, string>> boxes)
    {
        _boxes = new(StringComparer.Ordinal);
        foreach (var (name, value) in boxes)
            _boxes[name] = value.ReplaceLineEndings("\n").Trim();
    }

    public IReadOnlyDictionary<string, string> Boxes => _boxes;

    /// <summary>What stands in a box; nothing when it is empty.</summary>
    public string? this[string box]
    {
        get => _boxes.GetValueOrDefault(box) is { Length: > 0 } value ? value : null;
        set => _boxes[box] = value ?? "";
    }

    /// <summary>How many rows of a list there are boxes for.</summary>
    public int Rows(string list) => _boxes.Keys.Select(box => RowOf(box, list)).DefaultIfEmpty(-1).Max() + 1;

    /// <summary>True when something has been filled in at a place or below it.</summary>
    public bool Holds(string place) => _boxes.Any(box => box.Value.Length > 0 && (box.Key == place || box.Key.StartsWith(place + ".", StringComparison.Ordinal)));

    /// <summary>Empties a place and all below it.</summary>
    public void Clear(string place)
    {
        foreach (var box in _boxes.Keys.Where(box => box == place || box.StartsWith(place + ".", StringComparison.Ordinal)).ToList())
            _boxes.Remove(box);
    }

    /// <summary>Lays the values of a text out over the boxes of a form.</summary>
    internal static FilledForm Of(IReadOnlyList<FormField> fields, JsonObject tree)
    {
        var form = new FilledForm([]);
        form.Lay(fields, tree, "");
        return form;
    }

    /// <summary>True when a form has a box for everything that a text says.</summary>
    internal static bool HasRoomFor(IReadOnlyList<FormField> fields, JsonObject tree) =>
        tree.All(member => fields.FirstOrDefault(f => f.Name == member.Key) is { } field && HasRoomFor(field.Input, member.Value!));

    /// <summary>The text's values, gathered from the boxes; what is empty is left out.</summary>
    internal JsonObject Gather(IReadOnlyList<FormField> fields, string prefix = "")
    {
        var tree = new JsonObject();
        foreach (var field in fields)
        {
            if (Gather(field.Input, prefix + field.Name, field.Required) is { } value)
                tree[field.Name] = value;
        }

        return tree;
    }

    private static bool HasRoomFor(Input input, JsonNode node) => input.Sort switch
    {
        InputSort.List => node is JsonArray items && items.All(item => item is not null && HasRoomFor(input.Item!, item)),
        InputSort.Group => node is JsonObject members && HasRoomFor(input.Fields, members),
        InputSort.Act => node is JsonObject { Count: 1 } act && ActForms.Find(act.First().Key) is { } form && act.First().Value is JsonObject members && HasRoomFor(form.Fields, members),
        InputSort.Names => node is JsonValue || (node is JsonObject names && names.All(n => n is { Key: "sv" or "en", Value: JsonValue })),
        InputSort.Source => node is JsonValue || (node is JsonObject source && source.All(n => n is { Key: "key" or "basis" or "note", Value: JsonValue })),
        InputSort.Span => node is JsonValue || (node is JsonObject span && span.All(n => n is { Key: "earliest" or "latest" or "basis", Value: JsonValue })),
        _ => node is JsonValue,
    };

    private static int RowOf(string box, string list)
    {
        if (box.Length <= list.Length + 1 || !box.StartsWith(list, StringComparison.Ordinal) || box[list.Length] != '.')
            return -1;
        var rest = box.AsSpan(list.Length + 1);
        var end = rest.IndexOf('.');
        return int.TryParse(end < 0 ? rest : rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row < 1000 ? row : -1;
    }

    private static string ToText(JsonNode? node) => node is JsonValue value ? (string)value! : "";

    private void Lay(IReadOnlyList<FormField> fields, JsonObject tree, string prefix)
    {
        foreach (var field in fields)
        {
            if (tree[field.Name] is { } value)
                Lay(field.Input, value, prefix + field.Name);
        }
    }

    private void Lay(Input input, JsonNode node, string at)
    {
        switch (input.Sort)
        {
            case InputSort.List:
                for (var i = 0; i < ((JsonArray)node).Count; i++)
                    Lay(input.Item!, node[i]!, $"{at}.{i}");
                break;
            case InputSort.Group:
                Lay(input.Fields, (JsonObject)node, at + ".");
                break;
            case InputSort.Act:
                var (name, members) = ((JsonObject)node).First();
                this[at] = name;
                Lay(ActForms.Find(name)!.Fields, (JsonObject)members!, at + ".");
                break;
            case InputSort.Validity when ToText(node) is var days:
                var dots = days.IndexOf("..", StringComparison.Ordinal);
                this[at + ".from"] = dots < 0 ? days : days[..dots];
                this[at + ".to"] = dots < 0 ? days : days[(dots + 2)..];
                break;
            case InputSort.Names or InputSort.Source or InputSort.Span when node is JsonObject parts:
                foreach (var (part, value) in parts)
                    this[part is "sv" or "key" ? at : $"{at}.{part}"] = ToText(value);
                break;
            default:
                this[at] = ToText(node);
                break;
        }
    }

    private JsonNode? Gather(Input input, string at, bool required)
    {
        switch (input.Sort)
        {
            case InputSort.List:
                var items = Enumerable.Range(0, Rows(at)).Select(i => Gather(input.Item!, $"{at}.{i}", false)).OfType<JsonNode>().ToArray();
                return items.Length > 0 || (required && input.AtLeast == 0) ? new JsonArray(items) : null;
            case InputSort.Group:
                return Gather(input.Fields, at + ".") is { Count: > 0 } members && Holds(at) ? members : null;
            case InputSort.Act:
                return this[at] is { } name && ActForms.Find(name) is { } form ? new JsonObject { [name] = Gather(form.Fields, at + ".") } : null;
            case InputSort.Validity:
                return (this[at + ".from"], this[at + ".to"]) is var (from, to) && (from ?? to) is not null ? (JsonNode)$"{from}..{to}" : null;
            case InputSort.Names:
                return this[at + ".en"] is { } english ? Parts(at, "sv", ("en", english)) : this[at];
            case InputSort.Source:
                return (this[at + ".basis"] ?? this[at + ".note"]) is null ? this[at] : Parts(at, "key", ("basis", this[at + ".basis"]), ("note", this[at + ".note"]));
            case InputSort.Span:
                return (this[at + ".earliest"] ?? this[at + ".latest"]) is null ? this[at]
                    : Parts(at, null, ("earliest", this[at + ".earliest"]), ("latest", this[at + ".latest"]), ("basis", this[at + ".basis"]));
            default:
                return this[at];
        }
    }

    private JsonObject Parts(string at, string? first, params (string Name, string? Value)[] others)
    {
        var parts = new JsonObject();
        foreach (var (name, value) in first is null ? others : others.Prepend((first, this[at])))
        {
            if (value is not null)
                parts[name] = value;
        }

        return parts;
    }
}
