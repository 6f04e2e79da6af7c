namespace Styrkedja.Sie;

/// <summary>Lines, fields, quotes and separators.</summary>
public class SieLexicalTests
{
    [Fact]
    public void A_row_is_read_into_its_columns()
    {
        var file = SieSample.Voucher("""
            #TRANS 6010 {1 "3120" 6 P-07 20 "4711" 21 155} 100.50 20170116 "Hyra januari" 2.5
            #TRANS 1930 {} -100.5
            """);

        Assert.Equal("""
            6010 [kst=3120 proj=P-07 verks=4711 motp=155] 10050 2017-01-16 Hyra januari antal 2500
            1930 [] -10050 2017-01-15
            """, SieSample.Rows(file));
        Assert.Equal("", SieSample.Told(file));
        Assert.Equal([9, 10], file.Rows.Line.ToArray());
    }

    [Theory]
    [InlineData("#TRANS 6010 {1 3120} 100.00")]
    [InlineData("#TRANS \"6010\" {\"1\" \"3120\"} \"100.00\"")]
    [InlineData("  #TRANS\t6010\t{1\t3120}\t100.00\t")]
    [InlineData("#TRANS   6010  { 1  3120 }   100")]
    [InlineData("#TRANS 6010 {1 3120}100.0")]
    [InlineData("#TRANS 6010{1 3120} 100.00 \"\" \"\" \"\"")]
    [InlineData("#TRANS 6010 {1 3120} 100.00 20170115 \"\" \"\" \"sign\" and more that a later version may add")]
    public void Spaces_tabs_and_quotes_part_fields_in_any_mix(string row)
    {
        var file = SieSample.Voucher(row + "\n#TRANS 1930 {} -100.00");

        Assert.Equal("6010 [kst=3120] 10000 2017-01-15", SieSample.Rows(file).Split('\n')[0]);
        Assert.Equal("", SieSample.Told(file));
    }

    [Theory]
    [InlineData("\"Köp av \\\"Rapport\\\"\"", "Köp av \"Rapport\"")]
    [InlineData("Köp\\\"et", "Köp\"et")]
    [InlineData("\"C:\\temp\\x\"", "C:\\temp\\x")]
    [InlineData("\"a\\\\\"b\"", "a\\\"b")]
    [InlineData("\"{inte en lista}\"", "{inte en lista}")]
    [InlineData("a{b}c", "a{b}c")]
    [InlineData("it\"s", "it\"s")]
    public void A_backslash_escapes_a_quote_and_nothing_else(string written, string read)
    {
        var file = SieSample.Voucher($"#TRANS 6010 {{}} 1.00 20170115 {written}\n#TRANS 1930 {{}} -1.00");

        Assert.Equal(read, file.Rows.Text(0));
        Assert.Equal("", SieSample.Told(file));
    }

