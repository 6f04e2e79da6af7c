using System.Net;
using Microsoft.AspNetCore.Routing;
using Styrkedja.Tests;

namespace Styrkedja.Web.Tests.Gate;

/// <summary>Every page and operation for every kind of user, held against the table beside this file.</summary>
public sealed class RightsMatrixTests
{
    private const string Subject = "/figure/result/2017-01..2017-01/";

    /// <summary>An address for each route that has parameters, and for those that show more to some. A route that is not here and has parameters fails the test.</summary>
    private static readonly (string Route, string Address)[] s_addresses =
    [
        ("/api/cases/{id}", "/api/cases/RS179001"),
        ("/api/decisions/{id}", "/api/decisions/RF-2016-11-23-hss"),
        ("/api/figure/{**address}", "/api/figure/result/2017-01..2017-12/REGION"),
        ("/api/figure/{**address}", "/api/figure/result/2017-01..2017-01/PSY-OV/rows.csv"),
        ("/api/figure/{**address}", "/api/figure/result/2017-01..2017-01/DN-PSY/rows.csv"),
        ("/api/figure/{**address}", "/api/figure/result/2017-01..2017-01/DN-HS/rows.csv"),
        ("/api/figure/{**address}", "/api/figure/result/2017-01..2017-01/RS-HSF/rows.csv"),
        ("/api/meetings/{id}", "/api/meetings/RS-2017-08-30"),
        ("/api/search", "/api/search?q=budget"),
        ("/api/{**path}", "/api/nothing-here"),
        ("/oparl/{kind}/{**id}", "/oparl/organization/RS"),
        ("/oparl/{list}", "/oparl/papers"),
        ("/documents/{hash}", "/documents/0000"),
        ("/accounts/{id}", "/accounts/no-such-account"),
        ("/budget/{id}", "/budget/DN-HS"),
        ("/budget/{id}/detail", "/budget/PSY-OV/detail?year=2017"),
        ("/budget/{id}/detail.csv", "/budget/PSY-OV/detail.csv?year=2017"),
        ("/budget/{id}/detail.xlsx", "/budget/PSY-OV/detail.xlsx?year=2017"),
        ("/care/arms/{id}", "/care/arms/S-PRIV-VC"),
        ("/care/models/{Id}", "/care/models/VARDVAL-HALLAND"),
        ("/care/agreements/{id}", "/care/agreements/EX-AVT-REHAB-1"),
        ("/care/providers/{id}", "/care/providers/EX-REHAB-1"),
        ("/care/providers/{id}/remark", "/care/providers/EX-REHAB-1/remark?agreement=EX-AVT-REHAB-1"),
        ("/cases/{id}", "/cases/RS179001"),
        ("/decisions/{id}", "/decisions/RF-2016-11-23-hss"),
        ("/development/calls/{id}", "/development/calls/CALL-2016"),
        ("/development/calls/{id}/apply", "/development/calls/CALL-2016/apply"),
        ("/development/projects/{id}", "/development/projects/P16-04"),
        ("/development/programmes/{id}", "/development/programmes/TS"),
        ("/suggestions/{id}", "/suggestions/RS179101"),
        ("/suggestions/inbox/{id:long}", "/suggestions/inbox/1"),
        ("/development/partners/{id}", "/development/partners/K1380"),
        ("/development/partners/{id}/values/{indicator}", "/development/partners/HH/values/TS-CYKEL"),
        ("/development/partners/{id}/values/{indicator}/remark", "/development/partners/K1380/values/TS-CYKEL/remark?period=2017"),
        ("/development/consultations/{id}", "/development/consultations/NY-RUS"),
        ("/drafts/{id:long}", "/drafts/1"),
        ("/figure/{*address}", "/figure/result/2017-01..2017-12/REGION"),
        ("/follow-up/{id}", "/follow-up/DN-HS"),
        ("/follow-up/deviation/{id}", "/follow-up/deviation/DN-HS"),
        ("/follow-up/forecast/{id}", "/follow-up/forecast/DN-HS"),
        ("/follow-up/projects/{project}", "/follow-up/projects/P1"),
        ("/follow-up/rounds/{id}", "/follow-up/rounds/UR2-2017"),
        ("/goals/{id}", "/goals/G11"),
        ("/goals/indicators/{id}", "/goals/indicators/I-09-1"),
        ("/goals/indicators/{id}/value", "/goals/indicators/I-06-2/value"),
        ("/meetings/{id}", "/meetings/RS-2017-08-30"),
        ("/organisation/{id}", "/organisation/DN-PSY"),
        ("/organisation/offices/{id}", "/organisation/offices/HSDIR"),
        ("/reports/annual/{year:int}", "/reports/annual/2017"),
        ("/reports/plan/{year:int}", "/reports/plan/2017"),
        ("/reports/distribution/{year:int}", "/reports/distribution/2017"),
        ("/reports/activity-plan/{year:int}/{id}", "/reports/activity-plan/2017/DN-PSY"),
        ("/reports/rounds/{id}", "/reports/rounds/AR-2017"),
        ("/reports/rounds/{id}/checks", "/reports/rounds/AR-2017/checks"),
        ("/reports/rounds/{id}/editions", "/reports/rounds/AR-2017/editions"),
        ("/reports/rounds/{id}/file/{format}", "/reports/rounds/AR-2017/file/json"),
        ("/reports/rounds/{id}/part/{section}", "/reports/rounds/AR-2017/part/about-the-report"),
        ("/reports/rounds/{id}/pictures/{file}", "/reports/rounds/AR-2017/pictures/picture-deviations.svg"),
        ("/reports/rounds/{id}/samples", "/reports/rounds/AR-2017/samples"),
        ("/reports/rounds/{id}/short", "/reports/rounds/AR-2017/short"),
        ("/reports/rounds/{id}/texts", "/reports/rounds/AR-2017/texts"),
        ("/{*path}", "/nothing-here"),
        ("/what-if", "/what-if?year=2017&by=RS&fromA=DN-HS&toA=DN-PSY&amountA=50"),
    ];

