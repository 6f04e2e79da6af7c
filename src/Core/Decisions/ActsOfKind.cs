using System.Reflection;

namespace Styrkedja.Decisions;

/// <summary>Every act of one kind that a journal holds so far, numbered as recorded, with the order in which they take effect.</summary>
/// <remarks>What is found out about an act (its order, its key) is found once and kept for every moment that is asked about. One thread at a time.</remarks>
internal sealed class ActsOfKind
{
    private readonly GrowingList<Recorded> _acts;
    private readonly Dictionary<Delegate, object> _keys = [];
    private object? _decided;

    // The numbers of the acts in the order in which they take effect, and whether that is the order in which they were recorded.
    private int[] _order = [];
    private int _ordered;
    private bool _asRecorded = true;

    public ActsOfKind() => _acts = new();

    private ActsOfKind(GrowingList<Recorded> acts) => _acts = acts;

    public int Count => _acts.Count;

    public Recorded this[int number] => _acts[number];

    public void Add(Act act, Decision by, long position) => _acts.Add(new(act, by, position));

    public ActsOfKind Fork() => new(_acts.Fork()) { _order = _order[.._ordered], _ordered = _ordered, _asRecorded = _asRecorded };

    /// <summary>The acts decided by a day and recorded by a position, in the order in which they take effect.</summary>
    public ActsTaken Taken(DateOnly asOf, long knownAt)
    {
        PutInOrder();
        var known = knownAt == long.MaxValue ? Count : _acts.CountUntil(act => act.Position > knownAt);
        var decided = DecidedBy(asOf);
        if (_asRecorded || known == Count)
            return new(this, _order, Math.Min(known, decided));
        var taken = new int[Math.Min(known, decided)];
        var count = 0;
        for (var i = 0; i < decided; i++)
        {
            if (_order[i] < known)
                taken[count++] = _order[i];
        }

        return new(this, taken, count);
    }

    /// <summary>The acts by number, each with its decision.</summary>
    public GrowingList<Decided<TAct>> WithDecisions<TAct>()
        where TAct : Act
    {
        var decided = (GrowingList<Decided<TAct>>)(_decided ??= new GrowingList<Decided<TAct>>());
        while (decided.Count < Count)
        {
            var (act, by, position) = _acts[decided.Count];
            decided.Add(new((TAct)act, by, position));
        }

        return decided;
    }

    /// <summary>The number of each act's key: the first key met is 0, the next that differs from it 1. Kept when the key is of the act alone.</summary>
    public ActKeys<TAct, TKey> KeysOf<TAct, TKey>(Func<TAct, TKey> key)
        where TAct : Act
        where TKey : notnull
    {
        var keys = Kept<ActKeys<TAct, TKey>>(key);
        keys.GoOn(WithDecisions<TAct>(), key);
        return keys;
    }

    /// <summary>The same for the rows that acts consist of.</summary>
    public RowKeys<TAct, TRow, TKey> KeysOf<TAct, TRow, TKey>(Func<TAct, IReadOnlyList<TRow>> rows, Func<TAct, TRow, TKey> key)
        where TAct : Act
        where TKey : notnull
    {
        var keys = Kept<RowKeys<TAct, TRow, TKey>>(key);
        keys.GoOn(WithDecisions<TAct>(), rows, key);
        return keys;
    }

    private TKeys Kept<TKeys>(Delegate key)
        where TKeys : class, new()
    {
        // A delegate that has caught a value from outside may give another key the next time it is made.
        var lasting = key.Target is null || key.Target.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Length == 0;
        if (!lasting)
            return new();
        if (!_keys.TryGetValue(key, out var kept))
            _keys[key] = kept = new TKeys();
        return (TKeys)kept;
    }

    /// <summary>How many acts, in the order in which they take effect, are decided by a day.</summary>
    private int DecidedBy(DateOnly asOf)
    {
        if (asOf == DateOnly.MaxValue)
            return Count;
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (DayOf(_order[middle]) > asOf)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private DateOnly DayOf(int number) => _acts[number].By.Date.Latest;

    /// <summary>Puts the acts that have come since last time where they belong. What was handed out before is never written over.</summary>
    private void PutInOrder()
    {
        if (_ordered == Count)
            return;
        var come = new int[Count - _ordered];
        var inOrder = true;
        for (var i = 0; i < come.Length; i++)
        {
            come[i] = _ordered + i;
            inOrder &= i == 0 ? _ordered == 0 || DayOf(_order[_ordered - 1]) <= DayOf(come[i]) : DayOf(come[i - 1]) <= DayOf(come[i]);
        }

        if (inOrder)
        {
            if (_order.Length < Count)
                Array.Resize(ref _order, Math.Max(Count, Math.Min(2 * _order.Length, 1 << 30)));
            come.CopyTo(_order.AsSpan(_ordered));
        }
        else
        {
            _asRecorded = false;
            Array.Sort([.. come.Select(number => ((long)DayOf(number).DayNumber << 32) | (uint)number)], come);
            _order = Merged(_order.AsSpan(0, _ordered), come);
        }

        _ordered = Count;
    }

    private int[] Merged(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var merged = new int[first.Length + second.Length];
        for (int at = 0, one = 0, other = 0; at < merged.Length; at++)
            merged[at] = other == second.Length || (one < first.Length && DayOf(first[one]) <= DayOf(second[other])) ? first[one++] : second[other++];
        return merged;
    }

    /// <summary>An act as recorded, with its decision and position.</summary>
    internal readonly record struct Recorded(Act Act, Decision By, long Position);
}

/// <summary>Acts of one kind taken out for a moment, in the order in which they take effect.</summary>
internal readonly struct ActsTaken(ActsOfKind? kind, int[] order, int count)
{
    public static readonly ActsTaken None = new(null, [], 0);

    public ActsOfKind? Kind => kind;

    public int Count => count;

    public ReadOnlySpan<int> Numbers => order.AsSpan(0, count);

    /// <summary>True when the other are the same acts in the same order, with none besides.</summary>
    public bool IsSameAs(ActsTaken other)
    {
        if (count != other.Count)
            return false;
        if (ReferenceEquals(kind, other.Kind))
            return Numbers.SequenceEqual(other.Numbers);
        for (var i = 0; i < count; i++)
        {
            var (one, two) = (kind![Numbers[i]], other.Kind![other.Numbers[i]]);
            if (!ReferenceEquals(one.Act, two.Act) || !ReferenceEquals(one.By, two.By) || one.Position != two.Position)
                return false;
        }

        return true;
    }
}
