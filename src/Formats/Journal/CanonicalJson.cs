using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Styrkedja.Formats.Journal;

/// <summary>The one way to write a JSON value as bytes, so that equal values have equal hashes.</summary>
/// <remarks>UTF-8 without mark; object keys sorted by their UTF-16 code units; no white space; whole numbers only, without exponent; strings with no escapes beyond
/// quote, backslash and control characters; members that are null are left out. A fraction is written as a string by whoever owns it. These choices cannot be undone:
/// a golden file holds them.</remarks>
public static class CanonicalJson
{
    public static byte[] Write(JsonNode node)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Write(node, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(JsonNode node, ArrayBufferWriter<byte> to)
    {
        switch (node)
        {
            case JsonObject members:
                WriteObject(members, to);
                break;
            case JsonArray items:
                Byte(to, '[');
                for (var i = 0; i < items.Count; i++)
                {
                    if (i > 0)
                        Byte(to, ',');
                    Write(items[i] ?? throw new ArgumentException("An array holds null, which has no canonical form.", nameof(node)), to);
                }

                Byte(to, ']');
                break;
            default:
                WriteValue((JsonValue)node, to);
                break;
        }
    }

    private static void WriteObject(JsonObject members, ArrayBufferWriter<byte> to)
    {
        Byte(to, '{');
        var first = true;
        foreach (var (name, value) in members.Where(m => m.Value is not null).OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (!first)
                Byte(to, ',');
            first = false;
            WriteString(name, to);
            Byte(to, ':');
            Write(value!, to);
        }

        Byte(to, '}');
    }

    private static void WriteValue(JsonValue value, ArrayBufferWriter<byte> to)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                WriteString(value.GetValue<string>(), to);
                break;
            case JsonValueKind.True:
                to.Write("true"u8);
                break;
            case JsonValueKind.False:
                to.Write("false"u8);
                break;
            case JsonValueKind.Number:
                var number = value.TryGetValue<int>(out var small) ? small : value.GetValue<long>();
                to.Write(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
                break;
            default:
                throw new ArgumentException($"{value.GetValueKind()} has no canonical form.", nameof(value));
        }
    }

    private static void WriteString(string text, ArrayBufferWriter<byte> to)
    {
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }

        to.Write(Encoding.UTF8.GetBytes(escaped.Append('"').ToString()));
    }

    private static void Byte(ArrayBufferWriter<byte> to, char c)
    {
        to.GetSpan(1)[0] = (byte)c;
        to.Advance(1);
    }
}
