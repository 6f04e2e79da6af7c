using Styrkedja.Calendar;

namespace Styrkedja.Facts;

/// <summary>One table of text codes and the numbers that stand for them in columns; the empty code is number 0 and means none.</summary>
public sealed class CodeTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _codes = [""];

    public int Count => _codes.Count;

    public string this[int number] => _codes[number];

    public int NumberOf(string code)
    {
        if (!_numbers.TryGetValue(code, out var number))
        {
            _numbers[code] = number = _codes.Count;
            _codes.Add(code);
        }

        return number;
    }

    /// <summary>The number of a code, or -1 when no cell has it.</summary>
    public int Find(string code) => _numbers.GetValueOrDefault(code, -1);
}

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
