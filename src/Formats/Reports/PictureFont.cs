using SkiaSharp;
using Svg.Skia.TypefaceProviders;

namespace Styrkedja.Formats.Reports;

/// <summary>The letters of pictures: Open Sans in two weights, which come with the program so that no picture depends on what a machine has.</summary>
public static class PictureFont
{
    /// <summary>What a drawing says as its font-family: ours, and what stands in for it where a reader's machine shows the drawing itself.</summary>
    public const string Family = "Open Sans, Segoe UI, Helvetica Neue, Arial, DejaVu Sans, sans-serif";

    /// <summary>The widest of the fonts that stand in, DejaVu Sans, writes a signed amount a fifth wider than ours.</summary>
    private const float Spare = 1.2f;

    private static readonly Lazy<SKTypeface> s_regular = new(() => Shipped("OpenSans-Regular.ttf"));
    private static readonly Lazy<SKTypeface> s_semibold = new(() => Shipped("OpenSans-Semibold.ttf"));

    /// <summary>How wide a text may become in any of the fonts of <see cref="Family"/>, in the unit of its size.</summary>
    public static decimal Width(string text, decimal size, bool strong = false)
    {
        using var font = new SKFont(Of(strong), (float)size) { Hinting = SKFontHinting.None, Subpixel = true };
        return (decimal)(font.MeasureText(text) * Spare);
    }

    private static SKTypeface Of(bool strong) => (strong ? s_semibold : s_regular).Value;

    private static SKTypeface Shipped(string name)
    {
        using var stream = typeof(PictureFont).Assembly.GetManifestResourceStream(name)!;
        return SKTypeface.FromStream(stream) ?? throw new InvalidDataException(name);
    }

    /// <summary>Answers every family with ours.</summary>
    internal sealed class Provider : ITypefaceProvider
    {
        public SKTypeface FromFamilyName(string fontFamily, SKFontStyleWeight fontWeight, SKFontStyleWidth fontWidth, SKFontStyleSlant fontStyle) => Of(fontWeight >= SKFontStyleWeight.SemiBold);
    }
}
