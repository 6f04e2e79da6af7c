namespace Styrkedja.Sie;

/// <summary>Cuts a file into segments, from memory or from a stream, at the same places either way.</summary>
/// <remarks>A cut falls after the last line of the window that surely ends a voucher or stands outside one. When there is none, because one voucher is
/// longer than the window, the window is widened, up to a limit.</remarks>
internal sealed class SieSegments
{
    /// <summary>A voucher larger than this is not held in one piece.</summary>
    public const int Widest = 1 << 26;

    private readonly int _usual;
    private readonly ReadOnlyMemory<byte> _memory;
    private readonly Stream? _stream;
    private readonly Action<ReadOnlySpan<byte>>? _raw;
    private readonly Stack<SieSegment> _free = new();
    private byte[] _carried = [];
    private int _carriedLength;
    private long _position;
    private bool _withinLine;
    private bool _ended;

    public SieSegments(ReadOnlyMemory<byte> memory, int usual)
    {
        _memory = memory;
        _usual = usual;
    }

    /// <param name="raw">Is handed every byte of the stream in order, while it is still near at hand.</param>
    public SieSegments(Stream stream, int usual, Action<ReadOnlySpan<byte>>? raw)
    {
        _stream = stream;
        _usual = usual;
        _raw = raw;
    }

    /// <summary>The next segment, or null at the end of the file. A file without content has one, which is empty.</summary>
    public SieSegment? Next()
    {
        if (_ended)
            return null;
        var segment = _free.TryPop(out var used) ? used : new SieSegment();
        segment.Renew();
        var window = _stream is null ? Cut(_memory[(int)_position..], segment) : CutStream(segment, _stream);
        segment.Bytes = window;
        segment.Position = _position;
        segment.BeginsWithinLine = _withinLine;
        _withinLine = segment.IsForced && window.Span[^1] != (byte)'\n';
        _position += window.Length;
        _ended = segment.IsLast;
        return segment;
    }

    /// <summary>Takes back a segment that nobody reads any more.</summary>
    public void Return(SieSegment segment) => _free.Push(segment);

    /// <summary>The whole file as one stream, of which only the first segment has been fetched.</summary>
    public Stream From(SieSegment first)
    {
        if (_stream is null)
            return new JoinedStream(_memory, default, null, null);
        return new JoinedStream(first.Bytes, _carried.AsMemory(0, _carriedLength), _stream, _raw);
    }

    private ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> rest, SieSegment segment)
    {
        for (var width = _usual; ; width *= 2)
        {
            segment.IsLast = rest.Length <= width;
            if (Length(rest.Span[..Math.Min(width, rest.Length)], segment, width) is var length and >= 0)
                return rest[..length];
        }
    }

    private ReadOnlyMemory<byte> CutStream(SieSegment segment, Stream stream)
    {
        // What was left of a window that had to be wide may be more than a window of the usual width.
        var filled = _carriedLength;
        Room(segment, 0, filled);
        _carried.AsSpan(0, filled).CopyTo(segment.Buffer);
        for (var width = _usual; ; width *= 2)
        {
            // One byte more than the window tells whether the file goes on after it.
            if (filled <= width)
            {
                Room(segment, filled, width + 1);
                var room = segment.Buffer.AsSpan(filled, width + 1 - filled);
                var read = stream.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
                _raw?.Invoke(room[..read]);
                filled += read;
            }

            segment.IsLast = filled <= width;
            var length = Length(segment.Buffer.AsSpan(0, Math.Min(filled, width)), segment, width);
            if (length < 0)
                continue;
            Carry(segment.Buffer.AsSpan(length, filled - length));
            return segment.Buffer.AsMemory(0, length);
        }
    }

    private static void Room(SieSegment segment, int filled, int length)
    {
        if (segment.Buffer.Length >= length)
            return;
        var wider = GC.AllocateUninitializedArray<byte>(length);
        segment.Buffer.AsSpan(0, filled).CopyTo(wider);
        segment.Buffer = wider;
    }

    private void Carry(ReadOnlySpan<byte> rest)
    {
        if (_carried.Length < rest.Length)
            _carried = GC.AllocateUninitializedArray<byte>(rest.Length);
        rest.CopyTo(_carried);
        _carriedLength = rest.Length;
    }

    /// <summary>How much of a window makes a segment; -1 when the window is to be widened.</summary>
    private static int Length(ReadOnlySpan<byte> window, SieSegment segment, int width)
    {
        segment.IsForced = false;
        if (segment.IsLast)
            return window.Length;
        var length = LastPlaceToCut(window);
        if (length > 0)
            return length;
        if (width < Widest)
            return -1;
        segment.IsForced = true;
        return window.LastIndexOf((byte)'\n') is var end and >= 0 ? end + 1 : window.Length;
    }

    /// <summary>Goes back line by line to one before or after which no voucher is open; 0 when there is none.</summary>
    private static int LastPlaceToCut(ReadOnlySpan<byte> window)
    {
        var end = window.LastIndexOf((byte)'\n') + 1;
        while (end > 0)
        {
            var start = window[..(end - 1)].LastIndexOf((byte)'\n') + 1;
            var line = window[start..end].TrimStart(" \t"u8);
            if (line[0] == (byte)'}')
                return end;
            if (line[0] == (byte)'#')
            {
                if (Begins(line, "#ver"u8))
                    return start;
                if (!Begins(line, "#trans"u8) && !Begins(line, "#rtrans"u8) && !Begins(line, "#btrans"u8))
                    return end;
            }

            end = start;
        }

        return 0;
    }

    private static bool Begins(ReadOnlySpan<byte> line, ReadOnlySpan<byte> label) =>
        line.Length > label.Length && System.Text.Ascii.EqualsIgnoreCase(line[..label.Length], label);
}
