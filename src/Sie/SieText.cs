using System.Buffers;
using System.Text;

namespace Styrkedja.Sie;

/// <summary>The bytes of a file or a block, from which texts are read when someone asks for them.</summary>
/// <remarks>A text is known by the place where its field begins, -1 when the line ended before it; the fields after it are found from the same place.</remarks>
internal sealed class SieText
{
    private const int LongestOnStack = 512;

    public ReadOnlyMemory<byte> Bytes { get; set; }

    public SieEncoding Encoding { get; set; }

    /// <summary>The field that begins at a place, or one further on the same line; null when it is empty or the line ends before it.</summary>
    public string? Field(int at, int further = 0) =>
        TryField(at, further, out var fields) ? SieCharacters.Decode(fields.Plain(), Encoding) : null;

    /// <summary>Writes a field as UTF-8 and gives back how many bytes it came to.</summary>
    public int Write(int at, int further, IBufferWriter<byte> to)
    {
        if (!TryField(at, further, out var fields))
            return 0;
        var plain = fields.Plain();
        if (Ascii.IsValid(plain) && !plain.ContainsAnyInRange((byte)0, (byte)0x1F))
        {
            to.Write(plain);
            return plain.Length;
        }

        Span<char> characters = plain.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[plain.Length];
        var count = SieCharacters.Decode(plain, Encoding, characters);
        var written = System.Text.Encoding.UTF8.GetBytes(characters[..count], to.GetSpan(count * 3));
        to.Advance(written);
        return written;
    }

    private bool TryField(int at, int further, out SieFields fields)
    {
        fields = default;
        if (at < 0)
            return false;
        var rest = Bytes.Span[at..];
        var end = rest.IndexOf((byte)'\n');
        if (end >= 0)
            rest = rest[..end];
        fields = new SieFields(rest.TrimEnd((byte)'\r'), 0);
        for (; further >= 0; further--)
        {
            if (!fields.NextText())
                return false;
        }

        return !fields.Raw.IsEmpty;
    }
}
