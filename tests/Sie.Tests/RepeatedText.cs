using System.Text;

namespace Styrkedja.Sie;

/// <summary>A stream that makes up its text as it is read: a beginning, and then the same piece again and again, eight # in it being its number.</summary>
internal sealed class RepeatedText(string beginning, string piece, int count) : Stream
{
    private readonly byte[] _piece = Encoding.Latin1.GetBytes(piece);
    private readonly int _number = piece.IndexOf("########", StringComparison.Ordinal);
    private ReadOnlyMemory<byte> _rest = Encoding.Latin1.GetBytes(beginning);
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var filled = 0;
        while (filled < buffer.Length)
        {
            if (_rest.IsEmpty && !TryNext())
                break;
            var length = Math.Min(_rest.Length, buffer.Length - filled);
            _rest.Span[..length].CopyTo(buffer[filled..]);
            _rest = _rest[length..];
            filled += length;
        }

        return filled;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool TryNext()
    {
        if (_next == count)
            return false;
        _next++;
        if (_number >= 0)
            Assert.True(_next.TryFormat(_piece.AsSpan(_number, 8), out _, "00000000"));
        _rest = _piece;
        return true;
    }
}
