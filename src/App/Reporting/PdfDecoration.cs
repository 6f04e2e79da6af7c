using System.Text;
using System.Text.RegularExpressions;

namespace Styrkedja.App.Reporting;

/// <summary>Marks as decoration the lines that the converter draws beside all tags.</summary>
/// <remarks>LibreOffice 7.4 draws the border of a paragraph without saying what it is. Rule: PDF/UA-1 (ISO 14289-1), 7.1: all that is drawn is tagged or decoration;
/// ISO 32000-1, 8.5: a path is whole from where it begins to where it is painted, and nothing may stand within it.</remarks>
internal static partial class PdfDecoration
{
    public static void Mark(PdfObjects objects)
    {
        foreach (var content in objects.Numbers.Where(objects.IsPage).Select(n => PdfObjects.Reference(objects[n], "Contents")).Where(n => n > 0).ToList())
        {
            var painted = objects.Stream(content);
            var marked = Marked(painted);
            if (marked != painted)
                objects.SetStream(content, marked);
        }
    }

    private static string Marked(string painted)
    {
        var (marked, outside, depth) = (new StringBuilder(), new StringBuilder(), 0);
        foreach (var line in painted.Split('\n'))
        {
            if (line.EndsWith("BDC", StringComparison.Ordinal) || line.EndsWith("BMC", StringComparison.Ordinal))
                depth++;
            (depth > 0 ? Flush() : outside).Append(line).Append('\n');
            if (line == "EMC")
                depth--;
        }
        return Flush().ToString()[..^1];

        StringBuilder Flush()
        {
            marked.Append(Path().Replace(outside.ToString(), "/Artifact BMC\n$0\nEMC"));
            outside.Clear();
            return marked;
        }
    }

    /// <summary>A path that is painted; one that only bounds what comes after is followed by W and n instead.</summary>
    [GeneratedRegex(@"(?<!\S)(?>(?:(?>-?[\d.]+\s+)+(?:m|l|c|v|y|re)|h)\s+)+(?:[sSF]|[fBb]\*?)(?!\S)")]
    private static partial Regex Path();
}
