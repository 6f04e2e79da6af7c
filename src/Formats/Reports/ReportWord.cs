using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Styrkedja.Reports;

namespace Styrkedja.Formats.Reports;

/// <summary>A report as a Word document: cover, lists of contents, then its sections with real headings, tables that can be edited and pictures with their words.</summary>
/// <remarks>The same document gives the same bytes everywhere. Format: ECMA-376 (Office Open XML).</remarks>
/// <param name="site">Where the region's figures are explained; absent when there is no such place, and then figures lead nowhere.</param>
/// <param name="png">The picture at print quality; absent where it cannot be drawn, and then its words stand in its place.</param>
public sealed class ReportWord(ReportDocument document, ReportWords words, Uri? site, Func<ReportPicture, byte[]>? png)
{
    /// <summary>A table with more columns lies on a page on its side, if it does not fit upright anyhow.</summary>
    private const int UprightColumns = 6;

    private readonly ReportDocument _document = document;
    private readonly ReportWords _words = words;
    private readonly Uri? _site = site;
    private readonly Func<ReportPicture, byte[]>? _png = png;
    private readonly Dictionary<string, int> _tableNumbers = document.Tables.Select((table, i) => (table.Id, i)).DistinctBy(x => x.Id).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
    private readonly List<ReportPicture> _pictures = [.. document.Pictures];

    /// <summary>The bookmark of a section's heading.</summary>
    public static string AnchorOf(ReportSection section) => WordAnchor.Of('s', section.Id);

    /// <summary>The bookmark of a table's caption.</summary>
    public static string AnchorOf(ReportTable table) => WordAnchor.Of('t', table.Id);

    /// <summary>The bookmark of a picture's caption.</summary>
    public static string AnchorOf(ReportPicture picture) => WordAnchor.Of('p', picture.Id);

    /// <summary>How wide a picture stands on paper, in millimetres.</summary>
    public static decimal MillimetresOf(ReportPicture picture) => WordPicture.SizeOf(picture).Width / 36_000m;

    /// <summary>The file.</summary>
    /// <param name="toLayOut">For who lays the pages out without Word: the lists of contents tell pages, by fields that are reckoned then.</param>
    public byte[] Bytes(bool toLayOut = false)
    {
        using var written = new MemoryStream();
        using (var file = WordprocessingDocument.Create(written, WordprocessingDocumentType.Document))
        {
            var part = file.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            var flow = new Flow(this, part);
            part.Document = new Document(new Body([.. Cover(flow), .. Contents(toLayOut), .. WordPaper.Turned(flow.Pieces())]));
            part.AddNewPart<StyleDefinitionsPart>("styles").Styles = WordStyles.Made(_words.Language);
            part.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = WordStyles.Numbering(flow.NumberedLists);
            part.AddNewPart<DocumentSettingsPart>("settings").Settings = Settings();
            part.AddNewPart<HeaderPart>(WordPaper.Header).Header = new(WordText.Paragraph(WordStyles.Header, WordText.Plain($"{_document.Author} · {_document.Title}")));
            part.AddNewPart<FooterPart>(WordPaper.Footer).Footer = new(WordText.Paragraph(WordStyles.Footer, [.. PageOf(), .. Star()]));
            Core(file.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "core"));
        }

