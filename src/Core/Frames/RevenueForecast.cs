using Styrkedja.Amounts;

namespace Styrkedja.Frames;

/// <summary>What the region can expect of tax, settlement, grants and equalisation for a year; a pure function of conditions and tax rate.</summary>
/// <remarks>Each part is absent where its condition has not been told, and the sum is of those that are there. Rule: kommunallagen (2017:725) 11 kap. 6 §: the budget shows how
/// what is to be spent is paid for.</remarks>
/// <param name="Tax">Tax base x rate, to the nearest öre.</param>
public sealed record RevenueForecast(int Year, int OrePerHundredKronor, Money? Tax, Money? FinalSettlement, Money? GeneralGrants, Money? Equalisation)
{
    private const int OreInHundredKronor = 10_000;

    /// <summary>The parts that are known, added up.</summary>
    public Money Sum => (Tax ?? Money.Zero) + (FinalSettlement ?? Money.Zero) + (GeneralGrants ?? Money.Zero) + (Equalisation ?? Money.Zero);

    /// <summary>True when no part is left out.</summary>
    public bool IsWhole => Tax is not null && FinalSettlement is not null && GeneralGrants is not null && Equalisation is not null;

    public static RevenueForecast Of(PlanningConditions conditions, int orePerHundredKronor) => new(
        conditions.Year,
        orePerHundredKronor,
        conditions.TaxBase is { } taxBase ? TaxOf(taxBase.Value, orePerHundredKronor) : null,
        conditions.FinalSettlement?.Value,
        conditions.GeneralGrants?.Value,
        conditions.Equalisation?.Value);

    /// <summary>The tax on a tax base, to the nearest öre.</summary>
    public static Money TaxOf(Money taxBase, int orePerHundredKronor) => taxBase.Spread([orePerHundredKronor, OreInHundredKronor - orePerHundredKronor])[0];
}
