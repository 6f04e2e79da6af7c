using System.Net;
using System.Text.RegularExpressions;
using Styrkedja.Tests;
using Styrkedja.Web.Tests.Gate;

namespace Styrkedja.Web.Tests.Reporting;

public sealed partial class ReportSamplesTests
{
    private const string Page = "/reports/rounds/AR-2017/samples";
    private const string OfPsychiatry = Page + "?figure=result/2017-01..2017-12/DN-PSY&count=12&seed=41";

    [Fact]
    public async Task Anyone_sees_what_the_report_rests_on_and_only_those_who_see_rows_may_draw()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        var open = await Text(halland, OfPsychiatry, null);

        Assert.Contains("id=\"signing\"", open, StringComparison.Ordinal);
        Assert.Contains("id=\"check-journal\"", open, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"drawn\"", open, StringComparison.Ordinal);
        Assert.Contains("/sign-in?return=", open, StringComparison.Ordinal);
        var auditor = await Text(halland, OfPsychiatry, halland.SignIn("demo-revisor"));
        Assert.Contains("id=\"proof\"", auditor, StringComparison.Ordinal);
        // A head of another part may draw in that part and not here.
        var other = await Text(halland, Page + "?figure=result/2017-01..2017-12/DN-HS", halland.SignIn("demo-enhetschef"));
        Assert.Contains("id=\"drawn\"", other, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"proof\"", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_shows_the_same_rows_and_no_texts()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        var auditor = halland.SignIn("demo-revisor");
        var (once, again, other) = (Rows(await Text(halland, OfPsychiatry, auditor)), Rows(await Text(halland, OfPsychiatry, auditor)), Rows(await Text(halland, OfPsychiatry.Replace("seed=41", "seed=42", StringComparison.Ordinal), auditor)));

        Assert.InRange(once.Count, 1, 12);
        Assert.Equal(once, again);
        Assert.NotEqual(once, other);
        Assert.DoesNotContain("Radtext", await Text(halland, OfPsychiatry, auditor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_and_a_group_of_accounts_can_be_asked_for_and_what_cannot_be_read_is_told()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        var auditor = halland.SignIn("demo-revisor");

        var part = await Text(halland, Page + "?subject=DN-HS&group=medicines&months=2017-03&count=5&method=each-row", auditor);
        Assert.Contains("result/2017-01..2017-03/DN-HS/group=medicines", part, StringComparison.Ordinal);
        Assert.Equal(5, Rows(part).Count);
        Assert.Contains("class=\"band wrong\"", await Text(halland, Page + "?figure=nothing-of-the-kind", auditor), StringComparison.Ordinal);
        Assert.Contains("class=\"band wrong\"", await Text(halland, Page + "?subject=DN-HS&months=sometime", auditor), StringComparison.Ordinal);
        var noSum = await Text(halland, Page + "?figure=result-deviation/2017-01..2017-12/REGION", auditor);
        Assert.DoesNotContain("id=\"proof\"", noSum, StringComparison.Ordinal);
        Assert.Contains("/figure/result-deviation/", noSum, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_row_leads_by_its_file_and_entry_to_the_hash_of_the_journal()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        var page = await Text(halland, OfPsychiatry, halland.SignIn("demo-revisor"));
        var at = long.Parse(KnownAt().Match(page).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Contains($"<code>{halland.Archive.HashAt(at)}</code>", page, StringComparison.Ordinal);
        var files = FileNamed().Matches(page).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var entry = halland.Archive.FactEntries().Last(f => f.Batch.RowsFile == file);
            Assert.Contains($"<code>{halland.Archive.HashAt(entry.Position)}</code>", page, StringComparison.Ordinal);
            Assert.Contains($"sha256sum facts/{file}.parquet", page, StringComparison.Ordinal);
        }
    }

    private static List<string> Rows(string page) => [.. Row().Matches(page).Select(m => m.Value)];

    private static async Task<string> Text(HallandInProcess halland, string path, string? cookie)
    {
        using var answer = await halland.Ask(HttpMethod.Get, path, cookie);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<tr><th scope=\"row\" class=\"nowrap\">[^<]+ [0-9]+</th>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<code>facts/([0-9a-f]{64})\\.parquet</code>")]
    private static partial Regex FileNamed();

    [GeneratedRegex("journal --batches --known-at ([0-9]+)")]
    private static partial Regex KnownAt();
}
