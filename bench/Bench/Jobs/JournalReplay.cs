using System.Text.Json;
using Styrkedja.Bench.Measuring;
using Styrkedja.Bench.Peers;
using Styrkedja.Bench.Product;

namespace Styrkedja.Bench.Jobs;

/// <summary>journal-replay: a journal of decisions opened and folded to the state of a day.</summary>
/// <remarks>Goal: at most twice bare System.Text.Json, with generated code, over the same bytes in memory. A million entries with --full, else two hundred thousand.</remarks>
public static class JournalReplay
{
    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var entries = workshop.Rows(workshop.Full ? 1_000_000 : 200_000);
        var folder = Path.Combine(workshop.Folder, $"journal-{entries}");
        var made = Path.Combine(folder, "made");
        if (!File.Exists(made))
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
            OurJournal.Fill(Path.Combine(folder, "journal.sqlite"), entries);
            File.WriteAllText(made, "");
        }

        var bytes = OurJournal.Bytes(folder);
        Check.Equal("decisions known", OurJournal.Replay(folder), Plain(bytes, out var amounts));
        Check.Equal("sum of amounts", amounts, entries * (entries + 1) / 2);
        var times = Medians.InTurn(
            Medians.Runs,
            () => Medians.Timed(() => OurJournal.Replay(folder)),
            () => Medians.Timed(() => Plain(bytes, out _)));
        yield return new Outcome("journal-replay", times[0], "System.Text.Json, bytes in memory", times[1], null, "peer", 2, Medians.Runs, "the number of decisions, and what the peer's amounts add up to",
                "entries are read from disk and folded: which of many decisions holds, for whom, from which day")
            .With("entries", entries).With("entriesPerSecond", Math.Round(entries / times[0])).With("peerPerSecond", Math.Round(entries / times[1]));
    }

    private static int Plain(List<ReadOnlyMemory<byte>> entries, out long amounts)
    {
        var decisions = 0;
        amounts = 0;
        foreach (var bytes in entries)
        {
            var entry = JsonSerializer.Deserialize(bytes.Span, PlainJson.Default.PlainEntry)!;
            amounts += entry.Content.Decision.Acts[0].Amount;
            decisions++;
        }

        return decisions;
    }
}
