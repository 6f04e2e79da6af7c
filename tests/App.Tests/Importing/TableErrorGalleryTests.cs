using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;

namespace Styrkedja.App.Importing;

/// <summary>The gallery in tests/Errors/tables: one faulty table or description for each message, and beside it the whole sentences that are told, in both languages.</summary>
/// <remarks>A ledger is read by the description of the same name, otherwise by ledger.yaml; staff by our own form; what lies in NAME.before.csv is taken in first.</remarks>
public class TableErrorGalleryTests
{
    /// <summary>Faults that only files too large for a gallery give; they have tests of their own.</summary>
    private static readonly string[] s_elsewhere = ["table.further-faults", "table.row-too-long", "table.workbook-too-large"];

    private static readonly ImportTerms s_terms = new(new DateTimeOffset(2017, 3, 10, 12, 0, 0, TimeSpan.Zero));

    public static IEnumerable<TheoryDataRow<string>> Names() => Directory.EnumerateFiles(Gallery()).Select(f => Path.GetFileName(f)!)
        .Where(f => Path.GetExtension(f) != ".expected" && !f.Contains(".before.", StringComparison.Ordinal) && (Path.GetExtension(f) != ".yaml" || f.StartsWith("mapping-", StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal).Select(f => new TheoryDataRow<string>(f));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_faulty_file_is_told_of_in_both_languages(string name)
    {
        var told = new StringBuilder();
        foreach (var fault in FaultsOf(name))
        {
            told.AppendLine($"{fault.Place.File}:{fault.Place.Line} {fault.Severity} {fault.Code}");
            foreach (var texts in new[] { Texts.Texts.In("sv"), Texts.Texts.In("en") })
            {
                var sentences = new[] { texts.Says(fault), texts.Expected(fault), texts.Remedy(fault) };
                Assert.All(sentences, s => Assert.DoesNotMatch(@"^[a-z-]+\.[a-z-]+$|\{[a-z]+\}", s));
                told.AppendLine($"    {texts.Language}: {string.Join(" | ", sentences)}");
            }
        }

        var expected = Path.Combine(Gallery(), Path.ChangeExtension(name, ".expected"));
        Assert.Equal(File.Exists(expected) ? File.ReadAllText(expected) : "", told.ToString());
    }

    [Fact]
    public void Every_fault_of_tables_has_its_file()
    {
        var told = Directory.EnumerateFiles(Gallery(), "*.expected").SelectMany(File.ReadAllLines).Where(l => l.Length > 0 && l[0] != ' ').Select(l => l.Split(' ')[^1]).ToHashSet();
        var texts = JsonNode.Parse(File.ReadAllText(Path.Combine(Gallery(), "../../../src/App/Texts/sv/tables.json")))!.AsObject();
        Assert.Equal([], texts.Select(t => t.Key["fault.".Length..]).Except(s_elsewhere).Except(told));
    }

    private static IReadOnlyList<Fault> FaultsOf(string name)
    {
        if (name.StartsWith("mapping-staff-", StringComparison.Ordinal))
            return StaffMapping.Read(Text(name), name).Faults;
        if (name.StartsWith("mapping-", StringComparison.Ordinal))
            return LedgerMapping.Read(Text(name), name).Faults;
        using var region = new TemporaryRegion(SmallLedger.Region);
        var bytes = File.ReadAllBytes(Path.Combine(Gallery(), name));
        ImportResult result;
        if (name.StartsWith("staff-", StringComparison.Ordinal))
        {
            var verb = new ImportStaff(region.Archive);
            var before = Path.Combine(Gallery(), Path.ChangeExtension(name, ".before.csv"));
            if (File.Exists(before))
                Assert.Empty(verb.Import(File.ReadAllBytes(before), "before.csv", StaffMapping.Own, s_terms).Faults.Select(f => $"{f.Code} {f.Found}"));
            result = verb.Import(bytes, name, StaffMapping.Own, s_terms);
        }
        else
        {
            var description = Path.ChangeExtension(name, ".yaml");
            var (mapping, faults) = LedgerMapping.Read(Text(File.Exists(Path.Combine(Gallery(), description)) ? description : "ledger.yaml"), description);
            Assert.Empty(faults.Select(f => $"{f.Code} {f.Found}"));
            result = new ImportLedger(region.Archive).Import([new TableSource(bytes, mapping!, region.Folder, name)], s_terms, stop: TestContext.Current.CancellationToken)[0];
        }

        Assert.Equal(result.Faults.Any(f => f.Severity == Severity.Error), result.Batch is null);
        return result.Faults;
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(Gallery(), name));

    private static string Gallery([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../Errors/tables"));
}
