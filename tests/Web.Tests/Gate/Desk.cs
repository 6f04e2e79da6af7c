using System.Net;
using Microsoft.Playwright;

namespace Styrkedja.Web.Tests.Gate;

/// <summary>A browser at which one person sits, signed in to a region served in this process.</summary>
internal sealed class Desk(HallandInProcess halland, IBrowserContext context, IPage page) : IAsyncDisposable
{
    public IPage Page => page;

    public IBrowserContext Browser => context;

    /// <param name="holder">Who sits there; nobody when they have not signed in.</param>
    public static async Task<Desk> At(HallandInProcess halland, IBrowser browser, string? holder, bool scripts = true)
    {
        var context = await browser.NewContextAsync(new() { JavaScriptEnabled = scripts, ViewportSize = new() { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout(30_000);
        var desk = new Desk(halland, context, await context.NewPageAsync());
        if (holder is not null)
            await desk.SignIn(holder);
        return desk;
    }

    /// <summary>Begins a session of someone, at this moment.</summary>
    public Task SignIn(string holder) => context.AddCookiesAsync([new() { Name = "styrkedja", Value = halland.SignIn(holder)["styrkedja=".Length..], Url = halland.Address.ToString() }]);

    /// <summary>Goes to a page and says how it was answered.</summary>
    public async Task<HttpStatusCode> Go(string path) => (HttpStatusCode)(await page.GotoAsync(new Uri(halland.Address, path).ToString()))!.Status;

    /// <summary>Fills in boxes by their names, choices and marks too.</summary>
    public async Task Fill(params (string Box, string Value)[] filled)
    {
        foreach (var (box, value) in filled)
        {
            var field = page.Locator($"form.draft-form [name='f.{box}']:not([type=hidden])");
            // A box in a part that is folded together is opened as a reader opens it.
            foreach (var folded in await page.Locator($"form.draft-form details:not([open]):has([name='f.{box}']) > summary").AllAsync())
                await folded.ClickAsync();
            if (await field.EvaluateAsync<string>("field => field.tagName") == "SELECT")
                await field.SelectOptionAsync(value);
            else if (await field.GetAttributeAsync("type") == "checkbox")
                await field.SetCheckedAsync(value == "true");
            else
                await field.FillAsync(value);
        }
    }

    /// <summary>Presses a button of the draft's form and says how it was answered, once the page that answers stands there whole.</summary>
    public async Task<HttpStatusCode> Press(string button)
    {
        await page.EvaluateAsync("document.documentElement.dataset.left = 'true'");
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.Locator($"form.draft-form button[value='{button}']:not(.unseen)").ClickAsync(),
            response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400);
        // Events of a page can pass before anyone listens; what the page says of itself cannot.
        for (var tries = 0; !await IsNewAndWhole(); tries++)
        {
            Assert.True(tries < 400, $"No page came after {button}.");
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        return (HttpStatusCode)answer.Status;
    }

    private async Task<bool> IsNewAndWhole()
    {
        try
        {
            return await page.EvaluateAsync<bool>("document.readyState === 'complete' && !document.documentElement.dataset.left");
        }
        catch (PlaywrightException)
        {
            // The page went while it was asked.
            return false;
        }
    }

    /// <summary>The text of the page, with ordinary blanks.</summary>
    public async Task<string> Text() => (await page.Locator("main").InnerTextAsync()).Replace('\u00a0', ' ');

    public string Path => new Uri(page.Url).PathAndQuery;

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
