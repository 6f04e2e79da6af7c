using System.Net;
using System.Text.RegularExpressions;

namespace Styrkedja.Web.Tests.Guards;

/// <summary>What every answer tells the browser not to do.</summary>
public sealed partial class SafeHeadersTests
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/finns-inte", 404)]
    [InlineData("/decisions/finns-inte", 404)]
    [InlineData("/test/fails", 500)]
    [InlineData("/documents/finns-inte", 404)]
    [InlineData("/audit-log", 302)]
    [InlineData("/audit-log/rows.csv", 302)]
    [InlineData("/favicon.ico", 204)]
    [InlineData("/api/organisation", 200)]
    [InlineData("/api/decisions/finns-inte", 404)]
    [InlineData("/api/test/fails", 500)]
    [InlineData("/oparl/system", 200)]
    [InlineData("/schema/decision.json", 200)]
    public async Task Every_answer_is_guarded(string path, int status)
    {
        await using var region = await HostedRegion.Start();
        using var answer = await region.Ask(HttpMethod.Get, path);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", One(answer, "X-Frame-Options"));
        Assert.Equal("same-origin", One(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", One(answer, "Cross-Origin-Opener-Policy"));
        Assert.Contains("camera=()", One(answer, "Permissions-Policy"), StringComparison.Ordinal);
        var policy = One(answer, "Content-Security-Policy");
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self'", policy, StringComparison.Ordinal);
        var isPublic = path.StartsWith("/api", StringComparison.Ordinal) || path.StartsWith("/oparl", StringComparison.Ordinal) || path.StartsWith("/schema", StringComparison.Ordinal);
        Assert.Equal(isPublic ? "" : "same-origin", One(answer, "Cross-Origin-Resource-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/organisation", 200)]
    [InlineData("/finns-inte", 404)]
    [InlineData("/test/fails", 500)]
    public async Task Scripts_and_styles_run_by_a_nonce_that_is_new_with_every_answer(string path, int status)
    {
        await using var region = await HostedRegion.Start();
        var nonces = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await region.Ask(HttpMethod.Get, path);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var nonce = Nonce().Match(One(answer, "Content-Security-Policy")).Groups[1].Value;

            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal(24, nonce.Length);
            Assert.True(nonces.Add(nonce));
            Assert.Equal(2, Tags().Count(html));
            Assert.All(Tags().Matches(html), tag => Assert.Contains($" nonce=\"{nonce}\"", tag.Value, StringComparison.Ordinal));
            Assert.Equal(2, Regex.Count(html, Regex.Escape(nonce)));
            Assert.DoesNotMatch(@"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]* src=)", html);
        }
    }

    [Fact]
    public async Task A_page_asked_for_again_is_not_sent_and_brings_no_policy()
    {
        await using var region = await HostedRegion.Start();
        using var first = await region.Ask(HttpMethod.Get, "/organisation");
        using var again = await region.Ask(HttpMethod.Get, "/organisation", null, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.False(again.Headers.Contains("Content-Security-Policy"));
        Assert.Equal("nosniff", One(again, "X-Content-Type-Options"));
    }

    [Fact]
    public async Task For_someone_signed_in_nothing_is_kept()
    {
        await using var region = await HostedRegion.Start();
        using var open = await region.Ask(HttpMethod.Get, "/organisation");
        using var own = await region.Ask(HttpMethod.Get, "/organisation", null, (HostedRegion.SignedInAs, "konto-1"), ("If-None-Match", open.Headers.ETag!.ToString()));

        Assert.Equal((HttpStatusCode.OK, "no-cache"), (open.StatusCode, open.Headers.CacheControl!.ToString()));
        Assert.Equal((HttpStatusCode.OK, "no-store", null), (own.StatusCode, own.Headers.CacheControl!.ToString(), own.Headers.ETag));
    }

    [Theory]
    [InlineData(false, "max-age=31536000")]
    [InlineData(true, "max-age=31536000; includeSubDomains")]
    public async Task Behind_a_server_that_was_named_https_is_asked_for_from_then_on(bool subdomains, string expected)
    {
        await using var region = await HostedRegion.Start(new() { Proxies = [IPAddress.Loopback], HstsSubdomains = subdomains });
        using var answer = await region.Ask(HttpMethod.Get, "/", null, ("Host", "region.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "192.0.2.9"));
        using var plain = await region.Ask(HttpMethod.Get, "/", null, ("Host", "region.example"));

        Assert.Equal((expected, ""), (One(answer, "Strict-Transport-Security"), One(plain, "Strict-Transport-Security")));
    }

    [Theory]
    [InlineData(true, "192.0.2.9")]
    [InlineData(false, "127.0.0.1")]
    public async Task Only_a_server_that_was_named_is_believed_about_where_a_request_came_from(bool named, string from)
    {
        await using var region = await HostedRegion.Start(new() { Proxies = named ? [IPAddress.Loopback] : [] });
        using var answer = await region.Ask(HttpMethod.Get, "/audit-log", null, ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "198.51.100.1, 192.0.2.9"));

        Assert.Equal(from, region.Audit.Search(new())[0].From);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_form_may_lead_on_only_to_origins_that_were_named()
    {
        await using var region = await HostedRegion.Start(new() { FormTargets = ["https://login.example"] });
        using var answer = await region.Ask(HttpMethod.Get, "/");

        Assert.Contains("form-action 'self' https://login.example;", One(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    private static string One(HttpResponseMessage answer, string header) => answer.Headers.TryGetValues(header, out var values) ? Assert.Single(values) : "";

    [GeneratedRegex("script-src 'nonce-([^']+)'; style-src 'nonce-\\1'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*>|<link rel=\"stylesheet\"[^>]*>")]
    private static partial Regex Tags();
}
