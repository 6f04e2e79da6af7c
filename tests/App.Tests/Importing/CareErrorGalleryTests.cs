using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;

namespace Styrkedja.App.Importing;

/// <summary>The gallery in tests/Errors/care: one faulty file for each message about contacts, listings and costs per group, and the sentences that are told, in both languages.</summary>
/// <remarks>Files that begin with listing- are listings, with cost- costs per group, and the rest contacts.</remarks>
public sealed class CareErrorGalleryTests : IDisposable
{
    /// <summary>Faults that need a file too large or too quick for a gallery; they have tests of their own.</summary>
    private static readonly string[] s_elsewhere = ["care.row-too-long", "care.too-many-codes", "care.changed"];

    private static readonly ImportTerms s_terms = new(new DateTimeOffset(2017, 4, 10, 12, 0, 0, TimeSpan.Zero));

    private readonly TemporaryRegion _region = new(SmallCare.Region);

    public void Dispose() => _region.Dispose();

    public static IEnumerable<TheoryDataRow<string>> Names() =>
        Directory.EnumerateFiles(Gallery()).Select(f => Path.GetFileName(f)!).Where(f => !f.EndsWith(".expected", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(f => new TheoryDataRow<string>(f));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_faulty_file_is_told_of_in_both_languages(string name)
    {
        var told = new StringBuilder();
        var stop = TestContext.Current.CancellationToken;
        var (verb, source) = (new ImportCare(_region.Archive), new CareSource(Path.Combine(Gallery(), name), name));
        var result = (name.Split('-')[0] switch { "listing" => verb.Listings([source], s_terms, null, stop), "cost" => verb.GroupCosts([source], s_terms), _ => verb.Contacts([source], s_terms, null, stop) })[0];
        foreach (var fault in result.Faults)
        {
            told.AppendLine(CultureInfo.InvariantCulture, $"{fault.Place.File}:{fault.Place.Line} {fault.Severity} {fault.Code}");
            foreach (var texts in new[] { Texts.Texts.In("sv"), Texts.Texts.In("en") })
            {
                var sentences = new[] { texts.Says(fault), texts.Expected(fault), texts.Remedy(fault) };
                Assert.All(sentences, s => Assert.DoesNotMatch(@"^[a-z-]+\.[a-z-]+$|\{[a-z]+\}", s));
                told.AppendLine(CultureInfo.InvariantCulture, $"    {texts.Language}: {string.Join(" | ", sentences)}");
            }
        }

        Assert.Null(result.Batch);
        Assert.Empty(_region.Archive.FactEntries());
        Assert.Empty(Directory.EnumerateFiles(_region.Folder, "*.parquet", SearchOption.AllDirectories));
        var expected = Path.Combine(Gallery(), Path.ChangeExtension(name, ".expected"));
        Assert.Equal(File.Exists(expected) ? File.ReadAllText(expected) : "", told.ToString());
    }

    [Fact]
    public void Every_fault_of_care_has_its_file()
    {
        var told = Directory.EnumerateFiles(Gallery(), "*.expected").SelectMany(File.ReadAllLines).Where(l => l.Length > 0 && l[0] != ' ').Select(l => l.Split(' ')[^1]).ToHashSet();
        var texts = JsonNode.Parse(File.ReadAllText(Path.Combine(Gallery(), "../../../src/App/Texts/sv/care-facts.json")))!.AsObject();
        Assert.Equal([], texts.Where(t => t.Key.StartsWith("fault.", StringComparison.Ordinal)).Select(t => t.Key["fault.".Length..]).Except(s_elsewhere).Except(told));
    }

    private static string Gallery([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../Errors/care"));
}
