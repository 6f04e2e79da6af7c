using Microsoft.Data.Sqlite;

namespace Styrkedja.Store.Search;

/// <summary>Writes things into the index, inside one transaction.</summary>
internal sealed class SearchWriting : IDisposable
{
    private readonly SqliteCommand _thing;
    private readonly SqliteCommand _text;
    private readonly SqliteCommand _name;
    private readonly SqliteCommand _ended;
    private readonly SqliteCommand _found;
    private readonly SqliteCommand _word;
    private readonly SqliteCommand _kind;
    private readonly SqliteCommand _kept;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofThing = new(StringComparer.Ordinal);

    public SearchWriting(SqliteConnection connection)
    {
        _thing = Prepared(connection, "INSERT INTO thing VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", 11);
        _text = Prepared(connection, "INSERT INTO thing_text VALUES ($0, $1)", 2);
        _name = Prepared(connection, "INSERT OR IGNORE INTO name VALUES ($0, $1)", 2);
        _ended = Prepared(connection, "INSERT OR REPLACE INTO ended VALUES ($0, $1, $2)", 3);
        _found = Prepared(connection, "INSERT INTO found (rowid, title, body, mark) VALUES ($0, $1, $2, $3)", 4);
        _word = Prepared(connection, "INSERT INTO word (word, things) VALUES ($0, $1) ON CONFLICT (word) DO UPDATE SET things = things + excluded.things", 2);
        _kind = Prepared(connection, "INSERT INTO kind VALUES ($0, $1) ON CONFLICT (kind) DO UPDATE SET things = things + excluded.things", 2);
        _kept = Prepared(connection, "UPDATE kept SET position = $0, hash = $1", 2);
    }

    /// <param name="first">The number of the entry's first thing; the others follow.</param>
    public void Write(EntryThings entry, long first)
    {
        for (var place = 0; place < entry.Things.Count; place++)
            Write(entry.Things[place], SearchIndex.NumberOf(entry.Position, place));
        foreach (var ended in entry.Ended)
            Run(_ended, ended.Id, first, ended.LastDay.DayNumber);
    }

    /// <summary>Writes what the things together come to, and how far the index has come.</summary>
    public void End(long position, string hash)
    {
        foreach (var (word, things) in _words)
            Run(_word, word, things);
        foreach (var (kind, things) in _kinds)
            Run(_kind, kind, things);
        Run(_kept, position, hash);
    }

    public void Dispose()
    {
        foreach (var command in new[] { _thing, _text, _name, _ended, _found, _word, _kind, _kept })
            command.Dispose();
    }

    private void Write(SearchableThing thing, long number)
    {
        Run(_thing, number, thing.Kind, thing.Id, thing.Address, thing.Title.Sv, thing.Title.En, thing.Who, thing.Date.DayNumber, thing.Valid?.From.DayNumber, thing.Valid?.To?.DayNumber, thing.Illustrative ? 1 : 0);
        if (thing.Text.Length > 0)
            Run(_text, number, thing.Text);
        foreach (var name in thing.Keys.Append(thing.Id))
            Run(_name, SearchWords.Squeezed(name), number);
        var title = Words(thing.Title.Sv, thing.Title.En);
        var body = Words(thing.Text);
        var mark = SearchMatch.MarkOf(thing.Kind) + " " + Words([thing.Id, thing.Who, .. thing.Keys]);
        Run(_found, number, title, body, mark);
        _ofThing.Clear();
        Count(title);
        Count(body);
        _kinds[thing.Kind] = _kinds.GetValueOrDefault(thing.Kind) + 1;
    }

    private void Count(string words)
    {
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (_ofThing.Add(word))
                _words[word] = _words.GetValueOrDefault(word) + 1;
        }
    }

    private static string Words(params string?[] texts) => string.Join(' ', texts.OfType<string>().SelectMany(text => SearchWords.In(text)).Select(word => word.Folded));

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
