using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Styrkedja.Store.Inbox;

/// <summary>What has been sent in from outside and not yet become a case, in one SQLite file beside the journal.</summary>
/// <remarks>Not public: only its owner's account at the machine may read the file. How a sender can be reached lies in a table of its own, and what is erased there is overwritten. It holds only so much: when that
/// is full nothing more is taken until someone has gone through it.</remarks>
public sealed class InboxFile : IDisposable
{
    /// <summary>How many letters may wait.</summary>
    public const int MostWaiting = 500;

    private const string Columns = "letter.id, kind, about, title, text, received, state, handled_by, handled, reason, case_id, name, email";

    private readonly Lock _one = new();
    private readonly SqliteConnection _connection;
    private readonly int _mostWaiting;

    private InboxFile(SqliteConnection connection, int mostWaiting) => (_connection, _mostWaiting) = (connection, mostWaiting);

    /// <summary>Opens the inbox of a region's folder, and makes the file when it is not there.</summary>
    public static InboxFile Open(string folder, int mostWaiting = MostWaiting)
    {
        var file = Path.Combine(folder, "inbox.sqlite");
        // Made before SQLite opens it, so that it never lies open to others; what SQLite puts beside it gets the same mode.
        if (!OperatingSystem.IsWindows() && !File.Exists(file))
            new FileStream(file, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }).Dispose();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30, ForeignKeys = true }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode=DELETE;
            PRAGMA secure_delete=ON;
            PRAGMA synchronous=FULL;
            CREATE TABLE IF NOT EXISTS letter (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                kind TEXT NOT NULL,
                about TEXT,
                title TEXT NOT NULL,
                text TEXT NOT NULL,
                received TEXT NOT NULL,
                state TEXT NOT NULL,
                handled_by TEXT,
                handled TEXT,
                reason TEXT,
                case_id TEXT);
            CREATE TABLE IF NOT EXISTS sender (
                letter INTEGER PRIMARY KEY REFERENCES letter (id),
                name TEXT,
                email TEXT);
            """;
        command.ExecuteNonQuery();
        return new(connection, mostWaiting);
    }

    /// <summary>Takes in a letter; nothing when the inbox is full.</summary>
    public InboxItem? Take(InboxLetter letter, InboxSender sender, DateTimeOffset now)
    {
        lock (_one)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            using var waiting = Command("SELECT count(*) FROM letter WHERE state = $0", nameof(InboxState.Waiting));
            if ((long)waiting.ExecuteScalar()! >= _mostWaiting)
                return null;
            using var insert = Command(
                "INSERT INTO letter (kind, about, title, text, received, state) VALUES ($0, $1, $2, $3, $4, $5) RETURNING id",
                letter.Kind.ToString(), letter.About, letter.Title, letter.Text, now.ToString("O", CultureInfo.InvariantCulture), nameof(InboxState.Waiting));
            var id = (long)insert.ExecuteScalar()!;
            if (!sender.IsEmpty)
            {
                using var from = Command("INSERT INTO sender (letter, name, email) VALUES ($0, $1, $2)", id, sender.Name, sender.Email);
                from.ExecuteNonQuery();
            }

            transaction.Commit();
            return new(id, letter, sender.IsEmpty ? null : sender, now, InboxState.Waiting, null, null, null, null);
        }
    }

    /// <summary>What waits, the longest first.</summary>
    public IReadOnlyList<InboxItem> Waiting()
    {
        lock (_one)
        {
            using var command = Command($"SELECT {Columns} FROM letter LEFT JOIN sender ON sender.letter = letter.id WHERE state = $0 ORDER BY letter.id", nameof(InboxState.Waiting));
            return Read(command);
        }
    }

    /// <summary>What has been gone through, the latest first.</summary>
    public IReadOnlyList<InboxItem> Handled(int most)
    {
        lock (_one)
        {
            using var command = Command($"SELECT {Columns} FROM letter LEFT JOIN sender ON sender.letter = letter.id WHERE state <> $0 ORDER BY handled DESC, letter.id DESC LIMIT $1", nameof(InboxState.Waiting), most);
            return Read(command);
        }
    }

    public InboxItem? Find(long id)
    {
        lock (_one)
        {
            using var command = Command($"SELECT {Columns} FROM letter LEFT JOIN sender ON sender.letter = letter.id WHERE letter.id = $0", id);
            return Read(command).FirstOrDefault();
        }
    }

    /// <summary>Says that a case has been opened with a letter. False when somebody has gone through it already.</summary>
    public bool Opened(long id, string caseId, string by, DateTimeOffset now) => Handle(id, InboxState.Opened, by, now, null, caseId);

    /// <summary>Lays a letter aside, and erases how its sender can be reached. False when somebody has gone through it already.</summary>
    public bool SetAside(long id, string reason, string by, DateTimeOffset now) => Handle(id, InboxState.SetAside, by, now, reason, null);

    /// <summary>Erases how a sender can be reached. What they wrote stays.</summary>
    public void EraseSender(long id)
    {
        lock (_one)
        {
            using var command = Command("DELETE FROM sender WHERE letter = $0", id);
            command.ExecuteNonQuery();
        }
    }

    public void Dispose() => _connection.Dispose();

    private bool Handle(long id, InboxState state, string by, DateTimeOffset now, string? reason, string? caseId)
    {
        lock (_one)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            using var update = Command(
                "UPDATE letter SET state = $1, handled_by = $2, handled = $3, reason = $4, case_id = $5 WHERE id = $0 AND state = $6",
                id, state.ToString(), by, now.ToString("O", CultureInfo.InvariantCulture), reason, caseId, nameof(InboxState.Waiting));
            if (update.ExecuteNonQuery() == 0)
                return false;
            if (state == InboxState.SetAside)
            {
                using var erase = Command("DELETE FROM sender WHERE letter = $0", id);
                erase.ExecuteNonQuery();
            }

            transaction.Commit();
            return true;
        }
    }

    private static List<InboxItem> Read(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var items = new List<InboxItem>();
        while (reader.Read())
        {
            items.Add(new(
                reader.GetInt64(0),
                new(Enum.Parse<InboxKind>(reader.GetString(1)), TextAt(2), reader.GetString(3), reader.GetString(4)),
                TextAt(11) is null && TextAt(12) is null ? null : new(TextAt(11), TextAt(12)),
                MomentAt(5)!.Value,
                Enum.Parse<InboxState>(reader.GetString(6)),
                TextAt(7),
                MomentAt(8),
                TextAt(9),
                TextAt(10)));
        }

        return items;

        string? TextAt(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

        DateTimeOffset? MomentAt(int column) => TextAt(column) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;
    }

    private SqliteCommand Command(string sql, params object?[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i}", values[i] ?? DBNull.Value);
        return command;
    }
}
