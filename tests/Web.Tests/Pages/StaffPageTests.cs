using System.Net;
using System.Text.Json.Nodes;

namespace Styrkedja.Web.Tests.Pages;

/// <summary>Staff on the page of a part of the organisation, and what its figures answer when asked why.</summary>
public sealed class StaffPageTests(ServedHalland halland)
{
    [Theory]
    [InlineData("/organisation/PSY-OV", "Personal, 2017")]
    [InlineData("/organisation/DN-PSY", "Månad för månad")]
    [InlineData("/organisation/REGION", "Sjukfrånvaro")]
    [InlineData("/organisation/HS-VBG?lang=en", "Full-time equivalents")]
    public async Task A_part_of_the_organisation_with_facts_of_staff_shows_them(string page, string words)
    {
        var html = WebUtility.HtmlDecode(await Html(page));
        Assert.Contains("id=\"staff\"", html, StringComparison.Ordinal);
        Assert.Contains(words, html, StringComparison.Ordinal);
        foreach (var measure in new[] { "headcount", "full-time-equivalents", "agency-full-time-equivalents", "sick-leave" })
            Assert.Contains($"/figure/{measure}/2017-01..2017-12/", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_without_facts_of_staff_has_no_section_for_them() =>
        Assert.DoesNotContain("id=\"staff\"", await Html("/organisation/RF"), StringComparison.Ordinal);

    [Fact]
    public async Task Headcount_of_the_region_is_the_sum_of_its_parts_in_the_latest_month()
    {
        var json = JsonNode.Parse(await Html("/api/figure/headcount/2017-01..2017-12/REGION"))!;
        Assert.Equal("latestMonth", (string)json["rule"]!);
        Assert.Equal((int)json["count"]!, json["parts"]!.AsArray().Sum(p => (int)p!["count"]!));
        Assert.Equal("headcount/2017-12..2017-12/REGION", (string)json["inputs"]![0]!["address"]!);
        Assert.Contains("Läget den senaste månaden", WebUtility.HtmlDecode(await Html("/figure/headcount/2017-01..2017-12/REGION")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sick_leave_is_explained_by_the_hours_that_it_is_a_share_of()
    {
        var json = JsonNode.Parse(await Html("/api/figure/sick-leave/2017-01..2017-12/DN-HS"))!;
        var (sick, ordinary) = ((decimal)json["inputs"]![0]!["value"]!, (decimal)json["inputs"]![1]!["value"]!);
        Assert.Equal(sick * 100 / ordinary, (decimal)json["value"]!, 12);
        Assert.InRange((decimal)json["value"]!, 3, 9);
        Assert.Contains("Ordinarie arbetstid i timmar", WebUtility.HtmlDecode(await Html("/figure/sick-leave/2017-01..2017-12/DN-HS")), StringComparison.Ordinal);
    }

    private Task<string> Html(string page) => halland.Http.GetStringAsync(new Uri(halland.Public, page), TestContext.Current.CancellationToken);
}
