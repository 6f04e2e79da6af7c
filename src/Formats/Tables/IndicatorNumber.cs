using System.Globalization;

namespace Styrkedja.Formats.Tables;

/// <summary>The number of an indicator as its source wrote it: exact, with as many decimals as stood there up to twelve.</summary>
/// <remarks>What a binary number adds beyond twelve decimals is rounded away, half to even. A number has at most eighteen digits in all, and less than a thousand million million before the
/// decimal sign. Rule: our own choice, DECISIONS 2026-11-27.</remarks>
public static class IndicatorNumber
{
    public const int MostDecimals = 12;

    private const decimal Most = 1_000_000_000_000_000m;
    private const int MostDigits = 18;

    /// <summary>Reads a cell of a table: a number, or text with decimal comma or point, no-break or ordinary spaces between thousands, and any of the minus signs.</summary>
    public static bool TryRead(TableCell cell, out decimal number)
    {
        if (cell.Number is { } held)
            return TryHold(held, out number);
        var text = cell.Text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace('\u2212', '-').Replace(',', '.');
        number = 0;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) && TryHold(read, out number);
    }

    /// <summary>Reads a number of JSON, which may have an exponent.</summary>
    public static bool TryRead(ReadOnlySpan<char> json, out decimal number)
    {
        number = 0;
        return decimal.TryParse(json, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var read) && TryHold(read, out number);
    }

    private static bool TryHold(decimal read, out decimal number)
    {
        number = read;
        if (read is <= -Most or >= Most)
            return false;
        var before = 0;
        for (var whole = Math.Truncate(Math.Abs(read)); whole >= 1; whole = Math.Truncate(whole / 10))
            before++;
        var decimals = Math.Min(MostDecimals, MostDigits - before);
        if (read.Scale > decimals)
            number = Math.Round(read, decimals, MidpointRounding.ToEven);
        return true;
    }
}
