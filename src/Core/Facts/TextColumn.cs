namespace Styrkedja.Facts;

/// <summary>Texts one after the other as UTF-8 in one run of bytes, so that a million of them cost no million strings.</summary>
/// <remarks>Holds at most 2 GB. An empty text means none.</remarks>
public sealed class TextColumn
{
    private byte[] _bytes = new byte[1 << 12];
    private int[] _ends = new int[1 << 10];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int place] => _bytes.AsSpan(Start(place), _ends[place] - Start(place));

    public void Add(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        End(utf8.Length);
    }

    /// <summary>Room for the next text, to be followed by <see cref="End"/> with how much of it was used.</summary>
    public Span<byte> Room(int length)
    {
        var from = Start(Count);
        if (length > _bytes.Length - from)
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max((long)from + length, _bytes.Length * 2L), Array.MaxLength));
        return _bytes.AsSpan(from, length);
    }

    public void End(int length)
    {
        if (Count == _ends.Length)
            Array.Resize(ref _ends, Count * 2);
        _ends[Count] = Start(Count) + length;
        Count++;
    }

    private int Start(int place) => place == 0 ? 0 : _ends[place - 1];
}
