using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.App.Tests.Halland;

namespace Styrkedja.App.Exporting;

/// <summary>What is exported is adopted as the very same.</summary>
public class ExportDecisionsTests
{
    [Fact]
    public void Hallands_decisions_exported_and_adopted_anew_have_the_same_bytes()
    {
        var (first, second) = (Directory.CreateTempSubdirectory("export").FullName, Directory.CreateTempSubdirectory("export").FullName);
        try
        {
            using var from = RegionArchive.Open(first);
            var files = HallandFiles.DecisionPaths.Select(path => (File.ReadAllText(path), Path.GetFileName(path))).ToList();
            Assert.False(new RecordDecisions(from).Record(files, null).Refused);
            var exported = new ExportDecisions(from).Files().OrderBy(f => f.FileName[11..]).ToList();

            using var to = RegionArchive.Open(second);
            var result = new RecordDecisions(to).Record([.. exported.Select(f => (f.Text, f.FileName))], null);

            Assert.Empty(result.Faults);
            Assert.False(result.Refused);
            Assert.True(exported.Count > 60, $"Only {exported.Count} were exported.");
            Assert.Equal(Contents(from), Contents(to));
        }
        finally
        {
            Directory.Delete(first, recursive: true);
            Directory.Delete(second, recursive: true);
        }
    }

    [Fact]
    public void One_file_with_a_fault_lets_none_of_the_others_in()
    {
        using var region = new TemporaryRegion();
        var before = region.Archive.Head();

        var result = new RecordDecisions(region.Archive).Record(
            [("decision: A\nbody: RF\ndate: 2016-01-01\ntitle: A\nacts: []", "a.yaml"), ("decision: B\nbody: RF\ndate: 2016-01-01\ntitle: B\nacts: [{set-wish: {}}]", "b.yaml")],
            null);

        Assert.True(result.Refused);
        Assert.Equal(before, region.Archive.Head());
    }

    /// <summary>What each entry says, whatever its position and the order of entries of one moment.</summary>
    private static IReadOnlyList<string> Contents(RegionArchive archive) =>
        [.. new ExportDecisions(archive).Files().Select(f => f.FileName[..11] + f.FileName[18..] + f.Text).Order(StringComparer.Ordinal)];
}
