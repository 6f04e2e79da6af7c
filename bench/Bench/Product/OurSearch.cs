using Styrkedja.Bench.Ledgers;
using Styrkedja.Calendar;
using Styrkedja.Store.Search;

namespace Styrkedja.Bench.Product;

/// <summary>The product's search, over an index of made-up cases, one an entry.</summary>
public sealed class OurSearch : IDisposable
{
    private const string Version = "bench-5";
    private const int AtATime = 50_000;

    private readonly SearchIndex _index;

    private OurSearch(SearchIndex index) => _index = index;

    /// <summary>Opens the index of a file, and fills it when it does not hold that many.</summary>
    public static OurSearch Open(string file, long cases)
    {
        var index = SearchIndex.Open(file, Version);
        var (text, batch) = (new CaseText(Seed), new List<EntryThings>());
        if (index.Head().Position != cases)
        {
            if (index.Head().Position > 0)
                index.Empty();
            for (var i = 1L; i <= cases; i++)
            {
                batch.Add(new(i, [Case(i, text)], []));
                if (batch.Count < AtATime && i < cases)
                    continue;
                index.Add(i - batch.Count, batch, "made-up");
                batch.Clear();
            }

            index.Settle();
        }

        return new(index);
    }

    /// <summary>The made-up cases in order, as title and text.</summary>
    public static IEnumerable<(long Number, string Kind, string Title, string Text)> Cases(long cases)
    {
        var text = new CaseText(Seed);
        for (var i = 1L; i <= cases; i++)
        {
            var made = Case(i, text);
            yield return (i, made.Kind, made.Title.Sv, made.Text);
        }
    }

    /// <summary>Searches once; returns the numbers of what was found, the best first, and whether there are more.</summary>
    public (IReadOnlyList<long> Numbers, bool More) Find(string question, long knownAt = long.MaxValue, string? kind = null)
    {
        var answer = _index.Find(new(question, knownAt, kind));
        foreach (var thing in answer.Things.Take(20))
            _index.TextOf(thing);
        return ([.. answer.Things.Select(thing => thing.Position)], answer.AtLeast || answer.Count > answer.Things.Count);
    }

    public void Dispose() => _index.Dispose();

    private const ulong Seed = 20171231;

    private static SearchableThing Case(long number, CaseText text)
    {
        var kind = (number % 100) switch { < 80 => "case", < 90 => "decision", < 97 => "document", < 99 => "assignment", _ => number % 10_000 == 9_999 ? "goal" : "meeting" };
        return new(kind, $"{kind}-{number}", $"/cases/{number}", new(text.Title()), text.Text())
        {
            Keys = [CaseText.Diary(number)],
            Who = "RS",
            Date = UncertainDate.On(new DateOnly(2010, 1, 1).AddDays((int)(number / 200))),
        };
    }
}
