using static Styrkedja.Web.Reporting.DrawingSheet;

namespace Styrkedja.Web.Reporting;

/// <summary>A column of money by kind.</summary>
/// <param name="Text">The sum as it is read.</param>
/// <param name="Parts">Amounts from the bottom up; one that is not above zero is said but takes no room.</param>
public sealed record PictureStack(string Name, string Text, IReadOnlyList<PictureRow> Parts)
{
    internal decimal Sum => Parts.Sum(p => Math.Max(p.Value ?? 0, 0));
}

public static partial class ReportPictures
{
    private const decimal StackWidth = 56, StackGap = 44;

    /// <summary>Where money comes from and where it goes, as two columns in one scale with their parts named on each side.</summary>
    /// <param name="rest">What is left over or lacking, drawn as an open box on the lower column; absent to draw none.</param>
    public static Drawing MoneyInAndOut(PictureStack income, PictureStack costs, PictureRow? rest = null)
    {
        var sheet = new DrawingSheet();
        const decimal left = (Width / 2) - (StackGap / 2) - StackWidth, right = (Width / 2) + (StackGap / 2), side = left - 22;
        var onCosts = income.Sum >= costs.Sum;
        var labels = new[] { income, costs }.Select(s => s.Parts.Concat(rest is not null && s == (onCosts ? costs : income) ? [rest] : []).Select(p => LabelOf(p, side)).ToList()).ToList();
        var tall = Math.Max(300, labels.Max(l => l.Sum(HeightOfLabel)) + 10);
        var highest = Math.Max(Math.Max(income.Sum, costs.Sum), 0.01m);
        var heads = new[] { income, costs }.Select(s => Wrapped(s.Name, side + StackWidth, 2)).ToList();
        var top = (heads.Max(h => h.Count) * LineOf(Size)) + LineOf(Size) + 12;
        Stack(income, left, -1, ("#0a4568", "#c3d8e4"), labels[0], heads[0], !onCosts);
        Stack(costs, right, 1, ("#7a5c1e", "#efe3c4"), labels[1], heads[1], onCosts);
        sheet.Stroke(left - 8, top + tall, right + StackWidth + 8, top + tall, Ink);
        return sheet.Finish(Width, top + tall + 6);

        void Stack(PictureStack stack, decimal x, int way, (string From, string To) colours, IReadOnlyList<(IReadOnlyList<string> Name, string Text)> said, IReadOnlyList<string> head, bool holdsRest)
        {
            var parts = new List<(decimal Middle, decimal Height)>();
            var y = top + tall;
            var edge = way < 0 ? x : x + StackWidth;
            for (var i = 0; i < stack.Parts.Count; i++)
            {
                var height = Math.Max(stack.Parts[i].Value ?? 0, 0) * tall / highest;
                sheet.Rect(x, y - height, StackWidth, Math.Max(height - (height > 3 ? 1 : 0), stack.Parts[i].Value > 0 ? 0.6m : 0), Between(colours.From, colours.To, i, stack.Parts.Count));
                y -= height;
                parts.Add((y + (height / 2), HeightOfLabel(said[i])));
            }

            if (holdsRest && rest is not null)
            {
                var height = Math.Abs(income.Sum - costs.Sum) * tall / highest;
                var stroke = onCosts ? Better : Worse;
                sheet.Rect(x + 0.5m, y - height, StackWidth - 1, Math.Max(height, 1.5m), White, 1, stroke, "3 2");
                y -= height;
                parts.Add((y + (height / 2), HeightOfLabel(said[^1])));
            }

            // Heads stand in one line over both columns, from their inner edges outwards.
            var (inner, outward) = way < 0 ? (x + StackWidth, Anchor.End) : (x, Anchor.Start);
            sheet.Lines(inner, top - 10 - LineOf(Size) - ((head.Count - 1) * LineOf(Size)), head, anchor: outward);
            sheet.Text(inner, top - 10, stack.Text, strong: true, anchor: outward);
            var placed = Apart(parts, top - 2, top + tall + 4);
            for (var i = 0; i < placed.Count; i++)
            {
                var at = edge + (way * 18);
                sheet.Way([(edge + (way * 2), parts[i].Middle), (edge + (way * 12), placed[i]), (edge + (way * 15), placed[i])], Line, 0.8m);
                Label(said[i], at, placed[i], way);
            }
        }

        void Label((IReadOnlyList<string> Name, string Text) label, decimal x, decimal middle, int way)
        {
            var anchor = way < 0 ? Anchor.End : Anchor.Start;
            if (label.Name.Count == 1 && WidthOf(label.Name[0]) + WidthOf(label.Text, strong: true) + 8 <= side)
            {
                sheet.Text(x, middle + 4.5m, label.Text, strong: true, anchor: anchor);
                sheet.Text(x + (way * (WidthOf(label.Text, strong: true) + 6)), middle + 4.5m, label.Name[0], anchor: anchor);
                return;
            }

            var first = middle + 4.5m - (label.Name.Count * LineOf(Size) / 2);
            sheet.Lines(x, first, label.Name, anchor: anchor);
            sheet.Text(x, first + (label.Name.Count * LineOf(Size)), label.Text, strong: true, anchor: anchor);
        }

        decimal HeightOfLabel((IReadOnlyList<string> Name, string Text) label) =>
            4 + (LineOf(Size) * (label.Name.Count == 1 && WidthOf(label.Name[0]) + WidthOf(label.Text, strong: true) + 8 <= side ? 1 : label.Name.Count + 1));
    }

    private static (IReadOnlyList<string> Name, string Text) LabelOf(PictureRow row, decimal room) => (Wrapped(row.Name, room, 2), row.Text);

    /// <summary>A shade between two, the first for the first of so many.</summary>
    private static string Between(string from, string to, int at, int of)
    {
        int Part(int start) => (Convert.ToInt32(from.Substring(start, 2), 16) * (of - 1 - at) + Convert.ToInt32(to.Substring(start, 2), 16) * at) / Math.Max(of - 1, 1);
        return of < 2 ? from : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{Part(1):x2}{Part(3):x2}{Part(5):x2}");
    }
}
