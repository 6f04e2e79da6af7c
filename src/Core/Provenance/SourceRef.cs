namespace Styrkedja.Provenance;

/// <summary>Where a value was found: the key of a published source, or nothing when the value is illustrative.</summary>
/// <param name="Key">Key in the region's list of sources, such as rf-2018-04-18.</param>
/// <param name="Basis">How it was found: stated, derived or inferred; absent means stated.</param>
/// <param name="Note">What a reader must know about the source, in its own words; absent when nothing.</param>
public sealed record SourceRef(string Key, string? Basis = null, string? Note = null);
