namespace Styrkedja.Store.Search;

/// <summary>A question in the language of the index, from the strictest reading to the widest.</summary>
/// <remarks>Each reading finds all that the one before finds, so that the first finds of each together are the best there are.</remarks>
internal sealed class SearchMatch
{
    /// <summary>How many words that begin with the one asked for, and how many that hold it, are sought with it: the most used.</summary>
    private const int MostLike = 128;

    private const char KindMark = '·';

    private readonly List<(string Word, WordsLike Like)> _words;

    public SearchMatch(IReadOnlyList<string> words, Vocabulary vocabulary) =>
        _words = [.. words.Select(word => (word, vocabulary.Like(word, MostLike)))];

    /// <summary>True when rare words like those asked for were left out.</summary>
    public bool Cut => _words.Exists(w => w.Like.Cut);

    /// <summary>The readings: all words in the title, whole or as beginnings; in the title, also within words; anywhere.</summary>
    public IEnumerable<string> Readings(string? kind)
    {
        var of = kind is null ? "" : $"mark : \"{MarkOf(kind)}\" AND ";
        yield return $"{of}title : ({All(within: false)})";
        if (_words.Exists(w => w.Like.Holding.Count > 0))
            yield return $"{of}title : ({All(within: true)})";
        yield return $"{of}({All(within: true)})";
    }

    /// <summary>The sign of a kind among the words of a thing; no word of a text is like it.</summary>
    public static string MarkOf(string kind) => KindMark + kind.Replace('-', KindMark);

    private string All(bool within) => string.Join(" AND ", _words.Select(w =>
        $"({string.Join(" OR ", w.Like.Starting.Concat(within ? w.Like.Holding : []).Prepend(w.Word).Select(word => $"\"{word}\""))})"));
}
