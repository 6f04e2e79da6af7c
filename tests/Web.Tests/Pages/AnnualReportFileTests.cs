using Styrkedja.App.Archive;
using Styrkedja.Region;
using Styrkedja.Web.Pages.Reports;

namespace Styrkedja.Web.Tests.Pages;

public sealed class AnnualReportFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("sv", "Ingen budget och inget utfall är känt för 2017.")]
    [InlineData("en", "No budget and no outcome is known for 2017.")]
    public async Task A_region_that_has_decided_nothing_says_so_and_says_it_alike_each_time(string language, string sentence)
    {
        using var archive = RegionArchive.Open(_folder);
        var at = new Viewpoint(new DateOnly(2017, 12, 31), 0);
        var first = await AnnualReportFile.RenderAsync(archive, at, 2017, language, null);
        Assert.Contains(sentence, first, StringComparison.Ordinal);
        Assert.Equal(first, await AnnualReportFile.RenderAsync(archive, at, 2017, language, null));
    }
}
