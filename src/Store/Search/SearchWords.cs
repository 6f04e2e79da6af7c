using System.Text;

namespace Styrkedja.Store.Search;

/// <summary>A word of a text: where it stands, and how it is compared.</summary>
/// <param name="Folded">In lower case; å, ä, ö and é are letters of their own and stay what they are.</param>
public readonly record struct SearchWord(int Start, int Length, string Folded);

/// <summary>How texts and questions fall into words: runs of letters and digits, upper and lower case alike.</summary>
/// <remarks>A letter written as two signs (a and a ring) is the same as the one sign, and a soft hyphen is no sign at all. All else, quotes and operators too, only parts words.</remarks>
public static class SearchWords
{
    private const int LongestWord = 64;
    private const char SoftHyphen = '\u00AD';
    private const string Marks = "\u030A\u0308\u0301\u0300";
    private const string Composed = "a\u030Aå a\u0308ä o\u0308ö u\u0308ü e\u0301é e\u0300è a\u0301á a\u0300à";

    /// <summary>The words of a text in order.</summary>
    public static IEnumerable<SearchWord> In(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]))
                continue;
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == SoftHyphen || Marks.Contains(text[at], StringComparison.Ordinal)))
                at++;
            yield return new(start, at - start, Folded(text.AsSpan(start, at - start)));
        }
    }

    /// <summary>A name without anything but its letters and digits, so that RS 2016-0154 is RS20160154.</summary>
    public static string Squeezed(string name) => string.Concat(In(name).Select(word => word.Folded));

    private static string Folded(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            word = word[..LongestWord];
        if (word.IndexOfAny(SoftHyphen, Marks[0], Marks[1]) < 0 && word.IndexOfAny(Marks[2], Marks[3]) < 0)
            return word.ToString().ToLowerInvariant();
        var folded = new StringBuilder(word.Length);
        foreach (var sign in word)
        {
            if (Marks.Contains(sign, StringComparison.Ordinal) && folded.Length > 0)
            {
                if (Composed.IndexOf($"{folded[^1]}{sign}", StringComparison.Ordinal) is var pair and >= 0)
                    folded[^1] = Composed[pair + 2];
            }
            else if (sign != SoftHyphen)
            {
                folded.Append(char.ToLowerInvariant(sign));
            }
        }

        return folded.ToString();
    }
}
