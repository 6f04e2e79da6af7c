using System.Text.Json.Nodes;
using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

public sealed class MeasuresCommandTests
{
    [Fact]
    public void A_body_is_told_with_its_deviation_and_each_measure()
    {
        var text = CommandLine.Run("measures", "2015-08", "--body", "DN-PSY", "--lang", "sv", "--data", BuiltRegion.Folder).Out;

        Assert.Contains("beslutade åtgärder 15,0 mnkr; effekt hittills 4,0 mnkr;", text, StringComparison.Ordinal);
        Assert.Contains("  pågår  Anställa egna läkare i öppenvården (DN-PSY; Förvaltningschef, Psykiatrin): ska ge 9,0 mnkr, har gett 1,0 mnkr", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_without_measures_is_told_as_such() =>
        Assert.Contains("Ingen åtgärd är beslutad för 2014.", CommandLine.Run("measures", "2014", "--lang", "sv", "--data", BuiltRegion.Folder).Out, StringComparison.Ordinal);

    [Theory]
    [InlineData(2, "measures", "snart")]
    [InlineData(1, "measures", "2015", "--body", "DN-ZZZ")]
    [InlineData(2, "internal-control", "17")]
    public void What_cannot_be_asked_is_refused(int exit, params string[] asked) => Assert.Equal(exit, CommandLine.Run([.. asked, "--data", BuiltRegion.Folder]).Exit);

    [Fact]
    public void The_internal_control_of_a_year_is_seen_from_the_year_after_unless_a_day_is_named()
    {
        Assert.Equal(3, Reported());
        Assert.Equal(0, Reported("--as-of", "2017-12-31"));
    }

    private static int Reported(params string[] more) =>
        JsonNode.Parse(CommandLine.Run(["internal-control", "2017", "--format", "json", "--data", BuiltRegion.Folder, .. more]).Out)!["committees"]!.AsArray().Count(c => c!["report"] is not null);
}
