using System.Collections.Concurrent;
using Styrkedja.App.FollowingUp;
using Styrkedja.App.Searching;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Journal;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Store;
using Styrkedja.Store.Answers;
using Styrkedja.Store.Care;
using Styrkedja.Store.Documents;
using Styrkedja.Store.Facts;
using Styrkedja.Store.Journal;

namespace Styrkedja.App.Archive;

/// <summary>The folder of one region, opened: its journal, its files of facts, and views of both that are kept while nothing has changed.</summary>
public sealed class RegionArchive : IDisposable
{
    private const int ViewsKept = 12;

    private readonly Lock _one = new();
    private readonly LedgerCodes _codes = new();
    private readonly History _history;
    private readonly List<LeafCells> _cells = [];
    private readonly Dictionary<string, StaffFacts> _staff = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<IndicatorValue>> _indicators = new(StringComparer.Ordinal);
    private readonly LinkedList<(Viewpoint At, FollowUpView View)> _views = new();

    private RegionArchive(string folder, SqliteJournal journal, FactFiles facts, Bilingual name)
    {
        Folder = folder;
        Journal = journal;
        Facts = facts;
        Rows = new RowSearch(facts, folder);
        Staff = new(folder);
        Indicators = new(folder);
        Care = new(folder);
        Settlements = new(folder);
        CareStatistics = new(this);
        Answers = new(folder);
        _history = new(ValuesOf);
        Documents = new(folder);
        Search = new(this);
        Name = name;
    }

    public string Folder { get; }

    /// <summary>What the region is called.</summary>
    public Bilingual Name { get; }

    /// <summary>Searches everything decided, by an index that is kept in the folder.</summary>
    public RegionSearch Search { get; }

    internal SqliteJournal Journal { get; }

    internal FactFiles Facts { get; }

    /// <summary>What finds rows again; it reads beside whoever writes.</summary>
    internal RowSearch Rows { get; }

    internal StaffFiles Staff { get; }

    internal IndicatorFiles Indicators { get; }

    /// <summary>The zone of care contacts, which no figure and no page reads.</summary>
    internal CareZone Care { get; }

    /// <summary>The frozen months of settlement.</summary>
    internal SettlementFiles Settlements { get; }

    /// <summary>Care as it may be shown, from sums that have left the zone.</summary>
    public CareStatistics CareStatistics { get; }

    /// <summary>The answers of sources, kept as they came.</summary>
    internal AnswerFiles Answers { get; }

    /// <summary>The documents kept beside the journal, public or not.</summary>
    internal DocumentFiles Documents { get; }

    /// <summary>Opens a region's folder, and creates it when it is not there.</summary>
    public static RegionArchive Open(string folder)
    {
        Directory.CreateDirectory(folder);
        return new(folder, SqliteJournal.Open(Path.Combine(folder, "journal.sqlite")), new FactFiles(folder), RegionName.Read(folder));
    }

    /// <summary>Waits for the right to write, and sweeps away what a crash may have left.</summary>
    /// <exception cref="IOException">Someone else has been writing for half a minute.</exception>
    public WriterLock BeginWriting()
    {
        var writer = WriterLock.Take(Folder, TimeSpan.FromSeconds(30)) ?? throw new IOException("Someone else is writing to the region's folder.");
        var named = FilesNamed();
        Facts.Sweep(named);
        Care.Sweep(named);
        return writer;
    }

    /// <summary>All entries of the journal as they stand now, read on from where the last reading ended.</summary>
    public IReadOnlyList<Entry> Entries()
    {
        lock (_one)
        {
            foreach (var entry in EntriesRead.After(Journal, _history.Count))
                _history.Add(entry);
            return _history.Entries;
        }
    }

    /// <summary>Those of the entries that are batches of facts.</summary>
    public IReadOnlyList<FactEntry> FactEntries()
    {
        lock (_one)
        {
            Entries();
            return _history.Facts;
        }
    }

    /// <summary>The last position, and the hash that proves everything up to it.</summary>
    public (long Position, string Hash) Head()
    {
        lock (_one)
        {
            var (position, hash) = Journal.Head();
            return (position, Convert.ToHexStringLower(hash.Span));
        }
    }

    /// <summary>The hash of the entry at a position, which proves everything up to it; nothing when no entry stands there.</summary>
    public string? HashAt(long position)
    {
        lock (_one)
            return Journal.ReadAfter(position - 1).FirstOrDefault() is { } entry && entry.Position == position ? Convert.ToHexStringLower(entry.Hash.Span) : null;
    }

    /// <summary>Entries up to a position with the bytes they are kept in.</summary>
    internal IEnumerable<(Entry Entry, ReadOnlyMemory<byte> Bytes)> EntriesWithBytes(long knownAt) =>
        Journal.ReadAfter(0).TakeWhile(stored => stored.Position <= knownAt).Select(stored => (EntryFormat.Read(stored.CanonicalBytes.Span), stored.CanonicalBytes));

    /// <summary>Appends entries, all or none. The caller holds the writer lock.</summary>
    internal IReadOnlyList<StoredEntry> Append(IReadOnlyList<Func<long, byte[]>> write)
    {
        lock (_one)
            return Journal.Append(write);
    }

