using Styrkedja.Facts;

namespace Styrkedja.Care;

/// <summary>How many residents were listed on the last day of each month of a year, by provider, home municipality, age and sex: place <c>i</c> of every column is one such set.</summary>
/// <remarks>A stock and not a flow: months are never added up. Small sets tell of someone, as those of <see cref="ContactCounts"/> do.</remarks>
public sealed class ListedCounts
{
    /// <summary>The month on whose last day they were counted, 1 to 12.</summary>
    public required byte[] Month { get; init; }

    /// <summary>Places in the ids of those whom residents are listed with.</summary>
    public required ushort[] Provider { get; init; }

    /// <summary>Places in the home municipalities of the listed.</summary>
    public required ushort[] Home { get; init; }

    /// <summary>Places in the ages of the listed.</summary>
    public required byte[] AgeBand { get; init; }

    public required Sex[] Sex { get; init; }

    /// <summary>Persons of each set, at least one.</summary>
    public required int[] Persons { get; init; }

    public required IReadOnlyList<string> Providers { get; init; }

    public required IReadOnlyList<string> Municipalities { get; init; }

    public required IReadOnlyList<string> AgeBands { get; init; }

    public int Count => Persons.Length;
}
