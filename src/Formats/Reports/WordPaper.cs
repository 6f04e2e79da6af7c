using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Styrkedja.Formats.Reports;

/// <summary>One piece of the flow of a report on its way to pages.</summary>
/// <param name="Wide">Needs a page on its side.</param>
/// <param name="KeepsNext">Stands on the page of what comes after it.</param>
internal sealed record WordPiece(OpenXmlElement Element, bool Wide = false, bool KeepsNext = false);

/// <summary>Pages of A4, upright and on their side. Unit: twentieths of a point.</summary>
internal static class WordPaper
{
    public const int UprightText = Short - (2 * UprightSide);
    public const int WideText = Long - (2 * WideSide);

    /// <summary>How high a picture may stand, so that its caption finds room.</summary>
    public const int TallestPicture = 11_000;

    public const string Header = "header";
    public const string Footer = "footer";

    private const int FewLines = 2;
    private const int Short = 11906;
    private const int Long = 16838;
    private const int UprightSide = 1417;
    private const int WideSide = 1134;
    private const int TopMargin = 1644;
    private const int BottomMargin = 1361;
    private const int Edge = 737;

    /// <summary>The pieces in order, with a new section of the document wherever the page turns; the last section's properties come last.</summary>
    /// <remarks>A heading before a wide table turns with it, and so do a few lines between two such tables.</remarks>
    public static IEnumerable<OpenXmlElement> Turned(IReadOnlyList<WordPiece> pieces)
    {
        var wide = pieces.Select(piece => piece.Wide).ToArray();
        for (var i = wide.Length - 2; i >= 0; i--)
            wide[i] |= pieces[i].KeepsNext && wide[i + 1];
        for (int i = 1, before = 0; i < wide.Length; i++)
        {
            if (!wide[i])
                continue;
            if (wide[before] && i - before - 1 <= FewLines && pieces.Skip(before).Take(i - before).All(piece => piece.Wide || piece is { Element: Paragraph, KeepsNext: false }))
                Array.Fill(wide, true, before, i - before);
            before = i;
        }

        for (var i = 0; i < wide.Length; i++)
        {
            if (i == 0 || wide[i] != wide[i - 1])
                AtTop(pieces[i].Element);
            if (i + 1 < wide.Length && wide[i] != wide[i + 1])
                Close(pieces[i].Element, Section(wide[i]));
            yield return pieces[i].Element;
        }

        yield return Section(wide.Length > 0 && wide[^1]);
    }

    /// <summary>Ends a section of the document by its last paragraph.</summary>
    public static void Close(OpenXmlElement last, SectionProperties section) => ((Paragraph)last).ParagraphProperties!.SectionProperties = section;

    /// <summary>Takes away the room before what begins a page.</summary>
    public static void AtTop(OpenXmlElement first)
    {
        if (first is Paragraph { ParagraphProperties: { } properties })
            properties.SpacingBetweenLines = new() { Before = "0" };
    }

    /// <summary>Pages without head and foot.</summary>
    public static SectionProperties Cover() => new(
        new SectionType { Val = SectionMarkValues.NextPage },
        new PageSize { Width = Short, Height = Long },
        Margins(UprightSide));

    public static SectionProperties Section(bool wide) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = Header },
        new FooterReference { Type = HeaderFooterValues.Default, Id = Footer },
        new SectionType { Val = SectionMarkValues.NextPage },
        wide ? new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape } : new PageSize { Width = Short, Height = Long },
        Margins(wide ? WideSide : UprightSide));

    private static PageMargin Margins(int side) => new() { Top = TopMargin, Bottom = BottomMargin, Left = (uint)side, Right = (uint)side, Header = Edge, Footer = Edge, Gutter = 0 };
}