    /// <summary>What is shown on a page to some and not to others, by a text that stands only there.</summary>
    private static readonly (string What, string Address, string Mark)[] s_shown =
    [
        ("verifikationsrader, Öppenvård", Subject + "PSY-OV?rows=first", "id=\"rows\""),
        ("verifikationsrader, Driftnämnden Psykiatri", Subject + "DN-PSY?rows=first", "id=\"rows\""),
        ("verifikationsrader, Hallands sjukhus", Subject + "DN-HS?rows=first", "id=\"rows\""),
        ("verifikationsrader, vårdens finansiering", Subject + "RS-HSF?rows=first", "id=\"rows\""),
        ("stickprov, Öppenvård", "/reports/rounds/AR-2017/samples?figure=result/2017-01..2017-12/PSY-OV", "id=\"proof\""),
        ("stickprov, hela regionen", "/reports/rounds/AR-2017/samples?figure=result/2017-01..2017-12/REGION", "id=\"proof\""),
        ("sekretess i ärende RS179003", "/cases/RS179003", "Tvist om ett enskilt vårdavtal"),
        ("avräkning, Rehabilitering Exempel Väst", "/care/agreements/EX-AVT-REHAB-1", "Ingen månad är avräknad"),
        ("verifikationstexter, Öppenvård", Subject + "PSY-OV?rows=first&texts=1", ">Radtext</th>"),
        ("verifikationstexter, Hallands sjukhus", Subject + "DN-HS?rows=first&texts=1", ">Radtext</th>"),
    ];

    [Fact]
    public async Task Every_page_and_operation_answers_every_kind_of_user_as_the_table_says()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        var cookies = KindsOfUser.All.Select(k => k.Holder is { } holder ? halland.SignIn(holder) : null).ToList();
        var rows = new List<string> { KindsOfUser.Heading() };
        var missing = new List<string>();
        foreach (var (method, route) in halland.Endpoints.SelectMany(Asked).Distinct().OrderBy(e => Written(e.Route), StringComparer.Ordinal).ThenBy(e => e.Method, StringComparer.Ordinal))
        {
            var addresses = s_addresses.Where(a => a.Route == route).Select(a => a.Address).ToList();
            if (addresses.Count == 0 && route.Contains('{', StringComparison.Ordinal))
                missing.Add($"{method} {route}");
            foreach (var address in addresses.DefaultIfEmpty(route))
                rows.Add(KindsOfUser.Row($"{method,-4} {Written(address)}", await Cells(cookies, c => Answer(halland, new(method), address, c))));
        }

        Assert.True(missing.Count == 0, "No address to try them by stands in this test for: " + string.Join(", ", missing));
        foreach (var (what, address, mark) in s_shown)
            rows.Add(KindsOfUser.Row(what, await Cells(cookies, c => Shows(halland, address, mark, c))));
        Approved.Matches("rights-matrix", string.Join('\n', rows));
    }

    private static async Task<IReadOnlyList<string>> Cells(IReadOnlyList<string?> cookies, Func<string?, Task<string>> ask)
    {
        var cells = new List<string>();
        foreach (var cookie in cookies)
            cells.Add(await ask(cookie));
        return cells;
    }

    /// <summary>ja: let in, whatever the answer then was; nej: refused; in: shown the way to sign in; anew: asked to show anew who it is.</summary>
    private static async Task<string> Answer(HallandInProcess halland, HttpMethod method, string address, string? cookie)
    {
        using var form = method == HttpMethod.Post ? new FormUrlEncodedContent([]) : null;
        using var answer = await halland.Ask(method, address, cookie, form);
        Assert.True(answer.StatusCode != HttpStatusCode.InternalServerError, $"{method} {address} failed.");
        var to = answer.Headers.Location?.ToString() ?? "";
        return answer.StatusCode == HttpStatusCode.Unauthorized || to.StartsWith("/sign-in?return=", StringComparison.Ordinal) ? "in"
            : to.StartsWith("/sign-in/again?return=", StringComparison.Ordinal) ? "anew"
            : answer.StatusCode == HttpStatusCode.Forbidden ? "nej" : "ja";
    }

    private static async Task<string> Shows(HallandInProcess halland, string address, string mark, string? cookie)
    {
        using var answer = await halland.Ask(HttpMethod.Get, address, cookie);
        return (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains(mark, StringComparison.Ordinal) ? "ja" : "nej";
    }

    private static IEnumerable<(string Method, string Route)> Asked(RouteEndpoint endpoint)
    {
        var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        return methods.Where(m => m != "HEAD").Select(m => (m, route));
    }

    // The addresses of the look's files hold a hash that changes with them.
    private static string Written(string address) => address.StartsWith("/look/", StringComparison.Ordinal) ? string.Join('.', address.Split('.') is [var name, _, var ending] ? [name, "…", ending] : [address]) : address;
}
