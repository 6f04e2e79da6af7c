using System.Net;
using System.Text.Json.Nodes;

namespace Styrkedja.Web.Tests.Pages;

/// <summary>From deviation to action, and internal control, as pages and JSON: what stands beside a deviation, what has been told, and what lacks.</summary>
public sealed class ActionPageTests(ServedHalland halland)
{
    [Theory]
    [InlineData("/follow-up/measures?period=2015-08", "Inget svar i Uppföljningsrapport 2 2015 (delårsrapport)")]
    [InlineData("/follow-up/measures?period=2015-08", "Två av fyra tjänster är tillsatta")]
    [InlineData("/follow-up/measures?period=2015-11&asOf=2015-12-15", "försenad")]
    [InlineData("/follow-up/measures?period=2015&asOf=2016-03-01", "Avslutad 2016-02-03: genomförd")]
    [InlineData("/follow-up/measures?period=2014", "Ingen åtgärd är beslutad för 2014")]
    [InlineData("/follow-up/DN-PSY?period=2015-08", "Anställa egna läkare i öppenvården")]
    [InlineData("/follow-up/internal-control?year=2017", "3 av 4 nämnder har rapporterat, 3 av 9 kontroller saknar resultat")]
    [InlineData("/follow-up/internal-control?year=2017", "skulle ha rapporterat 2018-02-28")]
    [InlineData("/follow-up/internal-control?year=2017&asOf=2017-12-31", "ska rapportera senast 2018-02-28")]
    [InlineData("/follow-up/internal-control?year=2015", "Ingen plan för intern kontroll är beslutad för 2015")]
    [InlineData("/decisions/DN-PSY-2015-06-10-atgarder", "Ta hem placeringar utanför länet. Ska ge")]
    [InlineData("/calendar?year=2018", "Rapport om intern kontroll 2017 till styrelsen")]
    public async Task A_page_tells_what_it_is_for(string page, string words)
    {
        var html = await Html(page);

        Assert.Contains(words, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<h1").Length);
    }

    [Fact]
    public async Task One_can_look_at_the_measures_of_one_owner_alone()
    {
        var html = WebUtility.HtmlDecode(await Html("/follow-up/measures?period=2015-08&owner=C-PSY"));

        Assert.Contains("id=\"ATG-PSY-1\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"ATG-HS-1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_interface_gives_the_deviation_what_is_decided_what_has_come_and_what_is_left()
    {
        var json = JsonNode.Parse(await Html("/api/measures?period=2015-08&body=DN-PSY"))!;

        Assert.Equal((1_500_000_000L, 400_000_000L, 1_100_000_000L), ((long)json["decided"]!["ore"]!, (long)json["effect"]!["ore"]!, (long)json["leftOre"]!));
        Assert.Equal((long)json["deviation"]!["ore"]! + 1_100_000_000L, (long)json["remainingOre"]!);
        Assert.Equal(["ATG-PSY-1", "ATG-PSY-2"], json["measures"]!.AsArray().Select(m => (string)m!["id"]!));
    }

    [Fact]
    public async Task The_interface_names_the_controls_that_lack_results()
    {
        var json = JsonNode.Parse(await Html("/api/internal-control?year=2017"))!;

        Assert.Equal(
            ["DN-HS K1 1", "DN-NSV K1 1", "DN-NSV K2 1"],
            json["committees"]!.AsArray().SelectMany(c => c!["controls"]!.AsArray().Where(m => (int)m!["lacking"]! > 0).Select(m => $"{c["body"]} {m!["id"]} {m["lacking"]}")));
        Assert.Equal("toImprove", (string?)json["summary"]!["judgement"]);
    }

    private Task<string> Html(string page) => halland.Http.GetStringAsync(new Uri(halland.Public, page), TestContext.Current.CancellationToken);
}
