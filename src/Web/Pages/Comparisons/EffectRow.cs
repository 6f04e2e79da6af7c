using Styrkedja.Amounts;

namespace Styrkedja.Web.Pages.Comparisons;

/// <summary>An amount as it is, and as it would be after each of the proposals compared.</summary>
/// <param name="Illustrative">True when what it starts from is made up.</param>
public sealed record EffectRow(int Year, string Subject, Money Before, IReadOnlyList<Money> After, bool Illustrative);
