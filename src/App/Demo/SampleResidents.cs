namespace Styrkedja.App.Demo;

/// <summary>A made-up resident: nobody real, and the same on every run.</summary>
/// <param name="Need">How much care the person has, per cent of the mean of the age.</param>
/// <param name="Unit">The health centre when the year begins; absent for one who is not listed.</param>
/// <param name="MovesTo">The health centre that the person changes to during the year; absent when none.</param>
/// <param name="MovesOn">Day of the year, from one.</param>
internal sealed record SampleResident(int Number, ulong Mark, SampleMunicipality Home, int AgeBand, bool Woman, int Need, string? Unit, string? MovesTo, int MovesOn)
{
    /// <summary>The unit that the person is listed with on a day of the year.</summary>
    public string? UnitOn(int day) => MovesTo is not null && day >= MovesOn ? MovesTo : Unit;
}

/// <summary>Makes the residents of the sample.</summary>
internal sealed class SampleResidents(SampleCareTables tables)
{
    private const int DaysOfYear = 365;
    private const int ListedPerMille = 980, MovingPerMille = 40, ElsewherePerMille = 30;

    private static readonly SampleLedgerNoise s_noise = SampleLedgerNoise.Of("residents");

    public IEnumerable<SampleResident> All()
    {
        var number = 0;
        foreach (var municipality in tables.Municipalities)
        {
            for (var i = 0; i < municipality.Residents; i++, number++)
                yield return Make(number, municipality);
        }
    }

    /// <summary>A health centre, by its part of the listings: mostly of the same municipality.</summary>
    public string UnitFor(SampleMunicipality home, SampleLedgerNoise noise)
    {
        var near = noise.With(1).Below(1000) >= ElsewherePerMille;
        var units = tables.Units.Where(u => !near || u.Municipality == home.Code);
        var left = noise.With(2).Below(units.Sum(u => u.Weight));
        return units.First(u => (left -= u.Weight) < 0).Provider;
    }

    private SampleResident Make(int number, SampleMunicipality home)
    {
        var noise = s_noise.With(number);
        var (band, left) = (0, noise.With(1).Below(1000));
        while (left >= SampleCareTables.AgeBands[band].PerMille)
            left -= SampleCareTables.AgeBands[band++].PerMille;
        var unit = noise.With(2).Below(1000) < ListedPerMille ? UnitFor(home, noise.With(3)) : null;
        var moves = unit is not null && noise.With(4).Below(1000) < MovingPerMille ? UnitFor(home, noise.With(5)) : null;
        return new(number, noise.Mark(), home, band, noise.With(6).Below(2) == 0, noise.With(7).Below(201), unit, moves == unit ? null : moves, 2 + noise.With(8).Below(DaysOfYear - 1));
    }
}
