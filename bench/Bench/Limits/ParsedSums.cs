namespace Styrkedja.Bench.Limits;

/// <summary>Sums over every column that a reader fills: equal when two readers have read the same, and hardly otherwise.</summary>
public sealed record ParsedSums
{
    public long Rows { get; private set; }

    public long Debit { get; private set; }

    /// <summary>Each column times the row's amount, wrapped round.</summary>
    public long Mixed { get; private set; }

    public void Add(int account, int costCentre, int day, long ore, int line, int voucher, int dimensions)
    {
        Rows++;
        Debit += Math.Max(0, ore);
        unchecked
        {
            Mixed = (Mixed * 31) + (ore * account) + ((long)costCentre << 20) + ((long)day << 7) + line + ((long)voucher << 3) + dimensions;
        }
    }
}
