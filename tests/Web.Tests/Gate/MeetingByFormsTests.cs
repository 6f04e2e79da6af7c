using System.Net;
using Styrkedja.Region;
using Styrkedja.Tests;

namespace Styrkedja.Web.Tests.Gate;

/// <summary>A committee's meeting from notice to verified minutes, by forms alone.</summary>
public sealed class MeetingByFormsTests(ServedHalland served)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_meeting_is_called_a_decision_voted_on_and_the_minutes_verified(bool scripts)
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var secretary = await Desk.At(halland, served.Browser, "demo-psy-sekreterare", scripts);
        await secretary.Go("/drafts/new?body=DN-PSY&act=call-meeting");
        await secretary.Fill(("title", "Kallelse till sammanträde"), ("acts.0.id", "DN-PSY-2019-03-13"), ("acts.0.day", "2019-03-13"), ("acts.0.agenda.0.item", "1"), ("acts.0.agenda.0.title", "Förbrukningsmaterial i öppenvården"));
        Assert.Equal(HttpStatusCode.OK, await secretary.Press("record"));
        await secretary.Go("/meetings/DN-PSY-2019-03-13");
        Assert.Contains("Förbrukningsmaterial i öppenvården", await secretary.Text(), StringComparison.Ordinal);

        halland.Clock.Now = new(2019, 3, 13, 13, 0, 0, TimeSpan.Zero);
        await secretary.SignIn("demo-psy-sekreterare");
        await secretary.Go("/meetings/DN-PSY-2019-03-13");
        await secretary.Page.Locator(".agenda .do a").First.ClickAsync();
        await secretary.Page.Locator("select[name='new-act']").SelectOptionAsync("decide-matter");
        await secretary.Press("add-act");
        await secretary.Fill(
            ("paragraph", "§ 4"), ("acts.0.matter", "läkemedel-och-förbrukning"), ("acts.0.text", "Ramavtalet förlängs ett år"),
            ("minute.manner", "vote"), ("minute.votes.0.party", "S"), ("minute.votes.0.yes", "6"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await secretary.Press("record"));
        Assert.Contains("utanför reglementet för DN-PSY", await secretary.Text(), StringComparison.Ordinal);
        await secretary.Fill(("taken", "true"), ("exception", "Reglementet ses över"));
        Assert.Equal(HttpStatusCode.OK, await secretary.Press("record"));
        var recorded = Assert.IsType<DecisionEntry>(halland.Archive.Entries()[^1]).Decision;
        Assert.Equal(("§ 4", "DN-PSY-2019-03-13"), (recorded.Paragraph, recorded.Minute!.Meeting));
        Assert.Contains("Ramavtalet förlängs ett år", await secretary.Text(), StringComparison.Ordinal);

        await using var chair = await Desk.At(halland, served.Browser, "demo-ordforande", scripts);
        await chair.Go("/meetings/DN-PSY-2019-03-13");
        Assert.Contains("Förbrukningsmaterial i öppenvården", await chair.Text(), StringComparison.Ordinal);
        await chair.Page.Locator("a[href*='verify-minutes']").ClickAsync();
        await chair.Fill(("title", "Protokollet justerat"), ("acts.0.verified", "2019-03-13"), ("acts.0.announced", "2019-03-13"), ("acts.0.where", "Nämndkansliet"));
        Assert.Equal(HttpStatusCode.OK, await chair.Press("record"));
        await chair.Go("/meetings/DN-PSY-2019-03-13");
        Assert.Contains("Nämndkansliet", await chair.Text(), StringComparison.Ordinal);
        Assert.Contains("2019-04-03", await chair.Text(), StringComparison.Ordinal);
    }
}
