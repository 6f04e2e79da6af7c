using System.Net;
using System.Xml.Linq;
using Styrkedja.App.Archive;
using Styrkedja.Formats.Reports;
using Styrkedja.Region;
using Styrkedja.Reports;
using Styrkedja.Rounds;
using Styrkedja.Tests;
using Styrkedja.Web.Readers;
using Styrkedja.Web.Reporting;
using Styrkedja.Web.Tests.Gate;

namespace Styrkedja.Web.Tests.Reporting;

public sealed class ShortFormTests : IDisposable
{
    private readonly RegionArchive _archive = RegionArchive.Open(BuiltRegion.Folder);

    public void Dispose() => _archive.Dispose();

    [Theory]
    [InlineData("AR-2017", "sv")]
    [InlineData("AR-2017", "en")]
    [InlineData("UR2-2017", "sv")]
    [InlineData("M-2017-10", "en")]
    public void Each_short_form_says_figures_at_their_addresses_in_whole_sentences(string id, string language)
    {
        var (round, ground) = Ground(id, language);
        var press = new PressNote(ground, round).Sentences();
        var blocks = new BoardSummary(ground, round).Blocks().Concat(new ResidentVersion(ground, round).Blocks()).ToList();

        Assert.InRange(press.Count, 8, 16);
        Assert.All(press, sentence => Assert.EndsWith(".", sentence.Plain, StringComparison.Ordinal));
        Assert.All(press, sentence => Assert.NotEmpty(sentence.Figures));
        var runs = press.SelectMany(s => s.Runs).Concat(blocks.SelectMany(RunsOf)).ToList();
        Assert.All(runs, run => Assert.DoesNotContain('{', run.Text));
        Assert.All(runs, run => Assert.DoesNotContain("short.", run.Text, StringComparison.Ordinal));
        Assert.All(runs.Select(r => r.Figure).OfType<FollowUp.Figure>(), figure => Assert.Equal(ground.View.Evaluate(figure.Address).Value, figure.Value));
        Assert.All(runs.Select(r => r.Figure).OfType<FollowUp.Figure>(), figure => Assert.False(ground.View.IsBelowPublic(figure.Address)));
    }

    [Fact]
    public void The_year_2017_is_told_as_it_was_published()
    {
        var (round, ground) = Ground("AR-2017", "sv");
        Assert.Contains("Region Halland redovisar ett överskott på 13,0\u00a0miljoner kronor för 2017.".Replace('\u00a0', ' '), new PressNote(ground, round).Sentences().Select(s => s.Plain.Replace('\u00a0', ' ')));
        var lead = Plain(new ResidentVersion(ground, round).Blocks()[0]);
        Assert.StartsWith("2017 gick Region Halland 13 miljoner kronor plus. Det var 4 miljoner kronor sämre än planerat. Det är 40 kronor för varje invånare.", lead, StringComparison.Ordinal);
        var board = Assert.Single(new BoardSummary(ground, round).Blocks().OfType<ReportTable>());
        Assert.Equal(["13,0", "17,0", "−4,0"], board.Rows[^1].Cells.Skip(1).Take(3).Select(c => c.Text));
        Assert.InRange(board.Rows.Count, 5, 7);
    }

    /// <summary>What came in, and what went out, is told part by part of a hundred kronor: whole kronor, so that they may be off by one for each part.</summary>
    [Fact]
    public void Parts_of_a_hundred_kronor_come_to_a_hundred()
    {
        var (round, ground) = Ground("AR-2017", "sv");
        var lists = new ResidentVersion(ground, round).Blocks().OfType<ReportPoints>().Select(points => points.Items.Select(Plain).Where(item => item.Contains("av hundra kronor", StringComparison.Ordinal)).ToList()).Where(list => list.Count > 0).ToList();
        Assert.Equal(3, lists.Count);
        foreach (var list in lists)
            Assert.InRange(list.Sum(item => int.Parse(new string([.. item[..item.IndexOf(" av hundra", StringComparison.Ordinal)].Reverse().TakeWhile(char.IsDigit).Reverse()]), System.Globalization.CultureInfo.InvariantCulture)), 100 - list.Count, 100 + list.Count);
    }

