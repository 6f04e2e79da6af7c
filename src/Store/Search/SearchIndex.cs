using Microsoft.Data.Sqlite;
using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Store.Search;

/// <summary>The full-text index over everything decided, in one SQLite file beside the journal.</summary>
/// <remarks>A cache: it can be thrown away and is filled from the journal again. Things are numbered in the order of the journal, so the latest known come first and an earlier
/// moment is a smaller highest number. For each word the numbers of the things it stands in are kept; a question joins them as sets of bits, which costs much the same for any question.</remarks>
public sealed class SearchIndex : IDisposable
{
    /// <summary>How many things are found at most, before one must ask more narrowly.</summary>
    public const int MostFound = 500;

    /// <summary>How many of each kind are found at most, when there are too many in all.</summary>
    public const int MostOfKind = 20;

    private const string KindMark = "·";
    private const string AfterKindMarks = "¸";

    private readonly Lock _one = new();
    private readonly string _file;
    private readonly string _version;
    private SqliteConnection _connection;
    private Postings _postings;
    private Vocabulary? _vocabulary;
    private int _lastWord;

    private SearchIndex(string file, string version)
    {
        (_file, _version) = (file, version);
        _connection = SearchFile.Open(file, version);
        _postings = new(_connection);
    }

    /// <summary>Opens the index of a file; an empty one when it is not there, is of another version or is not whole.</summary>
    /// <param name="version">Changes whenever the same journal would give other things to search for.</param>
    public static SearchIndex Open(string file, string version) => new(file, version);

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

        using (var writing = new SearchWriting(_connection, _postings))
        {
            foreach (var entry in entries)
                writing.Write(entry);
            writing.End(entries[^1].Position, hash);
        }

