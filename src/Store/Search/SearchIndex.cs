using Microsoft.Data.Sqlite;
using Styrkedja.Provenance;

namespace Styrkedja.Store.Search;

/// <summary>The full-text index over everything decided, kept in one SQLite file beside the journal.</summary>
/// <remarks>A cache: it can be thrown away and is filled from the journal again. A thing's number is its entry's position and its place in the entry, so the latest known come first
/// and an earlier moment is a smaller highest number. No question costs more than the first finds of each reading.</remarks>
public sealed class SearchIndex : IDisposable
{
    /// <summary>How many things are found at most, before one must ask more narrowly.</summary>
    public const int MostFound = 1000;

    /// <summary>How many of one kind are found at most, when there are too many in all.</summary>
    public const int MostOfKind = 100;

    private const int BitsInEntry = 20;

    private readonly Lock _one = new();
    private readonly string _file;
    private readonly string _version;
    private SqliteConnection _connection;
    private Vocabulary? _vocabulary;
    private long _lastWord;

    private SearchIndex(string file, string version, SqliteConnection connection) => (_file, _version, _connection) = (file, version, connection);

    /// <summary>Opens the index of a file; an empty one when it is not there, is of another version or is not whole.</summary>
    /// <param name="version">Changes whenever the same journal would give other things to search for.</param>
    public static SearchIndex Open(string file, string version) => new(file, version, SearchFile.Open(file, version));

