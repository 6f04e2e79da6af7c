using System.Text.Json;

namespace Styrkedja.App.People;

/// <summary>A value in a JSON file with the line that it stands on.</summary>
/// <param name="Text">What stood there, shortened; for a text, the text itself.</param>
internal sealed record JsonLine(JsonValueKind Kind, string Text, int Line, IReadOnlyList<(string Name, int Line, JsonLine Value)> Members, IReadOnlyList<JsonLine> Items)
{
    /// <summary>Reads a file to the last line.</summary>
    /// <exception cref="JsonException">The file is not JSON.</exception>
    public static JsonLine Read(byte[] utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 8 });
        reader.Read();
        var root = Value(ref reader, utf8);
        // Whatever stands after the value makes the reader throw.
        reader.Read();
        return root;
    }

    private static JsonLine Value(ref Utf8JsonReader reader, byte[] utf8)
    {
        var line = LineOf(reader, utf8);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<(string, int, JsonLine)>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var (name, at) = (reader.GetString()!, LineOf(reader, utf8));
                    reader.Read();
                    members.Add((name, at, Value(ref reader, utf8)));
                }

                return new(JsonValueKind.Object, "{…}", line, members, []);
            case JsonTokenType.StartArray:
                var items = new List<JsonLine>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Value(ref reader, utf8));
                return new(JsonValueKind.Array, "[…]", line, [], items);
            case JsonTokenType.String:
                return new(JsonValueKind.String, reader.GetString()!, line, [], []);
            case JsonTokenType.Number:
                return new(JsonValueKind.Number, System.Text.Encoding.UTF8.GetString(reader.ValueSpan), line, [], []);
            default:
                var kind = reader.TokenType switch { JsonTokenType.True => JsonValueKind.True, JsonTokenType.False => JsonValueKind.False, _ => JsonValueKind.Null };
                return new(kind, System.Text.Encoding.UTF8.GetString(reader.ValueSpan), line, [], []);
        }
    }

    private static int LineOf(Utf8JsonReader reader, byte[] utf8) => 1 + utf8.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');
}
