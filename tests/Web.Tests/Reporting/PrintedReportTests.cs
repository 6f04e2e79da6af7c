using System.Text.RegularExpressions;
using Styrkedja.App.Archive;
using Styrkedja.App.Reporting;
using Styrkedja.Tests;
using Styrkedja.Web.Reporting;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace Styrkedja.Web.Tests.Reporting;

public sealed class PrintedReportTests
{
    [Fact]
    public async Task The_interim_report_of_Halland_is_a_PDF_that_everyone_can_read_and_two_runs_give_the_same_bytes()
    {
        using var archive = RegionArchive.Open(BuiltRegion.Folder);
        var head = archive.Head().Position;
        var round = archive.StateAt(new(new DateOnly(2017, 12, 31), head)).RoundBook.Find("UR2-2017")!;
        var seen = new ReportSeen(round, new(round.Terms.Period.To.LastDay, head), null, []);

        var first = await ReportFiles.BytesAsync(archive, seen, "sv", "pdf", null, TestContext.Current.CancellationToken);

        Assert.Empty(PdfAccessibility.Check(first));
        using var document = PdfDocument.Open(first);
        Assert.True(document.TryGetBookmarks(out var bookmarks));
        var chapters = bookmarks.Roots.OfType<DocumentBookmarkNode>().ToList();
        var contents = string.Concat(document.GetPages().Take(chapters[0].PageNumber - 1).Select(page => page.Text));
        Assert.True(chapters.Count > 10, $"{chapters.Count} chapters");
        Assert.All(chapters, chapter => Assert.Matches($@"{Regex.Escape(chapter.Title)}\.*\s*{chapter.PageNumber}(?!\d)", contents));
        Assert.Equal(first, await ReportFiles.BytesAsync(archive, seen, "sv", "pdf", null, TestContext.Current.CancellationToken));
    }
}
