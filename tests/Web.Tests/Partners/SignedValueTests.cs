using System.Net;
using System.Text.RegularExpressions;
using Styrkedja.App.Archive;
using Styrkedja.App.Auditing;
using Styrkedja.App.Deciding;
using Styrkedja.App.Importing;
using Styrkedja.Region;
using Styrkedja.Web.Tests.SignIn;

namespace Styrkedja.Web.Tests.Partners;

/// <summary>A municipality signs its own value by a plain form; nobody in the region can, and their tries stand in the audit log; they may only comment.</summary>
public sealed partial class SignedValueTests
{
    private const string Region = """
        decision: RF-ORGANISATION
        body: RF
        date: 2014-10-15
        title: Organisation
        acts:
          - establish-body: {id: RS, kind: regional-executive-board, name: Regionstyrelsen, valid: 2015..}
          - establish-unit: {id: RK, name: Regionkontoret, under: RS, valid: 2015..}
          - adopt-vision: {id: VISION, text: Bästa livsplatsen, valid: 2010..}
          - adopt-programme: {id: TS, name: Tillväxtstrategi, serves: VISION, goals: [{id: T1, name: Attraktivitet, choices: [{id: T1.1, name: God tillgänglighet}]}], valid: 2014..}
          - join-partner: {id: K1380, name: Halmstads kommun, kind: municipality, place: "1380", valid: 2014..}
          - join-partner: {id: K1383, name: Varbergs kommun, kind: municipality, place: "1383", valid: 2014..}
          - adopt-indicator: {id: CYKEL, of: TS, name: Nya cykelvägar, unit: km, values-from: partners, frequency: year}
          - adopt-indicator: {id: FOLK, of: TS, name: Folkmängd, unit: personer, values-from: kolada, code: N01951, place: "1380"}
          - establish-office: {id: HALMSTAD, name: Handläggare i Halmstad, in: K1380, function: partner-officer, valid: 2015..}
          - establish-office: {id: VARBERG, name: Handläggare i Varberg, in: K1383, function: partner-officer, valid: 2015..}
          - establish-office: {id: PLAN, name: Planerare, in: RK, function: planner, valid: 2015..}
          - establish-office: {id: EKO, name: Ekonomi, in: RK, function: budget-office, valid: 2015..}
          - appoint: {office: HALMSTAD, holder: halmstad, valid: 2015..}
          - appoint: {office: VARBERG, holder: varberg, valid: 2015..}
          - appoint: {office: PLAN, holder: plan, valid: 2015..}
          - appoint: {office: EKO, holder: eko, valid: 2015..}
        ---
        decision: RS-SAMRÅD
        body: RS
        date: 2017-10-15
        title: Samråd
        acts:
          - send-for-consultation: {id: SAM, about: TS, kind: dialogue, to: [K1380, K1383], answer-by: 2099-01-31, text: Vad saknas?}
        """;

    private const string Form = "/development/partners/K1380/values/CYKEL";

