using System.Text;

namespace Styrkedja.Sie;

/// <summary>In which character set a text stands, and what it says.</summary>
public class SieEncodingTests
{
    private const string Text = SieSample.Import + "#VER A 1 20170115 \"Företagshälsovård på Åsö, Ängön\"\n{\n#TRANS 6010 {} 0.00\n}\n";

    [Fact]
    public void Our_tables_agree_with_those_of_the_framework()
    {
        byte[] all = [.. Enumerable.Range(32, 224).Where(b => b != 127).Select(b => (byte)b)];

        Assert.Equal(SieSample.Cp437.GetString(all), Decoded(all, SieEncoding.Cp437));
        Assert.Equal(SieSample.Windows1252.GetString(all), Decoded(all, SieEncoding.Windows1252));
    }

    [Fact]
    public void Each_set_is_found_out_and_read()
    {
        Check(SieSample.Cp437.GetBytes(Text), SieEncoding.Cp437, "");
        Check(SieSample.Windows1252.GetBytes(Text), SieEncoding.Windows1252, "0 Information sie.encoding-other Windows-1252");
        Check(Encoding.Latin1.GetBytes(Text), SieEncoding.Windows1252, "0 Information sie.encoding-other Windows-1252");
        Check(Encoding.UTF8.GetBytes(Text), SieEncoding.Utf8, "0 Information sie.encoding-other UTF-8");
        Check([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)], SieEncoding.Utf8, "0 Information sie.encoding-other UTF-8");

        static void Check(byte[] bytes, SieEncoding encoding, string told)
        {
            var file = SieReader.Read(bytes, "bok.si");
            Assert.Equal(encoding, file.Encoding);
            Assert.Equal("Företagshälsovård på Åsö, Ängön", file.Vouchers.Text(0));
            Assert.Equal(told, SieSample.Told(file));
        }
    }

    [Fact]
    public void Without_swedish_letters_the_lawful_set_is_taken()
    {
        Assert.Equal(SieEncoding.Cp437, SieSample.Read(SieSample.Import).Encoding);
        Assert.Equal(SieEncoding.Cp437, SieReader.Read((byte[])[.. SieSample.Cp437.GetBytes(SieSample.Import), .. "#PROSA "u8, 0xFA], "bok.si").Encoding);
    }

    [Fact]
    public void The_user_may_decide_the_set()
    {
        var file = SieReader.Read(SieSample.Cp437.GetBytes(Text), "bok.si", new SieOptions { Encoding = SieEncoding.Windows1252 });

        Assert.Equal("F”retagsh„lsov†rd p† \u008Fs”, Žng”n", file.Vouchers.Text(0));
    }

    [Fact]
    public void The_column_is_counted_in_characters()
    {
        var bytes = Encoding.UTF8.GetBytes(SieSample.Import + "#VER A 1 20170115\n{\n#TRANS 6010 {1 Åäö} x\n}\n");

        Assert.Equal(21, SieReader.Read(bytes, "bok.si").Faults.Single(f => f.Code == "sie.amount-invalid").Column);
    }

    private static string? Decoded(byte[] bytes, SieEncoding encoding)
    {
        var escaped = bytes.SelectMany(b => b == '"' ? (byte[])[(byte)'\\', b] : [b]);
        return SieReader.Read((byte[])[.. "#FNAMN \""u8, .. escaped, .. "\"\n"u8], "bok.si", new SieOptions { Encoding = encoding }).Header.CompanyName;
    }
}
