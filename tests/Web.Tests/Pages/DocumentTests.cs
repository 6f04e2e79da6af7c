using System.Net;
using System.Text.RegularExpressions;

namespace Styrkedja.Web.Tests.Pages;

/// <summary>Documents of cases: the public ones can be read, the others are not there.</summary>
public sealed partial class DocumentTests(ServedHalland halland)
{
    [Fact]
    public async Task A_public_document_is_read_from_the_page_of_its_case_and_its_draft_can_be_tried()
    {
        var page = await halland.Http.GetStringAsync(new Uri(halland.Public, "/cases/RS160154"), TestContext.Current.CancellationToken);

        var documents = Document().Matches(page).Select(m => m.Value).Distinct().ToList();
        Assert.Equal(2, documents.Count);
        foreach (var document in documents)
        {
            using var answer = await halland.Http.GetAsync(new Uri(halland.Public, document), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }

        var tried = await halland.Http.GetStringAsync(new Uri(halland.Public, WebUtility.HtmlDecode(Trying().Match(page).Groups[1].Value)), TestContext.Current.CancellationToken);
        Assert.Contains("Utkast till resursfördelning 2017", tried, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("af3f1d1767ab4f4b5f5e99df31f45c8a662cc21e2b8e57cadeebdf4c98a74b5d")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("..%2Fjournal.sqlite")]
    public async Task What_is_secret_or_filed_nowhere_is_not_there(string name)
    {
        using var answer = await halland.Http.GetAsync(new Uri(halland.Public, "/documents/" + name), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [GeneratedRegex("/documents/[0-9a-f]{64}")]
    private static partial Regex Document();

    [GeneratedRegex("href=\"(/what-if[^\"]*document=[^\"]*)\"")]
    private static partial Regex Trying();
}
