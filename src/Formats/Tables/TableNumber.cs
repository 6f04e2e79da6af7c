namespace Styrkedja.Formats.Tables;

/// <summary>What came of reading a number out of a cell.</summary>
public enum NumberReading
{
    Read,

    /// <summary>The cell is empty.</summary>
    Nothing,

    /// <summary>The cell holds something that is no number as the mapping says numbers are written.</summary>
    NoNumber,

    /// <summary>A number with more decimals than the unit has.</summary>
    TooFine,

    /// <summary>A number beyond what is ever right.</summary>
    TooLarge,
}

/// <summary>Numbers of a table read exactly into whole units of their last decimal, such as kronor into öre.</summary>
/// <remarks>Text is read digit by digit and never as a binary number. A cell that the file holds as a binary number counts as whole when it lies within a
/// millionth of a whole unit, which is the most that such a number can have lost; otherwise it has too many decimals. Rule: our own choice, DECISIONS 2026-11-24.</remarks>
public readonly record struct TableNumber(DecimalSign Decimal, ThousandsSign Thousands)
{
    private const long Most = 1_000_000_000_000_000_000;
    private const decimal Near = 0.000_001m;

    /// <summary>Reads a cell as a count of units, each being ten to the power of minus the decimals.</summary>
    public NumberReading Read(TableCell cell, int decimals, out long units)
    {
        units = 0;
        if (cell.IsEmpty)
            return NumberReading.Nothing;
        return cell.Number is { } number ? OfNumber(number, decimals, out units) : OfText(cell.Text, decimals, out units);
    }

    private static NumberReading OfNumber(decimal number, int decimals, out long units)
    {
        units = 0;
        var scale = 1m;
        for (var i = 0; i < decimals; i++)
            scale *= 10;
        if (Math.Abs(number) > Most / scale)
            return NumberReading.TooLarge;
        var exact = number * scale;
        var whole = Math.Round(exact);
        if (Math.Abs(exact - whole) > Near)
            return NumberReading.TooFine;
        units = (long)whole;
        return NumberReading.Read;
    }

    private NumberReading OfText(ReadOnlySpan<char> text, int decimals, out long units)
    {
        units = 0;
        var negative = false;
        if (text[0] is '-' or '\u2212' or '+')
        {
            negative = text[0] != '+';
            text = text[1..].TrimStart();
        }
        else if (text[^1] is '-' or '\u2212')
        {
            negative = true;
            text = text[..^1].TrimEnd();
        }

        var point = text.IndexOf(Decimal == DecimalSign.Comma ? ',' : '.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        if (whole.Length == 0 || (point >= 0 && fraction.Length == 0) || !Digits(whole, out var kronor, out var tooLarge))
            return NumberReading.NoNumber;
        var reading = NumberReading.Read;
        foreach (var digit in fraction)
        {
            if (!char.IsAsciiDigit(digit))
                return NumberReading.NoNumber;
        }

        Int128 total = kronor;
        for (var i = 0; i < decimals; i++)
            total = (total * 10) + (i < fraction.Length ? fraction[i] - '0' : 0);
        foreach (var digit in fraction.Length > decimals ? fraction[decimals..] : [])
        {
            if (digit != '0')
                reading = NumberReading.TooFine;
        }

        if (tooLarge || total > Most)
            return NumberReading.TooLarge;
        units = (long)(negative ? -total : total);
        return reading;
    }

    /// <summary>Whole digits, grouped by three where the mapping has a sign between groups.</summary>
    private bool Digits(ReadOnlySpan<char> text, out long value, out bool tooLarge)
    {
        value = 0;
        tooLarge = false;
        var inGroup = 0;
        var grouped = false;
        foreach (var letter in text)
        {
            if (IsGroupSign(letter))
            {
                if (inGroup == 0 || inGroup > 3 || (grouped && inGroup != 3))
                    return false;
                grouped = true;
                inGroup = 0;
                continue;
            }

            if (!char.IsAsciiDigit(letter))
                return false;
            inGroup++;
            tooLarge |= value > Most / 10;
            value = tooLarge ? 0 : (value * 10) + letter - '0';
        }

        return !grouped || inGroup == 3;
    }

    private bool IsGroupSign(char letter) => Thousands switch
    {
        ThousandsSign.Space => letter is ' ' or '\u00A0' or '\u202F',
        ThousandsSign.Point => letter == '.',
        ThousandsSign.Comma => letter == ',',
        ThousandsSign.Apostrophe => letter is '\'' or '\u2019',
        _ => false,
    };
}
