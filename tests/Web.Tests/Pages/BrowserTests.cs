using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Styrkedja.Web.Tests.Pages;

/// <summary>What only a browser can tell: accessibility, width, scripts, and that everything works without them.</summary>
public sealed class BrowserTests(ServedHalland halland)
{
    public static TheoryData<string> Pages => [.. ServedHalland.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_passes_axe_and_fits_on_phone_and_screen_light_and_dark(string path)
    {
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Dark), (390, ColorScheme.Light) })
        {
            await using var context = await halland.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
            var page = await context.NewPageAsync();
            var said = new List<string>();
            page.Console += (_, message) => said.Add(message.Text);
            page.PageError += (_, error) => said.Add(error);
            await page.GotoAsync(new Uri(halland.Public, path).ToString());

            var axe = await page.RunAxe();
            Assert.Empty(axe.Violations.Select(v => $"{width} {scheme} {v.Id}: {v.Help} {v.Nodes[0].Html}"));
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
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
