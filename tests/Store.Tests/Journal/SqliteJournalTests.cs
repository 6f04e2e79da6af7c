using System.Text;
using CsCheck;
using Microsoft.Data.Sqlite;
using Styrkedja.Decisions;

namespace Styrkedja.Store.Journal;

public sealed class SqliteJournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string JournalFile => _folder.File("journal.sqlite");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_empty_journal_stands_at_the_beginning_of_the_chain()
    {
        using var journal = SqliteJournal.Open(JournalFile);
        Assert.Equal((0, new string('0', 64)), Head(journal));
        Assert.Empty(journal.ReadAfter(0));
        Assert.Null(journal.FaultInFile());
    }

    /// <summary>The rule of the chain, worked out by hand: SHA-256 over the previous hash and the bytes. It cannot be undone.</summary>
    [Fact]
    public void The_first_links_of_the_chain_are_these_and_no_others()
    {
        using var journal = SqliteJournal.Open(JournalFile);
        journal.Append([Bytes("ett"), Bytes("två")]);
        Assert.Equal(
            [
                "1 ett 977ebdf147640c48ca2d1fe574921c31307004b4f9a552aabf10155531eb4d72",
                "2 två 2d647b750e794a9fbda56021c15fafa779aa6429bb4e107924900da3ac2fc4eb",
            ],
            journal.ReadAfter(0).Select(e => $"{e.Position} {Text(e)} {Convert.ToHexStringLower(e.Hash.Span)}"));
    }

    [Fact]
    public void What_was_appended_is_read_in_order_and_each_link_proves_all_before_it() =>
        Gen.Byte.Array[0, 40].Array[0, 20].Array[1, 4].Sample(
            batches =>
            {
                using var folder = new TemporaryFolder();
                using var journal = SqliteJournal.Open(folder.File("j"));
                foreach (var batch in batches)
                    journal.Append([.. batch.Select(bytes => (Func<long, byte[]>)(_ => bytes))]);
                var all = batches.SelectMany(b => b).ToList();
                var link = Chain.Beginning;
                var read = journal.ReadAfter(0).ToList();
                Assert.Equal(all.Count, read.Count);
                for (var i = 0; i < all.Count; i++)
                {
                    link = Chain.Next(link.Span, all[i]);
                    Assert.Equal(i + 1, read[i].Position);
                    Assert.True(read[i].CanonicalBytes.Span.SequenceEqual(all[i]));
                    Assert.True(read[i].Hash.Span.SequenceEqual(link.Span));
                }

                Assert.Equal((all.Count, Convert.ToHexStringLower(link.Span)), Head(journal));
            },
            iter: 15);

    [Fact]
    public void Read_in_blocks_the_bytes_are_those_read_one_by_one() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 200], Gen.Int[0, 20]).Sample(
            (large, count, after) =>
            {
                using var folder = new TemporaryFolder();
                using var journal = SqliteJournal.Open(folder.File("j"));
                // Now and then an entry is larger than a block.
                journal.Append([.. Enumerable.Range(0, count).Select(i => (Func<long, byte[]>)(p => [.. Enumerable.Repeat((byte)p, large > 0 && i % 70 == 69 ? large * 600_000 : i)]))]);
                var read = new List<byte[]>();
                foreach (var block in journal.ReadBlocksAfter(after))
                {
                    using (block)
                        read.AddRange(Enumerable.Range(0, block.Count).Select(i => block[i].ToArray()));
                }

                Assert.Equal(journal.ReadAfter(after).Select(e => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(e.CanonicalBytes.Span))), read.Select(b => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(b))));
            },
            iter: 15);

    [Fact]
    public void Each_entry_is_told_its_position_and_reading_can_go_on_from_any()
    {
        using var journal = SqliteJournal.Open(JournalFile);
        var appended = journal.Append([.. Enumerable.Range(0, 500).Select(_ => (Func<long, byte[]>)(p => Encoding.UTF8.GetBytes($"post {p}")))]);
        Assert.Equal("post 1, post 250, post 500", string.Join(", ", new[] { 0, 249, 499 }.Select(i => Text(appended[i]))));
        Assert.Equal(["post 499", "post 500"], journal.ReadAfter(498).Select(Text));
        Assert.Empty(journal.ReadAfter(500));
        Assert.Equal(appended[^1].Hash.ToArray(), journal.Head().Hash.ToArray());
    }

    [Fact]
    public void When_one_of_several_cannot_be_written_none_is()
    {
        using var journal = SqliteJournal.Open(JournalFile);
        journal.Append([Bytes("ett")]);
        var head = Head(journal);
        Assert.Throws<FormatException>(() => journal.Append([Bytes("två"), _ => throw new FormatException("går inte")]));
        Assert.Equal(head, Head(journal));
        journal.Append([Bytes("tre")]);
        Assert.Equal(["ett", "tre"], journal.ReadAfter(0).Select(Text));
    }

    [Theory]
    [InlineData("UPDATE entry SET canonical = x'00' WHERE position = 1")]
    [InlineData("UPDATE entry SET position = 9 WHERE position = 1")]
    [InlineData("DELETE FROM entry")]
    [InlineData("DELETE FROM entry WHERE position = 2")]
    [InlineData("INSERT OR REPLACE INTO entry (position, hash, canonical) SELECT 1, hash, x'00' FROM entry WHERE position = 1")]
    [InlineData("INSERT INTO entry (position, hash, canonical) VALUES (0, zeroblob(32), x'00')")]
    [InlineData("INSERT INTO entry (position, hash, canonical) VALUES (3, zeroblob(31), x'00')")]
    public void The_table_itself_refuses_to_be_changed(string sql)
    {
        using var journal = SqliteJournal.Open(JournalFile);
        journal.Append([Bytes("ett"), Bytes("två")]);
        var head = Head(journal);
        Assert.Throws<SqliteException>(() => Run(sql));
        Assert.Equal((head, 2), (Head(journal), journal.ReadAfter(0).Count()));
        Assert.Equal(["ett", "två"], journal.ReadAfter(0).Select(Text));
    }

    [Fact]
    public void A_journal_opened_again_goes_on_where_it_stood()
    {
        (long, string) head;
        using (var journal = SqliteJournal.Open(JournalFile))
        {
            journal.Append([Bytes("ett"), Bytes("två")]);
            head = Head(journal);
        }

        using var again = SqliteJournal.Open(JournalFile);
        Assert.Equal(head, Head(again));
        again.Append([Bytes("tre")]);
        Assert.Equal(["ett", "två", "tre"], again.ReadAfter(0).Select(Text));
    }

    [Fact]
    public async Task Two_writers_take_turns_and_lose_nothing()
    {
        using var one = SqliteJournal.Open(JournalFile);
        using var other = SqliteJournal.Open(JournalFile);
        await Task.WhenAll(new[] { one, other }.Select((journal, who) => Task.Run(
            () =>
            {
                for (var i = 0; i < 50; i++)
                    journal.Append([Bytes($"{who}:{i}a"), Bytes($"{who}:{i}b")]);
            },
            TestContext.Current.CancellationToken)));

        var entries = one.ReadAfter(0).ToList();
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), entries.Select(e => e.Position));
        var link = Chain.Beginning;
        Assert.All(entries, e => Assert.Equal((link = Chain.Next(link.Span, e.CanonicalBytes.Span)).ToArray(), e.Hash.ToArray()));
        foreach (var who in new[] { "0", "1" })
            Assert.Equal(Enumerable.Range(0, 50).SelectMany(i => new[] { $"{who}:{i}a", $"{who}:{i}b" }), entries.Select(Text).Where(t => t.StartsWith(who + ":", StringComparison.Ordinal)));
        Assert.Equal(Head(one), Head(other));
    }

    [Fact]
    public void A_reader_sees_whole_appends_while_another_writes()
    {
        using var writer = SqliteJournal.Open(JournalFile);
        using var reader = SqliteJournal.Open(JournalFile);
        writer.Append([Bytes("ett"), Bytes("två")]);
        Assert.Equal(2, reader.Head().Position);
        Assert.Throws<InvalidOperationException>(() => writer.Append([Bytes("tre"), _ =>
        {
            Assert.Equal(2, reader.Head().Position);
            throw new InvalidOperationException();
        }]));
        Assert.Equal(2, reader.ReadAfter(0).Count());
    }

    [Fact]
    public void What_is_on_disk_is_written_through_to_it()
    {
        using var journal = SqliteJournal.Open(JournalFile);
        using var connection = new SqliteConnection($"Data Source={JournalFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", command.ExecuteScalar());
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={JournalFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static (long, string) Head(SqliteJournal journal) => (journal.Head().Position, Convert.ToHexStringLower(journal.Head().Hash.Span));

    private static Func<long, byte[]> Bytes(string text) => _ => Encoding.UTF8.GetBytes(text);

    private static string Text(StoredEntry entry) => Encoding.UTF8.GetString(entry.CanonicalBytes.Span);
}
