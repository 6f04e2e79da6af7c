using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Styrkedja.Tests;

[assembly: AssemblyFixture(typeof(Styrkedja.Web.Tests.ServedHalland))]

namespace Styrkedja.Web.Tests;

/// <summary>Region Halland served by the real command, and a real browser.</summary>
public sealed partial class ServedHalland : IAsyncLifetime
{
    private readonly List<Process> _servers = [];
    private readonly string _folder = BuiltRegion.Copy(BuiltRegion.Folder);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>As anyone sees it.</summary>
    public Uri Public { get; private set; } = null!;

    /// <summary>Signed in as the demo's budget office, which sees voucher rows of the whole region.</summary>
    public HttpClient BudgetOffice { get; private set; } = null!;

    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser has not been started.");

    /// <summary>The pages that a reader can reach from the menu and one of each kind below.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "/",
        "/organisation",
        "/organisation/DN-PSY",
        "/organisation/offices/HSDIR",
        "/decisions",
        "/what-if?year=2017&by=RS&fromA=DN-HS&toA=DN-PSY&amountA=50&fromB=DN-HS&toB=DN-ADH&amountB=30",
        "/diff?from=2016-07-01&to=2016-12-31",
        "/orphans?year=2017",
        "/decisions/RF-2016-11-23-hss",
        "/decisions/RF-2016-mal-och-budget-2017",
        "/cases",
        "/cases/RS179001",
        "/cases/RS179003",
        "/meetings",
        "/meetings/RS-2017-08-30",
        "/assignments",
        "/steering-documents",
        "/calendar?year=2017",
        "/delegations",
        "/lgv",
        "/goals",
        "/goals/G11",
        "/goals/gaps",
        "/goals/judgement",
        "/goals/place",
        "/development/map?indicator=T3-F%C3%96RV%C3%84RV&year=2016",
        "/development/programmes/TS?year=2017",
        "/development/programmes/KULTUR?year=2017",
        "/suggestions",
        "/suggestions/new",
        "/suggestions/RS179101",
        "/goals/indicators/I-FIN-2",
        "/budget",
        "/budget/krona?year=2017&income=300000",
        "/budget/DN-HS",
        "/budget/investments?year=2017",
        "/budget/grants?year=2017",
        "/budget/services?year=2017",
        "/follow-up",
        "/follow-up?period=2017-11",
        "/follow-up/DN-HS",
        "/follow-up/statements?period=2017",
        "/follow-up/balance-requirement?year=2017",
        "/budget/planning?year=2017",
        "/budget/versions?year=2017",
        "/follow-up/group?period=2016",
        "/sum?figure=result/2017-01..2017-12/DN-HS&figure=result-budget/2017-01..2017-12/DN-HS",
        "/follow-up/month-end?period=2017-11",
        "/follow-up/projects?period=2017",
        "/follow-up/deviation?period=2017",
        "/follow-up/deviation/DN-HS?period=2017",
        "/follow-up/forecast?period=2017-11",
        "/follow-up/forecast/DN-HS?period=2017-08",
        "/follow-up/measures?period=2015-08",
        "/follow-up/measures?period=2015",
        "/follow-up/internal-control?year=2017",
        "/follow-up/DN-PSY?period=2015-08",
        "/figure/decided-measures/2015-01..2015-08/REGION",
        "/follow-up/rounds?period=2017",
        "/follow-up/rounds/UR2-2017",
        "/figure/seasonal-forecast/2017-01..2017-08/DN-HS",
        "/figure/result/2017-01..2017-12/REGION",
        "/figure/cost/2017-01..2017-12/DN-PSY?by=account",
        "/figure/goal-status/2017-01..2017-12/G11",
        "/figure/frame/2017-01..2017-12/DN-HS",
        "/care",
        "/care?show=contacts&period=2017",
        "/care?show=listed&period=2017&unit=per-resident",
        "/care/arms/S-PRIV-VC?period=2017",
        "/care/follow-up?period=2017",
        "/care/neutrality?period=2017",
        "/care/two-views?period=2017",
        "/care/models",
        "/care/models/VARDVAL-HALLAND",
        "/care/agreements?asOf=2017-12-31",
        "/development/calls",
        "/development/calls/CALL-2016",
        "/development/calls/CALL-2016/apply",
        "/development/projects/P16-04",
        "/development/grants",
        "/development/money",
        "/care/agreements/EX-AVT-REHAB-1?asOf=2017-12-31",
        "/care/providers/EX-REHAB-1?asOf=2017-12-31",
        "/development",
        "/development/partners/K1380",
        "/development/consultations",
        "/development/consultations/TS-EKOLOGI",
        "/goals/indicators/TS-CYKEL",
        "/data",
        "/reports/annual/2017",
        "/reports",
        "/reports/plan/2017",
        "/reports/distribution/2017",
        "/reports/activity-plan/2017/DN-PSY",
        "/reports/rounds/UR2-2017",
        "/reports/rounds/AR-2017/part/goals",
        "/reports/rounds/AR-2017/part/committees",
        "/reports/rounds/AR-2017/part/care-system",
        "/reports/rounds/AR-2017/part/operations-account",
        "/reports/rounds/AR-2017/texts",
        "/reports/rounds/AR-2017/checks",
        "/reports/rounds/AR-2017/editions",
        "/reports/rounds/AR-2017/short",
        "/reports/rounds/UR2-2017/short",
        "/reports/rounds/AR-2017/samples",
        "/search?q=budget",
        "/tillganglighet",
        "/?lang=en",
        "/?asOf=2016-06-30&knownAt=2016-07-01",
    ];

    public async ValueTask InitializeAsync()
    {
        Public = await Serve();
        BudgetOffice = await SignedIn("demo-ekonomi");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium-headless-shell",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        foreach (var server in _servers)
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            server.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
        Http.Dispose();
        BudgetOffice?.Dispose();
    }

    /// <summary>The cookie of one of the demo's people, who has just signed in.</summary>
    public async Task<string> CookieOf(string holder)
    {
        using var page = await Http.GetAsync(new Uri(Public, "/sign-in"));
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("holder", holder), new("return", "/")]);
        using var asked = new HttpRequestMessage(HttpMethod.Post, new Uri(Public, "/sign-in/demo")) { Content = form };
        asked.Headers.Add("Cookie", CookiesIn(page));
        using var answer = await Http.SendAsync(asked);
        return CookiesIn(answer);
    }

    /// <summary>Someone who asks for pages as one of the demo's people.</summary>
    public async Task<HttpClient> SignedIn(string holder)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", await CookieOf(holder));
        return client;
    }

    private static string CookiesIn(HttpResponseMessage answer) => string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private async Task<Uri> Serve(params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "styrkedja.dll"), "serve", "--urls", "http://127.0.0.1:0", "--lang", "en", "--data", _folder, .. more])
        {
            RedirectStandardError = true,
            WorkingDirectory = BuiltRegion.Repository,
        };
        var server = Process.Start(start)!;
        _servers.Add(server);
        while (await server.StandardError.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is var at and >= 0)
            {
                // Whatever the server says later must not fill the pipe and stop it.
                _ = server.StandardError.ReadToEndAsync();
                return new Uri(line[at..].Split(' ')[0]);
            }
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }
}
