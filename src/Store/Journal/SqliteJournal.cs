using Microsoft.Data.Sqlite;
using SQLitePCL;
using Styrkedja.Decisions;

namespace Styrkedja.Store.Journal;

/// <summary>The journal in one SQLite file: entries are appended and read, never changed.</summary>
/// <remarks>Write-ahead log with synchronous=FULL, so an entry that Append has returned survives a power cut. The table refuses update and delete by trigger; the hash
/// chain tells of anyone who goes round it.</remarks>
public sealed class SqliteJournal : IDisposable
{
    private readonly SqliteConnection _connection;

    // What every append runs is prepared once: preparing costs as much as a fifth of the write itself.
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _head;
    private readonly SqliteCommand _insert;

    private SqliteJournal(SqliteConnection connection)
    {
        _connection = connection;
        _begin = Command("BEGIN IMMEDIATE");
        _commit = Command("COMMIT");
        _rollback = Command("ROLLBACK");
        _head = Command("SELECT position, hash FROM entry ORDER BY position DESC LIMIT 1");
        _insert = Command("INSERT INTO entry (position, hash, canonical) VALUES ($position, $hash, $canonical)");
        _insert.Parameters.Add("$position", SqliteType.Integer);
        _insert.Parameters.Add("$hash", SqliteType.Blob);
        _insert.Parameters.Add("$canonical", SqliteType.Blob);
    }

    /// <summary>Opens the journal of a file, and creates it when it is not there.</summary>
    public static SqliteJournal Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        Execute(connection, """
            CREATE TABLE IF NOT EXISTS entry (
                position INTEGER PRIMARY KEY CHECK (position > 0),
                hash BLOB NOT NULL CHECK (length(hash) = 32),
                canonical BLOB NOT NULL);
            CREATE TRIGGER IF NOT EXISTS entry_is_never_changed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'The journal is never changed.'); END;
            CREATE TRIGGER IF NOT EXISTS entry_is_never_removed BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'The journal is never changed.'); END;
            CREATE TRIGGER IF NOT EXISTS entry_is_always_the_next BEFORE INSERT ON entry WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM entry)
                BEGIN SELECT RAISE(ABORT, 'An entry stands after the last one.'); END;
            """);
        return new(connection);
    }

    /// <summary>The last entry's position and hash; position 0 and the beginning of the chain in an empty journal.</summary>
    public (long Position, ReadOnlyMemory<byte> Hash) Head()
    {
        using var reader = _head.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), (byte[])reader[1]) : (0, Chain.Beginning);
    }

    /// <summary>Appends entries after the head, all or none; when this returns they are on disk.</summary>
    /// <param name="write">Writes the canonical bytes of each entry, given its position.</param>
    public IReadOnlyList<StoredEntry> Append(IReadOnlyList<Func<long, byte[]>> write)
    {
        _begin.ExecuteNonQuery();
        try
        {
            var (position, hash) = Head();
            var appended = new List<StoredEntry>(write.Count);
            var (at, link, bytes) = (_insert.Parameters[0], _insert.Parameters[1], _insert.Parameters[2]);
            foreach (var each in write)
            {
                position++;
                var canonical = each(position);
                hash = Chain.Next(hash.Span, canonical);
                (at.Value, link.Value, bytes.Value) = (position, hash.ToArray(), canonical);
                _insert.ExecuteNonQuery();
                appended.Add(new(position, canonical, hash));
            }

            _commit.ExecuteNonQuery();
            return appended;
        }
        catch
        {
            // Some faults, such as a full disk, have made SQLite go back already.
            if (raw.sqlite3_get_autocommit(_connection.Handle!) == 0)
                _rollback.ExecuteNonQuery();
            throw;
        }
    }

    /// <summary>The entries after a position, in order, as they lie; nothing is checked here.</summary>
    public IEnumerable<StoredEntry> ReadAfter(long position)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT position, canonical, hash FROM entry WHERE position > $after ORDER BY position";
        command.Parameters.AddWithValue("$after", position);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return new(reader.GetInt64(0), (byte[])reader[1], (byte[])reader[2]);
    }

    /// <summary>The canonical bytes of the entries after a position, in order and in blocks; whoever asks gives each block back.</summary>
    /// <remarks>For reading all of a long journal: no object is made for an entry.</remarks>
    public IEnumerable<EntryBlock> ReadBlocksAfter(long position)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT canonical FROM entry WHERE position > $after ORDER BY position";
        command.Parameters.AddWithValue("$after", position);
        using var reader = command.ExecuteReader();
        EntryBlock? block = null;
        while (reader.Read())
        {
            block ??= new();
            block.Add(raw.sqlite3_column_blob(reader.Handle!, 0));
            if (!block.IsFull)
                continue;
            yield return block;
            block = null;
        }

        if (block is not null)
            yield return block;
    }

    /// <summary>What SQLite itself finds wrong with its file; nothing when it is whole.</summary>
    public string? FaultInFile()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        var answer = (string?)command.ExecuteScalar();
        return answer == "ok" ? null : answer;
    }

    public void Dispose()
    {
        foreach (var command in new[] { _begin, _commit, _rollback, _head, _insert })
            command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
