using System.Diagnostics;
using System.Text.Json.Nodes;
using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("styrkedja-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public void Two_runs_in_different_places_of_the_world_give_the_same_bytes(string format)
    {
        var (first, second) = (Out("first"), Out("second"));
        Assert.Equal(0, In("Europe/Stockholm", "sv_SE.UTF-8", "report", "interim", "2017-08", "--format", format, "--out", first, "--data", BuiltRegion.Folder));
        Assert.Equal(0, In("Pacific/Auckland", "tr_TR.UTF-8", "report", "interim", "2017-08", "--format", format, "--out", second, "--data", BuiltRegion.Folder));
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void The_annual_report_is_a_PDF_of_which_nothing_is_told_since_nothing_in_it_shuts_anyone_out()
    {
        var file = Out("AR-2017.pdf");
        var made = CommandLine.Run("report", "annual", "2017", "--format", "pdf", "--out", file, "--data", BuiltRegion.Folder);
        Assert.Equal((0, ""), (made.Exit, made.Error));
        Assert.Equal("%PDF-1."u8.ToArray(), File.ReadAllBytes(file)[..7]);
    }

    [Fact]
    public void A_frozen_edition_is_made_again_to_the_byte_also_when_the_region_has_gone_on()
    {
        var region = BuiltRegion.Copy(BuiltRegion.Folder);
        try
        {
            var decision = Out("freeze.yaml");
            var drafted = CommandLine.Run("report", "annual", "2017", "--decision", "--data", region);
            Assert.True(drafted.Exit == 0, drafted.Error);
            File.WriteAllText(decision, drafted.Out);
            var frozen = CommandLine.Run("adopt", decision, "--data", region);
            Assert.True(frozen.Exit == 0, frozen.Out + frozen.Error);

            var file = Out("AR-2017.xlsx");
            Assert.Equal(0, CommandLine.Run("report", "annual", "2017", "--edition", "1", "--format", "xlsx", "--out", file, "--data", region).Exit);
            // The freezing itself has made the journal longer since; the edition has not changed.
            var same = CommandLine.Run("report", "annual", "2017", "--edition", "1", "--verify", file, "--data", region);
            Assert.True(same.Exit == 0, same.Out + same.Error);
            Assert.Equal(1, CommandLine.Run("report", "annual", "2017", "--verify", file, "--data", region).Exit);

            var bytes = File.ReadAllBytes(file);
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(file, bytes);
            var differs = CommandLine.Run("report", "annual", "2017", "--edition", "1", "--verify", file, "--data", region);
            Assert.Equal(1, differs.Exit);
            Assert.Contains($"byte {(bytes.Length / 2) + 1}", differs.Out, StringComparison.Ordinal);

            // A second edition needs a reason.
            var again = CommandLine.Run("report", "annual", "2017", "--decision", "--data", region);
            Assert.Contains("edition: 2", again.Out, StringComparison.Ordinal);
            Assert.Contains("reason:", again.Out, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(region, recursive: true);
        }
    }

    [Fact]
    public void No_decision_is_drafted_while_something_hinders_it()
    {
        var said = CommandLine.Run("report", "annual", "2015", "--decision", "--data", BuiltRegion.Folder);
        Assert.Equal(1, said.Exit);
        Assert.Empty(said.Out);
        Assert.Contains("händelser av väsentlig betydelse (lagen (1997:614) om kommunal redovisning, 4 kap. 1 §", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whole_report_is_told_as_JSON_with_published_figures()
    {
        var said = CommandLine.Run("report", "annual", "2017", "--format", "json", "--data", BuiltRegion.Folder);
        Assert.True(said.Exit == 0, said.Error);
        var text = JsonNode.Parse(said.Out)!.ToJsonString();
        Assert.Contains("result/2017-01..2017-12/REGION", text, StringComparison.Ordinal);
        Assert.Contains("13000000", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "report", "annual", "1999")]
    [InlineData(1, "report", "interim", "2017-07")]
    [InlineData(1, "report", "annual", "2017", "--edition", "7")]
    [InlineData(2, "report", "annual", "tjugosjutton")]
    [InlineData(2, "report", "annual", "2017", "--verify", "rapport.txt")]
    [InlineData(2, "report", "annual", "2017", "--verify", "finns-inte.pdf")]
    [InlineData(2, "report", "annual", "2017", "--site", "javascript:alert(1)")]
    public void What_cannot_be_made_is_refused_with_a_sentence(int exit, params string[] arguments)
    {
        var said = CommandLine.Run([.. arguments, "--data", BuiltRegion.Folder]);
        Assert.Equal(exit, said.Exit);
        Assert.NotEmpty(said.Error.Trim());
        Assert.Empty(said.Out);
    }

    [Fact]
    public void Mal_och_budget_has_the_same_formats()
    {
        var file = Out("plan.docx");
        var said = CommandLine.Run("report", "plan", "2017", "--format", "docx", "--out", file, "--data", BuiltRegion.Folder);
        Assert.True(said.Exit == 0, said.Error);
        Assert.Equal("PK"u8.ToArray(), File.ReadAllBytes(file)[..2]);
    }

    private string Out(string name) => Path.Combine(_folder, name);

    private static int In(string zone, string locale, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "styrkedja.dll"), .. arguments]) { WorkingDirectory = BuiltRegion.Repository };
        (start.Environment["TZ"], start.Environment["LANG"], start.Environment["LC_ALL"]) = (zone, locale, locale);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
