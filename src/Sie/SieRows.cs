using System.Buffers;
using System.Runtime.CompilerServices;

namespace Styrkedja.Sie;

/// <summary>An object that a row or balance refers to.</summary>
/// <param name="Dimension">The number of the dimension.</param>
/// <param name="Object">The place of the object among the objects of its dimension.</param>
public readonly record struct SieObjectUse(int Dimension, int Object);

/// <summary>Rows of vouchers as columns, one entry a row, in the order of the file: all of them, or those of a block.</summary>
/// <remarks>Unit: whole öre, debit positive. Account and objects are places in the lists of the file, the same in every block, -1 when the row has none. A
/// row added afterwards (#RTRANS) stands once; a row taken away (#BTRANS) does not stand here.</remarks>
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
    private long _beganAt = -1;

    internal SieRows(SieText text) => _text = text;

    public int Count { get; private set; }

    /// <summary>The line of the file, from one.</summary>
    public ReadOnlySpan<int> Line => _line.AsSpan(0, Count);

    /// <summary>The place of the voucher among the vouchers that stand beside these rows.</summary>
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

    /// <summary>Tells whether any row has a quantity.</summary>
    public bool HasQuantities { get; private set; }

    internal Dictionary<int, IReadOnlyList<SieObjectUse>> Further { get; } = [];

    public string? Text(int row) => _text.Field(_textAt[row]);

    /// <summary>Writes the text of a row as UTF-8 and gives back its length; 0 when it has none. No string is made of it.</summary>
    public int WriteText(int row, IBufferWriter<byte> to) => _text.Write(_textAt[row], 0, to);

    /// <summary>Quantity in thousandths, debit positive; null when the row has none.</summary>
    public long? QuantityThousandths(int row) =>
        _thousandths is { } all && row < all.Length && all[row] != long.MinValue ? all[row] : null;

    public string? Signature(int row) => _text.Field(_textAt[row], 2);

    internal void Clear()
    {
        Count = 0;
        Further.Clear();
        HasQuantities = false;
        _thousandths = null;
    }

    /// <summary>Makes room for more rows, of which the last ends at a position; where the length of all is known it tells how many there will be.</summary>
    internal void Room(int more, long position, long length)
    {
        if (Count + more <= _line.Length)
            return;
        if (_beganAt < 0)
            _beganAt = Math.Max(0, position - (more * 64L));
        var guess = length > 0 && position > _beganAt ? (long)((Count + more) * 1.02 * (length - _beganAt) / (position - _beganAt)) + 64 : 0;
        var capacity = (int)Math.Min(Math.Max(guess, Count + more + (Count >> 3) + 256L), Array.MaxLength);
        Widen(ref _line, capacity);
        Widen(ref _voucher, capacity);
        Widen(ref _account, capacity);
        Widen(ref _costCentre, capacity);
        Widen(ref _counterparty, capacity);
        Widen(ref _activity, capacity);
        Widen(ref _project, capacity);
        Widen(ref _ore, capacity);
        Widen(ref _day, capacity);
        Widen(ref _textAt, capacity);
    }

    private void Widen<T>(ref T[] column, int capacity)
    {
        var wider = GC.AllocateUninitializedArray<T>(capacity);
        column.AsSpan(0, Count).CopyTo(wider);
        column = wider;
    }

    internal void Add(in SieRow row, long thousandths)
    {
        var i = Count;
        _line[i] = row.Line;
        _voucher[i] = row.Voucher;
        _account[i] = row.Account;
        _costCentre[i] = row.CostCentre;
        _counterparty[i] = row.Counterparty;
        _activity[i] = row.Activity;
        _project[i] = row.Project;
        _ore[i] = row.Ore;
        _day[i] = row.Day;
        _textAt[i] = row.TextAt;
        if (thousandths != long.MinValue)
            SetQuantity(i, thousandths);
        Count = i + 1;
    }

    /// <summary>Adds plain rows, their numbers moved to those of the file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(ReadOnlySpan<SieRow> rows, int lines, int vouchers, int textBase, SieRunMap map)
    {
        var from = Count;
        Count += rows.Length;
        var line = _line.AsSpan(from, rows.Length);
        var voucher = _voucher.AsSpan(from, rows.Length);
        var textAt = _textAt.AsSpan(from, rows.Length);
        var ore = _ore.AsSpan(from, rows.Length);
        var day = _day.AsSpan(from, rows.Length);
        var account = _account.AsSpan(from, rows.Length);
        var costCentre = _costCentre.AsSpan(from, rows.Length);
        var counterparty = _counterparty.AsSpan(from, rows.Length);
        var activity = _activity.AsSpan(from, rows.Length);
        var project = _project.AsSpan(from, rows.Length);
        var accounts = map.Accounts;
        var costCentres = map.CostCentres;
        var counterparties = map.Counterparties;
        var activities = map.Activities;
        var projects = map.Projects;
        for (var i = 0; i < rows.Length; i++)
        {
            ref readonly var row = ref rows[i];
            line[i] = lines + row.Line;
            voucher[i] = vouchers + row.Voucher;
            textAt[i] = row.TextAt < 0 ? -1 : textBase + row.TextAt;
            ore[i] = row.Ore;
            day[i] = row.Day;
            // The first place of every map is -1, for rows that have no such code.
            account[i] = accounts[row.Account + 1];
            costCentre[i] = costCentres[row.CostCentre + 1];
            counterparty[i] = counterparties[row.Counterparty + 1];
            activity[i] = activities[row.Activity + 1];
            project[i] = projects[row.Project + 1];
        }
    }

    /// <summary>Tells whether a row says the same as the last one added, apart from its text.</summary>
    internal bool SameAsLast(in SieRow row, long thousandths)
    {
        var i = Count - 1;
        return i >= 0 && _account[i] == row.Account && _ore[i] == row.Ore && _day[i] == row.Day && _costCentre[i] == row.CostCentre
            && _counterparty[i] == row.Counterparty && _activity[i] == row.Activity && _project[i] == row.Project
            && (QuantityThousandths(i) ?? long.MinValue) == thousandths;
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
        HasQuantities = true;
    }
}

/// <summary>One row on its way into the columns.</summary>
internal struct SieRow
{
    public int Line;
    public int Voucher;
    public int Account;
    public int CostCentre;
    public int Counterparty;
    public int Activity;
    public int Project;
    public int TextAt;
    public long Ore;
    public DateOnly Day;
}
