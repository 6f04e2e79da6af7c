using Styrkedja.Formats.Figures;
using static Styrkedja.Web.Reporting.DrawingSheet;

namespace Styrkedja.Web.Reporting;

/// <summary>How a line is drawn.</summary>
public enum PictureLineKind
{
    /// <summary>What happened: firm.</summary>
    Outcome,

    /// <summary>What was planned: dashed.</summary>
    Budget,

    /// <summary>What is expected: dotted.</summary>
    Forecast,

    /// <summary>What happened before: thin.</summary>
    Earlier,
}

/// <summary>A line over time.</summary>
/// <param name="Values">One for each time, in the unit that the picture says; nothing where it is not known.</param>
/// <param name="Text">Its last value as it is read.</param>
public sealed record PictureLine(string Name, IReadOnlyList<decimal?> Values, string Text, PictureLineKind Kind);

public static partial class ReportPictures
{
    private const decimal ShortLabel = 150;

    /// <summary>Values over time as lines with zero among them, such as a result summed month by month beside its budget.</summary>
    /// <param name="times">What stands under each time, such as jan.</param>
    public static Drawing Lines(IReadOnlyList<string> times, IReadOnlyList<PictureLine> lines)
    {
        var sheet = new DrawingSheet();
        const decimal top = 14, bottom = 264;
        var all = lines.SelectMany(l => l.Values).OfType<decimal>().Append(0).ToList();
        var (step, decimals) = StepOf(all.Max() - all.Min(), 5);
        var (low, high) = (Math.Floor(all.Min() / step) * step, Math.Ceiling(all.Max() / step) * step);
        if (high == low)
            high = low + step;
        var ticks = Enumerable.Range(0, (int)((high - low) / step) + 1).Select(i => low + (i * step)).ToList();
        var left = WidthOf(ticks.Select(t => AmountText.Number(t, decimals)), Small) + 8;
        var shown = lines.Where(l => l.Values.Any(v => v is not null)).ToList();
        List<IReadOnlyList<string>> labels = [.. shown.Select(l => (IReadOnlyList<string>)[.. Wrapped(l.Name, ShortLabel, 2), l.Text])];
        var right = Width - labels.Select(l => Math.Max(WidthOf(l.SkipLast(1)), WidthOf(l[^1], strong: true))).DefaultIfEmpty(0).Max() - 22;
        decimal Y(decimal value) => bottom - ((value - low) * (bottom - top) / (high - low));
        decimal X(int at) => times.Count < 2 ? (left + right) / 2 : left + 10 + (at * (right - left - 20) / (times.Count - 1));
        foreach (var tick in ticks)
        {
            sheet.Stroke(left, Y(tick), right, Y(tick), tick == 0 ? Ink : Hair);
            sheet.Text(left - 8, Y(tick) + 4, AmountText.Number(tick, decimals), Small, anchor: Anchor.End, fill: Granite);
        }

        // As many times are named as have room.
        var wide = WidthOf(times, Small) + 8;
        var each = times.Count < 2 ? 1 : Math.Max(1, (int)Math.Ceiling(wide / ((right - left - 20) / (times.Count - 1))));
        for (var i = 0; i < times.Count; i += each)
            sheet.Text(X(i), bottom + 18, times[i], Small, anchor: Anchor.Middle, fill: Granite);

        var ends = shown.Select(l => l.Values.Select((v, i) => (v, i)).Last(p => p.v is not null)).Select(p => (X: X(p.i), Y: Y(p.v!.Value))).ToList();
        var placed = Apart([.. ends.Select((e, i) => (e.Y, (labels[i].Count * LineOf(Size)) + 4))], 0, bottom + 24);
        foreach (var (line, i) in shown.Select((l, i) => (l, i)).OrderByDescending(l => l.l.Kind))
        {
            var (stroke, width, dash) = line.Kind switch
            {
                PictureLineKind.Outcome => (Sea, 2.6m, (string?)null),
                PictureLineKind.Budget => (Granite, 1.6m, "6 4"),
                PictureLineKind.Forecast => (Own, 1.8m, "1.5 4"),
                _ => (Line, 1.3m, null),
            };
            foreach (var part in Whole(line.Values))
            {
                if (part.Count > 1)
                    sheet.Way(part.Select(p => (X(p.At), Y(p.Value))), stroke, width, dash);
                else
                    sheet.Circle(X(part[0].At), Y(part[0].Value), width, stroke);
            }

            var labelTop = placed[i] - (labels[i].Count * LineOf(Size) / 2);
            sheet.Way([(ends[i].X + 4, ends[i].Y), (right + 2, placed[i]), (right + 14, placed[i])], Line, 0.8m);
            sheet.Circle(ends[i].X, ends[i].Y, 3.4m, stroke);
            sheet.Lines(right + 18, labelTop + Size - 1, [.. labels[i].SkipLast(1)], fill: stroke == Line ? Granite : stroke);
            sheet.Text(right + 18, labelTop + Size - 1 + ((labels[i].Count - 1) * LineOf(Size)), line.Text, strong: true);
        }

        return sheet.Finish(Width, Math.Max(bottom + 28, placed.Select((p, i) => p + (labels[i].Count * LineOf(Size) / 2) + 6).DefaultIfEmpty(0).Max()));
    }

