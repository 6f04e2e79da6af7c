using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Styrkedja.App.Drafting;
using Styrkedja.App.People;
using Styrkedja.Store.People;

namespace Styrkedja.Web.Tests.Drafting;

/// <summary>The pages of a small region served to whoever has a session, and the sending of their forms as a browser does it.</summary>
internal sealed partial class ServedOffices : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });

    private readonly PeopleFile _people;

    private ServedOffices(SmallRegion region, PeopleFile people, WebApplication app) => (Region, _people, _app) = (region, people, app);

    public SmallRegion Region { get; }

    public static async Task<ServedOffices> Start()
    {
        var region = new SmallRegion();
        var people = PeopleFile.Open(region.Archive.Folder);
        people.FeedOffices.Replace(region.Clock.GetUtcNow(), [new("H-MED", "Sjuksköterska", null, "employee", "A1", new(2015, 1, 1), null), new("H-GRANNE", "Sjuksköterska", null, "employee", "A2", new(2015, 1, 1), null)]);
        var builder = StyrkedjaHost.Builder(region.Archive, people, SignInSettings.Default, new PageOptions(), region.Clock, ["http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = StyrkedjaHost.Assemble(builder);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(region, people, app);
    }

    /// <summary>A page as someone sees it, with its status.</summary>
    public async Task<(HttpStatusCode Status, string Html)> See(string who, string address)
    {
        using var asked = Asked(HttpMethod.Get, who, address);
        using var answer = await _http.SendAsync(asked, TestContext.Current.CancellationToken);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>Fills in boxes of the form on a page and presses one of its buttons.</summary>
    public async Task<(HttpStatusCode Status, string Html, string? Next)> Press(string who, string address, string button, params (string Box, string Value)[] filled)
    {
        using var asked = Asked(HttpMethod.Get, who, address);
        using var page = await _http.SendAsync(asked, TestContext.Current.CancellationToken);
        return await Send(who, await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), button, filled);
    }

    /// <summary>The same on a page that one has already.</summary>
    public async Task<(HttpStatusCode Status, string Html, string? Next)> Send(string who, string html, string button, params (string Box, string Value)[] filled)
    {
        var form = DraftForm().Match(html);
        Assert.True(form.Success, html);
        var boxes = Boxes(form.Groups[2].Value);
        foreach (var (box, value) in filled)
            boxes[box] = value;
        boxes["do"] = button;
        using var sent = Asked(HttpMethod.Post, who, WebUtility.HtmlDecode(form.Groups[1].Value));
        sent.Content = new FormUrlEncodedContent(boxes);
        using var answer = await _http.SendAsync(sent, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers.Location?.OriginalString);
    }

    /// <summary>Sends a form without the token that proves which page it came from.</summary>
    public async Task<HttpStatusCode> SendBare(string who, string address)
    {
        using var sent = Asked(HttpMethod.Post, who, address);
        sent.Content = new FormUrlEncodedContent([new("do", "save"), new("owner", "A1"), new("kind", "Decision"), new("f.title", "Prov")]);
        using var answer = await _http.SendAsync(sent, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _people.Dispose();
        _http.Dispose();
        Region.Dispose();
    }

    /// <summary>The cookie of a session that has just begun.</summary>
    private string CookieOf(string who)
    {
        var now = Region.Clock.GetUtcNow();
        var account = _people.Accounts.OfHolder(who) ?? _people.Accounts.Open(who, null, who, null, AccountKind.Local, now)!;
        return "styrkedja=" + _people.Sessions.Begin(account, SignInMethod.Passkey, 3, now, now).Secret;
    }

    private static Dictionary<string, string> Boxes(string form)
    {
        var boxes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match input in Input().Matches(form))
        {
            if (!input.Value.Contains("type=\"checkbox\"", StringComparison.Ordinal) || input.Value.Contains(" checked", StringComparison.Ordinal))
                boxes[input.Groups[1].Value] = WebUtility.HtmlDecode(Value().Match(input.Value).Groups[1].Value);
        }

        foreach (Match area in TextArea().Matches(form))
            boxes[area.Groups[1].Value] = WebUtility.HtmlDecode(area.Groups[2].Value);
        foreach (Match select in Select().Matches(form))
            boxes[select.Groups[1].Value] = Selected().Match(select.Groups[2].Value) is { Success: true } chosen ? WebUtility.HtmlDecode(chosen.Groups[1].Value) : "";
        return boxes;
    }

    private HttpRequestMessage Asked(HttpMethod method, string who, string address)
    {
        var asked = new HttpRequestMessage(method, new Uri(new Uri(_app.Urls.First()), address));
        if (who.Length > 0)
            asked.Headers.Add("Cookie", CookieOf(who));
        return asked;
    }

    [GeneratedRegex("<form class=\"trial draft-form\"[^>]* action=\"([^\"]+)\"[^>]*>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex DraftForm();

    [GeneratedRegex("<input [^>]*name=\"([^\"]+)\"[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<textarea [^>]*name=\"([^\"]+)\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex TextArea();

    [GeneratedRegex("<select [^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Selected();
}
