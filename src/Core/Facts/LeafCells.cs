using System.Runtime.CompilerServices;
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
/// <remarks>Unit: öre, debit positive. Columns of equal length, never changed; read fastest when they stand cost centre by cost centre. Which unit or statement
/// line a code means is decided when read, by the state on the day asked about. Two sets are equal only when they are the same one.</remarks>
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
    private CellRuns? _runs;

    // A copy finds its own runs: it is made to hold other columns.
    private LeafCells(LeafCells original)
    {
        (Codes, Batch, CostCentre, Account) = (original.Codes, original.Batch, original.CostCentre, original.Account);
        (Counterparty, Activity, MonthIndex, Ore) = (original.Counterparty, original.Activity, original.MonthIndex, original.Ore);
    }

    public int Count => Ore.Length;

    /// <summary>Where the cells of each cost centre lie; found when first asked for, then kept.</summary>
    public CellRuns Runs => _runs ??= CellRuns.Of(CostCentre, MonthIndex);

    public Month MonthOf(int cell) => Month.FromIndex(MonthIndex[cell]);

    public bool Equals(LeafCells? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
