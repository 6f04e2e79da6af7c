using Microsoft.Data.Sqlite;

namespace Styrkedja.Store.People;

/// <summary>The people of a region in one SQLite file beside the journal: all that is personal about those who sign in, and nothing else.</summary>
/// <remarks>Synchronous=FULL, so that a right taken away stays away after a power cut; secure_delete, so that what is erased leaves no bytes behind. Only the owner of the
/// process may read the file. Server and command line may have it open at the same time.</remarks>
public sealed class PeopleFile : IDisposable
{
    private const string FileName = "people.sqlite";

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS account (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            email TEXT,
            holder TEXT NOT NULL UNIQUE,
            subject TEXT UNIQUE,
            kind TEXT NOT NULL CHECK (kind IN ('Local', 'Provider', 'Demo')),
            administrator INTEGER NOT NULL DEFAULT 0,
            opened INTEGER NOT NULL,
            closed INTEGER,
            erased INTEGER,
            stamp TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS passkey (
            credential BLOB PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account (id),
            name TEXT,
            public_key BLOB NOT NULL,
            created INTEGER NOT NULL,
            sign_count INTEGER NOT NULL,
            transports TEXT,
            user_verified INTEGER NOT NULL,
            backup_eligible INTEGER NOT NULL,
            backed_up INTEGER NOT NULL,
            attestation BLOB NOT NULL,
            client_data BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS passkey_of ON passkey (account);
        CREATE TABLE IF NOT EXISTS code (
            hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
            account TEXT NOT NULL REFERENCES account (id),
            purpose TEXT NOT NULL CHECK (purpose IN ('SignIn', 'FirstAdministrator')),
            issued INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            used INTEGER);
        CREATE TABLE IF NOT EXISTS session (
            id TEXT PRIMARY KEY,
            secret BLOB NOT NULL UNIQUE CHECK (length(secret) = 32),
            account TEXT NOT NULL REFERENCES account (id),
            stamp TEXT NOT NULL,
            method TEXT NOT NULL CHECK (method IN ('Provider', 'Passkey', 'Code', 'Demo')),
            level INTEGER NOT NULL CHECK (level BETWEEN 2 AND 4),
            started INTEGER NOT NULL,
            seen INTEGER NOT NULL,
            auth_time INTEGER NOT NULL,
            ended INTEGER,
            id_token TEXT);
        CREATE INDEX IF NOT EXISTS session_of ON session (account);
        CREATE TABLE IF NOT EXISTS feed (one INTEGER PRIMARY KEY CHECK (one = 1), made INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS feed_office (
            person TEXT NOT NULL,
            title TEXT NOT NULL,
            office TEXT,
            function TEXT,
            unit TEXT NOT NULL,
            from_day TEXT NOT NULL,
            to_day TEXT);
        CREATE INDEX IF NOT EXISTS feed_office_of ON feed_office (person);
        """;

    private readonly Lock _one = new();
    private readonly SqliteConnection _connection;

    private PeopleFile(SqliteConnection connection)
    {
        _connection = connection;
        Accounts = new(this);
        Passkeys = new(this);
        Codes = new(this);
        Sessions = new(this);
        FeedOffices = new(this);
    }

    public Accounts Accounts { get; }

    public Passkeys Passkeys { get; }

    public OneTimeCodes Codes { get; }

    public Sessions Sessions { get; }

    public FeedOffices FeedOffices { get; }

    /// <summary>Opens the people of a region's folder, and creates the file when it is not there.</summary>
    public static PeopleFile Open(string folder)
    {
        var file = Path.Combine(folder, FileName);
        // Made before SQLite opens it, so that there is no moment in which others may read it; SQLite gives its own side files the same mode.
        var made = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
            made.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(file, made).Dispose();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30, ForeignKeys = true }.ToString());
        connection.Open();
        var people = new PeopleFile(connection);
        people.Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");
        people.Run(Schema);
        return people;
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Runs a statement; the answer is how many rows it changed.</summary>
    internal int Run(string sql, params (string Name, object? Value)[] values)
    {
        lock (_one)
        {
            using var command = Command(sql, values);
            return command.ExecuteNonQuery();
        }
    }

    /// <summary>The rows of a question.</summary>
    internal List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] values)
    {
        lock (_one)
        {
            using var command = Command(sql, values);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(read(reader));
            return rows;
        }
    }

    /// <summary>The first row of a question; nothing when there is none.</summary>
    internal T? First<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] values)
        where T : class => All(sql, read, values).FirstOrDefault();

    /// <summary>Does several things or none of them.</summary>
    internal T Together<T>(Func<T> things)
    {
        lock (_one)
        {
            using var transaction = _connection.BeginTransaction();
            var done = things();
            transaction.Commit();
            return done;
        }
    }

    /// <summary>Moves everything from the log into the file and empties the log, so that nothing erased is left in it.</summary>
    internal void EmptyLog() => Run("PRAGMA wal_checkpoint(TRUNCATE)");

    internal static long Moment(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    internal static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    internal static DateTimeOffset? MomentAt(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Moment(row.GetInt64(column));

    internal static string? TextAt(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private SqliteCommand Command(string sql, (string Name, object? Value)[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