    [Fact]
    public async Task A_municipality_signs_its_own_value_and_everyone_sees_who_when_and_from_where()
    {
        await using var host = await SignInHost.Start(prepare: Decided);
        Assert.Equal(HttpStatusCode.SeeOther, await Send(host, Form, host.As("halmstad"), ("period", "2017"), ("value", "4,2"), ("sex", "all"), ("from", "Gatuavdelningen")));

        var signed = Assert.Single(Values(host));
        Assert.Equal((4.2m, "K1380", "HALMSTAD", "Gatuavdelningen"), (signed.Told.Value.Value, signed.Signer.Partner, signed.Signer.Office, signed.Signer.Source));
        foreach (var path in new[] { "/development/partners/K1380", "/goals/indicators/CYKEL" })
        {
            var page = await Text(host, path, null);
            Assert.Contains("4,2", page, StringComparison.Ordinal);
            Assert.Contains("Handläggare i Halmstad", page, StringComparison.Ordinal);
            Assert.Contains("Halmstads kommun", page, StringComparison.Ordinal);
            Assert.Contains("Gatuavdelningen", page, StringComparison.Ordinal);
            Assert.Contains($"{RegionToday.TimeAt(signed.Signer.At):HH\\:mm}", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_told_anew_stands_beside_what_was_told_before()
    {
        await using var host = await SignInHost.Start(prepare: Decided);
        Assert.Equal(HttpStatusCode.SeeOther, await Send(host, Form, host.As("halmstad"), ("period", "2017"), ("value", "4,2")));
        Assert.Equal(HttpStatusCode.SeeOther, await Send(host, Form, host.As("halmstad"), ("period", "2017"), ("value", "4,6")));
        Assert.Equal([(4.6m, true), (4.2m, false)], Values(host).Select(v => (v.Told.Value.Value!.Value, v.Stands)));
        Assert.Contains("har lämnats på nytt", await Text(host, "/development/partners/K1380", null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("eko")]
    [InlineData("varberg")]
    public async Task Whoever_else_tries_is_refused_and_the_try_stands_in_the_audit_log(string holder)
    {
        await using var host = await SignInHost.Start(prepare: Decided);
        var cookie = host.As(holder);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Ask(HttpMethod.Get, Form, cookie)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await Post(host, Form, cookie, ("period", "2017"), ("value", "99")));
        Assert.Empty(Values(host));
        var refused = host.Audit.Search(new(AuditKind.Refused));
        Assert.Equal(2, refused.Count);
        Assert.All(refused, row => Assert.Equal(("refused", "K1380"), (row.Kind, row.Object)));
        Assert.All(refused, row => Assert.StartsWith("sign ", row.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Official_statistics_are_nobodys_to_sign()
    {
        await using var host = await SignInHost.Start(prepare: Decided);
        var cookie = host.As("halmstad");
        using var shown = await host.Ask(HttpMethod.Get, "/development/partners/K1380/values/FOLK", cookie);
        Assert.Equal(HttpStatusCode.Forbidden, shown.StatusCode);
        Assert.Contains("officiell statistik", WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await Post(host, "/development/partners/K1380/values/FOLK", cookie, ("period", "2017"), ("value", "99")));
        Assert.Equal(["sign nobody-signs", "sign nobody-signs"], host.Audit.Search(new(AuditKind.Refused)).Select(row => row.Reason));
    }

    [Fact]
    public async Task No_table_or_published_figure_brings_a_value_that_a_partner_signs()
    {
        await using var host = await SignInHost.Start(prepare: Decided);
        var table = "source;code;place;period;sex;part;value;status;count\npartners;CYKEL;1380;2017;all;;99;told;\n"u8.ToArray();
        Assert.Equal(["indicators.partners-sign"], new ImportIndicators(host.Archive).Import(table, "tabell.csv", new(host.Clock.GetUtcNow())).Faults.Select(f => f.Code));
        var published = "figure;value;decimals;unit;source;note;illustrative\nindicator/2017-01..2017-12/CYKEL;99;0;km;;;true\n"u8.ToArray();
        Assert.Equal(["indicators.partners-sign"], new ImportObservations(host.Archive).Import(published, "publicerat.csv", new(host.Clock.GetUtcNow())).Faults.Select(f => f.Code));
        var other = "source;code;place;period;sex;part;value;status;count\npartners;CYKEL;1383;2017;all;;99;told;\nown;CYKEL;1380;2017;all;;99;told;\n"u8.ToArray();
        Assert.Equal(["indicators.not-theirs", "indicators.not-theirs"], new SignValues(host.Archive).Sign(other, "andras.csv", "HALMSTAD", null, new(host.Clock.GetUtcNow())).Faults.Select(f => f.Code));
        Assert.Equal(["indicators.not-an-officer"], new SignValues(host.Archive).Sign(table, "regionens.csv", "PLAN", null, new(host.Clock.GetUtcNow())).Faults.Select(f => f.Code));
        Assert.Empty(Values(host));
    }

    [Fact]
    public async Task The_region_comments_the_partner_answers_and_the_value_stands()
    {
        await using var host = await SignInHost.Start(prepare: Decided);
        Assert.Equal(HttpStatusCode.SeeOther, await Send(host, Form, host.As("halmstad"), ("period", "2017"), ("value", "4,2")));
        var remark = Form + "/remark?period=2017";
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Ask(HttpMethod.Get, remark, host.As("varberg"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, await Send(host, remark, host.As("plan"), ("by", "PLAN"), ("text", "Räknas grusvägar?")));
        var comment = Assert.Single(Values(host)).Unanswered!.Assessment;
        Assert.Equal(("PLAN", "CYKEL"), (comment.By, comment.Subject));
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Ask(HttpMethod.Get, remark + "&answers=" + comment.Id, host.As("plan"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, await Send(host, remark + "&answers=" + comment.Id, host.As("halmstad"), ("by", "HALMSTAD"), ("text", "Nej, bara asfalt.")));
        var value = Assert.Single(Values(host));
        Assert.Null(value.Unanswered);
        Assert.Equal(4.2m, value.Told.Value.Value);
        var page = await Text(host, "/development/partners/K1380", null);
        Assert.Contains("Räknas grusvägar?", page, StringComparison.Ordinal);
        Assert.Contains("Nej, bara asfalt.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_comes_back_as_typed_and_an_unknown_partner_or_measure_is_not_found()
    {
        await using var host = await SignInHost.Start(prepare: Decided);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(host, Form, host.As("halmstad"), ("period", "i fjol"), ("value", "mycket")));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Ask(HttpMethod.Get, "/development/partners/K9999/values/CYKEL", host.As("halmstad"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Ask(HttpMethod.Get, "/development/partners/K1380/values/INGEN", host.As("halmstad"))).StatusCode);
        Assert.Empty(Values(host));
    }

    [Fact]
    public async Task A_partners_officer_sees_what_waits_and_decides_its_own_commitment_and_answer_by_the_drafting_form()
    {
        await using var host = await SignInHost.Start(prepare: Decided);
        var cookie = host.As("halmstad");
        Assert.Contains("Remisser och samråd att svara på", await Text(host, "/my-work", cookie), StringComparison.Ordinal);
        var signed = await Draft(host, "/drafts/new?body=K1380&act=commit-to", cookie, ("f.title", "Åtagande"), ("f.acts.0.id", "Å1"), ("f.acts.0.text", "Tio km"), ("f.acts.0.to", "T1.1"), ("f.acts.0.valid.from", "2026-01-01"), ("f.acts.0.indicator", "CYKEL"));
        Assert.Equal(HttpStatusCode.SeeOther, signed);
        Assert.Equal(HttpStatusCode.SeeOther, await Draft(host, "/drafts/new?body=K1380&act=answer-consultation&consultation=SAM", cookie, ("f.title", "Svar"), ("f.acts.0.position", "supports"), ("f.acts.0.text", "Inget saknas")));
        Assert.Contains("Tio km", await Text(host, "/development/partners/K1380", null), StringComparison.Ordinal);
        Assert.Contains("Inget saknas", await Text(host, "/development/consultations/SAM", null), StringComparison.Ordinal);
        Assert.Contains("1 av 2", await Text(host, "/development/consultations", null), StringComparison.Ordinal);
        Assert.DoesNotContain("Remisser och samråd att svara på", await Text(host, "/my-work", cookie), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await Draft(host, "/drafts/new?body=K1383&act=commit-to", cookie, ("f.body", "K1383"), ("f.title", "Åt en annan"), ("f.acts.0.id", "Å2"), ("f.acts.0.text", "Noll"), ("f.acts.0.to", "T1"), ("f.acts.0.valid.from", "2026-01-01")));
    }

    private static void Decided(RegionArchive archive)
    {
        var decided = new RecordDecisions(archive).Record([(Region, "f.yaml")], null, check: false);
        Assert.Equal([], decided.Faults.Concat(decided.Recordings.SelectMany(r => r.Verdict.Faults)).Select(f => $"{f.Code} {f.Found}"));
        Assert.False(decided.Refused);
    }

    private static IReadOnlyList<SignedValue> Values(SignInHost host) => SignedValue.AllIn(host.Archive.StateAt(new(DateOnly.MaxValue, host.Archive.Head().Position)));

    private static async Task<string> Text(SignInHost host, string path, string? cookie)
    {
        using var answer = await host.Ask(HttpMethod.Get, path, cookie);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace('\u00a0', ' ');
    }

    /// <summary>Fills in the form that stands at an address and sends it there.</summary>
    private static Task<HttpStatusCode> Send(SignInHost host, string path, string cookie, params (string Name, string Value)[] fields) => Sent(host, path, path, cookie, fields);

    /// <summary>The same by someone to whom no such form is shown: with the token of a page that they may see.</summary>
    private static Task<HttpStatusCode> Post(SignInHost host, string path, string cookie, params (string Name, string Value)[] fields) => Sent(host, "/account", path, cookie, fields);

    private static Task<HttpStatusCode> Draft(SignInHost host, string path, string cookie, params (string Name, string Value)[] fields) => Sent(host, path, "/drafts", cookie, [.. fields, ("do", "record")]);

    private static async Task<HttpStatusCode> Sent(SignInHost host, string shown, string path, string cookie, (string Name, string Value)[] fields)
    {
        using var form = await host.Ask(HttpMethod.Get, shown, cookie);
        var html = await form.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var filled = Boxes().Matches(html[html.IndexOf("<main", StringComparison.Ordinal)..]).GroupBy(m => m.Groups[1].Value).ToDictionary(g => g.Key, g => WebUtility.HtmlDecode(g.Last().Groups[2].Value));
        if (path == "/drafts")
            filled["f.body"] = "K1380";
        foreach (var (name, value) in fields)
            filled[name] = value;
        filled["__RequestVerificationToken"] = Token().Match(html).Groups[1].Value;
        var kept = form.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0])) : null;
        using var content = new FormUrlEncodedContent(filled);
        using var answer = await host.Ask(HttpMethod.Post, path, cookie, content, kept);
        return answer.StatusCode;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<input(?![^>]*checkbox)[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Boxes();
}
