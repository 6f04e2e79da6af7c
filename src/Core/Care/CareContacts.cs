using Styrkedja.Facts;

namespace Styrkedja.Care;

/// <summary>How a patient came to a contact. It decides by which rule care in another region is paid.</summary>
public enum ContactWay : byte
{
    /// <summary>Listed with the provider, or sent by one who is.</summary>
    Ordinary,

    /// <summary>Referred by the region under its agreement with another.</summary>
    Referred,

    /// <summary>Planned by the patient's own choice.</summary>
    OwnChoice,

    Emergency,
}

/// <summary>Who pays for a contact.</summary>
public enum ContactPayer : byte
{
    /// <summary>The region that the patient lives in when it is this one.</summary>
    Region,
    OtherRegion,

    /// <summary>The state, for asylum seekers.</summary>
    State,

    /// <summary>Social insurance of the country or of another within the EU.</summary>
    SocialInsurance,
    Patient,
}

/// <summary>Contacts with care, column by column: place <c>i</c> of every column is one contact.</summary>
/// <remarks>
/// Persons and contacts are known by keyed hashes and never by anything that can be traced outside. Nothing here is shown: settlement's sums leave the zone, rows never.
/// The order of rows means nothing.
/// </remarks>
public sealed class CareContacts
{
    /// <summary>The contact's own keyed hash; the same contact told again is a correction of it.</summary>
    public required ulong[] Contact { get; init; }

    /// <summary>The patient's keyed hash.</summary>
    public required ulong[] Person { get; init; }

    /// <summary>Day of the contact as <see cref="DateOnly.DayNumber"/>.</summary>
    public required int[] Day { get; init; }

    /// <summary>Places in <see cref="Providers"/>.</summary>
    public required ushort[] Provider { get; init; }

    /// <summary>Places in <see cref="Types"/>.</summary>
    public required ushort[] Type { get; init; }

    /// <summary>Places in <see cref="Groups"/>; the empty code when the contact has no group.</summary>
    public required ushort[] Group { get; init; }

    /// <summary>Places in <see cref="Municipalities"/>.</summary>
    public required ushort[] Home { get; init; }

    /// <summary>Places in <see cref="AgeBands"/>.</summary>
    public required byte[] AgeBand { get; init; }

    public required Sex[] Sex { get; init; }

    public required ContactWay[] Way { get; init; }

    public required ContactPayer[] Payer { get; init; }

    /// <summary>Keyed hash of the referral; zero when there is none.</summary>
    public required ulong[] Referral { get; init; }

    /// <summary>What the patient paid at the contact, in öre, never negative.</summary>
    public required int[] Fee { get; init; }

    /// <summary>Ids of authorised providers.</summary>
    public required IReadOnlyList<string> Providers { get; init; }

    /// <summary>Types of contact, such as a doctor's visit.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Groups of diagnosis and treatment (DRG).</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Municipality codes of Statistics Sweden; 0000 for abroad and unknown.</summary>
    public required IReadOnlyList<string> Municipalities { get; init; }

    /// <summary>Bands of age such as 0-6 and 85-.</summary>
    public required IReadOnlyList<string> AgeBands { get; init; }

    public int Count => Day.Length;

    /// <summary>True when codes mean the same in both.</summary>
    public bool HasListsOf(CareContacts other) =>
        Providers.SequenceEqual(other.Providers) && Types.SequenceEqual(other.Types) && Groups.SequenceEqual(other.Groups) && Municipalities.SequenceEqual(other.Municipalities) && AgeBands.SequenceEqual(other.AgeBands);

    /// <summary>The lists of codes without any contacts.</summary>
    public CareContacts WithoutRows() => new()
    {
        Contact = [],
        Person = [],
        Day = [],
        Provider = [],
        Type = [],
        Group = [],
        Home = [],
        AgeBand = [],
        Sex = [],
        Way = [],
        Payer = [],
        Referral = [],
        Fee = [],
        Providers = Providers,
        Types = Types,
        Groups = Groups,
        Municipalities = Municipalities,
        AgeBands = AgeBands,
    };
}