    /// <summary>A key figure year by year as columns, the last of them marked; where there are too many for their words, bars below each other.</summary>
    /// <param name="target">What it is to be, drawn across.</param>
    public static Drawing Years(IReadOnlyList<PictureRow> rows, PictureRow? target = null)
    {
        var sheet = new DrawingSheet();
        const decimal top = 24, bottom = 214, name = 22;
        var label = target is null ? [] : (IReadOnlyList<string>)[.. Wrapped(target.Name, 130, 2), target.Text];
        var right = Width - (target is null ? 0 : Math.Max(WidthOf(label.SkipLast(1)), WidthOf(target.Text, strong: true)) + 10);
        var pitch = rows.Count == 0 ? right : Math.Min(right / rows.Count, 130);
        if (WidthOf(rows.SelectMany(r => new[] { r.Text, r.Name }), strong: true) + 6 > pitch)
            return Bars([.. rows, .. target is null ? Array.Empty<PictureRow>() : [target with { Strong = true }]], value => value < 0 ? Worse : Own, "", "");
        var all = rows.Select(r => r.Value).Append(target?.Value).OfType<decimal>().Append(0).ToList();
        var (low, high) = (all.Min(), all.Max());
        // Words stand over what is above zero and under what is below.
        var floor = low < 0 ? bottom - 18 : bottom;
        decimal Y(decimal value) => high == low ? floor : floor - ((value - low) * (floor - top) / (high - low));
        var wide = Math.Min(pitch * 0.62m, 64);
        decimal Middle(int at) => (at * pitch) + (pitch / 2);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Value is { } value)
                sheet.Rect(Middle(i) - (wide / 2), Math.Min(Y(value), Y(0)), wide, Math.Max(Math.Abs(Y(value) - Y(0)), 1), i == rows.Count - 1 ? Sea : Calm);
        }

        var end = rows.Count * pitch;
        if (target?.Value is { } aim)
        {
            sheet.Stroke(0, Y(aim), end + 4, Y(aim), Ink, 1.2m, "5 3");
            var first = Math.Clamp(Y(aim) - (label.Count * LineOf(Size) / 2) + Size - 1, Size, bottom);
            sheet.Lines(end + 8, first, [.. label.SkipLast(1)], fill: Granite);
            sheet.Text(end + 8, first + ((label.Count - 1) * LineOf(Size)), target.Text, strong: true);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var (row, last) = (rows[i], i == rows.Count - 1);
            sheet.TextOn(Middle(i), row.Value < 0 ? Y(row.Value.Value) + 15 : Y(row.Value ?? 0) - 6, row.Text, last, row.Value is null ? Granite : Ink);
            sheet.Text(Middle(i), bottom + name - 4, row.Name, strong: last, anchor: Anchor.Middle, fill: last ? Ink : Granite);
        }

        sheet.Stroke(0, Y(0), end, Y(0), Ink);
        return sheet.Finish(Width, bottom + name + 4);
    }

    /// <summary>The stretches of a line between what is not known.</summary>
    private static IEnumerable<IReadOnlyList<(int At, decimal Value)>> Whole(IReadOnlyList<decimal?> values)
    {
        var part = new List<(int, decimal)>();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
            {
                part.Add((i, value));
                continue;
            }

            if (part.Count > 0)
                yield return part;
            part = [];
        }

        if (part.Count > 0)
            yield return part;
    }

    /// <summary>A step of 1, 2 or 5 times a power of ten that parts a span in about so many, and the decimals that it needs.</summary>
    private static (decimal Step, int Decimals) StepOf(decimal span, int parts)
    {
        if (span <= 0)
            return (1, 0);
        var (step, decimals) = (1m, 0);
        while (step * parts < span)
            step *= 10;
        while (step * parts >= span * 10)
            step /= 10;
        foreach (var finer in new[] { step / 5, step / 2, step })
        {
            if (finer * parts < span)
                continue;
            step = finer;
            break;
        }

        while (decimals < 10 && step != Math.Round(step, decimals))
            decimals++;
        return (step, decimals);
    }
}
