namespace Styrkedja.Sie;

/// <summary>The bytes of a file, from which texts are read when someone asks for them.</summary>
/// <remarks>A text is known by the place where its field begins, -1 when the line ended before it; the fields after it are found from the same place.</remarks>
internal sealed class SieText(ReadOnlyMemory<byte> bytes, SieEncoding encoding)
{
    public SieEncoding Encoding => encoding;

    /// <summary>The field that begins at a place, or one further on the same line; null when it is empty or the line ends before it.</summary>
    public string? Field(int at, int further = 0)
    {
        if (at < 0)
            return null;
        var rest = bytes.Span[at..];
        var end = rest.IndexOf((byte)'\n');
        if (end >= 0)
            rest = rest[..end];
        var fields = new SieFields(rest.TrimEnd((byte)'\r'), 0);
        for (; further >= 0; further--)
        {
            if (!fields.NextText())
                return null;
        }

        return fields.Raw.IsEmpty ? null : SieCharacters.Decode(fields.Plain(), encoding);
    }
}
