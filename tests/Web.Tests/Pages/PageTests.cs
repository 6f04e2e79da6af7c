using System.Net;
using System.Text.RegularExpressions;
using Styrkedja.App.Archive;
using Styrkedja.Tests;

namespace Styrkedja.Web.Tests.Pages;

/// <summary>What holds for every page, asked over HTTP without a browser.</summary>
public sealed partial class PageTests(ServedHalland halland)
{
    private const int BytesAtMost = 100_000;

    public static TheoryData<string> Pages => [.. ServedHalland.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_is_whole_small_and_guarded(string page)
    {
        using var answer = await halland.Http.GetAsync(new Uri(halland.Public, page), TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(Heading().Matches(html));
        Assert.Single(MainPart().Matches(html));
        Assert.Contains("<html lang=", html, StringComparison.Ordinal);
        Assert.True(Chart().Replace(html, "").Length < BytesAtMost, $"{page} is {html.Length} characters.");
        Assert.DoesNotContain("style=\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/follow-up")]
    [InlineData("/follow-up?period=2017-11")]
    public async Task Every_figure_on_a_page_has_an_explanation_whose_parts_add_up(string page)
    {
        var html = await halland.Http.GetStringAsync(new Uri(halland.Public, page), TestContext.Current.CancellationToken);
        var figures = FigureLink().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Split('?')[0]).Distinct().ToList();
        Assert.True(figures.Count > 20, $"{page} links to {figures.Count} figures.");
        foreach (var figure in figures)
        {
            var answer = await halland.Http.GetStringAsync(new Uri(halland.Public, "/api" + figure), TestContext.Current.CancellationToken);
            var json = System.Text.Json.Nodes.JsonNode.Parse(answer)!;
            var parts = json["parts"]!.AsArray();
            if (json["ore"] is { } ore && parts.Count > 0)
                Assert.True((long)ore == parts.Sum(p => (long)p!["ore"]!), $"The parts of {figure} do not add up.");
            if ((string)json["rule"]! == "difference")
                Assert.Equal((long)json["ore"]!, (long)json["inputs"]![0]!["ore"]! - (long)json["inputs"]![1]!["ore"]!);
            using var explained = await halland.Http.GetAsync(new Uri(halland.Public, figure), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, explained.StatusCode);
        }
    }

    [Fact]
    public async Task A_code_with_a_slash_in_it_stays_one_code_in_an_address()
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(await halland.Http.GetStringAsync(new Uri(halland.Public, "/api/figure/cost/2017-01..2017-12/DN-PSY/activity=40%2F10"), TestContext.Current.CancellationToken))!;

        Assert.Equal("cost/2017-01..2017-12/DN-PSY/activity=40%2F10", (string)json["address"]!);
        Assert.Equal(0, (long)json["ore"]!);
    }

