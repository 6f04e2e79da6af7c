using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Styrkedja.Sie;

/// <summary>The rows of plain vouchers and the fields that they consist of, taken from the bytes eight at a time.</summary>
internal sealed partial class SiePlain
{
    private const int Margin = 24;
    private const ulong Ver = 0x205245_5623, VerTab = 0x095245_5623;
    private const ulong Trans = 0x20534E41525423, TransTab = 0x09534E41525423;
    private const ulong Ones = 0x0101010101010101, Highs = 0x8080808080808080;

    /// <summary>Plain amounts have at most ten digits before the point, so that no sum of a segment leaves sixty-four bits.</summary>
    private const int MostDigits = 10;

    /// <summary>Reads rows up to and with the closing brace; gives back where the line after it begins, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadRows(ReadOnlySpan<byte> bytes, int at, int line, DateOnly voucherDay, out long sum)
    {
        sum = 0;
        long total = 0;
        var voucher = VoucherCount;
        var count = RowCount;
        var rows = Rows;
        var summing = _summing;
        while (true)
        {
            var lineStart = at;
            at = Skip(bytes, at);
            if (at >= bytes.Length)
                return -1;
            if (bytes[at] == (byte)'}')
            {
                sum = total;
                RowCount = count;
                at = End(bytes, at + 1);
                return IsOverlong(at - lineStart) ? -1 : at;
            }

            if (at + Margin > bytes.Length || (Word(bytes, at) & 0xFFFFFFFFFFFFFF) is not (Trans or TransTab))
                return -1;
            at = Code(bytes, Skip(bytes, at + 7), out var head, out var length);
            if (at < 0)
                return -1;
            if (count == rows.Length)
                rows = MoreRows();
            ref var row = ref rows[count];
            row.Account = Accounts.Number(head, length, line);
            if (summing)
            {
                Feed(Trans, 6);
                Feed(head, length);
            }

            (row.CostCentre, row.Counterparty, row.Activity, row.Project) = (-1, -1, -1, -1);
            at = Objects(bytes, at, line, ref row);
            if (at < 0)
                return -1;

            at = Skip(bytes, at);
            if (at + Margin > bytes.Length)
                return -1;
            var start = at;
            var negative = bytes[at] == (byte)'-';
            if (negative)
                at++;
            long ore = 0;
            uint digit;
            var first = at;
            while ((digit = Digit(bytes[at])) <= 9 && at - first <= MostDigits)
            {
                ore = unchecked((ore * 10) + digit);
                at++;
            }

            if (at == first || at - first > MostDigits || at + Margin > bytes.Length)
                return -1;
            if (bytes[at] == (byte)'.')
            {
                at++;
                var decimals = 0;
                for (; decimals < 3 && (digit = Digit(bytes[at])) <= 9; decimals++, at++)
                    ore = unchecked((ore * 10) + digit);
                if (decimals > 2)
                    return -1;
                ore = unchecked(ore * (decimals == 2 ? 1 : decimals == 1 ? 10 : 100));
            }
            else
            {
                ore = unchecked(ore * 100);
            }

            if (!IsBetween(bytes[at]))
                return -1;
            if (summing)
                Feed(bytes[start..at]);
            row.Ore = negative ? -ore : ore;
            total = unchecked(total + row.Ore);
            row.Day = voucherDay;
            row.TextAt = -1;
            row.Voucher = voucher;
            row.Line = line;

            var end = End(bytes, at);
            if (end < 0)
            {
                end = DayAndText(bytes, at, ref row);
                if (end < 0)
                    return -1;
            }

            at = end;
            if (IsOverlong(at - lineStart))
                return -1;
            count++;
            line++;
        }
    }

    private SieRow[] MoreRows()
    {
        var rows = Rows;
        Array.Resize(ref rows, rows.Length * 2);
        return Rows = rows;
    }

    /// <summary>The object list, whose dimensions all have a column and nothing above them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Objects(ReadOnlySpan<byte> bytes, int at, int line, ref SieRow row)
    {
        at = Skip(bytes, at);
        if (at >= bytes.Length || bytes[at] != (byte)'{')
            return -1;
        at++;
        var summing = _summing;
        while (true)
        {
            at = Skip(bytes, at);
            if (at + Margin > bytes.Length)
                return -1;
            if (bytes[at] == (byte)'}')
                return at + 1;
            var start = at;
            var number = bytes[at] - '0';
            if (number is < 0 or > 9)
                return -1;
            uint digit;
            for (at++; (digit = Digit(bytes[at])) <= 9 && at - start < 6; at++)
                number = (number * 10) + (int)digit;
            if (number < 1 || bytes[at] is not ((byte)' ' or (byte)'\t'))
                return -1;
            if (summing)
                Feed(Word(bytes, start), at - start);
            at = Code(bytes, Skip(bytes, at), out var head, out var length);
            if (at < 0)
                return -1;
            if (summing)
                Feed(head, length);

            var column = _terms.Column(number);
            if (column == SieColumn.None || _terms.IsBarred(column))
                return -1;
            if ((_met & (SieColumns)(1 << (int)column)) == 0)
                Meet(column, line);
            switch (column)
            {
                case SieColumn.CostCentre when row.CostCentre < 0:
                    row.CostCentre = CostCentres.Number(head, length, line);
                    break;
                case SieColumn.Project when row.Project < 0:
                    row.Project = Projects.Number(head, length, line);
                    break;
                case SieColumn.Activity when row.Activity < 0:
                    row.Activity = Activities.Number(head, length, line);
                    break;
                case SieColumn.Counterparty when row.Counterparty < 0:
                    row.Counterparty = Counterparties.Number(head, length, line);
                    break;
                default:
                    return -1;
            }
        }
    }

