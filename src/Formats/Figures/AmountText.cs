using System.Globalization;
using Styrkedja.Amounts;

namespace Styrkedja.Formats.Figures;

/// <summary>The units in which people read amounts.</summary>
public enum AmountUnit
{
    /// <summary>Millions of kronor (mnkr), one decimal.</summary>
    Million,

    /// <summary>Thousands of kronor (tkr), no decimals.</summary>
    Thousand,

    /// <summary>Kronor, no decimals.</summary>
    Krona,

    /// <summary>Kronor for each resident, no decimals.</summary>
    PerResident,
}

/// <summary>Amounts and numbers as people read them in Swedish: grouped by no-break spaces, decimal comma, true minus.</summary>
/// <remarks>Rounds half away from zero, and only here: sums are made in whole öre before. What rounds to nothing has no sign.
/// Rule: Myndigheternas skrivregler for grouping, decimal sign and minus.</remarks>
public static class AmountText
{
    public const char Minus = '\u2212';
    public const char Group = '\u00a0';

    /// <summary>The word for a unit, as it stands in a column head.</summary>
    public static string Word(AmountUnit unit) => unit switch
    {
        AmountUnit.Million => "mnkr",
        AmountUnit.Thousand => "tkr",
        AmountUnit.Krona => "kr",
        _ => "kr/inv",
    };

    public static int Decimals(AmountUnit unit) => unit == AmountUnit.Million ? 1 : 0;

    /// <summary>An amount in a unit, without the unit's word.</summary>
    /// <param name="signed">True to write plus before what is above zero, as for deviations.</param>
    /// <param name="residents">How many share the amount; asked for per resident only.</param>
    /// <exception cref="ArgumentOutOfRangeException">Per resident was asked for, of no residents.</exception>
    public static string Of(Money money, AmountUnit unit, bool signed = false, int residents = 0) => Number(In(money, unit, residents), Decimals(unit), signed);

    /// <summary>An amount to the öre, in kronor.</summary>
    public static string Exact(Money money, bool signed = false) => Number(money.Ore / 100m, 2, signed);

    /// <summary>An amount as a number in a unit, not rounded.</summary>
    public static decimal In(Money money, AmountUnit unit, int residents = 0)
    {
        if (unit == AmountUnit.PerResident)
            ArgumentOutOfRangeException.ThrowIfLessThan(residents, 1);
        return unit switch
        {
            AmountUnit.Million => money.Ore / 100_000_000m,
            AmountUnit.Thousand => money.Ore / 100_000m,
            AmountUnit.Krona => money.Ore / 100m,
            _ => money.Ore / 100m / residents,
        };
    }

    /// <summary>A number with so many decimals.</summary>
    public static string Number(decimal value, int decimals, bool signed = false)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        var digits = Math.Abs(rounded).ToString("F" + decimals, CultureInfo.InvariantCulture);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var sign = rounded < 0 ? Minus.ToString() : signed && rounded > 0 ? "+" : "";
        return sign + Grouped(whole) + (point < 0 ? "" : "," + digits[(point + 1)..]);
    }

    /// <summary>A number with the decimals it has, trailing zeros left out.</summary>
    public static string Plain(decimal value)
    {
        var text = value.ToString("0.############", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return Number(value, point < 0 ? 0 : text.Length - point - 1);
    }

    /// <summary>True when the rounded parts do not add up to the rounded whole, although the parts themselves do.</summary>
    public static bool RoundsApart(IEnumerable<Money> parts, Money whole, AmountUnit unit, int residents = 0)
    {
        decimal Shown(Money money) => Math.Round(In(money, unit, residents), Decimals(unit), MidpointRounding.AwayFromZero);
        return parts.Sum(Shown) != Shown(whole);
    }

    private static string Grouped(string digits)
    {
        for (var at = digits.Length - 3; at > 0; at -= 3)
            digits = digits.Insert(at, Group.ToString());
        return digits;
    }
}
