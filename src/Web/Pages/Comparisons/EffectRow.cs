using Styrkedja.Amounts;

namespace Styrkedja.Web.Pages.Comparisons;

/// <summary>An amount as it is, and as it would be after each of the proposals compared.</summary>
public sealed record EffectRow(int Year, string Subject, Money Before, IReadOnlyList<Money> After);
