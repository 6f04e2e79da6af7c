using Styrkedja.App.Archive;
using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Limits;
using Styrkedja.Bench.Measuring;
using Styrkedja.Bench.Product;

namespace Styrkedja.Bench.Jobs;

/// <summary>follow-up-after-voucher: a region that is open takes in one more voucher and shows its follow-up again.</summary>
/// <remarks>Goals: at most twice the loop that rolls up ready cells, and the same over 50 million rows as over one. The taking in is told beside, not counted.</remarks>
public static class FollowUpAfterVoucher
{
    private const int Vouchers = 7;

    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var (small, large) = (workshop.Rows(1_000_000), workshop.Rows(50_000_000));
        var few = Measured(workshop, small);
        var many = Measured(workshop, large);
        // Only rows, so that the year's cells are those of as many rows as memory lets the loop hold.
        var columns = Workshop.Columns(Workshop.Region, Math.Min(large, 10_000_000), 1_000_000).Cells();
        var loop = new FollowUpLoop(Workshop.Region);
        var limit = Medians.InTurn(Medians.Runs, () => Medians.Timed(() => loop.Run(columns)))[0];
        yield return new Outcome("follow-up-after-voucher", many.View, "", null, limit, "limit", 2, Vouchers, "the region's result changes by each voucher's amount",
                "any figure can be explained down to its decisions and rows")
            .Must($"of the same over {small} rows", many.View / few.View, 1.1)
            .With("rows", large).With("oursFewRows", Outcome.Rounded(few.View)).With("import", Outcome.Rounded(many.Import)).With("importFewRows", Outcome.Rounded(few.Import))
            .With("cellsOfLoop", columns.Count);
    }

    private static (double View, double Import) Measured(Workshop workshop, long rows)
    {
        var copy = workshop.Copy(workshop.Stored(Workshop.Region, rows));
        var (views, imports) = (new List<double>(), new List<double>());
        using (var archive = RegionArchive.Open(copy))
        {
            var before = OurRegion.Ore(OurRegion.View(archive), FollowUp.Measure.Result, "REGION", -1);
            for (var v = 0; v <= Vouchers; v++)
            {
                var file = Path.Combine(copy, $"voucher-{v}.si");
                var one = new OneVoucher(v);
                using (var writer = new SieText(new FileStream(file, FileMode.Create), Workshop.Region))
                    one.Write(Workshop.Region, writer);
                imports.Add(Medians.Timed(() => OurRegion.Import(archive, file)));
                FollowUp.FollowUpView? view = null;
                views.Add(Medians.Timed(() => view = OurRegion.View(archive)));
                var after = OurRegion.Ore(view!, FollowUp.Measure.Result, "REGION", -1);
                Check.Equal("the result after a voucher", after, before - one.Cost);
                before = after;
            }
        }

        Workshop.Remove(copy);
        // The first is the warm-up.
        return (Medians.Of(views.Skip(1)), Medians.Of(imports.Skip(1)));
    }

    /// <summary>A voucher of one cost and what it was paid from, in a series of its own.</summary>
    private sealed record OneVoucher(int Number)
    {
        public long Cost => 123_400 + Number;

        public void Write(BenchRegion region, SieText writer)
        {
            var cost = Array.FindIndex(region.AccountCodes, code => code == "6600");
            writer.Voucher(
                new VoucherHead { Series = VoucherWords.Series.Length - 1, Number = 90_000_000 + Number, Day = 180, Text = 0, TextNumber = 100_000 + Number },
                [
                    new() { Account = cost, CostCentre = Number, Counterparty = -1, Activity = -1, Project = -1, Text = -1, Ore = Cost },
                    new() { Account = 0, CostCentre = Number, Counterparty = -1, Activity = -1, Project = -1, Text = -1, Ore = -Cost },
                ]);
        }
    }
}
