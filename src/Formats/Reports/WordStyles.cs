using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Styrkedja.Formats.Reports;

/// <summary>The styles of a report in Word: a calm page with few sizes, headings in an old face and text in a clear one.</summary>
/// <remarks>Cambria and Calibri come with Word; Caladea and Carlito (Debian: fonts-crosextra-caladea and -carlito) are as wide letter by letter, so that a page of the PDF ends where the page in Word ends.</remarks>
internal static class WordStyles
{
    public const string Text = "Normal";
    public const string Lead = "ReportLead";
    public const string Note = "ReportNote";
    public const string Warning = "ReportWarning";
    public const string Caption = "Caption";
    public const string Picture = "ReportPicture";
    public const string Table = "ReportTable";
    public const string TableText = "TableText";
    public const string TableHead = "TableHead";
    public const string TableGroup = "TableGroup";
    public const string TableNote = "TableNote";
    public const string TableEnd = "TableEnd";
    public const string ContentsHeading = "TOCHeading";
    public const string Listed = "TableofFigures";
    public const string CoverRegion = "CoverRegion";
    public const string CoverTitle = "Title";
    public const string CoverLead = "CoverLead";
    public const string CoverNote = "CoverNote";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Points = "ListBullet";
    public const string Numbers = "ListNumber";
    public const string Link = "Hyperlink";
    public const string FigureLink = "FigureLink";
    public const string ContentsLink = "ContentsLink";

    public const string Serif = "Cambria";
    public const string Sans = "Calibri";

    /// <summary>Headings go no deeper.</summary>
    public const int Deepest = 4;

    public static string HeadingOf(int depth) => Numbered("Heading", Math.Min(depth, Deepest));

    /// <summary>A heading within a section's text; looks like one of that depth, and stands in no list of contents.</summary>
    public static string TextHeadingOf(int depth) => Numbered("TextHeading", Math.Min(depth, Deepest));

    public static string ContentsOf(int depth) => Numbered("TOC", depth);

