using System.Text;
using Microsoft.Data.Sqlite;
using Styrkedja.App.Importing;
using Styrkedja.Decisions;
using Styrkedja.Store.Journal;

namespace Styrkedja.App.Verifying;

/// <summary>Damage a region's folder in every way that can be thought of: verification names the place, or nothing that was written has changed.</summary>
public sealed class VerifyRegionTests(VerifyRegionTests.WrittenRegion written) : IClassFixture<VerifyRegionTests.WrittenRegion>, IDisposable
{
    private readonly DirectoryInfo _copy = written.Copy();

    private string Folder => _copy.FullName;

    private string JournalFile => Path.Combine(Folder, "journal.sqlite");

    private string RowsFile => Directory.EnumerateFiles(Path.Combine(Folder, "facts")).Single();

    private string TextsFile => Directory.EnumerateFiles(Path.Combine(Folder, "texts")).Single();

    public void Dispose() => _copy.Delete(recursive: true);

    /// <summary>A small region with a decision, a ledger, observations and an assessment, written once and closed.</summary>
    public sealed class WrittenRegion : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("styrkedja-verify");

        public WrittenRegion()
        {
            using (var region = new TemporaryRegion(SmallLedger.Region))
            {
                var terms = new ImportTerms(new DateTimeOffset(2017, 4, 1, 12, 0, 0, TimeSpan.Zero));
                var vouchers = string.Concat(Enumerable.Range(1, 200).Select(i => $"#VER A {i} 201701{1 + (i % 28):00} \"Verifikation {i} för Åsa\"\n{{\n#TRANS 4010 {{1 100}} {i}.00\n#TRANS 1930 {{}} -{i}.00\n}}\n"));
                Assert.False(new ImportLedger(region.Archive).Import(SmallLedger.Import(vouchers), "ledger.si", terms).Refused);
                Assert.False(new ImportObservations(region.Archive).Import(Encoding.UTF8.GetBytes("figure;value;decimals;unit;source;note;illustrative\nresult/2017/REGION;13;0;mnkr;ar;;false\n"), "v.csv", terms).Refused);
                Assert.False(region.Record("assessment: B1\nsubject: DN-A\nby: DN-A\nperiod: 2017-03\ndate: 2017-04-02\nforecast: -5 mnkr\n").Refused);
                region.Archive.Dispose();
                CopyAll(region.Folder, _folder.FullName);
            }

            using var journal = SqliteJournal.Open(Path.Combine(_folder.FullName, "journal.sqlite"));
            Entries = [.. journal.ReadAfter(0)];
        }

        public IReadOnlyList<StoredEntry> Entries { get; }

        public long JournalBytes => new FileInfo(Path.Combine(_folder.FullName, "journal.sqlite")).Length;

        public string Head => Convert.ToHexStringLower(Entries[^1].Hash.Span);

        public DirectoryInfo Copy()
        {
            var copy = Directory.CreateTempSubdirectory("styrkedja-verify");
            CopyAll(_folder.FullName, copy.FullName);
            return copy;
        }

        public void Dispose() => _folder.Delete(recursive: true);

