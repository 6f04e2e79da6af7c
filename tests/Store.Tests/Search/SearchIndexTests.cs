using CsCheck;
using Microsoft.Data.Sqlite;
using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Store.Search;

public sealed class SearchIndexTests : IDisposable
{
    private const string Version = "1";

    private readonly TemporaryFolder _folder = new();

    private string IndexFile => _folder.File("search.sqlite");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("budget", "a c b")]
    [InlineData("BUDGET", "a c b")]
    [InlineData("tilläggsbudget", "c")]
    [InlineData("fördelning", "d")]
    [InlineData("vård", "e f")]
    [InlineData("vard", "")]
    [InlineData("Å", "g")]
    [InlineData("a\u030A", "g")]
    [InlineData("år", "g")]
    [InlineData("ar", "")]
    [InlineData("ån", "")]
    [InlineData("vård plan", "e")]
    [InlineData("plan vård", "e")]
    [InlineData("vård budget", "")]
    public void A_word_is_found_whole_as_a_beginning_and_within_other_words(string question, string found)
    {
        using var index = Filled(
            """
            decision a | Mål och budget 2017 | | 2016-06-30
            decision b | Resultat | Jämfört med budgeten | 2018-01-01
            decision c | Tilläggsbudget | | 2017-03-01
            decision d | Resursfördelning | | 2014-01-01
            goal e | Vård i tid | En plan | 2013-01-01
            goal f | Sjukvård | | 2017-01-01
            goal g | Årsredovisning | | 2012-01-01
            """);
        Assert.Equal(found, Ids(index, question));
    }

    [Fact]
    public void The_thing_of_that_name_stands_first_then_titles_before_texts_whole_words_before_beginnings_before_inner_parts_and_newer_before_older()
    {
        using var index = Filled(
            """
            body rus | Beredning | | 2010-01-01
            decision a | Annat | Om RUS | 2019-01-01
            decision b | Ett virus | | 2018-01-01
            decision c | RUS 2005 | | 2005-01-01
            decision d | Rusdrycker | | 2006-01-01
            decision e | Nya RUS | | 2014-01-01
            """);
        Assert.Equal("rus e c d b a", Ids(index, "RUS"));
    }

    [Fact]
    public void What_is_made_up_stands_after_what_has_a_source()
    {
        using var index = Empty();
        index.Add(0, [new(1, [new("decision", "a", "/", new("Budget"), "") { Date = UncertainDate.On(new DateOnly(2016, 1, 1)) }, new("decision", "b", "/", new("Budget"), "") { Date = UncertainDate.On(new DateOnly(2017, 1, 1)), Illustrative = true }], [])], "a");
        Assert.Equal("a b", Ids(index, "budget"));
    }

    [Theory]
    [InlineData("RS160154", "a")]
    [InlineData("rs 16-0154", "a")]
    [InlineData("RS1601", "b a")]
    [InlineData("RS16 0155", "b")]
    [InlineData("0155", "b")]
    [InlineData("DN-PSY", "DN-PSY")]
    [InlineData("psy", "DN-PSY")]
    [InlineData("ram RS160154", "a")]
    public void A_diary_number_or_id_is_found_however_it_is_written_and_by_its_beginning(string question, string found)
    {
        using var index = Filled(
            """
            decision a | Ram | | 2016-01-01 | RS160154
            decision b | Ram | | 2016-02-01 | RS16 0155
            body DN-PSY | Driftnämnden | | 2015-01-01
            """);
        Assert.Equal(found, Ids(index, question));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("'; DROP TABLE thing; --")]
    [InlineData("budget OR NOT AND NEAR(")]
    [InlineData("title:budget*")]
    [InlineData("{title} : \"budget\"")]
    [InlineData("(((((")]
    [InlineData("^budget -mål +x")]
    [InlineData("%_\\")]
    [InlineData("\0\uD800\uFFFF")]
    [InlineData("·decision")]
    public void Whatever_is_written_is_words_to_look_for_and_never_a_fault(string question)
    {
        using var index = Filled("decision a | Mål och budget | near title or not drop table thing x and | 2016-01-01");
        var plain = string.Concat(question.Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        Assert.Equal(Ids(index, plain), Ids(index, question));
        Assert.Equal("a", Ids(index, "budget"));
    }

    [Fact]
    public void A_word_of_more_things_than_a_run_holds_is_found_in_all_of_them()
    {
        using var index = Empty();
        for (var entry = 0; entry < 3; entry++)
            Add(index, entry, string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"case c{entry}x{i} | {(i % 300 == 7 ? "Sällan" : "Ofta")} | | 2016-01-01")));
        Assert.Equal([14949, 51, 9966], new[] { ("ofta", 9L), ("sällan", 9), ("ofta", 2) }.Select(asked => index.Find(new(asked.Item1, asked.Item2)).Count));
    }

    [Fact]
    public void A_part_of_very_many_words_is_sought_in_the_most_used_and_the_count_is_said_to_be_the_least()
    {
        using var index = Empty();
        Add(index, 0, string.Join('\n', Enumerable.Range(0, 2500).Select(i => $"case c{i} | ord{i}ord | | 2016-01-01")));
        Assert.Equal((2000, true), (index.Find(new("ord", 9)).Count, index.Find(new("ord", 9)).AtLeast));
        Assert.Equal((1, false), (index.Find(new("ord2499", 9)).Count, index.Find(new("ord2499", 9)).AtLeast));
    }

    [Fact]
    public void A_question_without_a_word_finds_nothing()
    {
        using var index = Filled("decision a | Mål | | 2016-01-01");
        Assert.Equal(["", "", ""], new[] { "", "  ", "\"*\"" }.Select(question => Ids(index, question)));
    }

    [Fact]
    public void At_an_earlier_moment_nothing_recorded_later_is_found_nor_changes_what_is()
    {
        using var index = Empty();
        Add(index, 0, "body dn | Driftnämnden | | 2015-01-01 | | 2015-01-01..");
        Add(index, 1, "body dn | Nämnden för drift | | 2016-01-01 | | 2016-01-01..");
        index.Add(2, [new(3, [], [new("dn", new DateOnly(2018, 12, 31))])], "c");

        Assert.Equal(["", "Driftnämnden", "Nämnden för drift", "Nämnden för drift"], Enumerable.Range(0, 4).Select(known => string.Join('|', index.Find(new("drift", known)).Things.Select(t => t.Title.Sv))));
        Assert.Equal([null, "2018-12-31"], new long[] { 2, 3 }.Select(known => index.Find(new("drift", known)).Things.Single().LastDay?.ToString("yyyy-MM-dd")));
    }

    [Fact]
    public void The_kinds_are_counted_whichever_is_asked_for()
    {
        using var index = Filled(
            """
            decision a | Vård | | 2016-01-01
            sub-goal b | Vård | | 2016-02-01
            sub-goal c | En vård | | 2016-03-01
            """);
        var answer = index.Find(new("vård", 9, "sub-goal"));
        Assert.Equal("c b", string.Join(' ', answer.Things.Select(t => t.Id)));
        Assert.Equal(["decision 1", "sub-goal 2"], answer.Kinds.Select(k => $"{k.Kind} {k.Things.Count}").Order(StringComparer.Ordinal));
        Assert.Empty(index.Find(new("vård", 9, "goal")).Things);
    }

    [Fact]
    public void Of_very_many_the_best_are_found_and_all_are_counted()
    {
        using var index = Empty();
        var things = Enumerable.Range(0, SearchIndex.MostFound + 500).Select(i => new SearchableThing("case", $"C{i}", "/", new($"Ärende {i}"), "") { Date = UncertainDate.On(new DateOnly(2000, 1, 1).AddDays(i)) })
            .Append(new("goal", "G", "/", new("Målärende"), "") { Date = UncertainDate.On(new DateOnly(1990, 1, 1)) });
        index.Add(0, [new(1, [.. things], [])], "a");

        var answer = index.Find(new("ärende", 9));
        Assert.Equal((SearchIndex.MostFound, SearchIndex.MostFound + 501, "C999"), (answer.Things.Count, answer.Count, answer.Things[0].Id));
        Assert.Equal([("case", SearchIndex.MostOfKind, SearchIndex.MostFound + 500), ("goal", 1, 1)], answer.Kinds.Select(k => (k.Kind, k.Things.Count, k.Count)));
        Assert.Equal("G", Assert.Single(index.Find(new("ärende", 9, "goal")).Things).Id);
        Assert.Equal(("C7", 111), (index.Find(new("ärende 7", 9)).Things[0].Id, index.Find(new("ärende 7", 9)).Count));
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("")]
    [InlineData("no database at all, only some words in a file that is long enough to be read as a header of one")]
    public void An_index_that_is_gone_or_no_index_is_made_anew(string content)
    {
        using (var index = Filled("decision a | Mål | | 2016-01-01"))
            Assert.Equal(1, index.Head().Position);
        foreach (var part in Directory.EnumerateFiles(_folder.Path, "search.sqlite*"))
            File.Delete(part);
        if (content != "gone")
            File.WriteAllText(IndexFile, content);

        using var again = SearchIndex.Open(IndexFile, Version);
        Assert.Equal((0, ""), again.Head());
        Add(again, 0, "decision a | Mål | | 2016-01-01");
        Assert.Equal("a", Ids(again, "mål"));
    }

    [Fact]
    public void A_table_that_is_gone_or_another_version_makes_it_anew_and_the_same_version_does_not()
    {
        Filled("decision a | Mål | | 2016-01-01").Dispose();
        using (var same = SearchIndex.Open(IndexFile, Version))
            Assert.Equal((1, "a"), same.Head());
        using (var other = SearchIndex.Open(IndexFile, "2"))
            Assert.Equal((0, ""), other.Head());
        using (var connection = new SqliteConnection($"Data Source={IndexFile};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE kept SET position = 7; DROP TABLE word;";
            command.ExecuteNonQuery();
        }

        using var again = SearchIndex.Open(IndexFile, "2");
        Assert.Equal((0, ""), again.Head());
    }

    [Fact]
    public void Damage_that_is_met_is_told_and_the_index_can_be_emptied_and_filled()
    {
        using (var index = Filled(string.Join('\n', Enumerable.Range(0, 3000).Select(i => $"decision d{i} | Beslut {i} om vård | Text {i} | 2016-01-01"))))
            index.Settle();
        var bytes = File.ReadAllBytes(IndexFile);
        Array.Fill<byte>(bytes, 0x5A, 8192, bytes.Length - 8192);
        File.WriteAllBytes(IndexFile, bytes);

        using var damaged = SearchIndex.Open(IndexFile, Version);
        Assert.Throws<InvalidDataException>(() => damaged.Find(new("vård", 9)));
        damaged.Empty();
        Add(damaged, 0, "decision a | Vård | | 2016-01-01");
        Assert.Equal("a", Ids(damaged, "vård"));
    }

    [Fact]
    public void What_is_already_there_is_not_taken_in_again_by_another()
    {
        using var one = Empty();
        using var other = SearchIndex.Open(IndexFile, Version);
        Add(one, 0, "decision a | Mål | | 2016-01-01");
        Assert.False(other.Add(0, [new(1, [], [])], "x"));
        Assert.Equal((1, "a"), other.Head());
        Assert.Equal("a", Ids(other, "mål"));
        Add(one, 1, "decision b | Mål | | 2017-01-01");
        Assert.Equal("b a", Ids(other, "mål"));
    }

    /// <summary>Held against a loop over all things: every word of the question in the thing, and nothing from later; however the entries came in.</summary>
    [Fact]
    public void Taken_in_piece_by_piece_or_at_once_exactly_the_things_with_every_word_are_found()
    {
        var word = OneOf("vård", "Vårdval", "sjukvård", "vard", "plan", "Planering", "å", "ål", "mål", "2017", "RS16", "e-hälsa");
        var text = word.Array[0, 4].Select(words => string.Join(' ', words));
        var thing = Gen.Select(text, text, OneOf("case", "sub-goal"), Gen.Int[0, 400]);
        var question = OneOf("vård", "år", "å", "v", "lan", "ing", "mål", "16", "201", "rs", "hälsa", "val").Array[1, 3].Select(words => string.Join(' ', words));
        Gen.Select(thing.Array[0, 3].Array[1, 12], Gen.Int[0, 11], question.Array[1, 6], Gen.Int[0, 12]).Sample(
            (entries, split, questions, known) =>
            {
                using var folder = new TemporaryFolder();
                var things = entries.Select((those, e) => new EntryThings(
                    e + 1, [.. those.Select((t, i) => new SearchableThing(t.Item3, $"x{e}y{i}", "/", new(t.Item1), t.Item2) { Date = UncertainDate.On(new DateOnly(2016, 1, 1).AddDays(t.Item4)) })], [])).ToList();
                using var whole = SearchIndex.Open(folder.File("whole"), Version);
                using var pieces = SearchIndex.Open(folder.File("pieces"), Version);
                Assert.True(whole.Add(0, things, "h"));
                split = Math.Min(split, things.Count - 1);
                if (split > 0)
                {
                    Assert.True(pieces.Add(0, things[..split], "g"));
                    pieces.Find(new(questions[0], 99));
                }

                Assert.True(pieces.Add(split, things[split..], "h"));
                pieces.Settle();
                foreach (var asked in questions)
                {
                    var expected = things.Where(e => e.Position <= known).SelectMany(e => e.Things).Where(t => Holds(t, asked)).Select(t => t.Id).Order(StringComparer.Ordinal);
                    var answer = whole.Find(new(asked, known));
                    Assert.Equal(expected, answer.Things.Select(t => t.Id).Order(StringComparer.Ordinal));
                    Assert.Equal(answer.Things, pieces.Find(new(asked, known)).Things);
                    Assert.Equal((answer.Things.Count, false), (answer.Count, answer.AtLeast));
                }
            },
            iter: 60);

        static bool Holds(SearchableThing thing, string question) => question.Split(' ').All(sought =>
            $"{thing.Title.Sv} {thing.Text}".ToLowerInvariant().Split(' ', '-').Any(w => sought.Length < 3 ? w.StartsWith(sought, StringComparison.Ordinal) : w.Contains(sought, StringComparison.Ordinal)));
    }

    private static Gen<string> OneOf(params string[] words) => Gen.OneOf([.. words.Select(Gen.Const)]);

    private SearchIndex Empty() => SearchIndex.Open(IndexFile, Version);

    private SearchIndex Filled(string things)
    {
        var index = Empty();
        Add(index, 0, things);
        return index;
    }

    /// <summary>Lines of kind and id, title, text, day, and perhaps a diary number and days in force.</summary>
    private static void Add(SearchIndex index, long after, string things) => Assert.True(index.Add(after, [new(after + 1, [.. things.Split('\n').Select(Thing)], [])], "abc"[(int)after..(int)(after + 1)]));

    private static SearchableThing Thing(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        var kind = cells[0].Split(' ');
        return new(kind[0], kind[1], "/" + kind[1], new Bilingual(cells[1]), cells[2])
        {
            Date = UncertainDate.On(DateOnly.Parse(cells[3])),
            Keys = cells.Length > 4 && cells[4].Length > 0 ? [cells[4]] : [],
            Valid = cells.Length > 5 ? new Validity(DateOnly.Parse(cells[5].Split("..")[0])) : null,
        };
    }

    private static string Ids(SearchIndex index, string question) => string.Join(' ', index.Find(new(question, 99)).Things.Select(t => t.Id));
}
