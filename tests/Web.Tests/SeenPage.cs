using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Styrkedja.Web.Tests;

/// <summary>A page as a browser shows it, and what in it shuts somebody out.</summary>
internal static class SeenPage
{
    private static readonly string s_axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>As shown in a window of a width, light or dark: all that axe finds, and whether it is wider than the window.</summary>
    public static async Task<IReadOnlyList<string>> Findings(IPage page, int width, ColorScheme scheme)
    {
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        // What the page does when its window changes, it does before the next frame is drawn.
        await page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        return await Findings(page);
    }

    /// <summary>The same, as it is shown now.</summary>
    /// <remarks>Axe runs in the page itself. Its own way of being run from outside opens a window for each page that it judges, for the sake of frames, of which we have none.</remarks>
    public static async Task<IReadOnlyList<string>> Findings(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(s_axe);
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
                const { violations, passes } = await axe.run();
                const over = document.documentElement.scrollWidth - innerWidth;
                return [
                    ...violations.map(v => `${location.pathname} ${v.id}: ${v.help} ${v.nodes[0].html}`),
                    ...(over > 0 ? [`${location.pathname} is ${over} pixels too wide`] : []),
                    ...(passes.length < 10 ? [`${location.pathname} was not judged`] : [])];
            }
            """);
    }
}
