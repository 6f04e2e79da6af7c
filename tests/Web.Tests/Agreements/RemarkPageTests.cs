using System.Net;
using System.Text.RegularExpressions;
using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.App.Importing;
using Styrkedja.App.Settling;
using Styrkedja.Calendar;
using Styrkedja.Formats.Care;
using Styrkedja.Web.Tests.SignIn;

namespace Styrkedja.Web.Tests.Agreements;

/// <summary>A provider sees its own settlement, asks about a line and is answered, by plain forms; others see no amounts.</summary>
public sealed partial class RemarkPageTests
{
    private const string Region = """
        decision: RF-ORGANISATION
        body: RF
        date: 2014-10-15
        title: Organisation
        acts:
          - establish-body: {id: RS, kind: regional-executive-board, name: Regionstyrelsen, valid: 2015..}
          - establish-unit: {id: RS1, name: Finansiering, under: RS, valid: 2015..}
          - open-cost-centres: {unit: RS1, codes: [{code: 900, name: Köpt vård}], valid: 2015..}
        ---
        decision: RS-AVTAL-2017
        body: RS
        date: 2016-12-14
        title: Avtal 2017
        acts:
          - adopt-chart: {id: K, groups: [{id: care, name: Vård, line: operating-costs, accounts: [{from: 4000, to: 6999}]}, {id: balance, name: Balans, line: balance-sheet, accounts: [{from: 1000, to: 2999}]}], valid: 2015..}
          - adopt-counterparties: {entries: [{code: 70, name: Regionstyrelsen, kind: internal, subject: RS}, {code: 90, name: Ek, kind: private-company}]}
          - authorise-provider: {id: EK, regime: private, counterparty: 90, valid: 2015.., name: Vårdcentralen Ek, hsa: SE5560000001-0001, sites: [{name: Storgatan}]}
          - authorise-provider: {id: ALM, regime: private, counterparty: 91, valid: 2015.., name: Vårdcentralen Alm}
          - set-price-list: {id: PL, name: Besök, prices: [{code: läkarbesök, price: 1 500 kr}], valid: 2017}
          - set-payment-model: {id: VC, name: Vårdcentral, contacts: [{id: besök, prices: PL, by: type}], valid: 2017}
          - sign-agreement: {id: AVT-EK, payer: RS1, provider: EK, scope: Primärvård, basis: choice-of-care, valid: 2017.., model: VC}
          - establish-office: {id: VG-EK, name: Verksamhetschef Ek, in: EK, function: provider-officer, valid: 2015..}
          - establish-office: {id: VG-ALM, name: Verksamhetschef Alm, in: ALM, function: provider-officer, valid: 2015..}
          - establish-office: {id: BEST, name: Beställare, in: RS1, function: commissioner, valid: 2015..}
          - appoint: {office: VG-EK, holder: ek, valid: 2015..}
          - appoint: {office: VG-ALM, holder: alm, valid: 2015..}
          - appoint: {office: BEST, holder: best, valid: 2015..}
        """;

    private const string Accounts = "series: AVR\ncost-centre: 900\nfinancier: 70\nown: {cost: 4500, revenue: 3100}\nprivate: {cost: 4600, debt: 2440}\nout-of-region: {cost: 4700, debt: 2440}\nproviders: []\n";

    private const string Line = "agreement=AVT-EK&month=2017-03&component=bes%C3%B6k";

    private const string Form = "/care/providers/EK/remark?" + Line;

