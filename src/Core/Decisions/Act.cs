using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>One thing that a decision does: establishes, adopts, sets, opens or approves something.</summary>
/// <remarks>A plain record of ground-floor types. It knows nothing of who may do it (that is Authority) nor of what follows from it: each room folds
/// the acts that are its own. Once an act has been written to a journal its shape is kept for good; a new shape is a new schema version.</remarks>
public abstract record Act
{
    /// <summary>Where the values of this act were found; absent when the decision itself is the source.</summary>
    public SourceRef? Source { get; init; }

    /// <summary>True when the values are made up to fill what no source tells. The mark follows the value to every page and report.</summary>
    public bool Illustrative { get; init; }
}
