using System.Net;
using Styrkedja.App.Auditing;
using Styrkedja.Tests;

namespace Styrkedja.Web.Tests.Gate;

/// <summary>An act that no office allows: told which right was missing and who could give it, with nothing changed, and in the audit log.</summary>
public sealed class RefusedActTests(ServedHalland served)
{
    [Fact]
    public async Task A_head_of_a_unit_cannot_record_the_committees_decision_by_a_form_made_by_hand()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var head = await Desk.At(halland, served.Browser, "demo-enhetschef");
        await head.Go("/drafts/new?body=DN-PSY&act=decide-matter");
        await head.Fill(("title", "Nya lokaler"), ("acts.0.matter", "lokaler"), ("acts.0.text", "Avdelningen flyttar"));
        Assert.Equal(0, await head.Page.Locator("form.draft-form button[value=record]").CountAsync());
        var before = halland.Archive.Head();

        // The button that the page does not show is put there by hand; the token is the page's own.
        await head.Page.EvaluateAsync("document.querySelector('form.draft-form button[value=look]').value = 'record'");
        Assert.Equal(HttpStatusCode.Forbidden, await head.Press("record"));

        var told = await head.Text();
        Assert.Contains("Det krävs rätten att anteckna organets beslut", told, StringComparison.Ordinal);
        Assert.Contains("Sekreterare i Driftnämnden Psykiatri", told, StringComparison.Ordinal);
        Assert.Equal(before, halland.Archive.Head());
        var refused = halland.Audit.All(new(AuditKind.Refused)).First();
        Assert.Equal(("refused", "DN-PSY", "draft 1"), (refused.Outcome, refused.Office, refused.Object));
        Assert.StartsWith("record record", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(halland.People.Accounts.OfHolder("demo-enhetschef")!.Id, refused.Who);
    }
}