    [Fact]
    public void A_voucher_text_may_hold_anything_within_quotes()
    {
        var file = SieSample.Read(SieSample.Import + "#VER A 1 20170115 \"Köp \\\"a\\\" {\" 20170116 \"Ann A\"\n{\n}\n");

        Assert.Equal("Köp \"a\" {", file.Vouchers.Text(0));
        Assert.Equal(new DateOnly(2017, 1, 16), file.Vouchers.Registered(0));
        Assert.Equal("Ann A", file.Vouchers.Signature(0));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\n\n\n")]
    [InlineData("  \r\n")]
    [InlineData("\r\n \t\r\n")]
    public void A_line_ends_with_line_feed_and_empty_lines_do_not_count(string ending)
    {
        var text = (SieSample.Import + "#VER A 1 20170115\n{\n#TRANS 6010 {} 1.00\n#TRANS 1930 {} -1.00\n}\n").Replace("\n", ending);
        var file = SieSample.Read(text);

        Assert.Equal("", SieSample.Told(file));
        Assert.Equal(2, file.Rows.Count);
    }

    [Theory]
    [InlineData("}")]
    [InlineData("}\n")]
    [InlineData("}\r\n\u001A")]
    public void The_last_line_may_lack_its_ending_or_be_followed_by_the_old_mark_of_the_end(string end)
    {
        var file = SieSample.Read(SieSample.Import + "#VER A 1 20170115\n{\n#TRANS 6010 {} 1.00\n#TRANS 1930 {} -1.00\n" + end);

        Assert.Equal("", SieSample.Told(file));
        Assert.Equal(2, file.Rows.Count);
    }

    [Fact]
    public void An_unclosed_quote_never_swallows_the_next_line()
    {
        var file = SieSample.Voucher("""
            #TRANS 6010 {} 100.00 20170115 "Hyra
            #TRANS 1930 {} -100.00
            #TRANS 1930 {1 "3120} 0.00
            """);

        Assert.Equal("""
            9 Error sie.quote-unclosed "Hyra
            11 Error sie.quote-unclosed "3120} 0.00
            """, SieSample.Told(file));
        Assert.True(file.Refused);
    }

    [Fact]
    public void All_faults_are_told_and_not_only_the_first()
    {
        var file = SieSample.Voucher("""
            #TRANS 6010 {} 100,00
            #TRANS {} 100.00
            #TRANS 1930 {1} -100.00
            #TRANS 1930 {} -100.00 20170230
            """);

        Assert.Equal("""
            9 Error sie.decimal-comma 100,00
            10 Error sie.field-missing #TRANS {} 100.00
            11 Error sie.object-list-invalid {1} -100.00
            12 Error sie.date-invalid 20170230
            """, SieSample.Told(file));
    }

    [Fact]
    public void A_fault_tells_line_and_column_of_what_was_found()
    {
        var fault = Assert.Single(SieSample.Voucher("#TRANS 6010 {1 \"3120\"} 12x\n#TRANS 1930 {} 0.00").Faults);

        Assert.Equal((9, 24), (fault.Line, fault.Column));
        Assert.Equal("12x", fault.Found);
    }

    [Fact]
    public void A_flood_of_one_fault_is_counted_and_hides_no_other()
    {
        var rows = string.Join('\n', Enumerable.Repeat("#TRANS 6010 {} x", 1500));
        var file = SieSample.Voucher(rows + "\n#TRANS 6010 {} 1,00");

        Assert.Equal(200, file.Faults.Count(f => f.Code == "sie.amount-invalid"));
        Assert.Contains(file.Faults, f => f.Code == "sie.decimal-comma");
        var further = file.Faults.Single(f => f.Code == "sie.further-faults");
        Assert.Equal(("sie.amount-invalid", "1300"), (further.Arguments["code"], further.Arguments["count"]));
    }

    [Fact]
    public void A_label_from_another_version_is_skipped_and_told_of_once()
    {
        var file = SieSample.Read(SieSample.Import + "#NYTT 1\n#NYTT 2\n#VER A 1 20170115\n{\n#NYTT 3\n#TRANS 6010 {} 0.00\n}\n");

        Assert.Equal("7 Information sie.label-unknown #NYTT", SieSample.Told(file));
    }

    [Fact]
    public void A_control_character_is_read_as_a_space()
    {
        var file = SieSample.Voucher("#TRANS 6010 {} 0.00 20170115 \"Hyra\u0007maj\"");

        Assert.Equal("Hyra maj", file.Rows.Text(0));
        Assert.Equal("9 Warning sie.control-character 0x07", SieSample.Told(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n \t \n")]
    public void A_file_without_content_is_refused(string text)
    {
        Assert.Equal("0 Error sie.empty-file", SieSample.Told(SieSample.Read(text)));
    }

    [Theory]
    [InlineData("<html><body>Logga in</body></html>", "<html><body>Logga in</body></html>")]
    [InlineData("\n\n{\"a\":1}", "{\"a\":1}")]
    [InlineData("PK\u0003\u0004", "PK")]
    public void A_file_that_begins_with_anything_but_a_label_is_refused(string text, string found)
    {
        Assert.StartsWith("1 Error sie.not-sie " + found, SieSample.Told(SieSample.Read(text)));
    }
}
