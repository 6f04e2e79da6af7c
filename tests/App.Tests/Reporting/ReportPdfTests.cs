using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Styrkedja.Provenance;
using UglyToad.PdfPig;

namespace Styrkedja.App.Reporting;

/// <summary>A Word file made into PDF by the real converter.</summary>
public sealed class ReportPdfTests
{
    private static readonly DateTimeOffset s_made = new(2017, 10, 18, 14, 30, 0, TimeSpan.FromHours(2));
    private static readonly byte[] s_word = SmallWord.Report(4, rows: 60);
    private static readonly Task<byte[]> s_report = ReportPdf.MakeAsync(new(), s_word, s_made);
    private static readonly Task<byte[]> s_unfixed = new LibreOffice().PdfAsync(SmallWord.Report(2));

    [Fact]
    public async Task All_can_read_it() => Assert.Empty(PdfAccessibility.Check(await s_report));

    [Fact]
    public async Task The_contents_are_tagged_as_such_and_name_the_page_on_which_each_chapter_stands()
    {
        using var document = PdfDocument.Open(await s_report);
        var text = PdfPageContents.Of(document);
        var contents = PdfStructure.Of(document).Root!.All.Single(e => e.Type == "TOC");
        Assert.All(contents.Children, item => Assert.Equal(["TOCI", "P", "Link", "Link"], item.All.Select(e => e.Type)));
        // A chapter's table goes over to a second page.
        Assert.Equal(["Kapitel 1 sida 2", "Kapitel 2 sida 4", "Kapitel 3 sida 6", "Kapitel 4 sida 8"], contents.Children.Select(text.Text));
        foreach (var chapter in Enumerable.Range(1, 4))
            Assert.StartsWith($"Kapitel {chapter}", document.GetPage(2 * chapter).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_Word_file_becomes_the_same_bytes_whatever_the_machine_and_the_clock_say()
    {
        var report = await s_report;
        using var abroad = StandInConverter.Abroad();
        var elsewhere = await new LibreOffice(abroad.Program).PdfAsync(s_word, TestContext.Current.CancellationToken);
        // The converter itself writes the time of day; it is we who take it out.
        Assert.Contains("/CreationDate(D:2", Encoding.Latin1.GetString(elsewhere), StringComparison.Ordinal);
        Assert.True(report.AsSpan().SequenceEqual(FixedPdf.Fix(elsewhere, s_made)));
        Assert.False(report.AsSpan().SequenceEqual(FixedPdf.Fix(elsewhere, s_made.AddSeconds(1))));
        Assert.Contains("/CreationDate(D:20171018123000Z)", Encoding.Latin1.GetString(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Poppler_sees_the_same_headings_tables_and_figures_as_we_do()
    {
        var pdf = FixedPdf.Fix(await s_unfixed, s_made);
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
        var told = await PopplerAsync("-struct-text", file);
        var about = await PopplerAsync(file);
        File.Delete(file);

        using var document = PdfDocument.Open(pdf);
        var elements = PdfStructure.Of(document).Root!.All.ToList();
        var contents = PdfPageContents.Of(document);
        foreach (var type in new[] { "H1", "H2", "Table", "TR", "TH", "TD", "Figure", "Link" })
            Assert.Equal(Regex.Count(told, $@"^ *{type}\b", RegexOptions.Multiline), Count(type));
        Assert.Equal(
            Regex.Matches(told, @"^ *H\d[^\n]*\n(?: */[^\n]*\n)* *""([^""]*)""", RegexOptions.Multiline).Select(m => m.Groups[1].Value),
            elements.Where(e => e.Type is "H1" or "H2").Select(contents.Text));
        Assert.Equal(["Kapitel 1", "Avsnitt 1.1", "Kapitel 2", "Avsnitt 2.1"], elements.Where(e => e.Type is "H1" or "H2").Select(contents.Text));
        Assert.Equal((2, 14, 6, 36), (Count("Table"), Count("TR"), Count("TH"), Count("TD")));
        Assert.Equal(["Resultatet i kapitel 2 är bättre än budget."], elements.Where(e => e.Type == "Figure").Select(e => e.Alt));
        Assert.Matches(@"Tagged:\s+yes", about);
        Assert.Matches(@"Title:\s+Delårsrapport 2017 & bilagor", about);

        int Count(string type) => elements.Count(e => e.Type == type);
    }

    [Fact]
    public async Task As_the_converter_writes_it_figures_are_empty_lines_are_untagged_and_the_tab_key_is_lost()
    {
        Assert.Equal(
            ["pdf-check.figure-without-picture", "pdf-check.not-archival", "pdf-check.tab-order", "pdf-check.untagged"],
            PdfAccessibility.Check(await s_unfixed).Select(f => f.Code).Distinct().Order());
    }

    [Fact]
    public async Task A_missing_converter_is_told_with_how_to_install_it()
    {
        var thrown = await Assert.ThrowsAsync<FaultException>(() => new LibreOffice("/nowhere/soffice").PdfAsync([], TestContext.Current.CancellationToken));
        Assert.Equal("report-pdf.no-converter", thrown.Fault.Code);
        Assert.Contains("/nowhere/soffice", Texts.Texts.In(Texts.Texts.Swedish).Says(thrown.Fault), StringComparison.Ordinal);
        Assert.Contains("sudo apt-get install libreoffice-writer-nogui", Texts.Texts.In(Texts.Texts.English).Remedy(thrown.Fault), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_converter_that_makes_nothing_is_told_with_what_it_said()
    {
        using var failing = new StandInConverter("echo 'source file could not be loaded' >&2");
        var thrown = await Assert.ThrowsAsync<FaultException>(() => new LibreOffice(failing.Program).PdfAsync([], TestContext.Current.CancellationToken));
        Assert.Equal(("report-pdf.not-converted", "source file could not be loaded"), (thrown.Fault.Code, thrown.Fault.Found));
    }

    [Fact]
    public async Task A_converter_that_hangs_is_stopped_with_all_that_it_started_and_leaves_nothing()
    {
        using var hanging = StandInConverter.Hanging();
        var thrown = await Assert.ThrowsAsync<FaultException>(() => new LibreOffice(hanging.Program, TimeSpan.FromSeconds(2)).PdfAsync([], TestContext.Current.CancellationToken));
        Assert.Equal(("report-pdf.too-slow", "2"), (thrown.Fault.Code, thrown.Fault.Found));
        hanging.AssertGone();
    }

    [Fact]
    public async Task Whoever_asks_may_stop_it()
    {
        using var hanging = StandInConverter.Hanging();
        using var stop = new CancellationTokenSource();
        var run = new LibreOffice(hanging.Program).PdfAsync([], stop.Token);
        while (!hanging.HasStarted)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        hanging.AssertGone();
    }

    private static async Task<string> PopplerAsync(params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo("pdfinfo", arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        return await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
