using System.Net;
using Styrkedja.Facts;
using Styrkedja.Tests;
using Styrkedja.Web.Tests.Gate;

namespace Styrkedja.Web.Tests.Indicators;

/// <summary>Whoever answers for an own indicator tells its values in a form; what was told before stays.</summary>
public sealed class IndicatorEntryTests(ServedHalland served)
{
    private const string Indicator = "I-06-2";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_value_told_is_kept_beside_those_before(bool scripts)
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var secretary = await Desk.At(halland, served.Browser, "demo-psy-sekreterare", scripts);
        await secretary.Go($"/goals/indicators/{Indicator}?period=2017");
        await secretary.Page.Locator("a[href$='/value']").ClickAsync();

        Assert.Equal(HttpStatusCode.OK, await Tell(halland, secretary, "2018", "81,5"));
        Assert.Equal(HttpStatusCode.OK, await Tell(halland, secretary, "2018", "82"));
        Assert.Equal(HttpStatusCode.OK, await Tell(halland, secretary, "2018", "81,5"));

        Assert.Equal([81.5m, 82m, 81.5m], Told(halland));
        await secretary.Go($"/goals/indicators/{Indicator}?period=2018&asOf=2019-12-31");
        Assert.Contains("81,5", await secretary.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_comes_back_with_what_was_typed_and_nothing_is_kept()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var secretary = await Desk.At(halland, served.Browser, "demo-psy-sekreterare", scripts: false);
        var head = halland.Archive.Head();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Tell(halland, secretary, "i fjol", "mycket;2"));

        Assert.Equal("mycket;2", await secretary.Page.Locator("[name=value]").InputValueAsync());
        Assert.Contains("i fjol", await secretary.Text(), StringComparison.Ordinal);
        Assert.Equal(head, halland.Archive.Head());
    }

    [Fact]
    public async Task Nobody_tells_what_another_body_answers_for()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var other = await Desk.At(halland, served.Browser, "demo-rf-sekreterare", scripts: false);
        Assert.Equal(HttpStatusCode.Forbidden, await other.Go($"/goals/indicators/{Indicator}/value"));
        await other.Go("/drafts/new");
        var form = other.Browser.APIRequest.CreateFormData();
        form.Set("__RequestVerificationToken", await other.Page.Locator("[name=__RequestVerificationToken]").First.InputValueAsync());
        form.Set("period", "2018");
        form.Set("value", "99");
        var made = await other.Browser.APIRequest.PostAsync(new Uri(halland.Address, $"/goals/indicators/{Indicator}/value").ToString(), new() { Form = form, Headers = [new("Origin", halland.Address.GetLeftPart(UriPartial.Authority))] });
        Assert.Equal((int)HttpStatusCode.Forbidden, made.Status);
        Assert.Empty(Told(halland));
        await using var secretary = await Desk.At(halland, served.Browser, "demo-psy-sekreterare", scripts: false);
        Assert.Equal(HttpStatusCode.NotFound, await secretary.Go("/goals/indicators/I-FIN-2/value"));
        await secretary.Go("/goals/indicators/I-FIN-2");
        Assert.Equal(0, await secretary.Page.Locator("a[href$='/value']").CountAsync());
    }

    private static async Task<HttpStatusCode> Tell(HallandInProcess halland, Desk desk, string period, string value)
    {
        // Two values of one moment could not be told apart.
        halland.Clock.Now = halland.Clock.Now.AddSeconds(1);
        await desk.Go($"/goals/indicators/{Indicator}/value");
        await desk.Page.Locator("[name=period]").FillAsync(period);
        await desk.Page.Locator("[name=value]").FillAsync(value);
        var answer = await desk.Page.RunAndWaitForResponseAsync(() => desk.Page.Locator("button[value=tell]").ClickAsync(), response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400);
        await answer.FinishedAsync();
        return (HttpStatusCode)answer.Status;
    }

    private static IEnumerable<decimal?> Told(HallandInProcess halland) =>
        halland.Archive.StateAt(new(DateOnly.MaxValue, halland.Archive.Head().Position)).Indicators.Everything("own", Indicator, "REGION", Sex.All).Select(t => t.Value.Value);
}
