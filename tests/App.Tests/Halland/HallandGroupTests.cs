using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Organisation;
using Styrkedja.Tests;

namespace Styrkedja.App.Tests.Halland;

/// <summary>Halland and its transport company as one: the region's published results stand, and what the two have booked differently is listed with whose books they are.</summary>
public sealed class HallandGroupTests
{
    [Theory]
    [InlineData(2015, -23_000, 1_200, -21_800)]
    [InlineData(2016, 31_000, -900, 30_100)]
    [InlineData(2017, 13_000, 1_600, 14_600)]
    public void The_group_is_the_region_and_the_company(int year, long regionTkr, long companyTkr, long groupTkr) =>
        Assert.Equal([regionTkr, companyTkr, groupTkr], new[] { Subject.RegionId, "HT", Subject.GroupId }.Select(subject => View(year).Evaluate(new(Measure.Result, Period.Year(year), subject)).Money.Ore / 100_000));

    [Theory]
    [InlineData(2015)]
    [InlineData(2017)]
    public void Everything_internal_meets_at_every_level(int year)
    {
        Assert.All(View(year).EliminationChecks(Period.Year(year)), check => Assert.Equal(Money.Zero, check.Difference));
        Assert.Empty(View(year).UnmatchedInternalTrade(Period.Year(year), Subject.GroupId));
    }

    [Fact]
    public void What_the_company_added_in_December_2016_is_listed_and_changes_no_result()
    {
        var view = View(2016);

        var open = Assert.Single(view.EliminationChecks(Period.Year(2016)), check => check.Difference != Money.Zero);
        var pair = Assert.Single(view.UnmatchedInternalTrade(Period.Year(2016), Subject.GroupId));

        Assert.Equal((EliminationLevel.Group, Money.Kronor(300_000)), (open.Level, open.Difference));
        Assert.Equal(("HT", "RS-RK", Money.Kronor(430_800_000), Money.Kronor(-430_500_000)), (pair.First, pair.Second, pair.InFirst, pair.InSecond));
    }

    private static FollowUpView View(int year)
    {
        using var region = RegionArchive.Open(BuiltRegion.Folder);
        return region.ViewAt(region.Viewpoint(Period.Year(year), null, null));
    }
}
