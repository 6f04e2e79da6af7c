using System.Buffers.Text;

namespace Styrkedja.Bench.Ledgers;

/// <summary>Text on its way to a file as bytes, many pieces at a time.</summary>
public sealed class ByteText(Stream stream) : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 20];
    private int _used;

    public ByteText Add(ReadOnlySpan<byte> bytes)
    {
        if (_buffer.Length - _used < bytes.Length)
            Flush();
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
        return this;
    }

    public ByteText Add(long number)
    {
        if (_buffer.Length - _used < 32)
            Flush();
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_used), out var written);
        _used += written;
        return this;
    }

    /// <summary>Kronor with two decimals and a point.</summary>
    public ByteText Kronor(long ore)
    {
        if (ore < 0)
            Add("-"u8);
        Add(Math.Abs(ore) / 100).Add("."u8);
        var parts = (int)(Math.Abs(ore) % 100);
        if (_buffer.Length - _used < 2)
            Flush();
        (_buffer[_used], _buffer[_used + 1]) = ((byte)('0' + (parts / 10)), (byte)('0' + (parts % 10)));
        _used += 2;
        return this;
    }

    public void Dispose()
    {
        Flush();
        stream.Dispose();
    }

    private void Flush()
    {
        stream.Write(_buffer, 0, _used);
        _used = 0;
    }
}
