using System.Buffers;

namespace Styrkedja.Store.Journal;

/// <summary>The canonical bytes of entries that follow each other, in one piece of memory that is lent and given back.</summary>
public sealed class EntryBlock : IDisposable
{
    private const int EntriesHeld = 4096;
    private const int BytesWanted = 1 << 20;

    private readonly int[] _ends = new int[EntriesHeld];
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(BytesWanted);

    public int Count { get; private set; }

    /// <summary>The canonical bytes of an entry of the block, counted from zero.</summary>
    public ReadOnlySpan<byte> this[int at] => _bytes.AsSpan(Start(at), _ends[at] - Start(at));

    internal bool IsFull => Count == EntriesHeld || Start(Count) >= BytesWanted / 2;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    internal void Add(ReadOnlySpan<byte> canonical)
    {
        var start = Start(Count);
        if (_bytes.Length - start < canonical.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(start + canonical.Length);
            _bytes.AsSpan(0, start).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        canonical.CopyTo(_bytes.AsSpan(start));
        _ends[Count++] = start + canonical.Length;
    }

    private int Start(int at) => at == 0 ? 0 : _ends[at - 1];
}
