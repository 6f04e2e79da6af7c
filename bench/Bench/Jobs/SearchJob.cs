using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Measuring;
using Styrkedja.Bench.Product;

namespace Styrkedja.Bench.Jobs;

/// <summary>search: some hundred questions of every sort among cases with Swedish titles and texts, the first page of each.</summary>
/// <remarks>Goal: nineteen in twenty within 100 ms among a million (with --full, else a hundred thousand), whatever machine; and a tenth of SQLite's LIKE over the same texts.</remarks>
public static class SearchJob
{
    private const double Promise = 0.1;

    /// <summary>Very common words, one and two letters, beginnings, inner parts, several words, words that are never together, and words of no case.</summary>
    private static readonly string[] s_questions =
    [
        "och", "i", "regionen", "ansökan", "budget", "vård", "a", "ö", "å", "s", "in", "är", "re", "vå", "2017", "20", "1", "ing", "ning", "het", "en", "sjukvårdsverksamheten", "tilläggsbudget", "fördelning",
        "resursfördelning", "psykiatri", "upph", "upphandling", "remiss", "halmstad", "ängelholm", "öxabäck", "berg", "torp", "sjö", "lundvik", "lundvikmo", "björkrönnsand", "stenbäck 3:14", "xyzzy", "vard",
        "ansökan om bidrag", "tilläggsbudget tandvård", "och i av för med", "ansökan remiss", "ansökan om bidrag till sjukvårdsverksamheten i halmstad 2017", "budget och fördelning", "upphandling läkemedel varberg",
        "anmälan ansökan remiss", "verksamhet plan strategi budget", "else ning het", "kultur skola", "ing ning ande", "en er ar", "halmstad varberg", "laholm kungsbacka", "getinge veinge", "a b c d e f g h",
        "1:1", "2010 2011", "val ersättare särö", "internkontroll energi", "klagomål hyltebruk", "rs", "RS10", "RS1", "RS", "avtal", "avtalet", "program", "enhet", "lokal", "patient", "patientsäkerhet", "digitalisering",
        "sjukvård tandvård primärvård psykiatri", "förslag beslut ekonomi", "omdisponering besöks", "investering smittskydd träslövsläge 2024", "yttrande över", "riktlinje", "delegationsbeslut", "medborgarförslag",
    ];

    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var cases = workshop.Rows(workshop.Full ? 1_000_000 : 100_000);
        var folder = Directory.CreateDirectory(Path.Combine(workshop.Folder, $"search-{cases}")).FullName;
        var filling = Stopwatch.StartNew();
        var file = Path.Combine(folder, "search.sqlite");
        using var search = OurSearch.Open(file, cases);
        var filled = filling.Elapsed;
        using var plain = Plain(Path.Combine(folder, "plain.sqlite"), cases);

        var held = 0;
        foreach (var question in s_questions)
        {
            var (numbers, more) = search.Find(question);
            if (more || question.Any(char.IsAsciiDigit))
                continue;
            held++;
            Check.Equal($"cases with {question}", string.Join(' ', numbers.Order()), string.Join(' ', ByLike(plain, question, limit: -1).Order()));
        }

        var chance = new Chance(7);
        var asked = s_questions.Select(q => new Question(q))
            .Concat(s_questions.Select(q => new Question(q, cases / 3)))
            .Concat(s_questions.Where((_, i) => i % 2 == 0).Select(q => new Question(q, Kind: "goal")))
            .Concat(Enumerable.Range(0, 60).Select(_ => new Question(CaseText.Diary(1 + chance.Below((int)cases)))))
            .Concat(Enumerable.Range(0, 20).Select(_ => new Question(CaseText.Diary(1 + chance.Below((int)cases))[..6])))
            .ToList();
        search.Find("regionen");
        var times = asked.Select(a =>
        {
            var before = Environment.CpuUsage.TotalTime;
            var seconds = Medians.Timed(() => search.Find(a.Text, a.KnownAt, a.Kind));
            return (Asked: a, Seconds: seconds, Processor: (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }).ToList();
        var byLike = s_questions.Where((_, i) => i % 6 == 0).Select(q => Medians.Timed(() => ByLike(plain, q, limit: 20)));
        var slow = Medians.Slow(times.Select(t => t.Seconds));
        yield return new Outcome("search", slow, "SQLite LIKE, newest twenty, 95th percentile", Medians.Slow(byLike), null, "peer", 0.1, asked.Count, $"every case found, for {held} questions, against LIKE",
                "hits are ranked, counted by kind and bounded by what was known")
            .Must("95th percentile, of 100 ms", slow / Promise, 1)
            .With("cases", cases).With("medianMilliseconds", Math.Round(Medians.Of(times.Select(t => t.Seconds)) * 1000, 2)).With("slowestMilliseconds", Math.Round(times.Max(t => t.Seconds) * 1000, 1))
            .With("slowProcessorMilliseconds", Math.Round(Medians.Slow(times.Select(t => t.Processor)), 1)).With("slowest", times.MaxBy(t => t.Seconds).Asked.Text).With("bytes", new FileInfo(file).Length).With("secondsToFill", Math.Round(filled.TotalSeconds, 1));
    }

    private sealed record Question(string Text, long KnownAt = long.MaxValue, string? Kind = null);

    /// <summary>The same titles and texts in a plain table, in lower case.</summary>
    private static SqliteConnection Plain(string file, long cases)
    {
        var there = File.Exists(file);
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        if (there)
            return connection;
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE plain (number INTEGER PRIMARY KEY, text TEXT NOT NULL)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO plain VALUES ($number, $text)";
        var (number, text) = (command.Parameters.Add("$number", SqliteType.Integer), command.Parameters.Add("$text", SqliteType.Text));
        foreach (var made in OurSearch.Cases(cases))
        {
            (number.Value, text.Value) = (made.Number, $" {made.Title} {made.Text}".ToLowerInvariant());
            command.ExecuteNonQuery();
        }

        transaction.Commit();
        return connection;
    }

    private static List<long> ByLike(SqliteConnection plain, string question, int limit)
    {
        using var command = plain.CreateCommand();
        var words = question.ToLowerInvariant().Split(' ', ':');
        command.CommandText = $"SELECT number FROM plain WHERE {string.Join(" AND ", words.Select((_, i) => $"text LIKE $w{i}"))} ORDER BY number DESC LIMIT {limit}";
        for (var i = 0; i < words.Length; i++)
            command.Parameters.AddWithValue($"$w{i}", words[i].Length < 3 ? $"% {words[i]}%" : $"%{words[i]}%");
        using var reader = command.ExecuteReader();
        var numbers = new List<long>();
        while (reader.Read())
            numbers.Add(reader.GetInt64(0));
        return numbers;
    }
}
