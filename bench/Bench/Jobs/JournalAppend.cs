using Styrkedja.Bench.Limits;
using Styrkedja.Bench.Measuring;
using Styrkedja.Bench.Peers;
using Styrkedja.Bench.Product;

namespace Styrkedja.Bench.Jobs;

/// <summary>journal-append: one decision at a time, each on disk before the next is begun.</summary>
/// <remarks>Goal: at least 0.9 of the entries a second that bare SQLite takes with its log flushed at every commit. Seconds are for one entry.</remarks>
public static class JournalAppend
{
    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var entries = (int)workshop.Rows(2_000);
        var folder = Directory.CreateDirectory(Path.Combine(workshop.Copies, "append")).FullName;
        var number = 0;
        string Fresh() => Path.Combine(folder, $"{++number}.journal");

        var first = Path.Combine(folder, "first");
        Directory.CreateDirectory(first);
        OurJournal.Fill(Path.Combine(first, "journal.sqlite"), 100);
        Check.Equal("entries that come back as they were written", string.Join('|', OurJournal.Bytes(first).Select(b => Convert.ToHexString(b.Span))),
            string.Join('|', Enumerable.Range(1, 100).Select(i => Convert.ToHexString(OurJournal.Entry(i)))));

        var times = Medians.InTurn(
            Medians.Runs,
            () => OurJournal.AppendOneByOne(Fresh(), entries) / entries,
            () => BareSqlite.AppendOneByOne(Fresh(), OurJournal.Entry, entries) / entries,
            () => FlushLoop.AppendOneByOne(Fresh(), OurJournal.Entry, entries) / entries);
        yield return new Outcome("journal-append", times[0], "bare SQLite, WAL, synchronous=FULL", times[1], times[2], "peer", 1 / 0.9, Medians.Runs, "a hundred entries come back byte by byte",
                "each entry carries the hash of all before it, and triggers refuse that any is changed or taken away")
            .With("entries", entries).With("entriesPerSecond", Math.Round(1 / times[0])).With("peerPerSecond", Math.Round(1 / times[1]));
    }
}
