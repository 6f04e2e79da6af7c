using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Frames;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>What a proposal would mean for the region's result in one year of the plan.</summary>
/// <param name="Planned">The result that the plan has for the year, or that is budgeted; absent when neither says.</param>
/// <param name="Once">The change when the proposal holds only for the years it names; more for the region is positive.</param>
/// <param name="Lasting">The change when it lasts: what it gives or takes in its last year goes on, counted up by the price index where that has been told.</param>
/// <param name="PercentUp">The price index that the year is counted up by, in per cent; absent when it has not been told or is not needed.</param>
public sealed record PlanEffect(int Year, Money? Planned, Money Once, Money Lasting, decimal? PercentUp)
{
    /// <summary>The effect of a proposal on the budget year and the plan years after it.</summary>
    /// <remarks>Frames that the assembly gives more of lower the region's result, a higher tax rate raises it by the tax base of the year; what is only moved between committees changes
    /// nothing. Rule: kommunallagen (2017:725) 11 kap. 5 and 6 §§.</remarks>
    public static IReadOnlyList<PlanEffect> Of(RegionState before, RegionState after, IReadOnlyList<int> years)
    {
        var effects = new List<PlanEffect>();
        var lasting = Money.Zero;
        foreach (var year in years)
        {
            var given = before.Frames.DistributedBy(Subject.RegionId, year) - after.Frames.DistributedBy(Subject.RegionId, year);
            var tax = TaxChange(before, after, year);
            decimal? percent = null;
            if (given != Money.Zero)
            {
                lasting = given;
            }
            else if (lasting != Money.Zero && before.Planning.Of(year)?.PriceIndexPercent?.Value is { } index)
            {
                percent = index;
                lasting += PartOf(lasting, index);
            }

            effects.Add(new(year, PlannedIn(before, year), given + tax.Named, lasting + tax.Lasting, percent));
        }

        return effects;
    }

    /// <summary>So many per cent of an amount, to the nearest öre; per cent are told with at most three decimals.</summary>
    private static Money PartOf(Money amount, decimal percent)
    {
        var thousandths = (long)Math.Round(Math.Abs(percent) * 1_000m, MidpointRounding.AwayFromZero);
        var part = amount.Spread([thousandths, 100_000 - thousandths])[0];
        return percent < 0 ? -part : part;
    }

    private static (Money Named, Money Lasting) TaxChange(RegionState before, RegionState after, int year)
    {
        if (after.Planning.Of(year)?.TaxBase?.Value is not { } taxBase || RateIn(before, year) is not { } was || RateIn(after, year) is not { } now)
            return (Money.Zero, Money.Zero);
        var change = RevenueForecast.TaxOf(taxBase, now.Rate) - RevenueForecast.TaxOf(taxBase, was.Rate);
        return (now.Named ? change : Money.Zero, change);
    }

    /// <summary>The rate of a year, or of the nearest year before that has one; named when the year has one of its own.</summary>
    private static (int Rate, bool Named)? RateIn(RegionState state, int year)
    {
        var known = state.Frames.TaxRates.Keys.Where(y => y <= year).DefaultIfEmpty(0).Max();
        return known == 0 ? null : (state.Frames.TaxRates[known].Act.OrePerHundredKronor, known == year);
    }

    private static Money? PlannedIn(RegionState state, int year) =>
        state.Frames.ResultBudgets.GetValueOrDefault((year, Subject.RegionId))?.Act.Result
        ?? state.Frames.Plans.SelectMany(p => p.Act.Years).LastOrDefault(y => y.Year == year)?.Result
        ?? state.Planning.Versions.LastOrDefault(v => v.Act.Stage == BudgetStage.Proposal && v.Act.Plan.Any(y => y.Year == year))?.Act.Plan.First(y => y.Year == year).Result;
}
