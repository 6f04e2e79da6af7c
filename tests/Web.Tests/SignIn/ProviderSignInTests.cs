using Microsoft.Playwright;
using Styrkedja.Store.People;

namespace Styrkedja.Web.Tests.SignIn;

/// <summary>Signing in at a real OpenID provider, by a real browser.</summary>
public sealed class ProviderSignInTests(ServedHalland halland) : IAsyncLifetime
{
    private const string Loa2 = "http://id.sambi.se/loa/loa2";
    private const string Loa3 = "http://id.sambi.se/loa/loa3";

    private IdentityProvider _provider = null!;
    private SignInHost _host = null!;
    private IBrowserContext _browser = null!;
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("STYRKEDJA_TEST_SECRET", IdentityProvider.Secret);
        _provider = await IdentityProvider.Start();
        _provider.Add(
            new("controller", "SE2321000115-1001", "Demo: controller", Loa3),
            new("chair", "SE2321000115-1002", "Demo: chair", Loa3),
            new("low", "SE2321000115-1001", "Demo: controller", Loa2),
            new("no-level", "SE2321000115-1001", "Demo: controller", "http://id.sambi.se/loa/other"),
            new("long-ago", "SE2321000115-1001", "Demo: controller", Loa3, SignedInAgo: TimeSpan.FromHours(11)),
            new("an-hour-ago", "SE2321000115-1001", "Demo: controller", Loa3, SignedInAgo: TimeSpan.FromHours(1)),
            new("elsewhere", "SE2321000115-1001", "Demo: controller", Loa3, Organisation: "SE0000000000"));
        _host = await SignInHost.Start(_provider);
        // Without scripts, so that nothing of this needs them.
        _browser = await halland.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        _page = await _browser.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Someone_with_an_account_signs_in_and_comes_back_to_the_page()
    {
        var account = Open("SE2321000115-1001");

        await SignIn("controller", "/data");

        Assert.Equal(_host.Address + "/data", _page.Url);
        Assert.Equal("Demo: controller", await _page.Locator(".own").GetAttributeAsync("title"));
        Assert.Equal($"{Loa3} http://id.sambi.se/loa/loa4", _provider.Asked!.AcrValues);
        Assert.Equal("S256", _provider.Asked.CodeChallengeMethod);
        Assert.NotNull(_provider.Asked.Nonce);
        var cookie = Assert.Single(await _browser.CookiesAsync([_host.Address]), c => c.Name == "styrkedja");
        Assert.True(cookie.HttpOnly && cookie.SameSite == SameSiteAttribute.Lax);
        var session = Assert.Single(_host.People.Sessions.Of(account.Id));
        Assert.Equal((SignInMethod.Provider, 3), (session.Method, session.Level));
        Assert.Contains(_host.Happened, h => h.Kind == "signed-in" && h.Account == account.Id);
    }