    public static Styles Made(string language)
    {
        var styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle
                {
                    RunFonts = new() { Ascii = Sans, HighAnsi = Sans, ComplexScript = Sans, EastAsia = Sans },
                    Color = new() { Val = WordColours.Ink },
                    FontSize = new() { Val = "21" },
                    FontSizeComplexScript = new() { Val = "21" },
                    Languages = new() { Val = language, EastAsia = language, Bidi = language },
                }),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new WidowControl(), new SpacingBetweenLines { After = "130", Line = "283", LineRule = LineSpacingRuleValues.Auto }))),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = Text, Default = true },
            new Style(new StyleName { Val = "Default Paragraph Font" }, new UIPriority { Val = 1 }, new SemiHidden()) { Type = StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true },
            new Style(new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(), new StyleTableProperties(Margins(0))) { Type = StyleValues.Table, StyleId = "TableNormal", Default = true },
            new Style(new StyleName { Val = "No List" }, new UIPriority { Val = 99 }, new SemiHidden()) { Type = StyleValues.Numbering, StyleId = "NoList", Default = true });
        (int Size, string Font, int Before, int After, string Colour)[] headings = [(40, Serif, 560, 160, WordColours.Ink), (29, Serif, 400, 110, WordColours.Sea), (24, Serif, 300, 90, WordColours.Ink), (21, Sans, 240, 60, WordColours.Granite)];
        foreach (var (heading, i) in headings.Select((heading, i) => (heading, i)))
        {
            styles.Append(Heading(HeadingOf(i + 1), $"heading {i + 1}"), Heading(TextHeadingOf(i + 1), $"Text Heading {i + 1}"));

            Style Heading(string id, string name) => Paragraph(id, name, Spaced(heading.Before, heading.After, 252, keepsNext: true, outline: i), Run(heading.Size, heading.Font, heading.Colour, bold: i > 1), Text);
        }

        styles.Append(
            Paragraph(CoverRegion, "Cover Region", Spaced(3600, 200, 240), Run(26, Sans, WordColours.Granite, spacing: 30)),
            Paragraph(CoverTitle, "Title", Ruled(Spaced(0, 420, 240), WordColours.Sea, 18, 14), Run(68, Serif, WordColours.Ink)),
            Paragraph(CoverLead, "Cover Lead", Spaced(0, 200, 300), Run(27, Serif, WordColours.Ink)),
            Paragraph(CoverNote, "Cover Note", Spaced(0, 80, 264), Run(18, Sans, WordColours.Granite)),
            Paragraph(Lead, "Report Lead", Spaced(0, 200, 290), Run(25, Serif, WordColours.Ink)),
            Paragraph(Note, "Report Note", Spaced(0, 130, 259), Run(18, Sans, WordColours.Granite)),
            Paragraph(Warning, "Report Warning", Boxed(Spaced(160, 220, 270)), Run(20, Sans, WordColours.Ink)),
            Paragraph(Caption, "caption", Spaced(280, 100, 252, keepsNext: true), Run(20, Sans, WordColours.Sea, bold: true)),
            Paragraph(Picture, "Report Picture", Spaced(0, 80, 240, keepsNext: true), null),
            Paragraph(TableText, "Table Text", Spaced(34, 34, 240), Run(18, Sans, WordColours.Ink)),
            Paragraph(TableHead, "Table Head", Spaced(34, 50, 240), Run(17, Sans, WordColours.Granite, bold: true), TableText),
            Paragraph(TableGroup, "Table Group", Spaced(130, 34, 240), Run(18, Sans, WordColours.Sea, bold: true), TableText),
            Paragraph(TableNote, "Table Note", Spaced(50, 30, 250), Run(17, Sans, WordColours.Granite)),
            Paragraph(TableEnd, "Table End", Spaced(0, 0, 200, exact: true), Run(4, Sans, WordColours.Granite)),
            Paragraph(ContentsHeading, "TOC Heading", Spaced(480, 160, 252, keepsNext: true), Run(40, Serif, WordColours.Ink)),
            Paragraph(Points, "List Bullet", Listing(1), null),
            Paragraph(Numbers, "List Number", Listing(2), null),
            Paragraph(Header, "header", Ruled(Spaced(0, 0, 240), WordColours.Hairline, 4, 5), Run(17, Sans, WordColours.Granite)),
            Paragraph(Footer, "footer", Right(Spaced(0, 0, 240)), Run(17, Sans, WordColours.Granite)));
        (string Id, string Name, int Before, int Indent, int Size, bool Bold)[] contents =
            [(ContentsOf(1), "toc 1", 120, 0, 21, true), (ContentsOf(2), "toc 2", 0, 284, 21, false), (ContentsOf(3), "toc 3", 0, 567, 19, false), (Listed, "table of figures", 0, 0, 20, false)];
        foreach (var entry in contents)
            styles.Append(Paragraph(entry.Id, entry.Name, Contents(entry.Before, entry.Indent), Run(entry.Size, Sans, WordColours.Ink, bold: entry.Bold)));
        styles.Append(
            new Style(new StyleName { Val = "Hyperlink" }, new BasedOn { Val = "DefaultParagraphFont" }, new StyleRunProperties(new Color { Val = WordColours.Sea }, new Underline { Val = UnderlineValues.Single, Color = WordColours.Hairline })) { Type = StyleValues.Character, StyleId = Link },
            new Style(new StyleName { Val = "Figure Link" }, new BasedOn { Val = "DefaultParagraphFont" }, new StyleRunProperties(new Color { Val = WordColours.Sea })) { Type = StyleValues.Character, StyleId = FigureLink, CustomStyle = true },
            new Style(new StyleName { Val = "Contents Link" }, new BasedOn { Val = "DefaultParagraphFont" }, new StyleRunProperties(new Color { Val = WordColours.Ink }, new Underline { Val = UnderlineValues.None })) { Type = StyleValues.Character, StyleId = ContentsLink, CustomStyle = true },
            new Style(
                new StyleName { Val = "Report Table" },
                new BasedOn { Val = "TableNormal" },
                new StyleTableProperties(
                    new TableBorders(
                        new BottomBorder { Val = BorderValues.Single, Color = WordColours.Ink, Size = 8, Space = 0 },
                        new InsideHorizontalBorder { Val = BorderValues.Single, Color = WordColours.Hairline, Size = 4, Space = 0 }),
                    Margins(WordColumns.Padding)))
            { Type = StyleValues.Table, StyleId = Table, CustomStyle = true });
        return styles;
    }

    /// <summary>The two kinds of lists; each list with numbers begins at one, by a use of its own from 3 on.</summary>
    public static Numbering Numbering(int numberedLists)
    {
        var numbering = new Numbering(Kind(1, NumberFormatValues.Bullet, "•"), Kind(2, NumberFormatValues.Decimal, "%1."), Use(1, 1), Use(2, 2));
        for (var i = 0; i < numberedLists; i++)
        {
            var use = Use(3 + i, 2);
            use.Append(new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 });
            numbering.Append(use);
        }

        return numbering;

        static AbstractNum Kind(int id, NumberFormatValues format, string text) => new(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = format },
                new LevelText { Val = text },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "397", Hanging = "284" }))
            { LevelIndex = 0 })
        { AbstractNumberId = id };

        static NumberingInstance Use(int id, int kind) => new(new AbstractNumId { Val = kind }) { NumberID = id };
    }

    private static string Numbered(string style, int number) => string.Create(CultureInfo.InvariantCulture, $"{style}{number}");

    private static Style Paragraph(string id, string name, StyleParagraphProperties paragraph, StyleRunProperties? run, string based = Text)
    {
        var style = new Style(new StyleName { Val = name }, new BasedOn { Val = based }) { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = char.IsUpper(name[0]) && name is not ("Title" or "TOC Heading" or "List Bullet" or "List Number") };
        if (paragraph.OutlineLevel is not null)
            style.Append(new NextParagraphStyle { Val = Text });
        style.Append(new PrimaryStyle(), paragraph);
        if (run is not null)
            style.Append(run);
        return style;
    }

    private static StyleParagraphProperties Spaced(int before, int after, int line, bool keepsNext = false, int? outline = null, bool exact = false)
    {
        var properties = new StyleParagraphProperties
        {
            SpacingBetweenLines = new() { Before = Text_(before), After = Text_(after), Line = Text_(line), LineRule = exact ? LineSpacingRuleValues.Exact : LineSpacingRuleValues.Auto },
        };
        if (keepsNext)
            (properties.KeepNext, properties.KeepLines) = (new(), new());
        if (outline is { } level)
            properties.OutlineLevel = new() { Val = level };
        return properties;

        static string Text_(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private static StyleParagraphProperties Ruled(StyleParagraphProperties properties, string colour, uint eighths, uint space)
    {
        properties.ParagraphBorders = new() { BottomBorder = new() { Val = BorderValues.Single, Color = colour, Size = eighths, Space = space } };
        return properties;
    }

    private static StyleParagraphProperties Right(StyleParagraphProperties properties)
    {
        properties.Justification = new() { Val = JustificationValues.Right };
        return properties;
    }

    private static StyleParagraphProperties Boxed(StyleParagraphProperties properties)
    {
        properties.KeepLines = new();
        properties.ParagraphBorders = new()
        {
            TopBorder = new() { Val = BorderValues.Single, Color = WordColours.Hairline, Size = 4, Space = 6 },
            LeftBorder = new() { Val = BorderValues.Single, Color = WordColours.Brick, Size = 24, Space = 8 },
            BottomBorder = new() { Val = BorderValues.Single, Color = WordColours.Hairline, Size = 4, Space = 6 },
            RightBorder = new() { Val = BorderValues.Single, Color = WordColours.Hairline, Size = 4, Space = 8 },
        };
        properties.Shading = new() { Val = ShadingPatternValues.Clear, Color = "auto", Fill = WordColours.Sand };
        properties.Indentation = new() { Left = "200", Right = "200" };
        return properties;
    }

    private static StyleParagraphProperties Contents(int before, int indent)
    {
        var properties = Spaced(before, 30, 259);
        properties.Tabs = new(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = WordPaper.UprightText });
        properties.Indentation = new() { Left = indent.ToString(CultureInfo.InvariantCulture) };
        return properties;
    }

    private static StyleParagraphProperties Listing(int use)
    {
        var properties = Spaced(0, 70, 275);
        properties.NumberingProperties = new(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = use });
        return properties;
    }

    private static StyleRunProperties Run(int size, string font, string colour, bool bold = false, int spacing = 0)
    {
        var properties = new StyleRunProperties
        {
            RunFonts = new() { Ascii = font, HighAnsi = font, ComplexScript = font, EastAsia = font },
            Color = new() { Val = colour },
            FontSize = new() { Val = size.ToString(CultureInfo.InvariantCulture) },
            FontSizeComplexScript = new() { Val = size.ToString(CultureInfo.InvariantCulture) },
        };
        if (bold)
            properties.Bold = new();
        if (spacing != 0)
            properties.Spacing = new() { Val = spacing };
        return properties;
    }

    private static TableCellMarginDefault Margins(int side) => new(
        new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
        new TableCellLeftMargin { Width = (short)side, Type = TableWidthValues.Dxa },
        new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
        new TableCellRightMargin { Width = (short)side, Type = TableWidthValues.Dxa });
}