        transaction.Commit();
        return true;
    });

    /// <summary>Lays what a long filling has left in the log into the file itself.</summary>
    public void Settle() => Whole(() =>
    {
        SearchFile.Execute(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        return true;
    });

    /// <summary>Empties the index, to be filled from the journal's beginning.</summary>
    public void Empty()
    {
        lock (_one)
        {
            Close();
            SearchFile.Discard(_file);
            _connection = SearchFile.Open(_file, _version);
            (_postings, _vocabulary, _lastWord) = (new(_connection), null, 0);
        }
    }

    /// <summary>Finds things: those of exactly that name first, then words in titles before words in texts, beginnings before inner parts, what is made up last, newer before older.</summary>
    public SearchAnswer Find(SearchQuestion question) => Whole(() =>
    {
        if (question.Words.Count == 0)
            return new SearchAnswer([], 0, false, []);
        var end = Number("SELECT number FROM thing WHERE position <= $known ORDER BY position DESC, number DESC LIMIT 1", ("$known", question.KnownAt)) ?? 0;
        var match = new SearchMatch(question.Words, end, _postings, NewestVocabulary(), word => (NumberOf("word", word), NumberOf("mark", word)));
        List<ThingSet> readings = [Named(question, end, whole: true), Named(question, end, whole: false), .. match.Readings];
        var every = new ThingSet(end);
        foreach (var reading in readings)
        {
            // What an earlier reading has found is no news of a later one.
            reading.Remove(every);
            every.Add(reading);
        }

        var all = Best("", null, MostFound);
        var kinds = all.Count > all.Things.Count
            ? [.. Kinds().Select(kind => Best(kind, OfKind(kind), MostOfKind)).Where(kind => kind.Count > 0)]
            : all.Things.GroupBy(thing => thing.Kind).Select(kind => new FoundOfKind(kind.Key, [.. kind], kind.Count())).ToList();
        var asked = question.Kind is not { } only ? all : all.Count > all.Things.Count ? Best(only, OfKind(only), MostFound) : kinds.Find(kind => kind.Kind == only);
        return new(asked?.Things ?? [], asked?.Count ?? 0, match.Cut, kinds);

        ThingSet OfKind(string kind)
        {
            var ofKind = new ThingSet(end);
            if (NumberOf("mark", MarkOf(kind)) is { } mark)
                _postings.ReadMark(mark, ofKind);
            return ofKind;
        }

        // The earlier reading before the later, what is made up last, and the newer before the older.
        FoundOfKind Best(string kind, ThingSet? of, int most)
        {
            var found = new List<(int Reading, FoundThing Thing)>();
            for (var reading = 0; reading < readings.Count && found.Count < most; reading++)
                found.AddRange(Things(readings[reading].NewestFirst(of).Take(most - found.Count), question.KnownAt).Select(thing => (reading, thing)));

            // Of several with one id, such as a body described anew, the later decided is the thing; it stands where the best of them was found.
            var things = found.GroupBy(f => (f.Thing.Kind, f.Thing.Id))
                .Select(same => (Reading: same.Min(f => f.Reading), Thing: same.MaxBy(f => (f.Thing.Date.Latest, f.Thing.Number)).Thing))
                .OrderBy(f => f.Reading).ThenBy(f => f.Thing.Illustrative).ThenByDescending(f => f.Thing.Date.Latest).ThenByDescending(f => f.Thing.Number)
                .Select(f => f.Thing)
                .ToList();
            return new(kind, things, every.CountWith(of) - found.Count + things.Count);
        }
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
            Close();
    }

    /// <summary>The sign of a kind among the marks of a thing; no word of a text is like it.</summary>
    internal static string MarkOf(string kind) => KindMark + kind;

    /// <summary>The things that bear the question as their name; or, when there is a digit in it, whose names begin so.</summary>
    private ThingSet Named(SearchQuestion question, int end, bool whole)
    {
        var named = new ThingSet(end);
        var name = string.Concat(question.Words);
        if (!whole && !name.Any(char.IsAsciiDigit))
            return named;
        using var command = Command($"SELECT number FROM name WHERE name >= $name AND name {(whole ? "<= $name" : "< $after")} AND number <= $end LIMIT $most",
            ("$name", name), ("$after", name + "\uFFFF"), ("$end", end), ("$most", MostFound));
        using var reader = command.ExecuteReader();
        while (reader.Read())
            named.Add(reader.GetInt32(0));
        return named;
    }

    private IEnumerable<FoundThing> Things(IEnumerable<int> numbers, long knownAt)
    {
        // What has ended by a later decision has that day as its last, unless it ended before.
        using var command = Command("""
            SELECT number, position, kind, id, address, sv, en, who, earliest, day, basis, first_day, last_day, illustrative,
                CASE WHEN first_day IS NOT NULL THEN (SELECT e.last_day FROM ended e WHERE e.id = t.id AND e.position > t.position AND e.position <= $known ORDER BY e.position DESC LIMIT 1) END
            FROM thing t WHERE number = $number
            """, ("$known", knownAt), ("$number", 0));
        foreach (var number in numbers)
        {
            command.Parameters[1].Value = number;
            using var reader = command.ExecuteReader();
            if (!reader.Read())
                continue;
            yield return new(
                number,
                reader.GetInt64(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetString(4),
                new Bilingual(reader.GetString(5), reader.IsDBNull(6) ? null : reader.GetString(6)),
                reader.IsDBNull(7) ? null : reader.GetString(7),
                new UncertainDate(DateOnly.FromDayNumber(reader.GetInt32(8)), DateOnly.FromDayNumber(reader.GetInt32(9)), reader.IsDBNull(10) ? null : reader.GetString(10)),
                Day(reader, 11),
                Earliest(Day(reader, 12), Day(reader, 14)),
                reader.GetBoolean(13));
        }
    }

    private static DateOnly? Earliest(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;

    private static DateOnly? Day(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : DateOnly.FromDayNumber(reader.GetInt32(column));

    private List<string> Kinds()
    {
        var kinds = new List<string>();
        using var command = Command("SELECT word FROM mark WHERE word >= $first AND word < $after ORDER BY word", ("$first", KindMark), ("$after", AfterKindMarks));
        using var reader = command.ExecuteReader();
        while (reader.Read())
            kinds.Add(reader.GetString(0)[KindMark.Length..]);
        return kinds;
    }

    private int? NumberOf(string table, string word) => Number($"SELECT number FROM {table} WHERE word = $word", ("$word", word));

    private int? Number(string sql, (string Name, object? Value) value)
    {
        using var command = Command(sql, value);
        return command.ExecuteScalar() is long number ? (int)number : null;
    }

    private void Close()
    {
        _postings.Dispose();
        _connection.Dispose();
    }

    private Vocabulary NewestVocabulary()
    {
        var words = Words(_vocabulary is null ? "SELECT number, word FROM word ORDER BY things DESC, number" : "SELECT number, word FROM word WHERE number > $last ORDER BY number");
        if (_vocabulary is null)
            _vocabulary = new(words);
        else
            _vocabulary.Add(words);
        return _vocabulary;

        IEnumerable<(int, string)> Words(string sql)
        {
            using var command = Command(sql, ("$last", _lastWord));
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                _lastWord = Math.Max(_lastWord, reader.GetInt32(0));
                yield return (reader.GetInt32(0), reader.GetString(1));
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
            catch (Exception e) when (e is SqliteException sqlite ? SearchFile.IsDamage(sqlite) : e is IndexOutOfRangeException or OverflowException or InvalidCastException)
            {
                // What lies in a damaged file can fail in SQLite or in the reading of it.
                throw new InvalidDataException(e.Message, e);
            }
        }
    }
}
