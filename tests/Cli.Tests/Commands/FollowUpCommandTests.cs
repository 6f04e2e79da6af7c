using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

public sealed class FollowUpCommandTests
{
    [Fact]
    public void The_year_2017_as_json_has_the_published_result_budget_and_deviation()
    {
        var said = CommandLine.Run("follow-up", "2017", "--format", "json", "--data", BuiltRegion.Folder);

        Assert.Equal(0, said.Exit);
        Assert.Equal(1_300_000_000, (long)said.Json["result"]!["ore"]!);
        Assert.Equal(1_700_000_000, (long)said.Json["budget"]!["ore"]!);
        Assert.Equal(-400_000_000, (long)said.Json["deviation"]!["ore"]!);
        Assert.Equal("2017-12", (string)said.Json["throughMonth"]!);
        Assert.True((bool)said.Json["result"]!["illustrative"]!);
        Assert.Equal(11, (int)said.Json["goals"]!["total"]!);
        Assert.Equal(4, (int)said.Json["goals"]!["fulfilled"]!);
        Assert.Equal("notFulfilled", (string)said.Json["soundFinancialManagement"]!);
    }

    [Fact]
    public void November_2017_as_json_has_35_for_the_region_and_201_3_for_the_board()
    {
        var said = CommandLine.Run("follow-up", "2017-11", "--format", "json", "--data", BuiltRegion.Folder);

        Assert.Equal(3_500_000_000, (long)said.Json["result"]!["ore"]!);
        Assert.Equal(20_130_000_000, (long)said.Json["bodies"]!["RS"]!["result"]!["ore"]!);
        Assert.Equal(-1_000_000_000, (long)said.Json["forecast"]!["ore"]!);
    }

    [Fact]
    public void A_position_before_decembers_files_gives_what_was_known_then()
    {
        var journal = CommandLine.Run("journal", "--format", "json", "--data", BuiltRegion.Folder).Json.AsArray();
        var december = journal.First(e => ((string)e!["title"]!).Contains("2017-12.si", StringComparison.Ordinal))!;
        var before = (long)december["position"]! - 1;

        var said = CommandLine.Run("follow-up", "2017", "--known-at", $"{before}", "--format", "json", "--data", BuiltRegion.Folder);

        Assert.Equal("2017-11", (string)said.Json["throughMonth"]!);
        Assert.Equal(3_500_000_000, (long)said.Json["result"]!["ore"]!);
        Assert.Equal(1_700_000_000, (long)said.Json["budget"]!["ore"]!);
        Assert.Equal(2_000_000_000, (long)said.Json["periodBudget"]!["ore"]!);
    }

    [Fact]
    public void The_table_for_people_says_the_same_in_swedish_and_english()
    {
        var swedish = CommandLine.Run("follow-up", "2017", "--data", BuiltRegion.Folder);
        var english = CommandLine.Run("follow-up", "2017", "--lang", "en", "--data", BuiltRegion.Folder);

        Assert.Contains("11 mål, 4 uppfyllda.", swedish.Out, StringComparison.Ordinal);
        Assert.Contains("God ekonomisk hushållning: inte uppfyllt.", swedish.Out, StringComparison.Ordinal);
        Assert.Contains("Huvudboken är illustrativ", swedish.Out, StringComparison.Ordinal);
        Assert.Contains("11 goals, 4 fulfilled.", english.Out, StringComparison.Ordinal);
        Assert.Contains("Sound financial management: not fulfilled.", english.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("follow-up")]
    [InlineData("follow-up", "twenty")]
    [InlineData("follow-up", "2017", "--known-at", "someday")]
    [InlineData("no-such-command")]
    public void Wrong_usage_exits_with_two_and_says_why_on_standard_error(params string[] arguments)
    {
        var said = CommandLine.Run([.. arguments, .. arguments[0] == "follow-up" ? new[] { "--data", BuiltRegion.Folder } : []]);

        Assert.Equal(2, said.Exit);
        Assert.NotEmpty(said.Error);
    }

    [Fact]
    public void A_folder_without_a_region_is_refused_with_what_to_do()
    {
        var said = CommandLine.Run("follow-up", "2017", "--data", "no-such-folder");

        Assert.Equal(1, said.Exit);
        Assert.Contains("styrkedja demo", said.Error, StringComparison.Ordinal);
    }
}
