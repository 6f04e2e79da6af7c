using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Styrkedja.Reports;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Styrkedja.Formats.Reports;

/// <summary>A picture in the flow of a text, with the words for those who do not see it.</summary>
internal static class WordPicture
{
    // A unit of a drawing is a 96th of an inch, as on a page of the web; 914 400 of Word's own units are an inch.
    private const long PerUnit = 9525;
    private const long PerTwentieth = 635;

    /// <summary>Width and height on paper, in Word's units (EMU): its own size, or as large as the page lets it be.</summary>
    public static (long Width, long Height) SizeOf(ReportPicture picture)
    {
        var scale = Math.Min(1m, Math.Min(
            WordPaper.UprightText * PerTwentieth / (decimal)(picture.Width * PerUnit),
            WordPaper.TallestPicture * PerTwentieth / (decimal)(picture.Height * PerUnit)));
        return ((long)(picture.Width * PerUnit * scale), (long)(picture.Height * PerUnit * scale));
    }

    public static Run Drawn(MainDocumentPart part, ReportPicture picture, byte[] png, uint number)
    {
        var id = $"picture{number}";
        var image = part.AddNewPart<ImagePart>("image/png", id);
        using (var bytes = new MemoryStream(png))
            image.FeedData(bytes);
        var (width, height) = SizeOf(picture);
        var alt = WordText.Clean(picture.Alt);
        return new(new Drawing(new Wp.Inline(
            new Wp.Extent { Cx = width, Cy = height },
            new Wp.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new Wp.DocProperties { Id = number, Name = picture.Id, Description = alt },
            new Wp.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(new Pic.Picture(
                new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = number, Name = picture.Id, Description = alt }, new Pic.NonVisualPictureDrawingProperties()),
                new Pic.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
                new Pic.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 }));
    }
}
