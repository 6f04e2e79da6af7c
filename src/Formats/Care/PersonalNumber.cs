namespace Styrkedja.Formats.Care;

/// <summary>Tells what could be a Swedish personal identity number (personnummer) or coordination number, so that none comes in by mistake.</summary>
/// <remarks>Better too much than too little: any ten or twelve digits are taken for one, with or without the sign before the last four. One that has been filled out with
/// zeros to look like a hash is known by its date and check digit. Rule: folkbokföringslagen (1991:481) 18 §.</remarks>
public static class PersonalNumber
{
    private const int Short = 10, Long = 12, HashDigits = 16;

    /// <param name="text">A cell, in ASCII or UTF-8.</param>
    public static bool LooksLike(ReadOnlySpan<byte> text)
    {
        Span<byte> digits = stackalloc byte[HashDigits];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is (byte)'-' or (byte)'+' && i == text.Length - 5)
                continue;
            if (!char.IsAsciiDigit((char)text[i]) || count == HashDigits)
                return false;
            digits[count++] = (byte)(text[i] - '0');
        }

        return count is Short or Long || (count == HashDigits && (Padded(digits[..4], digits[4..]) || Padded(digits[Long..], digits[..Long])));
    }

    private static bool Padded(ReadOnlySpan<byte> zeros, ReadOnlySpan<byte> number) => !zeros.ContainsAnyExcept((byte)0) && IsNumber(number);

    private static bool IsNumber(ReadOnlySpan<byte> twelve)
    {
        var (century, month, day) = ((twelve[0] * 10) + twelve[1], (twelve[4] * 10) + twelve[5], (twelve[6] * 10) + twelve[7]);
        if (century is not (0 or 18 or 19 or 20) || month is < 1 or > 12 || day % 60 is < 1 or > 31)
            return false;
        var sum = 0;
        for (var i = 2; i < Long; i++)
        {
            var doubled = twelve[i] * (2 - (i % 2));
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }
}
