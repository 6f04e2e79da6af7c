using System.Net;
using Microsoft.Playwright;
using Styrkedja.Store.Drafts;
using Styrkedja.Tests;
using Styrkedja.Web.Tests.Gate;

namespace Styrkedja.Web.Tests.Drafting;

/// <summary>Two people who write the same answer at once, each at a browser of their own: nothing that either has typed is lost.</summary>
public sealed class TwoWritersTests(ServedHalland served)
{
    private const string New = "/answers/new?owner=DN-PSY&by=DN-PSY&subject=G05&period=2018";

    [Fact]
    public async Task What_is_typed_is_saved_by_itself_and_of_two_texts_both_are_shown_and_joined()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var secretary = await Desk.At(halland, served.Browser, "demo-psy-sekreterare");
        await using var chair = await Desk.At(halland, served.Browser, "demo-ordforande");
        await secretary.Go(New);
        await secretary.Fill(("text", "Köerna är kortare."));
        await SavedAs(secretary, 1);
        Assert.Equal("/drafts/1", secretary.Path);
        await chair.Go("/drafts/1");

        await secretary.Fill(("text", "Köerna är kortare än i våras."));
        await SavedAs(secretary, 2);
        await chair.Fill(("text", "Fler får tid i rätt tid."), ("fulfilment", "partly"));
        await chair.Page.Locator("[data-told] button").WaitForAsync();
        Assert.Equal("Fler får tid i rätt tid.", await Box(chair, "text"));

        var answer = await chair.Page.RunAndWaitForResponseAsync(() => chair.Page.Locator("[data-told] button").ClickAsync(), response => response.Request.IsNavigationRequest);
        Assert.Equal((int)HttpStatusCode.Conflict, answer.Status);
        await chair.Page.WaitForLoadStateAsync();
        Assert.Contains("text: Köerna är kortare än i våras.", await chair.Text(), StringComparison.Ordinal);
        Assert.Equal("Fler får tid i rätt tid.", await Box(chair, "text"));

        Assert.Equal(HttpStatusCode.OK, await chair.Press("join"));
        Assert.Equal("Köerna är kortare än i våras.\n\nFler får tid i rätt tid.", await Box(chair, "text"));
        Assert.Equal("partly", await Box(chair, "fulfilment"));
        Assert.Equal(HttpStatusCode.OK, await chair.Press("save"));

        Assert.Equal(3, Latest(halland).Number);
        Assert.All(["Köerna är kortare än i våras.", "Fler får tid i rätt tid.", "fulfilment: partly"], text => Assert.Contains(text, Latest(halland).Content.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("save", "Ordförandens ord", 3)]
    [InlineData("take-theirs", "Sekreterarens ord", 4)]
    public async Task Without_scripts_one_text_is_chosen_and_the_other_stays_as_a_version(string button, string kept, int number)
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var secretary = await Desk.At(halland, served.Browser, "demo-psy-sekreterare", scripts: false);
        await using var chair = await Desk.At(halland, served.Browser, "demo-ordforande", scripts: false);
        await secretary.Go(New);
        await secretary.Fill(("text", "Grunden"));
        await secretary.Press("save");
        await chair.Go("/drafts/1");
        await secretary.Fill(("text", "Sekreterarens ord"));
        await secretary.Press("save");
        await chair.Fill(("text", "Ordförandens ord"));
        Assert.Equal(HttpStatusCode.Conflict, await chair.Press("save"));

        Assert.Equal(HttpStatusCode.OK, await chair.Press(button));

        Assert.Equal(number, Latest(halland).Number);
        Assert.Contains(kept, Latest(halland).Content.Text, StringComparison.Ordinal);
        await chair.Go("/drafts/1");
        var page = await chair.Page.ContentAsync();
        Assert.All(["Grunden", "Sekreterarens ord", "Ordförandens ord"], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    private static Task SavedAs(Desk desk, int number) => Assertions.Expect(desk.Page.Locator("form.draft-form [name=seen]")).ToHaveValueAsync($"{number}", new() { Timeout = 20_000 });

    private static Task<string> Box(Desk desk, string box) => desk.Page.Locator($"form.draft-form [name='f.{box}']").InputValueAsync();

    private static Draft Latest(HallandInProcess halland)
    {
        using var drafts = DraftFile.Open(halland.Archive.Folder);
        return drafts.Find(1)!;
    }
}
