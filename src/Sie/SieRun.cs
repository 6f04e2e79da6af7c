using System.Runtime.CompilerServices;

namespace Styrkedja.Sie;

/// <summary>Vouchers that stand one after another in a segment and were all plain: where they stand, and which entries of their <see cref="SiePlain"/> are theirs.</summary>
/// <remarks>Lines are counted from the run's own first line. Codes are numbered within the segment; those from the counts of the run before up to the
/// counts of this one were met here first.</remarks>
internal readonly record struct SieRun(int Start, int End, int Lines)
{
    public int FirstRow { get; init; }

    public int RowCount { get; init; }

    public int FirstVoucher { get; init; }

    public int VoucherCount { get; init; }

    /// <summary>How many codes of each table were known when the run ended: accounts, series, and objects by column.</summary>
    public SieRunCounts Known { get; init; }

    /// <summary>CRC-32 of what counts, and over how many bytes.</summary>
    public uint Sum { get; init; }

    public int SumLength { get; init; }

    public SieRunTotals Totals { get; init; }

    /// <summary>Where the sums per account begin that the run has left, one for each account known.</summary>
    public int FirstMoved { get; init; }
}

/// <summary>How many codes stand in each table of a run.</summary>
internal readonly record struct SieRunCounts(int Accounts, int Series, int CostCentres, int Projects, int Activities, int Counterparties, int Columns);

/// <summary>Sums over the rows of a run, within sixty-four bits as plain amounts are small.</summary>
internal record struct SieRunTotals(long Debit, long Credit, DateOnly FirstDay, DateOnly LastDay);

/// <summary>What must be known of the file before its plain vouchers can be read apart from what stands before them.</summary>
/// <param name="Version">Changes whenever one of the others does; a run read on other terms is thrown away.</param>
/// <param name="Summing">An opening #KSUMMA stands before.</param>
/// <param name="Barred">Columns whose dimension has one above it, which every row must then name too.</param>
/// <param name="First">The first day of the current year, and its last; all days when no year is told.</param>
internal sealed record SiePlainTerms(int Version, bool Summing, SieDimensions Dimensions, SieColumns Barred, DateOnly First, DateOnly Last)
{
    public SieColumn Column(int dimension) =>
        dimension == Dimensions.CostCentre ? SieColumn.CostCentre
        : dimension == Dimensions.Project ? SieColumn.Project
        : dimension == Dimensions.Activity ? SieColumn.Activity
        : dimension == Dimensions.Counterparty ? SieColumn.Counterparty
        : SieColumn.None;

    public bool IsBarred(SieColumn column) => (Barred & (SieColumns)(1 << (int)column)) != 0;
}

/// <summary>A set of columns.</summary>
[Flags]
internal enum SieColumns
{
    None = 0,
    CostCentre = 1 << SieColumn.CostCentre,
    Project = 1 << SieColumn.Project,
    Activity = 1 << SieColumn.Activity,
    Counterparty = 1 << SieColumn.Counterparty,
}

/// <summary>The codes of one kind within a segment, each of at most eight bytes, numbered as they are met.</summary>
internal sealed class SieRunCodes
{
    private Slot[] _slots = new Slot[32];
    private ulong[] _heads = new ulong[16];
    private int[] _lines = new int[16];
    private byte[] _lengths = new byte[16];

    public int Count { get; private set; }

    public ulong Head(int number) => _heads[number];

    public int Length(int number) => _lengths[number];

    /// <summary>The line on which the code was first met, counted within its run.</summary>
    public int Line(int number) => _lines[number];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Number(ulong head, int length, int line)
    {
        var slots = _slots;
        var key = unchecked(head + (ulong)length);
        var place = Place(key, slots.Length - 1);
        ref var slot = ref slots[place];
        return slot.Head == head && slot.Next > 0 && slot.Length == length ? slot.Next - 1 : Seek(head, length, line);
    }

    public void Clear()
    {
        if (Count == 0)
            return;
        Array.Clear(_slots);
        Count = 0;
    }

    private int Seek(ulong head, int length, int line)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        for (var place = Place(unchecked(head + (ulong)length), mask); ; place = (place + 1) & mask)
        {
            ref var slot = ref slots[place];
            if (slot.Next == 0)
                return Add(ref slot, head, length, line);
            if (slot.Head == head && slot.Length == length)
                return slot.Next - 1;
        }
    }

    private int Add(ref Slot slot, ulong head, int length, int line)
    {
        var number = Count++;
        if (number == _heads.Length)
        {
            Array.Resize(ref _heads, number * 2);
            Array.Resize(ref _lines, number * 2);
            Array.Resize(ref _lengths, number * 2);
        }

        (_heads[number], _lengths[number], _lines[number]) = (head, (byte)length, line);
        slot = new Slot { Head = head, Length = length, Next = number + 1 };
        if (Count * 2 > _slots.Length)
            Widen();
        return number;
    }

    private void Widen()
    {
        _slots = new Slot[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var i = 0; i < Count; i++)
        {
            var place = Place(unchecked(_heads[i] + _lengths[i]), mask);
            while (_slots[place].Next != 0)
                place = (place + 1) & mask;
            _slots[place] = new Slot { Head = _heads[i], Length = _lengths[i], Next = i + 1 };
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Place(ulong key, int mask) => unchecked((int)((key * 0x9E3779B97F4A7C15) >> 33)) & mask;

    /// <summary>A place of the table; the number is kept one too high, so that zero means empty.</summary>
    private struct Slot
    {
        public ulong Head;
        public int Length;
        public int Next;
    }
}
