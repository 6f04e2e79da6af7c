using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

public sealed class SearchCommandTests
{
    [Fact]
    public void What_is_found_is_told_by_kind_and_the_best_first()
    {
        var said = Search("psykiatri", "--lang", "sv");

        Assert.Equal(0, said.Exit);
        Assert.Contains("träffar på ”psykiatri”", said.Out, StringComparison.Ordinal);
        Assert.Contains("politiska organ 1", said.Out, StringComparison.Ordinal);
        Assert.Contains("Driftnämnden Psykiatri", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void As_json_each_hit_has_its_page_and_the_hits_come_twenty_at_a_time()
    {
        var first = Search("2017", "--format", "json").Json;
        var second = Search("2017", "--format", "json", "--page", "2").Json;

        Assert.Equal(20, first["hits"]!.AsArray().Count);
        Assert.Equal((int)first["count"]!, first["kinds"]!.AsArray().Sum(k => (int)k!["count"]!));
        Assert.Empty(first["hits"]!.AsArray().Select(h => $"{h!["kind"]} {h["id"]}").Intersect(second["hits"]!.AsArray().Select(h => $"{h!["kind"]} {h["id"]}")));
        Assert.All(first["hits"]!.AsArray(), h => Assert.StartsWith("/", (string)h!["address"]!, StringComparison.Ordinal));
    }

    [Fact]
    public void One_kind_alone_and_an_earlier_moment_find_less()
    {
        var all = (int)Search("budget", "--format", "json").Json["count"]!;
        var decisions = Search("budget", "--kind", "decision", "--format", "json").Json;
        var earlier = Search("budget", "--known-at", "3", "--format", "json").Json;

        Assert.All(decisions["hits"]!.AsArray(), h => Assert.Equal("decision", (string)h!["kind"]!));
        Assert.InRange((int)earlier["count"]!, 1, all - 1);
        Assert.All(earlier["hits"]!.AsArray(), h => Assert.InRange((int)h!["position"]!, 1, 3));
    }

    [Fact]
    public void When_nothing_is_found_it_is_said_how_to_search()
    {
        var said = Search("sjukvard", "\"OR", "--lang", "sv");

        Assert.Equal(0, said.Exit);
        Assert.Contains("vard hittar inte vård", said.Out, StringComparison.Ordinal);
    }

    private static Said Search(params string[] arguments) => CommandLine.Run(["search", .. arguments, "--data", BuiltRegion.Folder]);
}
