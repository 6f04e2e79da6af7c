using Microsoft.Playwright;
using Styrkedja.Tests;

namespace Styrkedja.Web.Tests.Gate;

/// <summary>The pages that one meets only after signing in, for everyone: axe, phone and screen, light and dark.</summary>
public sealed class AccessibleWorkPagesTests(ServedHalland served)
{
    private static readonly (string? Holder, string Path)[] s_pages =
    [
        (null, "/sign-in"),
        (null, "/sign-in/code"),
        ("demo-enhetschef", "/account"),
        ("demo-administrator", "/accounts"),
        ("demo-ekonomi", "/my-work"),
        ("demo-psy-sekreterare", "/my-work/rights"),
        ("demo-psy-sekreterare", "/my-work/rights?right=approve&about=DN-PSY"),
        ("demo-psy-sekreterare", "/drafts/new?body=DN-PSY&act=call-meeting"),
        ("demo-psy-sekreterare", "/drafts/new?body=DN-PSY&act=appoint"),
        ("demo-enhetschef", "/answers/new?subject=G05&by=PSY-OV&period=2018"),
        ("demo-enhetschef", "/drafts/1"),
        ("demo-enhetschef", "/audit-log"),
        ("demo-administrator", "/audit-log"),
    ];

    [Fact]
    public async Task Every_page_of_ones_own_work_passes_axe_and_fits()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using (var head = await Desk.At(halland, served.Browser, "demo-enhetschef"))
        {
            await head.Go("/answers/new?subject=G05&by=PSY-OV&period=2018");
            await head.Fill(("fulfilment", "partly"), ("text", "Halvvägs"));
            await head.Press("save");
        }

        var found = new List<string>();
        foreach (var byHolder in s_pages.GroupBy(p => p.Holder))
        {
            await using var desk = await Desk.At(halland, served.Browser, byHolder.Key);
            desk.Page.Console += (_, message) => found.AddRange(message.Type == "error" && !message.Text.Contains("403", StringComparison.Ordinal) ? [message.Text] : []);
            foreach (var (_, path) in byHolder)
            {
                await desk.Go(path);
                foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark) })
                    found.AddRange((await SeenPage.Findings(desk.Page, width, scheme)).Select(what => $"{width} {scheme} as {byHolder.Key}: {what}"));
            }
        }

        Assert.Equal([], found);
    }
}
