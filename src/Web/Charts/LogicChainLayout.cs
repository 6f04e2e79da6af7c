using Styrkedja.Decisions;

namespace Styrkedja.Web.Charts;

/// <summary>A step of a logic chain as a box, in whole units of the picture.</summary>
/// <param name="Lines">Its text, broken so that it fits the box.</param>
public sealed record ChainBox(ChainStep Step, int X, int Y, int Height, IReadOnlyList<string> Lines)
{
    public const int Width = 208;

    public int Middle => Y + (Height / 2);
}

/// <summary>An arrow from one box to another.</summary>
/// <param name="Path">As a picture draws it.</param>
/// <param name="Evidence">How well it is known that the one leads to the other; absent when nobody has rated it.</param>
public sealed record ChainArrow(string Path, EvidenceStrength? Evidence);

/// <summary>A logic chain laid out in four columns, resources to the left and effects to the right.</summary>
public sealed class LogicChainLayout
{
    public const int Width = 980;

    private const int Gap = (Width - (4 * ChainBox.Width)) / 3;
    private const int Top = 30;
    private const int LineHeight = 18;
    private const int Between = 22;
    private const int MostLetters = 25;

    private LogicChainLayout(IReadOnlyList<ChainBox> boxes, IReadOnlyList<ChainArrow> arrows, int height) => (Boxes, Arrows, Height) = (boxes, arrows, height);

    public IReadOnlyList<ChainBox> Boxes { get; }

    public IReadOnlyList<ChainArrow> Arrows { get; }

    public int Height { get; }

    /// <summary>Where a column begins.</summary>
    public static int ColumnAt(ChainStepKind kind) => (int)kind * (ChainBox.Width + Gap);

    /// <param name="textOf">What a step says in the reader's language.</param>
    public static LogicChainLayout Of(IReadOnlyList<ChainStep> steps, Func<ChainStep, string> textOf)
    {
        var boxes = new List<ChainBox>();
        foreach (var column in steps.GroupBy(s => s.Kind))
        {
            var y = Top;
            foreach (var step in column)
            {
                var lines = Broken(textOf(step));
                var height = (lines.Count * LineHeight) + (step.LeadsTo.Count > 0 ? LineHeight + 6 : 0) + 18;
                boxes.Add(new(step, ColumnAt(step.Kind), y, height, lines));
                y += height + Between;
            }
        }

        var byId = boxes.ToDictionary(b => b.Step.Id, StringComparer.Ordinal);
        var arrows = boxes.SelectMany(from => from.Step.LeadsTo.Where(byId.ContainsKey).Select(to => new ChainArrow(PathOf(from, byId[to]), from.Step.Evidence))).ToList();
        return new(boxes, arrows, boxes.Count == 0 ? Top : boxes.Max(b => b.Y + b.Height) + 8);
    }

    /// <summary>Breaks a text between words into lines that fit a box; a word longer than that stands on a line of its own.</summary>
    public static IReadOnlyList<string> Broken(string text)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= MostLetters)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return lines;
    }

    private static string PathOf(ChainBox from, ChainBox to)
    {
        if (from.X == to.X)
        {
            var right = from.X + ChainBox.Width;
            return $"M{right},{from.Middle}C{right + 26},{from.Middle} {right + 26},{to.Middle} {right + 8},{to.Middle}";
        }

        var (start, end) = (from.X + ChainBox.Width, to.X - 8);
        var bend = (end - start) / 2;
        return $"M{start},{from.Middle}C{start + bend},{from.Middle} {end - bend},{to.Middle} {end},{to.Middle}";
    }
}
