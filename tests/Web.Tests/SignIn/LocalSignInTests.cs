using System.Net;
using Microsoft.Playwright;
using Styrkedja.Store.People;

namespace Styrkedja.Web.Tests.SignIn;

/// <summary>Accounts that need no provider: one-time codes, passkeys, and the care of accounts.</summary>
public sealed class LocalSignInTests(ServedHalland halland) : IAsyncLifetime
{
    private SignInHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await SignInHost.Start();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_first_administrator_signs_in_by_a_code_adds_a_passkey_and_signs_in_with_it()
    {
        await using var browser = await halland.Browser.NewContextAsync();
        var page = await browser.NewPageAsync();
        await Authenticator(browser, page);
        await UseCode(page, _host.Keeping.FirstAdministratorCode("Administratör")!);
        Assert.Equal(_host.Address + "/account", page.Url);
        await page.GotoAsync(_host.Address + "/accounts");
        Assert.Contains("Lägg till en inloggningsnyckel först", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync(_host.Address + "/account");
        await page.Locator("form[data-passkey] input[name=name]").FillAsync("provnyckeln");
        await page.Locator("form[data-passkey] button").ClickAsync();
        await page.Locator("#passkeys .own-things").WaitForAsync();
        Assert.Contains("provnyckeln", await page.Locator("#passkeys").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Null(_host.Keeping.FirstAdministratorCode("Administratör"));

        await page.Locator("main form[action='/sign-out'] button").ClickAsync();
        await page.GotoAsync(_host.Address + "/sign-in?return=/accounts");
        await page.Locator("form[data-passkey] button").ClickAsync();
        await page.WaitForURLAsync(_host.Address + "/accounts");
        var account = Assert.Single(_host.People.Accounts.All());
        Assert.Equal((SignInMethod.Passkey, 3), (_host.People.Sessions.Of(account.Id)[0].Method, _host.People.Sessions.Of(account.Id)[0].Level));
        Assert.Equal(["code-used", "signed-in", "passkey-added", "signed-out", "signed-in"], _host.Happened.Select(h => h.Kind));
    }

    [Fact]
    public async Task A_code_works_without_scripts_and_only_once()
    {
        var account = _host.Keeping.Open(new("Demo: unit head", null, null, null)).Account!;
        var code = _host.Keeping.IssueCode(account)!;
        await using var browser = await halland.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await browser.NewPageAsync();

        await UseCode(page, code.ToLowerInvariant().Replace('-', ' '));
        Assert.Equal("Demo: unit head", await page.Locator("h1").InnerTextAsync());
        await UseCode(page, code);

        Assert.Contains("redan använd", await page.Locator(".wrong-note").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(code, await page.Locator("input[name=code]").InputValueAsync());
        Assert.Contains(_host.Happened, h => h is { Kind: "sign-in-failed", Detail: "code" });
    }

    [Fact]
    public async Task A_passkey_is_refused_for_someone_who_has_lately_not_shown_who_it_is()
    {
        var account = _host.Keeping.Open(new("Demo: unit head", null, null, null)).Account!;
        await using var browser = await halland.Browser.NewContextAsync();
        var page = await browser.NewPageAsync();
        await UseCode(page, _host.Keeping.IssueCode(account)!);

        _host.Clock.Ahead = TimeSpan.FromMinutes(16);
        await page.GotoAsync(_host.Address + "/account");

        Assert.Equal(0, await page.Locator("form[data-passkey]").CountAsync());
        await page.Locator("#passkeys a.press").ClickAsync();
        Assert.StartsWith("Visa igen", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_when_nothing_is_done_and_when_its_whole_time_is_over()
    {
        var account = _host.Keeping.Open(new("Demo: unit head", null, null, null)).Account!;
        await using var browser = await halland.Browser.NewContextAsync();
        var page = await browser.NewPageAsync();
        await UseCode(page, _host.Keeping.IssueCode(account)!);
        for (var minutes = 29; minutes < 600; minutes += 29)
        {
            _host.Clock.Ahead = TimeSpan.FromMinutes(minutes);
            await page.APIRequest.GetAsync(_host.Address + "/account");
            Assert.Single(_host.People.Sessions.Of(account.Id));
        }

        _host.Clock.Ahead = TimeSpan.FromMinutes(601);
        await page.GotoAsync(_host.Address + "/account");

        Assert.StartsWith(_host.Address + "/sign-in?return=%2Faccount", page.Url, StringComparison.Ordinal);
        Assert.Empty(_host.People.Sessions.Of(account.Id));
    }

    [Fact]
    public async Task An_administrator_opens_an_account_gives_a_code_closes_and_erases()
    {
        await using var browser = await halland.Browser.NewContextAsync();
        var page = await browser.NewPageAsync();
        await Administrator(browser, page);
        await page.GotoAsync(_host.Address + "/accounts");
        await page.Locator("form[action='/accounts'] input[name=name]").FillAsync("Demo: partner officer");
        await page.Locator("form[action='/accounts'] input[name=email]").FillAsync("inte en adress@");
        await page.EvaluateAsync("document.querySelector(\"form[action='/accounts']\").noValidate = true");
        await page.Locator("form[action='/accounts'] button").ClickAsync();
        Assert.Contains("E-postadressen", await page.Locator(".wrong-note").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Demo: partner officer", await page.Locator("input[name=name]").InputValueAsync());

        await page.Locator("input[name=email]").FillAsync("");
        await page.Locator("form[action='/accounts'] button").ClickAsync();
        var account = _host.People.Accounts.All().Single(a => a.Name == "Demo: partner officer");
        Assert.Equal($"{_host.Address}/accounts/{account.Id}", page.Url);
        await page.Locator("button[value=code]").ClickAsync();
        var code = await page.Locator("code.one-time").InnerTextAsync();
        Assert.Equal(account.Id, _host.Keeping.UseCode(code)?.Id);

        await page.Locator("button[value=close]").ClickAsync();
        Assert.True(_host.People.Accounts.Find(account.Id)!.IsOpen);
        await page.Locator("button[value=close]").ClickAsync();
        Assert.False(_host.People.Accounts.Find(account.Id)!.IsOpen);
        await page.Locator("button[value=erase]").ClickAsync();
        await page.Locator("button[value=erase]").ClickAsync();
        Assert.Equal(("", account.Holder), (_host.People.Accounts.Find(account.Id)!.Name, _host.People.Accounts.Find(account.Id)!.Holder));
        Assert.Contains("en raderad person", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync(_host.Address + "/accounts/" + _host.People.Accounts.Administrators()[0].Id);
        await page.Locator("button[value=close]").ClickAsync();
        await page.Locator("button[value=close]").ClickAsync();
        Assert.Contains("enda som sköter konton", await page.Locator(".wrong-note").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_did_not_come_from_our_page_changes_nothing()
    {
        var account = _host.Keeping.Open(new("Demo: unit head", null, null, null)).Account!;
        await using var browser = await halland.Browser.NewContextAsync();
        var page = await browser.NewPageAsync();
        await UseCode(page, _host.Keeping.IssueCode(account)!);

        foreach (var path in new[] { "/sign-out", "/account", "/accounts", "/accounts/" + account.Id, "/account/passkey", "/sign-in/code", "/sign-in/demo" })
        {
            var form = page.APIRequest.CreateFormData();
            form.Set("do", "erase");
            form.Set("sure", "yes");
            var answer = await page.APIRequest.PostAsync(_host.Address + path, new() { Form = form, MaxRedirects = 0 });
            Assert.Equal((int)(path.StartsWith("/accounts", StringComparison.Ordinal) ? HttpStatusCode.Forbidden : HttpStatusCode.SeeOther), answer.Status);
        }

        Assert.Single(_host.People.Sessions.Of(account.Id));
        Assert.Equal("Demo: unit head", _host.People.Accounts.Find(account.Id)!.Name);
    }

    [Fact]
    public async Task The_pages_of_accounts_pass_axe_and_fit_on_phone_and_screen_light_and_dark()
    {
        await using var browser = await halland.Browser.NewContextAsync();
        var page = await browser.NewPageAsync();
        await Administrator(browser, page);
        var account = _host.People.Accounts.All()[0];
        foreach (var path in new[] { "/sign-in", "/sign-in/code", "/sign-in/again?return=/", "/sign-out", "/account", "/accounts", "/accounts/" + account.Id, "/account?lang=en" })
        {
            await page.GotoAsync(_host.Address + path);
            foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Dark), (390, ColorScheme.Light) })
                Assert.Empty(await SeenPage.Findings(page, width, scheme));
        }
    }

    private async Task Administrator(IBrowserContext browser, IPage page)
    {
        await Authenticator(browser, page);
        await UseCode(page, _host.Keeping.FirstAdministratorCode("Administratör")!);
        await page.Locator("form[data-passkey] button").ClickAsync();
        await page.Locator("#passkeys .own-things").WaitForAsync();
        await page.GotoAsync(_host.Address + "/sign-in/again?return=/account");
        await page.Locator("form[data-passkey] button").ClickAsync();
        await page.WaitForURLAsync(_host.Address + "/account", new() { WaitUntil = WaitUntilState.Commit });
    }

    /// <summary>A key that the browser makes up, with a user who always says yes.</summary>
    private static async Task Authenticator(IBrowserContext browser, IPage page)
    {
        var devtools = await browser.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
    }

    private async Task UseCode(IPage page, string code)
    {
        await page.GotoAsync(_host.Address + "/sign-in/code");
        await page.Locator("input[name=code]").FillAsync(code);
        await page.Locator("form[action='/sign-in/code'] button").ClickAsync();
    }
}
