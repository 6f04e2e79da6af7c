using System.Globalization;
using Styrkedja.FollowUp;

namespace Styrkedja.Reports;

/// <summary>A figure that a text names, such as {figure: result/2017-01..2017-12/REGION | mnkr | 0}, and how its value is to be written.</summary>
/// <param name="Start">Where in the text it begins.</param>
/// <param name="Length">How many characters it takes, braces included.</param>
/// <param name="Written">What stands between the braces.</param>
/// <param name="Address">Absent when it cannot be read; then the text must be mended.</param>
/// <param name="Unit">mnkr, tkr or kr for amounts; absent for mnkr.</param>
/// <param name="Decimals">So many decimals; absent for as many as the unit has.</param>
/// <param name="Absolute">Without its sign, where the sentence says which way.</param>
public sealed record NamedFigure(int Start, int Length, string Written, FigureAddress? Address, string? Unit, int? Decimals, bool Absolute)
{
    private const string Opening = "{figure:";

    /// <summary>Every figure that a text names, in its order.</summary>
    public static IReadOnlyList<NamedFigure> In(string text)
    {
        var (found, at) = (new List<NamedFigure>(), 0);
        while (text.IndexOf(Opening, at, StringComparison.Ordinal) is var open and >= 0)
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                found.Add(new(open, text.Length - open, text[open..], null, null, null, false));
                break;
            }

            found.Add(Read(open, close + 1 - open, text[(open + Opening.Length)..close]));
            at = close + 1;
        }

        return found;
    }

    private static NamedFigure Read(int start, int length, string written)
    {
        var parts = written.Split('|', StringSplitOptions.TrimEntries);
        var named = new NamedFigure(start, length, written.Trim(), FigureAddress.TryParse(parts[0], out var address) ? address : null, null, null, false);
        foreach (var part in parts[1..])
        {
            named = part switch
            {
                "mnkr" or "tkr" or "kr" when named.Unit is null => named with { Unit = part },
                "abs" => named with { Absolute = true },
                _ when named.Decimals is null && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) && decimals <= 2 => named with { Decimals = decimals },
                _ => named with { Address = null },
            };
        }

        return named;
    }
}
