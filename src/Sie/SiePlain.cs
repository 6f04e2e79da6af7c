using System.IO.Hashing;
using System.Runtime.CompilerServices;

namespace Styrkedja.Sie;

/// <summary>The quick way through vouchers as nearly all programs write them, apart from everything that stands before them in the file.</summary>
/// <remarks>A plain voucher has series, number and day, perhaps text, day of entry and signature; its rows have account, object list, amount, and perhaps
/// day and text; nothing is escaped, nothing is wrong, and the rows sum to zero. Whatever is not plain is left to the ordinary reading, and the two
/// agree on every plain voucher. Segments can therefore be read by several threads at once.</remarks>
internal sealed partial class SiePlain
{
    private readonly List<SieRun> _runs = [];
    private readonly List<long> _movedOfRuns = [];
    private readonly List<(SieColumn Column, int Line)> _columns = [];
    private SiePlainTerms _terms = null!;
    private long[] _moved = new long[64];
    private byte[] _sum = [];
    private int _summed;
    private bool _summing;
    private SieColumns _met;
    private bool _overlong;

    /// <summary>A voucher that was not plain brought codes, which the ordinary reading may meet elsewhere first: no later run may build on them.</summary>
    private bool _leftCodes;
    private SieRunTotals _totals;
    private ulong _dayDigits;
    private DateOnly _dayRead;

    public IReadOnlyList<SieRun> Runs => _runs;

    public SieRow[] Rows { get; private set; } = new SieRow[64];

    public int RowCount { get; private set; }

    public SieVouchers.Entry[] Vouchers { get; private set; } = new SieVouchers.Entry[16];

    public int VoucherCount { get; private set; }

    public SieRunCodes Accounts { get; } = new();

    public SieRunCodes Series { get; } = new();

    public SieRunCodes CostCentres { get; } = new();

    public SieRunCodes Projects { get; } = new();

    public SieRunCodes Activities { get; } = new();

    public SieRunCodes Counterparties { get; } = new();

    /// <summary>The columns whose dimension was met, in that order, and on which line of its run.</summary>
    public IReadOnlyList<(SieColumn Column, int Line)> Columns => _columns;

    public long Moved(in SieRun run, int account) => _movedOfRuns[run.FirstMoved + account];

    /// <summary>Reads every plain voucher of a segment, run by run.</summary>
    public void ReadAll(ReadOnlySpan<byte> bytes, SiePlainTerms terms)
    {
        Begin(bytes.Length, terms);
        var at = bytes.StartsWith("#VER"u8) ? 0 : NextVoucher(bytes, 0);
        while (at >= 0 && !_overlong && !_leftCodes)
            at = NextVoucher(bytes, ReadRun(bytes, at));
    }

    /// <summary>Reads the plain vouchers from a place up to the first that is not plain.</summary>
    public void ReadFrom(ReadOnlySpan<byte> bytes, int at, SiePlainTerms terms)
    {
        Begin(bytes.Length - at, terms);
        ReadRun(bytes, at);
    }

    private static int NextVoucher(ReadOnlySpan<byte> bytes, int from)
    {
        var found = from < bytes.Length ? bytes[from..].IndexOf("\n#VER"u8) : -1;
        return found < 0 ? -1 : from + found + 1;
    }

    private void Begin(int length, SiePlainTerms terms)
    {
        _terms = terms;
        _runs.Clear();
        _movedOfRuns.Clear();
        _columns.Clear();
        (RowCount, VoucherCount, _summed, _met, _overlong, _leftCodes) = (0, 0, 0, SieColumns.None, false, false);
        _summing = terms.Summing;
        foreach (var codes in (ReadOnlySpan<SieRunCodes>)[Accounts, Series, CostCentres, Projects, Activities, Counterparties])
            codes.Clear();
        // What counts is never longer than the file itself; words are written whole, hence the margin.
        if (_summing && _sum.Length < length + 64)
            _sum = GC.AllocateUninitializedArray<byte>(length + 64);
    }

    /// <summary>Adds the run, if it has any voucher, and gives back where it ends.</summary>
    private int ReadRun(ReadOnlySpan<byte> bytes, int start)
    {
        var (at, firstRow, firstVoucher, firstSummed) = (start, RowCount, VoucherCount, _summed);
        _totals = new SieRunTotals(0, 0, DateOnly.MaxValue, DateOnly.MinValue);
        var lines = 0;
        SieRunCounts known;
        while (true)
        {
            // What a voucher that is not plain brought is left to the ordinary reading.
            known = Known();
            var (rows, summed) = (RowCount, _summed);
            var end = ReadVoucher(bytes, at, lines);
            if (end < 0)
            {
                (RowCount, _summed) = (rows, summed);
                _leftCodes = Known() != known;
                break;
            }

            Count(rows);
            at = end;
            lines += RowCount - rows + 3;
        }

        if (VoucherCount == firstVoucher)
            return start;
        _runs.Add(new SieRun(start, at, lines)
        {
            FirstRow = firstRow,
            RowCount = RowCount - firstRow,
            FirstVoucher = firstVoucher,
            VoucherCount = VoucherCount - firstVoucher,
            Known = known,
            Sum = _summing ? Crc32.HashToUInt32(_sum.AsSpan(firstSummed, _summed - firstSummed)) : 0,
            SumLength = _summed - firstSummed,
            Totals = _totals,
            FirstMoved = _movedOfRuns.Count,
        });
        _movedOfRuns.AddRange(_moved.AsSpan(0, known.Accounts));
        _moved.AsSpan(0, known.Accounts).Clear();
        return at;
    }

    private SieRunCounts Known() => new(
        Accounts.Count, Series.Count, CostCentres.Count, Projects.Count, Activities.Count, Counterparties.Count, _columns.Count);

