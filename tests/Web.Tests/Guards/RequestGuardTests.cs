using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Styrkedja.Web.Tests.Guards;

/// <summary>What is let in of what is sent to the pages, and what is said of what is not.</summary>
public sealed partial class RequestGuardTests
{
    [Fact]
    public async Task A_form_with_the_token_of_its_page_is_taken()
    {
        await using var region = await HostedRegion.Start();
        var (cookie, token) = await Open(region);
        using var asField = await region.Ask(HttpMethod.Post, "/test/form", Form(("text", "hej"), ("__RequestVerificationToken", token)), ("Cookie", cookie));
        using var asHeader = await region.Ask(HttpMethod.Post, "/test/form", Form(("text", "hej")), ("Cookie", cookie), ("RequestVerificationToken", token));

        Assert.Equal("Taken: 3", await asField.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, asHeader.StatusCode);
        Assert.Matches("^styrkedja-form=[^;]+; path=/; samesite=lax; httponly$", cookie);
    }

    [Theory]
    [InlineData(false, "konto-1", "konto-1")]
    [InlineData(true, "konto-1", "konto-2")]
    public async Task A_form_that_comes_from_elsewhere_or_from_someone_else_is_refused(bool withToken, string opened, string sent)
    {
        await using var region = await HostedRegion.Start();
        var (cookie, token) = await Open(region, opened);
        using var answer = await region.Ask(HttpMethod.Post, "/test/form", Form(("text", "hej"), ("__RequestVerificationToken", withToken ? token : "")), ("Cookie", cookie), (HostedRegion.SignedInAs, sent));
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<h1>Formuläret gick inte att ta emot</h1>", html, StringComparison.Ordinal);
        Assert.Contains("ladda om sidan", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_and_sessions_outlive_a_restart_by_keys_that_only_the_owner_reads()
    {
        await using var region = await HostedRegion.Start();
        await Open(region);
        var keys = new DirectoryInfo(Path.Combine(region.Folder, "keys"));

        Assert.Single(keys.EnumerateFiles("key-*.xml"));
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, keys.UnixFileMode);
        Assert.All(keys.EnumerateFiles(), f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, f.UnixFileMode));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/organisation")]
    [InlineData("/finns-inte")]
    public async Task A_page_without_a_form_takes_none(string page)
    {
        await using var region = await HostedRegion.Start();
        using var answer = await region.Ask(HttpMethod.Post, page, Form(("text", "hej")));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow);
        Assert.Contains("<h1>Så kan den här sidan inte användas</h1>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_too_large_is_refused_with_what_may_be_sent(bool lengthUntold)
    {
        await using var region = await HostedRegion.Start();
        var (cookie, token) = await Open(region);
        using var content = Form(("text", new string('x', 300_000)), ("__RequestVerificationToken", token));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/test/form") { Content = content };
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        request.Headers.TransferEncodingChunked = lengthUntold;
        request.Headers.ExpectContinue = !lengthUntold;
        using var answer = await region.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("högst 256 kB", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "<h1>För många försök</h1>")]
    [InlineData("styrkedja-lang=en", "<h1>Too many attempts</h1>")]
    public async Task An_address_has_ten_attempts_to_sign_in_a_minute(string cookie, string heading)
    {
        await using var region = await HostedRegion.Start(new() { Proxies = [IPAddress.Loopback] });
        for (var i = 0; i < 10; i++)
        {
            using var attempt = await SignIn("192.0.2.1");
            Assert.Equal(HttpStatusCode.BadRequest, attempt.StatusCode);
        }

        using var refused = await SignIn("192.0.2.1");
        using var other = await SignIn("192.0.2.2");
        using var read = await region.Ask(HttpMethod.Get, "/", null, ("X-Forwarded-For", "192.0.2.1"));

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, other.StatusCode, read.StatusCode));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Contains(heading, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Task<HttpResponseMessage> SignIn(string from) => region.Ask(HttpMethod.Post, "/sign-in/test", Form(), ("X-Forwarded-For", from), ("Cookie", cookie));
    }

    [Fact]
    public async Task Addresses_that_one_subscriber_may_choose_among_count_as_one()
    {
        await using var region = await HostedRegion.Start(new() { Proxies = [IPAddress.Loopback], SignInsPerMinute = 1 });
        using var first = await region.Ask(HttpMethod.Post, "/Sign-In/test", Form(), ("X-Forwarded-For", "2001:db8:1:2::1"));
        using var same = await region.Ask(HttpMethod.Post, "/sign-in/test", Form(), ("X-Forwarded-For", "2001:db8:1:2:ffff::9"));
        using var other = await region.Ask(HttpMethod.Post, "/sign-in/test", Form(), ("X-Forwarded-For", "2001:db8:1:3::1"));

        Assert.Equal([400, 429, 400], new[] { first, same, other }.Select(a => (int)a.StatusCode));
    }

    [Fact]
    public async Task Writes_are_limited_too_but_generously()
    {
        await using var region = await HostedRegion.Start(new() { WritesPerMinute = 3 });
        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await region.Ask(HttpMethod.Post, "/test/form", Form());
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([400, 400, 400, 429], statuses);
        Assert.True(new PageOptions().WritesPerMinute >= 100);
    }

    [Theory]
    [InlineData("/api/test/400", 400)]
    [InlineData("/api/test/401", 401)]
    [InlineData("/api/test/403", 403)]
    [InlineData("/api/test/429", 429)]
    [InlineData("/api/decisions/finns-inte", 404)]
    [InlineData("/api/finns-inte", 404)]
    [InlineData("/api/follow-up?period=igår", 400)]
    [InlineData("/api/test/fails", 500)]
    public async Task Programs_are_told_by_problem_details_with_a_trace_id(string path, int status)
    {
        await using var region = await HostedRegion.Start();
        using var answer = await region.Ask(HttpMethod.Get, path);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal((status, "about:blank", path.Split('?')[0]), ((int)problem["status"]!, (string)problem["type"]!, (string)problem["instance"]!));
        Assert.Matches("^[0-9a-f]{32}$", (string)problem["traceId"]!);
        Assert.DoesNotContain("answer.", (string)problem["title"]! + (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(status == 500, region.Said.Contains((string)problem["traceId"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_fails_shows_the_id_that_the_log_has_and_nothing_of_the_program()
    {
        await using var region = await HostedRegion.Start();
        using var answer = await region.Ask(HttpMethod.Get, "/test/fails");
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var trace = Trace().Match(html).Value;

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains($"Request {trace} failed: /test/fails Secret of the program", region.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", html, StringComparison.Ordinal);
    }

    private static async Task<(string Cookie, string Token)> Open(HostedRegion region, string? account = null)
    {
        using var page = await region.Ask(HttpMethod.Get, "/test/form", null, account is null ? [] : [(HostedRegion.SignedInAs, account)]);
        return (Assert.Single(page.Headers.GetValues("Set-Cookie")), await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("year", 2017.ToString(CultureInfo.InvariantCulture))));

    [GeneratedRegex("\\b[0-9a-f]{32}\\b")]
    private static partial Regex Trace();
}