    [Fact]
    public async Task Every_link_on_every_page_leads_somewhere()
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var page in ServedHalland.Pages)
        {
            var html = await halland.Http.GetStringAsync(new Uri(halland.Public, page), TestContext.Current.CancellationToken);
            foreach (var link in Link().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Split('#')[0]).Where(l => l.StartsWith('/')))
                links.TryAdd(link, page);
        }

        var broken = new List<string>();
        foreach (var (link, page) in links)
        {
            using var answer = await halland.Http.GetAsync(new Uri(halland.Public, link), TestContext.Current.CancellationToken);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NoContent))
                broken.Add($"{page} -> {link}: {(int)answer.StatusCode}");
        }

        Assert.Empty(broken);
        Assert.True(links.Count > 300, $"Only {links.Count} links were followed.");
    }

    [Fact]
    public async Task A_page_is_not_sent_again_while_nothing_new_is_known()
    {
        var home = new Uri(halland.Public, "/");
        using var first = await halland.Http.GetAsync(home, TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, home);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await halland.Http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/figure/result/2017-01..2017-12/REGION/counterparty=DN-RGS")]
    [InlineData("/figure/result/2017-01..2017-12/{0}")]
    public async Task The_public_ends_at_account_unit_and_month_and_is_told_the_rule(string address)
    {
        var costCentre = ACostCentreOfAUnit();
        var page = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, costCentre);

        using var closed = await halland.Http.GetAsync(new Uri(halland.Public, page), TestContext.Current.CancellationToken);
        using var api = await halland.Http.GetAsync(new Uri(halland.Public, "/api" + page), TestContext.Current.CancellationToken);
        using var open = await halland.BudgetOffice.GetAsync(new Uri(halland.Public, page), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task Voucher_rows_are_shown_without_texts_only_where_they_were_opened()
    {
        var address = $"/figure/result/2017-03..2017-03/{ACostCentreOfAUnit()}";
        var open = await halland.BudgetOffice.GetStringAsync(new Uri(halland.Public, address), TestContext.Current.CancellationToken);
        var unit = await halland.Http.GetStringAsync(new Uri(halland.Public, "/figure/cost/2017-03..2017-03/PSY-OV"), TestContext.Current.CancellationToken);

        Assert.Matches("PSY-[A-Z]{3} 1703", open);
        Assert.DoesNotMatch("PSY-[A-Z]{3} 1703", unit);
        Assert.DoesNotContain("Leverantör", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_rows_lead_on_and_back_and_each_row_names_its_source()
    {
        const string Address = "/figure/cost/2017-01..2017-12/DN-PSY?rows=";
        var first = await halland.BudgetOffice.GetStringAsync(new Uri(halland.Public, Address), TestContext.Current.CancellationToken);
        var second = await halland.BudgetOffice.GetStringAsync(new Uri(halland.Public, Turned(first, "next")), TestContext.Current.CancellationToken);
        var back = await halland.BudgetOffice.GetStringAsync(new Uri(halland.Public, Turned(second, "prev")), TestContext.Current.CancellationToken);

        Assert.Equal(200, Sources(first).Distinct().Count());
        Assert.Equal(200, Sources(second).Distinct().Count());
        Assert.Empty(Sources(first).Intersect(Sources(second)));
        Assert.Equal(Sources(first), Sources(back));
        Assert.DoesNotContain("rel=\"prev\"", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", "text/csv", "\uFEFFDatum;Serie;")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK")]
    [InlineData("parquet", "application/vnd.apache.parquet", "PAR1")]
    public async Task All_rows_of_a_figure_are_sent_as_a_file_without_texts_only_where_they_were_opened(string form, string type, string begins)
    {
        var address = $"/api/figure/cost/2017-03..2017-03/PSY-OV/rows.{form}";
        using var open = await halland.BudgetOffice.GetAsync(new Uri(halland.Public, address), TestContext.Current.CancellationToken);
        using var closed = await halland.Http.GetAsync(new Uri(halland.Public, address), TestContext.Current.CancellationToken);
        using var none = await halland.BudgetOffice.GetAsync(new Uri(halland.Public, $"/api/figure/frame/2017-01..2017-12/DN-HS/rows.{form}"), TestContext.Current.CancellationToken);
        var content = System.Text.Encoding.UTF8.GetString(await open.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var page = await halland.BudgetOffice.GetStringAsync(new Uri(halland.Public, "/figure/cost/2017-03..2017-03/PSY-OV"), TestContext.Current.CancellationToken);
        var publicPage = await halland.Http.GetStringAsync(new Uri(halland.Public, "/figure/cost/2017-03..2017-03/PSY-OV"), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound), (open.StatusCode, closed.StatusCode, none.StatusCode));
        Assert.Equal(type, open.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"cost_2017-03..2017-03_PSY-OV.{form}", open.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.StartsWith(begins, content, StringComparison.Ordinal);
        Assert.DoesNotContain("Leverantör", content, StringComparison.Ordinal);
        Assert.Contains($"rows.{form}", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"rows.{form}", publicPage, StringComparison.Ordinal);
        Assert.Equal("application/problem+json", closed.Content.Headers.ContentType!.MediaType);
    }

    private static string Turned(string html, string way) =>
        WebUtility.HtmlDecode(Regex.Match(html, $"<a href=\"([^\"]+)\" rel=\"{way}\"").Groups[1].Value);

    private static List<string> Sources(string html) => [.. RowSource().Matches(html).Select(m => m.Groups[1].Value)];

    private static string ACostCentreOfAUnit()
    {
        using var region = RegionArchive.Open(BuiltRegion.Folder);
        var view = region.ViewAt(region.Viewpoint(Calendar.Period.Year(2017), null, null));
        return view.State.Organisation.Children("PSY-OV")[0].Id;
    }

    [GeneratedRegex(@"<td>([^<]+\.si:\d+)</td>")]
    private static partial Regex RowSource();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("<main[ >]")]
    private static partial Regex MainPart();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Chart();

    [GeneratedRegex("href=\"(/figure/[^\"]+)\"")]
    private static partial Regex FigureLink();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();
}
