using System.Globalization;
using System.Xml.Linq;
using Styrkedja.Formats.Reports;
using Styrkedja.Web.Reporting;

namespace Styrkedja.Web.Tests.Reporting;

/// <summary>A drawing read back: what it says, where, and what is wrong with it.</summary>
internal sealed class DrawnWords
{
    private static readonly HashSet<string> s_known = ["svg", "rect", "line", "path", "circle", "text", "g"];
    private static readonly HashSet<string> s_refused = ["class", "style", "href", "id", "onload"];

    public DrawnWords(Drawing drawing)
    {
        Drawing = drawing;
        Root = XDocument.Parse(drawing.Svg).Root!;
        Words = [.. Root.Descendants().Where(e => e.Name.LocalName == "text").Select(Read)];
    }

    public Drawing Drawing { get; }

    public XElement Root { get; }

    public IReadOnlyList<Word> Words { get; }

    public IReadOnlyList<string> Texts => [.. Words.Select(w => w.Text)];

    public IReadOnlyList<XElement> All(string name) => [.. Root.Descendants().Where(e => e.Name.LocalName == name)];

    public Word Find(string text) => Words.Single(w => w.Text == text);

    /// <summary>Whatever is cut, lies over other words, or leans on something outside the drawing.</summary>
    public IEnumerable<string> Faults()
    {
        if ((string?)Root.Attribute("viewBox") != string.Create(CultureInfo.InvariantCulture, $"0 0 {Drawing.Width} {Drawing.Height}"))
            yield return "the view box is not the drawing's size";
        foreach (var element in Root.DescendantsAndSelf())
        {
            if (!s_known.Contains(element.Name.LocalName) || element.Attributes().Any(a => s_refused.Contains(a.Name.LocalName)))
                yield return $"{element.Name.LocalName} is none of what a drawing is made of";
            foreach (var name in new[] { "x", "y", "width", "height", "x1", "x2", "y1", "y2", "cx", "cy", "r" })
            {
                if (Number(element, name) is { } value && (value < -1 || value > Math.Max(Drawing.Width, Drawing.Height) + 1))
                    yield return $"{element.Name.LocalName} {name} is {value}";
            }

            if (Number(element, "x") + Number(element, "width") > Drawing.Width + 1 || Number(element, "y") + Number(element, "height") > Drawing.Height + 1)
                yield return $"a {element.Name.LocalName} leaves the drawing";
        }

        foreach (var word in Words)
        {
            if (word.Left < -0.5m || word.Right > Drawing.Width + 0.5m || word.Top < -0.5m || word.Bottom > Drawing.Height + 0.5m)
                yield return $"\"{word.Text}\" is cut: {word.Left:0.#}..{word.Right:0.#}, {word.Top:0.#}..{word.Bottom:0.#} of {Drawing.Width} x {Drawing.Height}";
        }

        for (var i = 0; i < Words.Count; i++)
        {
            foreach (var other in Words.Skip(i + 1).Where(Words[i].Meets))
                yield return $"\"{Words[i].Text}\" lies over \"{other.Text}\"";
        }
    }

    private static Word Read(XElement text)
    {
        var size = Number(text, "font-size")!.Value;
        var wide = PictureFont.Width(text.Value, size, (string?)text.Attribute("font-weight") == "600");
        var moved = text.Ancestors().Select(a => (string?)a.Attribute("transform")).OfType<string>()
            .Select(t => t["translate(".Length..^1].Split(' ').Select(n => decimal.Parse(n, CultureInfo.InvariantCulture)).ToList()).ToList();
        var (x, y) = (Number(text, "x")!.Value + moved.Sum(m => m[0]), Number(text, "y")!.Value + moved.Sum(m => m[1]));
        var left = (string?)text.Attribute("text-anchor") switch { "end" => x - wide, "middle" => x - (wide / 2), _ => x };
        return new(text.Value, left, left + wide, y - (size * 0.78m), y + (size * 0.22m));
    }

    private static decimal? Number(XElement element, string name) => decimal.TryParse((string?)element.Attribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    internal sealed record Word(string Text, decimal Left, decimal Right, decimal Top, decimal Bottom)
    {
        public bool Meets(Word other) => Left < other.Right - 0.5m && other.Left < Right - 0.5m && Top < other.Bottom - 0.5m && other.Top < Bottom - 0.5m;
    }
}
