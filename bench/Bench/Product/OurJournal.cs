using System.Text;
using System.Text.Json.Nodes;
using Styrkedja.App.Archive;
using Styrkedja.Authority;
using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Measuring;
using Styrkedja.Decisions;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Journal;
using Styrkedja.Region;
using Styrkedja.Store.Journal;

namespace Styrkedja.Bench.Product;

/// <summary>The product's journal: entries of one decision each, appended and replayed.</summary>
public static class OurJournal
{
    /// <summary>A number that occurs in the pattern entry wherever entries differ: position, id and amount.</summary>
    private const string Differing = "424242";

    private static readonly string s_pattern = Pattern();

    /// <summary>The canonical bytes of an entry that stands at a position.</summary>
    public static byte[] Entry(long position) => Encoding.UTF8.GetBytes(s_pattern.Replace(Differing, $"{position}", StringComparison.Ordinal));

    /// <summary>Makes a journal with that many entries.</summary>
    public static void Fill(string file, long entries)
    {
        using var journal = SqliteJournal.Open(file);
        foreach (var chunk in Enumerable.Range(1, (int)entries).Chunk(20_000))
            journal.Append([.. chunk.Select(i => (Func<long, byte[]>)Entry)]);
    }

    /// <summary>Makes a journal of a region's own decisions and then a long life of varied ones, one an entry, recorded at noon of the day they were taken.</summary>
    public static void Fill(string file, BenchRegion region, VariedDecisions varied, int entries)
    {
        var basis = DecisionText.Of(region).SelectMany(d => DecisionFile.Read(d.Text, d.Name).Decisions).ToList();
        using var journal = SqliteJournal.Open(file);
        journal.Append([.. basis.Select(decision => (Func<long, byte[]>)(position => EntryFormat.Write(position, new(2010, 1, 1, 12, 0, 0, TimeSpan.Zero), decision, Verdict.Within)))]);
        foreach (var chunk in Enumerable.Range(0, entries - basis.Count).Chunk(20_000))
            journal.Append([.. chunk.Select(number => (Func<long, byte[]>)(position => Entry(position, varied, number)))]);
    }

    /// <summary>Compares the state at a viewpoint, taken out of the region that is open, with the one folded from the first entry on; returns how many frames there are.</summary>
    public static int SameFromNothing(RegionArchive archive, Viewpoint at)
    {
        var (taken, folded) = (archive.StateAt(at), RegionState.Fold(archive.Entries(), at, archive.Name));
        Check.Equal("decisions known", taken.Decisions.Count, folded.Decisions.Count);
        Check.Equal("frames", string.Join('\n', taken.Frames.Frames), string.Join('\n', folded.Frames.Frames));
        Check.Equal("budget", string.Join('\n', taken.Frames.Budget.Select(b => $"{b.Year} {b.Subject} {b.Row}")), string.Join('\n', folded.Frames.Budget.Select(b => $"{b.Year} {b.Subject} {b.Row}")));
        Check.Equal("organisation", string.Join('\n', taken.Organisation.Subjects), string.Join('\n', folded.Organisation.Subjects));
        Check.Equal("goals", string.Join('\n', taken.Goals.SubGoals), string.Join('\n', folded.Goals.SubGoals));
        return taken.Frames.Frames.Count;
    }

    private static byte[] Entry(long position, VariedDecisions varied, int number)
    {
        var read = DecisionFile.Read(varied.Text(number), "b.yaml");
        var recorded = new DateTimeOffset(varied.YearOf(number), 12, 31, 12, 0, 0, TimeSpan.Zero);
        return read.Assessments is [var assessment] ? EntryFormat.Write(position, recorded, assessment) : EntryFormat.Write(position, recorded, read.Decisions.Single(), Verdict.Within);
    }

    /// <summary>Appends entries one at a time, each on disk before the next; returns how long that took.</summary>
    public static double AppendOneByOne(string file, int entries)
    {
        using var journal = SqliteJournal.Open(file);
        journal.Append([Entry]);
        return Medians.Timed(() =>
        {
            for (var i = 0; i < entries; i++)
                journal.Append([Entry]);
        });
    }

    /// <summary>Opens the region and folds all of its journal; returns the number of decisions that are known.</summary>
    public static int Replay(string folder)
    {
        using var archive = RegionArchive.Open(folder);
        return archive.StateAt(new Viewpoint(new DateOnly(2017, 12, 31), long.MaxValue)).Decisions.Count;
    }

    /// <summary>The canonical bytes of every entry, as they lie.</summary>
    public static List<ReadOnlyMemory<byte>> Bytes(string folder)
    {
        using var journal = SqliteJournal.Open(Path.Combine(folder, "journal.sqlite"));
        return [.. journal.ReadAfter(0).Select(entry => entry.CanonicalBytes)];
    }

    /// <summary>The canonical bytes of an entry put together from what it says.</summary>
    public static byte[] Canonical(JsonObject entry) => CanonicalJson.Write(entry);

    public static object Read(byte[] canonical) => EntryFormat.Read(canonical);

    public static ReadOnlyMemory<byte> NextLink(ReadOnlyMemory<byte> previous, byte[] canonical) => Chain.Next(previous.Span, canonical);

    public static ReadOnlyMemory<byte> FirstLink => Chain.Beginning;

    private static string Pattern()
    {
        var read = DecisionFile.Read(
            $"""
            decision: D-{Differing}
            body: RF
            date: 2016-06-30
            paragraph: "§ 57"
            diary: RS160154
            title: Ram till driftnämnden
            source: mb2017
            taken: true
            acts:
              - set-frame: {Braces("year: 2017, from: REGION, to: RS, kind: grant, amount: \"4242,42 kr\", purpose: vård")}
            """,
            "pattern.yaml");
        return Encoding.UTF8.GetString(EntryFormat.Write(long.Parse(Differing), new(2016, 6, 30, 12, 0, 0, TimeSpan.Zero), read.Decisions.Single(), Verdict.Within));
    }

    private static string Braces(string text) => "{" + text + "}";
}
