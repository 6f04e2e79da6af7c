namespace Styrkedja.Decisions;

/// <summary>All acts known at a certain moment in the order in which they take effect.</summary>
/// <remarks>For one fold at a time: it notes which kinds of acts a room reads.</remarks>
public sealed class ActsInOrder
{
    private readonly ActsRecorded _recorded;
    private readonly DateOnly _asOf;
    private readonly long _knownAt;
    private readonly Dictionary<Type, ActsTaken> _taken = [];
    private readonly HashSet<Type> _read = [];

    public ActsInOrder(IEnumerable<(Decision Decision, long Position)> decisions)
        : this(new(), DateOnly.MaxValue, long.MaxValue)
    {
        foreach (var (decision, position) in decisions.OrderBy(d => d.Position))
            _recorded.Add(decision, position);
    }

    internal ActsInOrder(ActsRecorded recorded, DateOnly asOf, long knownAt) => (_recorded, _asOf, _knownAt) = (recorded, asOf, knownAt);

    /// <summary>The acts of one kind, the one that wins last.</summary>
    public IEnumerable<Decided<TAct>> Of<TAct>()
        where TAct : Act
    {
        _read.Add(typeof(TAct));
        return InOrder<TAct>(OfKind(typeof(TAct)));
    }

    /// <summary>The acts of one kind that stand after later ones have replaced earlier ones with the same key, in the order first named.</summary>
    public IReadOnlyDictionary<TKey, Decided<TAct>> Latest<TAct, TKey>(Func<TAct, TKey> key)
        where TAct : Act
        where TKey : notnull
    {
        _read.Add(typeof(TAct));
        return LatestActs<TAct, TKey>.Of(OfKind(typeof(TAct)), key);
    }

    /// <summary>The rows of one kind of acts that stand after later ones have replaced earlier ones with the same key, in the order first named.</summary>
    public IReadOnlyList<(TRow Row, Decided<TAct> Decided)> LatestRows<TAct, TRow, TKey>(Func<TAct, IReadOnlyList<TRow>> rows, Func<TAct, TRow, TKey> key)
        where TAct : Act
        where TKey : notnull
    {
        _read.Add(typeof(TAct));
        var taken = OfKind(typeof(TAct));
        return taken.Kind is { } kind ? kind.KeysOf(rows, key).Standing(taken, kind.WithDecisions<TAct>()) : [];
    }

    /// <summary>Folds a room, and keeps with it the acts that it was folded from.</summary>
    public FoldedRoom<TRoom> Fold<TRoom>(Func<ActsInOrder, TRoom> fold)
    {
        _read.Clear();
        var room = fold(this);
        return new(room, [.. _read.Select(kind => (kind, OfKind(kind)))]);
    }

    internal ActsTaken OfKind(Type kind)
    {
        if (!_taken.TryGetValue(kind, out var acts))
            _taken[kind] = acts = _recorded.Taken(kind, _asOf, _knownAt);
        return acts;
    }

    private static IEnumerable<Decided<TAct>> InOrder<TAct>(ActsTaken taken)
        where TAct : Act
    {
        if (taken.Kind is not { } kind)
            yield break;
        var acts = kind.WithDecisions<TAct>();
        for (var i = 0; i < taken.Count; i++)
            yield return acts[taken.Numbers[i]];
    }
}

/// <summary>A room of the state with the acts it rests on, so that a room which rests on the same need not be folded again.</summary>
public sealed class FoldedRoom<TRoom>
{
    private readonly (Type Kind, ActsTaken Acts)[] _read;

    internal FoldedRoom(TRoom room, (Type Kind, ActsTaken Acts)[] read) => (Room, _read) = (room, read);

    public TRoom Room { get; }

    /// <summary>True when every act that the room has read stands among the others in the same order, with none besides.</summary>
    public bool RestsOnTheSame(ActsInOrder acts)
    {
        foreach (var (kind, had) in _read)
        {
            if (!had.IsSameAs(acts.OfKind(kind)))
                return false;
        }

        return true;
    }
}