    /// <summary>The last journal entry whose things are in the index, and that entry's hash; position 0 in an empty index.</summary>
    public (long Position, string Hash) Head() => Whole(() =>
    {
        using var command = Command("SELECT position, hash FROM kept");
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetString(1)) : (0, "");
    });

    /// <summary>Takes in what further entries give to search for, all or nothing.</summary>
    /// <param name="after">The position that the index must stand at.</param>
    /// <param name="hash">The hash of the last of the entries.</param>
    /// <returns>False when the index stands elsewhere, as when another process was quicker; then nothing is taken in.</returns>
    public bool Add(long after, IReadOnlyList<EntryThings> entries, string hash) => Whole(() =>
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        using (var command = Command("SELECT position FROM kept"))
        {
            if ((long)command.ExecuteScalar()! != after)
                return false;
        }

        using (var writing = new SearchWriting(_connection))
        {
            foreach (var entry in entries)
                writing.Write(entry, NumberOf(entry.Position, 0));
            writing.End(entries[^1].Position, hash);
        }

        transaction.Commit();
        return true;
    });

    /// <summary>Makes one run of the many that a long filling leaves, so that questions read less.</summary>
    public void Settle() => Whole(() =>
    {
        SearchFile.Execute(_connection, "INSERT INTO found(found) VALUES('optimize'); PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize;");
        return true;
    });

    /// <summary>Empties the index, to be filled from the journal's beginning.</summary>
    public void Empty()
    {
        lock (_one)
        {
            _connection.Dispose();
            SearchFile.Discard(_file);
            (_connection, _vocabulary, _lastWord) = (SearchFile.Open(_file, _version), null, 0);
        }
    }

    /// <summary>Finds things: those of exactly that name first, then words in titles before words in texts, beginnings before inner parts, newer before older.</summary>
    public SearchAnswer Find(SearchQuestion question) => Whole(() =>
    {
        if (question.Words.Count == 0)
            return new SearchAnswer([], false, []);
        var match = new SearchMatch(question.Words, NewestVocabulary());
        var all = Found(question, match, null, MostFound);
        var kinds = all.More
            ? [.. Kinds().Select(kind => Found(question, match, kind, MostOfKind)).Where(kind => kind.Things.Count > 0)]
            : all.Things.GroupBy(thing => thing.Kind).Select(kind => new FoundOfKind(kind.Key, [.. kind], match.Cut)).ToList();
        var asked = question.Kind is null ? all : all.More ? Found(question, match, question.Kind, MostFound) : kinds.Find(kind => kind.Kind == question.Kind);
        return new(asked?.Things ?? [], asked is { More: true } || match.Cut, kinds);
    });

    /// <summary>The text of a thing besides its title.</summary>
    public string TextOf(FoundThing thing) => Whole(() =>
    {
        using var command = Command("SELECT text FROM thing_text WHERE number = $number", ("$number", thing.Number));
        return (string?)command.ExecuteScalar() ?? "";
    });

    public void Dispose()
    {
        lock (_one)
            _connection.Dispose();
    }

    internal static long NumberOf(long position, int place) =>
        place < 1 << BitsInEntry ? (position << BitsInEntry) | (uint)place : throw new ArgumentOutOfRangeException(nameof(place), place, "An entry gives no more than a million things.");

    private FoundOfKind Found(SearchQuestion question, SearchMatch match, string? kind, int most)
    {
        var end = NumberOf(Math.Min(question.KnownAt, (1L << 40) - 2) + 1, 0);
        var found = new Dictionary<long, (int Reading, FoundThing Thing)>();
        foreach (var (reading, thing) in Named(question, kind, end))
            found.TryAdd(thing.Number, (reading, thing));
        var (more, level) = (false, Reading.Words);
        foreach (var reading in match.Readings(kind))
        {
            var (before, read) = (found.Count, 0);
            using var command = Command($"SELECT {Columns} FROM found JOIN thing t ON t.number = found.rowid WHERE found MATCH $match AND found.rowid < $end ORDER BY found.rowid DESC LIMIT $most",
                ("$match", reading), ("$end", end), ("$most", most + 1));
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                read++;
                if (!found.ContainsKey(reader.GetInt64(0)))
                    found.Add(reader.GetInt64(0), (level, Thing(reader)));
            }

            level++;
            more = read > most;
            if (more)
                break;
        }

        // Of several with one id, such as a body described anew, the later decided is the thing; it stands where the best of them was found.
        var things = found.Values.GroupBy(f => (f.Thing.Kind, f.Thing.Id))
            .Select(same => (Reading: same.Min(f => f.Reading), Thing: same.MaxBy(f => (f.Thing.Date, f.Thing.Number)).Thing))
            .OrderBy(f => f.Reading).ThenByDescending(f => f.Thing.Date).ThenByDescending(f => f.Thing.Number)
            .Take(most)
            .Select(f => f.Thing)
            .ToList();
        return new(kind ?? "", things, more || match.Cut);
    }

    /// <summary>The things that bear the question as their name; a question with a digit in it also finds names that begin so.</summary>
    private IEnumerable<(int Reading, FoundThing Thing)> Named(SearchQuestion question, string? kind, long end)
    {
        var name = string.Concat(question.Words);
        var beginning = name.Any(char.IsAsciiDigit);
        using var command = Command($"""
            SELECT {Columns}, n.name = $name FROM name n JOIN thing t ON t.number = n.number
            WHERE n.name >= $name AND n.name {(beginning ? "< $after" : "<= $name")} AND n.number < $end AND ($kind IS NULL OR t.kind = $kind) ORDER BY n.name LIMIT $most
            """, ("$name", name), ("$after", name + "\uFFFF"), ("$end", end), ("$kind", kind), ("$most", MostOfKind));
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (reader.GetBoolean(ColumnCount) ? Reading.Name : Reading.NameBeginning, Thing(reader));
    }

    private const int ColumnCount = 12;

    // What has ended by a later decision has that day as its last, unless it ended before.
    private const string Columns = """
        t.number, t.kind, t.id, t.address, t.sv, t.en, t.who, t.day, t.first_day, t.last_day, t.illustrative,
            CASE WHEN t.first_day IS NOT NULL THEN (SELECT e.last_day FROM ended e WHERE e.id = t.id AND e.number > t.number AND e.number < $end ORDER BY e.number DESC LIMIT 1) END
        """;

    private static FoundThing Thing(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetInt64(0) >> BitsInEntry,
        reader.GetString(1),
        reader.GetString(2),
        reader.GetString(3),
        new Bilingual(reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5)),
        reader.IsDBNull(6) ? null : reader.GetString(6),
        DateOnly.FromDayNumber(reader.GetInt32(7)),
        Day(reader, 8),
        Earliest(Day(reader, 9), Day(reader, 11)),
        reader.GetBoolean(10));

    private static DateOnly? Earliest(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;

    private static DateOnly? Day(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : DateOnly.FromDayNumber(reader.GetInt32(column));

    private List<string> Kinds()
    {
        var kinds = new List<string>();
        using var command = Command("SELECT kind FROM kind ORDER BY kind");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            kinds.Add(reader.GetString(0));
        return kinds;
    }

    private Vocabulary NewestVocabulary()
    {
        var words = Words(_vocabulary is null ? "SELECT number, word FROM word ORDER BY things DESC, number" : "SELECT number, word FROM word WHERE number > $last ORDER BY number");
        if (_vocabulary is null)
            _vocabulary = new(words);
        else
            _vocabulary.Add(words);
        return _vocabulary;

        IEnumerable<string> Words(string sql)
        {
            using var command = Command(sql, ("$last", _lastWord));
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                _lastWord = Math.Max(_lastWord, reader.GetInt64(0));
                yield return reader.GetString(1);
            }
        }
    }

    private SqliteCommand Command(string sql, params (string Name, object? Value)[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private T Whole<T>(Func<T> work)
    {
        lock (_one)
        {
            try
            {
                return work();
            }
            catch (SqliteException e) when (SearchFile.IsDamage(e))
            {
                throw new InvalidDataException(e.Message, e);
            }
        }
    }

    /// <summary>How narrowly a thing was found, the best first.</summary>
    private static class Reading
    {
        public const int Name = 0;
        public const int NameBeginning = 1;
        public const int Words = 2;
    }
}
