using Styrkedja.Goals;
using static Styrkedja.Web.Reporting.DrawingSheet;

namespace Styrkedja.Web.Reporting;

/// <summary>How one sub-goal stands.</summary>
/// <param name="Word">The judgement as it is read, such as delvis uppfyllt.</param>
public sealed record PictureSubGoal(string Name, GoalFulfilment Fulfilment, string Word);

/// <summary>A strategic goal with what has been set under it.</summary>
public sealed record PictureGoal(string Name, IReadOnlyList<PictureSubGoal> SubGoals);

/// <summary>How many stand in one way.</summary>
/// <param name="Text">As it is read, such as 4 uppfyllda.</param>
public sealed record PictureCount(GoalFulfilment Fulfilment, int Count, string Text);

public static partial class ReportPictures
{
    /// <summary>How many goals stand in each way, and under each strategic goal its sub-goals as boxes with sign and word.</summary>
    public static Drawing Goals(IReadOnlyList<PictureCount> counts, IReadOnlyList<PictureGoal> goals)
    {
        var sheet = new DrawingSheet();
        decimal y = 0;
        if (counts.Any(c => c.Count > 0))
            y = CountBar(sheet, [.. counts.Where(c => c.Count > 0)]) + 14;
        const decimal names = 196, boxes = names + 16, gap = 6, edge = 8, sign = 20;
        var all = goals.SelectMany(g => g.SubGoals).ToList();
        var needed = edge + sign + edge + Math.Max(WidthOf(all.Select(s => s.Name)), WidthOf(all.Select(s => s.Word), Small));
        var perLine = Math.Clamp((int)((Width - boxes + gap) / (Math.Min(needed, Width - boxes) + gap)), 1, 4);
        var wide = (Width - boxes + gap) / perLine - gap;
        foreach (var goal in goals)
        {
            sheet.Stroke(0, y, Width, y, Hair);
            y += 8;
            var name = Wrapped(goal.Name, names, 6, strong: true);
            sheet.Lines(0, y + Size + 2, name, strong: true);
            var (top, lines) = (y, goal.SubGoals.Select(s => Wrapped(s.Name, wide - edge - sign - edge, 3)).ToList());
            for (var first = 0; first < goal.SubGoals.Count; first += perLine)
            {
                var tall = lines.Skip(first).Take(perLine).Max(l => l.Count) * LineOf(Size) + LineOf(Small) + 10;
                for (var i = first; i < Math.Min(first + perLine, goal.SubGoals.Count); i++)
                {
                    var (sub, x) = (goal.SubGoals[i], boxes + ((i - first) * (wide + gap)));
                    var (stroke, ground) = LookOf(sub.Fulfilment);
                    sheet.Rect(x + 0.5m, top + 0.5m, wide - 1, tall - 1, ground, stroke: stroke, dash: sub.Fulfilment == GoalFulfilment.NotJudged ? "4 3" : null);
                    Sign(sheet, x + edge + 6, top + 13, sub.Fulfilment);
                    sheet.Lines(x + edge + sign, top + Size + 5, lines[i]);
                    sheet.Text(x + edge + sign, top + Size + 5 + (lines[i].Count * LineOf(Size)) - 1, Wrapped(sub.Word, wide - edge - sign - edge, 1, Small)[0], Small, fill: Granite);
                }

                top += tall + gap;
            }

            y = Math.Max(top, y + (name.Count * LineOf(Size)) + gap) + 2;
        }

        return sheet.Finish(Width, Math.Max(y, 1));
    }

    /// <summary>One bar of all, and under it what each part is.</summary>
    private static decimal CountBar(DrawingSheet sheet, IReadOnlyList<PictureCount> counts)
    {
        decimal x = 0;
        var total = counts.Sum(c => c.Count);
        var starts = new List<decimal>();
        foreach (var count in counts)
        {
            var wide = (decimal)Width * count.Count / total;
            starts.Add(x);
            var (stroke, ground) = LookOf(count.Fulfilment);
            var judged = count.Fulfilment != GoalFulfilment.NotJudged;
            sheet.Rect(x + 0.5m, 2.5m, Math.Max(wide - 3, 1), 17, judged ? stroke : ground, judged && count.Fulfilment == GoalFulfilment.Partly ? 0.6m : 1, stroke, judged ? null : "4 3");
            x += wide;
        }

        // Words begin where their part does, moved as far as they need for each other and the edge.
        var widths = counts.Select(c => 18 + WidthOf(c.Text) + 14).ToList();
        for (var i = 1; i < starts.Count; i++)
            starts[i] = Math.Max(starts[i], starts[i - 1] + widths[i - 1]);
        decimal end = Width + 14;
        for (var i = starts.Count - 1; i >= 0; i--)
        {
            starts[i] = Math.Max(0, Math.Min(starts[i], end - widths[i]));
            end = starts[i];
        }

        var below = widths.Sum() > Width + 14;
        for (var i = 0; i < counts.Count; i++)
        {
            var (left, line) = below ? (0, i * 20) : (starts[i], 0);
            Sign(sheet, left + 6, 34 + line, counts[i].Fulfilment);
            sheet.Text(left + 18, 38.5m + line, counts[i].Text);
        }

        return below ? 44 + ((counts.Count - 1) * 20) : 44;
    }

    private static (string Stroke, string Ground) LookOf(GoalFulfilment fulfilment) => fulfilment switch
    {
        GoalFulfilment.Fulfilled => (Better, "#e3f1ee"),
        GoalFulfilment.Partly => ("#9a6d12", "#f8f0dd"),
        GoalFulfilment.NotFulfilled => (Worse, "#f9e9e4"),
        _ => (Granite, White),
    };

    /// <summary>A circle: filled with a tick, half filled, empty, or dashed.</summary>
    private static void Sign(DrawingSheet sheet, decimal x, decimal y, GoalFulfilment fulfilment)
    {
        const decimal radius = 5.5m;
        var (stroke, _) = LookOf(fulfilment);
        switch (fulfilment)
        {
            case GoalFulfilment.Fulfilled:
                sheet.Circle(x, y, radius + 0.5m, stroke);
                sheet.Way([(x - 2.7m, y + 0.2m), (x - 0.7m, y + 2.3m), (x + 2.9m, y - 2.2m)], White, 1.5m);
                break;
            case GoalFulfilment.Partly:
                sheet.Circle(x, y, radius, White, stroke, 1.4m);
                sheet.Area($"M{D(x)} {D(y - radius)}A{D(radius)} {D(radius)} 0 0 0 {D(x)} {D(y + radius)}Z", stroke);
                break;
            case GoalFulfilment.NotFulfilled:
                sheet.Circle(x, y, radius, White, stroke, 1.6m);
                break;
            default:
                sheet.Circle(x, y, radius, White, stroke, 1.3m, "2.2 2");
                break;
        }
    }
}
