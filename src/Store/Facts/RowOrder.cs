using Styrkedja.Facts;

namespace Styrkedja.Store.Facts;

/// <summary>The order in which rows lie in their file: cost centre, account, date, line; and the codes in the order of that file.</summary>
/// <remarks>Counting sorts over code places, stable, one a column from the least to the most important: the codes are few and known, so no row is ever compared
/// with another. Codes are ordered by their bytes in UTF-8, as the engines that read the files order them.</remarks>
internal sealed class RowOrder
{
    private RowOrder(int[] rows, CodeOrder account, CodeOrder costCentre) => (Rows, Account, CostCentre) = (rows, account, costCentre);

    /// <summary>Places of rows, first to last.</summary>
    public int[] Rows { get; }

    public CodeOrder Account { get; }

    public CodeOrder CostCentre { get; }

    public static RowOrder Of(LedgerRows rows)
    {
        var account = CodeOrder.Of(rows.AccountCodes, rows.Account.AsSpan(0, rows.Count));
        var costCentre = CodeOrder.Of(rows.CostCentreCodes, rows.CostCentre.AsSpan(0, rows.Count));
        var order = ByLine(rows);
        if (rows.Count == 0)
            return new(order, account, costCentre);
        var spare = new int[rows.Count];
        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (var day in rows.Day.AsSpan(0, rows.Count))
            (first, last) = (Math.Min(first, day), Math.Max(last, day));
        Sort(order, spare, rows.Day, null, first, last - first + 1);
        Sort(spare, order, rows.Account, account.PlaceOf, 0, account.Codes.Count);
        Sort(order, spare, rows.CostCentre, costCentre.PlaceOf, 0, costCentre.Codes.Count);
        return new(spare, account, costCentre);
    }

    /// <summary>Places of rows in the order of their lines.</summary>
    public static int[] ByLine(LedgerRows rows)
    {
        var order = new int[rows.Count];
        var ascending = true;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            ascending &= i == 0 || rows.Line[i - 1] < rows.Line[i];
        }

        if (!ascending)
            Array.Sort(order, (a, b) => rows.Line[a].CompareTo(rows.Line[b]));
        return order;
    }

    /// <summary>Moves rows in the order of one to the other, sorted by a column.</summary>
    /// <param name="rank">What the column's values are ordered by; their own value when absent.</param>
    private static void Sort(int[] from, int[] to, int[] column, int[]? rank, int lowest, int values)
    {
        var starts = new int[values + 1];
        foreach (var row in from)
            starts[Key(row) + 1]++;
        for (var value = 0; value < values; value++)
            starts[value + 1] += starts[value];
        foreach (var row in from)
            to[starts[Key(row)]++] = row;

        int Key(int row) => rank is null ? column[row] - lowest : rank[column[row]];
    }
}

/// <summary>The codes that a column really uses, in order, and where each of the list's codes stands among them.</summary>
/// <param name="PlaceOf">By place in the list; -1 for a code that no row uses.</param>
internal sealed record CodeOrder(IReadOnlyList<string> Codes, int[] PlaceOf)
{
    /// <summary>The codes as UTF-8 that lies still, for those who point to it.</summary>
    public byte[][] Utf8 { get; } = [.. Codes.Select(code => PinnedText.Of(code))];

    public static CodeOrder Of(IReadOnlyList<string> codes, ReadOnlySpan<int> column)
    {
        var used = new bool[codes.Count];
        foreach (var place in column)
            used[place] = true;
        var sorted = Enumerable.Range(0, codes.Count).Where(place => used[place]).ToArray();
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(codes[a], codes[b]));
        var placeOf = new int[codes.Count];
        Array.Fill(placeOf, -1);
        for (var i = 0; i < sorted.Length; i++)
            placeOf[sorted[i]] = i;
        return new([.. sorted.Select(place => codes[place])], placeOf);
    }
}
