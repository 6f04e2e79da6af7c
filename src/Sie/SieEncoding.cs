using System.Text;
using System.Text.Unicode;

namespace Styrkedja.Sie;

/// <summary>The character set in which the text of a SIE file was found to stand.</summary>
/// <remarks>SIE 4B allows code page 437 alone (#FORMAT PC8); the others are met in practice.</remarks>
public enum SieEncoding { Cp437, Utf8, Windows1252 }

/// <summary>Characters of SIE files: finds out the set, and turns bytes to text and text to code page 437.</summary>
internal static class SieCharacters
{
    private const string Upper437 =
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

    private const string Lower1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly Dictionary<char, byte> s_to437 =
        Enumerable.Range(0, 128).ToDictionary(i => Upper437[i], i => (byte)(128 + i));

    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Swedish437 => [0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0x82];

    private static ReadOnlySpan<byte> Swedish1252 => [0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6, 0xE9];

    /// <summary>Finds the set out: a byte order mark or valid UTF-8 decides, else the set in which more Swedish letters stand.</summary>
    public static SieEncoding Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(ByteOrderMark))
            return SieEncoding.Utf8;
        var first = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        if (first < 0)
            return SieEncoding.Cp437;
        if (Utf8.IsValid(bytes[first..]))
            return SieEncoding.Utf8;

        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var b in bytes[first..])
            counts[b]++;
        int old = 0, windows = 0;
        for (var i = 0; i < Swedish437.Length; i++)
        {
            old += counts[Swedish437[i]];
            windows += counts[Swedish1252[i]];
        }

        return windows > old ? SieEncoding.Windows1252 : SieEncoding.Cp437;
    }

    /// <summary>Text of the bytes; control characters, which no text may hold, become spaces.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, SieEncoding encoding)
    {
        if (bytes.IsEmpty)
            return "";
        if (encoding == SieEncoding.Utf8)
        {
            var text = Encoding.UTF8.GetString(bytes);
            return text.AsSpan().ContainsAnyInRange('\0', '\u001F') ? string.Concat(text.Select(c => c < ' ' ? ' ' : c)) : text;
        }

        return string.Create(bytes.Length, new Source(bytes, encoding), static (characters, source) =>
        {
            for (var i = 0; i < characters.Length; i++)
                characters[i] = Character(source.Bytes[i], source.Encoding);
        });
    }

    /// <summary>The same into characters that there is room for, and how many they came to.</summary>
    public static int Decode(ReadOnlySpan<byte> bytes, SieEncoding encoding, Span<char> characters)
    {
        if (encoding == SieEncoding.Utf8)
        {
            var count = Encoding.UTF8.GetChars(bytes, characters);
            foreach (ref var character in characters[..count])
                character = character < ' ' ? ' ' : character;
            return count;
        }

        for (var i = 0; i < bytes.Length; i++)
            characters[i] = Character(bytes[i], encoding);
        return bytes.Length;
    }

    /// <summary>How many characters the bytes make, so that a column can be told as the reader of the file counts it.</summary>
    public static int Length(ReadOnlySpan<byte> bytes, SieEncoding encoding) =>
        encoding == SieEncoding.Utf8 ? Encoding.UTF8.GetCharCount(bytes) : bytes.Length;

    /// <summary>Tells whether a character may stand in a text of a file that we write.</summary>
    public static bool TryEncode(char character, out byte value)
    {
        value = (byte)(character & 0x7F);
        return character < 0x80 ? character is >= ' ' and not '\u007F' : s_to437.TryGetValue(character, out value);
    }

    /// <summary>The bytes moved to code page 437; a character that it lacks becomes a question mark, control characters stay.</summary>
    public static byte[] ToCp437(ReadOnlySpan<byte> bytes, SieEncoding encoding)
    {
        var text = encoding == SieEncoding.Utf8 ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        var result = new byte[text.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var character = encoding == SieEncoding.Windows1252 ? Character1252((byte)text[i]) : text[i];
            result[i] = character < 0x80 ? (byte)character : s_to437.GetValueOrDefault(character, (byte)'?');
        }

        return result;
    }

    private static char Character(byte b, SieEncoding encoding) => b switch
    {
        < 0x20 => ' ',
        < 0x80 => (char)b,
        _ => encoding == SieEncoding.Cp437 ? Upper437[b - 128] : Character1252(b),
    };

    private static char Character1252(byte b) => b is >= 0x80 and < 0xA0 ? Lower1252[b - 128] : (char)b;

    private readonly ref struct Source(ReadOnlySpan<byte> bytes, SieEncoding encoding)
    {
        public readonly ReadOnlySpan<byte> Bytes = bytes;
        public readonly SieEncoding Encoding = encoding;
    }
}