    [Fact]
    public async Task A_provider_asks_about_a_line_and_the_payer_answers_and_both_see_it()
    {
        await using var host = await SignInHost.Start(prepare: Settled);
        var (ek, best) = (host.As("ek"), host.As("best"));

        var page = await Text(host, "/care/providers/EK", ek);
        Assert.Contains("3\u00A0000,00", page, StringComparison.Ordinal);
        Assert.Contains("RS-AVTAL-2017", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await Say(host, Form, ek, ("by", "VG-EK"), ("says", "objection"), ("text", "Det var \"tre\" besök: #1 åäö\nse bilaga")));

        Assert.Contains("Det var", await Text(host, "/care/providers/EK", ek), StringComparison.Ordinal);
        var answer = Form + "&answers=" + Uri.EscapeDataString("S-AVT-EK-2017-03-besök-1");
        Assert.Contains("answers=S-AVT-EK-2017-03-bes", await Page(host, "/care/agreements/AVT-EK", best), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await Say(host, answer, best, ("by", "BEST"), ("says", "correction"), ("text", "Det tredje kommer med i april.")));

        foreach (var who in new[] { ek, best })
        {
            var told = await Text(host, "/care/providers/EK", who);
            Assert.Contains("Det var \"tre\" besök: #1 åäö", told, StringComparison.Ordinal);
            Assert.Contains("svar med rättelse i nästa avräkning", told, StringComparison.Ordinal);
            Assert.Contains("Verksamhetschef Ek", told, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("&amp;answers=", await Page(host, "/care/providers/EK", best), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("alm")]
    public async Task Others_see_the_agreement_but_no_amount_and_nothing_said(string? holder)
    {
        await using var host = await SignInHost.Start(prepare: Settled);
        Assert.Equal(HttpStatusCode.SeeOther, await Say(host, Form, host.As("ek"), ("by", "VG-EK"), ("says", "question"), ("text", "Hemlig fråga")));
        var cookie = holder is null ? null : host.As(holder);
        foreach (var path in new[] { "/care/providers/EK", "/care/agreements/AVT-EK", "/care/agreements" })
        {
            var page = await Text(host, path, cookie);
            Assert.Contains("Primärvård", page, StringComparison.Ordinal);
            Assert.DoesNotContain("000,00", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Hemlig", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_speaks_for_another_party_and_nothing_is_kept_without_words()
    {
        await using var host = await SignInHost.Start(prepare: Settled);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Ask(HttpMethod.Get, Form, host.As("alm"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Ask(HttpMethod.Get, Form, host.As("best"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Say(host, Form, host.As("ek"), ("by", "VG-EK"), ("says", "question"), ("text", "  ")));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Ask(HttpMethod.Get, "/care/providers/EK/remark?agreement=AVT-EK&month=2017-04&component=bes%C3%B6k", host.As("ek"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Ask(HttpMethod.Get, "/care/providers/ALM/remark?" + Line, host.As("ek"))).StatusCode);
    }

    private static void Settled(RegionArchive archive)
    {
        var decided = new RecordDecisions(archive).Record([(Region, "f.yaml")], null, check: false);
        Assert.Equal([], decided.Faults.Concat(decided.Recordings.SelectMany(r => r.Verdict.Faults)).Select(f => $"{f.Code} {f.Found}"));
        Assert.False(decided.Refused);
        var moment = new DateTimeOffset(2017, 6, 10, 12, 0, 0, TimeSpan.Zero);
        var file = Path.Combine(archive.Folder, "kontakter.csv");
        File.WriteAllText(file, "contact;person;date;provider;type;municipality;age_band;sex\n4c1f09aa52e7d310;9b3e7a0155c2f846;2017-03-01;EK;läkarbesök;1380;40-44;women\n4c1f09aa52e7d311;9b3e7a0155c2f846;2017-03-02;EK;läkarbesök;1380;40-44;women\n");
        Assert.NotNull(new ImportCare(archive).Contacts([new(file, "kontakter.csv")], new(moment))[0].Batch);
        Assert.Equal([], new SettleMonth(archive).Approve(new Month(2017, 3), SettlementAccounts.Read(Accounts, "konton.yaml").Accounts!, moment).Faults.Select(f => f.Code));
    }

    private static async Task<string> Page(SignInHost host, string path, string? cookie)
    {
        using var answer = await host.Ask(HttpMethod.Get, path, cookie);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> Text(SignInHost host, string path, string? cookie) => WebUtility.HtmlDecode(await Page(host, path, cookie));

    private static async Task<HttpStatusCode> Say(SignInHost host, string path, string cookie, params (string Name, string Value)[] fields)
    {
        using var form = await host.Ask(HttpMethod.Get, path, cookie);
        var token = Token().Match(await form.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value;
        var kept = form.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0])) : null;
        using var content = new FormUrlEncodedContent(fields.Append((Name: "__RequestVerificationToken", Value: token)).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await host.Ask(HttpMethod.Post, path, cookie, content, kept);
        return answer.StatusCode;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