    private void Meet(SieColumn column, int line)
    {
        _met |= (SieColumns)(1 << (int)column);
        _columns.Add((column, line));
    }

    /// <summary>Day, which may be empty, and text, up to and with the end of the line.</summary>
    private int DayAndText(ReadOnlySpan<byte> bytes, int at, ref SieRow row)
    {
        at = Skip(bytes, at);
        if (at + Margin > bytes.Length)
            return -1;
        if (IsEmptyField(bytes, at))
        {
            at += 2;
        }
        else
        {
            var digits = Word(bytes, at);
            if (!TryDay(digits, out row.Day))
                return -1;
            if (_summing)
                Feed(digits, 8);
            at += 8;
        }

        if (!IsBetween(bytes[at]))
            return -1;
        var end = End(bytes, at);
        if (end >= 0)
            return end;
        at = Skip(bytes, at);
        if (at >= bytes.Length)
            return -1;
        row.TextAt = at;
        at = Text(bytes, at);
        return at < 0 ? -1 : End(bytes, at);
    }

    /// <summary>A field of text without escapes or braces; gives back where it ends.</summary>
    private int Text(ReadOnlySpan<byte> bytes, int at)
    {
        int from, end;
        if (bytes[at] == (byte)'"')
        {
            from = at + 1;
            var quote = bytes[from..].IndexOfAny((byte)'"', (byte)'\\', (byte)'\n');
            if (quote < 0 || bytes[from + quote] != (byte)'"')
                return -1;
            end = from + quote;
            at = end + 1;
        }
        else
        {
            from = at;
            while (at < bytes.Length && bytes[at] > (byte)' ' && bytes[at] is not ((byte)'"' or (byte)'\\' or (byte)'{' or (byte)'}'))
                at++;
            end = at;
            if (end == from)
                return -1;
        }

        if (at >= bytes.Length || !IsBetween(bytes[at]))
            return -1;
        if (_summing)
            Feed(bytes[from..end]);
        return at;
    }

    private bool TryDay(ulong digits, out DateOnly day)
    {
        if (digits == _dayDigits)
        {
            day = _dayRead;
            return true;
        }

        Span<byte> field = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(field, digits);
        if (SieValues.Day(field, out day) != SieReadability.Sound)
            return false;
        (_dayDigits, _dayRead) = (digits, day);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Feed(ulong word, int length)
    {
        if (!_summing)
            return;
        BinaryPrimitives.WriteUInt64LittleEndian(_sum.AsSpan(_summed), word);
        _summed += length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Feed(ReadOnlySpan<byte> field)
    {
        if (!_summing)
            return;
        field.CopyTo(_sum.AsSpan(_summed));
        _summed += field.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    /// <summary>The value of a digit; more than nine when the byte is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Digit(byte b) => unchecked((uint)(b - '0'));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBetween(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private static bool IsEmptyField(ReadOnlySpan<byte> bytes, int at) =>
        bytes[at] == (byte)'"' && bytes[at + 1] == (byte)'"' && IsBetween(bytes[at + 2]);

    /// <summary>Where the next line begins, when nothing but spaces stands before it; else -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int End(ReadOnlySpan<byte> bytes, int at)
    {
        at = Skip(bytes, at);
        if (at < bytes.Length && bytes[at] == (byte)'\r')
            at++;
        return at < bytes.Length && bytes[at] == (byte)'\n' ? at + 1 : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Skip(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t')
            at++;
        return at;
    }

    /// <summary>Takes a code of one to eight characters of ASCII, quoted or not, that holds no brace, backslash or control character; gives back where it ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Code(ReadOnlySpan<byte> bytes, int at, out ulong head, out int length)
    {
        head = 0;
        length = 0;
        if (at + Margin > bytes.Length)
            return -1;
        var quoted = bytes[at] == (byte)'"';
        if (quoted)
            at++;
        var word = Word(bytes, at);
        // The first byte that ends or spoils a code; bytes after it may be marked falsely, the first never is.
        var marks = unchecked(((word - (Ones * 0x21)) & ~word) | (((word & ~Highs) + (Ones * 0x05)) | word)) & Highs;
        marks |= Equal(word, '\\');
        if (quoted)
            marks |= Equal(word, '"');
        length = marks == 0 ? 8 : BitOperations.TrailingZeroCount(marks) >> 3;
        head = length == 8 ? word : word & ((1UL << (length * 8)) - 1);
        at += length;
        if (length == 0)
            return -1;
        var end = bytes[at];
        if (!quoted)
            return end is (byte)' ' or (byte)'\t' or (byte)'}' ? at : -1;
        return end == (byte)'"' && bytes[at + 1] is (byte)' ' or (byte)'\t' or (byte)'}' or (byte)'{' ? at + 1 : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Equal(ulong word, char character)
    {
        var same = word ^ (Ones * character);
        return unchecked((same - Ones) & ~same) & Highs;
    }
}
