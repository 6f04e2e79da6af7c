using Styrkedja.App.Archive;
using Styrkedja.App.FollowingUp;
using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Measuring;
using Styrkedja.FollowUp;

namespace Styrkedja.Bench.Product;

/// <summary>The product's way from a figure to the rows it was summed from.</summary>
public static class OurDrill
{
    /// <summary>The time to the first 200 rows of each of some random figures: a unit, month and account group each.</summary>
    public static List<double> Times(RegionArchive archive, BenchRegion region, int figures)
    {
        var view = OurRegion.View(archive);
        var chance = new Chance(4711);
        var group = BenchRegion.Groups.First(g => g.Line == "operating-costs").Id;
        var rows = new VoucherRows(archive);
        var (times, found) = (new List<double>(), 0);
        for (var i = 0; i <= figures; i++)
        {
            var month = chance.Below(12) + 1;
            var address = new FigureAddress(
                Measure.Cost, new(new(BenchRegion.Year, month), new(BenchRegion.Year, month)), region.NodeIds[region.FirstUnit + chance.Below(region.Units)], Dimensions.None with { Group = group });
            times.Add(Medians.Timed(() => found += rows.First(view, address, 200, withTexts: false).Count));
        }

        Check.Equal("figures have rows behind them", found > 0, true);
        return times[1..];
    }
}
