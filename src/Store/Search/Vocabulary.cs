using System.Text;

namespace Styrkedja.Store.Search;

/// <summary>The words like one that was asked for, by their numbers: those that begin with it, and those that hold it further in.</summary>
/// <param name="Cut">True when there are more than were asked for.</param>
internal sealed record WordsLike(IReadOnlyList<int> Starting, IReadOnlyList<int> Holding, bool Cut);

/// <summary>Every word that the index holds, in memory, so that a compound is found by any part of it.</summary>
/// <remarks>One long text, the words used by most things first: a part is looked for by going through it once. A region uses some hundred thousand words however many cases it has.</remarks>
internal sealed class Vocabulary
{
    private const char Between = '\n';

    private readonly Words _common;
    private readonly Words _later = new([]);

    public Vocabulary(IEnumerable<(int Number, string Word)> mostUsedFirst) => _common = new(mostUsedFirst);

    /// <summary>Takes in words that came later, after those there are.</summary>
    public void Add(IEnumerable<(int Number, string Word)> words) => _later.Add(words);

    /// <summary>The words that hold a part, the word itself not among them, at most so many of each.</summary>
    public WordsLike Like(string part, int most)
    {
        var (starting, holding) = (new List<int>(), new List<int>());
        var cut = _common.Gather(part, most, starting, holding) | _later.Gather(part, most, starting, holding);
        return new(starting, holding, cut);
    }

    /// <summary>Words in one text, each between two breaks, with where each begins.</summary>
    private sealed class Words
    {
        private readonly StringBuilder _writing = new(Between.ToString());
        private readonly List<int> _starts = [];
        private readonly List<int> _numbers = [];
        private string? _text;

        public Words(IEnumerable<(int Number, string Word)> words) => Add(words);

        public void Add(IEnumerable<(int Number, string Word)> words)
        {
            foreach (var (number, word) in words)
            {
                _starts.Add(_writing.Length);
                _numbers.Add(number);
                _writing.Append(word).Append(Between);
                _text = null;
            }
        }

        public bool Gather(string part, int most, List<int> starting, List<int> holding)
        {
            var words = _text ??= _writing.ToString();
            var begins = part.Length < SearchQuestion.ShortestPart;
            var sought = begins ? Between + part : part;
            var more = false;
            for (var at = words.IndexOf(sought, StringComparison.Ordinal); at >= 0;)
            {
                var place = _starts.BinarySearch(begins ? at + 1 : at);
                place = place < 0 ? ~place - 1 : place;
                var start = _starts[place];
                var end = place + 1 < _starts.Count ? _starts[place + 1] - 1 : words.Length - 1;
                var into = at <= start ? starting : holding;
                if (end - start == part.Length)
                {
                    // The word itself is always asked for.
                }
                else if (into.Count < most)
                {
                    into.Add(_numbers[place]);
                }
                else
                {
                    more = true;
                    if (starting.Count == most && (begins || holding.Count == most))
                        return true;
                }

                at = words.IndexOf(sought, end, StringComparison.Ordinal);
            }

            return more;
        }
    }
}
