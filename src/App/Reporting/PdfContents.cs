using System.Globalization;
using System.Text.RegularExpressions;

namespace Styrkedja.App.Reporting;

/// <summary>Tags the lines of lists of contents, tables and pictures as such lists.</summary>
/// <remarks>The lists reach the converter as plain paragraphs, since it reckons the pages in those while it lays them out but in its own lists only afterwards;
/// it then tags them as paragraphs by the names of their styles. Rule: ISO 32000-1, 14.8.4.3.3 and PDF/UA-1 (ISO 14289-1), 7.1: a list of contents is tagged as one.</remarks>
internal static partial class PdfContents
{
    public static void Tag(PdfObjects objects)
    {
        var lines = objects.Numbers.Where(n => Line().IsMatch(objects[n])).ToHashSet();
        foreach (var parent in lines.Select(line => PdfObjects.Reference(objects[line], "P")).Distinct().ToList())
        {
            var kids = Kids().Match(objects[parent]).Groups[1];
            if (kids.Success)
                objects[parent] = objects[parent][..kids.Index] + Listed(objects, parent, kids.Value, lines) + objects[parent][(kids.Index + kids.Length)..];
        }
    }

    /// <summary>The kids of an element with each unbroken run of lines replaced by a list of them.</summary>
    private static string Listed(PdfObjects objects, int parent, string kids, HashSet<int> lines)
    {
        var (listed, list) = ("", 0);
        foreach (var kid in Kid().Matches(kids).Select(kid => kid.Value))
        {
            if (!int.TryParse(kid.Split(' ')[0], CultureInfo.InvariantCulture, out var number) || !lines.Contains(number))
            {
                (listed, list) = (listed + kid + " ", 0);
                continue;
            }
            if (list == 0)
            {
                list = objects.Add($"<</Type/StructElem\n/S/TOC\n/P {parent} 0 R\n/K[]\n>>");
                listed += $"{list} 0 R ";
            }
            var item = objects.Add($"<</Type/StructElem\n/S/TOCI\n/P {list} 0 R\n/K[{number} 0 R ]\n>>");
            objects[list] = objects[list].Replace("]", $"{item} 0 R ]", StringComparison.Ordinal);
            objects[number] = Parent().Replace(objects[number], $"/P {item} 0 R", 1);
        }
        return listed;
    }

    /// <summary>The styles of the lines, as the converter calls them: contents by depth, and tables and pictures.</summary>
    [GeneratedRegex(@"^<</Type/StructElem\s+/S/(?:Contents#20\d|table#20of#20figures)\s")]
    private static partial Regex Line();

    [GeneratedRegex(@"/K\s*\[([^\]]*)\]")]
    private static partial Regex Kids();

    /// <summary>An element by its object, or a mark by its number.</summary>
    [GeneratedRegex(@"\d+ 0 R|\d+")]
    private static partial Regex Kid();

    [GeneratedRegex(@"/P \d+ 0 R")]
    private static partial Regex Parent();
}
