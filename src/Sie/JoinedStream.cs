namespace Styrkedja.Sie;

/// <summary>Bytes that have been fetched already, and after them the rest of the stream that they came from.</summary>
internal sealed class JoinedStream(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second, Stream? rest, Action<ReadOnlySpan<byte>>? raw) : Stream
{
    private ReadOnlyMemory<byte> _first = first;
    private ReadOnlyMemory<byte> _second = second;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_first.IsEmpty)
            (_first, _second) = (_second, default);
        if (!_first.IsEmpty)
        {
            var length = Math.Min(_first.Length, buffer.Length);
            _first.Span[..length].CopyTo(buffer);
            _first = _first[length..];
            return length;
        }

        var read = rest?.Read(buffer) ?? 0;
        raw?.Invoke(buffer[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
