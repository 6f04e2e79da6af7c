using System.Net;
using System.Text.RegularExpressions;
using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.Store.Inbox;
using Styrkedja.Web.Tests.SignIn;

namespace Styrkedja.Web.Tests.Suggestions;

/// <summary>Anyone sends in a suggestion without signing in; the registrar opens a case with it or lays it aside; the answer stands in public. Nothing of the sender does.</summary>
public sealed partial class SuggestionTests
{
    private const string New = "/suggestions/new";
    private const string Inbox = "/suggestions/inbox";

    private const string Region = """
        decision: RF-ORGANISATION
        body: RF
        date: 2014-10-15
        title: Organisation
        acts:
          - establish-body: {id: RS, kind: regional-executive-board, name: Regionstyrelsen, valid: 2015..}
          - establish-body: {id: DN-A, kind: operating-committee, name: Driftnämnd A, valid: 2015..}
          - establish-office: {id: REG, name: Registrator, in: RS, function: registrar, valid: 2015..}
          - establish-office: {id: CHEF, name: Chef, in: RS, function: head-of-administration, valid: 2015..}
          - appoint: {office: REG, holder: registrator, valid: 2015..}
          - appoint: {office: CHEF, holder: chef, valid: 2015..}
        """;

    [Fact]
    public async Task What_anyone_sends_in_waits_for_the_registrar_and_is_not_in_the_journal()
    {
        await using var host = await SignInHost.Start(prepare: Decided);
        var before = await Page(host, "/api/decisions", null);

        Assert.Equal(HttpStatusCode.SeeOther, await Send(host, ("title", "Fler bänkar"), ("text", "Det saknas bänkar vid entrén."), ("name", "Hemlig Avsändare"), ("email", "hemlig@example.se")));

        Assert.Equal(before, await Page(host, "/api/decisions", null));
        Assert.DoesNotContain("Fler bänkar", await Text(host, "/suggestions", null), StringComparison.Ordinal);
        var inbox = await Text(host, Inbox, host.As("registrator"));
        Assert.Contains("Fler bänkar", inbox, StringComparison.Ordinal);
        Assert.Contains("hemlig@example.se", inbox, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_registrar_opens_a_case_and_the_answer_stands_beside_the_words_but_nothing_of_the_sender()
    {
        RegionArchive? archive = null;
        await using var host = await SignInHost.Start(prepare: region => Decided(archive = region));
        await Send(host, ("title", "Fler bänkar"), ("text", "Det saknas bänkar vid entrén. Ring mig."), ("name", "Hemlig Avsändare"), ("email", "hemlig@example.se"));
        var registrar = host.As("registrator");

        Assert.Equal(HttpStatusCode.SeeOther, await Post(host, Inbox + "/1", Inbox, registrar, ("do", "open"), ("body", "RS"), ("diary", "RS-F-1"), ("title", "Fler bänkar"), ("text", "Det saknas bänkar vid entrén.")));

        var waiting = await Text(host, "/suggestions/RS-F-1", null);
        Assert.Contains("väntar på svar från Regionstyrelsen", waiting, StringComparison.Ordinal);
        Assert.Contains("Det saknas bänkar vid entrén.", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("Ring mig", waiting, StringComparison.Ordinal);

        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var answered = new RecordDecisions(archive!).Record([($"decision: RS-SVAR\nbody: RS\ndate: {today:yyyy-MM-dd}\ntitle: Svar\nacts:\n  - answer-suggestion: {{case: RS-F-1, text: Tio bänkar sätts ut, does: taken-up}}\n", "svar.yaml")], null, check: false);
        Assert.False(answered.Refused);
        foreach (var path in new[] { "/suggestions/RS-F-1", "/suggestions", "/cases/RS-F-1" })
        {
            var page = await Text(host, path, null);
            Assert.DoesNotContain("hemlig", page, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Fler bänkar", page, StringComparison.Ordinal);
        }

        foreach (var path in new[] { $"/api/cases/RS-F-1?asOf={today:yyyy-MM-dd}", $"/decisions/RS-F-1-%C3%B6ppnat?asOf={today:yyyy-MM-dd}", "/search?q=hemlig" })
        {
            using var answer = await host.Ask(HttpMethod.Get, path, null);
            Assert.DoesNotContain("Avsändare", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        }

        Assert.Contains("Tio bänkar sätts ut", await Text(host, "/suggestions/RS-F-1", null), StringComparison.Ordinal);
        Assert.Contains("1 av 1 förslag", await Text(host, "/suggestions", null), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Post(host, Inbox + "/1", Inbox, registrar, ("do", "set-aside"), ("reason", "dubblett")));
    }

    [Fact]
    public async Task Laid_aside_it_is_never_seen_in_public_and_the_sender_is_erased()
    {
        await using var host = await SignInHost.Start(prepare: Decided);
        await Send(host, ("title", "Reklam"), ("text", "Köp mer"), ("email", "hemlig@example.se"));
        var registrar = host.As("registrator");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Post(host, Inbox + "/1", Inbox, registrar, ("do", "set-aside"), ("reason", " ")));
        Assert.Equal(HttpStatusCode.SeeOther, await Post(host, Inbox + "/1", Inbox, registrar, ("do", "set-aside"), ("reason", "reklam")));
        var inbox = await Text(host, Inbox, registrar);
        Assert.Contains("Lades åt sidan", inbox, StringComparison.Ordinal);
        Assert.DoesNotContain("hemlig@example.se", inbox, StringComparison.Ordinal);
        Assert.DoesNotContain("Reklam", await Text(host, "/suggestions", null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Found)]
    [InlineData("chef", HttpStatusCode.Forbidden)]
    public async Task Only_those_who_keep_the_diary_see_the_inbox(string? holder, HttpStatusCode answered)
    {
        await using var host = await SignInHost.Start(prepare: Decided);
        using var answer = await host.Ask(HttpMethod.Get, Inbox, holder is null ? null : host.As(holder));
        Assert.Equal(answered, answer.StatusCode);
    }

    [Theory]
    [InlineData("", "text")]
    [InlineData("Rubrik", " ")]
    [InlineData("Rubrik", "Ring 19121212-1212 om detta")]
    public async Task What_is_empty_or_holds_an_identity_number_comes_back_with_what_was_typed(string title, string text)
    {
        await using var host = await SignInHost.Start(prepare: Decided);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(host, ("title", title), ("text", text)));
        Assert.Contains("Inga förslag väntar", await Text(host, Inbox, host.As("registrator")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_token_of_its_page_nothing_is_taken_and_what_was_typed_comes_back()
    {
        await using var host = await SignInHost.Start(prepare: Decided);
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("title", "Fler bänkar"), KeyValuePair.Create("text", "Vid entrén")]);
        using var answer = await host.Ask(HttpMethod.Post, New, null, content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Vid entrén", page, StringComparison.Ordinal);
        Assert.Contains("stått öppen för länge", page, StringComparison.Ordinal);
        Assert.Contains("Inga förslag väntar", await Text(host, Inbox, host.As("registrator")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_sends_only_a_few_a_minute()
    {
        await using var host = await SignInHost.Start(prepare: Decided);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < new PageOptions().SuggestionsPerMinute + 1; i++)
            statuses.Add(await Send(host, ("title", $"Förslag {i}"), ("text", "Text")));
        Assert.All(statuses[..^1], s => Assert.Equal(HttpStatusCode.SeeOther, s));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Fact]
    public async Task A_full_inbox_is_said_kindly_and_takes_nothing_more()
    {
        await using var host = await SignInHost.Start(prepare: region =>
        {
            Decided(region);
            using var inbox = InboxFile.Open(region.Folder);
            for (var i = 0; i < InboxFile.MostWaiting; i++)
                Assert.NotNull(inbox.Take(new(InboxKind.Suggestion, null, $"Förslag {i}", "Text"), new(null, null), DateTimeOffset.UnixEpoch));
        });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Send(host, ("title", "Ett till"), ("text", "Text")));
    }

    private static void Decided(RegionArchive archive) => Assert.False(new RecordDecisions(archive).Record([(Region, "f.yaml")], null, check: false).Refused);

    private static Task<HttpStatusCode> Send(SignInHost host, params (string Name, string Value)[] fields) => Post(host, New, New, null, fields);

    private static async Task<HttpStatusCode> Post(SignInHost host, string path, string formOn, string? cookie, params (string Name, string Value)[] fields)
    {
        using var form = await host.Ask(HttpMethod.Get, formOn, cookie);
        var token = Token().Match(await form.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value;
        var kept = form.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0])) : null;
        using var content = new FormUrlEncodedContent(fields.Append((Name: "__RequestVerificationToken", Value: token)).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await host.Ask(HttpMethod.Post, path, string.Join("; ", new[] { cookie, kept }.OfType<string>()), content);
        return answer.StatusCode;
    }

    private static async Task<string> Page(SignInHost host, string path, string? cookie)
    {
        using var answer = await host.Ask(HttpMethod.Get, path, cookie);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> Text(SignInHost host, string path, string? cookie) => WebUtility.HtmlDecode(await Page(host, path, cookie));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
