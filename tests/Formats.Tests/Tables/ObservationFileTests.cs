namespace Styrkedja.Formats.Tables;

public class ObservationFileTests
{
    private const string Heading = "figure;value;decimals;unit;source;note;illustrative\n";

    [Fact]
    public void A_table_is_read_line_by_line()
    {
        var file = Read("""
            result/2017-01..2017-12/REGION;13;0;mnkr;ar-2017;;false
            indicator/2017/I1;85,5;1;procent;;påhittat;true
            population/2017/REGION;−3.25;2;invånare;scb;"a;b ""c"" d";
            """);

        Assert.Empty(file.Faults);
        Assert.Equal(
            [
                "result/2017-01..2017-12/REGION 13 0 mnkr ar-2017 - False",
                "indicator/2017-01..2017-12/I1 85.5 1 procent - påhittat True",
                "population/2017-01..2017-12/REGION -3.25 2 invånare scb a;b \"c\" d False",
            ],
            file.Observations.Select(o => $"{o.Figure} {o.Value} {o.Decimals} {o.Unit} {o.Source ?? "-"} {o.Note ?? "-"} {o.Illustrative}"));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_with_its_line()
    {
        var file = Read("""
            result/2017/REGION;13;0;mnkr;ar-2017;;false
            vinst/2017/REGION;13;0;mnkr;ar-2017;;false
            result/2017/REGION;tretton;ingen;mnkr;ar-2017;;false
            result/2017/REGION;13;0;mnkr;;;false
            result/2017/REGION;13;0;mnkr;ar-2017;;true
            result/2017/REGION;13;10;mnkr;ar-2017;;
            """);

        Assert.Equal(
            """
            tabell.csv:3 observations.not-a-figure vinst/2017/REGION
            tabell.csv:4 observations.not-a-number tretton
            tabell.csv:4 observations.not-a-count ingen
            tabell.csv:5 observations.source-or-illustrative ;false
            tabell.csv:6 observations.source-or-illustrative ar-2017;true
            tabell.csv:7 observations.not-a-count 10
            """,
            Faults(file));
        Assert.True(file.Refused);
    }

    [Fact]
    public void A_line_number_counts_the_lines_of_the_file_also_after_remarks_and_a_note_of_several_lines() => Assert.Equal(
        "tabell.csv:5 observations.not-a-number tretton",
        Faults(Read("# en anmärkning\nresult/2017/REGION;13;0;mnkr;ar-2017;\"två\nrader\";\nresult/2017/REGION;tretton;0;mnkr;ar-2017;;\n")));

    [Theory]
    [InlineData("figure;value;decimals;unit;source;note\n", "tabell.csv:1 observations.column-missing figure;value;decimals;unit;source;note")]
    [InlineData("figure;value;decimals;unit;source;Note;illustrative\n", "tabell.csv:1 observations.column-missing figure;value;decimals;unit;source;Note;illustrative")]
    public void A_missing_column_refuses_the_table(string text, string fault) => Assert.Equal(fault, Faults(ObservationFile.Read(new StringReader(text), "tabell.csv")));

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("figure")]
    [InlineData("figure;figure;value;decimals;unit;source;note;illustrative\nresult/2017/REGION;x;13;0;mnkr;a;;\n")]
    [InlineData(Heading + "result/2017/REGION\n")]
    [InlineData(Heading + "result/2017/REGION;13;0;mnkr;\"ar;;false\n")]
    [InlineData(Heading + "result/2017/REGION;13;0;mnkr;ar;;false;mer;ändå mer\n")]
    public void A_table_of_the_wrong_shape_is_refused_and_never_brings_the_program_down(string text) =>
        Assert.True(ObservationFile.Read(new StringReader(text), "tabell.csv").Refused);

    private static ObservationFile Read(string lines) => ObservationFile.Read(new StringReader(Heading + lines), "tabell.csv");

    private static string Faults(ObservationFile file) => string.Join('\n', file.Faults.Select(f => $"{f.Place.File}:{f.Place.Line} {f.Code} {f.Found}"));
}
