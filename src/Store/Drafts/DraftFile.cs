using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Styrkedja.Store.Drafts;

/// <summary>The drafts of a region in one SQLite file beside its journal, every version of each kept.</summary>
/// <remarks>Not public: only its owner's account at the machine may read the file. Versions are added and never changed, and two people who change the same one
/// can't both be the next, so nothing anyone has written is lost.</remarks>
public sealed class DraftFile : IDisposable
{
    private const string Columns = "draft, number, kind, owner, for_body, case_id, title, text, state, author, changed_by, changed, note, position";

    private readonly Lock _one = new();
    private readonly SqliteConnection _connection;

    private DraftFile(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the drafts of a region's folder, and makes the file when it is not there.</summary>
    public static DraftFile Open(string folder)
    {
        var file = Path.Combine(folder, "drafts.sqlite");
        // Made before SQLite opens it, so that it never lies open to others; what SQLite puts beside it gets the same mode.
        if (!OperatingSystem.IsWindows() && !File.Exists(file))
            new FileStream(file, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }).Dispose();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode=WAL;
            PRAGMA synchronous=FULL;
            CREATE TABLE IF NOT EXISTS draft_version (
                draft INTEGER NOT NULL CHECK (draft > 0),
                number INTEGER NOT NULL CHECK (number > 0),
                kind TEXT NOT NULL,
                owner TEXT NOT NULL,
                for_body TEXT NOT NULL,
                case_id TEXT,
                title TEXT NOT NULL,
                text TEXT NOT NULL,
                state TEXT NOT NULL,
                author TEXT NOT NULL,
                changed_by TEXT NOT NULL,
                changed TEXT NOT NULL,
                note TEXT,
                position INTEGER,
                PRIMARY KEY (draft, number));
            CREATE TRIGGER IF NOT EXISTS version_is_never_changed BEFORE UPDATE ON draft_version BEGIN SELECT RAISE(ABORT, 'A version is never changed.'); END;
            CREATE TRIGGER IF NOT EXISTS version_is_always_the_next BEFORE INSERT ON draft_version
                WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM draft_version WHERE draft = NEW.draft)
                BEGIN SELECT RAISE(ABORT, 'A version follows the last one.'); END;
            """;
        command.ExecuteNonQuery();
        return new(connection);
    }

    /// <summary>Adds a new draft.</summary>
    public Draft Add(DraftContent content, string author, DateTimeOffset now)
    {
        lock (_one)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            using var command = Command("SELECT coalesce(max(draft), 0) + 1 FROM draft_version");
            var draft = new Draft((long)command.ExecuteScalar()!, 1, content, DraftState.Draft, author, author, now, null, null);
            Insert(draft);
            transaction.Commit();
            return draft;
        }
    }

    /// <summary>Adds the next version of a draft; nothing when someone else has changed it since the one that was seen.</summary>
    /// <param name="seen">The version that the change was made from.</param>
    public Draft? Change(Draft seen, DraftContent content, DraftState state, string changedBy, DateTimeOffset now, string? note = null, long? position = null)
    {
        lock (_one)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            if (Find(seen.Id) is not { } latest || latest.Number != seen.Number)
                return null;
            var next = new Draft(seen.Id, seen.Number + 1, content, state, latest.Author, changedBy, now, note, position);
            Insert(next);
            transaction.Commit();
            return next;
        }
    }

    /// <summary>The latest version of a draft.</summary>
    public Draft? Find(long id)
    {
        lock (_one)
        {
            using var command = Command($"SELECT {Columns} FROM draft_version WHERE draft = $draft ORDER BY number DESC LIMIT 1");
            command.Parameters.AddWithValue("$draft", id);
            return Read(command).FirstOrDefault();
        }
    }

    /// <summary>Every version of a draft, the first one first.</summary>
    public IReadOnlyList<Draft> Versions(long id)
    {
        lock (_one)
        {
            using var command = Command($"SELECT {Columns} FROM draft_version WHERE draft = $draft ORDER BY number");
            command.Parameters.AddWithValue("$draft", id);
            return Read(command);
        }
    }

    /// <summary>The latest version of every draft that is neither recorded nor withdrawn, the latest changed first.</summary>
    public IReadOnlyList<Draft> Open()
    {
        lock (_one)
        {
            using var command = Command($"""
                SELECT {Columns} FROM draft_version AS v
                WHERE number = (SELECT max(number) FROM draft_version WHERE draft = v.draft) AND state NOT IN ('{nameof(DraftState.Recorded)}', '{nameof(DraftState.Withdrawn)}')
                ORDER BY changed DESC, draft DESC
                """);
            return Read(command);
        }
    }

    public void Dispose() => _connection.Dispose();

    private static List<Draft> Read(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var drafts = new List<Draft>();
        while (reader.Read())
        {
            drafts.Add(new(
                reader.GetInt64(0),
                reader.GetInt32(1),
                new(Enum.Parse<DraftKind>(reader.GetString(2)), reader.GetString(3), reader.GetString(4), TextAt(5), reader.GetString(6), reader.GetString(7)),
                Enum.Parse<DraftState>(reader.GetString(8)),
                reader.GetString(9),
                reader.GetString(10),
                DateTimeOffset.Parse(reader.GetString(11), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                TextAt(12),
                reader.IsDBNull(13) ? null : reader.GetInt64(13)));
        }

        return drafts;

        string? TextAt(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }

    private void Insert(Draft draft)
    {
        var content = draft.Content;
        using var command = Command($"INSERT INTO draft_version ({Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)");
        object?[] values =
        [
            draft.Id, draft.Number, content.Kind.ToString(), content.Owner, content.ForBody, content.Case, content.Title, content.Text,
            draft.State.ToString(), draft.Author, draft.ChangedBy, draft.Changed.ToString("O", CultureInfo.InvariantCulture), draft.Note, draft.Position,
        ];
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i}", values[i] ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
