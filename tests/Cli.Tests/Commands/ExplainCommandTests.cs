using System.Text.Json.Nodes;
using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("styrkedja-explain");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_committees_result_is_explained_by_parts_decisions_batches_and_rows()
    {
        var json = Explain("result/2017-01..2017-12/DN-PSY");

        Assert.Equal((long)json["ore"]!, json["parts"]!.AsArray().Sum(p => (long)p!["ore"]!));
        Assert.Contains(json["decisions"]!.AsArray(), d => (string)d!["body"]! == "RF");
        // Twelve months of its own books, and twelve of what its care was settled at.
        Assert.Equal(24, json["batches"]!.AsArray().Count);
        Assert.Equal(200, json["rows"]!.AsArray().Count);
        Assert.All(json["rows"]!.AsArray(), r => Assert.Null(r!["voucherText"]));
        Assert.All(json["rows"]!.AsArray(), r => Assert.EndsWith(".si", (string)r!["file"]!, StringComparison.Ordinal));
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

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("parquet")]
    public void All_rows_behind_a_figure_are_written_to_a_file(string form)
    {
        var file = Path.Combine(_folder.FullName, "rows");
        var said = CommandLine.Run("explain", "result/2017-01..2017-12/DN-PSY", "--rows", form, "--out", file, "--data", BuiltRegion.Folder);

        Assert.Equal(0, said.Exit);
        Assert.Matches(@"\d{4,} rader skrevs till .*rows\.", said.Error);
        Assert.Equal(["rows"], _folder.EnumerateFiles().Select(f => f.Name));
        Assert.True(new FileInfo(file).Length > 10_000);
    }

    [Theory]
    [InlineData(2, "--rows", "csv")]
    [InlineData(2, "--out", "rows.csv")]
    [InlineData(2, "--rows", "odt", "--out", "rows.odt")]
    public void A_form_without_a_file_or_a_file_without_a_form_is_refused(int exit, params string[] more) =>
        Assert.Equal(exit, CommandLine.Run(["explain", "result/2017-01..2017-12/DN-PSY", "--data", BuiltRegion.Folder, .. more]).Exit);

    [Fact]
    public void A_frame_has_no_rows_to_write_and_no_file_is_made()
    {
        var said = CommandLine.Run("explain", "frame/2017-01..2017-12/DN-HS", "--rows", "csv", "--out", Path.Combine(_folder.FullName, "rows"), "--data", BuiltRegion.Folder);

        Assert.Equal(1, said.Exit);
        Assert.Contains("ingen summa av rader", said.Error, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFiles());
    }

    private static JsonNode Explain(string figure) => CommandLine.Run("explain", figure, "--format", "json", "--data", BuiltRegion.Folder).Json;
}
