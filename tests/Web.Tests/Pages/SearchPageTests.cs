using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Styrkedja.Web.Tests.Pages;

/// <summary>The page of what was found, and the same under /api.</summary>
public sealed partial class SearchPageTests(ServedHalland halland)
{
    [Fact]
    public async Task What_is_found_stands_by_kind_with_the_words_marked()
    {
        var html = await Html("/search?q=PSYKIATRI");
        Assert.Contains("träffar på ”PSYKIATRI”", html, StringComparison.Ordinal);
        Assert.Contains("Driftnämnden <mark>Psykiatri</mark>", html, StringComparison.Ordinal);
        Assert.Contains("Politiska organ <small>1</small>", html, StringComparison.Ordinal);
        Assert.Contains("value=\"PSYKIATRI\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_kind_is_turned_twenty_at_a_time_and_every_hit_leads_somewhere()
    {
        var first = await Html("/search?q=2017&kind=decision");
        var second = await Html(WebUtility.HtmlDecode(Regex.Match(first, "<a href=\"([^\"]+)\" rel=\"next\"").Groups[1].Value));
        Assert.Equal(20, Hits(first).Count);
        Assert.Empty(Hits(first).Intersect(Hits(second)));
        foreach (var page in Hits(first).Take(3).Concat(Hits(await Html("/search?q=vård")).Take(12)))
        {
            using var answer = await halland.Http.GetAsync(new Uri(halland.Public, page), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, page);
        }
    }

    [Fact]
    public async Task The_moment_and_the_language_follow_along_and_what_came_later_is_not_found()
    {
        var html = await Html("/search?q=budget&knownAt=2016-07-01&asOf=2016-06-30&lang=en");
        Assert.All(Hits(html), link => Assert.Contains("knownAt=2016-07-01", link, StringComparison.Ordinal));
        Assert.All(Hits(html), link => Assert.Contains("lang=en", link, StringComparison.Ordinal));
        Assert.DoesNotContain("2018-0", string.Concat(Hits(html)), StringComparison.Ordinal);
        Assert.Contains("knownAt", await Html("/search?q=zzz&knownAt=2016-07-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ceased_says_until_when_and_leads_to_the_page_of_that_day()
    {
        var html = await Html("/search?q=lokal+nämnd+hylte&asOf=2024-01-01");
        Assert.Contains("gällde till och med 2022-12-31", html, StringComparison.Ordinal);
        var link = Hits(html).First(l => l.Contains("/organisation/LN-1315", StringComparison.Ordinal));
        Assert.Contains("asOf=2022-12-31", link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_not_certain_is_never_told_as_certain() =>
        Assert.Contains("RF <span class=\"nowrap\">mellan 2014-01-01 och 2014-10-15</span>", await Html("/search?q=driftnämnden+psykiatri"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/search", "En del av ett ord räcker")]
    [InlineData("/search?q=%22*%22", "En del av ett ord räcker")]
    [InlineData("/search?q=sjukvard", "Å, ä och ö är egna bokstäver")]
    [InlineData("/search?q=psykiatri+xyzzy", "Vart och ett för sig")]
    [InlineData("/search?q=%3Cscript%3Exyzzy%22", "Vi hittar inget om ”&lt;script&gt;xyzzy&quot;”")]
    [InlineData("/search?q=budget&kind=nonsense&page=-7", "träffar på ”budget”")]
    public async Task A_question_that_finds_nothing_or_makes_no_sense_is_answered_with_help(string page, string words)
    {
        using var answer = await halland.Http.GetAsync(new Uri(halland.Public, page), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_gives_the_same_hits()
    {
        var json = JsonNode.Parse(await Html("/api/search?q=psykiatri&kind=body"))!;
        Assert.Equal(("DN-PSY", "/organisation/DN-PSY", true), ((string)json["hits"]![0]!["id"]!, (string)json["hits"]![0]!["address"]!, (bool)json["hits"]![0]!["inForce"]!));
        using var bad = await halland.Http.GetAsync(new Uri(halland.Public, "/api/search"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
    }

    private Task<string> Html(string page) => halland.Http.GetStringAsync(new Uri(halland.Public, page), TestContext.Current.CancellationToken);

    private static List<string> Hits(string html) =>
        [.. Hit().Matches(html[html.IndexOf("<ol class=\"hits\">", StringComparison.Ordinal)..html.LastIndexOf("</ol>", StringComparison.Ordinal)]).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    [GeneratedRegex("<li>\\s*<a href=\"([^\"]+)\">")]
    private static partial Regex Hit();
}
