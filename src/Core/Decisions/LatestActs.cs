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
        var places = new int[keys.Count];
        var standing = new Decided<TAct>[Math.Min(keys.Count, taken.Count)];
        var count = 0;
        foreach (var number in taken.Numbers)
        {
            ref var place = ref places[keys.OfAct[number]];
            if (place == 0)
                place = ++count;
            standing[place - 1] = acts[number];
        }

        return new(count == standing.Length ? standing : standing[..count], key);
    }

    public bool ContainsKey(TKey of) => ByKey().ContainsKey(of);

    public bool TryGetValue(TKey of, [MaybeNullWhen(false)] out Decided<TAct> value) => ByKey().TryGetValue(of, out value);

    public IEnumerator<KeyValuePair<TKey, Decided<TAct>>> GetEnumerator() => standing.Select(decided => KeyValuePair.Create(key(decided.Act), decided)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Most who ask go through all of them; only a reader who looks up a key needs this. Two who look at once make the same.
    private Dictionary<TKey, Decided<TAct>> ByKey() => _byKey ??= standing.ToDictionary(decided => key(decided.Act));
}
