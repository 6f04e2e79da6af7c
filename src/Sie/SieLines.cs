using System.Buffers;
using System.Globalization;

namespace Styrkedja.Sie;

/// <summary>Puts records into bytes: fields in code page 437, quotes where they are needed, and the checksum along the way.</summary>
/// <remarks>Empty fields wait until one with content follows; those at the end of a record are left out. Rule: SIE 4C, empty fields.</remarks>
internal sealed class SieLines(SieWriting writing)
{
    private readonly ArrayBufferWriter<byte> _written = new(1 << 14);
    private readonly SieChecksum _sum = new();
    private readonly List<SieFault> _faults = [];
    private byte[] _field = new byte[256];
    private bool _summing;
    private int _waiting;
    private int _line = 1;

    /// <summary>Texts that code page 437 or the rules of quoting cannot carry.</summary>
    public IReadOnlyList<SieFault> Faults => _faults;

    public ReadOnlyMemory<byte> Written => _written.WrittenMemory;

    public SieLines Begin(SieLabel label)
    {
        Put(SieLabels.Bytes(label));
        _waiting = 0;
        return this;
    }

    public void End()
    {
        if (writing.CarriageReturn)
            Byte('\r');
        Byte('\n');
        _line++;
    }

    public void OpenChecksum()
    {
        if (!writing.Checksum)
            return;
        Begin(SieLabel.Ksumma).End();
        _summing = true;
    }

    public void CloseChecksum()
    {
        if (!_summing)
            return;
        _summing = false;
        Begin(SieLabel.Ksumma).Code(_sum.Value.ToString(CultureInfo.InvariantCulture)).End();
    }

    /// <summary>A record of one field, left out when the field is.</summary>
    public void Optional(SieLabel label, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            Begin(label).Field(text).End();
    }

    public void Brace(char brace)
    {
        Byte(brace);
        End();
    }

    /// <summary>A field that may be empty and is then left out at the end of the record.</summary>
    public SieLines Field(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            _waiting++;
            return this;
        }

        return Kept(text);
    }

    /// <summary>A field that stands even when empty.</summary>
    public SieLines Kept(string text)
    {
        for (; _waiting > 0; _waiting--)
            _written.Write(" \"\""u8);
        Byte(' ');
        Quote(text);
        return this;
    }

    /// <summary>A field of our own making, such as a number, that needs no quotes.</summary>
    public SieLines Code(string text) => Kept(text);

    public SieLines Objects(IReadOnlyList<SieObjectRef> objects)
    {
        _written.Write(" {"u8);
        for (var i = 0; i < objects.Count; i++)
        {
            if (i > 0)
                Byte(' ');
            Quote(SieValues.Count(objects[i].Dimension));
            Byte(' ');
            Quote(objects[i].Object);
        }

        Byte('}');
        return this;
    }

    private void Byte(char character)
    {
        _written.GetSpan(1)[0] = (byte)character;
        _written.Advance(1);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        _written.Write(bytes);
        if (_summing)
            _sum.Feed(bytes);
    }

    private void Quote(string text)
    {
        if (!SieWritable.Is(text))
            _faults.Add(SieFault.Of(SieFaults.TextUnwritable, _line, 1, text));
        if (_field.Length < text.Length)
            _field = new byte[text.Length * 2];
        for (var i = 0; i < text.Length; i++)
            _field[i] = SieCharacters.TryEncode(text[i], out var value) ? value : (byte)'?';
        var plain = _field.AsSpan(0, text.Length);
        if (_summing)
            _sum.Feed(plain);
        var quoted = text.Length == 0 || text.AsSpan().ContainsAny(" \"{}");
        if (quoted)
            Byte('"');
        foreach (var b in plain)
        {
            if (b == (byte)'"')
                Byte('\\');
            Byte((char)b);
        }

        if (quoted)
            Byte('"');
    }
}
