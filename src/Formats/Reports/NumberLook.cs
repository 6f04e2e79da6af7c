using System.Globalization;
using System.Text.RegularExpressions;

namespace Styrkedja.Formats.Reports;

/// <summary>How a spreadsheet is to show a whole number so that it reads as it does in the report: −12 345 678 kronor as −12,3 where the table is in millions.</summary>
/// <remarks>The format is found by holding the text against the number: its decimals, groups, signs and unit, and whether it is in ones, thousands, millions or hundredths.</remarks>
internal static partial class NumberLook
{
    private static readonly (decimal Part, string Code)[] s_scales = [(1m, ""), (1_000m, ","), (1_000_000m, ",,"), (0.01m, "%")];

    /// <summary>The format's code; a plain one when the text says another number.</summary>
    public static string Of(string text, decimal number)
    {
        var plain = number == decimal.Truncate(number) ? "#,##0" : "#,##0.00";
        if (Said().Match(text) is not { Success: true } said)
            return plain;
        var whole = said.Groups["whole"].Value;
        var decimals = said.Groups["decimals"].Value;
        var minus = said.Groups["sign"].Value is "−" or "-";
        var digits = string.Concat(whole.Where(char.IsAsciiDigit));
        if (digits.Length + decimals.Length > 25)
            return plain;
        var shown = decimal.Parse(digits + "." + decimals + "0", CultureInfo.InvariantCulture) * (minus ? -1 : 1);
        var near = 0.5m;
        for (var i = 0; i < decimals.Length; i++)
            near /= 10;
        var percent = said.Groups["after"].Value.TrimStart() == "%";
        foreach (var (part, code) in s_scales)
        {
            if (code == "%" && !percent || Math.Abs((number / part) - shown) > near)
                continue;
            var after = said.Groups["after"].Value;
            var unit = after.Length == 0 ? "" : code == "%" ? $"\"{after[..^1]}\"%" : $"\"{after.Replace("\"", "", StringComparison.Ordinal)}\"";
            var figure = (digits.Length > 3 && digits == whole ? "0" : "#,##0") + (decimals.Length > 0 ? "." + new string('0', decimals.Length) : "") + (code == "%" ? "" : code) + unit;
            var above = said.Groups["sign"].Value == "+" ? "\"+\"" + figure : figure;
            // What is below zero and rounds to nothing has no sign, here as in the text.
            return $"{above};{(number < 0 && !minus ? figure : "\"−\"" + figure)};{figure}";
        }

        return plain;
    }

    [GeneratedRegex(@"^\s*(?<sign>[+−-]?)(?<whole>\d{1,3}(?:[\u00a0\u202f ]\d{3})+|\d+)(?:,(?<decimals>\d+))?(?<after>\D*)$")]
    private static partial Regex Said();
}
