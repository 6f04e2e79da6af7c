using System.Buffers;
using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Styrkedja.Decisions;

/// <summary>The keys of acts as numbers, so that which acts stand can be told without asking for any key again.</summary>
internal sealed class ActKeys<TAct, TKey>
    where TAct : Act
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _numbers = [];
    private readonly GrowingList<int> _ofAct = new();

    /// <summary>How many keys there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>The number of the key of each act, by the act's own number.</summary>
    public ReadOnlySpan<int> OfAct => _ofAct.Span;

    /// <summary>Finds the keys of the acts that have come since last time.</summary>
    public void GoOn(GrowingList<Decided<TAct>> acts, Func<TAct, TKey> key)
    {
        while (_ofAct.Count < acts.Count)
        {
            var of = key(acts[_ofAct.Count].Act);
            if (!_numbers.TryGetValue(of, out var number))
                _numbers[of] = number = _numbers.Count;
            _ofAct.Add(number);
        }
    }
}

/// <summary>The rows of acts with their keys as numbers, so that which rows stand can be told without asking for any key again.</summary>
internal sealed class RowKeys<TAct, TRow, TKey>
    where TAct : Act
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _numbers = [];
    private readonly GrowingList<(int Key, TRow Row)> _rows = new();
    private readonly GrowingList<int> _ends = new();

    /// <summary>How many keys there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>The rows of an act, by the act's number.</summary>
    public ReadOnlySpan<(int Key, TRow Row)> RowsOf(int act) => _rows.Span[(act == 0 ? 0 : _ends[act - 1]).._ends[act]];

    /// <summary>Finds the keys of the rows that have come since last time.</summary>
    public void GoOn(GrowingList<Decided<TAct>> acts, Func<TAct, IReadOnlyList<TRow>> rows, Func<TAct, TRow, TKey> key)
    {
        while (_ends.Count < acts.Count)
        {
            var act = acts[_ends.Count].Act;
            foreach (var row in rows(act))
            {
                var of = key(act, row);
                if (!_numbers.TryGetValue(of, out var number))
                    _numbers[of] = number = _numbers.Count;
                _rows.Add((number, row));
            }

            _ends.Add(_rows.Count);
        }
    }

    /// <summary>The rows that stand after later ones have replaced earlier ones with the same key, in the order first named.</summary>
    public IReadOnlyList<(TRow Row, Decided<TAct> Decided)> Standing(ActsTaken taken, GrowingList<Decided<TAct>> acts)
    {
        var places = ArrayPool<int>.Shared.Rent(Count);
        places.AsSpan(0, Count).Clear();
        var standing = new List<(TRow, Decided<TAct>)>();
        foreach (var number in taken.Numbers)
        {
            foreach (var (of, row) in RowsOf(number))
            {
                if (places[of] == 0)
                {
                    standing.Add((row, acts[number]));
                    places[of] = standing.Count;
                }
                else
                {
                    standing[places[of] - 1] = (row, acts[number]);
                }
            }
        }

        ArrayPool<int>.Shared.Return(places);
        return standing;
    }
}

/// <summary>The acts that stand after later ones have replaced earlier ones with the same key, in the order first named.</summary>
internal sealed class LatestActs<TAct, TKey>(Decided<TAct>[] standing, Func<TAct, TKey> key) : IReadOnlyDictionary<TKey, Decided<TAct>>
    where TAct : Act
    where TKey : notnull
{
    private Dictionary<TKey, Decided<TAct>>? _byKey;

    public int Count => standing.Length;

    public IEnumerable<TKey> Keys => standing.Select(decided => key(decided.Act));

    public IEnumerable<Decided<TAct>> Values => standing;

    public Decided<TAct> this[TKey of] => ByKey()[of];

    public static LatestActs<TAct, TKey> Of(ActsTaken taken, Func<TAct, TKey> key)
    {
        if (taken.Kind is not { } kind || taken.Count == 0)
            return new([], key);
        var (acts, keys) = (kind.WithDecisions<TAct>(), kind.KeysOf(key));
        // Where the act of each key stands, counted from one; zero while no act has named it.
        var places = ArrayPool<int>.Shared.Rent(keys.Count);
        places.AsSpan(0, keys.Count).Clear();
        var standing = new Decided<TAct>[Math.Min(keys.Count, taken.Count)];
        var count = 0;
        foreach (var number in taken.Numbers)
        {
            ref var place = ref places[keys.OfAct[number]];
            if (place == 0)
                place = ++count;
            standing[place - 1] = acts[number];
        }

        ArrayPool<int>.Shared.Return(places);
        return new(count == standing.Length ? standing : standing[..count], key);
    }

    public bool ContainsKey(TKey of) => ByKey().ContainsKey(of);

    public bool TryGetValue(TKey of, [MaybeNullWhen(false)] out Decided<TAct> value) => ByKey().TryGetValue(of, out value);

    public IEnumerator<KeyValuePair<TKey, Decided<TAct>>> GetEnumerator() => standing.Select(decided => KeyValuePair.Create(key(decided.Act), decided)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Most who ask go through all of them; only a reader who looks up a key needs this. Two who look at once make the same.
    private Dictionary<TKey, Decided<TAct>> ByKey() => _byKey ??= standing.ToDictionary(decided => key(decided.Act));
}
