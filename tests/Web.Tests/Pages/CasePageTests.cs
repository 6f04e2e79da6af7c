using System.Net;
using System.Text.Json.Nodes;

namespace Styrkedja.Web.Tests.Pages;

/// <summary>Cases, meetings, assignments and the calendar as pages, JSON and feeds: what they say, what they keep, and that what is secret stays so.</summary>
public sealed class CasePageTests(ServedHalland halland)
{
    private static readonly string[] s_secrets = ["Tvist om ett enskilt vårdavtal", "Dispute on a single care agreement", "Brev från motparten", "Letter from the other side", "Anbudsvärdering av utomlänsvård", "Underlag från enskilda brukare"];

    [Theory]
    [InlineData("/cases", "Exempelmotion om att visa väntetider öppet")]
    [InlineData("/cases/RS160154", "Fördelningen håller sig inom fullmäktiges ram")]
    [InlineData("/cases/RS179001", "8 ja mot 5 nej")]
    [InlineData("/cases/RS179002", "en tredjedel av de närvarande räckte")]
    [InlineData("/meetings/RS-2017-08-30", "§ 118")]
    [InlineData("/assignments", "Tre av fem tjänster är tillsatta")]
    [InlineData("/steering-documents", "Skulle ha setts över senast 2017-06-30")]
    [InlineData("/delegations", "Byte av ventilation")]
    [InlineData("/lgv", "samordnar och beslutar ingenting")]
    [InlineData("/calendar?year=2017", "Inget beslut om det finns i journalen")]
    [InlineData("/decisions/RSAU-2017-stipendium", "Förvaltningsrätten i Göteborg har upphävt beslutet")]
    [InlineData("/decisions/C-TF-2017-ventilation", "Ännu inte anmält")]
    public async Task A_page_tells_what_it_is_for(string page, string words)
    {
        var html = await Html(page);

        Assert.Contains(words, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<h1").Length);
        Assert.True(html.Length < 100_000, $"{page} is {html.Length} letters.");
    }

    [Theory]
    [InlineData("/cases/RS179001")]
    [InlineData("/meetings/RS-2017-08-30")]
    [InlineData("/assignments")]
    [InlineData("/calendar?year=2017")]
    public async Task Links_keep_the_moment_that_the_reader_chose(string page)
    {
        var html = await Html(page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "asOf=2017-09-30&knownAt=2018-02-01");

        var links = html.Split("<main")[1].Split("</main>")[0].Split("href=\"/").Skip(1).Select(l => WebUtility.HtmlDecode(l.Split('"')[0])).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(link.Contains("asOf=2017-09-30", StringComparison.Ordinal) && link.Contains("knownAt=2018-02-01", StringComparison.Ordinal), link));
    }

    [Theory]
    [InlineData("/cases")]
    [InlineData("/cases/RS160154")]
    [InlineData("/cases/RS179001")]
    [InlineData("/cases/RS179003")]
    [InlineData("/cases/RS179003?lang=en")]
    [InlineData("/decisions/RS-2017-skyddat")]
    [InlineData("/decisions/HSDIR-2016-tjansteskrivelse-resursfordelning")]
    [InlineData("/calendar?year=2017")]
    [InlineData("/calendar.ics")]
    [InlineData("/search?q=vårdavtal")]
    [InlineData("/api/cases")]
    [InlineData("/api/cases/RS179003")]
    [InlineData("/api/cases/RS160154")]
    [InlineData("/api/decisions")]
    [InlineData("/oparl/papers")]
    [InlineData("/oparl/files")]
    [InlineData("/oparl/agenda-items")]
    public async Task What_is_secret_is_never_said(string address)
    {
        var text = WebUtility.HtmlDecode(await Html(address));

        Assert.All(s_secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_as_it_was_known_before_its_decision_is_open()
    {
        Assert.True((bool)(await Json("/api/cases/RS179001?asOf=2017-08-29"))["open"]!);
        var after = await Json("/api/cases/RS179001?asOf=2017-08-30");
        Assert.False((bool)after["open"]!);
        Assert.Equal("approved", (string)after["outcome"]!);
    }

    [Fact]
    public async Task The_calendar_as_JSON_and_as_a_feed_tell_the_same_duties()
    {
        var json = (await Json("/api/calendar?year=2017"))["duties"]!.AsArray();
        var feed = (await Html("/calendar.ics?year=2017")).Replace("\r\n ", "", StringComparison.Ordinal);

        Assert.NotEmpty(json);
        Assert.All(json, d => Assert.Contains($"UID:{(string)d!["id"]!}@region-halland.styrkedja\r\n", feed, StringComparison.Ordinal));
        Assert.Equal("late", (string)json.Single(d => (string)d!["id"]! == "budget-adoption-2018")!["status"]!);
        Assert.Equal("RS-2017-10-11-uppfoljningsrapport-2", (string)json.Single(d => (string)d!["id"]! == "interim-report-2017")!["doneBy"]!);
    }

    [Fact]
    public async Task OParl_is_walked_from_its_entrance_to_the_last_page()
    {
        var system = await Json("/oparl/system");
        var body = (await Follow((string)system["body"]!))["data"]![0]!;
        var next = (string)body["paper"]! + "?elementsPerPage=10";
        var papers = new List<string>();
        while (next is not null)
        {
            var page = await Follow(next);
            papers.AddRange(page["data"]!.AsArray().Select(p => (string)p!["id"]!));
            next = (string?)page["links"]!["next"];
        }

        Assert.True(papers.Count > 20 && papers.Distinct().Count() == papers.Count);
        Assert.Equal(papers[0], (string)(await Follow(papers[0]))["id"]!);
    }

    [Theory]
    [InlineData("/oparl/nothing", HttpStatusCode.NotFound)]
    [InlineData("/oparl/paper/nothing", HttpStatusCode.NotFound)]
    [InlineData("/oparl/papers?page=99", HttpStatusCode.NotFound)]
    [InlineData("/oparl/papers?modified_since=igår", HttpStatusCode.BadRequest)]
    [InlineData("/oparl/papers?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/calendar?year=xx", HttpStatusCode.BadRequest)]
    [InlineData("/cases/nothing", HttpStatusCode.NotFound)]
    [InlineData("/meetings/nothing", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_said_so(string address, HttpStatusCode status) =>
        Assert.Equal(status, (await halland.Http.GetAsync(new Uri(halland.Public, address), TestContext.Current.CancellationToken)).StatusCode);

    private async Task<JsonNode> Json(string address) => JsonNode.Parse(await Html(address))!;

    private async Task<JsonNode> Follow(string address) => JsonNode.Parse(await halland.Http.GetStringAsync(new Uri(address), TestContext.Current.CancellationToken))!;

    private Task<string> Html(string page) => halland.Http.GetStringAsync(new Uri(halland.Public, page), TestContext.Current.CancellationToken);
}
