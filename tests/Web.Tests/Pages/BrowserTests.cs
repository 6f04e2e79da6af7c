using Microsoft.Playwright;

namespace Styrkedja.Web.Tests.Pages;

/// <summary>What only a browser can tell: accessibility, width, scripts, and that everything works without them.</summary>
public sealed class BrowserTests(ServedHalland halland, ReadingWindows windows) : IClassFixture<ReadingWindows>
{
    public static TheoryData<string> Pages => [.. ServedHalland.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_passes_axe_and_fits_on_phone_and_screen_light_and_dark(string path)
    {
        foreach (var (page, scheme) in new[] { (windows.Screen, ColorScheme.Light), (windows.Phone, ColorScheme.Dark), (windows.Phone, ColorScheme.Light) })
        {
            var said = new List<string>();
            void Heard(object? sender, IConsoleMessage message) => said.Add(message.Text);
            void Failed(object? sender, string error) => said.Add(error);
            page.Console += Heard;
            page.PageError += Failed;
            // The language chosen on one page is kept for the next.
            await page.Context.ClearCookiesAsync();
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.GotoAsync(new Uri(halland.Public, path).ToString());

            var found = await SeenPage.Findings(page);
            page.Console -= Heard;
            page.PageError -= Failed;
            Assert.Empty(found);
            Assert.Empty(said);
        }
    }

    [Fact]
    public async Task Reading_at_another_moment_works_without_scripts()
    {
        await using var context = await halland.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(halland.Public, "/").ToString());

        await page.Locator("input[name=knownAt]").FillAsync("2018-01-17");
        await page.Locator("input[name=knownAt]").PressAsync("Enter");

        Assert.Contains("knownAt=2018-01-17", page.Url, StringComparison.Ordinal);
        // December was not known then, so the last whole year is 2016.
        Assert.Contains("2016 gick 31 mnkr plus", (await page.Locator("h1").InnerTextAsync()).Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_opens_its_explanation_beside_the_page_and_escape_closes_it()
    {
        await using var context = await halland.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(halland.Public, "/").ToString());

        await page.Locator("h1 a").First.ClickAsync();
        var panel = page.Locator("#why");
        await panel.WaitForAsync();

        Assert.Contains("13", await panel.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(new Uri(halland.Public, "/").ToString(), page.Url);
        await page.Keyboard.PressAsync("Escape");
        await panel.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task The_annual_report_prints_as_a_tagged_document()
    {
        await using var context = await halland.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(halland.Public, "/reports/annual/2017").ToString());
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");

        await page.PdfAsync(new() { Path = file, Tagged = true, Outline = true, Format = "A4", PrintBackground = true });

        using var info = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("pdfinfo", [file]) { RedirectStandardOutput = true })!;
        var said = await info.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Matches("Tagged: +yes", said);
        Assert.Matches("Page size: +59[45]", said);
        File.Delete(file);
    }
}
