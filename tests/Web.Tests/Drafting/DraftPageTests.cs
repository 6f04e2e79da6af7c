using System.Net;
using Styrkedja.Formats.Decisions;
using Styrkedja.Region;
using Styrkedja.Store.Drafts;

namespace Styrkedja.Web.Tests.Drafting;

/// <summary>Drafts written on the web: from an empty form to the journal, and what comes back when something is wrong.</summary>
public sealed class DraftPageTests
{
    private static readonly (string, string)[] s_purchase =
    [
        ("f.body", "DN-A"), ("f.title", "Inköp av fläktar"), ("f.acts.0.matter", "utrustning"), ("f.acts.0.text", "Två fläktar köps in"), ("f.acts.0.amount", "1,5 mnkr"),
    ];

    [Fact]
    public async Task A_decision_is_written_submitted_approved_and_recorded_by_four_hands()
    {
        await using var served = await ServedOffices.Start();
        var saved = await served.Press("H-MED", "/drafts/new?body=DN-A&act=decide-matter", "save", s_purchase);
        Assert.Equal((HttpStatusCode.SeeOther, "/drafts/1"), (saved.Status, saved.Next));
        Assert.Contains("Driftnämnd A får besluta det", (await served.See("H-MED", "/drafts/1")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await served.See("H-GRANNE", "/drafts/1")).Status);
        Assert.Equal(HttpStatusCode.Found, (await served.See("", "/drafts/1")).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await served.Press("H-ENHET", "/drafts/1", "submit")).Status);
        Assert.Contains("En sak väntar på dig: Inköp av fläktar ska godkännas", (await served.See("H-CHEF", "/my-work")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await served.Press("H-CHEF", "/drafts/1", "approve")).Status);
        Assert.Contains("Inköp av fläktar ska antecknas", (await served.See("H-SEK", "/my-work")).Html, StringComparison.Ordinal);
        var recorded = await served.Press("H-SEK", "/drafts/1", "record", ("f.paragraph", "§ 12"));

