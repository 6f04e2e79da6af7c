using System.Globalization;
using System.Text;
using Styrkedja.App.Archive;
using Styrkedja.Decisions;
using Styrkedja.Formats.Reports;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Reports;
using Styrkedja.Rounds;
using Styrkedja.Tests;
using Styrkedja.Web.Reporting;

namespace Styrkedja.Web.Tests.Reporting;

public sealed class ReportBuilderTests : IDisposable
{
    private readonly RegionArchive _archive = RegionArchive.Open(BuiltRegion.Folder);

    public void Dispose() => _archive.Dispose();

    [Theory]
    [InlineData("AR-2017")]
    [InlineData("UR2-2017")]
    [InlineData("UR1-2017")]
    [InlineData("M-2017-10")]
    [InlineData("BK-2017")]
    public void A_report_follows_its_outline_and_each_figure_is_the_one_at_its_address(string round)
    {
        var (found, at) = RoundOf(round);
        var document = ReportBuilder.Of(_archive, at, found, "sv");
        var outline = ReportBuilder.OutlineOf(_archive.StateAt(at), found.Terms);

        Assert.Equal([.. outline.Select(s => s.Id), ReportBuilder.AboutId], document.Sections.Select(s => s.Id));
        var view = _archive.ViewAt(at);
        Assert.NotEmpty(document.Figures);
        Assert.All(document.Figures.DistinctBy(f => f.Address), figure => Assert.Equal(view.Evaluate(figure.Address).Value, figure.Value));
    }

