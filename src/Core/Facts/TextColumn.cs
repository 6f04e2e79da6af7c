using System.Buffers;

namespace Styrkedja.Facts;

/// <summary>Texts one after the other as UTF-8 in one run of bytes, so that a million of them cost no million strings.</summary>
/// <remarks>A text is written piece by piece and closed by <see cref="End"/>. Holds at most 2 GB. An empty text means none.</remarks>
public sealed class TextColumn : IBufferWriter<byte>
{
    private byte[] _bytes = new byte[1 << 12];
    private int[] _ends = new int[1 << 10];
    private int _written;

    public int Count { get; private set; }

    /// <summary>True when no text at all has been written.</summary>
    public bool IsEmpty => _written == 0;

    public ReadOnlySpan<byte> this[int place]
    {
        get
        {
            var from = place == 0 ? 0 : _ends[place - 1];
            return _bytes.AsSpan(from, _ends[place] - from);
        }
    }

    /// <summary>Adds a whole text.</summary>
    public void Add(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(GetSpan(utf8.Length));
        Advance(utf8.Length);
        End();
    }

    /// <summary>Closes the text written since the last one.</summary>
    public void End()
    {
        if (Count == _ends.Length)
            Array.Resize(ref _ends, Count * 2);
        _ends[Count++] = _written;
    }

    /// <summary>Holds the texts where they lie until the handle is disposed of; nothing may be added meanwhile.</summary>
    public MemoryHandle Pin() => _bytes.AsMemory().Pin();

    public void Advance(int count) => _written += count;

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var wanted = Math.Max(sizeHint, 1);
        if (wanted > _bytes.Length - _written)
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max((long)_written + wanted, _bytes.Length * 2L), Array.MaxLength));
        return _bytes.AsMemory(_written);
    }
}
