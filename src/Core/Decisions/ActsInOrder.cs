namespace Styrkedja.Decisions;

/// <summary>All acts known at a certain moment in the order in which they take effect.</summary>
/// <remarks>For one fold at a time: it notes which kinds of acts a room reads.</remarks>
public sealed class ActsInOrder
{
    private readonly Dictionary<Type, List<Decided<Act>>> _byKind = [];
    private readonly HashSet<Type> _read = [];

    public ActsInOrder(IEnumerable<(Decision Decision, long Position)> decisions)
    {
        foreach (var (decision, position) in decisions.OrderBy(d => d.Decision.Date.Latest).ThenBy(d => d.Position))
        {
            foreach (var act in decision.Acts)
            {
                if (!_byKind.TryGetValue(act.GetType(), out var acts))
                    _byKind[act.GetType()] = acts = [];
                acts.Add(new(act, decision, position));
            }
        }
    }

    /// <summary>The acts of one kind, the one that wins last.</summary>
    public IEnumerable<Decided<TAct>> Of<TAct>()
        where TAct : Act
    {
        _read.Add(typeof(TAct));
        return OfKind(typeof(TAct)).Select(d => new Decided<TAct>((TAct)d.Act, d.By, d.Position));
    }

    /// <summary>The acts of one kind that stand after later ones have replaced earlier ones with the same key, in the order first named.</summary>
    public IReadOnlyDictionary<TKey, Decided<TAct>> Latest<TAct, TKey>(Func<TAct, TKey> key)
        where TAct : Act
        where TKey : notnull
    {
        var latest = new Dictionary<TKey, Decided<TAct>>();
        foreach (var decided in Of<TAct>())
            latest[key(decided.Act)] = decided;
        return latest;
    }

    /// <summary>Folds a room, and keeps with it the acts that it was folded from.</summary>
    public FoldedRoom<TRoom> Fold<TRoom>(Func<ActsInOrder, TRoom> fold)
    {
        _read.Clear();
        var room = fold(this);
        return new(room, _read.ToDictionary(kind => kind, OfKind));
    }

    internal IReadOnlyList<Decided<Act>> OfKind(Type kind) => _byKind.TryGetValue(kind, out var acts) ? acts : [];
}

/// <summary>A room of the state with the acts it rests on, so that a room which rests on the same need not be folded again.</summary>
public sealed class FoldedRoom<TRoom>(TRoom room, IReadOnlyDictionary<Type, IReadOnlyList<Decided<Act>>> read)
{
    public TRoom Room => room;

    /// <summary>True when every act that the room has read stands among the others in the same order, with none besides.</summary>
    public bool RestsOnTheSame(ActsInOrder acts)
    {
        foreach (var (kind, had) in read)
        {
            var now = acts.OfKind(kind);
            if (now.Count != had.Count)
                return false;
            for (var i = 0; i < now.Count; i++)
            {
                if (!ReferenceEquals(now[i].Act, had[i].Act) || !ReferenceEquals(now[i].By, had[i].By) || now[i].Position != had[i].Position)
                    return false;
            }
        }

        return true;
    }
}
