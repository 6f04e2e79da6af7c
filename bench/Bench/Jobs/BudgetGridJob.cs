using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.App.Budgeting;
using Styrkedja.App.Deciding;
using Styrkedja.App.People;
using Styrkedja.Bench.Measuring;
using Styrkedja.Formats.Tables;
using Styrkedja.Store.People;
using Styrkedja.Web;

namespace Styrkedja.Bench.Jobs;

/// <summary>budget-grid: five thousand cells pasted into a budget of 300 units, 80 account groups and twelve months; saved as a durable draft, and the page shown again with every sum.</summary>
/// <remarks>Goal: within 100 ms, through the whole web application. The limit is a loop that reads the same cells and sums them through the same tree, and keeps nothing.</remarks>
public static partial class BudgetGridJob
{
    private const double Promise = 0.1;
    private const int Bodies = 10;
    private const int UnitsOfBody = 30;
    private const int Groups = 80;
    private const int Months = 12;
    private const int Year = 2027;
    private const int WarmUp = 10;
    private const int Asked = 30;

    private static readonly int s_pastedRows = (5_000 + Months - 1) / Months;

    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var folder = Directory.CreateDirectory(Path.Combine(workshop.Folder, $"budget-grid-{Guid.NewGuid():N}")).FullName;
        try
        {
            using var archive = RegionArchive.Open(folder);
            var recorded = new RecordDecisions(archive).Record([(Decisions(), "budget.yaml")], DateTimeOffset.UnixEpoch, check: false);
            if (recorded.Refused)
                throw new InvalidOperationException("The budget was refused: " + string.Join("; ", recorded.Faults.Select(f => $"{f.Code} {f.Found}").Concat(recorded.Recordings.Where(r => r.Verdict.Outcome == Authority.VerdictOutcome.Refused).SelectMany(r => r.Verdict.Faults.Select(f => f.Code).Concat(r.Verdict.Breaches.Select(b => $"{b.Rule} by {r.Id}")))).Take(3)));
            using var people = PeopleFile.Open(folder);
            var now = TimeProvider.System.GetUtcNow();
            var account = people.Accounts.Open("Bench", null, "h-bench", null, AccountKind.Local, now)!;
            var cookie = "styrkedja=" + people.Sessions.Begin(account, SignInMethod.Passkey, 3, now, now).Secret;
            var builder = StyrkedjaHost.Builder(archive, people, SignInSettings.Default, new PageOptions { WritesPerMinute = 100_000 }, TimeProvider.System, ["http://127.0.0.1:0"]);
            builder.Logging.ClearProviders();
            var app = StyrkedjaHost.Assemble(builder);
            app.StartAsync().GetAwaiter().GetResult();
            try
            {
                using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
                http.DefaultRequestHeaders.Add("Cookie", cookie);
                var page = Get(http, $"/budget/{UnitOf(0)}/detail?year={Year}", out var token);
                var (times, last) = (new List<double>(), "");
                for (var i = 0; i < WarmUp + Asked; i++)
                {
                    var block = Block(i);
                    var seconds = Medians.Timed(() => last = Save(http, page, token, block));
                    if (i >= WarmUp)
                        times.Add(seconds);
                }

                var state = archive.StateAt(new(new(Year, 12, 31), archive.Head().Position));
                var pasted = BudgetTable.Pasted(Block(WarmUp + Asked - 1), UnitOf(0), id => id.StartsWith('N'), id => id.StartsWith('g'), 5);
                var sum = DetailedBudget.Sums(state, Year, pasted.Rows).Of("REGION");
                Check.Equal("the region's result by the loop over cells", ByLoop(WarmUp + Asked - 1), sum.Ore);
                var limit = Medians.Of(Enumerable.Range(0, Asked).Select(i => Medians.Timed(() => ByLoop(i))).ToList());
                yield return new Outcome("budget-grid", Medians.Of(times), "", null, limit, "limit", null, Asked, "the region's sum by a loop over all cells",
                        "the whole web application, rights, audit log, a durable draft with every version, faults told cell by cell, and the page again")
                    .Must("of 100 ms", Medians.Of(times) / Promise, 1)
                    .Must("95th percentile, of 100 ms", Medians.Slow(times) / Promise, 1)
                    .With("cells", Bodies * UnitsOfBody * Groups * Months).With("pastedCells", pasted.Rows.Count * Months).With("pageBytes", last.Length);
            }
            finally
            {
                app.StopAsync().GetAwaiter().GetResult();
            }
        }
        finally
        {
            Workshop.Remove(folder);
        }
    }

    private static string UnitOf(int unit) => string.Create(CultureInfo.InvariantCulture, $"N{(unit / UnitsOfBody) + 1:00}-E{(unit % UnitsOfBody) + 1:00}");

    private static string GroupOf(int group) => string.Create(CultureInfo.InvariantCulture, $"g{group:00}");

    private static long Standing(int unit, int group) => (((unit * 7919L) + (group * 104_729L)) % 900_000) * (group < 20 ? 12 : -4) * 1_200;

    private static long Pasted(int paste, int row, int month) => ((paste * 31L) + (row * 17L) + month) * (row % 2 == 0 ? 100_000 : -100_000);

    /// <summary>Rows of the first units, as a spreadsheet hands them over: unit, group, twelve months in thousands.</summary>
    private static string Block(int paste)
    {
        var text = new StringBuilder();
        for (var row = 0; row < s_pastedRows; row++)
        {
            text.Append(UnitOf(row / Groups)).Append('\t').Append(GroupOf(row % Groups));
            for (var month = 0; month < Months; month++)
                text.Append('\t').Append(BudgetTable.Text(new Money(Pasted(paste, row, month)), 5));
            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Decisions()
    {
        var text = new StringBuilder("decision: D-1\nbody: RF\ndate: 2026-01-01\ntaken: true\ntitle: Organisation\nacts:\n- establish-body: {id: RS, kind: regional-executive-board, name: Regionstyrelsen, valid: 2026..}\n");
        for (var body = 1; body <= Bodies; body++)
        {
            text.Append(CultureInfo.InvariantCulture, $"- establish-body: {{id: N{body:00}, kind: operating-committee, name: Nämnd {body}, valid: 2026..}}\n- establish-administration: {{id: F{body:00}, name: Förvaltning {body}, under: N{body:00}, valid: 2026..}}\n");
            for (var unit = 0; unit < UnitsOfBody; unit++)
                text.Append(CultureInfo.InvariantCulture, $"- establish-unit: {{id: {UnitOf(((body - 1) * UnitsOfBody) + unit)}, name: Enhet {body}.{unit + 1}, under: F{body:00}, valid: 2026..}}\n");
        }

        text.Append("- establish-office: {id: N01-EK, in: N01, function: controller, name: Controller, valid: 2026..}\n- appoint: {office: N01-EK, holder: h-bench, valid: 2026..}\n---\ndecision: D-2\nbody: RS\ndate: 2026-01-02\ntaken: true\ntitle: Kontoplan\nacts:\n- adopt-chart:\n    id: K\n    valid: 2026..\n    names: []\n    groups:\n");
        for (var group = 0; group < Groups; group++)
            text.Append(CultureInfo.InvariantCulture, $"    - {{id: {GroupOf(group)}, line: {(group < 20 ? "operating-revenue" : "operating-costs")}, name: Kontogrupp {group}, accounts: [{{from: \"{3000 + (group * 10)}\", to: \"{3009 + (group * 10)}\"}}]}}\n");
        for (var unit = 0; unit < Bodies * UnitsOfBody; unit++)
        {
            if (unit % UnitsOfBody == 0)
                text.Append(CultureInfo.InvariantCulture, $"---\ndecision: D-B{unit}\nbody: N{(unit / UnitsOfBody) + 1:00}\ndate: 2026-11-20\ntaken: true\ntitle: Detaljbudget\nacts:\n");
            text.Append(CultureInfo.InvariantCulture, $"- set-budget:\n    year: {Year}\n    subject: {UnitOf(unit)}\n    rows:\n");
            for (var group = 0; group < Groups; group++)
                text.Append(CultureInfo.InvariantCulture, $"    - {{group: {GroupOf(group)}, amount: {(Standing(unit, group) / 100m).ToString("0.##", CultureInfo.InvariantCulture)} kr}}\n");
        }

        return text.ToString();
    }

    private static string Get(HttpClient http, string path, out string token)
    {
        var html = http.GetStringAsync(new Uri(path, UriKind.Relative)).GetAwaiter().GetResult();
        token = Token().Match(html).Groups[1].Value;
        return html;
    }

    /// <summary>Sends the table with a pasted block, and reads the page that comes back.</summary>
    private static string Save(HttpClient http, string page, string token, string block)
    {
        var boxes = Cell().Matches(page).Select(m => KeyValuePair.Create(m.Groups[1].Value, System.Net.WebUtility.HtmlDecode(m.Groups[2].Value))).ToList();
        boxes.AddRange([new("__RequestVerificationToken", token), new("year", $"{Year}"), new("draft", ""), new("unit", "tkr"), new("pasted", block)]);
        using var form = new FormUrlEncodedContent(boxes);
        using var answer = http.PostAsync(new Uri($"/budget/{UnitOf(0)}/detail", UriKind.Relative), form).GetAwaiter().GetResult();
        if (answer.Headers.Location is not { } next)
            throw new InvalidOperationException($"The draft was not saved: {answer.StatusCode}");
        return http.GetStringAsync(next).GetAwaiter().GetResult();
    }

    /// <summary>The region's result by a loop over all cells, with the pasted ones read from the text.</summary>
    private static long ByLoop(int paste)
    {
        var sums = new long[Bodies * UnitsOfBody * Groups * Months];
        for (var row = 0; row < Bodies * UnitsOfBody * Groups; row++)
        {
            for (var month = 0; month < Months; month++)
                sums[(row * Months) + month] = Standing(row / Groups, row % Groups) / Months;
        }

        var at = 0;
        foreach (var line in Block(paste).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split('\t');
            for (var month = 0; month < Months; month++)
                sums[at++] = (long)(decimal.Parse(cells[month + 2].Replace("\u00a0", "", StringComparison.Ordinal).Replace('\u2212', '-').Replace(',', '.'), CultureInfo.InvariantCulture) * 100_000);
        }

        return sums.Sum();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<input [^>]*name=\"([kc]\\.[^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Cell();
}
