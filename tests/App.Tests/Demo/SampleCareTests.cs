using System.Security.Cryptography;
using Styrkedja.App.Demo;
using Styrkedja.App.Importing;
using Styrkedja.App.Tests.Halland;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.App.Tests.Demo;

/// <summary>The sample of care follows the residents of each municipality, is the same on every run, and comes in by the ordinary door.</summary>
public sealed class SampleCareTests : IDisposable
{
    private const int OneIn = 25;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("styrkedja-sample-care");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void It_is_the_same_on_every_run()
    {
        Assert.Equal(Hashes(Path.Combine(_folder.FullName, "a")), Hashes(Path.Combine(_folder.FullName, "b")));

        static IReadOnlyList<string> Hashes(string folder) => [.. Make(folder).Select(f => $"{Path.GetFileName(f.Path)} {f.Known:yyyy-MM-dd} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f.Path)))}")];
    }

    [Fact]
    public void Listings_follow_the_residents_of_each_municipality_and_a_year_has_about_three_million_contacts()
    {
        var files = Make(_folder.FullName);
        var listed = Rows(files.First(f => f.Kind == FactKind.Listings)).GroupBy(r => r[4]).ToDictionary(g => g.Key, g => g.Count());
        foreach (var municipality in Tables.Municipalities)
            Assert.InRange(listed[municipality.Code], municipality.Residents * 0.97, municipality.Residents);
        Assert.Equal(320_333, Tables.Municipalities.Sum(m => m.Residents));
        var contacts = files.Where(f => f.Kind == FactKind.Contacts).Sum(f => Rows(f).Count());
        Assert.InRange(contacts * OneIn, 2_900_000, 3_100_000);
        // The share of own units in Kungsbacka that the source states, 65.9 per cent of the points.
        var inKungsbacka = Rows(files.First(f => f.Kind == FactKind.Listings)).Where(r => r[4] == "1384" && Tables.Units.Any(u => u.Provider == r[3] && u.Municipality == "1384")).ToList();
        Assert.InRange(inKungsbacka.Count(r => r[3].StartsWith("VC-", StringComparison.Ordinal)) * 100.0 / inKungsbacka.Count, 63, 69);
    }

    [Fact]
    public void Every_file_is_taken_in_without_a_fault_and_the_units_are_those_that_a_decision_authorised()
    {
        using var region = new TemporaryRegion();
        foreach (var name in new[] { "decisions/2014-10-15-rf-organisation-2015-2018.yaml", "decisions/2014-12-17-rs-fordelning-budget-2015.yaml", "illustrative/2015-01-14-rs-vardgivare.yaml", "illustrative/2016-12-19-rs-vardenheter.yaml" })
            Assert.Empty(region.Record(File.ReadAllText(Path.Combine(HallandFiles.Folder, name)), name).Faults);
        var verb = new ImportCare(region.Archive);
        foreach (var file in Make(_folder.FullName))
        {
            IReadOnlyList<CareSource> sources = [new(file.Path, Path.GetFileName(file.Path))];
            var terms = new ImportTerms(new(file.Known.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), Illustrative: true);
            var stop = TestContext.Current.CancellationToken;
            var result = (file.Kind switch { FactKind.Contacts => verb.Contacts(sources, terms, null, stop), FactKind.Listings => verb.Listings(sources, terms, null, stop), _ => verb.GroupCosts(sources, terms) })[0];
            Assert.Empty(result.Faults.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Place.File} {f.Place.Line} {f.Code} {f.Found}"));
        }

        var contacts = region.Archive.Care.Contacts.Read([.. region.Archive.FactEntries().Select(f => f.Batch)], new(2017, 1, 1), new(2017, 12, 31));
        Assert.Equal(region.Archive.FactEntries().Where(f => f.Batch.Kind == FactKind.Contacts).Sum(f => f.Batch.Rows), contacts.Count);
        Assert.True(region.Archive.FactEntries().All(f => f.Batch.Illustrative));
    }

    private static SampleCareTables Tables => SampleCareTables.Read(HallandFiles.Folder);

    private static IReadOnlyList<SampleCareFile> Make(string folder) => new SampleCare(Tables, 2017, OneIn).Write(folder);

    private static IEnumerable<string[]> Rows(SampleCareFile file) => File.ReadLines(file.Path).Skip(1).Select(line => line.Split(';'));
}
