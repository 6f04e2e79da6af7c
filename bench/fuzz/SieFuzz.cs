using System.Text;

namespace Styrkedja.Sie;

/// <summary>Damaged SIE files, each from a number, and what may not happen when one is read.</summary>
/// <remarks>No exception; no more memory than in proportion to the file; and the same outcome whether it is read in small pieces by several threads or
/// in one piece the ordinary way. The short run among the tests shares this file.</remarks>
internal static class SieFuzz
{
    private const long FreeBytes = 4_000_000;
    private const long BytesPerByte = 400;

    private static readonly byte[][] s_whole = [.. SieSeeds.All().Select(text => Encoding.Latin1.GetBytes(text))];
    private static readonly byte[] s_meaning = Encoding.ASCII.GetBytes("\"{}\\# \t\n\r-.,0129<>/&=';\u001A");

    private static readonly byte[][] s_pieces =
    [
        .. new[]
        {
            "#VER A 1 20170115\n{\n", "}\n", "#TRANS 6010 {} 1.00\n", "#KSUMMA\n", "#KSUMMA 1\n", "99999999999999999999", "-92233720368547758.08", "#RAR 0 20170101 20171231\n",
            "#UNDERDIM 21 \"x\" 20\n", "\"", "{1 3120 1 3120}", "\u00EF\u00BB\u00BF", "\u00E5\u00E4\u00F6", "\u00C3\u00A5", "00000000", "<!DOCTYPE Sie [", "&#0;", "]]>", "<a>",
        }.Select(text => Encoding.Latin1.GetBytes(text)),
    ];

    public static byte[] Input(ulong number)
    {
        var random = new Draw(number);
        var bytes = new List<byte>(s_whole[random.Below(s_whole.Length)]);
        for (var edits = 1 + random.Below(6); edits > 0; edits--)
            Edit(bytes, ref random);
        return [.. bytes];
    }

    /// <summary>Reads the input and tells what went wrong, or nothing. An exception goes on to the caller.</summary>
    public static string? Trouble(byte[] input, ulong number)
    {
        var name = (number % 3) switch { 0 => "bok.si", 1 => "bok.se", _ => "bok.sie" };
        var options = new SieOptions { Threads = 1, AcceptUnbalancedVouchers = number % 2 == 0, AcceptDecimalComma = number % 5 == 0, AcceptMissingObjectList = number % 7 == 0 };
        var before = GC.GetAllocatedBytesForCurrentThread();
        var file = SieReader.Read(input, name, options);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated > FreeBytes + (BytesPerByte * input.Length))
            return $"{allocated} bytes allocated for {input.Length}";
        for (var i = 0; i < file.Rows.Count; i++)
            _ = (file.Rows.Text(i), file.Rows.Signature(i));
        if (!file.Refused)
            SieDocument.From(file);
        return number % 16 == 0 ? Difference(input, name, options, 100 + (int)(number % 2000)) : null;
    }

    private static string? Difference(byte[] input, string name, SieOptions options, int segment)
    {
        var ordinary = Said(SieReader.Read(input, name, options, new SieWork(segment, 1, false)), out var rows);
        long streamed = 0;
        var summary = SieReader.Read(new MemoryStream(input), name, options, new SieWork(segment, 2, true), block =>
        {
            streamed = Mixed(streamed, block.Rows);
            for (var v = 0; v < block.Vouchers.Count; v++)
                _ = (block.Vouchers.Text(v), block.Vouchers.Number(v));
        });
        var quick = Said(summary, out _);
        if (ordinary != quick)
            return $"segments of {segment}: ordinary and quick reading differ:\n{ordinary}\n---\n{quick}";
        return streamed == rows ? null : $"segments of {segment}: rows differ";
    }

    private static string Said(SieSummary summary, out long rows)
    {
        rows = summary is SieFile file ? Mixed(0, file.Rows) : 0;
        return $"{summary.Role} {summary.Encoding} {summary.Checksum} {summary.Totals.Vouchers} {summary.Totals.Rows} {summary.Totals.DebitOre} {summary.Totals.CreditOre}\n"
            + $"{string.Join(' ', summary.Accounts.Select(a => $"{a.Code}:{a.Line}"))} {string.Join('|', summary.Series)}\n"
            + string.Join('\n', summary.Faults.Select(f => $"{f.Line}:{f.Column} {f.Code} {f.Found} {string.Join(',', f.Arguments.Values)}"));
    }

    private static long Mixed(long sum, SieRows rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = HashCode.Combine(rows.Line[i], rows.Account[i], rows.CostCentre[i], rows.Counterparty[i], rows.Activity[i], rows.Project[i], rows.Ore[i], rows.Day[i]);
            sum = unchecked((sum * 31) + row + (rows.Text(i)?.Length ?? -1));
        }

        return sum;
    }

    private static void Edit(List<byte> bytes, ref Draw random)
    {
        var at = random.Below(bytes.Count + 1);
        var length = Math.Min(random.Below(80), bytes.Count - at);
        switch (random.Below(10))
        {
            case 0 or 1 when at < bytes.Count:
                bytes[at] = random.Byte(s_meaning);
                break;
            case 2 or 3:
                bytes.Insert(at, random.Byte(s_meaning));
                break;
            case 4:
                bytes.RemoveRange(at, Math.Min(1 + random.Below(3), bytes.Count - at));
                break;
            case 5:
                bytes.RemoveRange(at, length);
                break;
            case 6:
                bytes.InsertRange(random.Below(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 7:
                bytes.InsertRange(at, s_pieces[random.Below(s_pieces.Length)]);
                break;
            case 8 when random.Below(50) == 0:
                bytes.InsertRange(at, Enumerable.Repeat(random.Byte(s_meaning), 70_000));
                break;
            case 9 when random.Below(8) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                var other = s_whole[random.Below(s_whole.Length)];
                var from = random.Below(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(random.Below(200), other.Length - from)).ToArray());
                break;
        }
    }

    /// <summary>Numbers that follow from one number (SplitMix64).</summary>
    private struct Draw(ulong state)
    {
        public int Below(int limit) => (int)(Next() % (ulong)Math.Max(1, limit));

        /// <summary>Mostly one of those that mean something.</summary>
        public byte Byte(byte[] meaning) => Below(3) == 0 ? (byte)(Next() & 0xFF) : meaning[Below(meaning.Length)];

        private ulong Next()
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15;
                var z = state;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                return z ^ (z >> 31);
            }
        }
    }
}
