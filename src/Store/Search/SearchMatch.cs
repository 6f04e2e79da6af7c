namespace Styrkedja.Store.Search;

/// <summary>The things that hold every word of a question, from the strictest reading to the widest.</summary>
/// <remarks>Each reading holds the one before among the titles, and among all places. The work is bounded by the words there are, never by how the things fall together.</remarks>
internal sealed class SearchMatch
{
    /// <summary>Words that begin with one asked for, and words that hold it, are sought with it up to so many in all: the most used.</summary>
    private const int MostLike = 4000;

    private const int Ways = 3;

    private readonly ThingSet[] _inTitle = new ThingSet[Ways];
    private readonly ThingSet[] _anywhere = new ThingSet[Ways];

    /// <param name="things">The highest number of a thing that counts.</param>
    public SearchMatch(IReadOnlyList<string> words, int things, Postings postings, Vocabulary vocabulary, Func<string, (int? Word, int? Mark)> find)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var like = vocabulary.Like(words[i], MostLike / words.Count / 2);
            Cut |= like.Cut;
            var (title, all) = (new ThingSet(things), new ThingSet(things));
            var (word, mark) = find(words[i]);
            if (word is { } number)
                postings.Read(number, title, all);
            if (mark is { } marked)
                postings.ReadMark(marked, all);
            Keep(0);
            foreach (var starting in like.Starting)
                postings.Read(starting, title, all);
            Keep(1);
            foreach (var holding in like.Holding)
                postings.Read(holding, title, all);
            Keep(2);

            void Keep(int way)
            {
                if (i == 0)
                {
                    (_inTitle[way], _anywhere[way]) = (title.Copy(), all.Copy());
                    return;
                }

                _inTitle[way].Keep(title);
                _anywhere[way].Keep(all);
            }
        }
    }

    /// <summary>True when rare words like those asked for were left out.</summary>
    public bool Cut { get; }

    /// <summary>All words in the title, then anywhere; each time first whole, then as beginnings of words, then also within them.</summary>
    public IEnumerable<ThingSet> Readings => _inTitle.Concat(_anywhere);
}
