using System.Net;
using Microsoft.Playwright;
using Styrkedja.App.Budgeting;
using Styrkedja.Amounts;
using Styrkedja.Tests;
using Styrkedja.Web.Tests.Gate;

namespace Styrkedja.Web.Tests.Budgeting;

/// <summary>A unit's budget written in the table: typed, pasted and handed in as a file, kept as a draft, and refused to others.</summary>
public sealed class DetailedBudgetTests(ServedHalland served)
{
    private const string Address = "/budget/PSY-OV/detail?year=2017";

    [Fact]
    public async Task Twelve_months_typed_and_a_block_pasted_stand_there_after_saving()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var head = await Desk.At(halland, served.Browser, "demo-enhetschef");
        await head.Go(Address);
        var first = Cell(head, "other-staff", 0);
        await first.ClickAsync();
        await first.FillAsync("-1 234,5");
        await first.PressAsync("ArrowDown");
        Assert.Equal(await Cell(head, "agency-staff", 0).GetAttributeAsync("name"), await head.Page.EvaluateAsync<string>("document.activeElement.name"));

        // Ten rows of twelve months, as a spreadsheet puts them on the clipboard.
        var block = string.Join('\n', Enumerable.Range(0, 10).Select(r => string.Join('\t', Enumerable.Range(0, 12).Select(c => $"−{(r * 12) + c},25"))));
        await Cell(head, "agency-staff", 0).EvaluateAsync("(cell, text) => { const data = new DataTransfer(); data.setData('text/plain', text); cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", block);
        Assert.Equal("−0,25", await Cell(head, "agency-staff", 0).InputValueAsync());
        var sum = await head.Page.Locator("tr:has(input[type=hidden][value='agency-staff']) [data-sum]").InnerTextAsync();
        Assert.Equal("−69", sum);
        Assert.Equal(HttpStatusCode.OK, await Save(head));

        Assert.Equal(Address + "&draft=1", head.Path);
        Assert.Equal("−1\u00a0234,5", await Cell(head, "other-staff", 0).InputValueAsync());
        Assert.Equal("−11,25", await Cell(head, "agency-staff", 11).InputValueAsync());
        var rows = DetailedBudget.InDraft(Draft(halland).Text, 2017);
        Assert.Equal(-123_450_000L, rows.Single(r => r.Group == "other-staff").Months[0].Ore);
        Assert.Equal(Money.Kronor(-69_000), Money.Sum(rows.Single(r => r.Group == "agency-staff").Months));
        Assert.Contains("skulle budgetera", await head.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_z_takes_a_paste_back()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var head = await Desk.At(halland, served.Browser, "demo-enhetschef");
        await head.Go(Address);
        var cell = Cell(head, "agency-staff", 0);
        var before = await cell.InputValueAsync();
        await cell.EvaluateAsync("cell => { const data = new DataTransfer(); data.setData('text/plain', '1\\t2'); cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }");
        Assert.Equal("1", await cell.InputValueAsync());

        await cell.PressAsync("Control+z");

        Assert.Equal(before, await cell.InputValueAsync());
    }

    [Fact]
    public async Task Without_scripts_one_types_pastes_in_the_box_and_is_told_all_that_is_wrong()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var head = await Desk.At(halland, served.Browser, "demo-enhetschef", scripts: false);
        await head.Go(Address);
        await Cell(head, "other-staff", 0).FillAsync("mycket");
        await head.Page.Locator(".budget-grid summary").First.ClickAsync();
        await head.Page.Locator("textarea[name=pasted]").FillAsync("PSY-OV\tpensions\tPensioner\t1\t2\nHYRA\tpensions\tPensioner\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Save(head));
        var told = await head.Text();
        Assert.Contains("mycket i kolumn 2 är inget belopp", told, StringComparison.Ordinal);
        Assert.Contains("HYRA är ingen enhet", told, StringComparison.Ordinal);
        Assert.Equal("mycket", await Cell(head, "other-staff", 0).InputValueAsync());
        await head.Go("/drafts/1");
        Assert.Contains("hittar inget", await head.Text(), StringComparison.Ordinal);

        await head.Go(Address);
        await Cell(head, "other-staff", 0).FillAsync("-100");
        Assert.Equal(HttpStatusCode.OK, await Save(head));
        Assert.Equal("−100", await Cell(head, "other-staff", 0).InputValueAsync());
    }

    [Fact]
    public async Task A_file_taken_out_and_handed_in_unchanged_changes_nothing_and_a_changed_cell_becomes_a_draft()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var head = await Desk.At(halland, served.Browser, "demo-enhetschef");
        using var given = await halland.Ask(HttpMethod.Get, "/budget/PSY-OV/detail.csv?year=2017", null);
        var csv = await given.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var workbook = await halland.Ask(HttpMethod.Get, "/budget/PSY-OV/detail.xlsx?year=2017", null);
        await head.Go(Address);
        await HandIn(head, "budget.xlsx", await workbook.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, await Save(head));
        Assert.Equal(Address, head.Path);

        var line = csv.Split("\r\n").Single(l => l.Contains(";other-staff;", StringComparison.Ordinal));
        var cells = line.Split(';');
        var changed = string.Join(';', [.. cells[..3], "-1,00", .. cells[4..^1], ""]);
        await HandIn(head, "budget.csv", System.Text.Encoding.UTF8.GetBytes(csv.Replace(line, changed, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, await Save(head));

        Assert.Equal([("other-staff", -100L)], DetailedBudget.InDraft(Draft(halland).Text, 2017).Select(r => (r.Group, r.Months[0].Ore)));
    }

    [Fact]
    public async Task A_secretary_of_another_place_cannot_keep_a_draft_of_the_units_budget()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var other = await Desk.At(halland, served.Browser, "demo-planerare");
        await other.Go(Address);
        await Cell(other, "other-staff", 0).FillAsync("-1");

        Assert.Equal(HttpStatusCode.Forbidden, await Save(other));

        Assert.Contains("rätten att", await other.Text(), StringComparison.Ordinal);
        Assert.Equal("-1", await Cell(other, "other-staff", 0).InputValueAsync());
    }

    [Fact]
    public async Task The_table_passes_axe_and_fits()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        await using var head = await Desk.At(halland, served.Browser, "demo-enhetschef");
        await head.Go(Address);

        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Dark) })
            Assert.Empty(await SeenPage.Findings(head.Page, width, scheme));
    }

    private static ILocator Cell(Desk desk, string group, int month) => desk.Page.Locator($"tr:has(input[type=hidden][value='{group}']) input[data-cell]").Nth(month);

    private static async Task HandIn(Desk desk, string name, byte[] bytes)
    {
        await desk.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });
    }

    private static async Task<HttpStatusCode> Save(Desk desk)
    {
        var answer = await desk.Page.RunAndWaitForResponseAsync(
            () => desk.Page.Locator(".budget-grid button[value=save]").ClickAsync(),
            response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400);
        await desk.Page.WaitForLoadStateAsync();
        return (HttpStatusCode)answer.Status;
    }

    private static Store.Drafts.DraftContent Draft(HallandInProcess halland)
    {
        using var drafts = Store.Drafts.DraftFile.Open(halland.Archive.Folder);
        return drafts.Find(1)!.Content;
    }
}
