using System.Net;
using Styrkedja.Decisions;
using Styrkedja.Region;
using Styrkedja.Tests;
using Styrkedja.Web.Tests.Gate;

namespace Styrkedja.Web.Tests.Pages;

/// <summary>Calls and grants on the web: an officer records an application by form, anyone gets theirs as a text that writes nothing, and the list is the same as a file.</summary>
public sealed class GrantPageTests(ServedHalland served)
{
    private const string Filled = "/development/calls/CALL-2016/apply?organisation=F%C3%B6reningen&kind=civil-society&name=L%C3%A4sning+%22f%C3%B6r%22+alla&choice=T3.3&first=2016-09-01&last=2017-12-31&costs=400+tkr&applied=200+tkr&own=150+tkr&other=50+tkr&source=eu&place=1380";

    [Fact]
    public async Task A_planner_records_an_application_by_form_and_the_call_counts_it()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var planner = await Desk.At(halland, served.Browser, "demo-planerare", scripts: false);
        await planner.Go("/development/calls/CALL-2016/apply");
        await planner.Page.Locator("a[href*='receive-grant-application']").ClickAsync();
        await planner.Fill(
            ("title", "Ansökan som kom med post"), ("acts.0.id", "A16-60"), ("acts.0.applicant.name", "Föreningen (påhittad)"), ("acts.0.applicant.kind", "civil-society"), ("acts.0.name", "Läsning för alla"),
            ("acts.0.choice", "T3.3"), ("acts.0.costs", "400 tkr"), ("acts.0.applied", "200 tkr"), ("acts.0.own-financing", "200 tkr"), ("acts.0.time.from", "2016-09-01"), ("acts.0.time.to", "2017-12-31"), ("acts.0.received", "2016-05-06"));
        Assert.Equal(HttpStatusCode.OK, await planner.Press("record"));

        var recorded = Assert.IsType<DecisionEntry>(halland.Archive.Entries()[^1]).Decision;
        Assert.Equal(("UTV-HANDL", "A16-60"), (recorded.Body, Assert.IsType<ReceiveGrantApplication>(recorded.Acts[0]).Id));
        await planner.Go("/development/calls/CALL-2016");
        Assert.Contains("17 av 60 ansökningar", await planner.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_gets_the_application_as_a_text_and_writes_nothing()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        var head = halland.Archive.Head();

        var page = WebUtility.HtmlDecode(await (await halland.Ask(HttpMethod.Get, Filled, null)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("own-financing: \"150 tkr\"", page, StringComparison.Ordinal);
        Assert.Contains("name: \"Läsning \\\"för\\\" alla\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/drafts/new", page, StringComparison.Ordinal);

        var wrong = WebUtility.HtmlDecode(await (await halland.Ask(HttpMethod.Get, Filled.Replace("costs=400+tkr", "costs=mycket", StringComparison.Ordinal), null)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("mycket är inget belopp", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("<pre", wrong, StringComparison.Ordinal);

        using var sent = new FormUrlEncodedContent([new("organisation", "Föreningen")]);
        Assert.False((await halland.Ask(HttpMethod.Post, "/development/calls/CALL-2016/apply", null, sent)).IsSuccessStatusCode);
        Assert.Equal(head, halland.Archive.Head());
    }

    [Fact]
    public async Task The_open_list_as_a_table_holds_the_grants_asked_for_and_their_sum()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);

        async Task<string[][]> Rows(string query) => [.. (await (await halland.Ask(HttpMethod.Get, "/api/development/grants.csv" + query, null)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(';'))];

        var all = await Rows("");
        Assert.Equal((17, 6_300_000m), (all.Length, all.Sum(row => decimal.Parse(row[14].Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(["Högskolan i Halmstad", "Högskolan i Halmstad"], (await Rows("?kind=university")).Select(row => row[2]));
        Assert.Empty(await Rows("?year=2017"));
    }
}
