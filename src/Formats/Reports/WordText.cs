using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Styrkedja.Reports;

namespace Styrkedja.Formats.Reports;

/// <summary>Words as Word holds them: runs, links, fields and bookmarks.</summary>
internal sealed class WordText(WordLinks links)
{
    public const string Star = "*";

    private int _bookmarks;

    public static Paragraph Paragraph(string style, params ReadOnlySpan<OpenXmlElement> content)
    {
        var paragraph = new Paragraph(new ParagraphProperties { ParagraphStyleId = new() { Val = style } });
        foreach (var element in content)
            paragraph.AppendChild(element);
        return paragraph;
    }

    public static Run Plain(string text, RunProperties? looks = null)
    {
        var run = new Run();
        if (looks is not null)
            run.Append(looks);
        foreach (var (line, i) in Clean(text).Split('\n').Select((line, i) => (line, i)))
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>The text without what XML cannot hold.</summary>
    public static string Clean(string text) => text.Any(c => c < ' ' || c > '\uD7FF')
        ? string.Concat(text.EnumerateRunes().Select(rune => rune.Value is < ' ' and not ('\n' or '\t') or 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString()))
        : text;

    public IEnumerable<OpenXmlElement> Of(IEnumerable<ReportRun> runs) => runs.Select(Of);

    private OpenXmlElement Of(ReportRun run) =>
        Linked(run.Text + (run.Figure?.Illustrative == true ? Star : ""), links.Id(run.Figure, run.Address), WordStyles.Link, run.Strong, run.Emphasis);

    /// <summary>What a cell of a table says.</summary>
    public OpenXmlElement Of(ReportCell cell, string text, bool strong, string? colour) =>
        Linked(text + (cell.Illustrative ? Star : ""), links.Id(cell.Figure, cell.Address), cell.Figure is null ? WordStyles.Link : WordStyles.FigureLink, strong, emphasis: false, colour);

    private static OpenXmlElement Linked(string text, string? link, string linkStyle, bool strong, bool emphasis, string? colour = null)
    {
        var looks = new RunProperties();
        if (link is not null)
            looks.RunStyle = new() { Val = linkStyle };
        if (strong)
            looks.Bold = new();
        if (emphasis)
            looks.Italic = new();
        if (colour is not null)
            looks.Color = new() { Val = colour };
        var run = Plain(text, looks.HasChildren ? looks : null);
        return link is null ? run : new Hyperlink(run) { Id = link, History = true };
    }

    /// <summary>Words that lead to a place in the document.</summary>
    public static Hyperlink To(string bookmark, params ReadOnlySpan<OpenXmlElement> content)
    {
        var link = new Hyperlink { Anchor = bookmark, History = true };
        foreach (var element in content)
            link.AppendChild(element);
        return link;
    }

    public IEnumerable<OpenXmlElement> Marked(string bookmark, params ReadOnlySpan<OpenXmlElement> content)
    {
        var id = (++_bookmarks).ToString(CultureInfo.InvariantCulture);
        return [new BookmarkStart { Id = id, Name = bookmark }, .. content, new BookmarkEnd { Id = id }];
    }

    /// <summary>A field with the words that stand in it until it is reckoned again.</summary>
    /// <param name="style">Of its letters, by the style's name; every piece of the field bears it, since readers look at different ones.</param>
    public static IEnumerable<OpenXmlElement> Field(string code, string words, string? style = null) => [.. FieldStart(code, style), Plain(words, Styled(style)), FieldEnd(style)];

    public static IEnumerable<OpenXmlElement> FieldStart(string code, string? style = null) =>
    [
        Run(style, new FieldChar { FieldCharType = FieldCharValues.Begin }),
        Run(style, new FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve }),
        Run(style, new FieldChar { FieldCharType = FieldCharValues.Separate }),
    ];

    public static Run FieldEnd(string? style = null) => Run(style, new FieldChar { FieldCharType = FieldCharValues.End });

    /// <summary>Something that stands among letters, such as a tab, in their style.</summary>
    public static Run Run(string? style, OpenXmlElement content)
    {
        var run = new Run(content);
        if (Styled(style) is { } looks)
            run.InsertAt(looks, 0);
        return run;
    }

    public static RunProperties? Styled(string? style) => style is null ? null : new() { RunStyle = new() { Val = style } };
}
