using Styrkedja.App.Archive;
using Styrkedja.Formats.Decisions;
using Styrkedja.Store.Search;
using Styrkedja.Tests;

namespace Styrkedja.App.Searching;

public sealed class RegionSearchTests
{
    private const string Organisation =
        """
        decision: RF-1
        body: RF
        date: 2014-10-15
        paragraph: "57"
        diary: RS140012
        title: Politisk organisation
        acts:
          - establish-body: {id: RS, kind: regional-executive-board, valid: 2011.., name: Regionstyrelsen}
          - establish-body: {id: DN-PSY, kind: operating-committee, valid: 2015.., name: {sv: Driftnämnden Psykiatri, en: Operating committee for psychiatry}, field: Vård för vuxna och unga}
          - establish-body: {id: LN-1, kind: local-committee, municipality: "1380", valid: 2015..2016-06-30, name: Lokal nämnd}
        """;

    private const string Goals =
        """
        decision: RF-2
        body: RF
        date: 2016-06-30
        title: Mål och budget 2017
        acts:
          - adopt-vision: {id: V, text: Bästa livsplatsen, valid: 2005..}
          - adopt-goal-area: {id: A, name: Hälsa}
          - adopt-goal: {id: G05, area: A, under: V, owner: RS, text: God tillgänglighet i vården, valid: 2017..}
          - adopt-sub-goal: {id: D1, year: 2017, goal: G05, owner: DN-PSY, text: Kortare väntan}
        """;

    [Theory]
    [InlineData("RS140012", "decision RF-1 /decisions/RF-1")]
    [InlineData("§ 57", "decision RF-1 /decisions/RF-1")]
    [InlineData("driftnämnd", "body DN-PSY /organisation/DN-PSY, decision RF-1 /decisions/RF-1")]
    [InlineData("psychiatry", "body DN-PSY /organisation/DN-PSY, decision RF-1 /decisions/RF-1")]
    [InlineData("vuxna", "body DN-PSY /organisation/DN-PSY, decision RF-1 /decisions/RF-1")]
    [InlineData("tillgänglighet", "goal G05 /goals/G05, decision RF-2 /decisions/RF-2")]
    [InlineData("väntan", "sub-goal D1 /goals/G05?year=2017#sub-goals, decision RF-2 /decisions/RF-2")]
    [InlineData("livsplats", "vision V /decisions/RF-2, decision RF-2 /decisions/RF-2")]
    [InlineData("hälsa", "decision RF-2 /decisions/RF-2")]
    public void A_decision_is_found_by_all_it_says_and_so_is_each_thing_that_it_establishes(string question, string found)
    {
        using var region = new TemporaryRegion(Organisation + "\n---\n" + Goals);
        Assert.Equal(found, Found(region.Archive, question));
    }

    [Fact]
    public void What_is_said_in_a_secret_case_is_found_by_its_number_alone()
    {
        using var region = new TemporaryRegion("""
            decision: HEMLIGT
            body: RF
            date: 2016-01-01
            title: Öppnar ärende
            acts:
              - open-case: {id: RS160999, title: Hotbilden mot akuten, secrecy: OSL 18 kap. 8 §}
              - file-document: {case: RS160999, hash: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, title: Ritningar, kind: appendix}
            ---
            decision: HEMLIGT-2
            body: RF
            date: 2016-02-01
            title: Hotbilden värderas
            minute: {case: RS160999}
            acts:
              - put-proposal: {id: Y, case: RS160999, by: [S], text: Stängsel runt akuten}
            """);

        Assert.Empty(region.Archive.Search.Find(new("hotbilden", long.MaxValue)).Things);
        Assert.Empty(region.Archive.Search.Find(new("ritningar", long.MaxValue)).Things);
        Assert.Empty(region.Archive.Search.Find(new("stängsel", long.MaxValue)).Things);
        Assert.NotEmpty(region.Archive.Search.Find(new("HEMLIGT-2", long.MaxValue)).Things);
    }

    [Fact]
    public void What_is_decided_later_is_found_at_once_and_not_from_an_earlier_moment()
    {
        using var region = new TemporaryRegion(Organisation);
        Assert.Equal("", Found(region.Archive, "mål"));
        region.Record(Goals);
        Assert.Equal("decision RF-2 /decisions/RF-2", Found(region.Archive, "mål"));
        Assert.Equal("", Found(region.Archive, "mål", knownAt: 1));
    }

