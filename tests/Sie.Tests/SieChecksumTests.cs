using System.Text;

namespace Styrkedja.Sie;

/// <summary>#KSUMMA: what it covers and what each outcome means.</summary>
public class SieChecksumTests
{
    private const string Content = """
        #PROGRAM "Testekonomi" 1.0
        #FORMAT PC8
        #GEN 20180131
        #SIETYP 4
        #FNAMN "Region Åsö"
        #VER A 1 20170115 "Köp av \"Rapport\" {1}"
        {
        #TRANS 6010 {1 "3120"} 100.00
        #TRANS 1930 {} -100.00
        }
        """;

    // The same content as the sum takes it: labels and fields run together.
    private const string Summed =
        "#PROGRAMTestekonomi1.0#FORMATPC8#GEN20180131#SIETYP4#FNAMNRegion Åsö#VERA120170115Köp av \"Rapport\" {1}"
        + "#TRANS601013120100.00#TRANS1930-100.00";

    [Fact]
    public void The_sum_is_that_of_zlib()
    {
        // 0xCBF43926 is the check value that every description of CRC-32 gives for the digits 1 to 9.
        Assert.Equal(0xCBF43926, Crc("123456789"u8));
        Assert.Equal(SieChecksumState.Agrees, SieSample.Read("#FLAGGA 0\n#KSUMMA\n#A 123456789\n#KSUMMA " + Crc("#A123456789"u8) + "\n").Checksum);
    }

    [Fact]
    public void Labels_and_fields_are_summed_without_separators_quotes_and_braces()
    {
        var file = Read(Crc(SieSample.Cp437.GetBytes(Summed)).ToString());

        Assert.Equal(SieChecksumState.Agrees, file.Checksum);
        Assert.Equal("", SieSample.Told(file));
    }

    [Fact]
    public void The_sum_may_be_written_as_a_signed_number()
    {
        var (text, sum) = Enumerable.Range(0, 100).Select(i => ($"{i}", Crc(Encoding.ASCII.GetBytes($"#A{i}")))).First(pair => pair.Item2 > int.MaxValue);

        Assert.Equal(SieChecksumState.Agrees, SieSample.Read($"#FLAGGA 0\n#KSUMMA\n#A {text}\n#KSUMMA {unchecked((int)sum)}\n").Checksum);
    }

    [Theory]
    [InlineData("1", SieChecksumState.Differs, "14 Error sie.checksum-differs 1")]
    [InlineData("0x10", SieChecksumState.Differs, "14 Error sie.checksum-invalid 0x10")]
    [InlineData("4294967296", SieChecksumState.Differs, "14 Error sie.checksum-invalid 4294967296")]
    [InlineData("", SieChecksumState.Differs, "14 Error sie.checksum-invalid")]
    public void A_sum_that_differs_refuses_the_file(string sum, SieChecksumState state, string told)
    {
        var file = Read(sum);

        Assert.Equal(state, file.Checksum);
        Assert.Equal(told, SieSample.Told(file));
        Assert.True(file.Refused);
    }

    [Fact]
    public void A_sum_that_differs_may_be_accepted_and_is_still_told()
    {
        var file = Read("1", new SieOptions { AcceptChecksumDifference = true });

        Assert.Equal("14 Warning sie.checksum-differs 1", SieSample.Told(file));
        Assert.False(file.Refused);
    }

    [Fact]
    public void A_sum_begun_and_never_ended_means_that_the_file_is_cut_off()
    {
        var file = SieSample.Read("#FLAGGA 0\n#KSUMMA\n" + Content + "\n");

        Assert.Equal(SieChecksumState.CutOff, file.Checksum);
        Assert.True(file.Refused);
    }

    [Fact]
    public void A_file_without_sum_is_accepted()
    {
        var file = SieSample.Read("#FLAGGA 0\n" + Content + "\n");

        Assert.Equal((SieChecksumState.Absent, ""), (file.Checksum, SieSample.Told(file)));
    }

    [Fact]
    public void A_sum_without_beginning_cannot_be_verified()
    {
        var file = SieSample.Read("#FLAGGA 0\n" + Content + "\n#KSUMMA 17\n");

        Assert.Equal((SieChecksumState.NotVerifiable, "12 Warning sie.checksum-not-verifiable 17"), (file.Checksum, SieSample.Told(file)));
    }

    [Fact]
    public void A_file_moved_to_another_set_agrees_when_its_sum_was_taken_before()
    {
        var text = $"#FLAGGA 0\n#KSUMMA\n{Content}\n#KSUMMA {Crc(SieSample.Cp437.GetBytes(Summed))}\n";

        Assert.Equal(SieChecksumState.Agrees, SieReader.Read(Encoding.UTF8.GetBytes(text), "bok.si").Checksum);
        Assert.Equal(SieChecksumState.Agrees, SieReader.Read(SieSample.Windows1252.GetBytes(text), "bok.si").Checksum);
    }

    [Fact]
    public void A_file_in_another_set_whose_sum_agrees_in_neither_is_taken_with_a_warning()
    {
        var file = SieReader.Read(Encoding.UTF8.GetBytes($"#FLAGGA 0\n#KSUMMA\n{Content}\n#KSUMMA 17\n"), "bok.si");

        Assert.Equal(SieChecksumState.NotVerifiable, file.Checksum);
        Assert.False(file.Refused);
    }

    [Fact]
    public void The_sum_does_not_depend_on_line_endings_and_separators()
    {
        var loose = Content.Replace("\n", "\r\n\r\n").Replace(" {", "\t  {");

        Assert.Equal(SieChecksumState.Agrees,
            SieSample.Read($"#FLAGGA 0\r\n#KSUMMA\r\n{loose}\r\n#KSUMMA {Crc(SieSample.Cp437.GetBytes(Summed.Replace(" {", "\t  {")))}\r\n").Checksum);
    }

    [Fact]
    public void A_record_before_or_after_the_summed_part_is_told_of()
    {
        var sum = Crc("#FORMATPC8#GEN20180131#SIETYP4#FNAMNRegion"u8);
        var file = SieSample.Read($"#FLAGGA 0\n#PROGRAM a 1\n#KSUMMA\n#FORMAT PC8\n#GEN 20180131\n#SIETYP 4\n#FNAMN Region\n#KSUMMA {sum}\n#PROSA efter\n");

        Assert.Equal("""
            3 Warning sie.record-order #KSUMMA
            9 Warning sie.record-order #PROSA
            """, SieSample.Told(file));
    }

    private static SieFile Read(string sum, SieOptions? options = null) =>
        SieSample.Read($"#FLAGGA 0\n#KSUMMA\n{Content}\n\n#KSUMMA {sum}\n", options: options);

    /// <summary>CRC-32 one bit at a time, as the definition says it.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFF;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