    /// <summary>Adds the rows of a whole voucher to the sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(int firstRow)
    {
        if (_moved.Length < Accounts.Count)
            Array.Resize(ref _moved, Math.Max(Accounts.Count, _moved.Length * 2));
        var (first, last) = (_terms.First, _terms.Last);
        var moved = _moved;
        var totals = _totals;
        foreach (ref readonly var row in Rows.AsSpan(firstRow, RowCount - firstRow))
        {
            if (row.Day >= first && row.Day <= last)
                moved[row.Account] += row.Ore;
            if (row.Ore > 0)
                totals.Debit += row.Ore;
            else
                totals.Credit += row.Ore;
            if (row.Day < totals.FirstDay)
                totals.FirstDay = row.Day;
            if (row.Day > totals.LastDay)
                totals.LastDay = row.Day;
        }

        _totals = totals;
    }

    /// <summary>Reads one voucher with its rows and braces; gives back where it ends, or -1 when it is not plain and nothing of it stands.</summary>
    /// <remarks>The last bytes of a segment are left to the ordinary reading, so that words of eight bytes can be read without further thought.</remarks>
    private int ReadVoucher(ReadOnlySpan<byte> bytes, int at, int linesBefore)
    {
        if (at + Margin > bytes.Length || (Word(bytes, at) & 0xFFFFFFFFFF) is not (Ver or VerTab))
            return -1;
        var voucher = default(VoucherHead);
        Feed(Word(bytes, at), 4);
        var start = at;
        at = ReadHead(bytes, at + 5, ref voucher);
        if (at < 0 || IsOverlong(at - start))
            return -1;
        start = at;
        at = Skip(bytes, at);
        if (at >= bytes.Length || bytes[at] != (byte)'{')
            return -1;
        at = End(bytes, at + 1);
        if (at < 0 || IsOverlong(at - start))
            return -1;

        var firstRow = RowCount;
        at = ReadRows(bytes, at, linesBefore + 3, voucher.Day, out var sum);
        if (at < 0 || sum != 0 || RowCount == firstRow)
            return -1;
        if (VoucherCount == Vouchers.Length)
        {
            var wider = Vouchers;
            Array.Resize(ref wider, wider.Length * 2);
            Vouchers = wider;
        }

        Vouchers[VoucherCount++] = new SieVouchers.Entry(
            linesBefore + 1, voucher.Series, voucher.NumberAt, voucher.NumberValue, voucher.Day, voucher.TextAt, voucher.Registered, firstRow);
        return at;
    }

    /// <summary>Of a line that is too long nothing is taken in, not even its codes; the segment ends there for the quick way.</summary>
    private bool IsOverlong(int length) => _overlong |= length > SieReading.LongestLine;

    /// <summary>The fields after #VER up to and with the end of the line.</summary>
    private int ReadHead(ReadOnlySpan<byte> bytes, int at, ref VoucherHead voucher)
    {
        at = Skip(bytes, at);
        if (at + Margin > bytes.Length)
            return -1;
        ulong head = 0;
        var length = 0;
        if (IsEmptyField(bytes, at))
            at += 2;
        else
            at = Code(bytes, at, out head, out length);
        if (at < 0 || bytes[at] is not ((byte)' ' or (byte)'\t'))
            return -1;
        voucher.Series = Series.Number(head, length, 0);
        Feed(head, length);
        at = Skip(bytes, at);
        if (at + Margin > bytes.Length)
            return -1;
        voucher.NumberAt = at;
        at = Number(bytes, at, out voucher.NumberValue);
        if (at < 0)
            return -1;
        at = Skip(bytes, at);
        if (at + Margin > bytes.Length || !TryDay(Word(bytes, at), out voucher.Day))
            return -1;
        Feed(Word(bytes, at), 8);
        at += 8;
        if (!IsBetween(bytes[at]))
            return -1;

        voucher.TextAt = -1;
        for (var field = 0; ; field++)
        {
            var end = End(bytes, at);
            if (end >= 0)
                return end;
            at = Skip(bytes, at);
            if (field == 3 || at + Margin > bytes.Length || bytes[at] is (byte)'{' or (byte)'}')
                return -1;
            if (field == 0)
            {
                voucher.TextAt = at;
            }
            else if (field == 1 && !IsEmptyField(bytes, at))
            {
                if (!TryDay(Word(bytes, at), out var registered) || !IsBetween(bytes[at + 8]))
                    return -1;
                voucher.Registered = registered;
            }

            at = Text(bytes, at);
            if (at < 0)
                return -1;
        }
    }

    /// <summary>A voucher number: empty quotes, or at most eighteen digits, quoted or not.</summary>
    private int Number(ReadOnlySpan<byte> bytes, int at, out long value)
    {
        value = -1;
        if (IsEmptyField(bytes, at))
            return at + 2;
        var quoted = bytes[at] == (byte)'"';
        if (quoted)
            at++;
        var start = at;
        long sum = 0;
        while (at < bytes.Length && at - start <= 18 && bytes[at] is >= (byte)'0' and <= (byte)'9')
            sum = unchecked((sum * 10) + bytes[at++] - '0');
        if (at == start || at - start > 18 || at + 2 > bytes.Length)
            return -1;
        Feed(bytes[start..at]);
        if (quoted && bytes[at++] != (byte)'"')
            return -1;
        value = sum;
        return bytes[at] is (byte)' ' or (byte)'\t' ? at : -1;
    }

    private struct VoucherHead
    {
        public int Series;
        public int NumberAt;
        public long NumberValue;
        public DateOnly Day;
        public int TextAt;
        public DateOnly? Registered;
    }
}