    [Theory]
    [InlineData("low", "inte är tillräckligt säkert", "level")]
    [InlineData("no-level", "inte är tillräckligt säkert", "level")]
    [InlineData("elsewhere", "organisation får inte", "organisation")]
    [InlineData("long-ago", "inte att det är du just nu", "time")]
    [InlineData("chair", "inget konto här än", "unknown")]
    public async Task Someone_whose_sign_in_does_not_hold_is_told_why_and_is_not_let_in(string person, string sentence, string why)
    {
        Open("SE2321000115-1001");

        await SignIn(person, "/account");

        Assert.Contains(sentence, await _page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(await _browser.CookiesAsync([_host.Address]), c => c.Name == "styrkedja");
        Assert.Contains(_host.Happened, h => h.Kind == "sign-in-failed" && h.Detail == why);
    }

    [Fact]
    public async Task A_closed_account_lets_nobody_in_and_ends_what_was_begun()
    {
        var account = Open("SE2321000115-1001");
        await SignIn("controller", "/");
        _host.Keeping.Close(account);

        await _page.GotoAsync(_host.Address + "/account");
        Assert.StartsWith(_host.Address + "/sign-in?return", _page.Url, StringComparison.Ordinal);
        await SignIn("controller", "/");

        Assert.Contains("stängt", await _page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_whom_the_staff_system_tells_of_gets_an_account_at_the_first_sign_in()
    {
        _host.People.FeedOffices.Replace(DateTimeOffset.UtcNow, [new("SE2321000115-1002", "Enhetschef", null, "unit-head", "HS-HLM", new(2020, 1, 1), null)]);

        await SignIn("chair", "/account");

        Assert.Equal("Demo: chair", await _page.Locator("h1").InnerTextAsync());
        Assert.Contains(_host.Happened, h => h.Kind == "account-opened");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_the_provider()
    {
        var account = Open("SE2321000115-1001");
        await SignIn("controller", "/account");
        var before = (await _browser.CookiesAsync([_host.Address])).Single(c => c.Name == "styrkedja");

        await _page.Locator("main form[action='/sign-out'] button").ClickAsync();
        await _page.WaitForURLAsync(_host.Address + "/sign-out");

        Assert.Equal("Du är utloggad", await _page.Locator("h1").InnerTextAsync());
        Assert.NotNull(_provider.AskedOut?.IdTokenHint);
        Assert.Empty(_host.People.Sessions.Of(account.Id));
        await _browser.AddCookiesAsync([new() { Name = before.Name, Value = before.Value, Url = _host.Address }]);
        await _page.GotoAsync(_host.Address + "/account");
        Assert.StartsWith(_host.Address + "/sign-in", _page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Showing_again_who_one_is_asks_the_provider_anew_and_renews_the_time()
    {
        var account = Open("SE2321000115-1001");
        await SignIn("an-hour-ago", "/");
        var before = Assert.Single(_host.People.Sessions.Of(account.Id));

        await _page.GotoAsync(_host.Address + "/sign-in/again?return=/data");
        await _page.Locator("#controller").ClickAsync();

        Assert.Equal(_host.Address + "/data", _page.Url);
        Assert.Equal(("login", 0L), (_provider.Asked!.Prompt, _provider.Asked.MaxAge));
        var after = Assert.Single(_host.People.Sessions.Of(account.Id));
        Assert.Equal(before.Id, after.Id);
        Assert.True(after.AuthTime - before.AuthTime > TimeSpan.FromMinutes(50));
    }

    [Theory]
    [InlineData("chair", "någon annan")]
    [InlineData("an-hour-ago", "inte att det är du just nu")]
    public async Task Showing_again_is_no_use_when_it_is_someone_else_or_not_done_anew(string person, string sentence)
    {
        var account = Open("SE2321000115-1001");
        Open("SE2321000115-1002");
        await SignIn("controller", "/");

        await _page.GotoAsync(_host.Address + "/sign-in/again?return=/data");
        await _page.Locator("#" + person).ClickAsync();

        Assert.Contains(sentence, await _page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Happened, h => h.Kind == "signed-in-again");
        Assert.Single(_host.People.Sessions.Of(account.Id));
    }

    [Fact]
    public async Task A_session_that_runs_out_keeps_what_was_typed_for_the_same_person()
    {
        var account = Open("SE2321000115-1001");
        Open("SE2321000115-1002");
        foreach (var each in _host.People.Accounts.All())
            _host.People.Accounts.SetAdministrator(each.Id, true);
        await SignIn("controller", "/accounts");
        await _page.Locator("input[name=name]").FillAsync("Någon med ett långt namn, åäö");
        await _page.Locator("input[name=holder]").FillAsync("h-0123456789");

        _host.Clock.Ahead = TimeSpan.FromMinutes(31);
        await _page.Locator("form[action='/accounts'] button").ClickAsync();

        Assert.Contains("/sign-in?return=%2Faccounts&kept=", _page.Url, StringComparison.Ordinal);
        Assert.Contains("finns kvar i en timme", await _page.Locator(".good-note").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(_host.Happened, h => h.Kind == "session-ended" && h.Account == account.Id);
        var address = _page.Url;
        await _page.Locator(".press").ClickAsync();
        await _page.Locator("#chair").ClickAsync();
        Assert.Equal("", await _page.Locator("input[name=name]").InputValueAsync());
        await _page.GotoAsync(address);
        await _page.Locator(".press").ClickAsync();
        await _page.Locator("#controller").ClickAsync();
        Assert.Equal("Någon med ett långt namn, åäö", await _page.Locator("input[name=name]").InputValueAsync());

        await _page.Locator("form[action='/accounts'] button").ClickAsync();
        Assert.NotNull(_host.People.Accounts.OfHolder("h-0123456789"));
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Nobody_is_sent_to_another_site_after_signing_in(string path)
    {
        Open("SE2321000115-1001");

        await SignIn("controller", path);

        Assert.Equal(_host.Address + "/", _page.Url);
    }

    private Account Open(string hsaId) => _host.Keeping.Open(new("Demo: controller", null, null, hsaId)).Account!;

    private async Task SignIn(string person, string returnTo)
    {
        await _page.GotoAsync(_host.Address + "/sign-in?return=" + Uri.EscapeDataString(returnTo));
        await _page.Locator(".press").ClickAsync();
        await _page.Locator("#" + person).ClickAsync();
    }
}
