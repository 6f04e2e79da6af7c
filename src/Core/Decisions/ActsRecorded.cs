namespace Styrkedja.Decisions;

/// <summary>All acts that a journal holds so far, kind by kind, from which those of any moment can be taken out.</summary>
public sealed class ActsRecorded
{
    private readonly Dictionary<Type, ActsOfKind> _kinds = [];

    /// <summary>Adds the acts of a decision that stands after all before it.</summary>
    public void Add(Decision decision, long position)
    {
        // By index: an enumerator for each decision is felt in a journal of a million.
        for (var i = 0; i < decision.Acts.Count; i++)
        {
            var act = decision.Acts[i];
            if (!_kinds.TryGetValue(act.GetType(), out var kind))
                _kinds[act.GetType()] = kind = new();
            kind.Add(act, decision, position);
        }
    }

    /// <summary>The acts decided by a day and known at a position.</summary>
    public ActsInOrder At(DateOnly asOf, long knownAt) => new(this, asOf, knownAt);

    /// <summary>The same acts, to which others can be added.</summary>
    public ActsRecorded Fork()
    {
        var fork = new ActsRecorded();
        foreach (var (type, kind) in _kinds)
            fork._kinds[type] = kind.Fork();
        return fork;
    }

    internal ActsTaken Taken(Type kind, DateOnly asOf, long knownAt) => _kinds.TryGetValue(kind, out var acts) ? acts.Taken(asOf, knownAt) : ActsTaken.None;
}
