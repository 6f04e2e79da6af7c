using Styrkedja.Calendar;

namespace Styrkedja.Facts;

/// <summary>The code tables that the cells of all batches share.</summary>
public sealed class LedgerCodes
{
    public CodeTable CostCentres { get; } = new();

    public CodeTable Accounts { get; } = new();

    public CodeTable Counterparties { get; } = new();

    public CodeTable Activities { get; } = new();
}

/// <summary>The sums of one ledger batch by cost centre, account, counterparty, activity and month, in the source's own codes.</summary>
/// <remarks>Unit: öre, debit positive. Columns of equal length, never changed. Which unit or statement line a code means is decided when read, by the
/// state on the day asked about.</remarks>
public sealed record LeafCells(
    LedgerCodes Codes,
    FactBatch Batch,
    int[] CostCentre,
    int[] Account,
    int[] Counterparty,
    int[] Activity,
    int[] MonthIndex,
    long[] Ore)
{
    public int Count => Ore.Length;

    public Month MonthOf(int cell) => Month.FromIndex(MonthIndex[cell]);
}
