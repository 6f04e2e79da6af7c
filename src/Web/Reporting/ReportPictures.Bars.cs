using static Styrkedja.Web.Reporting.DrawingSheet;

namespace Styrkedja.Web.Reporting;

public static partial class ReportPictures
{
    private const decimal BarHeight = 14, NameRoom = 250, Beside = 7;

    /// <summary>How far each is from what was planned: a bar to the right of the line is better, to the left worse.</summary>
    /// <param name="worse">Stands over what lies to the left.</param>
    /// <param name="better">Stands over what lies to the right.</param>
    public static Drawing Deviations(IReadOnlyList<PictureRow> rows, string worse, string better) =>
        Bars(rows, value => value < 0 ? Worse : Better, worse, better);

    /// <summary>Values beside each other where none is better or worse, such as money by kind.</summary>
    public static Drawing Values(IReadOnlyList<PictureRow> rows) => Bars(rows, value => value < 0 ? Worse : Own, "", "");

    /// <summary>From the planned result, step by step, to the one there was. What the steps do not explain between the two is a step that the caller gives.</summary>
    public static Drawing Steps(PictureRow from, IReadOnlyList<PictureRow> steps, PictureRow to)
    {
        var levels = new List<(PictureRow Row, decimal From, decimal To, bool Whole)> { (from, 0, from.Value ?? 0, true) };
        var running = from.Value ?? 0;
        foreach (var step in steps)
        {
            levels.Add((step, running, running + (step.Value ?? 0), false));
            running += step.Value ?? 0;
        }

        levels.Add((to, 0, to.Value ?? 0, true));
        var sheet = new DrawingSheet();
        var names = Names(levels.Select(l => l.Row with { Strong = l.Whole }));
        var left = names.Room + 12;
        var (low, high) = (Math.Min(0, levels.Min(l => Math.Min(l.From, l.To))), Math.Max(0, levels.Max(l => Math.Max(l.From, l.To))));
        var room = Width - left - WidthOf(levels.Select(l => l.Row.Text), strong: true) - Beside;
        decimal X(decimal value) => left + (high == low ? 0 : (value - low) * room / (high - low));
        decimal y = 4;
        var tops = new List<decimal>();
        for (var i = 0; i < levels.Count; i++)
        {
            tops.Add(y);
            y += HeightOf(names.Lines[i]);
        }

        sheet.Stroke(X(0), 0, X(0), y, Line);
        for (var i = 0; i < levels.Count; i++)
        {
            var (row, start, end, whole) = levels[i];
            var middle = tops[i] + (HeightOf(names.Lines[i]) / 2);
            var (x1, x2) = (X(Math.Min(start, end)), X(Math.Max(start, end)));
            if (i + 1 < levels.Count)
                sheet.Stroke(X(end), middle, X(end), tops[i + 1] + (HeightOf(names.Lines[i + 1]) / 2) - (BarHeight / 2), Line, 1, "2 2");
            sheet.Rect(x1, middle - (BarHeight / 2), row.Value is null ? 0 : Math.Max(x2 - x1, 1), BarHeight, whole ? Granite : end < start ? Worse : Better);
            Name(sheet, names.Lines[i], middle, whole);
            sheet.Text(x2 + Beside, middle + 4.5m, row.Text, strong: whole);
        }

        return sheet.Finish(Width, y + 4);
    }

    private static Drawing Bars(IReadOnlyList<PictureRow> rows, Func<decimal, string> fill, string below, string above)
    {
        var sheet = new DrawingSheet();
        var names = Names(rows);
        var left = rows.Count == 0 ? 0 : names.Room + 12;
        var (low, high) = (Math.Min(0, rows.Min(r => r.Value) ?? 0), Math.Max(0, rows.Max(r => r.Value) ?? 0));
        decimal RoomFor(bool negative) => rows.Where(r => (r.Value ?? 0) < 0 == negative).Select(r => WidthOf(r.Text, strong: r.Strong) + Beside).DefaultIfEmpty(0).Max();
        var (before, after) = (RoomFor(true), RoomFor(false));
        decimal Room() => Width - 1 - left - before - after;
        if (below.Length + above.Length > 0)
        {
            // The heads stand at the line on both sides of it, so each side is as wide as its own.
            var each = high == low ? 0 : Room() / (high - low);
            before = Math.Max(before, WidthOf(below, Small) + Beside + 12 + (low * each));
            after = Math.Max(after, WidthOf(above, Small) + Beside + 12 - (high * each));
        }

        var room = Room();
        var zero = left + before + (high == low ? 0 : -low * room / (high - low));
        decimal Long(decimal value) => high == low ? 0 : Math.Abs(value) * room / (high - low);
        decimal y = 4;
        if (below.Length + above.Length > 0)
        {
            Pointer(sheet, zero - Beside, 11, -1);
            sheet.Text(zero - Beside - 10, 15, below, Small, anchor: Anchor.End, fill: Granite);
            Pointer(sheet, zero + Beside, 11, 1);
            sheet.Text(zero + Beside + 10, 15, above, Small, fill: Granite);
            y = 24;
        }

        var top = y;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var tall = HeightOf(names.Lines[i]);
            var middle = y + (tall / 2);
            if (row.Strong && i > 0)
                sheet.Stroke(0, y, Width, y, Hair);
            if (row.Value is { } value && value != 0)
                sheet.Rect(value < 0 ? zero - Long(value) : zero, middle - (BarHeight / 2), Math.Max(Long(value), 1), BarHeight, fill(value));
            Name(sheet, names.Lines[i], middle, row.Strong);
            if (row.Value < 0)
                sheet.Text(zero - Long(row.Value.Value) - Beside, middle + 4.5m, row.Text, strong: row.Strong, anchor: Anchor.End);
            else
                sheet.Text(zero + Long(row.Value ?? 0) + Beside, middle + 4.5m, row.Text, strong: row.Strong, fill: row.Value is null ? Granite : Ink);
            y += tall;
        }

        if (rows.Count > 0)
            sheet.Stroke(zero, top - 2, zero, y + 2, Ink);
        return sheet.Finish(Width, y + 4);
    }

    /// <summary>The names in at most three lines each, and the room that the widest of them needs.</summary>
    private static (IReadOnlyList<IReadOnlyList<string>> Lines, decimal Room) Names(IEnumerable<PictureRow> rows)
    {
        var all = rows.ToList();
        List<IReadOnlyList<string>> lines = [.. all.Select(r => Wrapped(r.Name, NameRoom, 3, strong: r.Strong))];
        return (lines, lines.Select((l, i) => WidthOf(l, strong: all[i].Strong)).DefaultIfEmpty(0).Max());
    }

    private static decimal HeightOf(IReadOnlyList<string> lines) => Math.Max(26, (lines.Count * LineOf(Size)) + 9);

    private static void Name(DrawingSheet sheet, IReadOnlyList<string> lines, decimal middle, bool strong) => sheet.Lines(0, middle + 4.5m - ((lines.Count - 1) * LineOf(Size) / 2), lines, strong: strong);

    /// <summary>A small triangle that points to one side.</summary>
    private static void Pointer(DrawingSheet sheet, decimal x, decimal y, int way) => sheet.Area($"M{D(x)} {D(y - 4)}V{D(y + 4)}L{D(x + (6 * way))} {D(y)}Z", Granite);
}
