using Styrkedja.Facts;

namespace Styrkedja.Care;

/// <summary>Who is listed with whom, column by column: place <c>i</c> of every column is one person's listing with one provider for some days.</summary>
/// <remarks>A person is listed with at most one provider on a day. The order of rows means nothing.</remarks>
public sealed class Listings
{
    /// <summary>The person's keyed hash, the same as in contacts.</summary>
    public required ulong[] Person { get; init; }

    /// <summary>First day as <see cref="DateOnly.DayNumber"/>.</summary>
    public required int[] From { get; init; }

    /// <summary>Last day as <see cref="DateOnly.DayNumber"/>; <see cref="int.MaxValue"/> while it lasts.</summary>
    public required int[] To { get; init; }

    /// <summary>Places in <see cref="Providers"/>.</summary>
    public required ushort[] Provider { get; init; }

    /// <summary>Places in <see cref="Municipalities"/>.</summary>
    public required ushort[] Home { get; init; }

    /// <summary>Places in <see cref="AgeBands"/>, on the first day of the listing or of the year.</summary>
    public required byte[] AgeBand { get; init; }

    public required Sex[] Sex { get; init; }

    /// <summary>Weight for expected need of care (ACG), in ten-thousandths; 10 000 is the mean.</summary>
    public required int[] Acg { get; init; }

    /// <summary>Weight for socio-economic need (CNI), in ten-thousandths; 10 000 is the mean.</summary>
    public required int[] Cni { get; init; }

    public required IReadOnlyList<string> Providers { get; init; }

    public required IReadOnlyList<string> Municipalities { get; init; }

    public required IReadOnlyList<string> AgeBands { get; init; }

    public int Count => Person.Length;
}
