using System.Globalization;

namespace Styrkedja.Sie;

/// <summary>How a number or date of a SIE field came out.</summary>
internal enum SieReadability { Sound, Invalid, Overflow, DecimalComma, Iso, Rounded }

/// <summary>Reads amounts, quantities, dates, months and small numbers out of the bytes of a field.</summary>
/// <remarks>Amount: minus or nothing, digits, and at most two decimals after a point. Date: eight digits. Month: six digits. Rule: SIE 4B, field types.</remarks>
internal static class SieValues
{
    /// <summary>An amount in öre.</summary>
    public static SieReadability Ore(ReadOnlySpan<byte> field, out long ore)
    {
        var how = Decimal(field, 2, out ore);
        return how == SieReadability.Rounded ? SieReadability.Invalid : how;
    }

    /// <summary>A quantity in thousandths; further decimals are rounded half away from zero.</summary>
    public static SieReadability Thousandths(ReadOnlySpan<byte> field, out long thousandths) => Decimal(field, 3, out thousandths);

    private static SieReadability Decimal(ReadOnlySpan<byte> field, int decimals, out long value)
    {
        value = 0;
        var at = 0;
        var negative = field.Length > 0 && field[0] == (byte)'-';
        if (negative)
            at++;
        var from = at;
        var overflow = false;
        long sum = 0;
        for (; at < field.Length && field[at] is >= (byte)'0' and <= (byte)'9'; at++)
            Append(field[at] - '0');
        if (at == from)
            return SieReadability.Invalid;
        var how = SieReadability.Sound;
        var given = 0;
        if (at < field.Length)
        {
            if (field[at] == (byte)',')
                how = SieReadability.DecimalComma;
            else if (field[at] != (byte)'.')
                return SieReadability.Invalid;
            var up = false;
            for (at++; at < field.Length && field[at] is >= (byte)'0' and <= (byte)'9'; at++, given++)
            {
                if (given < decimals)
                    Append(field[at] - '0');
                else if (given == decimals)
                    up = field[at] >= (byte)'5';
            }

            if (at < field.Length || (how == SieReadability.DecimalComma && given == 0))
                return SieReadability.Invalid;
            if (given > decimals && how == SieReadability.Sound)
                how = SieReadability.Rounded;
            if (up && sum < long.MaxValue)
                sum++;
        }

        for (; given < decimals; given++)
            Append(0);
        if (overflow)
            return SieReadability.Overflow;
        value = negative ? -sum : sum;
        return how;

        void Append(int digit)
        {
            if (sum > (long.MaxValue - digit) / 10)
                overflow = true;
            else
                sum = unchecked((sum * 10) + digit);
        }
    }

    /// <summary>A date as YYYYMMDD; the ISO form with hyphens is read and told apart.</summary>
    public static SieReadability Day(ReadOnlySpan<byte> field, out DateOnly day)
    {
        day = default;
        var how = SieReadability.Sound;
        if (field.Length == 10 && field[4] == (byte)'-' && field[7] == (byte)'-')
        {
            how = SieReadability.Iso;
            Span<byte> digits = stackalloc byte[8];
            field[..4].CopyTo(digits);
            field[5..7].CopyTo(digits[4..]);
            field[8..].CopyTo(digits[6..]);
            return Digits(digits, out var iso) && Date(iso, out day) ? how : SieReadability.Invalid;
        }

        return field.Length == 8 && Digits(field, out var number) && Date(number, out day) ? how : SieReadability.Invalid;
    }

    /// <summary>A month as YYYYMM, given back as months since the year 0.</summary>
    public static bool Month(ReadOnlySpan<byte> field, out int index)
    {
        index = 0;
        if (field.Length != 6 || !Digits(field, out var number) || number % 100 is < 1 or > 12 || number < 100)
            return false;
        index = (number / 100 * 12) + (number % 100) - 1;
        return true;
    }

    /// <summary>A whole number of at most six digits, such as a year offset or the number of a dimension.</summary>
    public static bool Whole(ReadOnlySpan<byte> field, out int number)
    {
        number = 0;
        var negative = field.Length > 0 && field[0] == (byte)'-';
        var digits = negative ? field[1..] : field;
        if (digits.Length is 0 or > 6 || !Digits(digits, out number))
            return false;
        if (negative)
            number = -number;
        return true;
    }

    /// <summary>The value of a voucher number in digits; -1 when it holds other characters or more than 18 digits.</summary>
    public static long VoucherNumber(ReadOnlySpan<byte> field)
    {
        if (field.Length is 0 or > 18)
            return -1;
        long number = 0;
        foreach (var b in field)
        {
            if (b is < (byte)'0' or > (byte)'9')
                return -1;
            number = (number * 10) + (b - '0');
        }

        return number;
    }

    /// <summary>Kronor with a point and two decimals, as a SIE file writes an amount.</summary>
    public static string Kronor(Int128 ore) =>
        string.Create(CultureInfo.InvariantCulture, $"{(ore < 0 ? "-" : "")}{Int128.Abs(ore) / 100}.{(int)(Int128.Abs(ore) % 100):00}");

    public static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool Digits(ReadOnlySpan<byte> field, out int number)
    {
        number = 0;
        foreach (var b in field)
        {
            var digit = b - '0';
            if (digit is < 0 or > 9)
                return false;
            number = (number * 10) + digit;
        }

        return true;
    }

    private static bool Date(int number, out DateOnly day)
    {
        int year = number / 10000, month = number / 100 % 100, date = number % 100;
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
        {
            day = default;
            return false;
        }

        day = new DateOnly(year, month, date);
        return true;
    }
}
