using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Styrkedja.Reports;

namespace Styrkedja.Formats.Reports;

/// <summary>The lists of sections, tables and pictures: fields that Word can make anew, filled in as they are read now.</summary>
internal sealed class WordContents(ReportDocument document, ReportWords words, IReadOnlyDictionary<string, int>? pages)
{
    /// <summary>Sections deeper than this stand in no list.</summary>
    private const int Depth = 3;

    private sealed record Entry(string Style, string Title, string Anchor);

    public IEnumerable<OpenXmlElement> Lists()
    {
        var sections = document.Sections.SelectMany(section => Sections(section, 1)).ToList();
        if (sections.Count > 0)
        {
            var gallery = new SdtContentDocPartObject(new DocPartGallery { Val = "Table of Contents" }, new DocPartUnique());
            var heading = Heading(words.Contents);
            WordPaper.AtTop(heading);
            var block = new SdtContentBlock(heading);
            block.Append(Listed($"TOC \\o \"1-{Depth}\" \\h \\z", sections));
            yield return new SdtBlock(new SdtProperties(new SdtId { Val = 1 }, gallery), block);
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

    private static IEnumerable<Entry> Sections(ReportSection section, int depth) => depth > Depth
        ? []
        : section.Sections.SelectMany(within => Sections(within, depth + 1)).Prepend(new(WordStyles.ContentsOf(depth), section.Title, ReportWord.AnchorOf(section)));

    private IEnumerable<Paragraph> Listed(string code, List<Entry> entries)
    {
        foreach (var (entry, i) in entries.Select((entry, i) => (entry, i)))
        {
            var paragraph = WordText.Paragraph(entry.Style);
            if (i == 0)
                paragraph.Append(WordText.FieldStart(code));
            var link = WordText.To(entry.Anchor, WordText.Plain(entry.Title));
            if (pages is not null && pages.TryGetValue(entry.Anchor, out var page))
            {
                link.Append(new Run(new TabChar()));
                link.Append(WordText.Field($"PAGEREF {entry.Anchor} \\h", page.ToString(CultureInfo.InvariantCulture)));
            }

            paragraph.Append(link);
            if (i == entries.Count - 1)
                paragraph.Append(WordText.FieldEnd());
            yield return paragraph;
        }
    }
}
