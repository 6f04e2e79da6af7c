namespace Styrkedja.Disclosure;

/// <summary>How a table has changed from one release of it to the next.</summary>
public enum ReleaseChange
{
    /// <summary>The later release holds all of the earlier and more, as the year through April holds the year through March.</summary>
    Grows,

    /// <summary>The later release tells the same as the earlier with corrections, up or down; most cells stand as they did.</summary>
    Corrects,
}

/// <summary>An earlier release of the same tables, which readers still have.</summary>
/// <param name="Facts">The tables as they truly were, in the same order and with the same dimensions as those now released.</param>
/// <param name="Shown">What was shown of them.</param>
/// <param name="Change">How the next release differs from this.</param>
public sealed record Release(IReadOnlyList<UnpublishedTable> Facts, IReadOnlyList<PublishedTable> Shown, ReleaseChange Change);
