using System.Text;
using Styrkedja.Region;
using Styrkedja.Store.Journal;

namespace Styrkedja.App.Archive;

/// <summary>A journal of many blocks is read on all processors: in its order, and with the first fault told of.</summary>
public sealed class RegionArchiveTests : IDisposable
{
    private const int Entries = 20_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("styrkedja-archive");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_long_journal_is_read_in_its_order_and_read_on_when_more_has_come()
    {
        Write([.. Enumerable.Range(1, Entries).Select(i => (Func<long, byte[]>)(p => Frame(p, i % 7)))]);
        using var archive = RegionArchive.Open(_folder.FullName);
        var entries = archive.Entries();
        Assert.Equal(Enumerable.Range(1, Entries).Select(i => (long)i), entries.Select(e => e.Position));
        Assert.Equal(Enumerable.Range(1, Entries).Select(i => $"B-{i}"), entries.Cast<DecisionEntry>().Select(e => e.Decision.Id));
        var before = archive.StateAt(new(DateOnly.MaxValue, Entries));
        Write([p => Frame(p, 1), p => Frame(p, 2)]);
        Assert.Equal([Entries + 1L, Entries + 2L], archive.Entries().Skip(Entries).Select(e => e.Position));
        Assert.Equal((Entries, Entries), (entries.Count, before.Decisions.Count));
        Assert.Equal(Entries + 2, archive.StateAt(new(DateOnly.MaxValue, long.MaxValue)).Decisions.Count);
        // Each frame replaces the one of the same receiver: the last seven stand.
        Assert.Equal(7, archive.StateAt(new(DateOnly.MaxValue, long.MaxValue)).Frames.Frames.Count);
    }

    [Fact]
    public void Of_many_entries_that_cannot_be_read_the_first_is_told_of()
    {
        string Broken(long position) => $"ingen post {position}";
        Write([.. Enumerable.Range(1, Entries).Select(i => (Func<long, byte[]>)(p => i is 4_000 or 9_000 or 19_000 ? Encoding.UTF8.GetBytes($$$"""{"entry":1,"position":{{{p}}},"recorded":"2017-01-01T12:00:00Z","kind":"{{{Broken(p)}}}","content":{}}""") : Frame(p, 1)))]);
        using var archive = RegionArchive.Open(_folder.FullName);
        for (var again = 0; again < 3; again++)
            Assert.Contains(Broken(4_000), Assert.Throws<FormatException>(() => archive.Entries()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2016-12-31", 0)]
    [InlineData("2017-01-01", 1)]
    [InlineData("2017-01-02", 1)]
    [InlineData("2017-01-03", 3)]
    [InlineData("2017-06-01", 4)]
    public void The_position_of_a_day_is_the_last_recorded_by_its_end(string day, long position)
    {
        Write([p => Frame(p, 1, "2017-01-01"), p => Frame(p, 1, "2017-01-03"), p => Frame(p, 1, "2017-01-03"), p => Frame(p, 1, "2017-03-01")]);
        using var archive = RegionArchive.Open(_folder.FullName);
        Assert.Equal(position, archive.PositionAt(DateOnly.Parse(day)));
    }

    private void Write(IReadOnlyList<Func<long, byte[]>> entries)
    {
        using var journal = SqliteJournal.Open(Path.Combine(_folder.FullName, "journal.sqlite"));
        journal.Append(entries);
    }

    private static byte[] Frame(long position, int receiver, string recorded = "2017-01-01") => Encoding.UTF8.GetBytes(
        $$$"""{"content":{"decision":{"acts":[{"act":"set-frame","amount":{{{position}}},"from":"REGION","kind":"grant","schema":1,"to":"N{{{receiver}}}","year":2017}],"body":"RF","date":"2016-06-30","decision":"B-{{{position}}}","title":{"sv":"Ram"}},"verdict":{"breaches":[],"outcome":"within","rules":[]}},"entry":1,"kind":"decision","position":{{{position}}},"recorded":"{{{recorded}}}T12:00:00Z"}""");
}