        private static void CopyAll(string from, string to)
        {
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    [Fact]
    public void A_document_that_has_been_changed_is_named()
    {
        string hash;
        using (var archive = Archive.RegionArchive.Open(Folder))
            hash = archive.KeepDocument(new MemoryStream(Encoding.UTF8.GetBytes("Ett yttrande")));
        Assert.True(VerifyRegion.Verify(Folder, null).Ok);

        File.AppendAllText(Path.Combine(Folder, "documents", hash), "!");

        var fault = VerifyRegion.Verify(Folder, null).FirstFault!;
        Assert.Equal(("verify.document-changed", hash), (fault.Code, fault.Detail));
    }

    [Fact]
    public void A_region_as_it_was_written_verifies_with_its_head()
    {
        var found = VerifyRegion.Verify(Folder, written.Head);
        Assert.Equal((true, 5, written.Head, null), (found.Ok, found.Entries, found.Head, found.FirstFault));
        Assert.True(VerifyRegion.Verify(Folder, null).Ok);
        Assert.True(VerifyRegion.Verify(Folder, Convert.ToHexStringLower(written.Entries[1].Hash.Span)).Ok);
    }

    [Fact]
    public void A_folder_without_a_journal_is_no_region()
    {
        var empty = _copy.CreateSubdirectory("tom").FullName;
        Assert.Equal("verify.no-journal", VerifyRegion.Verify(empty, null).FirstFault!.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(empty));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(8191)]
    public void A_journal_cut_short_is_told_of(int length)
    {
        File.WriteAllBytes(JournalFile, File.ReadAllBytes(JournalFile)[..length]);
        var found = VerifyRegion.Verify(Folder, null);
        Assert.False(found.Ok, $"{found.Entries} entries of a file of {written.JournalBytes} bytes");
        Told(found);
    }

    [Fact]
    public void A_byte_changed_anywhere_in_the_journals_file_is_told_of_or_has_changed_no_entry()
    {
        var bytes = File.ReadAllBytes(JournalFile);
        var told = 0;
        foreach (var (at, flip) in Flips(bytes.Length, 400))
        {
            var found = VerifiedWith(JournalFile, bytes, at, flip);
            if (found.Ok)
                Assert.Equal((at, Shown(written.Entries)), (at, Shown(Entries())));
            else
                Told(found);
            told += found.Ok ? 0 : 1;
        }

        Assert.InRange(told, 50, 400);
    }

    [Fact]
    public void A_byte_changed_where_the_journals_table_is_described_never_makes_the_journal_look_empty()
    {
        var bytes = File.ReadAllBytes(JournalFile);
        var table = bytes.AsSpan().IndexOf("tableentryentry"u8);
        Assert.True(table > 0);
        for (var at = table - 12; at < table + 40; at++)
        {
            var found = VerifiedWith(JournalFile, bytes, at, 1);
            if (found.Ok)
                Assert.Equal((at, 5, Shown(written.Entries)), (at, found.Entries, Shown(Entries())));
            else
                Told(found);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_byte_changed_in_an_entry_or_its_hash_is_told_of_with_its_position(int position)
    {
        var bytes = File.ReadAllBytes(JournalFile);
        var entry = written.Entries[position - 1];
        var hash = bytes.AsSpan().IndexOf(entry.Hash.Span);
        Assert.True(hash > 0);
        // The entry's bytes stand after its hash; a long entry goes on in other pages.
        var together = Math.Min(entry.CanonicalBytes.Length, 300);
        Assert.True(bytes.AsSpan(hash + 32, together).SequenceEqual(entry.CanonicalBytes.Span[..together]));
        foreach (var at in Enumerable.Range(0, 32 + together).Where(i => i % 13 == 0))
        {
            var found = VerifiedWith(JournalFile, bytes, hash + at, (byte)(1 << (at % 8)));
            Assert.Equal((at, position, "verify.entry-changed"), (at, (int)found.FirstFault!.Position, found.FirstFault.Code));
            Assert.Equal(position, found.Entries);
        }
    }

    [Fact]
    public void A_byte_changed_anywhere_in_a_file_of_rows_or_texts_is_told_of_with_its_entry()
    {
        foreach (var (file, code) in new[] { (RowsFile, "verify.rows-changed"), (TextsFile, "verify.texts-changed") })
        {
            var bytes = File.ReadAllBytes(file);
            foreach (var (at, flip) in Flips(bytes.Length, 120))
            {
                var found = VerifiedWith(file, bytes, at, flip);
                Assert.Equal((at, 3, code), (at, (int)found.FirstFault!.Position, found.FirstFault.Code));
            }

            File.WriteAllBytes(file, bytes);
        }
    }

    [Fact]
    public void A_file_that_is_gone_or_cut_short_is_told_of()
    {
        var rows = File.ReadAllBytes(RowsFile);
        var (rowsFile, textsFile) = (RowsFile, TextsFile);
        File.WriteAllBytes(rowsFile, rows[..^1]);
        Assert.Equal((3, "verify.rows-changed"), Fault());
        File.WriteAllBytes(rowsFile, []);
        Assert.Equal((3, "verify.rows-changed"), Fault());
        File.Delete(rowsFile);
        Assert.Equal((3, "verify.rows-missing"), Fault());
        File.WriteAllBytes(rowsFile, rows);
        File.Delete(textsFile);
        Assert.Equal((3, "verify.texts-missing"), Fault());
    }

    [Fact]
    public void Sums_kept_beside_the_rows_that_say_something_else_are_told_of_and_damaged_ones_are_only_made_anew()
    {
        var kept = Directory.EnumerateFiles(Path.Combine(Folder, "cells")).Single();
        File.WriteAllText(kept, "damaged");
        Assert.True(VerifyRegion.Verify(Folder, null).Ok);

        using (var other = new TemporaryRegion(SmallLedger.Region))
        {
            new ImportLedger(other.Archive).Import(SmallLedger.Import("#VER A 1 20170115\n{\n#TRANS 4010 {1 100} 7.00\n#TRANS 1930 {} -7.00\n}\n"), "other.si", new(DateTimeOffset.UnixEpoch));
            File.Copy(Directory.EnumerateFiles(Path.Combine(other.Folder, "cells")).Single(), kept, overwrite: true);
        }

        Assert.Equal((3, "verify.cells-differ"), Fault());
        File.Delete(kept);
        Assert.True(VerifyRegion.Verify(Folder, null).Ok);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Entries_cut_off_from_the_end_are_found_by_a_head_kept_outside_and_by_nothing_else(int cut)
    {
        Run($"DROP TRIGGER entry_is_never_removed; DELETE FROM entry WHERE position > {5 - cut}");
        Assert.Equal((true, 5L - cut), (VerifyRegion.Verify(Folder, null).Ok, VerifyRegion.Verify(Folder, null).Entries));
        var found = VerifyRegion.Verify(Folder, written.Head);
        Assert.Equal((false, 5L - cut, "verify.head-not-found"), (found.Ok, found.FirstFault!.Position, found.FirstFault.Code));
    }

    [Fact]
    public void An_entry_taken_out_of_the_middle_leaves_a_gap_that_is_named()
    {
        Run("DROP TRIGGER entry_is_never_removed; DELETE FROM entry WHERE position = 2");
        Assert.Equal((2, "verify.entry-missing"), Fault());
    }

    [Fact]
    public void Entries_that_have_changed_places_are_found()
    {
        Run("DROP TRIGGER entry_is_never_changed; UPDATE entry SET position = 99 WHERE position = 4; UPDATE entry SET position = 4 WHERE position = 5; UPDATE entry SET position = 5 WHERE position = 99");
        Assert.Equal((4, "verify.entry-changed"), Fault());
    }

    [Fact]
    public void An_entry_changed_with_its_hash_is_found_at_the_next_one_or_by_the_head()
    {
        Rewrite(4, text => text.Replace("\"ar\"", "\"år\""));
        Assert.Equal((5, "verify.entry-changed"), Fault());
        Rewrite(5, text => text.Replace("-500000000", "500000000"));
        Assert.Equal("verify.head-not-found", VerifyRegion.Verify(Folder, written.Head).FirstFault!.Code);
    }

    [Fact]
    public void A_manifest_whose_sums_are_not_those_of_its_rows_is_found()
    {
        Run("DROP TRIGGER entry_is_never_removed; DELETE FROM entry WHERE position > 3");
        Rewrite(3, text => text.Replace("\"debit\":2010000", "\"debit\":2010001"));
        Assert.Equal((3, "verify.rows-do-not-add-up"), Fault());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"entry":1}""")]
    [InlineData("""{"entry":"1","position":6,"recorded":"2017-01-01T12:00:00Z","kind":"facts","content":{}}""")]
    [InlineData("""{"entry":1,"position":6,"recorded":"i dag","kind":"facts","content":{}}""")]
    [InlineData("""{"entry":1,"position":6,"recorded":"2017-01-01T12:00:00Z","kind":"facts","content":{"batch":{"id":"a","kind":"wish","source":{"name":"a","bytes":1,"format":"f"},"period":"2017-01..2017-01","voucher-series":[],"rows":0,"vouchers":0,"debit":0,"credit":0,"supersedes":[],"illustrative":false}}}""")]
    [InlineData("""{"entry":1,"position":6,"recorded":"2017-01-01T12:00:00Z","kind":"facts","content":{"batch":{"id":"a","kind":"ledger","source":{"name":"a","bytes":1,"format":"f"},"period":"2017-01..2017-01","voucher-series":[],"rows":99999999999999999999,"vouchers":0,"debit":0,"credit":0,"supersedes":[],"illustrative":false}}}""")]
    [InlineData("""{"entry":1,"position":6,"recorded":"2017-01-01T12:00:00Z","kind":"assessment","content":{"assessment":"B","subject":"S","by":"RS","period":"2017-01..2017-01","date":"2017-01-01","fulfilment":"wish"}}""")]
    [InlineData("""{"entry":1,"position":6,"recorded":"2017-01-01T12:00:00Z","kind":"decision","content":{"decision":{"decision":"B","body":"RF","date":"2017-01-01","title":{"sv":"T"},"acts":[{"act":"establish-body","schema":1,"id":"X","kind":"wish","name":{"sv":"X"},"under":"REGION","valid":"2015-01-01.."}]},"verdict":{"outcome":"within","rules":[],"breaches":[]}}}""")]
    [InlineData("""{"entry":1,"position":6,"recorded":"2017-01-01T12:00:00Z","kind":"decision","content":{"decision":{"decision":"B","body":"RF","date":"2017-01-01","title":{"sv":"T"},"acts":[{"act":"adopt-vision","schema":1,"id":"X","text":{"sv":"X"},"valid":"för evigt"}]},"verdict":{"outcome":"within","rules":[],"breaches":[]}}}""")]
    public void An_entry_rightly_chained_that_says_nothing_is_unreadable_at_its_position(string canonical)
    {
        using (var journal = SqliteJournal.Open(JournalFile))
            journal.Append([_ => Encoding.UTF8.GetBytes(canonical)]);
        Assert.Equal((6, "verify.unreadable"), Fault());
    }

    [Fact]
    public void An_entry_that_says_it_lies_elsewhere_is_misplaced()
    {
        using (var journal = SqliteJournal.Open(JournalFile))
            journal.Append([_ => written.Entries[4].CanonicalBytes.ToArray()]);
        Assert.Equal((6, "verify.entry-misplaced"), Fault());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"sv":1,"en":2}""")]
    public void A_damaged_name_of_the_region_is_told_of_and_brings_nothing_down(string json)
    {
        File.WriteAllText(Path.Combine(Folder, "region.json"), json);
        Assert.Equal("verify.unreadable", VerifyRegion.Verify(Folder, null).FirstFault!.Code);
    }

    [Fact]
    public void Verifying_changes_nothing_in_the_folder()
    {
        var before = Files();
        Assert.True(VerifyRegion.Verify(Folder, null).Ok);
        Assert.Equal(before, Files());

        string Files() => string.Join('\n', Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Order()
            .Select(f => $"{Path.GetRelativePath(Folder, f)} {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}"));
    }

    private Verification VerifiedWith(string file, byte[] bytes, int at, byte flip)
    {
        var damaged = (byte[])bytes.Clone();
        damaged[at] ^= flip;
        foreach (var beside in new[] { "-wal", "-shm", "-journal" })
            File.Delete(JournalFile + beside);
        File.WriteAllBytes(file, damaged);
        return VerifyRegion.Verify(Folder, null);
    }

    private (int Position, string Code) Fault()
    {
        var found = VerifyRegion.Verify(Folder, null);
        Told(found);
        return ((int)found.FirstFault!.Position, found.FirstFault.Code);
    }

    /// <summary>A fault has a code with a sentence in both languages.</summary>
    private static void Told(Verification found)
    {
        Assert.NotNull(found.FirstFault);
        Assert.All(new[] { "sv", "en" }, language => Assert.Contains(found.FirstFault.Code, Texts.Texts.In(language).Keys));
    }

    private List<StoredEntry> Entries()
    {
        using var journal = SqliteJournal.Open(JournalFile);
        return [.. journal.ReadAfter(0)];
    }

    private static string Shown(IEnumerable<StoredEntry> entries) =>
        string.Join('\n', entries.Select(e => $"{e.Position} {Convert.ToHexString(e.Hash.Span)} {Encoding.UTF8.GetString(e.CanonicalBytes.Span)}"));

    /// <summary>Places drawn by lot, the same each time, and which bit to turn at each.</summary>
    private static IEnumerable<(int At, byte Flip)> Flips(int length, int count)
    {
        var draw = 20171231u;
        for (var i = 0; i < count; i++)
        {
            draw = unchecked((draw * 1664525) + 1013904223);
            yield return ((int)(draw / 256 % (uint)length), (byte)(1 << (int)(draw >> 29)));
        }
    }

    private void Rewrite(int position, Func<string, string> change)
    {
        var entries = Entries();
        var canonical = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(entries[position - 1].CanonicalBytes.Span)));
        Assert.False(canonical.AsSpan().SequenceEqual(entries[position - 1].CanonicalBytes.Span));
        var hash = Chain.Next(position == 1 ? Chain.Beginning.Span : entries[position - 2].Hash.Span, canonical);
        Run($"DROP TRIGGER IF EXISTS entry_is_never_changed; UPDATE entry SET canonical = x'{Convert.ToHexString(canonical)}', hash = x'{Convert.ToHexString(hash)}' WHERE position = {position}");
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={JournalFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