    [Theory]
    [InlineData("AR-2017")]
    [InlineData("UR2-2017")]
    public void Names_within_a_report_are_unique_and_its_tables_are_whole(string round)
    {
        var (found, at) = RoundOf(round);
        var document = ReportBuilder.Of(_archive, at, found, "sv");

        Assert.All(new[] { document.AllSections.Select(s => s.Id), document.Tables.Select(t => t.Id), document.Pictures.Select(p => p.Id) }, ids => Assert.Empty(ids.GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)));
        Assert.All(document.Tables, table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Cells.Count)));
        Assert.All(document.Tables, table => Assert.NotEmpty(table.Caption));
        Assert.NotEmpty(document.Pictures);
        Assert.All(document.Pictures, picture => Assert.Contains(document.Tables, table => table.Id == picture.Table));
        Assert.All(document.Pictures, picture => Assert.True(picture.Alt.Length > 20));
        // A name in braces that nobody filled in, or a key that has no text.
        Assert.All(AllWords(document), words => Assert.DoesNotContain('{', words));
        Assert.All(AllWords(document), words => Assert.False(words.StartsWith("report-", StringComparison.Ordinal), words));
    }

    [Fact]
    public void Both_languages_tell_the_same_figures()
    {
        var (found, at) = RoundOf("AR-2017");
        var (swedish, english) = (ReportBuilder.Of(_archive, at, found, "sv"), ReportBuilder.Of(_archive, at, found, "en"));
        Assert.Equal(swedish.Tables.Select(t => t.Id), english.Tables.Select(t => t.Id));
        Assert.Equal(swedish.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(c => c.Number), english.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(c => c.Number));
        Assert.NotEqual(swedish.Sections.Select(s => s.Title), english.Sections.Select(s => s.Title));
    }

    [Fact]
    public void The_annual_report_of_2017_holds_the_published_figures()
    {
        var (found, at) = RoundOf("AR-2017");
        var document = ReportBuilder.Of(_archive, at, found, "sv");
        var bodies = Assert.Single(document.Tables, t => t.Id == "economy-by-body");
        var region = Assert.Single(bodies.Rows, r => r.Kind == ReportRowKind.Total);
        Assert.Equal(["13,0", "17,0"], [region.Cells[1].Text, region.Cells[4].Text]);
        Assert.Equal("statement-income", Assert.Single(document.Tables, t => t.Id == "statement-income").Id);
        var goals = Assert.Single(document.Tables, t => t.Id == "goals-count");
        Assert.Equal(11m, goals.Rows[^1].Cells[1].Number);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("docx")]
    [InlineData("html")]
    public async Task The_same_moment_gives_the_same_bytes_whatever_the_culture(string format)
    {
        var (found, at) = RoundOf("UR2-2017");
        var seen = new ReportSeen(found, at, null, []);
        var first = await ReportFiles.BytesAsync(_archive, seen, "sv", format, null, TestContext.Current.CancellationToken);
        var (culture, shown) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign, other.DateTimeFormat.ShortDatePattern) = ("'", "~", "MM.dd.yyyy");
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (other, other);
            using var again = RegionArchive.Open(BuiltRegion.Folder);
            Assert.Equal(first, await ReportFiles.BytesAsync(again, seen, "sv", format, null, TestContext.Current.CancellationToken));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, shown);
        }
    }

    [Fact]
    public void The_input_of_a_report_is_one_in_both_languages_and_another_at_another_moment()
    {
        var (found, at) = RoundOf("AR-2017");
        var texts = _archive.StateAt(at).Reports.TextsOf("AR-2017").Values;
        var input = ReportInput.HashOf(ReportBuilder.Of(_archive, at, found, "sv"), texts);
        Assert.Equal(input, ReportInput.HashOf(ReportBuilder.Of(_archive, at, found, "en"), texts));
        var earlier = at with { KnownAt = at.KnownAt - 1 };
        Assert.NotEqual(input, ReportInput.HashOf(ReportBuilder.Of(_archive, earlier, found, "sv"), texts));
    }

    [Fact]
    public void Editions_that_see_different_moments_differ_by_their_figures()
    {
        var (found, at) = RoundOf("AR-2017");
        var whole = ReportBuilder.Of(_archive, at, found, "sv");
        var half = ReportBuilder.Of(_archive, at with { KnownAt = at.KnownAt / 2 }, found, "sv");
        Assert.Empty(ReportDifference.Between(whole, whole, "1", "2").Figures);
        var difference = ReportDifference.Between(half, whole, "1", "2");
        Assert.NotEmpty(difference.Figures);
        Assert.All(difference.Figures, changed => Assert.NotEqual(changed.Before?.Value, changed.After?.Value));
    }

    [Fact]
    public void The_texts_of_the_annual_report_name_figures_that_exist()
    {
        var (found, at) = RoundOf("AR-2017");
        var check = ReportTextCheck.Of(_archive, at, found, "sv");
        Assert.Empty(check.Unreadable);
        Assert.NotEmpty(_archive.StateAt(at).Reports.TextsOf("AR-2017").Values.SelectMany(t => NamedFigure.In(t.Act.Text.Sv)));
    }

    [Fact]
    public void A_text_says_its_figures_with_unit_rounding_and_sign_as_it_asks()
    {
        var (found, at) = RoundOf("AR-2017");
        var ground = new ReportGround(new(_archive, Readers.ReadingChoice.Fixed("sv", found.Terms.Period, at)), found.Terms.Period);
        const string of = "result/2017-01..2017-12/REGION";
        var blocks = new ReportTexts(ground).Blocks($"""
            ## Läget

            Resultatet blev {"{"}figure: {of}{"}"}, **alltså {"{"}figure: {of} | tkr{"}"}** eller {"{"}figure: {of} | mnkr | 0{"}"}. Avvikelsen var {"{"}figure: result-deviation/2017-01..2017-12/REGION | abs{"}"}.

            - en [länk](/goals) och {"{"}figure: nothing/2017/REGION{"}"}
            - <b>ingen HTML</b> och [ingen](javascript:alert(1)) kod
            """).ToList();

        Assert.Equal("Läget", Assert.IsType<ReportHeading>(blocks[0]).Text);
        var paragraph = Assert.IsType<ReportParagraph>(blocks[1]);
        Assert.Equal("Resultatet blev 13,0\u00a0mnkr, alltså 13\u00a0000\u00a0tkr eller 13\u00a0mnkr. Avvikelsen var 4,0\u00a0mnkr.", string.Concat(paragraph.Runs.Select(r => r.Text)));
        Assert.Equal(4, paragraph.Runs.Count(r => r.Figure is not null));
        Assert.True(Assert.Single(paragraph.Runs, r => r.Text.EndsWith("tkr", StringComparison.Ordinal)).Strong);
        var points = Assert.IsType<ReportPoints>(blocks[2]);
        Assert.Equal("/goals", Assert.Single(points.Items[0], r => r.Address is not null).Address);
        Assert.Contains(points.Items[0], r => r.Text.Contains("nothing/2017/REGION", StringComparison.Ordinal));
        Assert.All(points.Items[1], r => Assert.Null(r.Address));
        Assert.Equal("<b>ingen HTML</b> och ingen kod", string.Concat(points.Items[1].Select(r => r.Text)));
    }

    [Fact]
    public void Every_part_that_an_outline_can_ask_for_is_filled_in()
    {
        var (found, at) = RoundOf("AR-2017");
        var ground = new ReportGround(new(_archive, Readers.ReadingChoice.Fixed("sv", found.Terms.Period, at)), found.Terms.Period);
        Assert.All(Enum.GetValues<ReportPart>(), part =>
        {
            var filled = ReportParts.Of(ground, found, part);
            Assert.True(filled.Blocks.Count + filled.Sections.Count > 0, KeyWord.Of(part));
        });
    }

    [Fact]
    public void A_region_that_knows_nothing_of_a_year_says_so_in_every_part()
    {
        var (found, at) = RoundOf("AR-2014");
        var document = ReportBuilder.Of(_archive, at, found, "sv");
        Assert.DoesNotContain(document.Tables, t => t.Id.StartsWith("statement-", StringComparison.Ordinal));
        Assert.Contains("2014", Encoding.UTF8.GetString(ReportJson.Bytes(document)), StringComparison.Ordinal);
    }

    private (FollowUpRound Round, Viewpoint At) RoundOf(string id)
    {
        var head = _archive.Head().Position;
        var round = _archive.StateAt(new(new DateOnly(2018, 12, 31), head)).RoundBook.Find(id)!;
        return (round, new(round.Terms.Period.To.LastDay, head));
    }

    private static IEnumerable<string> AllWords(ReportDocument document) => document.AllSections.Select(s => s.Title)
        .Concat(document.AllSections.SelectMany(s => s.Blocks).SelectMany(block => block switch
        {
            ReportParagraph p => p.Runs.Select(r => r.Text),
            ReportPoints p => p.Items.SelectMany(i => i).Select(r => r.Text),
            ReportHeading h => [h.Text],
            ReportTable t => t.Columns.Select(c => c.Title).Concat(t.Rows.SelectMany(r => r.Cells).Select(c => c.Text)).Concat(t.Notes).Append(t.Caption),
            ReportPicture p => [p.Caption, p.Alt],
            _ => [],
        }));
}
