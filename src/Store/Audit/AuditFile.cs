using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Styrkedja.Decisions;

namespace Styrkedja.Store.Audit;

/// <summary>The audit log in one SQLite file beside the journal: events are appended and read, and the person of an old event is forgotten; nothing else can be done to it.</summary>
/// <remarks>Write-ahead log with synchronous=FULL: an event that Append has returned survives a power cut. Deleted bytes are overwritten, so that who is forgotten is also gone from the file.
/// Several processes may append; SQLite lets one in at a time.</remarks>
public sealed class AuditFile : IDisposable
{
    public const string Name = "audit.sqlite";

    private const string Columns = "number, moment, kind, outcome, office, object, reason, trace, pseudonym, who, remote";

    private readonly Lock _one = new();
    private readonly SqliteConnection _connection;

    private AuditFile(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the audit log of a region's folder, and creates it when it is not there.</summary>
    public static AuditFile Open(string regionFolder)
    {
        var file = Path.Combine(regionFolder, Name);
        MakeOwnersOnly(file);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            connection.Open();
            connection.CreateFunction("holds", (string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true, isDeterministic: true);
            var audit = new AuditFile(connection);
            audit.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");
            audit.Execute(Form);
            return audit;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Appends one event; when this returns it is on disk. The number of the row given is not looked at.</summary>
    public AuditRow Append(AuditRow row)
    {
        ArgumentNullException.ThrowIfNull(row.Who);
        lock (_one)
        {
            Execute("BEGIN IMMEDIATE");
            try
            {
                var (last, hash) = Head();
                var next = row with { Number = last + 1 };
                var salt = RandomNumberGenerator.GetBytes(AuditHash.SaltLength);
                var commitment = AuditHash.Commitment(salt, row.Who, row.From);
                using var command = Command($"INSERT INTO event ({Columns}, salt, commitment, hash) VALUES ($number, $moment, $kind, $outcome, $office, $object, $reason, $trace, $pseudonym, $who, $remote, $salt, $commitment, $hash)",
                    ("$number", next.Number), ("$moment", AuditHash.Moment(next.Moment)), ("$kind", next.Kind), ("$outcome", next.Outcome), ("$office", next.Office), ("$object", next.Object),
                    ("$reason", next.Reason), ("$trace", next.Trace), ("$pseudonym", next.Pseudonym), ("$who", next.Who), ("$remote", next.From), ("$salt", salt), ("$commitment", commitment),
                    ("$hash", AuditHash.Link(hash, next, commitment)));
                command.ExecuteNonQuery();
                Execute("COMMIT");
                return next;
            }
            catch
            {
                // Some faults, such as a full disk, have made SQLite go back already.
                if (raw.sqlite3_get_autocommit(_connection.Handle!) == 0)
                    Execute("ROLLBACK");
                throw;
            }
        }
    }

    /// <summary>Events that answer, the newest first.</summary>
    public IReadOnlyList<AuditRow> Find(AuditFilter filter)
    {
        var (tests, values) = (new List<string>(), new List<(string, object?)> { ("$most", filter.Most) });
        void Where(object? value, string test, string name)
        {
            if (value is null)
                return;
            tests.Add(test);
            values.Add((name, value));
        }

        Where(filter.Kind, "kind = $kind", "$kind");
        Where(filter.Outcome, "outcome = $outcome", "$outcome");
        Where(filter.Who, "(who = $who OR pseudonym = $who)", "$who");
        Where(filter.Office, "office = $office", "$office");
        Where(filter.Object, "object = $object", "$object");
        Where(filter.Since is { } since ? AuditHash.Moment(since) : null, "moment >= $since", "$since");
        Where(filter.Until is { } until ? AuditHash.Moment(until) : null, "moment < $until", "$until");
        Where(filter.Before, "number < $before", "$before");
        foreach (var (word, i) in filter.Words.Select((w, i) => (w, i)))
            Where(word, $"(holds(office, $w{i}) OR holds(object, $w{i}) OR holds(reason, $w{i}) OR holds(trace, $w{i}))", $"$w{i}");
        var sql = $"SELECT {Columns} FROM event{(tests.Count > 0 ? " WHERE " + string.Join(" AND ", tests) : "")} ORDER BY number DESC LIMIT $most";
        lock (_one)
        {
            using var command = Command(sql, [.. values]);
            using var reader = command.ExecuteReader();
            var rows = new List<AuditRow>();
            while (reader.Read())
                rows.Add(Row(reader));
            return rows;
        }
    }

    /// <summary>Forgets who and where from in events before a moment, of the kinds given or of all others, and returns how many were forgotten.</summary>
    public int Forget(DateTimeOffset before, IReadOnlyList<string> kinds, bool others)
    {
        lock (_one)
        {
            var names = kinds.Select((kind, i) => ($"$k{i}", (object?)kind)).ToArray();
            using var command = Command(
                $"UPDATE event SET who = NULL, remote = NULL, salt = NULL WHERE salt IS NOT NULL AND moment < $before AND kind {(others ? "NOT IN" : "IN")} ({string.Join(", ", names.Select(n => n.Item1))})",
                [("$before", AuditHash.Moment(before)), .. names]);
            var forgotten = command.ExecuteNonQuery();
            // What was overwritten still stands in the write-ahead log until that is emptied.
            if (forgotten > 0)
                Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            return forgotten;
        }
    }

    /// <summary>The year of the first event whose person is still known; nothing when all are forgotten.</summary>
    public int? FirstYearKnown()
    {
        lock (_one)
        {
            using var command = Command("SELECT min(moment) FROM event WHERE salt IS NOT NULL");
            return command.ExecuteScalar() is string moment ? int.Parse(moment.AsSpan(0, 4), CultureInfo.InvariantCulture) : null;
        }
    }

    /// <summary>Reads every event again and proves its bond to the one before.</summary>
    /// <param name="keptHead">A head kept outside: it must be the hash of some event, or events have been cut off.</param>
    public AuditCheck Check(string? keptHead)
    {
        lock (_one)
        {
            long number = 0;
            var hash = Chain.Beginning.ToArray();
            var headSeen = keptHead is null;
            try
            {
                using (var command = Command("PRAGMA integrity_check(1)"))
                {
                    if ((string?)command.ExecuteScalar() is not "ok")
                        return Found(0, "verify.audit-file");
                }

                using var events = Command($"SELECT {Columns}, salt, commitment, hash FROM event ORDER BY number");
                using var reader = events.ExecuteReader();
                while (reader.Read())
                {
                    var row = Row(reader);
                    if (row.Number != ++number)
                        return Found(number, "verify.audit-missing");
                    var (salt, commitment, stored) = (reader["salt"] as byte[], (byte[])reader["commitment"], (byte[])reader["hash"]);
                    hash = AuditHash.Link(hash, row, commitment);
                    // A person stands with the salt or not at all.
                    var person = row.Who is { } who ? salt is not null && AuditHash.Commitment(salt, who, row.From).AsSpan().SequenceEqual(commitment) : salt is null && row.From is null;
                    if (!person || !stored.AsSpan().SequenceEqual(hash))
                        return Found(number, "verify.audit-changed");
                    headSeen |= keptHead == Convert.ToHexStringLower(hash);
                }

                return headSeen ? new(number, Convert.ToHexStringLower(hash), null) : Found(number, "verify.audit-head-not-found");
            }
            catch (Exception e) when (e is SqliteException or FormatException or InvalidCastException or InvalidOperationException)
            {
                return Found(number + 1, "verify.audit-unreadable");
            }

            AuditCheck Found(long at, string code) => new(number, Convert.ToHexStringLower(hash), (at, code));
        }
    }

    public void Dispose() => _connection.Dispose();

    private (long Number, byte[] Hash) Head()
    {
        using var command = Command("SELECT number, hash FROM event ORDER BY number DESC LIMIT 1");
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), (byte[])reader[1]) : (0, Chain.Beginning.ToArray());
    }

    private static AuditRow Row(SqliteDataReader reader)
    {
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        return new(
            reader.GetInt64(0),
            DateTimeOffset.ParseExact(reader.GetString(1), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            reader.GetString(2), reader.GetString(3), Text(4), Text(5), Text(6), Text(7), reader.GetString(8), Text(9), Text(10));
    }

    private SqliteCommand Command(string sql, params (string Name, object? Value)[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>SQLite gives the files beside the database the mode of the database itself.</summary>
    /// <remarks>A file that is there is not opened here: closing it would let go of the locks that this process holds on it.</remarks>
    private static void MakeOwnersOnly(string file)
    {
        if (OperatingSystem.IsWindows())
            return;
        if (!File.Exists(file))
            File.Open(file, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, UnixCreateMode = KeyFolder.OwnerOnly }).Dispose();
        else if (File.GetUnixFileMode(file) != KeyFolder.OwnerOnly)
            File.SetUnixFileMode(file, KeyFolder.OwnerOnly);
    }

    private const string Form = """
        CREATE TABLE IF NOT EXISTS event (
            number INTEGER PRIMARY KEY CHECK (number > 0),
            moment TEXT NOT NULL CHECK (length(moment) = 24),
            kind TEXT NOT NULL,
            outcome TEXT NOT NULL,
            office TEXT,
            object TEXT,
            reason TEXT,
            trace TEXT,
            pseudonym TEXT NOT NULL,
            commitment BLOB NOT NULL CHECK (length(commitment) = 32),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            salt BLOB,
            who TEXT,
            remote TEXT);
        CREATE INDEX IF NOT EXISTS event_by_moment ON event (moment);
        CREATE INDEX IF NOT EXISTS event_by_person ON event (moment) WHERE salt IS NOT NULL;
        CREATE TRIGGER IF NOT EXISTS event_is_never_changed BEFORE UPDATE ON event WHEN NOT (
            OLD.salt IS NOT NULL AND NEW.salt IS NULL AND NEW.who IS NULL AND NEW.remote IS NULL
            AND NEW.number IS OLD.number AND NEW.moment IS OLD.moment AND NEW.kind IS OLD.kind AND NEW.outcome IS OLD.outcome AND NEW.office IS OLD.office
            AND NEW.object IS OLD.object AND NEW.reason IS OLD.reason AND NEW.trace IS OLD.trace AND NEW.pseudonym IS OLD.pseudonym
            AND NEW.commitment IS OLD.commitment AND NEW.hash IS OLD.hash)
            BEGIN SELECT RAISE(ABORT, 'The audit log is never changed.'); END;
        CREATE TRIGGER IF NOT EXISTS event_is_never_removed BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'The audit log is never changed.'); END;
        CREATE TRIGGER IF NOT EXISTS event_is_always_the_next BEFORE INSERT ON event WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM event)
            BEGIN SELECT RAISE(ABORT, 'An event stands after the last one.'); END;
        """;
}
