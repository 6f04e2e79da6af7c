using System.Globalization;
using System.Security;
using System.Text;
using Styrkedja.Formats.Reports;

namespace Styrkedja.Web.Reporting;

/// <summary>Where on a text its x stands.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A drawing as it comes to be: shapes and words on white, each told by attributes alone, so that it is the same on a page, in print, in Word and as a picture.</summary>
internal sealed class DrawingSheet
{
    public const string Ink = "#1d1b18", Granite = "#514c44", Hair = "#ddd3c0", Line = "#8f8570", Sea = "#0a4568", Calm = "#6f8ea1", Better = "#3f8f84", Worse = "#b4563f", Own = "#17628f", Private = "#c08a1e", Out = "#7b4b83", White = "#ffffff";

    /// <summary>Sizes of letters, in units; a picture 160 mm wide makes them 8.3 and 7.3 points.</summary>
    public const decimal Size = 12.5m, Small = 11m;

    private readonly StringBuilder _shapes = new();

    public void Rect(decimal x, decimal y, decimal width, decimal height, string fill, decimal opacity = 1, string? stroke = null, string? dash = null) => _shapes.Append(
        CultureInfo.InvariantCulture,
        $"<rect x=\"{D(x)}\" y=\"{D(y)}\" width=\"{D(Math.Max(width, 0))}\" height=\"{D(Math.Max(height, 0))}\" fill=\"{fill}\"{Opacity(opacity)}{(stroke is null ? "" : $" stroke=\"{stroke}\"")}{Dash(dash)}/>");

    public void Stroke(decimal x1, decimal y1, decimal x2, decimal y2, string stroke, decimal width = 1, string? dash = null) =>
        _shapes.Append(CultureInfo.InvariantCulture, $"<line x1=\"{D(x1)}\" y1=\"{D(y1)}\" x2=\"{D(x2)}\" y2=\"{D(y2)}\" stroke=\"{stroke}\" stroke-width=\"{D(width)}\"{Dash(dash)}/>");

    public void Area(string path, string fill, decimal opacity = 1) => _shapes.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"{fill}\"{Opacity(opacity)}/>");

    public void Way(IEnumerable<(decimal X, decimal Y)> points, string stroke, decimal width, string? dash = null) => _shapes.Append(
        CultureInfo.InvariantCulture,
        $"<path d=\"M{string.Join('L', points.Select(p => $"{D(p.X)} {D(p.Y)}"))}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{D(width)}\" stroke-linejoin=\"round\" stroke-linecap=\"round\"{Dash(dash)}/>");

    public void Circle(decimal x, decimal y, decimal radius, string fill, string? stroke = null, decimal width = 1, string? dash = null) => _shapes.Append(
        CultureInfo.InvariantCulture,
        $"<circle cx=\"{D(x)}\" cy=\"{D(y)}\" r=\"{D(radius)}\" fill=\"{fill}\"{(stroke is null ? "" : $" stroke=\"{stroke}\" stroke-width=\"{D(width)}\"")}{Dash(dash)}/>");

    public void Text(decimal x, decimal y, string text, decimal size = Size, bool strong = false, Anchor anchor = Anchor.Start, string fill = Ink)
    {
        if (text.Length == 0)
            return;
        var weight = strong ? " font-weight=\"600\"" : "";
        var anchored = anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => "" };
        _shapes.Append(CultureInfo.InvariantCulture, $"<text x=\"{D(x)}\" y=\"{D(y)}\" font-size=\"{D(size)}\"{weight}{anchored} fill=\"{fill}\">{Escaped(text)}</text>");
    }

    /// <summary>Lines of words, the first at y, each a size and a third below the one before.</summary>
    public void Lines(decimal x, decimal y, IReadOnlyList<string> lines, decimal size = Size, bool strong = false, Anchor anchor = Anchor.Start, string fill = Ink)
    {
        for (var i = 0; i < lines.Count; i++)
            Text(x, y + (i * LineOf(size)), lines[i], size, strong, anchor, fill);
    }

    /// <summary>Words with their middle at x on a ground of their own, so that no line runs through them.</summary>
    public void TextOn(decimal x, decimal y, string text, bool strong, string fill)
    {
        if (text.Length == 0)
            return;
        var wide = WidthOf(text, Size, strong);
        Rect(x - (wide / 2) - 1, y - Size + 1.5m, wide + 2, Size + 1.5m, White);
        Text(x, y, text, Size, strong, Anchor.Middle, fill);
    }

    public static decimal LineOf(decimal size) => Math.Round(size * 1.3m, 1);

    public static decimal WidthOf(string text, decimal size = Size, bool strong = false) => text.Length == 0 ? 0 : PictureFont.Width(text, size, strong);

    public static decimal WidthOf(IEnumerable<string> texts, decimal size = Size, bool strong = false) => texts.Select(t => WidthOf(t, size, strong)).DefaultIfEmpty(0).Max();

    /// <summary>The words in lines that are no wider than the space; what has no room in the last line ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrapped(string text, decimal width, int lines, decimal size = Size, bool strong = false)
    {
        var said = new List<string>();
        var left = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (left.Count > 0 && said.Count < lines)
        {
            var taken = 1;
            while (taken < left.Count && WidthOf(string.Join(' ', left.Take(taken + 1)), size, strong) <= width)
                taken++;
            var line = string.Join(' ', left.Take(taken));
            left.RemoveRange(0, taken);
            if (said.Count == lines - 1 && left.Count > 0)
                line = Cut(line + " " + string.Join(' ', left), width, size, strong);
            said.Add(WidthOf(line, size, strong) > width ? Cut(line, width, size, strong) : line);
        }

        return said.Count > 0 ? said : [""];
    }

    /// <summary>The words in as few lines as <see cref="Wrapped"/> needs, all about as long.</summary>
    public static IReadOnlyList<string> Balanced(string text, decimal width, int lines, decimal size, bool strong)
    {
        var said = Wrapped(text, width, lines, size, strong);
        for (var narrower = width - 10; narrower > width / 2; narrower -= 10)
        {
            if (Wrapped(text, narrower, lines + 1, size, strong) is not { } tried || tried.Count > said.Count || tried.Any(line => line.EndsWith('…')))
                break;
            said = tried;
        }

        return said;
    }

    public Drawing Finish(int width, decimal height)
    {
        var tall = (int)Math.Ceiling(height);
        return new(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {tall}\" width=\"{width}\" height=\"{tall}\" font-family=\"{PictureFont.Family}\"><rect width=\"{width}\" height=\"{tall}\" fill=\"{White}\"/>{_shapes}</svg>",
            width,
            tall);
    }

    public void Inner(Drawing drawing, decimal x, decimal y)
    {
        var start = drawing.Svg.IndexOf("/>", StringComparison.Ordinal) + 2;
        _shapes.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({D(x)} {D(y)})\">{drawing.Svg.AsSpan(start, drawing.Svg.Length - start - "</svg>".Length)}</g>");
    }

    public static string D(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Cut(string text, decimal width, decimal size, bool strong)
    {
        for (var length = text.Length - 1; length > 0; length--)
        {
            var cut = text[..length].TrimEnd(' ', ',', '.', '-') + "…";
            if (WidthOf(cut, size, strong) <= width)
                return cut;
        }

        return "…";
    }

    private static string Opacity(decimal opacity) => opacity == 1 ? "" : $" fill-opacity=\"{D(opacity)}\"";

    private static string Dash(string? dash) => dash is null ? "" : $" stroke-dasharray=\"{dash}\"";

    /// <summary>As XML holds it; what XML cannot hold is left out.</summary>
    private static string Escaped(string text) => SecurityElement.Escape(string.Concat(text.Where((c, i) => c >= ' ' && c is not ('\uFFFE' or '\uFFFF')
        && (!char.IsSurrogate(c) || (char.IsHighSurrogate(c) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]))))));
}