        written.Position = 0;
        return WordFile.Packed(written);
    }

    private IEnumerable<OpenXmlElement> Cover(Flow flow)
    {
        yield return WordText.Paragraph(WordStyles.CoverRegion, WordText.Plain(_document.Author));
        yield return WordText.Paragraph(WordStyles.CoverTitle, WordText.Plain(_document.Title));
        if (_document.Lead.Count > 0)
            yield return WordText.Paragraph(WordStyles.CoverLead, [.. flow.Text.Of(_document.Lead)]);
        if (HasStars)
            yield return WordText.Paragraph(WordStyles.CoverNote, WordText.Plain(_words.Illustrative));
        var last = WordText.Paragraph(WordStyles.CoverNote, WordText.Plain(_words.KnownAt(_document.At.AsOf, _document.At.KnownAt)));
        WordPaper.Close(last, WordPaper.Cover());
        yield return last;
    }

    private IEnumerable<OpenXmlElement> Contents(bool toLayOut)
    {
        var lists = new WordContents(_document, _words, toLayOut).Lists().ToList();
        if (lists.Count == 0)
            return [];
        var last = WordText.Paragraph(WordStyles.TableEnd);
        WordPaper.Close(last, WordPaper.Section(wide: false));
        return [.. lists, last];
    }

    private bool HasStars => _document.Figures.Any(figure => figure.Illustrative);

    /// <summary>What a star means, at the foot of each page; the cover says it too, since feet are not read aloud.</summary>
    private IEnumerable<OpenXmlElement> Star()
    {
        if (!HasStars)
            yield break;
        yield return new Run(new Break());
        yield return WordText.Plain(_words.Illustrative);
    }

    /// <summary>The foot of a page: its number among all.</summary>
    private IEnumerable<OpenXmlElement> PageOf()
    {
        var parts = _words.PageOf.Split("{page}", 2, StringSplitOptions.None);
        var rest = (parts.Length > 1 ? parts[1] : "").Split("{pages}", 2, StringSplitOptions.None);
        yield return WordText.Plain(parts[0]);
        foreach (var run in WordText.Field("PAGE", "1"))
            yield return run;
        yield return WordText.Plain(rest[0]);
        if (rest.Length < 2)
            yield break;
        foreach (var run in WordText.Field("NUMPAGES", "1"))
            yield return run;
        yield return WordText.Plain(rest[1]);
    }

    private Settings Settings() => new(
        new Zoom { Percent = "100" },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Val = "15", Uri = "http://schemas.microsoft.com/office/word" }),
        new ThemeFontLanguages { Val = _words.Language },
        new DecimalSymbol { Val = "," },
        new ListSeparator { Val = ";" });

    /// <summary>What the file says of itself; its times are the day from which the report sees the region.</summary>
    private void Core(CoreFilePropertiesPart part)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", dc = "http://purl.org/dc/elements/1.1/", terms = "http://purl.org/dc/terms/", xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var time = _document.At.AsOf.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
        var properties = new XElement(core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", dc), new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", WordText.Clean(_document.Title)),
            new XElement(dc + "creator", WordText.Clean(_document.Author)),
            new XElement(dc + "identifier", _document.Id),
            new XElement(dc + "language", _words.Language),
            new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), time),
            new XElement(terms + "modified", new XAttribute(xsi + "type", "dcterms:W3CDTF"), time));
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + properties.ToString(SaveOptions.DisableFormatting)));
        part.FeedData(bytes);
    }

    /// <summary>The sections of the report, piece by piece.</summary>
    private sealed class Flow(ReportWord report, MainDocumentPart part)
    {
        private uint _pictures;

        public WordText Text { get; } = new(new WordLinks(report._site, report._document.At, part));

        public int NumberedLists { get; private set; }

        public IReadOnlyList<WordPiece> Pieces() => [.. report._document.Sections.SelectMany(section => Section(section, 1))];

        private IEnumerable<WordPiece> Section(ReportSection section, int depth) =>
        [
            new(WordText.Paragraph(WordStyles.HeadingOf(depth), [.. Text.Marked(AnchorOf(section), WordText.Plain(section.Title))]), KeepsNext: true),
            .. section.Blocks.SelectMany(block => Block(block, depth)),
            .. section.Sections.SelectMany(within => Section(within, depth + 1)),
        ];

        private IEnumerable<WordPiece> Block(ReportBlock block, int depth) => block switch
        {
            ReportParagraph paragraph => [new(WordText.Paragraph(StyleOf(paragraph.Tone), [.. Text.Of(paragraph.Runs)]))],
            ReportHeading heading => [new(WordText.Paragraph(WordStyles.TextHeadingOf(depth + 1), WordText.Plain(heading.Text)), KeepsNext: true)],
            ReportPoints points => Points(points),
            ReportTable table => Table(table),
            ReportPicture picture => Picture(picture),
            _ => throw new NotSupportedException($"A report in Word has no {block.GetType().Name}."),
        };

        private static string StyleOf(ReportTone tone) => tone switch
        {
            ReportTone.Lead => WordStyles.Lead,
            ReportTone.Note => WordStyles.Note,
            ReportTone.Warning => WordStyles.Warning,
            _ => WordStyles.Text,
        };

        private List<WordPiece> Points(ReportPoints points)
        {
            var use = points.Numbered ? 3 + NumberedLists++ : 1;
            return [.. points.Items.Select(item =>
            {
                var paragraph = WordText.Paragraph(points.Numbered ? WordStyles.Numbers : WordStyles.Points, [.. Text.Of(item)]);
                paragraph.ParagraphProperties!.NumberingProperties = new(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = use });
                return new WordPiece(paragraph);
            })];
        }

        private IEnumerable<WordPiece> Table(ReportTable table)
        {
            var wide = table.Columns.Count > UprightColumns && !WordColumns.FitsUpright(table);
            var caption = table.Unit is { } unit ? $"{table.Caption}, {unit}" : table.Caption;
            yield return new(Caption(report._words.Table, report._tableNumbers[table.Id], caption, AnchorOf(table), WordAnchor.Of('n', table.Id)), wide, KeepsNext: true);
            yield return new(new WordTable(Text, table, wide ? WordPaper.WideText : WordPaper.UprightText).Made(table.Notes.Count > 0), wide);
            foreach (var note in table.Notes)
                yield return new(WordText.Paragraph(WordStyles.TableNote, WordText.Plain(note)), wide);
            yield return new(WordText.Paragraph(WordStyles.TableEnd), wide);
        }

        private IEnumerable<WordPiece> Picture(ReportPicture picture)
        {
            yield return new(Caption(report._words.Picture, report._pictures.IndexOf(picture), picture.Caption, AnchorOf(picture), null), KeepsNext: true);
            var drawn = report._png?.Invoke(picture);
            yield return drawn is null
                ? new(WordText.Paragraph(WordStyles.Note, WordText.Plain(picture.Alt)))
                : new(WordText.Paragraph(WordStyles.Picture, WordPicture.Drawn(part, picture, drawn, ++_pictures)), KeepsNext: true);
            yield return new(WordText.Paragraph(WordStyles.Note, [.. SameNumbers(picture)]));
        }

        private IEnumerable<OpenXmlElement> SameNumbers(ReportPicture picture)
        {
            if (!report._tableNumbers.TryGetValue(picture.Table, out var number))
                return [];
            var parts = report._words.SameNumbers.Split("{table}", 2, StringSplitOptions.None);
            var label = string.Create(CultureInfo.InvariantCulture, $"{report._words.Table} {number + 1}");
            var mark = WordAnchor.Of('n', picture.Table);
            return [WordText.Plain(parts[0]), WordText.To(mark, [.. WordText.Field($"REF {mark} \\h", label)]), WordText.Plain(parts.Length > 1 ? parts[1] : "")];
        }

        /// <summary>Its number is a field, so that a table put in by hand is counted in.</summary>
        private Paragraph Caption(string label, int index, string caption, string anchor, string? numberMark)
        {
            IEnumerable<OpenXmlElement> number = [WordText.Plain(label + " "), .. WordText.Field($"SEQ {label} \\* ARABIC", (index + 1).ToString(CultureInfo.InvariantCulture))];
            if (numberMark is not null)
                number = Text.Marked(numberMark, [.. number]);
            return WordText.Paragraph(WordStyles.Caption, [.. Text.Marked(anchor, [.. number, WordText.Plain(". " + caption)])]);
        }
    }
}
