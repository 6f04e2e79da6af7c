using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.Region;

/// <summary>What a journal has said so far, kept so that the region can be shown at any moment without going through all of it again.</summary>
/// <remarks>Entries come in the journal's order. A moment is the beginning of what is kept, cut at its position and day: acts lie by kind in the order in which they
/// take effect, and a state takes out what it reads. One thread at a time, but states that have been taken out may be read while more comes in.</remarks>
public sealed class History
{
    private readonly GrowingList<Entry> _entries;
    private readonly GrowingList<DecisionEntry> _decisions;
    private readonly GrowingList<FactEntry> _facts;
    private readonly GrowingList<AssessmentEntry> _assessments;
    private readonly Dictionary<string, (HashSet<string> Annulled, ActsRecorded Acts)> _without = new(StringComparer.Ordinal);

    /// <param name="values">Reads the indicator values of a batch, in order of series and period; left out where nobody asks for them.</param>
    public History(Func<FactBatch, IReadOnlyList<IndicatorValue>>? values = null)
    {
        (_entries, _decisions, _facts, _assessments, Acts) = (new(), new(), new(), new(), new());
        Indicators = new(values ?? (_ => []));
    }

    private History(History other)
    {
        (_entries, _decisions, _facts, _assessments, Acts) = (other._entries.Fork(), other._decisions.Fork(), other._facts.Fork(), other._assessments.Fork(), other.Acts.Fork());
        Indicators = other.Indicators.Fork();
    }

    public int Count => _entries.Count;

    /// <summary>All entries so far.</summary>
    public IReadOnlyList<Entry> Entries => _entries.Beginning(Count);

    /// <summary>Those of them that are batches of facts.</summary>
    public IReadOnlyList<FactEntry> Facts => _facts.Beginning(_facts.Count);

    internal ActsRecorded Acts { get; }

    internal EntriesByDecision EntryOf { get; } = new();

    internal IndicatorShelf Indicators { get; }

    /// <summary>Takes in the next entry of the journal.</summary>
    public void Add(Entry entry)
    {
        _entries.Add(entry);
        switch (entry)
        {
            case DecisionEntry decision:
                _decisions.Add(decision);
                Acts.Add(decision.Decision, decision.Position);
                foreach (var (_, acts) in _without.Values.Where(w => !w.Annulled.Contains(decision.Decision.Id)))
                    acts.Add(decision.Decision, decision.Position);
                break;
            case FactEntry fact:
                _facts.Add(fact);
                break;
            case AssessmentEntry assessment:
                _assessments.Add(assessment);
                break;
        }
    }

    /// <summary>A history that has the same so far and goes its own way, for entries that may never be recorded.</summary>
    public History Fork() => new(this);

    /// <summary>The region's state at a viewpoint.</summary>
    /// <param name="earlier">States of the same journal, the nearest first; what rests on the same acts is taken from them.</param>
    public RegionState StateAt(Viewpoint at, Bilingual regionName, IReadOnlyList<RegionState>? earlier = null) => RegionState.Of(this, at, regionName, earlier);

    /// <summary>The acts of all decisions but those that a court has annulled. They are few, and what is left without them is kept.</summary>
    internal ActsRecorded ActsWithout(IEnumerable<string> annulled)
    {
        var ids = annulled.ToHashSet(StringComparer.Ordinal);
        var key = string.Join('\n', ids.Order(StringComparer.Ordinal));
        if (_without.TryGetValue(key, out var kept))
            return kept.Acts;
        var acts = new ActsRecorded();
        foreach (var entry in _decisions.Beginning(_decisions.Count))
        {
            if (!ids.Contains(entry.Decision.Id))
                acts.Add(entry.Decision, entry.Position);
        }

        _without[key] = (ids, acts);
        return acts;
    }

    /// <summary>The position of the last entry not after another position; zero when there is none.</summary>
    internal long LastPosition(long position) => _entries.CountUntil(entry => entry.Position > position) is > 0 and var count ? _entries[count - 1].Position : 0;

    internal IReadOnlyList<DecisionEntry> DecisionsUntil(long position) => Until(_decisions, position);

    internal IReadOnlyList<FactEntry> FactsUntil(long position) => Until(_facts, position);

    internal IReadOnlyList<AssessmentEntry> AssessmentsUntil(long position) => Until(_assessments, position);

    private static IReadOnlyList<TEntry> Until<TEntry>(GrowingList<TEntry> entries, long position)
        where TEntry : Entry => entries.Beginning(entries.CountUntil(entry => entry.Position > position));
}

/// <summary>Which entry each decision was recorded by, found as it is asked about and shared by all states of a history.</summary>
internal sealed class EntriesByDecision
{
    private readonly Lock _one = new();
    private readonly Dictionary<Decision, DecisionEntry> _entries = new(ReferenceEqualityComparer.Instance);
    private int _read;

    public DecisionEntry Of(Decision decision, IReadOnlyList<DecisionEntry> known) => Find(decision, known) ?? throw new KeyNotFoundException($"No entry known tells of {decision.Id}.");

    /// <summary>The entry of a decision; nothing when it was recorded after what is known.</summary>
    public DecisionEntry? Find(Decision decision, IReadOnlyList<DecisionEntry> known)
    {
        lock (_one)
        {
            for (; _read < known.Count; _read++)
                _entries[known[_read].Decision] = known[_read];
            return _entries.GetValueOrDefault(decision);
        }
    }
}

/// <summary>The values of the batches of indicators that have been asked about, each batch read once and shared by all states of a history.</summary>
internal sealed class IndicatorShelf(Func<FactBatch, IReadOnlyList<IndicatorValue>> values)
{
    private readonly Lock _one = new();
    private IndicatorTellings _tellings = IndicatorTellings.None;
    private int _read;

    public IndicatorShelf Fork() => new(values);

    /// <summary>The book of a moment, whose batches are the beginning of all that the history will ever have.</summary>
    public IndicatorBook Book(IReadOnlyList<FactEntry> known, long knownAt)
    {
        lock (_one)
        {
            for (; _read < known.Count; _read++)
            {
                if (known[_read] is { Batch.Kind: FactKind.Indicators } entry)
                    _tellings = _tellings.With(entry.Batch, entry.Position, entry.Recorded, values(entry.Batch));
            }

            return new(_tellings, knownAt);
        }
    }
}
