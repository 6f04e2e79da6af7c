
namespace Styrkedja.Sie;

/// <summary>What a balance row tells.</summary>
public enum SieBalanceKind
{
    /// <summary>#IB, opening balance of a balance account.</summary>
    Opening,

    /// <summary>#UB, closing balance of a balance account.</summary>
    Closing,

    /// <summary>#OIB, opening balance per object.</summary>
    ObjectOpening,

    /// <summary>#OUB, closing balance per object.</summary>
    ObjectClosing,

    /// <summary>#RES, what a result account has come to in the year.</summary>
    Result,

    /// <summary>#PSALDO, the change within one month; not accumulated.</summary>
    PeriodChange,

    /// <summary>#PBUDGET, the budget of one month; revenue negative like all credit.</summary>
    PeriodBudget,
}

/// <summary>The balances of the file as columns, one entry a row.</summary>
/// <remarks>Unit: whole öre, debit positive. In type 3 the row of an account without objects is its total and the rows with objects are parts of it: never
/// add the two together. Rule: SIE 4B, #PSALDO.</remarks>
public sealed class SieBalances
{
    private readonly List<Entry> _entries = [];
    private readonly List<SieObjectUse> _uses = [];

    public int Count => _entries.Count;

    public SieBalanceKind Kind(int row) => _entries[row].Kind;

    /// <summary>0 the current year, -1 the one before.</summary>
    public int YearOffset(int row) => _entries[row].Year;

    /// <summary>The month of a period row; null for balances of the year.</summary>
    public SieMonth? Period(int row) => _entries[row].Month is > 0 and var index ? SieMonth.FromIndex(index) : null;

    /// <summary>The place of the account among the accounts.</summary>
    public int Account(int row) => _entries[row].Account;

    public long Ore(int row) => _entries[row].Ore;

    /// <summary>Quantity in thousandths; null when the row has none.</summary>
    public long? QuantityThousandths(int row) => _entries[row].Thousandths is var q && q == long.MinValue ? null : q;

    public int Line(int row) => _entries[row].Line;

    /// <summary>The objects of the row; none means the account as a whole.</summary>
    public IReadOnlyList<SieObjectUse> Objects(int row) =>
        _entries[row] is { UseCount: > 0 } entry ? _uses.GetRange(entry.FirstUse, entry.UseCount) : [];

    internal bool HasObjects(int row) => _entries[row].UseCount > 0;

    internal int MonthIndex(int row) => _entries[row].Month;

    internal void Add(int line, SieBalanceKind kind, int year, int month, int account, IReadOnlyList<SieObjectUse> objects, long ore, long thousandths)
    {
        _entries.Add(new Entry(line, kind, year, month, account, _uses.Count, objects.Count, ore, thousandths));
        _uses.AddRange(objects);
    }

    private readonly record struct Entry(
        int Line, SieBalanceKind Kind, int Year, int Month, int Account, int FirstUse, int UseCount, long Ore, long Thousandths);
}
