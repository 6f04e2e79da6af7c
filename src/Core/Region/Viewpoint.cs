namespace Styrkedja.Region;

/// <summary>Where one stands when asking: the day the question is about, and how much of the journal one knows.</summary>
/// <param name="AsOf">Chooses organisation, mapping, frames and goals in force (gäller).</param>
/// <param name="KnownAt">The last journal position that counts (känt).</param>
public readonly record struct Viewpoint(DateOnly AsOf, long KnownAt);