    /// <summary>The region's figures from a viewpoint.</summary>
    public FollowUpView ViewAt(Viewpoint at)
    {
        var entries = Entries();
        at = at with { KnownAt = Math.Min(at.KnownAt, entries.Count) };
        lock (_one)
        {
            for (var node = _views.First; node is not null; node = node.Next)
            {
                if (node.Value.At != at)
                    continue;
                _views.Remove(node);
                _views.AddFirst(node);
                return node.Value.View;
            }

            // What earlier views have folded, mapped and summed is shared where it rests on the same, so a new moment costs what differs.
            var earlier = _views.Select(kept => kept.View).ToList();
            var view = ViewOf(_history, at, earlier);
            _views.AddFirst((at, view));
            if (_views.Count > ViewsKept)
                _views.RemoveLast();
            return view;
        }
    }

    /// <summary>The region's figures by a history that goes its own way; nothing of it is kept.</summary>
    internal FollowUpView ViewOf(History history, Viewpoint at)
    {
        lock (_one)
            return ViewOf(history, at, [.. _views.Select(kept => kept.View)]);
    }

    private FollowUpView ViewOf(History history, Viewpoint at, IReadOnlyList<FollowUpView> earlier)
    {
        var state = history.StateAt(at, Name, [.. earlier.Select(kept => kept.State)]);
        return new(state, CellsOf(history.Facts), earlier)
        {
            Staff = StaffOf(history.Facts.Select(f => f.Batch)),
            Indicators = IndicatorTables.Ground with { ToldOf = state.Indicators.Everything },
        };
    }

    /// <summary>Every cost centre and account that the ledger has used, as far as it has been read.</summary>
    internal (IReadOnlyList<string> CostCentres, IReadOnlyList<string> Accounts) CodesUsed()
    {
        lock (_one)
            return ([.. _codes.CostCentres.Codes], [.. _codes.Accounts.Codes]);
    }

    /// <summary>Keeps a document beside the journal and returns the hash by which decisions name it.</summary>
    public string KeepDocument(Stream document) => Documents.Put(document);

    /// <summary>True when a document is kept here, public or not.</summary>
    public bool HoldsDocument(string hash) => Documents.Holds(hash);

    /// <summary>Opens a document for someone who has the right to read it though it is not public; nothing when it is not kept.</summary>
    public FileStream? OpenDocument(string hash) => Documents.Open(hash);

    /// <summary>A folder of the region for files that are made to be sent and removed.</summary>
    public string SpillFolder() => Rows.SpillFolder();

    /// <summary>The state alone, for those who ask nothing of the ledger.</summary>
    public RegionState StateAt(Viewpoint at)
    {
        lock (_one)
        {
            Entries();
            return _history.StateAt(at, Name, [.. _views.Select(kept => kept.View.State)]);
        }
    }

    /// <summary>What the journal has said so far, to which entries may be added that it does not hold yet.</summary>
    /// <param name="knownAt">The last position that counts; absent means all of it.</param>
    internal History HistorySoFar(long? knownAt = null)
    {
        lock (_one)
        {
            var entries = Entries();
            if (knownAt is null || knownAt >= entries.Count)
                return _history.Fork();
            var history = new History(ValuesOf);
            foreach (var entry in entries.TakeWhile(e => e.Position <= knownAt))
                history.Add(entry);
            return history;
        }
    }

    /// <summary>The viewpoint of a question: the last day of the period and all that is known, unless the one who asks says otherwise.</summary>
    public Viewpoint Viewpoint(Period period, DateOnly? asOf, long? knownAt)
    {
        var head = Head().Position;
        return new(asOf ?? period.To.LastDay, Math.Min(knownAt ?? head, head));
    }

    /// <summary>The last position recorded by the end of a day.</summary>
    public long PositionAt(DateOnly day)
    {
        var end = new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        var entries = Entries();
        var (low, high) = (0, entries.Count);
        while (low < high)
        {
            // No entry is recorded earlier than the one before it.
            var middle = low + ((high - low) / 2);
            if (entries[middle].Recorded < end)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? 0 : entries[low - 1].Position;
    }

    public void Dispose()
    {
        Search.Dispose();
        Journal.Dispose();
        Rows.Dispose();
        Facts.Dispose();
        Staff.Dispose();
        Indicators.Dispose();
        Care.Dispose();
        Settlements.Dispose();
    }

    /// <summary>The staff facts of batches, each read once; they are few and kept.</summary>
    internal IReadOnlyList<StaffFacts> StaffOf(IEnumerable<FactBatch> batches)
    {
        lock (_one)
        {
            var held = new List<StaffFacts>();
            foreach (var batch in batches.Where(b => b is { Kind: FactKind.Staff, RowsFile: not null }))
            {
                if (!_staff.TryGetValue(batch.Id, out var facts))
                    _staff[batch.Id] = facts = new(batch, Staff.Read(batch.RowsFile!));
                held.Add(facts);
            }

            return held;
        }
    }

    /// <summary>The indicator values of a batch; a batch is read once and kept.</summary>
    private IReadOnlyList<IndicatorValue> ValuesOf(FactBatch batch) => _indicators.GetOrAdd(batch.RowsFile!, Indicators.Read);

    private List<LeafCells> CellsOf(IReadOnlyList<FactEntry> facts)
    {
        var read = _cells.Select(c => c.Batch.Id).ToHashSet(StringComparer.Ordinal);
        var missing = facts.Select(f => f.Batch).Where(b => b.Kind == FactKind.Ledger && !read.Contains(b.Id)).ToList();
        _cells.AddRange(Facts.ReadCells(missing, _codes));
        return _cells;
    }

    private HashSet<string> FilesNamed() =>
        [.. FactEntries().SelectMany(f => new[] { f.Batch.RowsFile, f.Batch.TextsFile }).OfType<string>()];
}
