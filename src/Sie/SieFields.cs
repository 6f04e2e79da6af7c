namespace Styrkedja.Sie;

/// <summary>What stands next on a line: a field, a brace of an object list, or nothing more.</summary>
internal enum SieToken { End, Field, Open, Close }

/// <summary>What is wrong with the quotes of a field.</summary>
internal enum SieQuoting { Sound, Unclosed, Unescaped }

/// <summary>Walks through the fields of one record line, byte by byte, without copying.</summary>
/// <remarks>Fields are parted by spaces and tabs and may be wrapped in quotes; within a field a quote is preceded by a backslash, and a backslash
/// before anything else is a backslash. A quote that is never closed takes the rest of its line and no more. Rule: SIE 4B, record layout.</remarks>
internal ref struct SieFields
{
    private const byte Separates = 1, Braces = 2, Escapes = 4;

    private readonly ReadOnlySpan<byte> _line;
    private int _at;

    public SieFields(ReadOnlySpan<byte> line, int at)
    {
        _line = line;
        _at = at;
    }

    /// <summary>Where the field begins on the line, quote included; counted from zero.</summary>
    public int Start { get; private set; }

    /// <summary>The bytes of the field without wrapping quotes, escapes still in place.</summary>
    public ReadOnlySpan<byte> Raw { get; private set; }

    public bool Escaped { get; private set; }

    public bool Quoted { get; private set; }

    public SieQuoting Quoting { get; private set; }

    /// <summary>Where on the line the field with unsound quotes begins.</summary>
    public int QuotingAt { get; private set; }

    private static ReadOnlySpan<byte> Classes =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>The next field of a record without object list, where a brace is a character like any other.</summary>
    public bool NextText() => Next(Separates | Escapes) == SieToken.Field;

    /// <summary>The next field or brace of a record that has an object list.</summary>
    public SieToken Next() => Next(Separates | Escapes | Braces);

    /// <summary>The field as plain bytes, its escapes undone.</summary>
    public readonly ReadOnlySpan<byte> Plain() => Escaped ? Unescape(Raw) : Raw;

    private SieToken Next(byte stops)
    {
        var line = _line;
        var at = _at;
        while (at < line.Length && line[at] is (byte)' ' or (byte)'\t')
            at++;
        Start = at;
        Escaped = false;
        Quoted = false;
        if (at >= line.Length)
        {
            _at = at;
            Raw = default;
            return SieToken.End;
        }

        var first = line[at];
        if (first == (byte)'"')
            return NextQuoted(line, at);
        if ((stops & Braces) != 0 && first is (byte)'{' or (byte)'}')
        {
            _at = at + 1;
            Raw = default;
            return first == (byte)'{' ? SieToken.Open : SieToken.Close;
        }

        var from = at;
        for (; at < line.Length; at++)
        {
            var kind = Classes[line[at]] & stops;
            if (kind == 0)
                continue;
            if (kind != Escapes)
                break;
            if (at + 1 < line.Length && line[at + 1] == (byte)'"')
            {
                Escaped = true;
                at++;
            }
        }

        _at = at;
        Raw = line[from..at];
        return SieToken.Field;
    }

    private SieToken NextQuoted(ReadOnlySpan<byte> line, int quote)
    {
        Quoted = true;
        var from = quote + 1;
        var at = from;
        while (true)
        {
            var found = line[at..].IndexOf((byte)'"');
            if (found < 0)
            {
                Trouble(SieQuoting.Unclosed, quote);
                _at = line.Length;
                Raw = line[from..];
                return SieToken.Field;
            }

            at += found;
            if (at == from || line[at - 1] != (byte)'\\')
                break;
            Escaped = true;
            at++;
        }

        Raw = line[from..at];
        _at = at + 1;
        if (_at < line.Length && line[_at] is not ((byte)' ' or (byte)'\t' or (byte)'{' or (byte)'}'))
            Trouble(SieQuoting.Unescaped, quote);
        return SieToken.Field;
    }

    private void Trouble(SieQuoting quoting, int at)
    {
        if (Quoting != SieQuoting.Sound)
            return;
        Quoting = quoting;
        QuotingAt = at;
    }

    private static byte[] Unescape(ReadOnlySpan<byte> raw)
    {
        var plain = new byte[raw.Length];
        var n = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == (byte)'\\' && i + 1 < raw.Length && raw[i + 1] == (byte)'"')
                i++;
            plain[n++] = raw[i];
        }

        return plain[..n];
    }
}
