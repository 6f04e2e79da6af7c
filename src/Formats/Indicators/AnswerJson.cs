using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Indicators;

/// <summary>A place in the JSON that a source answered, read strictly: what is not there, or is of another sort than it should be, is a fault with its path and never guessed.</summary>
/// <remarks>The text of a path is that of JSON Path, such as $.values[3].period.</remarks>
internal readonly record struct AnswerJson(JsonElement Element, string Path, string Address)
{
    /// <summary>The whole of an answer.</summary>
    /// <exception cref="FaultException">It is not JSON, or breaks off.</exception>
    public static AnswerJson Parse(ReadOnlyMemory<byte> bytes, string address)
    {
        if (!Utf8.IsValid(bytes.Span))
            throw new FaultException(Fault.Error("answer.broken", new(address), string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}")));
        try
        {
            return new(JsonDocument.Parse(bytes).RootElement, "$", address);
        }
        catch (JsonException e)
        {
            throw new FaultException(Fault.Error("answer.broken", new(address, (int)(e.LineNumber ?? 0) + 1), string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}")), e);
        }
    }

    /// <summary>A member that must be there.</summary>
    public AnswerJson this[string name] => Find(name) is { } member ? member : throw Wrong("answer.member-missing", name);

    /// <summary>A member that may be missing or null.</summary>
    public AnswerJson? Find(string name)
    {
        if (Element.ValueKind != JsonValueKind.Object)
            throw Wrong("answer.not-of-sort", Shown(), "object");
        return Element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? new(member, $"{Path}.{name}", Address) : null;
    }

    public IEnumerable<AnswerJson> Items()
    {
        if (Element.ValueKind != JsonValueKind.Array)
            throw Wrong("answer.not-of-sort", Shown(), "array");
        var place = 0;
        foreach (var item in Element.EnumerateArray())
            yield return new(item, $"{Path}[{place++}]", Address);
    }

    public IEnumerable<(string Name, AnswerJson Value)> Members()
    {
        if (Element.ValueKind != JsonValueKind.Object)
            throw Wrong("answer.not-of-sort", Shown(), "object");
        foreach (var member in Element.EnumerateObject())
            yield return (member.Name, new(member.Value, $"{Path}.{member.Name}", Address));
    }

    public string Text()
    {
        try
        {
            return Element.ValueKind == JsonValueKind.String ? Element.GetString()! : throw Wrong("answer.not-of-sort", Shown(), "text");
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of code units, written as an escape.
            throw Wrong("answer.not-of-sort", Shown(), "text");
        }
    }

    public int Whole() => Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var whole) ? whole : throw Wrong("answer.not-of-sort", Shown(), "whole number");

    /// <summary>A number exact as it stands, or nothing where null stands.</summary>
    public decimal? NumberOrNull() => Element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number when Tables.IndicatorNumber.TryRead(Element.GetRawText(), out var number) => number,
        _ => throw Wrong("answer.not-of-sort", Shown(), "number"),
    };

    /// <summary>Yes or no, also where it is written as 1 or 0.</summary>
    public bool Flag() => Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when Element.TryGetInt32(out var whole) && whole is 0 or 1 => Element.GetInt32() == 1,
        _ => throw Wrong("answer.not-of-sort", Shown(), "true or false"),
    };

    public FaultException Wrong(string code, string found, string expected = "") => new(Fault.Error(code, new(Address), found, ("path", Path), ("expected", expected)));

    private string Shown() => Element.GetRawText() is { Length: > 60 } text ? text[..60] + "…" : Element.GetRawText();
}
