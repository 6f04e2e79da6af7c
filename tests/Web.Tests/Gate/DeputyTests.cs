using System.Net;
using Styrkedja.App.Auditing;
using Styrkedja.Region;
using Styrkedja.Tests;

namespace Styrkedja.Web.Tests.Gate;

/// <summary>A right comes with a decision and goes with its last day: the deputy of a head of administration, from the first minute to the last.</summary>
public sealed class DeputyTests(ServedHalland served)
{
    private const string Deputy = "h-ersattare";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deputy_takes_over_by_a_decision_written_in_the_form(bool scripts)
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var deputy = await Desk.At(halland, served.Browser, Deputy, scripts);
        await Answer(halland, scripts);
        Assert.Equal(HttpStatusCode.Forbidden, await deputy.Go("/drafts/1"));

        await Appoint(halland, scripts);

        Assert.Equal(HttpStatusCode.OK, await deputy.Go("/my-work"));
        Assert.Contains("ska godkännas", await deputy.Text(), StringComparison.Ordinal);
        await deputy.Go("/drafts/1");
        Assert.Equal(HttpStatusCode.OK, await deputy.Press("approve"));
        var entry = Assert.IsType<AssessmentEntry>(halland.Archive.Entries()[^1]);
        Assert.Equal(("G05", "PSY-OV"), (entry.Assessment.Subject, entry.Assessment.By));
        await deputy.Go("/my-work/rights");
        Assert.Contains("2019-03-31", await deputy.Text(), StringComparison.Ordinal);
        Assert.Equal(
            ["begun save", "done save", "begun submit", "done submit", "refused see-submitted no-such-office", "begun record", "done record draft 2", "begun approve", "done approve draft 1"],
            halland.Audit.All(new()).Reverse().Where(row => row.Kind is "write" or "decision" or "refused").Select(row => $"{row.Outcome} {row.Reason}"));
    }

    [Fact]
    public async Task A_right_ends_at_the_minute_the_appointment_ends()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await Answer(halland);
        await Appoint(halland);
        await using var deputy = await Desk.At(halland, served.Browser, Deputy);
        const string Rows = "/figure/result/2017-01..2017-01/PSY-OV?rows=first";

        // The last day in Swedish time, half a minute before midnight: summer time has come in the meantime.
        halland.Clock.Now = new(2019, 3, 31, 23, 59, 30, TimeSpan.FromHours(2));
        await deputy.SignIn(Deputy);
        await deputy.Go(Rows);
        Assert.NotEqual(0, await deputy.Page.Locator("#rows tbody tr").CountAsync());
        await deputy.Go("/drafts/1");
        var head = halland.Archive.Head();

        halland.Clock.Now = halland.Clock.Now.AddSeconds(30);
        Assert.Equal(HttpStatusCode.Forbidden, await deputy.Press("approve"));

        var told = await deputy.Text();
        Assert.Contains("rätten att se det som lämnats in", told, StringComparison.Ordinal);
        Assert.Contains("2019-03-31", told, StringComparison.Ordinal);
        Assert.Equal(head, halland.Archive.Head());
        Assert.Equal(HttpStatusCode.Forbidden, await deputy.Go("/drafts/1"));
        await deputy.Go(Rows);
        Assert.Equal(0, await deputy.Page.Locator("#rows tbody tr").CountAsync());
        var refused = halland.Audit.All(new(AuditKind.Refused)).First(row => row.Reason!.EndsWith("appointment-ended", StringComparison.Ordinal));
        Assert.Equal(halland.People.Accounts.OfHolder(Deputy)!.Id, refused.Who);
    }

    /// <summary>The head of a unit writes an answer and hands it in.</summary>
    private async Task Answer(HallandInProcess halland, bool scripts = true)
    {
        await using var head = await Desk.At(halland, served.Browser, "demo-enhetschef", scripts);
        await head.Go("/answers/new?subject=G05&by=PSY-OV&period=2018");
        await head.Fill(("fulfilment", "partly"), ("text", "Väntetiderna är kortare, men inte korta nog"));
        Assert.Equal(HttpStatusCode.OK, await head.Press("save"));
        Assert.Equal("/drafts/1", head.Path);
        Assert.Equal(HttpStatusCode.OK, await head.Press("submit"));
    }

    /// <summary>The committee's secretary records its decision on a deputy.</summary>
    private async Task Appoint(HallandInProcess halland, bool scripts = true)
    {
        await using var secretary = await Desk.At(halland, served.Browser, "demo-psy-sekreterare", scripts);
        await secretary.Go("/drafts/new?body=DN-PSY&act=appoint");
        await secretary.Fill(("title", "Ersättare för förvaltningschefen i mars"), ("acts.0.office", "C-PSY"), ("acts.0.holder", Deputy), ("acts.0.deputy", "true"), ("acts.0.valid.from", "2019-03-01"), ("acts.0.valid.to", "2019-03-31"));
        Assert.Equal(HttpStatusCode.OK, await secretary.Press("record"));
        Assert.StartsWith("/decisions/DN-PSY", secretary.Path, StringComparison.Ordinal);
        Assert.Contains("Ersättare för förvaltningschefen i mars", await secretary.Text(), StringComparison.Ordinal);
    }
}
