namespace Styrkedja.Web.Reporting;

/// <summary>A drawing whole in itself (SVG), and its size in the units of its view box.</summary>
public sealed record Drawing(string Svg, int Width, int Height);

/// <summary>One value of a picture.</summary>
/// <param name="Value">In any unit, the same for all of a picture; nothing when it is not known.</param>
/// <param name="Text">The value as it is read, such as +12,3.</param>
/// <param name="Strong">True for a whole among its parts.</param>
public sealed record PictureRow(string Name, decimal? Value, string Text, bool Strong = false);

/// <summary>Pictures of a report and for presentations, drawn for print: dark on white, every value said where it is drawn, nothing told by colour alone.</summary>
/// <remarks>680 units wide. Room for words is reckoned by the widest font that may stand in, so that none meets another or is cut but by an ellipsis.</remarks>
public static partial class ReportPictures
{
    public const int Width = 680;

    /// <summary>A picture that stands alone: its title above, measure and unit under the title, its source below, and an edge around.</summary>
    public static Drawing Titled(Drawing drawing, string title, string subtitle, string source)
    {
        var sheet = new DrawingSheet();
        const decimal edge = 20, large = 17;
        decimal wide = drawing.Width, y = edge + large;
        var (titles, subtitles, sources) = (DrawingSheet.Balanced(title, wide, 3, large, true), DrawingSheet.Wrapped(subtitle, wide, 2), DrawingSheet.Wrapped(source, wide, 2, DrawingSheet.Small));
        sheet.Lines(edge, y, titles, large, true);
        y += (titles.Count * DrawingSheet.LineOf(large)) - 2;
        sheet.Lines(edge, y, subtitles, fill: DrawingSheet.Granite);
        y += subtitles.Count * DrawingSheet.LineOf(DrawingSheet.Size);
        sheet.Inner(drawing, edge, y);
        y += drawing.Height + 8;
        sheet.Stroke(edge, y, edge + wide, y, DrawingSheet.Hair);
        sheet.Lines(edge, y + 16, sources, DrawingSheet.Small, fill: DrawingSheet.Granite);
        return sheet.Finish(drawing.Width + (2 * (int)edge), y + 16 + (sources.Count * DrawingSheet.LineOf(DrawingSheet.Small)) + (edge / 2));
    }

    /// <summary>Moves what stands too near as little as needed, within the edges as far as there is room; the order is kept.</summary>
    /// <param name="wanted">Where the middle of each would stand, and how high it is.</param>
    internal static IReadOnlyList<decimal> Apart(IReadOnlyList<(decimal Middle, decimal Height)> wanted, decimal top, decimal bottom)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i].Middle).ToList();
        // Those that meet are one group that stands with its middle where its members would on average.
        var groups = new List<(decimal Start, decimal Height, int Members)>();
        foreach (var i in order)
        {
            var (middle, height) = wanted[i];
            groups.Add((middle - (height / 2), height, 1));
            while (groups.Count > 1 && groups[^2].Start + groups[^2].Height > groups[^1].Start)
            {
                var (above, below) = (groups[^2], groups[^1]);
                var start = ((above.Start * above.Members) + ((below.Start - above.Height) * below.Members)) / (above.Members + below.Members);
                groups.RemoveAt(groups.Count - 1);
                groups[^1] = (start, above.Height + below.Height, above.Members + below.Members);
            }
        }

        var placed = new decimal[wanted.Count];
        var at = 0;
        foreach (var group in groups)
        {
            var y = group.Start;
            for (var member = 0; member < group.Members; member++, at++)
            {
                placed[order[at]] = y + (wanted[order[at]].Height / 2);
                y += wanted[order[at]].Height;
            }
        }

        // What has passed an edge comes back; when there is not room for all, they begin at the top and go on below the lower edge.
        var limit = bottom;
        foreach (var i in order.AsEnumerable().Reverse())
        {
            placed[i] = Math.Min(placed[i], limit - (wanted[i].Height / 2));
            limit = placed[i] - (wanted[i].Height / 2);
        }

        var free = top;
        foreach (var i in order)
        {
            placed[i] = Math.Max(placed[i], free + (wanted[i].Height / 2));
            free = placed[i] + (wanted[i].Height / 2);
        }

        return placed;
    }
}
