using System.Buffers.Binary;
using SkiaSharp;

namespace Styrkedja.Formats.Reports;

/// <summary>Drawings as pictures for print.</summary>
public class DrawnPictureTests
{
    private const string Drawn = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 170" width="680" height="170" font-family="Open Sans, sans-serif">
          <rect x="0" y="0" width="340" height="170" fill="#17628f"/>
          <text x="360" y="60" font-size="20">Hallands sjukhus −96,4</text>
          <text x="360" y="120" font-size="20" font-weight="600" font-family="A font that nobody has">Åäö</text>
        </svg>
        """;

    [Fact]
    public void It_has_three_hundred_points_to_the_inch_and_says_so()
    {
        var png = DrawnPicture.Png(Drawn, 160);

        Assert.Equal((1890, 473), DrawnPicture.SizeOf(png));
        var said = png.AsSpan(png.AsSpan().IndexOf("pHYs"u8) + 4);
        Assert.Equal((11811, 11811, (byte)1), (BinaryPrimitives.ReadInt32BigEndian(said), BinaryPrimitives.ReadInt32BigEndian(said[4..]), said[8]));
        // A strict reader checks the sum of every piece.
        Assert.Equal(BinaryPrimitives.ReadUInt32BigEndian(said[9..]), Crc(png.AsSpan(png.AsSpan().IndexOf("pHYs"u8), 13)));
    }

    [Fact]
    public void Shapes_stand_where_they_are_drawn_on_white()
    {
        using var picture = SKBitmap.Decode(DrawnPicture.Png(Drawn, 160));

        Assert.Equal(new SKColor(0x17, 0x62, 0x8f), picture.GetPixel(100, 100));
        Assert.Equal(SKColors.White, picture.GetPixel(1800, 400));
    }

    [Fact]
    public void Words_are_set_in_the_font_that_is_shipped_whatever_the_drawing_asks_for()
    {
        var other = Drawn.Replace("Open Sans, sans-serif", "DejaVu Serif", StringComparison.Ordinal);

        Assert.Equal(DrawnPicture.Png(Drawn, 80), DrawnPicture.Png(other, 80));
        Assert.NotEqual(DrawnPicture.Png(Drawn, 80), DrawnPicture.Png(Drawn.Replace(" font-weight=\"600\"", "", StringComparison.Ordinal), 80));
    }

    [Fact]
    public void The_same_drawing_gives_the_same_bytes_in_any_locale_and_on_many_threads()
    {
        var png = DrawnPicture.Png(Drawn, 100);

        Assert.Equal(png, OtherLocale.Run(() => DrawnPicture.Png(Drawn, 100)));
        Assert.All(Enumerable.Range(0, 8).AsParallel().Select(_ => DrawnPicture.Png(Drawn, 100)).ToList(), again => Assert.Equal(png, again));
    }

    [Theory]
    [InlineData("no drawing")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect></svg>")]
    public void What_is_no_drawing_is_refused(string text) => Assert.Throws<ArgumentException>(() => DrawnPicture.Png(text, 160));

    [Fact]
    public void A_text_is_as_wide_as_the_widest_font_that_stands_in_may_make_it()
    {
        Assert.InRange(PictureFont.Width("Hallands sjukhus", 12.5m), 110, 125);
        Assert.True(PictureFont.Width("Hallands sjukhus", 12.5m, strong: true) > PictureFont.Width("Hallands sjukhus", 12.5m));
        Assert.Equal(0, PictureFont.Width("", 12.5m));
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return ~sum;
    }
}
