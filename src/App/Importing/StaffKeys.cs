using Styrkedja.Facts;

namespace Styrkedja.App.Importing;

/// <summary>What a value of staff is a value of: a part of the organisation, a month and a column. Two batches meet where they have the same.</summary>
internal readonly record struct StaffKey(string Subject, int Month, StaffColumn Column);

/// <summary>The keys of rows of staff.</summary>
internal static class StaffKeys
{
    public static HashSet<StaffKey> Of(StaffRows rows) => [.. Enumerable.Range(0, rows.Count).SelectMany(i => Of(rows, i))];

    public static IEnumerable<StaffKey> Of(StaffRows rows, int row) =>
        StaffRows.Columns.Where(c => rows.Has(c, row)).Select(c => new StaffKey(rows.Subject[row], rows.MonthIndex[row], c));
}
