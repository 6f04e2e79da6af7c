using System.Text.Json.Nodes;
using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

public sealed class ExplainCommandTests
{
    [Fact]
    public void A_committees_result_is_explained_by_parts_decisions_batches_and_rows()
    {
        var json = Explain("result/2017-01..2017-12/DN-PSY");

        Assert.Equal((long)json["ore"]!, json["parts"]!.AsArray().Sum(p => (long)p!["ore"]!));
        Assert.Contains(json["decisions"]!.AsArray(), d => (string)d!["body"]! == "RF");
        Assert.Equal(12, json["batches"]!.AsArray().Count);
        Assert.Equal(200, json["rows"]!.AsArray().Count);
        Assert.All(json["rows"]!.AsArray(), r => Assert.Null(r!["voucherText"]));
    }

    [Fact]
    public void A_budget_rests_on_the_decisions_that_set_it()
    {
        var json = Explain("frame/2017-01..2017-12/DN-HS");

        Assert.Equal(391_250_000_000, (long)json["ore"]!);
        Assert.True((bool)json["illustrative"]!);
        var decision = Assert.Single(json["decisions"]!.AsArray());
        Assert.Equal("RS", (string)decision!["body"]!);
    }

    [Fact]
    public void Texts_of_vouchers_are_shown_only_when_asked_for()
    {
        var json = CommandLine.Run("explain", "cost/2017-03..2017-03/PSY-OV", "--texts", "--format", "json", "--data", BuiltRegion.Folder).Json;

        Assert.Contains(json["rows"]!.AsArray(), r => ((string?)r!["voucherText"])?.Length > 0);
    }

    [Fact]
    public void A_figure_that_nothing_is_known_of_says_so_and_exits_with_one()
    {
        var said = CommandLine.Run("explain", "result/2019-01..2019-12/REGION", "--data", BuiltRegion.Folder);

        Assert.Equal(1, said.Exit);
        Assert.Contains("Vi vet inte", said.Out, StringComparison.Ordinal);
    }

    private static JsonNode Explain(string figure) => CommandLine.Run("explain", figure, "--format", "json", "--data", BuiltRegion.Folder).Json;
}
