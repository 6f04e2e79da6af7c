using Microsoft.Data.Sqlite;

namespace Styrkedja.Store.Search;

/// <summary>Writes things into the index, inside one transaction.</summary>
internal sealed class SearchWriting : IDisposable
{
    private readonly SqliteCommand _thing;
    private readonly SqliteCommand _text;
    private readonly SqliteCommand _name;
    private readonly SqliteCommand _ended;
    private readonly SqliteCommand _word;
    private readonly SqliteCommand _mark;
    private readonly SqliteCommand _kept;
    private readonly Postings _postings;
    private readonly Dictionary<(string Word, WordPlace Place), List<int>> _numbers = [];
    private int _number;

    public SearchWriting(SqliteConnection connection, Postings postings)
    {
        _postings = postings;
        _thing = Prepared(connection, "INSERT INTO thing VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)", 14);
        _text = Prepared(connection, "INSERT INTO thing_text VALUES ($0, $1)", 2);
        _name = Prepared(connection, "INSERT OR IGNORE INTO name VALUES ($0, $1)", 2);
        _ended = Prepared(connection, "INSERT OR REPLACE INTO ended VALUES ($0, $1, $2)", 3);
        _word = Prepared(connection, "INSERT INTO word (word, things) VALUES ($0, $1) ON CONFLICT (word) DO UPDATE SET things = things + excluded.things RETURNING number", 2);
        _mark = Prepared(connection, "INSERT INTO mark (word, things) VALUES ($0, $1) ON CONFLICT (word) DO UPDATE SET things = things + excluded.things RETURNING number", 2);
        _kept = Prepared(connection, "UPDATE kept SET position = $0, hash = $1", 2);
        using var last = connection.CreateCommand();
        last.CommandText = "SELECT coalesce(max(number), 0) FROM thing";
        _number = (int)(long)last.ExecuteScalar()!;
    }

    public void Write(EntryThings entry)
    {
        foreach (var thing in entry.Things)
            Write(thing, entry.Position);
        foreach (var ended in entry.Ended)
            Run(_ended, ended.Id, entry.Position, ended.LastDay.DayNumber);
    }

    /// <summary>Writes which things each word stands in, and how far the index has come.</summary>
    public void End(long position, string hash)
    {
        var words = new List<(long, WordPlace, List<int>)>(_numbers.Count);
        foreach (var ((word, place), numbers) in _numbers)
            words.Add((Number(place == WordPlace.Mark ? _mark : _word, word, numbers.Count), place, numbers));
        words.Sort((one, other) => (one.Item1, one.Item2).CompareTo((other.Item1, other.Item2)));
        _postings.Write(words);
        Run(_kept, position, hash);
    }

    public void Dispose()
    {
        foreach (var command in new[] { _thing, _text, _name, _ended, _word, _mark, _kept })
            command.Dispose();
    }

    private void Write(SearchableThing thing, long position)
    {
        _number++;
        Run(_thing, _number, position, thing.Kind, thing.Id, thing.Address, thing.Title.Sv, thing.Title.En, thing.Who, thing.Date.Earliest.DayNumber, thing.Date.Latest.DayNumber, thing.Date.Basis,
            thing.Valid?.From.DayNumber, thing.Valid?.To?.DayNumber, thing.Illustrative ? 1 : 0);
        if (thing.Text.Length > 0)
            Run(_text, _number, thing.Text);
        foreach (var name in thing.Keys.Append(thing.Id))
        {
            Run(_name, SearchWords.Squeezed(name), _number);
            Note(name, WordPlace.Mark);
        }

        Note(thing.Title.Sv, WordPlace.Title);
        Note(thing.Title.En, WordPlace.Title);
        Note(thing.Text, WordPlace.Text);
        Note(thing.Who, WordPlace.Mark);
        NoteWord(SearchIndex.MarkOf(thing.Kind), WordPlace.Mark);
    }

    private void Note(string? text, WordPlace place)
    {
        if (text is null)
            return;
        foreach (var word in SearchWords.In(text))
            NoteWord(word.Folded, place);
    }

    private void NoteWord(string word, WordPlace place)
    {
        if (!_numbers.TryGetValue((word, place), out var numbers))
            _numbers[(word, place)] = numbers = [];
        if (numbers.Count == 0 || numbers[^1] != _number)
            numbers.Add(_number);
    }

    private static long Number(SqliteCommand command, string word, int things)
    {
        (command.Parameters[0].Value, command.Parameters[1].Value) = (word, things);
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        command.Prepare();
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
