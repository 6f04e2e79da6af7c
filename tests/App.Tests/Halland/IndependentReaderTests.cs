using Parquet;
using Styrkedja.App.Archive;
using Styrkedja.App.FollowingUp;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Region;
using Styrkedja.Store.Facts;
using Styrkedja.Tests;

namespace Styrkedja.App.Tests.Halland;

/// <summary>The files of rows read as they lie, by a reader that is neither ours nor the database that wrote them.</summary>
public sealed class IndependentReaderTests : IDisposable
{
    private readonly RegionArchive _region = RegionArchive.Open(BuiltRegion.Folder);

    public void Dispose() => _region.Dispose();

    [Fact]
    public async Task Another_reader_gets_the_rows_and_sums_of_every_manifest_and_of_the_leaf_cells()
    {
        var batches = _region.Entries().OfType<FactEntry>().Select(f => f.Batch).Where(b => b.Kind == FactKind.Ledger).ToList();
        var read = new SortedDictionary<(string Account, Month Month), long>();
        foreach (var batch in batches)
        {
            var (rows, debit, credit) = (0L, 0L, 0L);
            await foreach (var (account, day, ore) in RowsOf(Path.Combine(BuiltRegion.Folder, "facts", batch.RowsFile + ".parquet")))
            {
                rows++;
                (debit, credit) = (debit + Math.Max(ore, 0), credit + Math.Min(ore, 0));
                var key = (account, Month.Of(day));
                read[key] = read.GetValueOrDefault(key) + ore;
            }

            Assert.Equal((batch.Rows, batch.Debit.Ore, batch.Credit.Ore), (rows, debit, credit));
        }

        Assert.True(batches.Count > 100, $"Only {batches.Count} files were read.");
        Assert.Equal(read.Where(sum => sum.Value != 0), FromCells(batches).Where(sum => sum.Value != 0));
    }

    [Fact]
    public void Rows_add_up_to_figures_taken_at_random()
    {
        var random = new Random(20170331);
        var view = _region.ViewAt(_region.Viewpoint(Period.Year(2017), null, null));
        var subjects = view.State.Organisation.Subjects.Select(s => s.Id).ToList();
        var measures = new[] { Measure.Result, Measure.Revenue, Measure.Cost, Measure.NetCost, Measure.OperatingResult, Measure.AfterFinancialItems };
        var tried = 0;
        for (var i = 0; i < 200; i++)
        {
            var month = random.Next(1, 13);
            var address = new FigureAddress(measures[random.Next(measures.Length)], new(new(2017, random.Next(1, month + 1)), new(2017, month)), subjects[random.Next(subjects.Count)]);
            var accounts = view.Explain(address, Breakdown.Account).Parts;
            if (accounts.Count > 0 && random.Next(2) == 0)
                address = accounts[random.Next(accounts.Count)].Address;
            var figure = view.Evaluate(address);
            if (!figure.IsKnown)
                continue;
            var rows = new VoucherRows(_region).First(view, address, int.MaxValue, withTexts: false);
            Assert.True(figure.Money.Ore == -rows.Sum(r => r.Row.Ore), $"The rows of {address} do not add up to it.");
            tried += rows.Count > 0 ? 1 : 0;
        }

        Assert.True(tried > 60, $"Only {tried} figures had rows.");
    }

    private static SortedDictionary<(string Account, Month Month), long> FromCells(IReadOnlyList<FactBatch> batches)
    {
        using var files = new FactFiles(BuiltRegion.Folder);
        var sums = new SortedDictionary<(string, Month), long>();
        foreach (var cells in files.ReadCells(batches, new()))
        {
            for (var i = 0; i < cells.Count; i++)
            {
                var key = (cells.Codes.Accounts[cells.Account[i]], cells.MonthOf(i));
                sums[key] = sums.GetValueOrDefault(key) + cells.Ore[i];
            }
        }

        return sums;
    }

    private static async IAsyncEnumerable<(string Account, DateOnly Day, long Ore)> RowsOf(string path)
    {
        await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: TestContext.Current.CancellationToken);
        var fields = reader.Schema.GetDataFields().ToDictionary(f => f.Name);
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var rows = reader.OpenRowGroupReader(group);
            var accounts = new string?[rows.RowCount];
            var days = new DateTime?[rows.RowCount];
            var ore = new long?[rows.RowCount];
            await rows.ReadAsync(fields["account"], accounts.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
            await rows.ReadAsync<DateTime>(fields["date"], days.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
            await rows.ReadAsync<long>(fields["ore"], ore.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
            for (var i = 0; i < ore.Length; i++)
                yield return (accounts[i]!, DateOnly.FromDateTime(days[i]!.Value), ore[i]!.Value);
        }
    }
}