    [Fact]
    public void Sentences_for_residents_are_short()
    {
        var (round, ground) = Ground("AR-2017", "sv");
        var sentences = new ResidentVersion(ground, round).Blocks().OfType<ReportParagraph>().SelectMany(p => Plain(p).Split(". ")).ToList();
        Assert.All(sentences, sentence => Assert.InRange(sentence.Split(' ').Length, 1, 18));
    }

    [Fact]
    public async Task Pictures_are_had_as_drawing_and_as_points_and_the_same_each_time()
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        var page = await Text(halland, "/reports/rounds/AR-2017/short");
        var names = (await Document(halland)).Pictures.Select(p => p.Id).ToList();
        Assert.NotEmpty(names);
        foreach (var name in names)
        {
            Assert.Contains($"/pictures/{name}.svg", page, StringComparison.Ordinal);
            Assert.Contains($"/pictures/{name}.png", page, StringComparison.Ordinal);
        }

        using (var drawing = await halland.Ask(HttpMethod.Get, $"/reports/rounds/AR-2017/pictures/{names[0]}.svg", null))
        {
            Assert.Equal("image/svg+xml", drawing.Content.Headers.ContentType!.MediaType);
            var svg = await drawing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal("svg", XDocument.Parse(svg).Root!.Name.LocalName);
            Assert.Contains("Källa: Region Halland", svg, StringComparison.Ordinal);
            Assert.Equal(svg, await Text(halland, $"/reports/rounds/AR-2017/pictures/{names[0]}.svg"));
        }

        using (var points = await halland.Ask(HttpMethod.Get, $"/reports/rounds/AR-2017/pictures/{names[0]}.png?lang=en", null))
        {
            Assert.Equal("image/png", points.Content.Headers.ContentType!.MediaType);
            Assert.Equal($"AR-2017-en-{names[0]}.png", points.Content.Headers.ContentDisposition!.FileName);
            // 250 mm at 300 points to the inch.
            Assert.Equal(2953, DrawnPicture.SizeOf(await points.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Width);
        }
    }

    [Theory]
    [InlineData("/reports/rounds/AR-2017/pictures/no-such-picture.svg")]
    [InlineData("/reports/rounds/AR-2017/pictures/picture-deviations.gif")]
    [InlineData("/reports/rounds/AR-2017/pictures/picture-deviations")]
    [InlineData("/reports/rounds/NO-SUCH-ROUND/pictures/picture-deviations.svg")]
    [InlineData("/reports/rounds/NO-SUCH-ROUND/short")]
    [InlineData("/reports/rounds/NO-SUCH-ROUND/samples")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var halland = await HallandInProcess.Start(KindsOfUser.Moment);
        using var answer = await halland.Ask(HttpMethod.Get, path, null);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<string> Text(HallandInProcess halland, string path)
    {
        using var answer = await halland.Ask(HttpMethod.Get, path, null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static Task<ReportDocument> Document(HallandInProcess halland)
    {
        var reading = new Reading(halland.Archive, ReadingChoice.Fixed("sv", new(new(2017, 1), new(2017, 12)), new(DateOnly.MaxValue, halland.Archive.Head().Position)));
        return Task.FromResult(ReportSeen.Of(reading, "AR-2017")!.Document(reading));
    }

    private (FollowUpRound Round, ReportGround Ground) Ground(string id, string language)
    {
        var round = _archive.StateAt(new Viewpoint(DateOnly.MaxValue, long.MaxValue)).RoundBook.Find(id)!;
        var at = new Viewpoint(round.Terms.Period.To.LastDay, _archive.Head().Position);
        return (round, new(new Reading(_archive, ReadingChoice.Fixed(language, round.Terms.Period, at)), round.Terms.Period));
    }

    private static IEnumerable<ReportRun> RunsOf(ReportBlock block) => block switch
    {
        ReportParagraph paragraph => paragraph.Runs,
        ReportPoints points => points.Items.SelectMany(item => item),
        ReportHeading heading => [new(heading.Text)],
        ReportTable table => table.Rows.SelectMany(row => row.Cells).Select(cell => new ReportRun(cell.Text, cell.Figure)),
        _ => [],
    };

    private static string Plain(ReportBlock block) => Plain([.. RunsOf(block)]);

    private static string Plain(IReadOnlyList<ReportRun> runs) => string.Concat(runs.Select(run => run.Text)).Replace('\u00a0', ' ');
}
