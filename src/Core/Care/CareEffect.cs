using Styrkedja.Amounts;
using Styrkedja.Calendar;

namespace Styrkedja.Care;

/// <summary>What an agreement would give for some months if things were otherwise.</summary>
/// <param name="Before">What it gives as things are; what others than the region pay is left out.</param>
/// <param name="After">What it would give.</param>
public sealed record CareEffect(string Agreement, string Provider, Money Before, Money After)
{
    public Money Difference => After - Before;

    /// <summary>The effect on every agreement that gives anything in the months, in the order of their ids.</summary>
    public static IReadOnlyList<CareEffect> Of(Settlement before, Settlement after, Period months)
    {
        var (was, would) = (ByAgreement(before, months), ByAgreement(after, months));
        return
        [
            .. was.Keys.Union(would.Keys).OrderBy(key => key.Agreement, StringComparer.Ordinal).ThenBy(key => key.Provider, StringComparer.Ordinal)
                .Select(key => new CareEffect(key.Agreement, key.Provider, was.GetValueOrDefault(key), would.GetValueOrDefault(key))),
        ];
    }

    private static Dictionary<(string Agreement, string Provider), Money> ByAgreement(Settlement settlement, Period months) =>
        settlement.Lines.Where(l => l.Payer == ContactPayer.Region && l.Month >= months.From && l.Month <= months.To)
            .GroupBy(l => (l.Agreement, l.Provider)).ToDictionary(g => g.Key, g => Money.Sum(g.Select(l => l.Amount)));
}
