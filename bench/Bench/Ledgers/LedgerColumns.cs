namespace Styrkedja.Bench.Ledgers;

/// <summary>Rows as columns in memory, placed in the tree and the chart: what a limit loop walks over.</summary>
public sealed class LedgerColumns(BenchRegion region, int room) : IVoucherWriter
{
    private static readonly byte[] s_months = [.. Enumerable.Range(0, 366).Select(day => (byte)(new DateOnly(BenchRegion.Year, 1, 1).AddDays(day).Month - 1))];

    public int Count { get; private set; }

    public short[] Node { get; } = new short[room];

    /// <summary>Node of the other side, -1 when it is outside the region.</summary>
    public short[] Side { get; } = new short[room];

    public byte[] Group { get; } = new byte[room];

    public byte[] Month { get; } = new byte[room];

    public long[] Ore { get; } = new long[room];

    public void Voucher(in VoucherHead head, ReadOnlySpan<VoucherRow> rows)
    {
        foreach (ref readonly var row in rows)
        {
            Node[Count] = (short)(region.FirstCostCentre + row.CostCentre);
            Side[Count] = (short)region.SideOf(row.Counterparty);
            Group[Count] = (byte)BenchRegion.GroupOf(row.Account);
            Month[Count] = s_months[head.Day];
            Ore[Count] = row.Ore;
            Count++;
        }
    }

    /// <summary>The rows summed by node, other side, group and month: what is left to roll up when cells are kept.</summary>
    public LedgerColumns Cells()
    {
        var sums = new Dictionary<long, long>();
        for (var i = 0; i < Count; i++)
        {
            var key = (((((long)Node[i] * 10_000) + Side[i] + 1) * 100) + Group[i]) * 12 + Month[i];
            sums[key] = sums.GetValueOrDefault(key) + Ore[i];
        }

        var cells = new LedgerColumns(region, sums.Count);
        foreach (var (key, ore) in sums)
        {
            var i = cells.Count++;
            (cells.Month[i], cells.Group[i], cells.Ore[i]) = ((byte)(key % 12), (byte)(key / 12 % 100), ore);
            (cells.Side[i], cells.Node[i]) = ((short)((key / 1200 % 10_000) - 1), (short)(key / 12_000_000));
        }

        return cells;
    }
}
