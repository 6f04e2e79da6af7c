using Styrkedja.App.Archive;
using Styrkedja.Store.Search;

namespace Styrkedja.App.Searching;

/// <summary>Searches a region: keeps the index beside the journal up to date, and asks it.</summary>
/// <remarks>The index is made anew with each build of the program, as another build may see other things in the same entries; and when the file is damaged, or tells of another journal.</remarks>
public sealed class RegionSearch : IDisposable
{
    private const string FileName = "search.sqlite";
    private const int EntriesAtATime = 50_000;
    private const int Many = 100_000;

    private static readonly string s_version = typeof(RegionSearch).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    private readonly Lock _filling = new();
    private readonly RegionArchive _archive;
    private readonly Lazy<SearchIndex> _index;

    internal RegionSearch(RegionArchive archive)
    {
        _archive = archive;
        _index = new(() => SearchIndex.Open(Path.Combine(archive.Folder, FileName), s_version), LazyThreadSafetyMode.PublicationOnly);
    }

    public SearchAnswer Find(SearchQuestion question) => Whole(index => index.Find(question));

    /// <summary>The piece of a thing's text where the question's words are first found, with the words marked; nothing when the title holds them all.</summary>
    public IReadOnlyList<MarkedText> Excerpt(FoundThing thing, SearchQuestion question)
    {
        var missing = question.Words.Where(word => !MarkedText.Holds($"{thing.Title.Sv} {thing.Title.En}", word)).ToList();
        return missing.Count == 0 ? [] : MarkedText.Excerpt(_index.Value.TextOf(thing), missing);
    }

    /// <summary>Takes in what the journal holds beyond the index.</summary>
    public void BringUpToDate() => Whole(_ => true);

    public void Dispose()
    {
        if (_index.IsValueCreated)
            _index.Value.Dispose();
    }

    private T Whole<T>(Func<SearchIndex, T> ask)
    {
        try
        {
            return Asked();
        }
        catch (InvalidDataException)
        {
            _index.Value.Empty();
            return Asked();
        }

        T Asked()
        {
            lock (_filling)
                Fill(_index.Value);
            return ask(_index.Value);
        }
    }

    private void Fill(SearchIndex index)
    {
        var (journal, head) = _archive.Head();
        var (position, hash) = index.Head();
        if ((position, hash) == (journal, head))
            return;
        if (position > 0 && (position > journal ? "" : _archive.HashAt(position)) != hash)
        {
            index.Empty();
            (position, _) = index.Head();
        }

        var entries = _archive.Entries();
        var secretCases = entries.SelectMany(ThingsDecided.SecretCases).ToHashSet(StringComparer.Ordinal);
        var first = position;
        while (position < entries.Count)
        {
            var last = Math.Min(entries.Count, position + EntriesAtATime);
            var things = new List<EntryThings>();
            for (var i = (int)position; i < last; i++)
                things.Add(ThingsDecided.Of(entries[i], secretCases));
            position = index.Add(position, things, _archive.HashAt(last)!) ? last : index.Head().Position;
        }

        if (position - first >= Many)
            index.Settle();
    }
}
