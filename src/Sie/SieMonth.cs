using System.Globalization;

namespace Styrkedja.Sie;

/// <summary>The month of a period balance or a budget.</summary>
/// <remarks>Text form 2017-11. The default is no month.</remarks>
public readonly record struct SieMonth(int Year, int Number)
{
    public DateOnly FirstDay => new(Year, Number, 1);

    public DateOnly LastDay => new(Year, Number, DateTime.DaysInMonth(Year, Number));

    internal static SieMonth FromIndex(int index) => new(index / 12, (index % 12) + 1);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");
}
