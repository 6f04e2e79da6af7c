namespace Styrkedja.Sie;

/// <summary>The numbers that the vouchers of one series have had, so that one met again is found, in little memory however many they are.</summary>
/// <remarks>Numbers that ascend are kept as one bit each, in words of sixty-four, and full words that follow each other as one entry; where an entry grows
/// out of many vouchers, the line of a first voucher is known only as the line from which to look. Numbers that stand out of order are kept one by one.</remarks>
internal sealed class SieVoucherNumbers
{
    private readonly Dictionary<long, int> _outOfOrder = [];
    private Entry[] _entries = new Entry[4];
    private int _count;
    private int _joinAt = 1 << 14;

    /// <summary>The highest number so far; -1 before the first.</summary>
    public long Last { get; private set; } = -1;

    public bool IsDisorderTold { get; set; }

    /// <summary>Adds a number; gives back 0 when it is new, else the line at or after which it was first met.</summary>
    public int Add(long number, int line)
    {
        if (number > Last)
        {
            Last = number;
            Append(number, line);
            return 0;
        }

        if (Find(number) is > 0 and var first)
            return first;
        if (_outOfOrder.TryGetValue(number, out var before))
            return before;
        _outOfOrder.Add(number, line);
        return 0;
    }

    private void Append(long number, int line)
    {
        var word = number >> 6;
        var bit = 1UL << (int)(number & 63);
        if (_count > 0 && _entries[_count - 1] is { Words: 1 } last && last.Word == word)
        {
            _entries[_count - 1].Bits |= bit;
            return;
        }

        if (_count == _joinAt)
            Join();
        if (_count == _entries.Length)
            Array.Resize(ref _entries, _count * 2);
        _entries[_count++] = new Entry { Word = word, Words = 1, Bits = bit, Line = line };
    }

    /// <summary>Joins neighbours that are full, two and two.</summary>
    private void Join()
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            var entry = _entries[i];
            if (i + 1 < _count && entry.Bits == ulong.MaxValue && _entries[i + 1] is { Bits: ulong.MaxValue } next && next.Word == entry.Word + entry.Words)
            {
                entry.Words += next.Words;
                i++;
            }

            _entries[kept++] = entry;
        }

        _count = kept;
        if (_count > _joinAt * 3 / 4)
            _joinAt *= 2;
    }

    private int Find(long number)
    {
        var word = number >> 6;
        int low = 0, high = _count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            ref readonly var entry = ref _entries[middle];
            if (word < entry.Word)
                high = middle - 1;
            else if (word >= entry.Word + entry.Words)
                low = middle + 1;
            else
                return (entry.Bits & (1UL << (int)(number & 63))) != 0 ? entry.Line : 0;
        }

        return 0;
    }

    private struct Entry
    {
        public long Word;
        public long Words;
        public ulong Bits;
        public int Line;
    }
}
