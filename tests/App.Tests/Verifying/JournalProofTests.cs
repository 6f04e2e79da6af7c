using Microsoft.Data.Sqlite;
using Styrkedja.App.Importing;

namespace Styrkedja.App.Verifying;

/// <summary>What has been changed after it was written does not pass for what it was.</summary>
public sealed class JournalProofTests : IDisposable
{
    private readonly TemporaryRegion _region = new(SmallLedger.Region);

    public JournalProofTests() => Assert.False(new ImportLedger(_region.Archive).Import(
        SmallLedger.Import("#VER A 1 20170105 \"Hyra\"\n{\n#TRANS 4010 {1 100} 250.00\n#TRANS 1930 {} -250.00\n}\n"), "ledger.si", new ImportTerms(new(2017, 4, 1, 12, 0, 0, TimeSpan.Zero))).Refused);

    public void Dispose() => _region.Dispose();

    [Fact]
    public void An_entry_that_has_been_changed_breaks_the_chain_where_it_stands()
    {
        var (head, hash) = _region.Archive.Head();
        Assert.Equal((hash, null), (JournalProof.Of(_region.Archive, head, new HashSet<long>()).Head, JournalProof.Of(_region.Archive, head, new HashSet<long>()).Wrong));
        Change("DROP TRIGGER entry_is_never_changed; UPDATE entry SET canonical = CAST(replace(CAST(canonical AS TEXT), 'Kontoplan', 'Kontoplam') AS BLOB) WHERE position = 2");

        var proof = JournalProof.Of(_region.Archive, head, new HashSet<long>());
        Assert.Equal(2, proof.Wrong);
        Assert.NotEqual(hash, proof.Head);
        Assert.Null(JournalProof.Of(_region.Archive, 1, new HashSet<long>()).Wrong);
    }

    [Fact]
    public void An_entry_that_is_missing_breaks_it_too()
    {
        var (head, _) = _region.Archive.Head();
        Assert.Equal(head + 1, JournalProof.Of(_region.Archive, head + 1, new HashSet<long>()).Wrong);
        Change("DROP TRIGGER entry_is_never_removed; DELETE FROM entry WHERE position = 2");
        Assert.Equal(2, JournalProof.Of(_region.Archive, head, new HashSet<long>()).Wrong);
    }

    [Fact]
    public void A_file_of_rows_that_has_been_changed_or_is_gone_is_named()
    {
        var batches = _region.Archive.FactEntries().Select(f => f.Batch).ToList();
        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(_region.Folder, "facts")));
        Assert.Equal((1, 0), (RowFiles.Check(_region.Archive, batches).Looked, RowFiles.Check(_region.Archive, batches).Wrong.Count));
        Assert.Equal(new FileInfo(file).Length, RowFiles.Bytes(_region.Archive, batches));

        File.AppendAllText(file, "!");
        Assert.Equal([Path.GetFileNameWithoutExtension(file)], RowFiles.Check(_region.Archive, batches).Wrong);
        File.Delete(file);
        Assert.Equal([Path.GetFileNameWithoutExtension(file)], RowFiles.Check(_region.Archive, batches).Wrong);
        Assert.Equal(0, RowFiles.Bytes(_region.Archive, batches));
    }

    private void Change(string sql)
    {
        using var sqlite = new SqliteConnection($"Data Source={Path.Combine(_region.Folder, "journal.sqlite")}");
        sqlite.Open();
        using var command = sqlite.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
