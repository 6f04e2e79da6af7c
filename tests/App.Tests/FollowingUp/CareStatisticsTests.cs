using Styrkedja.App.Archive;
using Styrkedja.App.Demo;
using Styrkedja.App.Importing;
using Styrkedja.App.Tests.Halland;
using Styrkedja.Care;
using Styrkedja.Decisions;
using Styrkedja.Disclosure;
using Styrkedja.Facts;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.FollowingUp;

/// <summary>Everything that is published about care of the sample region, by the very code that pages use, leaves every hidden cell uncertain to one who has all of it.</summary>
public sealed class CareStatisticsTests : IDisposable
{
    private const int OneIn = 10;

    private static readonly DisclosureParameters s_parameters = DisclosureParameters.DefaultOf(DataSet.Care);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("styrkedja-care-attack");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void No_hidden_cell_of_the_sample_region_is_known_better_than_by_the_protection_width()
    {
        using var region = Sample();
        var published = region.Archive.CareStatistics.Of(2017, new Viewpoint(new(2017, 12, 31), long.MaxValue))!;
        Assert.Equal(1, published.Release.Number);
        Assert.True(published.Release.Illustrative);
        foreach (var measure in Enum.GetValues<CareMeasure>())
            RequireUncertain([[.. CareTablePlan.Of(measure).Select(plan => published[plan])]]);
        // Something is hidden, and yet most is told.
        var cells = published.Tables.Values.SelectMany(t => t.Shown).ToList();
        Assert.Contains(null, cells);
        Assert.True(cells.Count(c => c is null) < cells.Count / 3, $"{cells.Count(c => c is null)} of {cells.Count} are hidden.");
    }

    [Fact]
    public void Nothing_that_a_correction_changes_can_be_taken_from_the_difference_between_two_releases()
    {
        using var region = Sample();
        var first = region.Archive.CareStatistics.Of(2017, new Viewpoint(new(2017, 12, 31), long.MaxValue))!;
        Correct(region);
        var known = region.Archive.Head().Position;
        var second = region.Archive.CareStatistics.Of(2017, new Viewpoint(new(2017, 12, 31), known))!;
        Assert.Equal(2, second.Release.Number);
        Assert.NotEqual(first[CareTablePlan.ContactsByHome].Shown, second[CareTablePlan.ContactsByHome].Shown);
        // Who stands at an earlier position sees what was released then.
        Assert.Equal(first[CareTablePlan.ContactsByHome].Shown, region.Archive.CareStatistics.Of(2017, new Viewpoint(new(2017, 12, 31), first.Release.Position))![CareTablePlan.ContactsByHome].Shown);
        Assert.Null(region.Archive.CareStatistics.Of(2017, new Viewpoint(new(2017, 12, 31), first.Release.Position - 1)));
        foreach (var measure in Enum.GetValues<CareMeasure>())
            RequireUncertain([[.. CareTablePlan.Of(measure).Select(plan => first[plan])], [.. CareTablePlan.Of(measure).Select(plan => second[plan])]]);
        foreach (var plan in CareTablePlan.Published)
            Assert.All(first[plan].Shown.Zip(second[plan].Shown), cell => Assert.True(cell.First is null || cell.Second is null || cell.First == cell.Second || Math.Abs(cell.First.Value - cell.Second.Value) >= s_parameters.MinimumCount, $"{plan.Name}: {cell}"));
    }

    [Fact]
    public void Sums_that_are_lost_are_made_again_and_the_tables_are_the_same()
    {
        using var region = Sample();
        var at = new Viewpoint(new(2017, 12, 31), long.MaxValue);
        var before = region.Archive.CareStatistics.Of(2017, at)!;
        Directory.Delete(Path.Combine(region.Folder, "care-sums"), recursive: true);
        using var again = RegionArchive.Open(region.Folder);
        Assert.Null(again.CareStatistics.Of(2017, at));
        Assert.Equal(1, again.CareStatistics.MakeMissing());
        Assert.Equal(0, again.CareStatistics.MakeMissing());
        foreach (var plan in CareTablePlan.Published)
            Assert.Equal(before[plan].Shown, again.CareStatistics.Of(2017, at)![plan].Shown);
    }

    private static void RequireUncertain(IReadOnlyList<IReadOnlyList<PublishedTable>> releases)
    {
        var reader = new Reader(releases, s_parameters.ZerosShown, ReleaseChange.Corrects);
        Assert.True(reader.Reckon());
        for (var r = 0; r < releases.Count; r++)
        {
            foreach (var table in releases[r])
            {
                for (var cell = 0; cell < table.Shown.Count; cell++)
                {
                    if (table.Shown[cell] is not null)
                        continue;
                    var (low, high) = reader.Of(r, table, cell);
                    Assert.True(high - low >= s_parameters.ProtectionWidth, $"Cell {cell} of {string.Join(" x ", table.Dimensions.Select(d => d.Name))} is known to be {low}..{high}.");
                }
            }
        }
    }

    /// <summary>Some of February's contacts set right in the summer, and something known a year later.</summary>
    private void Correct(TemporaryRegion region)
    {
        var rows = File.ReadAllLines(Path.Combine(_folder.FullName, "kontakter-2017-02.csv"));
        var corrected = rows.Skip(1).Where((_, i) => i % 700 == 0).Select((row, i) => i % 2 == 0 ? Moved(row) : row[..^1] + ";withdrawn");
        var path = Path.Combine(_folder.FullName, "rattade.csv");
        File.WriteAllLines(path, corrected.Prepend(rows[0]));
        Import(region, new(FactKind.Contacts, path, new(2018, 6, 1)));
        var listed = Path.Combine(_folder.FullName, "listade-2019.csv");
        var listings = File.ReadAllLines(Path.Combine(_folder.FullName, "listningar-2017.csv"));
        File.WriteAllLines(listed, [listings[0], listings[1].Replace("2016-01-01", "2019-01-02", StringComparison.Ordinal)]);
        Import(region, new(FactKind.Listings, listed, new(2019, 2, 1)));

        static string Moved(string row)
        {
            var cells = row.Split(';');
            cells[6] = cells[6] == "1380" ? "1384" : "1380";
            return string.Join(';', cells);
        }
    }

    private TemporaryRegion Sample()
    {
        var region = new TemporaryRegion();
        foreach (var name in new[] { "decisions/2014-10-15-rf-organisation-2015-2018.yaml", "decisions/2014-12-17-rs-fordelning-budget-2015.yaml", "illustrative/2015-01-14-rs-vardgivare.yaml", "illustrative/2016-12-19-rs-vardenheter.yaml" })
            Assert.Empty(region.Record(File.ReadAllText(Path.Combine(HallandFiles.Folder, name)), name).Faults);
        foreach (var file in new SampleCare(SampleCareTables.Read(HallandFiles.Folder), 2017, OneIn).Write(_folder.FullName).Where(f => f.Kind != FactKind.GroupCosts))
            Import(region, file);
        return region;
    }

    private static void Import(TemporaryRegion region, SampleCareFile file)
    {
        var verb = new ImportCare(region.Archive);
        IReadOnlyList<CareSource> sources = [new(file.Path, Path.GetFileName(file.Path))];
        var terms = new ImportTerms(new(file.Known.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), Illustrative: true);
        var stop = TestContext.Current.CancellationToken;
        var result = (file.Kind == FactKind.Contacts ? verb.Contacts(sources, terms, null, stop) : verb.Listings(sources, terms, null, stop))[0];
        Assert.Empty(result.Faults.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Place.File} {f.Place.Line} {f.Code} {f.Found}"));
    }
}
