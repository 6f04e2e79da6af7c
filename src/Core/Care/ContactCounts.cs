using Styrkedja.Facts;

namespace Styrkedja.Care;

/// <summary>How many contacts with care a year had, by month, provider, type, home municipality, age, sex, way and payer: place <c>i</c> of every column is one such set.</summary>
/// <remarks>Immutable and without persons, but not for showing: a set of one contact tells of someone. What is shown goes through <see cref="CareTables"/>. The order means nothing; no set stands twice.</remarks>
public sealed class ContactCounts
{
    /// <summary>Month of the year, 1 to 12.</summary>
    public required byte[] Month { get; init; }

    /// <summary>Places in the ids of providers.</summary>
    public required ushort[] Provider { get; init; }

    /// <summary>Places in the types of contact.</summary>
    public required ushort[] Type { get; init; }

    /// <summary>Places in the codes of municipalities.</summary>
    public required ushort[] Home { get; init; }

    /// <summary>Places in the bands of age.</summary>
    public required byte[] AgeBand { get; init; }

    public required Sex[] Sex { get; init; }

    public required ContactWay[] Way { get; init; }

    public required ContactPayer[] Payer { get; init; }

    /// <summary>Contacts of each set, at least one.</summary>
    public required int[] Contacts { get; init; }

    public required IReadOnlyList<string> Providers { get; init; }

    public required IReadOnlyList<string> Types { get; init; }

    public required IReadOnlyList<string> Municipalities { get; init; }

    public required IReadOnlyList<string> AgeBands { get; init; }

    /// <summary>How many sets there are.</summary>
    public int Count => Contacts.Length;

    /// <summary>All contacts together.</summary>
    public long Total => Contacts.Sum(contacts => (long)contacts);
}
