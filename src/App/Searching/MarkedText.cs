using Styrkedja.Store.Search;

namespace Styrkedja.App.Searching;

/// <summary>A run of text, and whether it is what was searched for.</summary>
public readonly record struct MarkedText(string Text, bool Marked)
{
    private const int Before = 50;
    private const int After = 170;

    /// <summary>A whole text with every part that a word of the question is found in marked.</summary>
    public static IReadOnlyList<MarkedText> Of(string text, IReadOnlyList<string> words)
    {
        var pieces = new List<MarkedText>();
        var at = 0;
        foreach (var (start, length) in SearchWords.In(text).Select(word => Part(word, words)).OfType<(int, int)>())
        {
            Add(start, marked: false);
            Add(start + length, marked: true);
        }

        Add(text.Length, marked: false);
        return pieces;

        void Add(int end, bool marked)
        {
            if (end > at)
                pieces.Add(new(text[at..end], marked));
            at = end;
        }
    }

    /// <summary>Some two lines of a text around the first word of the question; nothing when none is found.</summary>
    public static IReadOnlyList<MarkedText> Excerpt(string text, IReadOnlyList<string> words)
    {
        var first = SearchWords.In(text).Select(word => Part(word, words)).FirstOrDefault(part => part is not null);
        if (first is not var (start, _))
            return [];
        var from = start <= Before ? 0 : text.IndexOf(' ', start - Before) is var blank and >= 0 && blank < start ? blank + 1 : start;
        var to = start + After >= text.Length ? text.Length : text.LastIndexOf(' ', start + After) is var end && end > start ? end : start + After;
        return [.. from > 0 ? [new("… ", false)] : (MarkedText[])[], .. Of(text[from..to], words), .. to < text.Length ? [new(" …", false)] : (MarkedText[])[]];
    }

    /// <summary>True when a word is found in a text.</summary>
    public static bool Holds(string text, string word) => SearchWords.In(text).Any(other => Part(other, [word]) is not null);

    private static (int Start, int Length)? Part(SearchWord word, IReadOnlyList<string> words)
    {
        foreach (var sought in words.OrderByDescending(w => w.Length))
        {
            var at = sought.Length < SearchQuestion.ShortestPart ? (word.Folded.StartsWith(sought, StringComparison.Ordinal) ? 0 : -1) : word.Folded.IndexOf(sought, StringComparison.Ordinal);
            if (at >= 0)
                return word.Folded.Length == word.Length ? (word.Start + at, sought.Length) : (word.Start, word.Length);
        }

        return null;
    }
}
