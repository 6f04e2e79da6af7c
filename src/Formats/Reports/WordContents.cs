using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Styrkedja.Reports;

namespace Styrkedja.Formats.Reports;

/// <summary>The lists of sections, tables and pictures.</summary>
/// <param name="toLayOut">Each line ends in the page of what it names, a field that is reckoned while the pages are laid out, and the lists are plain paragraphs.
/// Otherwise they are fields that Word can make anew, filled in as they are read now, and tell pages once Word has.</param>
internal sealed class WordContents(ReportDocument document, ReportWords words, bool toLayOut)
{
    /// <summary>Sections deeper than this stand in no list.</summary>
    private const int Depth = 3;

    private sealed record Entry(string Style, string Title, string Anchor);

    public IEnumerable<OpenXmlElement> Lists()
    {
        var sections = document.Sections.SelectMany(section => Sections(section, 1)).ToList();
        if (sections.Count > 0)
        {
            var heading = Heading(words.Contents);
            WordPaper.AtTop(heading);
            List<Paragraph> list = [heading, .. Listed($"TOC \\o \"1-{Depth}\" \\h \\z", sections)];
            foreach (var element in toLayOut ? list : Enumerable.Repeat(InGallery(list), 1))
                yield return element;
        }

        var tables = document.Tables.Select((table, i) => new Entry(WordStyles.Listed, Numbered(words.Table, i, table.Caption), ReportWord.AnchorOf(table))).ToList();
        var pictures = document.Pictures.Select((picture, i) => new Entry(WordStyles.Listed, Numbered(words.Picture, i, picture.Caption), ReportWord.AnchorOf(picture))).ToList();
        foreach (var (title, label, entries) in new[] { (words.Tables, words.Table, tables), (words.Pictures, words.Picture, pictures) })
        {
            if (entries.Count == 0)
                continue;
            yield return Heading(title);
            foreach (var entry in Listed($"TOC \\h \\z \\c \"{label}\"", entries))
                yield return entry;
        }
    }

    public static string Numbered(string label, int index, string caption) => string.Create(CultureInfo.InvariantCulture, $"{label} {index + 1}. {caption}");

    private static Paragraph Heading(string title) => WordText.Paragraph(WordStyles.ContentsHeading, WordText.Plain(title));

    /// <summary>What makes Word offer to update the list.</summary>
    private static OpenXmlElement InGallery(IEnumerable<Paragraph> list) => new SdtBlock(
        new SdtProperties(new SdtId { Val = 1 }, new SdtContentDocPartObject(new DocPartGallery { Val = "Table of Contents" }, new DocPartUnique())),
        new SdtContentBlock(list));

    private static IEnumerable<Entry> Sections(ReportSection section, int depth) => depth > Depth
        ? []
        : section.Sections.SelectMany(within => Sections(within, depth + 1)).Prepend(new(WordStyles.ContentsOf(depth), section.Title, ReportWord.AnchorOf(section)));

    private IEnumerable<Paragraph> Listed(string code, List<Entry> entries) => entries.Select((entry, i) => WordText.Paragraph(entry.Style,
    [
        .. toLayOut || i > 0 ? [] : WordText.FieldStart(code),
        WordText.To(entry.Anchor, WordText.Plain(entry.Title, WordText.Styled(WordStyles.ContentsLink))),
        .. toLayOut ? PageOf(entry) : [],
        .. toLayOut || i < entries.Count - 1 ? [] : new OpenXmlElement[] { WordText.FieldEnd() },
    ]));

    /// <summary>Stands beside the link of the title: the converter makes a link of its own of it, and would leave one within another without a tag.</summary>
    private static IEnumerable<OpenXmlElement> PageOf(Entry entry) =>
        [WordText.Run(WordStyles.ContentsLink, new TabChar()), .. WordText.Field($"PAGEREF {entry.Anchor} \\h", "0", WordStyles.ContentsLink)];
}
