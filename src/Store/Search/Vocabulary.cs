using System.Text;

namespace Styrkedja.Store.Search;

/// <summary>The words like one that was asked for: those that begin with it, and those that hold it further in.</summary>
/// <param name="Cut">True when there are more than were asked for.</param>
internal sealed record WordsLike(IReadOnlyList<string> Starting, IReadOnlyList<string> Holding, bool Cut);

/// <summary>Every word that the index holds, in memory, so that a compound is found by any part of it.</summary>
/// <remarks>One long text, the words used by most things first: a part is looked for by going through it once. A region uses some hundred thousand words however many cases it has.</remarks>
internal sealed class Vocabulary
{
    private const char Between = '\n';

    private readonly string _common;
    private readonly StringBuilder _later = new(Between.ToString());
    private string? _laterText;

    public Vocabulary(IEnumerable<string> mostUsedFirst)
    {
        var text = new StringBuilder();
        text.Append(Between);
        foreach (var word in mostUsedFirst)
            text.Append(word).Append(Between);
        _common = text.ToString();
    }

    /// <summary>Takes in words that came later, after those there are.</summary>
    public void Add(IEnumerable<string> words)
    {
        foreach (var word in words)
            _later.Append(word).Append(Between);
        _laterText = null;
    }

    /// <summary>The words that hold a part, the word itself not among them, at most so many of each.</summary>
    public WordsLike Like(string part, int most)
    {
        var (starting, holding) = (new List<string>(), new List<string>());
        var cut = Gather(_common) | Gather(_laterText ??= _later.ToString());
        return new(starting, holding, cut);

        bool Gather(string words)
        {
            var sought = part.Length < SearchQuestion.ShortestPart ? Between + part : part;
            var more = false;
            for (var at = words.IndexOf(sought, StringComparison.Ordinal); at >= 0;)
            {
                var start = sought[0] == Between ? at + 1 : words.LastIndexOf(Between, at) + 1;
                var end = words.IndexOf(Between, start);
                var into = words.AsSpan(start).StartsWith(part, StringComparison.Ordinal) ? starting : holding;
                if (end - start == part.Length)
                {
                    // The word itself is always asked for.
                }
                else if (into.Count < most)
                {
                    into.Add(words[start..end]);
                }
                else
                {
                    more = true;
                    if (starting.Count == most && (holding.Count == most || sought[0] == Between))
                        return true;
                }

                at = words.IndexOf(sought, end, StringComparison.Ordinal);
            }

            return more;
        }
    }
}