    [Fact]
    public void What_is_no_longer_in_force_is_found_with_its_last_day()
    {
        using var region = new TemporaryRegion(Organisation);
        region.Record(
            """
            decision: RF-3
            body: RF
            date: 2017-12-01
            title: Avveckling
            acts:
              - dissolve: {id: DN-PSY, last-day: 2018-12-31}
            """);
        Assert.Equal(["DN-PSY 2018-12-31", "LN-1 2016-06-30"], region.Archive.Search.Find(new("nämnd", 9, "body")).Things.Select(t => $"{t.Id} {t.LastDay:yyyy-MM-dd}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Many_may_search_at_once_while_the_index_is_being_filled()
    {
        using var region = new TemporaryRegion(Organisation);
        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Found(region.Archive, "driftnämnd"), TestContext.Current.CancellationToken)));
        using var other = RegionArchive.Open(region.Folder);
        Assert.Equal("body DN-PSY /organisation/DN-PSY, decision RF-1 /decisions/RF-1", Assert.Single(found.Append(Found(other, "driftnämnd")).Distinct()));
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("cut")]
    [InlineData("other")]
    public void An_index_that_is_gone_cut_short_or_of_another_journal_is_made_anew(string harm)
    {
        using var region = new TemporaryRegion(Organisation);
        using var other = new TemporaryRegion(Organisation.Replace("Politisk organisation", "Tillgänglighet", StringComparison.Ordinal));
        Assert.NotEqual("", Found(region.Archive, "driftnämnd"));
        Assert.NotEqual("", Found(other.Archive, "tillgänglighet"));
        region.Archive.Search.Dispose();
        other.Archive.Search.Dispose();
        var file = Path.Combine(region.Folder, "search.sqlite");
        switch (harm)
        {
            case "gone":
                File.Delete(file);
                break;
            case "cut":
                File.WriteAllBytes(file, File.ReadAllBytes(file)[..5000]);
                break;
            default:
                File.Copy(Path.Combine(other.Folder, "search.sqlite"), file, overwrite: true);
                break;
        }

        using var again = RegionArchive.Open(region.Folder);
        Assert.Equal("body DN-PSY /organisation/DN-PSY, decision RF-1 /decisions/RF-1", Found(again, "driftnämnd"));
        Assert.Equal("", Found(again, "tillgänglighet"));
    }

    [Fact]
    public void Every_kind_of_thing_that_a_decision_can_give_has_a_name_in_both_languages()
    {
        var all = DecisionFile.Read(File.ReadAllText(Path.Combine(BuiltRegion.Repository, "tests", "Formats.Tests", "Decisions", "AllActs.yaml")), "AllActs.yaml");
        var things = all.Decisions.SelectMany(d => ThingsDecided.Of(new Region.DecisionEntry(1, default, d.Decision, Authority.Verdict.Within), new HashSet<string>()).Things).ToList();
        Assert.Contains(things, thing => thing.Kind == "sub-goal");
        Assert.All(things, thing => Assert.All(new[] { "sv", "en" }, language => Assert.DoesNotContain('.', SearchKinds.Name(Texts.Texts.In(language), thing.Kind))));
        Assert.All(things, thing => Assert.StartsWith("/", thing.Address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Mål och tilläggsbudget", "budget", "Mål och tilläggs[budget]")]
    [InlineData("VÅRD och vårdval", "vård val", "[VÅRD] och [vård]val")]
    [InlineData("Regional rådgivning", "r", "[R]egional [r]ådgivning")]
    [InlineData("<b>vård</b>", "vård", "<b>[vård]</b>")]
    [InlineData("Va\u030Ardval", "vård", "[Va\u030Ardval]")]
    [InlineData("Inget", "vård", "Inget")]
    public void What_was_searched_for_is_marked(string text, string question, string marked) =>
        Assert.Equal(marked, string.Concat(MarkedText.Of(text, new SearchQuestion(question, 0).Words).Select(p => p.Marked ? $"[{p.Text}]" : p.Text)));

    [Fact]
    public void An_excerpt_is_some_words_around_the_first_that_was_found()
    {
        var text = string.Join(' ', Enumerable.Repeat("ord", 100)) + " vårdplats " + string.Join(' ', Enumerable.Repeat("slut", 100));
        var excerpt = string.Concat(MarkedText.Excerpt(text, ["plats"]).Select(p => p.Marked ? $"[{p.Text}]" : p.Text));
        Assert.StartsWith("… ord ord", excerpt, StringComparison.Ordinal);
        Assert.Contains("ord vård[plats] slut", excerpt, StringComparison.Ordinal);
        Assert.EndsWith("slut …", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 150, 260);
        Assert.Empty(MarkedText.Excerpt(text, ["vårda"]));
    }

    private static string Found(RegionArchive archive, string question, long knownAt = long.MaxValue) =>
        string.Join(", ", archive.Search.Find(new SearchQuestion(question, knownAt)).Things.Select(t => $"{t.Kind} {t.Id} {t.Address}"));
}
