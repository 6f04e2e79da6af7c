using System.Buffers.Binary;
using System.Xml;
using SkiaSharp;
using Svg.Skia;

namespace Styrkedja.Formats.Reports;

/// <summary>A drawing (SVG) as a picture of points (PNG) at print quality, on white.</summary>
/// <remarks>300 points to the inch, which the file says, so that a program which takes it in gives it the size it was made for. All text is set in <see cref="PictureFont"/>: the same
/// drawing gives the same bytes wherever the same version runs.</remarks>
public static class DrawnPicture
{
    public const int PointsPerInch = 300;

    private const int AfterHead = 33;

    // pHYs: 11 811 points to the metre both ways, with its checksum.
    private static readonly byte[] s_resolution = [0, 0, 0, 9, (byte)'p', (byte)'H', (byte)'Y', (byte)'s', 0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1, 0x78, 0xA5, 0x3F, 0x76];

    /// <param name="svg">A drawing whole in itself, with a view box or with width and height.</param>
    /// <param name="millimetres">How wide it is to be in print.</param>
    /// <exception cref="ArgumentException">The text is no drawing.</exception>
    public static byte[] Png(string svg, decimal millimetres)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(millimetres, 1);
        using var drawing = new SKSvg();
        drawing.Settings.EnableJavaScript = false;
        drawing.Settings.TypefaceProviders!.Clear();
        drawing.Settings.TypefaceProviders.Add(new PictureFont.Provider());
        SKPicture? picture;
        try
        {
            picture = drawing.FromSvg(svg);
        }
        catch (XmlException wrong)
        {
            throw new ArgumentException(wrong.Message, nameof(svg), wrong);
        }

        if (picture is not { CullRect: { Width: > 0, Height: > 0 } size })
            throw new ArgumentException("Not a drawing with a size.", nameof(svg));
        var width = (int)Math.Round(millimetres / 25.4m * PointsPerInch, MidpointRounding.AwayFromZero);
        var scale = width / size.Width;
        var height = Math.Max(1, (int)MathF.Round(size.Height * scale, MidpointRounding.AwayFromZero));
        using var points = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(points))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(scale);
            canvas.DrawPicture(picture);
        }

        using var pixels = points.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 6));
        return [.. png!.AsSpan()[..AfterHead], .. s_resolution, .. png.AsSpan()[AfterHead..]];
    }

    /// <summary>Width and height in points, as the head of a PNG says.</summary>
    public static (int Width, int Height) SizeOf(ReadOnlySpan<byte> png) => (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));
}
