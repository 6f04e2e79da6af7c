using System.Globalization;

namespace Styrkedja.Formats.Care;

/// <summary>What counts as a code in the tables of care; asked once for each code that is new.</summary>
internal static class CareCode
{
    private const int OldestAge = 150;

    /// <summary>A provider, a type of contact or a group: letters, digits, full stop, hyphen and underscore.</summary>
    public static bool IsCode(string text) =>
        text.Length <= CareColumns.LongestCode && (IsLetter(text[0]) || char.IsAsciiDigit(text[0])) && text.All(c => IsLetter(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-');

    /// <summary>A municipality has four digits.</summary>
    public static bool IsMunicipality(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);

    /// <summary>A band of age, from and to years of age or without end.</summary>
    public static bool IsAgeBand(string text)
    {
        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && Age(text[..hyphen]) is { } from && (hyphen == text.Length - 1 || Age(text[(hyphen + 1)..]) >= from);
    }

    private static int? Age(string text) =>
        text.Length is > 0 and <= 3 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0') && int.Parse(text, CultureInfo.InvariantCulture) is <= OldestAge and var age ? age : null;

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || c is 'å' or 'ä' or 'ö' or 'Å' or 'Ä' or 'Ö';
}