        Assert.Equal(HttpStatusCode.SeeOther, recorded.Status);
        Assert.Equal("/decisions/DN-A-2026-11-27", recorded.Next);
        var entry = Assert.IsType<DecisionEntry>(served.Region.Archive.Entries()[^1]);
        Assert.Equal(("§ 12", "Inköp av fläktar"), (entry.Decision.Paragraph, entry.Decision.Title.Sv));
        Assert.Contains("Två fläktar köps in", (await served.See("", recorded.Next!)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_comes_back_with_everything_typed_and_nothing_recorded()
    {
        await using var served = await ServedOffices.Start();
        var head = served.Region.Archive.Head();

        var (status, html, _) = await served.Press("H-SEK", "/drafts/new?body=DN-A&act=decide-matter", "record", [.. s_purchase, ("f.date", "i övermorgon"), ("f.acts.0.amount", "mycket")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("value=\"i övermorgon\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"mycket\"", html, StringComparison.Ordinal);
        Assert.Contains("mycket är inget belopp", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#f.acts.0.amount\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Equal(head, served.Region.Archive.Head());

        var mended = await served.Send("H-SEK", html, "record", ("f.date", "2026-11-27"), ("f.acts.0.amount", "1 mnkr"));
        Assert.Equal(HttpStatusCode.SeeOther, mended.Status);
    }

    [Fact]
    public async Task A_decision_beyond_the_body_is_told_beforehand_with_the_rule_and_who_could()
    {
        await using var served = await ServedOffices.Start();
        (string, string)[] frame = [("f.body", "DN-A"), ("f.title", "Ram"), ("f.acts.0.year", "2027"), ("f.acts.0.from", "REGION"), ("f.acts.0.to", "DN-A"), ("f.acts.0.kind", "grant"), ("f.acts.0.amount", "1 mnkr")];

        var looked = await served.Press("H-SEK", "/drafts/new?body=DN-A&act=set-frame", "look", frame);
        var refused = await served.Send("H-SEK", looked.Html, "record");
        var taken = await served.Send("H-SEK", refused.Html, "record", ("f.taken", "true"), ("f.exception", "Bråttom"));

        Assert.Equal(HttpStatusCode.OK, looked.Status);
        var text = WebUtility.HtmlDecode(looked.Html);
        Assert.Contains("Driftnämnd A får inte besluta detta", text, StringComparison.Ordinal);
        Assert.Contains("kap.", text, StringComparison.Ordinal);
        Assert.Contains("/what-if?year=2027", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.SeeOther, taken.Status);
    }

    [Fact]
    public async Task Someone_without_the_right_is_told_which_and_nothing_changes()
    {
        await using var served = await ServedOffices.Start();
        await served.Press("H-MED", "/drafts/new?body=DN-A&act=decide-matter", "save", s_purchase);
        var page = await served.See("H-MED", "/drafts/1");

        var refused = await served.Press("H-MED", "/drafts/1", "submit");

        Assert.DoesNotContain("value=\"submit\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Det krävs rätten att lämna in", WebUtility.HtmlDecode(refused.Html), StringComparison.Ordinal);
        Assert.Equal((DraftState.Draft, 1), (served.Region.File.Find(1)!.State, served.Region.File.Find(1)!.Number));
        var own = (await served.See("H-GRANNE", "/drafts/new?body=DN-A")).Html.Replace("action=\"/drafts\"", "action=\"/drafts/1\"", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await served.Send("H-GRANNE", own, "save")).Status);
    }

    [Fact]
    public async Task Of_two_writers_the_later_sees_both_texts()
    {
        await using var served = await ServedOffices.Start();
        await served.Press("H-MED", "/drafts/new?body=DN-A&act=decide-matter", "save", s_purchase);
        var mine = (await served.Press("H-MED", "/drafts/1", "look", ("f.title", "Medarbetarens rubrik"))).Html;
        await served.Press("H-ENHET", "/drafts/1", "save", ("f.title", "Chefens rubrik"));

        var conflict = await served.Send("H-MED", mine, "save");

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var text = WebUtility.HtmlDecode(conflict.Html);
        Assert.Contains("title: Chefens rubrik", text, StringComparison.Ordinal);
        Assert.Contains("value=\"Medarbetarens rubrik\"", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await served.Send("H-MED", conflict.Html, "save")).Status);
        Assert.Equal(["Inköp av fläktar", "Chefens rubrik", "Medarbetarens rubrik"], served.Region.File.Versions(1).Select(v => v.Content.Title));
    }

    [Fact]
    public async Task A_partners_officer_signs_an_answer_that_the_development_page_shows()
    {
        await using var served = await ServedOffices.Start();

        var signed = await served.Press("H-KOM", "/answers/new?subject=RUS&by=KOM&period=2026", "record", ("f.fulfilment", "fulfilled"), ("f.text", "Vi har gjort vårt"));

        Assert.Equal(HttpStatusCode.SeeOther, signed.Status);
        Assert.Equal("KOM", Assert.IsType<AssessmentEntry>(served.Region.Archive.Entries()[^1]).Assessment.By);
        Assert.Contains("Vi har gjort vårt", (await served.See("", "/development")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_get_more_rows_acts_are_added_and_the_text_can_be_edited()
    {
        await using var served = await ServedOffices.Start();
        var page = (await served.Press("H-SEK", "/drafts/new?body=DN-A", "add-act", ("new-act", "call-meeting"))).Html;
        page = (await served.Send("H-SEK", page, "more:acts.0.agenda", ("f.acts.0.id", "M-1"), ("f.acts.0.day", "2026-12-10"), ("f.acts.0.agenda.0.item", "1"), ("f.acts.0.agenda.0.title", "Budget"))).Html;
        Assert.Contains("name=\"f.acts.0.agenda.3.title\"", page, StringComparison.Ordinal);
        page = (await served.Send("H-SEK", page, "use-text", ("text", "decision: DN-A-kallelse\nbody: DN-A\ndate: 2026-11-27\ntitle: Kallelse\nacts:\n- call-meeting: {id: M-1, body: DN-A, day: 2026-12-10, agenda: [{item: 1, title: Budget}]}\n"))).Html;
        Assert.Contains("value=\"Kallelse\"", page, StringComparison.Ordinal);

        var recorded = await served.Send("H-SEK", page, "record");

        Assert.Equal("/decisions/DN-A-kallelse", recorded.Next);
        Assert.Contains("Driftnämnd A 2026-12-10", (await served.See("H-SEK", "/my-work")).Html, StringComparison.Ordinal);
        Assert.Contains("Anteckna beslut", (await served.See("H-SEK", "/drafts/new?body=DN-A&meeting=M-1")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_act_has_a_form_with_a_label_for_every_box()
    {
        await using var served = await ServedOffices.Start();
        foreach (var form in ActForms.All)
        {
            foreach (var language in new[] { "sv", "en" })
            {
                var (status, html) = await served.See("H-SEK", $"/drafts/new?body=DN-A&act={form.Name}&lang={language}");
                Assert.Equal(HttpStatusCode.OK, status);
                foreach (var untold in new[] { ">field.", ">act-name.", ">word.", ">act-family.", "> field.", ">hint.", ">draft.", "-kind." })
                    Assert.False(html.Split("<main")[1].Contains(untold, StringComparison.Ordinal), $"{form.Name} in {language} says {untold}");
                foreach (var field in form.Fields)
                    Assert.Contains($"f.acts.0.{field.Name}", html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Nothing_is_taken_without_the_token_and_nothing_of_it_is_kept_by_a_browser()
    {
        await using var served = await ServedOffices.Start();

        Assert.Equal(HttpStatusCode.SeeOther, await served.SendBare("H-MED", "/drafts"));
        Assert.Null(served.Region.File.Find(1));
    }

    [Fact]
    public async Task Rights_are_told_with_the_decision_behind_them_and_why_not()
    {
        await using var served = await ServedOffices.Start();
        var page = (await served.See("H-SEK", "/my-work/rights")).Html;
        Assert.Contains("Sekreterare A", page, StringComparison.Ordinal);
        Assert.Contains("anteckna organets beslut", page, StringComparison.Ordinal);
        Assert.Contains("/decisions/RF-1", page, StringComparison.Ordinal);

        Assert.Contains("Ja, som Sekreterare A", (await served.See("H-SEK", "/my-work/rights?right=record&about=DN-A")).Html, StringComparison.Ordinal);
        Assert.Contains("Nej. Det krävs rätten att godkänna", (await served.See("H-SEK", "/my-work/rights?right=approve&about=DN-A")).Html, StringComparison.Ordinal);
        Assert.Contains("Ingenting väntar på dig", (await served.See("H-SEK", "/my-work")).Html, StringComparison.Ordinal);
    }
}
