using System.Security.Cryptography;
using System.Text;

namespace Styrkedja.Formats.Reports;

/// <summary>The bookmark of a piece of a report: a letter for what it is, then its id.</summary>
/// <remarks>Word takes at most 40 letters, digits and low lines, and does not tell capitals from small letters; an id that would not hold ends in a sum of it instead.</remarks>
internal static class WordAnchor
{
    private const int Longest = 40;
    private const int SumLength = 8;

    public static string Of(char kind, string id)
    {
        var name = $"{kind}_{id.Replace('-', '_')}";
        if (name.Length <= Longest && !name.Any(char.IsUpper))
            return name;
        var sum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..SumLength];
        return $"{name[..Math.Min(name.Length, Longest - SumLength - 1)]}_{sum}";
    }
}
