using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

public sealed class WhatIfCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("what-if").FullName;

    [Fact]
    public void Fifty_million_from_the_hospital_to_psychiatry_is_for_the_board_or_the_assembly_and_shows_what_changes()
    {
        var head = CommandLine.Run("verify", "--format", "json", "--data", BuiltRegion.Folder).Json["head"]!.ToString();

        var said = CommandLine.Run("what-if", Draft("DN-PSY", 50), "--year", "2017", "--format", "json", "--data", BuiltRegion.Folder);

        Assert.Equal(0, said.Exit);
        var verdicts = said.Json["verdicts"]!.AsArray().ToDictionary(v => (string)v!["body"]!, v => (string)v!["outcome"]!);
        Assert.Equal("within", verdicts["RS"]);
        Assert.Equal("within", verdicts["RF"]);
        Assert.Equal("outside", verdicts["DN-HS"]);
        Assert.Equal("outside", verdicts["DN-PSY"]);
        var reason = said.Json["verdicts"]!.AsArray().Single(v => (string)v!["body"]! == "DN-HS")!["breaches"]!.AsArray().Single()!.ToString();
        Assert.Contains("Den som har fått pengar fördelar dem; DN-HS har inte fått dessa.", reason, StringComparison.Ordinal);
        Assert.Equal(
            ["DN-HS 2017: 391250000000 -> 386250000000", "DN-PSY 2017: 61200000000 -> 66200000000"],
            said.Json["frames"]!.AsArray().Select(f => $"{f!["subject"]} {f["year"]}: {f["before"]} -> {f["after"]}"));
        Assert.Equal(
            ["DN-HS 0 -> -5000000000", "DN-PSY 0 -> 5000000000"],
            said.Json["results"]!.AsArray().Where(r => (long)r!["before"]! != (long)r["after"]!).Select(r => $"{r!["subject"]} {r["before"]} -> {r["after"]}"));
        Assert.Equal(1_700_000_000, (long)said.Json["results"]!.AsArray().Single(r => (string)r!["subject"]! == "REGION")!["after"]!);
        Assert.Contains("G05", said.Json["goals"]!.AsArray().Select(g => (string)g!["goal"]!));
        Assert.Equal(head, CommandLine.Run("verify", "--format", "json", "--data", BuiltRegion.Folder).Json["head"]!.ToString());
    }

    [Fact]
    public void Two_proposals_stand_beside_each_other()
    {
        var said = CommandLine.Run("what-if", Draft("DN-PSY", 50), "--year", "2017", "--against", Draft("DN-ADH", 30), "--data", BuiltRegion.Folder);

        Assert.Equal(0, said.Exit);
        Assert.Contains("2017 DN-HS   3 912,5  3 862,5  3 882,5", said.Out.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("2017 DN-ADH    590,0    590,0    620,0", said.Out.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_names_what_does_not_exist_is_refused_with_what_to_do()
    {
        var said = CommandLine.Run("what-if", Draft("DN-SAKNAS", 50), "--year", "2017", "--data", BuiltRegion.Folder);

        Assert.Equal(1, said.Exit);
        Assert.Contains("DN-SAKNAS", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Between_summer_and_new_year_2016_the_resource_allocation_came()
    {
        var said = CommandLine.Run("diff", "2016-07-01", "2016-12-31", "--format", "json", "--data", BuiltRegion.Folder);

        Assert.Equal(0, said.Exit);
        var hospital = said.Json["frames"]!.AsArray().Single(f => (string)f!["to"]! == "DN-HS")!;
        Assert.Equal((0L, 391_250_000_000L), ((long)hospital["before"]!, (long)hospital["after"]!));
        Assert.Equal("RS-2016-resursfordelning-2017-ramar", hospital["by"]!.AsArray().Single()!.ToString());
    }

    [Theory]
    [InlineData("2015")]
    [InlineData("2016")]
    [InlineData("2017")]
    public void Everything_in_Halland_rests_on_a_decision(string year)
    {
        var said = CommandLine.Run("orphans", year, "--format", "json", "--data", BuiltRegion.Folder);

        Assert.Equal(0, (int)said.Json["count"]!);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Draft(string to, int mnkr)
    {
        var file = Path.Combine(_folder, $"{to}.yaml");
        File.WriteAllText(file, $$"""
            decision: PRÖVAT-{{to}}
            body: RS
            date: 2017-03-01
            title: Omdisponering till {{to}}
            acts:
              - reallocate: {year: 2017, giver: RS-HSF, from: DN-HS, to: {{to}}, kind: commission, amount: {{mnkr}} mnkr}
            """);
        return file;
    }
}
