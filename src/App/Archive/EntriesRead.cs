using Styrkedja.Formats.Journal;
using Styrkedja.Region;
using Styrkedja.Store.Journal;

namespace Styrkedja.App.Archive;

/// <summary>The entries of a journal read back in its order, on all processors when they are many.</summary>
/// <remarks>While one block is read from disk, those before it are understood. They are handed on in the journal's order, so the first that cannot be read is the one
/// told of, however the processors took turns.</remarks>
internal static class EntriesRead
{
    private const int Few = 32;

    private static readonly int s_blocksAtOnce = Environment.ProcessorCount + 2;

    /// <exception cref="FormatException">An entry is not of a form that this program knows.</exception>
    public static IEnumerable<Entry> After(SqliteJournal journal, long position)
    {
        var under = new Queue<Task<Entry[]>>();
        foreach (var block in journal.ReadBlocksAfter(position))
        {
            under.Enqueue(under.Count == 0 && block.Count <= Few ? Task.FromResult(Understood(block)) : Task.Run(() => Understood(block)));
            if (under.Count < s_blocksAtOnce)
                continue;
            foreach (var entry in under.Dequeue().GetAwaiter().GetResult())
                yield return entry;
        }

        while (under.TryDequeue(out var next))
        {
            foreach (var entry in next.GetAwaiter().GetResult())
                yield return entry;
        }
    }

    private static Entry[] Understood(EntryBlock block)
    {
        using (block)
        {
            var entries = new Entry[block.Count];
            for (var i = 0; i < entries.Length; i++)
                entries[i] = EntryFormat.Read(block[i]);
            return entries;
        }
    }
}
