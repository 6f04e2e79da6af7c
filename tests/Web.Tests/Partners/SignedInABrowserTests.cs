using System.Net;
using Styrkedja.App.Auditing;
using Styrkedja.Region;
using Styrkedja.Tests;
using Styrkedja.Web.Tests.Gate;

namespace Styrkedja.Web.Tests.Partners;

/// <summary>In a real browser, with and without scripts: Halmstad signs its own value, and someone in the region cannot.</summary>
public sealed class SignedInABrowserTests(ServedHalland served)
{
    private const string Form = "/development/partners/K1380/values/TS-CYKEL";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_municipality_signs_and_the_region_is_refused_and_the_value_shows_signer_time_and_source(bool scripts)
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        var before = Signed(halland).Count;
        await using var planner = await Desk.At(halland, served.Browser, "demo-planerare", scripts);
        Assert.Equal(HttpStatusCode.Forbidden, await planner.Go(Form));
        var refused = halland.Audit.Search(new(AuditKind.Refused))[0];
        Assert.Equal(("K1380", "sign no-such-office"), (refused.Object, refused.Reason));

        await using var officer = await Desk.At(halland, served.Browser, "demo-kommun", scripts);
        await officer.Go("/my-work");
        await officer.Page.Locator($"a[href='{Form}']").ClickAsync();
        await officer.Page.Locator("[name=value]").FillAsync("5,5");
        await officer.Page.Locator("[name=from]").FillAsync("Gatuavdelningens byggda sträckor");
        await officer.Page.Locator("button[value=sign]").ClickAsync();
        await officer.Page.WaitForURLAsync("**/development/partners/K1380#values");

        Assert.Equal(before + 1, Signed(halland).Count);
        var row = (await officer.Page.Locator("#values tbody tr", new() { HasText = "5,5" }).InnerTextAsync()).Replace('\u00a0', ' ');
        Assert.Contains("Handläggare, Halmstads kommun", row, StringComparison.Ordinal);
        Assert.Contains("2019-03-01 10:00", row, StringComparison.Ordinal);
        Assert.Contains("Gatuavdelningens byggda sträckor", row, StringComparison.Ordinal);
        await planner.Go("/development/partners/K1380");
        Assert.Equal(0, await planner.Page.Locator($"a[href='{Form}']").CountAsync());
        await planner.Page.Locator("#values a[href*='/remark']").First.ClickAsync();
        await planner.Page.Locator("[name=text]").FillAsync("Ingår grusvägar?");
        await planner.Page.Locator("button[value=say]").ClickAsync();
        await planner.Page.WaitForURLAsync("**/development/partners/K1380#values");
        Assert.Contains("Ingår grusvägar?", await planner.Text(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<SignedValue> Signed(HallandInProcess halland) => SignedValue.AllIn(halland.Archive.StateAt(new(DateOnly.MaxValue, halland.Archive.Head().Position)));
}
