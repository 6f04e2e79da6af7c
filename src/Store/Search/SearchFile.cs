using Microsoft.Data.Sqlite;

namespace Styrkedja.Store.Search;

/// <summary>The SQLite file of the index: its tables, and the connection to it.</summary>
/// <remarks>Not flushed at every commit: a power cut may lose the last things, which are then taken from the journal again.</remarks>
internal static class SearchFile
{
    private const string Tables = """
        CREATE TABLE kept (version TEXT NOT NULL, position INTEGER NOT NULL, hash TEXT NOT NULL);
        CREATE TABLE thing (number INTEGER PRIMARY KEY, position INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, address TEXT NOT NULL, sv TEXT NOT NULL, en TEXT, who TEXT,
            earliest INTEGER NOT NULL, day INTEGER NOT NULL, basis TEXT, first_day INTEGER, last_day INTEGER, illustrative INTEGER NOT NULL);
        CREATE INDEX thing_position ON thing (position);
        CREATE TABLE thing_text (number INTEGER PRIMARY KEY, text TEXT NOT NULL);
        CREATE TABLE name (name TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (name, number)) WITHOUT ROWID;
        CREATE TABLE ended (id TEXT NOT NULL, position INTEGER NOT NULL, last_day INTEGER NOT NULL, PRIMARY KEY (id, position)) WITHOUT ROWID;
        CREATE TABLE word (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, things INTEGER NOT NULL);
        CREATE TABLE mark (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, things INTEGER NOT NULL);
        CREATE TABLE posting (key INTEGER PRIMARY KEY, last INTEGER NOT NULL, data BLOB NOT NULL);
        """;

    private static readonly string[] s_tables = ["kept", "thing", "thing_text", "name", "ended", "word", "mark", "posting"];

    /// <summary>Opens the index of a file; makes it anew when it is not there, is of another version or is no whole index.</summary>
    public static SqliteConnection Open(string file, string version)
    {
        try
        {
            return Connect(file, version);
        }
        catch (SqliteException e) when (IsDamage(e))
        {
            Discard(file);
            return Connect(file, version);
        }
    }

    /// <summary>True when SQLite says that the file is damaged or no database.</summary>
    public static bool IsDamage(SqliteException e) => e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB;

    public static void Discard(string file)
    {
        foreach (var part in new[] { file, file + "-wal", file + "-shm" })
            File.Delete(part);
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Connect(string file, string version)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 60 }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY;");
            if (VersionOf(connection) != version)
                MakeOnce(connection, version);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes the tables, empty, unless another process was quicker.</summary>
    private static void MakeOnce(SqliteConnection connection, string version)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        if (VersionOf(connection) != version)
            Make(connection, version);
        transaction.Commit();
    }

    private static void Make(SqliteConnection connection, string version)
    {
        foreach (var table in s_tables)
            Execute(connection, $"DROP TABLE IF EXISTS {table}");
        Execute(connection, Tables);
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO kept VALUES ($version, 0, '')";
        command.Parameters.AddWithValue("$version", version);
        command.ExecuteNonQuery();
    }

    /// <summary>The version of the index in the file; nothing when there is none, or a table of it is gone.</summary>
    private static string? VersionOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM sqlite_schema WHERE name IN ({string.Join(", ", s_tables.Select(table => $"'{table}'"))})";
        if ((long)command.ExecuteScalar()! != s_tables.Length)
            return null;
        command.CommandText = "SELECT version FROM kept";
        return (string?)command.ExecuteScalar();
    }
}
