using Styrkedja.Provenance;

namespace Styrkedja.Web.Charts;

/// <summary>A municipality, or the rest of the country, as the picture of the care system shows it.</summary>
/// <param name="Value">Nothing when it may not be told.</param>
/// <param name="OfResidents">True when the value is how many live there, false when it is what flows from there.</param>
/// <param name="CareRegion">The other region that its highly specialised care goes to for the most part; absent when that is not known.</param>
public sealed record CareHome(string Code, long? Value, bool OfResidents, Bilingual? CareRegion);
