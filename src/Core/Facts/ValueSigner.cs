using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Facts;

/// <summary>Who signed a batch of values that a partner tells about itself.</summary>
/// <remarks>An office, never a person. Told when the batch was written and never changed, also when the office or the partner is gone.</remarks>
/// <param name="Partner">The partner in whose name it was signed.</param>
/// <param name="Office">The office, at the partner, that signed.</param>
/// <param name="At">When it was signed.</param>
/// <param name="Source">Where the partner took the values from, in its own words; absent when it did not say.</param>
[Term("undertecknat värde")]
public sealed record ValueSigner(string Partner, string Office, DateTimeOffset At, string? Source);

/// <summary>What the values that partners sign have in common.</summary>
public static class SignedValues
{
    /// <summary>The word by which their source is known in the keys of values.</summary>
    public const string Source = "partners";

    /// <summary>True for an indicator whose values partners tell and sign.</summary>
    public static bool IsSigned(AdoptIndicator indicator) => indicator is { ComputedFrom: null, ValuesFrom: StatisticsSource.Partners };

    /// <summary>The code by which the values of a partner are told: its place in statistics, or its own id.</summary>
    public static string PlaceOf(JoinPartner partner) => partner.Place ?? partner.Id;

    /// <summary>The code of an indicator's measure.</summary>
    public static string CodeOf(AdoptIndicator indicator) => indicator.Code ?? indicator.Id;
}
