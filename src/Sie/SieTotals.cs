namespace Styrkedja.Sie;

/// <summary>How many vouchers and rows a file holds, and their control sums.</summary>
/// <remarks>Unit: whole öre; the sum of debits is positive and that of credits negative. Sums are taken in 128 bits and cannot overflow.</remarks>
public sealed class SieTotals
{
    public long Vouchers { get; internal set; }

    public long Rows { get; private set; }

    public Int128 DebitOre { get; private set; }

    public Int128 CreditOre { get; private set; }

    /// <summary>The earliest day of any row; null when there is none.</summary>
    public DateOnly? FirstDay { get; private set; }

    public DateOnly? LastDay { get; private set; }

    internal void Add(long ore, DateOnly day)
    {
        Rows++;
        if (ore > 0)
            DebitOre += ore;
        else
            CreditOre += ore;
        Add(day, day);
    }

    internal void Add(in SieRun run)
    {
        Rows += run.RowCount;
        Vouchers += run.VoucherCount;
        DebitOre += run.Totals.Debit;
        CreditOre += run.Totals.Credit;
        Add(run.Totals.FirstDay, run.Totals.LastDay);
    }

    private void Add(DateOnly first, DateOnly last)
    {
        FirstDay = FirstDay is { } before && before < first ? before : first;
        LastDay = LastDay is { } after && after > last ? after : last;
    }
}
