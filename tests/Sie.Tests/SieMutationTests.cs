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

    [Fact]
    public void A_damaged_file_is_read_without_throwing() => SieDamage.Edits.Sample(edits =>
    {
        var bytes = SieDamage.Done(edits.Length % 2 == 0 ? s_whole : s_summed, edits);
        var file = SieReader.Read(bytes, "bok.se");

        Assert.Equal(file.Faults.Any(f => f.Severity == SieSeverity.Error), file.Refused);
        var lines = bytes.Count(b => b == '\n') + 1;
        Assert.All(file.Faults, f => Assert.InRange(f.Line, 0, lines));
        SieSample.Rows(file);
        SieSample.Balances(file);
        SieDocument.From(file);
    }, iter: 3000);

    [Fact]
    public void Random_bytes_are_read_without_throwing() =>
        Gen.Byte.Array[0, 300].Sample(bytes => SieReader.Read((byte[])[.. "#VER A 1 20170101\n{\n"u8, .. bytes], "bok.si"), iter: 2000);
}
