using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Disclosure;

/// <summary>Makes tables safe to publish: what comes out can be laid beside all its totals, beside the other tables and beside earlier releases without anyone being found.</summary>
/// <remarks>Deterministic: the same tables under the same parameters give the same cells. Rule: our own choice within <see cref="SetDisclosureParameters"/>.</remarks>
[Term("röjandekontroll")]
public static class DisclosureControl
{
    /// <summary>One table, released for the first time or after earlier releases of it, the oldest first.</summary>
    /// <param name="alsoHidden">Cells hidden for another reason, such as that the persons behind an amount are too few.</param>
    public static PublishedTable Protect(UnpublishedTable table, DisclosureParameters parameters, IReadOnlyList<Release>? earlier = null, IEnumerable<int>? alsoHidden = null) =>
        Protect([table], parameters, earlier, alsoHidden is null ? null : [[.. alsoHidden]])[0];

    /// <summary>Several tables released together; cells that they share are those along the dimensions they have in common, and are shown or hidden in all of them.</summary>
    /// <exception cref="ArgumentException">Two tables tell different values of a cell that they share, a table that grows has shrunk, or tables that belong together are to be rounded.</exception>
    public static IReadOnlyList<PublishedTable> Protect(
        IReadOnlyList<UnpublishedTable> tables,
        DisclosureParameters parameters,
        IReadOnlyList<Release>? earlier = null,
        IReadOnlyList<IReadOnlyList<int>>? alsoHidden = null)
    {
        switch (parameters.Method)
        {
            case DisclosureMethod.Open:
                return [.. tables.Select(t => new PublishedTable(t.Dimensions, t.OfMoney, false, [.. t.Values.ToArray().Select(v => (long?)v)]))];
            case DisclosureMethod.Rounding when tables.Count > 1:
                throw new ArgumentException("Tables that belong together are hidden in, not rounded: rounded totals of the one would tell of the other.", nameof(tables));
            case DisclosureMethod.Rounding when !tables[0].OfMoney && alsoHidden is null:
                return [RoundedCells.Of(tables[0], parameters)];
        }

        var net = new CellNet(tables, parameters, earlier ?? []);
        for (var t = 0; t < (alsoHidden?.Count ?? 0); t++)
        {
            foreach (var cell in alsoHidden![t])
                net.HideNow(t, cell);
        }

        ComplementarySuppression.Make(net);
        RequireProtected(net);
        return net.Published();
    }

    /// <summary>True when money would tell of someone by itself: too few contribute to it, or one stands for too much of it.</summary>
    /// <param name="contributions">What each has contributed, in öre.</param>
    public static bool TellsOfSomeone(IEnumerable<long> contributions, DisclosureParameters parameters) => PrimarySuppression.FewOrOneLarge(contributions, parameters);

    /// <summary>The last check, by what a reader can reckon: better no table than one that tells.</summary>
    private static void RequireProtected(CellNet net)
    {
        var (low, high) = CellBounds.Of(net);
        for (var cell = 0; cell < low.Length; cell++)
        {
            if (net.Sensitive[cell] && high[cell] < CellNet.Unbounded && low[cell] > -CellNet.Unbounded && high[cell] - low[cell] < net.RequiredWidth(cell))
                throw new InvalidOperationException("A hidden cell could be reckoned out, so nothing is published.");
        }
    }
}

/// <summary>Rounds innermost cells to the nearest whole base and lets every total be the sum of what is shown.</summary>
/// <remarks>The base is twice the protection width and what lies halfway is rounded down, so that a zero too stands for anything from none to that width. Totals add nothing to what
/// is known of their parts, and differ from the true ones.</remarks>
internal static class RoundedCells
{
    public static PublishedTable Of(UnpublishedTable table, DisclosureParameters parameters)
    {
        var whole = 2 * (long)parameters.ProtectionWidth;
        return new(table.Dimensions, false, true, [.. UnpublishedTable.OfCounts(table.Dimensions, Rows()).Values.ToArray().Select(v => (long?)v)]);

        IEnumerable<TableRow> Rows()
        {
            for (var cell = 0; cell < table.Size; cell++)
            {
                var places = table.Dimensions.Select((d, i) => cell / table.Steps[i] % d.Codes.Count).ToArray();
                if (places.Select((place, d) => table.Dimensions[d].Parts[place].Count).All(parts => parts == 0))
                    yield return new(places, (table.Values[cell] + parameters.ProtectionWidth - 1) / whole * whole);
            }
        }
    }
}
