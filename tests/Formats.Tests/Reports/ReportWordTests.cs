using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Styrkedja.Reports;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Styrkedja.Formats.Reports;

/// <summary>What stands in a report's Word file, read back by the library that Word's own format is described by.</summary>
public sealed class ReportWordTests : IDisposable
{
    // A picture of one white point.
    private static readonly byte[] s_png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==");
    private static readonly ReportDocument s_sample = SampleReport.Made();

    private readonly WordprocessingDocument _file = Open(Written());

    private Body Body => _file.MainDocumentPart!.Document!.Body!;

    public void Dispose() => _file.Dispose();

    [Fact]
    public void The_file_breaks_no_rule_of_the_format()
    {
        foreach (var bytes in new[] { Written(), Written(toLayOut: true), new ReportWord(s_sample, SampleReport.Words, null, null).Bytes(), new ReportWord(s_sample with { Sections = [], Lead = [] }, SampleReport.Words, null, null).Bytes() })
        {
            using var file = Open(bytes);
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        }
    }

    [Fact]
    public void The_same_report_is_the_same_bytes_in_another_locale_and_no_time_stands_in_it()
    {
        var bytes = Written(toLayOut: true);
        Assert.Equal(bytes, OtherLocale.Run(() => Written(toLayOut: true)));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
        Assert.Equal(zip.Entries.Skip(1).Select(entry => entry.FullName).Order(StringComparer.Ordinal), zip.Entries.Skip(1).Select(entry => entry.FullName));
    }

    [Fact]
    public void The_file_says_its_title_maker_language_and_the_day_it_sees_the_region_from()
    {
        var properties = _file.PackageProperties;
        Assert.Equal(("Årsredovisning 2017", "Region Halland", "sv-SE", "AR-2017"), (properties.Title, properties.Creator, properties.Language, properties.Identifier));
        Assert.Equal(new DateTime(2018, 3, 1, 0, 0, 0, DateTimeKind.Utc), properties.Created!.Value.ToUniversalTime());
        Assert.Equal(properties.Created, properties.Modified);
        Assert.Equal("sv-SE", _file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.Languages!.Val!.Value);
    }

