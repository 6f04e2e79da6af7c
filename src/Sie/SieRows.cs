namespace Styrkedja.Sie;

/// <summary>An object that a row or balance refers to.</summary>
/// <param name="Dimension">The number of the dimension.</param>
/// <param name="Object">The place of the object among the objects of its dimension.</param>
public readonly record struct SieObjectUse(int Dimension, int Object);

/// <summary>The rows of all vouchers as columns, one entry a row, in the order of the file.</summary>
/// <remarks>Unit: whole öre, debit positive. Account and objects are places in the lists of <see cref="SieFile"/>, -1 when the row has none. A row added
/// afterwards (#RTRANS) stands once; a row taken away (#BTRANS) does not stand here.</remarks>
public sealed class SieRows
{
    private readonly SieText _text;
    private int[] _line = [];
    private int[] _voucher = [];
    private int[] _account = [];
    private int[] _costCentre = [];
    private int[] _counterparty = [];
    private int[] _activity = [];
    private int[] _project = [];
    private long[] _ore = [];
    private DateOnly[] _day = [];
    private int[] _textAt = [];
    private long[]? _thousandths;
    private long _beganAt;

    internal SieRows(SieText text) => _text = text;

    public int Count { get; private set; }

    /// <summary>The line of the file, from one.</summary>
    public ReadOnlySpan<int> Line => _line.AsSpan(0, Count);

    /// <summary>The place of the voucher among the vouchers.</summary>
    public ReadOnlySpan<int> Voucher => _voucher.AsSpan(0, Count);

    public ReadOnlySpan<int> Account => _account.AsSpan(0, Count);

    public ReadOnlySpan<int> CostCentre => _costCentre.AsSpan(0, Count);

    public ReadOnlySpan<int> Counterparty => _counterparty.AsSpan(0, Count);

    public ReadOnlySpan<int> Activity => _activity.AsSpan(0, Count);

    public ReadOnlySpan<int> Project => _project.AsSpan(0, Count);

    public ReadOnlySpan<long> Ore => _ore.AsSpan(0, Count);

    /// <summary>The day of the row, else that of its voucher.</summary>
    public ReadOnlySpan<DateOnly> Day => _day.AsSpan(0, Count);

    /// <summary>Objects in other dimensions than the four of the columns, by row.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<SieObjectUse>> FurtherObjects => Further;

    internal Dictionary<int, IReadOnlyList<SieObjectUse>> Further { get; } = [];

    public string? Text(int row) => _text.Field(_textAt[row]);

    /// <summary>Quantity in thousandths, debit positive; null when the row has none.</summary>
    public long? QuantityThousandths(int row) =>
        _thousandths is { } all && row < all.Length && all[row] != long.MinValue ? all[row] : null;

    public string? Signature(int row) => _text.Field(_textAt[row], 2);

    /// <summary>Makes room for one more row, guessing from how far the file is read how many there will be.</summary>
    internal void Room(long position, long length)
    {
        if (Count < _line.Length)
            return;
        if (Count == 0)
            _beganAt = position;
        var guess = Count == 0 ? 0 : (long)(Count * 1.02 * (length - _beganAt) / (position - _beganAt)) + 64;
        var capacity = (int)Math.Min(Math.Max(guess, Count + (Count >> 3) + 256), Array.MaxLength);
        Array.Resize(ref _line, capacity);
        Array.Resize(ref _voucher, capacity);
        Array.Resize(ref _account, capacity);
        Array.Resize(ref _costCentre, capacity);
        Array.Resize(ref _counterparty, capacity);
        Array.Resize(ref _activity, capacity);
        Array.Resize(ref _project, capacity);
        Array.Resize(ref _ore, capacity);
        Array.Resize(ref _day, capacity);
        Array.Resize(ref _textAt, capacity);
    }

    internal void Add(int line, int voucher, in SieRow row)
    {
        var i = Count;
        _line[i] = line;
        _voucher[i] = voucher;
        _account[i] = row.Account;
        _costCentre[i] = row.CostCentre;
        _counterparty[i] = row.Counterparty;
        _activity[i] = row.Activity;
        _project[i] = row.Project;
        _ore[i] = row.Ore;
        _day[i] = row.Day;
        _textAt[i] = row.TextAt;
        if (row.Thousandths != long.MinValue)
            SetQuantity(i, row.Thousandths);
        Count = i + 1;
    }

    /// <summary>Tells whether a row says the same as the last one added, apart from its text.</summary>
    internal bool SameAsLast(in SieRow row)
    {
        var i = Count - 1;
        return _account[i] == row.Account && _ore[i] == row.Ore && _day[i] == row.Day && _costCentre[i] == row.CostCentre
            && _counterparty[i] == row.Counterparty && _activity[i] == row.Activity && _project[i] == row.Project
            && (QuantityThousandths(i) ?? long.MinValue) == row.Thousandths;
    }

    private void SetQuantity(int row, long thousandths)
    {
        var from = _thousandths?.Length ?? 0;
        if (row >= from)
        {
            Array.Resize(ref _thousandths, _line.Length);
            _thousandths.AsSpan(from).Fill(long.MinValue);
        }

        _thousandths![row] = thousandths;
    }
}

/// <summary>One row on its way into the columns.</summary>
internal struct SieRow
{
    public int Account;
    public int CostCentre;
    public int Counterparty;
    public int Activity;
    public int Project;
    public int TextAt;
    public long Ore;
    public long Thousandths;
    public DateOnly Day;
}
