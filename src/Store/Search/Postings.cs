using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Styrkedja.Store.Search;

/// <summary>Where in a thing a word stands.</summary>
internal enum WordPlace { Title, Text, Mark }

/// <summary>Which things each word stands in: runs of numbers, a page of the file at most, that grow at their end.</summary>
/// <remarks>A number is written as its distance from the one before in seven bits a byte, so a common word takes one byte a thing. Called through SQLite's own interface: a question may
/// read some thousand runs.</remarks>
internal sealed class Postings : IDisposable
{
    private const int BytesInRun = 3900;
    private const int BitsOfRun = 20;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _read;

    public Postings(SqliteConnection connection)
    {
        _database = connection.Handle!;
        _read = Prepared("SELECT key, data FROM posting WHERE key >= ?1 AND key < ?2 ORDER BY key");
    }

    /// <summary>Adds the things that a word stands in, to those where it stands in the title and to those where it stands anywhere.</summary>
    public void Read(long word, ThingSet inTitle, ThingSet anywhere)
    {
        raw.sqlite3_bind_int64(_read, 1, KeyOf(word, WordPlace.Title));
        raw.sqlite3_bind_int64(_read, 2, KeyOf(word, WordPlace.Mark));
        while (Step(_read))
        {
            var posting = raw.sqlite3_column_blob(_read, 1);
            if (raw.sqlite3_column_int64(_read, 0) < KeyOf(word, WordPlace.Text))
                inTitle.Add(posting);
            anywhere.Add(posting);
        }

        raw.sqlite3_reset(_read);
    }

    /// <summary>Adds the things that bear a mark.</summary>
    public void ReadMark(long mark, ThingSet marked)
    {
        raw.sqlite3_bind_int64(_read, 1, KeyOf(mark, WordPlace.Mark));
        raw.sqlite3_bind_int64(_read, 2, KeyOf(mark, WordPlace.Mark) + (1L << BitsOfRun));
        while (Step(_read))
            marked.Add(raw.sqlite3_column_blob(_read, 1));
        raw.sqlite3_reset(_read);
    }

    public void Dispose() => _read.Dispose();

    /// <summary>Writes numbers after those that are there, for every word in turn.</summary>
    public void Write(IEnumerable<(long Word, WordPlace Place, List<int> Numbers)> words)
    {
        using var last = Prepared("SELECT key, last, data FROM posting WHERE key >= ?1 AND key < ?2 ORDER BY key DESC LIMIT 1");
        using var write = Prepared("INSERT OR REPLACE INTO posting VALUES (?1, ?2, ?3)");
        var run = new byte[BytesInRun + 8];
        foreach (var (word, place, numbers) in words)
        {
            var (key, number, bytes) = (KeyOf(word, place), 0, 0);
            raw.sqlite3_bind_int64(last, 1, key);
            raw.sqlite3_bind_int64(last, 2, key + (1L << BitsOfRun));
            if (Step(last))
            {
                (key, number) = (raw.sqlite3_column_int64(last, 0), raw.sqlite3_column_int(last, 1));
                var there = raw.sqlite3_column_blob(last, 2);
                there.CopyTo(run);
                bytes = there.Length;
            }

            raw.sqlite3_reset(last);
            foreach (var next in numbers)
            {
                if (bytes >= BytesInRun)
                {
                    Store();
                    (key, number, bytes) = (key + 1, 0, 0);
                }

                for (var step = next - number; ; step >>= 7)
                {
                    run[bytes++] = (byte)(step < 0x80 ? step : (step & 0x7F) | 0x80);
                    if (step < 0x80)
                        break;
                }

                number = next;
            }

            Store();

            void Store()
            {
                raw.sqlite3_bind_int64(write, 1, key);
                raw.sqlite3_bind_int(write, 2, number);
                raw.sqlite3_bind_blob(write, 3, run.AsSpan(0, bytes));
                Step(write);
                raw.sqlite3_reset(write);
            }
        }
    }

    private static long KeyOf(long word, WordPlace place) => ((word << 2) | (long)place) << BitsOfRun;

    private sqlite3_stmt Prepared(string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out var statement), _database);
        return statement;
    }

    private bool Step(sqlite3_stmt statement)
    {
        switch (raw.sqlite3_step(statement))
        {
            case raw.SQLITE_ROW:
                return true;
            case raw.SQLITE_DONE:
                return false;
            case var fault:
                raw.sqlite3_reset(statement);
                throw new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), fault & 0xFF, fault);
        }
    }
}
