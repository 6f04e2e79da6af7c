namespace Styrkedja.Decisions;

/// <summary>A list that only grows, so that its beginning as it was at any moment can be handed out without a copy.</summary>
/// <remarks>One writer at a time. What has been handed out never changes, and may be read while more is added.</remarks>
internal sealed class GrowingList<T>
{
    private T[] _items;
    private int _room;

    public GrowingList() => _items = [];

    private GrowingList(T[] items, int count) => (_items, Count, _room) = (items, count, count);

    public int Count { get; private set; }

    public T this[int at] => _items[at];

    public ReadOnlySpan<T> Span => _items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (Count == _room)
        {
            // Always to memory of its own: a fork's items lie where the other goes on.
            var larger = new T[Math.Max(16, 2 * Count)];
            Span.CopyTo(larger);
            (_items, _room) = (larger, larger.Length);
        }

        _items[Count++] = item;
    }

    /// <summary>The first items, as a list that never changes.</summary>
    public IReadOnlyList<T> Beginning(int count) => new ArraySegment<T>(_items, 0, Math.Min(count, Count));

    /// <summary>A list that has the same items so far, and grows by itself.</summary>
    public GrowingList<T> Fork() => new(_items, Count);

    /// <summary>How many items, counted from the first, are not after a bound, when all those that are stand last.</summary>
    public int CountUntil(Func<T, bool> isAfter)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (isAfter(_items[middle]))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
