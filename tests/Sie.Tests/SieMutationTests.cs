using System.Text;
using CsCheck;

namespace Styrkedja.Sie;

/// <summary>Damaged files: whatever the bytes, reading ends, tells, and never throws.</summary>
public class SieMutationTests
{
    private const string Whole = SieSample.Export + """
        #DIM 20 "Verksamhet"
        #UNDERDIM 22 "Del" 20
        #OBJEKT 1 "3120" "Kliniken \"A\""
        #OBJEKT 20 4711 "V"
        #PSALDO 0 201701 6010 {} 100.00
        #PBUDGET 0 201701 6010 {1 3120} 90.00
        #OIB 0 1930 {1 "3120"} 5.00
        #VER A 1 20170115 "Hyra" 20170116 AA
        {
        #TRANS 6010 {1 "3120" 20 "4711"} 50.00
        #TRANS 6010 {1 "3120" 20 "4711"} 25.00 20170117 "Text"
        #TRANS 6010 {1 3120} 25.00 "" "Text \"b\"" 2.5 BB
        #RTRANS 1930 {} -60.00
        #TRANS 1930 {} -60.00
        #BTRANS 1930 {} -99.00
        #TRANS 1930 {6 P1 7 a} -40.00
        }
        #VER B 1 20170115
        {
        #TRANS 1930 {} 0.00 20170115 "x"
        #TRANS 6010 {} 0 20170115 "y"
        }

        """;

    private static readonly byte[] s_whole = Encoding.ASCII.GetBytes(Whole);

    private static readonly byte[] s_summed = Encoding.ASCII.GetBytes(Whole.Replace("#FLAGGA 0\n", "#FLAGGA 0\n#KSUMMA\n") + "#KSUMMA 4711\n");

    /// <summary>One to four edits: a byte set, taken out, put in, or a piece of the file repeated; mostly bytes that mean something.</summary>
    private static readonly Gen<(int Where, int What, byte Byte)[]> s_edits = Gen.Select(
        Gen.Int[0, 100_000], Gen.Int[0, 3],
        Gen.OneOf(Gen.Byte, Gen.Char["\"{}\\# \t\n\r-.,019"].Select(c => (byte)c))).Array[1, 4];

    [Fact]
    public void A_damaged_file_is_read_without_throwing() => s_edits.Sample(edits =>
    {
        var bytes = Damage(edits.Length % 2 == 0 ? s_whole : s_summed, edits);
        var file = SieReader.Read(bytes, "bok.se");

        Assert.Equal(file.Faults.Any(f => f.Severity == SieSeverity.Error), file.Refused);
        var lines = bytes.Count(b => b == '\n') + 1;
        Assert.All(file.Faults, f => Assert.InRange(f.Line, 0, lines));
        SieSample.Rows(file);
        SieSample.Balances(file);
        SieDocument.From(file);
    }, iter: 3000);

    [Fact]
    public void The_quick_way_through_rows_says_the_same_as_the_ordinary_one() => s_edits.Sample(edits =>
    {
        var bytes = Damage(s_whole, edits);
        if (bytes[0] != '#')
            return;
        // A control character anywhere in the file makes every row go the ordinary way.
        var quick = SieReader.Read(bytes, "bok.se", new SieOptions { AcceptUnbalancedVouchers = true });
        var ordinary = SieReader.Read((byte[])[.. "#X \u0001\n"u8, .. bytes], "bok.se", new SieOptions { AcceptUnbalancedVouchers = true });

        Assert.Equal(SieSample.Rows(quick), SieSample.Rows(ordinary));
        Assert.Equal(quick.Rows.Line.ToArray(), ordinary.Rows.Line.ToArray().Select(l => l - 1));
        Assert.Equal(Faults(quick, 0), Faults(ordinary, 1));
    }, iter: 3000);

    [Fact]
    public void Random_bytes_are_read_without_throwing() =>
        Gen.Byte.Array[0, 300].Sample(bytes => SieReader.Read((byte[])[.. "#VER A 1 20170101\n{\n"u8, .. bytes], "bok.si"), iter: 2000);

    private static string Faults(SieFile file, int shift) => string.Join('\n', file.Faults
        .Where(f => f.Line != shift || shift == 0)
        .Select(f => $"{Math.Max(0, f.Line - shift)}:{f.Column} {f.Severity} {f.Code} {f.Found}"));

    private static byte[] Damage(byte[] whole, (int Where, int What, byte Byte)[] edits)
    {
        var bytes = whole.ToList();
        foreach (var (where, what, value) in edits)
        {
            var at = where % bytes.Count;
            switch (what)
            {
                case 0:
                    bytes[at] = value;
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, value);
                    break;
                default:
                    bytes.InsertRange(at, bytes.Skip(where / 7 % bytes.Count).Take(value).ToArray());
                    break;
            }
        }

        return [.. bytes];
    }
}
