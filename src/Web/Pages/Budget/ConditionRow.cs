using Styrkedja.Amounts;
using Styrkedja.App.Texts;
using Styrkedja.Decisions;
using Styrkedja.Formats.Figures;
using Styrkedja.Frames;

namespace Styrkedja.Web.Pages.Budget;

/// <summary>One condition that a year is planned from, in words: what it is, its value with unit, and who told it.</summary>
internal sealed record ConditionRow(string Name, string Value, Decided<SetPlanningConditions> Told)
{
    /// <summary>The conditions that have been told, in the order in which revenue is reckoned from them.</summary>
    public static IEnumerable<ConditionRow> Each(Texts t, PlanningConditions c)
    {
        if (c.TaxBase is { } taxBase)
            yield return new(t["field.tax-base"], WithUnit(taxBase.Value), taxBase.Decided);
        if (c.FinalSettlement is { } settlement)
            yield return new(t["field.final-settlement"], WithUnit(settlement.Value), settlement.Decided);
        if (c.GeneralGrants is { } grants)
            yield return new(t["field.general-grants"], WithUnit(grants.Value), grants.Decided);
        if (c.Equalisation is { } equalisation)
            yield return new(t["planning.equalisation"], WithUnit(equalisation.Value), equalisation.Decided);
        if (c.Population is { } population)
            yield return new(t["field.population"], AmountText.Number(population.Value, 0), population.Decided);
        if (c.PriceIndexPercent is { } index)
            yield return new(t["planning.price-index"], Percent(index.Value), index.Decided);
        if (c.WagePercent is { } wages)
            yield return new(t["planning.wage-increase"], Percent(wages.Value), wages.Decided);
        if (c.WageCost is { } cost)
            yield return new(t["field.wage-cost"], WithUnit(cost.Value), cost.Decided);
    }

    /// <summary>An amount in mnkr with the decimals it was told with.</summary>
    public static string Mnkr(Money money) => AmountText.Plain(money.Ore / 100_000_000m);

    public static string Percent(decimal value) => AmountText.Plain(value) + AmountText.Group + "%";

    private static string WithUnit(Money money) => Mnkr(money) + AmountText.Group + "mnkr";
}