    [Fact]
    public void Sections_have_headings_as_deep_as_they_stand_each_with_its_bookmark()
    {
        Assert.Equal(
            [
                ("Heading1", "Sammanfattning"), ("TextHeading2", "Vad som återstår"), ("Heading1", "Ekonomisk översikt"), ("Heading2", "Flera år i rad"), ("Heading3", "Investeringar"),
                ("Heading4", "Fastigheter"), ("Heading1", "Måluppfyllelse"), ("Heading1", "Bilaga"), ("Heading2", "Konton"),
            ],
            Paragraphs().Where(p => StyleOf(p).Contains("Heading", StringComparison.Ordinal) && StyleOf(p) != "TOCHeading").Select(p => (StyleOf(p), p.InnerText)));
        Assert.Equal(s_sample.AllSections.Select(ReportWord.AnchorOf), Paragraphs().Where(p => StyleOf(p).StartsWith("Heading", StringComparison.Ordinal)).Select(p => p.GetFirstChild<BookmarkStart>()!.Name!.Value!));
        var styles = _file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!);
        foreach (var (id, level) in Enumerable.Range(1, 4).SelectMany(depth => new[] { ($"Heading{depth}", depth - 1), ($"TextHeading{depth}", depth - 1) }))
        {
            Assert.Equal(level, styles[id].StyleParagraphProperties!.OutlineLevel!.Val!.Value);
            Assert.NotNull(styles[id].StyleParagraphProperties!.KeepNext);
        }
    }

    [Fact]
    public void Lists_of_contents_lead_to_what_they_name_as_lists_of_Words_own_or_as_lines_whose_pages_are_reckoned()
    {
        Assert.Equal(["Sammanfattning", "Ekonomisk översikt", "Flera år i rad", "Investeringar", "Måluppfyllelse", "Bilaga", "Konton"], Listed(Body, "TOC"));
        Assert.DoesNotContain("PAGEREF", Body.InnerText, StringComparison.Ordinal);
        Assert.Equal([" TOC \\o \"1-3\" \\h \\z ", " TOC \\h \\z \\c \"Tabell\" ", " TOC \\h \\z \\c \"Figur\" "], Codes(Body, " TOC"));

        using var numbered = Open(Written(toLayOut: true));
        var body = numbered.MainDocumentPart!.Document!.Body!;
        var bookmarks = body.Descendants<BookmarkStart>().Select(mark => mark.Name!.Value!).ToList();
        Assert.Equal(bookmarks.Distinct(StringComparer.OrdinalIgnoreCase), bookmarks);
        Assert.All(body.Descendants<Hyperlink>().Where(link => link.Anchor is not null), link => Assert.Contains(link.Anchor!.Value!, bookmarks));
        Assert.Equal([" PAGEREF p_avvikelser \\h "], Codes(body, " PAGEREF p_"));
        Assert.Equal(7 + 6 + 1, Codes(body, " PAGEREF").Count());
        Assert.Empty(Codes(body, " TOC"));
        foreach (var whole in new[] { Body, body })
            foreach (var kind in new[] { FieldCharValues.Begin, FieldCharValues.Separate, FieldCharValues.End })
                Assert.Equal(whole.Descendants<FieldCode>().Count(), whole.Descendants<FieldChar>().Count(field => field.FieldCharType! == kind));

        static IEnumerable<string> Codes(Body body, string start) => body.Descendants<FieldCode>().Select(code => code.Text).Where(code => code.StartsWith(start, StringComparison.Ordinal));
    }

    [Fact]
    public void Captions_count_by_fields_and_stay_with_what_they_are_over()
    {
        var captions = Paragraphs().Where(p => StyleOf(p) == "Caption").ToList();
        Assert.Equal("Tabell  SEQ Tabell \\* ARABIC 1. Resultat per nämnd 2017, mnkr", captions[0].InnerText);
        Assert.Equal("Figur  SEQ Figur \\* ARABIC 1. Sjukhuset gick sämst mot budget", captions[1].InnerText);
        Assert.Equal("Tabell  SEQ Tabell \\* ARABIC 4. Delmål och mått", captions[4].InnerText);
        Assert.All(captions, caption => Assert.True(caption.NextSibling() is Table || StyleOf((Paragraph)caption.NextSibling()!) == "ReportPicture"));
        Assert.NotNull(_file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == "Caption").StyleParagraphProperties!.KeepNext);
    }

    [Fact]
    public void A_table_is_a_table_with_a_head_that_returns_and_rows_that_hold_together()
    {
        var tables = Body.Elements<Table>().ToList();
        Assert.Equal(s_sample.Tables.Select(table => table.Rows.Count + 1), tables.Select(table => table.Elements<TableRow>().Count()));
        foreach (var (table, report) in tables.Zip(s_sample.Tables))
        {
            var rows = table.Elements<TableRow>().ToList();
            Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.All(rows.Skip(1), row => Assert.Null(row.TableRowProperties!.GetFirstChild<TableHeader>()));
            Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
            Assert.Equal(report.Columns.Select(column => column.Title), rows[0].Elements<TableCell>().Select(cell => cell.InnerText));
            var grid = table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Sum(column => int.Parse(column.Width!.Value!, null));
            Assert.Equal(report.Id == "manader" ? 14570 : 9072, grid);
            Assert.Equal(report.Caption, table.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value);
        }

        // The short one stays on one page, the long one may not.
        Assert.All(tables[^1].Elements<TableRow>().SkipLast(1), row => Assert.All(row.Descendants<Paragraph>(), p => Assert.NotNull(p.ParagraphProperties!.KeepNext)));
        Assert.Contains(tables[^2].Descendants<Paragraph>(), p => p.ParagraphProperties!.KeepNext is null);
    }

    [Fact]
    public void Numbers_stand_right_unbroken_and_their_digits_in_line_though_some_have_a_star()
    {
        var rows = Body.Elements<Table>().First().Elements<TableRow>().ToList();
        var hospital = Cells(rows[2]);
        Assert.Equal(JustificationValues.Right, hospital[2].ParagraphProperties!.Justification!.Val!.Value);
        Assert.Null(hospital[0].ParagraphProperties!.Justification);
        Assert.Equal("−96,4", hospital[2].InnerText);
        Assert.NotNull(hospital[2].ParagraphProperties!.Indentation!.Right);
        var psychiatry = Cells(rows[3]);
        Assert.Equal("0,0*", psychiatry[2].InnerText);
        Assert.Null(psychiatry[2].ParagraphProperties!.Indentation);
        Assert.Null(hospital[1].ParagraphProperties!.Indentation);
        Assert.Equal("1\u00A0234,6", Cells(rows[7])[2].InnerText.Replace("\u202F", "\u00A0", StringComparison.Ordinal));
        Assert.DoesNotContain(' ', Cells(rows[7])[2].InnerText);
        Assert.Equal("uppgift saknas", Cells(rows[8])[1].InnerText);
    }

    [Fact]
    public void Sums_are_bold_under_a_line_groups_go_across_and_levels_stand_in()
    {
        var rows = Body.Elements<Table>().First().Elements<TableRow>().ToList();
        foreach (var (row, sum) in rows.Skip(1).Zip(SampleReport.Bodies.Rows).Where(pair => pair.Second.Kind is ReportRowKind.Subtotal or ReportRowKind.Total))
        {
            Assert.All(row.Descendants<Run>(), run => Assert.NotNull(run.RunProperties!.Bold));
            Assert.All(row.Elements<TableCell>(), cell => Assert.Equal(BorderValues.Single, cell.TableCellProperties!.TableCellBorders!.TopBorder!.Val!.Value));
            Assert.Equal(sum.Cells.Count, row.Elements<TableCell>().Count());
        }

        Assert.All(rows[2].Descendants<Run>(), run => Assert.Null(run.RunProperties!.Bold));
        var group = Assert.Single(rows[1].Elements<TableCell>());
        Assert.Equal(5, group.TableCellProperties!.GridSpan!.Val!.Value);
        Assert.Equal([null, "170", "340"], new[] { rows[5], rows[2], rows[8] }.Select(row => Cells(row)[0].ParagraphProperties!.Indentation?.Left?.Value));
    }

    [Fact]
    public void Made_up_values_have_a_star_that_is_explained_on_the_cover_and_at_the_foot_of_each_page()
    {
        Assert.Contains("4,0 mnkr*", Body.InnerText, StringComparison.Ordinal);
        Assert.Contains("88,0 mnkr*", Body.InnerText, StringComparison.Ordinal);
        var explained = Paragraphs().Where(p => p.InnerText == SampleReport.Words.Illustrative).Select(StyleOf);
        Assert.Equal(["CoverNote"], explained);
        Assert.Equal("Handel mellan regionens egna delar är borttagen.", Body.Elements<Table>().First().NextSibling()!.InnerText);
    }

    [Fact]
    public void A_wide_table_lies_on_a_page_on_its_side_and_the_pages_after_it_stand_again()
    {
        var sections = Body.Descendants<SectionProperties>().ToList();
        Assert.Equal([false, false, false, true, false], sections.Select(section => section.GetFirstChild<PageSize>()!.Orient?.Value == PageOrientationValues.Landscape));
        Assert.Empty(sections[0].Elements<HeaderReference>());
        Assert.All(sections.Skip(1), section => Assert.Equal(("header", "footer"), (section.GetFirstChild<HeaderReference>()!.Id!.Value, section.GetFirstChild<FooterReference>()!.Id!.Value)));
        var elements = Body.Elements().ToList();
        var ends = sections.SkipLast(1).Select(section => elements.FindIndex(element => element.Descendants<SectionProperties>().Contains(section))).ToList();
        var lying = elements[(ends[2] + 1)..(ends[3] + 1)];
        Assert.Equal("manader", s_sample.Tables.ElementAt(Body.Elements<Table>().ToList().IndexOf(Assert.Single(lying.OfType<Table>()))).Id);
        Assert.Equal("Caption", StyleOf((Paragraph)lying[0]));
    }

    [Fact]
    public void A_table_of_many_narrow_columns_stands_upright_and_columns_of_numbers_are_alike()
    {
        var years = Body.Elements<Table>().ElementAt(1).GetFirstChild<TableGrid>()!.Elements<GridColumn>().Select(column => int.Parse(column.Width!.Value!, null)).ToList();
        Assert.Equal(9072, years.Sum());
        Assert.InRange(years.Skip(1).Max() - years.Skip(1).Min(), 0, 1);
        Assert.True(years[0] > 2 * years[1]);
    }

    [Fact]
    public void Head_and_foot_say_the_report_and_the_page()
    {
        Assert.Equal("Region Halland · Årsredovisning 2017", Assert.Single(_file.MainDocumentPart!.HeaderParts).Header!.InnerText);
        Assert.Equal("Sida  PAGE 1 av  NUMPAGES 1" + SampleReport.Words.Illustrative, Assert.Single(_file.MainDocumentPart!.FooterParts).Footer!.InnerText);
    }

    [Fact]
    public void A_picture_is_said_in_words_as_wide_as_the_page_and_leads_to_its_table()
    {
        var drawing = Assert.Single(Body.Descendants<Wp.Inline>());
        Assert.Equal(s_sample.Pictures.Single().Alt, drawing.DocProperties!.Description!.Value);
        Assert.Equal(9072 * 635L, drawing.Extent!.Cx!.Value);
        Assert.Equal(300m / 640, (decimal)drawing.Extent!.Cy!.Value / drawing.Extent!.Cx!.Value, 3);
        Assert.Equal(160.02m, ReportWord.MillimetresOf(s_sample.Pictures.Single()), 1);
        using (var image = Assert.Single(_file.MainDocumentPart!.ImageParts).GetStream())
        {
            var bytes = new byte[s_png.Length];
            image.ReadExactly(bytes);
            Assert.Equal(s_png, bytes);
        }

        var under = drawing.Ancestors<Paragraph>().Single().NextSibling()!;
        Assert.Equal("Talen står i  REF n_ekonomi_namnder \\h Tabell 1.", under.InnerText);

        using var without = Open(new ReportWord(s_sample, SampleReport.Words, SampleReport.Site, null).Bytes());
        Assert.Empty(without.MainDocumentPart!.ImageParts);
        Assert.Contains(s_sample.Pictures.Single().Alt, without.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_and_decisions_lead_to_the_site_at_the_moment_of_the_report()
    {
        var links = _file.MainDocumentPart!.HyperlinkRelationships.ToDictionary(link => link.Id, link => link.Uri.OriginalString);
        string To(string words) => links[Body.Descendants<Hyperlink>().First(link => link.InnerText == words && link.Id is not null).Id!.Value!];
        Assert.Equal("https://styr.exempel.se/figure/result/2017-01..2017-12/region-halland?asOf=2018-03-01&knownAt=214", To("13,0 mnkr"));
        Assert.Equal("https://styr.exempel.se/decisions/rf-2016-11-30?asOf=2018-03-01&knownAt=214", To("beslutet om ramar"));
        Assert.Equal("https://www.rkr.se/", To("Rådet för kommunal redovisning"));
        Assert.Equal("https://styr.exempel.se/figure/indicator/2017-01..2017-12/V%C3%84NTETID?asOf=2018-03-01&knownAt=214", To("87,5 %".Replace(' ', '\u00A0')));
        Assert.Equal(links.Count, links.Values.Distinct().Count());

        using var plain = Open(new ReportWord(s_sample, SampleReport.Words, null, _ => s_png).Bytes());
        Assert.Equal(["https://www.rkr.se/"], plain.MainDocumentPart!.HyperlinkRelationships.Select(link => link.Uri.OriginalString));
        Assert.Contains("13,0 mnkr", plain.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_stands_in_a_box_and_judgements_are_words()
    {
        Assert.Equal("Revisorernas utlåtande är inte lämnat ännu.", Assert.Single(Paragraphs(), p => StyleOf(p) == "ReportWarning").InnerText);
        var borders = _file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == "ReportWarning").StyleParagraphProperties!.ParagraphBorders!;
        Assert.Equal(4, borders.ChildElements.Count);
        Assert.Equal(["Bedömning", "uppfyllt", "delvis uppfyllt", "inte uppfyllt", "går inte att bedöma"], Body.Elements<Table>().ElementAt(3).Elements<TableRow>().Select(row => Cells(row)[^1].InnerText));
    }

    [Fact]
    public void Each_list_with_numbers_begins_at_one()
    {
        var twice = s_sample with { Sections = [new("a", "A", [new ReportPoints([[new("ett")], [new("två")]], Numbered: true), new ReportPoints([[new("ett")]], Numbered: true)], [])] };
        using var file = Open(new ReportWord(twice, SampleReport.Words, null, null).Bytes());
        var uses = file.MainDocumentPart!.Document!.Descendants<NumberingId>().Select(id => id.Val!.Value).ToList();
        Assert.Equal([3, 3, 4], uses);
        Assert.All(file.MainDocumentPart!.NumberingDefinitionsPart!.Numbering!.Elements<NumberingInstance>().Where(use => uses.Contains(use.NumberID!.Value)), use => Assert.Equal(1, use.GetFirstChild<LevelOverride>()!.StartOverrideNumberingValue!.Val!.Value));
    }

    [Fact]
    public void Bookmarks_hold_in_Word_however_long_or_alike_the_ids_are()
    {
        string[] ids = ["a", "A", "a-b", TabledReport.LongId, TabledReport.LongId + "-2016", TabledReport.LongId + "-2017", new('x', 60)];
        var anchors = ids.Select(id => ReportWord.AnchorOf(new ReportSection(id, "", [], []))).ToList();
        Assert.All(anchors, anchor => Assert.Matches("^[a-z][A-Za-z0-9_]{0,39}$", anchor));
        Assert.Equal(ids.Length, anchors.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.NotEqual(ReportWord.AnchorOf(SampleReport.Goals), ReportWord.AnchorOf(new ReportSection("mal", "", [], [])));
    }

    [Fact]
    public void What_XML_cannot_hold_is_marked_and_lines_stay_lines()
    {
        var odd = s_sample with { Title = "A\u0001 & <b>", Sections = [new("a", "A\u0002", [new ReportParagraph("ett\ntvå \uD83D\uDE00 \uD800")], [])] };
        using var file = Open(new ReportWord(odd, SampleReport.Words, null, null).Bytes());
        Assert.Equal("A\uFFFD & <b>", file.PackageProperties.Title);
        var text = file.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Last();
        Assert.Equal("etttvå \uD83D\uDE00 \uFFFD", text.InnerText);
        Assert.Single(text.Descendants<Break>());
    }

    private static byte[] Written(bool toLayOut = false) => new ReportWord(s_sample, SampleReport.Words, SampleReport.Site, _ => s_png).Bytes(toLayOut);

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private IEnumerable<Paragraph> Paragraphs() => Body.Elements<Paragraph>();

    private static string StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";

    private static List<Paragraph> Cells(TableRow row) => [.. row.Elements<TableCell>().Select(cell => cell.GetFirstChild<Paragraph>()!)];

    private static IEnumerable<string> Listed(Body body, string style) =>
        body.Descendants<Paragraph>().Where(p => StyleOf(p).StartsWith(style, StringComparison.Ordinal) && StyleOf(p) != "TOCHeading").Select(p => p.GetFirstChild<Hyperlink>()!.InnerText);
}
