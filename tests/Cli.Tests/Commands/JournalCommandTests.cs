using System.Text.Json.Nodes;
using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

public sealed class JournalCommandTests
{
    [Fact]
    public void Batches_name_every_file_of_rows_with_what_it_holds_and_whether_it_counts()
    {
        var batches = Batches();

        Assert.Equal(
            new[] { "care", "facts" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(BuiltRegion.Folder, folder), "*.parquet").Select(f => folder + "/" + Path.GetFileName(f))).Order(StringComparer.Ordinal),
            batches.Select(b => (string)b!["file"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(batches, b => Assert.True((bool)b!["alive"]!));
        Assert.All(batches, b => Assert.True(File.Exists(Path.Combine(BuiltRegion.Folder, (string)b!["file"]!))));
        Assert.All(batches.Where(b => (string)b!["kind"]! == "ledger"), b => Assert.Equal(0, (long)b!["debitOre"]! + (long)b["creditOre"]!));
        Assert.Equal(["contacts", "group-costs", "indicators", "ledger", "listings", "settlement", "staff"], batches.Select(b => (string)b!["kind"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(batches, b => ((string)b!["from"]!, (string)b["to"]!, (string)b["source"]!) == ("2017-03", "2017-03", "PSY-2017-03.si"));
    }

    [Fact]
    public void Batches_as_csv_say_the_same_one_a_line()
    {
        var lines = CommandLine.Run("journal", "--batches", "--format", "csv", "--data", BuiltRegion.Folder).Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("position,recorded,alive,kind,file,texts,source,entity,from,to,rows,debitOre,creditOre,batch", lines[0]);
        Assert.Equal(Batches().Select(b => $"{b!["position"]} {b["file"]} {b["rows"]} {b["batch"]}"), lines.Skip(1).Select(line =>
        {
            var cells = line.Split(',');
            return $"{cells[0]} {cells[4]} {cells[10]} {cells[^1]}";
        }));
    }

    [Fact]
    public void Batches_at_an_earlier_position_are_those_known_then()
    {
        var all = Batches();
        var known = (long)all[all.Count / 2]!["position"]!;
        Assert.Equal((all.Count / 2) + 1, Batches("--known-at", $"{known}").Count);
    }

    private static JsonArray Batches(params string[] more) =>
        CommandLine.Run(["journal", "--batches", "--format", "json", "--data", BuiltRegion.Folder, .. more]).Json.AsArray();
}
