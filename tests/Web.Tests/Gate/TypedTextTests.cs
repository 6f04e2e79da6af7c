using System.Net;
using Styrkedja.Region;
using Styrkedja.Tests;

namespace Styrkedja.Web.Tests.Gate;

/// <summary>What someone has typed outlives their session, and comes back to where it was typed.</summary>
public sealed class TypedTextTests(ServedHalland served)
{
    private const string Title = "Inköp av två vagnar – 40 % rabatt & \"lån\"";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_that_ends_loses_nothing_that_was_typed_in_a_draft(bool scripts)
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var secretary = await Desk.At(halland, served.Browser, "demo-psy-sekreterare", scripts);
        await secretary.Go("/drafts/new?body=DN-PSY&act=decide-matter");
        (string Box, string Value)[] typed = [("title", Title), ("paragraph", "§ 17"), ("acts.0.matter", "utrustning"), ("acts.0.text", "Rad ett\nRad två"), ("acts.0.amount", "1,5 mnkr")];
        await secretary.Fill(typed);

        halland.Clock.Now = halland.Clock.Now.AddMinutes(31);
        await secretary.Press("save");
        Assert.StartsWith("/sign-in?return=", secretary.Path, StringComparison.Ordinal);
        Assert.Contains("finns kvar", await secretary.Text(), StringComparison.Ordinal);
        await SignIn(secretary, "demo-psy-sekreterare");

        foreach (var (box, value) in typed)
            Assert.Equal(value, await secretary.Page.Locator($"[name='f.{box}']").InputValueAsync());
        Assert.Equal(HttpStatusCode.OK, await secretary.Press("save"));
        Assert.Equal("/drafts/1", secretary.Path);
        Assert.Equal(Title, await secretary.Page.Locator("[name='f.title']").InputValueAsync());
    }

    [Fact]
    public async Task Whoever_approves_shows_anew_who_it_is_and_comes_back_to_the_draft()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var head = await Desk.At(halland, served.Browser, "demo-enhetschef");
        await head.Go("/answers/new?subject=G05&by=PSY-OV&period=2018");
        await head.Fill(("fulfilment", "fulfilled"), ("text", "Målet är nått"));
        await head.Press("submit");
        await using var chief = await Desk.At(halland, served.Browser, "demo-forvaltningschef");
        await chief.Go("/drafts/1");
        var before = halland.Archive.Head();

        halland.Clock.Now = halland.Clock.Now.AddMinutes(11);
        await chief.Press("approve");
        Assert.StartsWith("/sign-in/again?return=", chief.Path, StringComparison.Ordinal);
        Assert.Equal(before, halland.Archive.Head());
        await SignIn(chief, "demo-forvaltningschef");
        Assert.StartsWith("/drafts/1", chief.Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await chief.Press("approve"));

        Assert.Equal("PSY-OV", Assert.IsType<AssessmentEntry>(halland.Archive.Entries()[^1]).Assessment.By);
    }

    /// <summary>Goes on from the page that asks one to sign in, as one of the demo's people.</summary>
    private static async Task SignIn(Desk desk, string holder)
    {
        await desk.Page.Locator($"form.demo-users button[value='{holder}']").ClickAsync();
        await desk.Page.Locator("form.draft-form").WaitForAsync();
    }
}
