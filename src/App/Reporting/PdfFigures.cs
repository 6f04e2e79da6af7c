using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Styrkedja.App.Reporting;

/// <summary>Joins pictures on the pages to their figures among the tags.</summary>
/// <remarks>The converter (LibreOffice 7.4) writes a figure with its text for those who do not see, but paints the picture as decoration beside it, so that
/// the figure has nothing to show. Here the painting is marked as the figure's own. Rule: PDF/UA-1 (ISO 14289-1), 7.1 and 7.3; ISO 32000-1, 14.7.4.
/// A page whose pictures are not as many as its empty figures is left as it is, and <see cref="PdfAccessibility"/> tells.</remarks>
internal static partial class PdfFigures
{
    public static void Tag(PdfObjects objects)
    {
        var figures = objects.Numbers.Where(n => Figure().IsMatch(objects[n]) && !Kids().IsMatch(objects[n]))
            .GroupBy(n => PdfObjects.Reference(objects[n], "Pg")).Where(page => page.Key > 0).ToList();
        var tree = objects.Numbers.Select(n => PdfObjects.Reference(objects[n], "ParentTree")).FirstOrDefault(n => n > 0);
        foreach (var page in figures)
        {
            var index = StructParents().Match(objects[page.Key]).Groups[1].Value;
            var parents = Regex.Match(objects[tree], $@"(?<=[\[\]]\s*){index}\s*\[([^\]]*)\]");
            var content = PdfObjects.Reference(objects[page.Key], "Contents");
            var painted = Stream(objects, content);
            var pictures = Picture().Matches(painted);
            if (!parents.Success || pictures.Count != page.Count())
                continue;
            var mark = Regex.Count(parents.Groups[1].Value, @"\d+\s+0\s+R");
            var marked = new StringBuilder();
            var (from, owners) = (0, "");
            foreach (var (picture, figure) in pictures.Zip(page))
            {
                marked.Append(painted, from, picture.Index - from)
                    .Append(CultureInfo.InvariantCulture, $"/Figure<</MCID {mark}>>BDC").Append(painted, picture.Index + Decoration.Length, picture.Length - Decoration.Length);
                from = picture.Index + picture.Length;
                objects[figure] = objects[figure][..objects[figure].LastIndexOf(">>", StringComparison.Ordinal)] + $"/K[{mark} ]\n>>";
                owners += $"{figure} 0 R ";
                mark++;
            }
            marked.Append(painted, from, painted.Length - from);
            // Not packed: how tightly a library packs differs from version to version, and so would the bytes.
            objects[content] = $"<</Length {marked.Length}>>\nstream\n{marked}\nendstream";
            var place = parents.Groups[1].Index + parents.Groups[1].Length;
            objects[tree] = objects[tree].Insert(place, owners);
        }
    }

    private const string Decoration = "/Artifact BMC";

    /// <summary>What a page paints, unpacked.</summary>
    private static string Stream(PdfObjects objects, int number)
    {
        var body = objects[number];
        var from = StreamHead().Match(body);
        var bytes = Encoding.Latin1.GetBytes(body[(from.Index + from.Length)..body.LastIndexOf("endstream", StringComparison.Ordinal)]);
        using var unpacked = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var text = new StreamReader(unpacked, Encoding.Latin1);
        return text.ReadToEnd();
    }

    [GeneratedRegex(@"^<</Type/StructElem\s+/S/Figure\b")]
    private static partial Regex Figure();

    [GeneratedRegex(@"/K\s*[\[\d]")]
    private static partial Regex Kids();

    [GeneratedRegex(@"/StructParents (\d+)")]
    private static partial Regex StructParents();

    /// <summary>A picture painted as decoration and nothing else in the same stretch.</summary>
    [GeneratedRegex(@"/Artifact BMC\n(?:(?!EMC)[^\n]*\n)*?(?:(?!EMC)[^\n]*)/Im\d+ Do(?:(?!EMC).)*?EMC", RegexOptions.Singleline)]
    private static partial Regex Picture();

    [GeneratedRegex(@"stream\r?\n")]
    private static partial Regex StreamHead();
}
