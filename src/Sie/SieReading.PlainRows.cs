using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Styrkedja.Sie;

/// <summary>The quick way through rows as nearly all programs write them, straight from the bytes of the file.</summary>
/// <remarks>A plain row has account, object list, amount, and perhaps day and text, none with an escape, a quantity or anything wrong. Whatever is not
/// plain is left alone, and read in full by the ordinary way; the two must agree on every plain row. Codes are taken eight bytes at a time.</remarks>
internal sealed partial class SieReading
{
    private const ulong Ones = 0x0101010101010101, Highs = 0x8080808080808080;

    /// <summary>Reads the row that begins at the next line, if it is plain; else nothing has happened but that its codes are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryPlainRow(ReadOnlySpan<byte> bytes)
    {
        var at = _next;
        Skip(bytes, ref at);
        if (at + 8 > bytes.Length || (BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]) & 0xFFFFFFFFFFFFFF) != 0x20534E41525423) // "#TRANS "
            return false;
        at += 7;
        var line = _line + 1;
        if (!TryCode(bytes, ref at, out var head, out var length))
            return false;

        var row = new SieRow { CostCentre = -1, Counterparty = -1, Activity = -1, Project = -1, TextAt = -1, Thousandths = long.MinValue };
        row.Account = _chart.Account(head, length, line);
        if (!TryPlainObjects(bytes, ref at, line, ref row) || !TryPlainAmount(bytes, ref at, out row.Ore))
            return false;
        row.Day = _voucherDay;
        if (!TryPlainEnd(bytes, ref at, ref row) || at - _next > LongestLine)
            return false;

        _lineStart = _next;
        _next = at + 1;
        _line = line;
        _rows.Room(_lineStart, bytes.Length);
        _rows.Add(line, _vouchers.Count - 1, row);
        _voucherSum += row.Ore;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryPlainObjects(ReadOnlySpan<byte> bytes, ref int at, int line, ref SieRow row)
    {
        if (!Takes(bytes, ref at, (byte)'{'))
            return false;
        while (!Takes(bytes, ref at, (byte)'}'))
        {
            var number = 0;
            var start = at;
            while (at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9' && at - start < 6)
                number = (number * 10) + bytes[at++] - '0';
            if (number < 1 || at >= bytes.Length || bytes[at] is not ((byte)' ' or (byte)'\t') || !TryCode(bytes, ref at, out var head, out var length))
                return false;
            var dimension = _chart.Dimension(number, line);
            ref var column = ref row.CostCentre;
            switch (dimension.Column)
            {
                case SieColumn.CostCentre:
                    break;
                case SieColumn.Project:
                    column = ref row.Project;
                    break;
                case SieColumn.Activity:
                    column = ref row.Activity;
                    break;
                case SieColumn.Counterparty:
                    column = ref row.Counterparty;
                    break;
                default:
                    return false;
            }

            if (column >= 0 || dimension.Superior is not null)
                return false;
            column = dimension.Object(head, length, line);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryPlainAmount(ReadOnlySpan<byte> bytes, ref int at, out long ore)
    {
        ore = 0;
        Skip(bytes, ref at);
        var negative = at < bytes.Length && bytes[at] == (byte)'-';
        if (negative)
            at++;
        long sum = 0;
        var start = at;
        while (at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9')
            sum = unchecked((sum * 10) + bytes[at++] - '0');
        if (at == start || at - start > 15)
            return false;
        var decimals = 0;
        if (at < bytes.Length && bytes[at] == (byte)'.')
        {
            for (at++; at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9'; at++, decimals++)
                sum = unchecked((sum * 10) + bytes[at] - '0');
            if (decimals > 2)
                return false;
        }

        sum *= decimals switch { 0 => 100, 1 => 10, _ => 1 };
        ore = negative ? -sum : sum;
        return at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
    }

    /// <summary>Day and text, and the end of the line, where it is left standing on the line feed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryPlainEnd(ReadOnlySpan<byte> bytes, ref int at, ref SieRow row)
    {
        if (Ends(bytes, ref at))
            return true;
        if (at + 9 > bytes.Length)
            return false;
        if (bytes[at] == (byte)'"')
        {
            if (bytes[at + 1] != (byte)'"')
                return false;
            at += 2;
        }
        else
        {
            var digits = BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
            if (digits != _dayDigits)
            {
                if (SieValues.Day(bytes.Slice(at, 8), out var read) != SieReadability.Sound)
                    return false;
                (_dayDigits, _dayRead) = (digits, read);
            }

            row.Day = _dayRead;
            at += 8;
        }

        if (at >= bytes.Length || bytes[at] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            return false;
        if (Ends(bytes, ref at))
            return true;
        if (at >= bytes.Length || bytes[at] != (byte)'"')
            return false;
        row.TextAt = at;
        at++;
        var quote = bytes[at..].IndexOfAny((byte)'"', (byte)'\\', (byte)'\n');
        if (quote < 0 || bytes[at + quote] != (byte)'"')
            return false;
        at += quote + 1;
        return Ends(bytes, ref at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Ends(ReadOnlySpan<byte> bytes, ref int at)
    {
        Skip(bytes, ref at);
        if (at < bytes.Length && bytes[at] == (byte)'\r')
            at++;
        return at < bytes.Length && bytes[at] == (byte)'\n';
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Takes(ReadOnlySpan<byte> bytes, ref int at, byte brace)
    {
        Skip(bytes, ref at);
        if (at >= bytes.Length || bytes[at] != brace)
            return false;
        at++;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Skip(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t')
            at++;
    }

    /// <summary>Takes a code of one to eight characters of ASCII, quoted or not, that holds no brace, backslash or control character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryCode(ReadOnlySpan<byte> bytes, ref int at, out ulong head, out int length)
    {
        Skip(bytes, ref at);
        head = 0;
        length = 0;
        if (at + 10 > bytes.Length)
            return false;
        var quoted = bytes[at] == (byte)'"';
        if (quoted)
            at++;
        var word = BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
        // The first byte that ends or spoils a code; bytes after it may be marked falsely, the first never is.
        var marks = unchecked(((word - (Ones * 0x21)) & ~word) | (((word & ~Highs) + (Ones * 0x05)) | word)) & Highs;
        marks |= Equal(word, '\\');
        if (quoted)
            marks |= Equal(word, '"');
        length = marks == 0 ? 8 : BitOperations.TrailingZeroCount(marks) >> 3;
        head = length == 8 ? word : word & ((1UL << (length * 8)) - 1);
        at += length;
        var end = bytes[at];
        if (quoted)
        {
            at++;
            return length > 0 && end == (byte)'"' && bytes[at] is (byte)' ' or (byte)'\t' or (byte)'}' or (byte)'{';
        }

        return length > 0 && end is (byte)' ' or (byte)'\t' or (byte)'}';
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Equal(ulong word, char character)
    {
        var same = word ^ (Ones * character);
        return unchecked((same - Ones) & ~same) & Highs;
    }
}
