using Microsoft.Playwright;

namespace Styrkedja.Web.Tests.Pages;

/// <summary>One window on a screen and one on a phone, in which all tests of a class read page after page: to open a window takes longer than to read a page.</summary>
public sealed class ReadingWindows(ServedHalland halland) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _contexts = [];

    public IPage Screen { get; private set; } = null!;

    public IPage Phone { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (Screen, Phone) = (await Opened(1280), await Opened(390));

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.DisposeAsync();
    }

    private async Task<IPage> Opened(int width)
    {
        var context = await halland.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        _contexts.Add(context);
        return await context.NewPageAsync();
    }
}
