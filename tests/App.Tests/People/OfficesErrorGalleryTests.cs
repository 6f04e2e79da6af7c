using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Styrkedja.App.Importing;

namespace Styrkedja.App.People;

/// <summary>The gallery in tests/Errors/offices: one faulty file of offices for each message, and beside it the whole sentences that are told, in both languages.</summary>
public class OfficesErrorGalleryTests
{
    private static readonly DateOnly s_today = new(2026, 11, 27);

    public static IEnumerable<TheoryDataRow<string>> Names() => Directory.EnumerateFiles(Gallery(), "*.csv").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).Select(f => new TheoryDataRow<string>(f));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_faulty_file_is_told_of_in_both_languages_and_nothing_of_it_is_kept(string name)
    {
        using var region = new TemporaryRegion(SmallLedger.Region);
        var kept = 0;
        // The newest file there can be lies kept already, so that whole files come too late.
        var result = new ImportOffices(region.Archive, _ => ++kept == 0).Import(File.ReadAllBytes(Path.Combine(Gallery(), name)), name, s_today, check: false);
        var told = new StringBuilder();
        foreach (var fault in result.Faults)
        {
            told.Append(fault.Place.File).Append(':').Append(fault.Place.Line).Append(' ').Append(fault.Severity).Append(' ').Append(fault.Code).Append('\n');
            foreach (var texts in new[] { Texts.Texts.In("sv"), Texts.Texts.In("en") })
            {
                var sentences = new[] { texts.Says(fault), texts.Expected(fault), texts.Remedy(fault) };
                Assert.All(sentences, s => Assert.DoesNotMatch(@"^[a-z-]+\.[a-z-]+$|\{[a-z]+\}", s));
                told.Append("    ").Append(texts.Language).Append(": ").Append(string.Join(" | ", sentences)).Append('\n');
            }
        }

        Assert.True(result.Refused && !result.Taken);
        Assert.Equal(name == "older.csv" ? 1 : 0, kept);
        Assert.DoesNotContain("1212", told.ToString(), StringComparison.Ordinal);
        var expected = Path.Combine(Gallery(), Path.ChangeExtension(name, ".expected"));
        Assert.Equal(File.ReadAllText(expected), told.ToString());
    }

    [Fact]
    public void Every_fault_of_offices_has_its_file()
    {
        var told = Directory.EnumerateFiles(Gallery(), "*.expected").SelectMany(File.ReadAllLines).Where(l => l.Length > 0 && l[0] != ' ').Select(l => l.Split(' ')[^1]).ToHashSet();
        var texts = JsonNode.Parse(File.ReadAllText(Path.Combine(Gallery(), "../../../src/App/Texts/sv/offices.json")))!.AsObject();
        Assert.Equal([], texts.Where(t => t.Key.StartsWith("fault.", StringComparison.Ordinal)).Select(t => t.Key["fault.".Length..]).Except(told));
    }

    private static string Gallery([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../Errors/offices"));
}
