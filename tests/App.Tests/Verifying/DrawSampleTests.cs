using Styrkedja.App.Archive;
using Styrkedja.App.FollowingUp;
using Styrkedja.FollowUp;
using Styrkedja.Reports;
using Styrkedja.Tests;

namespace Styrkedja.App.Verifying;

public sealed class DrawSampleTests : IDisposable
{
    private readonly RegionArchive _region = RegionArchive.Open(BuiltRegion.Folder);

    public void Dispose() => _region.Dispose();

    [Theory]
    [InlineData("result/2017-01..2017-12/PSY-BER", 20)]
    [InlineData("cost/2017-03..2017-03/PSY-OV", 7)]
    [InlineData("result/2016-01..2017-12/HS-KBA/account=6010", 60)]
    [InlineData("revenue/2017-01..2017-12/REGION", 50)]
    [InlineData("result/2017-01..2017-12/DN-HS/group=medicines", 100)]
    public void A_sample_is_of_the_figures_own_rows_and_holds_every_large_one(string figure, int count)
    {
        var (view, address) = Asked(figure);
        var rows = new VoucherRows(_region).First(view, address, 1_000_000, withTexts: false);
        foreach (var seed in new[] { 1L, 2, 99 })
        {
            var drawn = new DrawSample(_region).Draw(view, new(address, SampleMethod.MonetaryUnit, count, seed))!;

            Assert.Equal((rows.Count, view.Evaluate(address).Money, rows.Sum(r => Math.Abs(r.Row.Ore))), (drawn.Rows, drawn.Sum, drawn.Size.Ore));
            Assert.Equal(count, drawn.Drawn.Sum(r => r.Hits));
            Assert.Subset(rows.ToHashSet(), drawn.Drawn.Select(r => r.Located.Row).ToHashSet());
            Assert.Superset(rows.Where(r => Math.Abs(r.Row.Ore) >= drawn.Terms.Interval(drawn.Size) && r.Row.Ore != 0).ToHashSet(), drawn.Drawn.Select(r => r.Located.Row).ToHashSet());
            Assert.Equal(ByHand(rows, drawn.Terms), drawn.Drawn.SelectMany(r => Enumerable.Repeat(r.Located.Row, r.Hits)));
        }
    }

    [Fact]
    public void Each_row_the_same_chance_gives_as_many_different_rows_as_asked_for()
    {
        var (view, address) = Asked("cost/2017-03..2017-03/PSY-OV");
        var rows = new VoucherRows(_region).First(view, address, 1_000_000, withTexts: false);
        var terms = new SampleTerms(address, SampleMethod.EachRow, 25, 3);
        var drawn = new DrawSample(_region).Draw(view, terms)!;

        Assert.Equal(terms.Hits(rows.Count).Select(number => rows[(int)number]), drawn.Drawn.Select(r => r.Located.Row));
        Assert.All(drawn.Drawn, r => Assert.Equal(1, r.Hits));
    }

    [Fact]
    public void A_row_lies_where_it_is_said_to_lie_and_its_entry_names_the_file()
    {
        var (view, address) = Asked("result/2017-01..2017-12/DN-HS");
        var drawn = new DrawSample(_region).Draw(view, new(address, SampleMethod.MonetaryUnit, 30, 5))!;
        using var duck = new DuckDB.NET.Data.DuckDBConnection("DataSource=:memory:");
        duck.Open();
        foreach (var row in drawn.Drawn)
        {
            var file = Path.Combine(BuiltRegion.Folder, "facts", row.Located.Batch.RowsFile + ".parquet");
            using var command = duck.CreateCommand();
            command.CommandText = $"SELECT line, ore FROM read_parquet('{file}', file_row_number = true) WHERE file_row_number = {row.Located.Number}";
            using (var reader = command.ExecuteReader())
            {
                Assert.True(reader.Read());
                Assert.Equal((row.Located.Row.Row.Line, row.Located.Row.Row.Ore), (reader.GetInt32(0), reader.GetInt64(1)));
            }

            command.CommandText = $"SELECT coalesce(sum(rows) FILTER (id < {row.Located.Group}), 0)::BIGINT, sum(rows) FILTER (id <= {row.Located.Group})::BIGINT FROM (SELECT DISTINCT row_group_id AS id, row_group_num_rows AS rows FROM parquet_metadata('{file}'))";
            using (var reader = command.ExecuteReader())
            {
                Assert.True(reader.Read());
                Assert.InRange(row.Located.Number, reader.GetInt64(0), reader.GetInt64(1) - 1);
            }

            Assert.Equal(row.Located.Batch.RowsFile, row.Entry.Batch.RowsFile);
        }

        Assert.Empty(RowFiles.Check(_region, drawn.Drawn.Select(r => r.Located.Batch)).Wrong);
    }

    [Fact]
    public void The_chain_reckoned_anew_leads_from_each_row_to_the_head()
    {
        var (view, address) = Asked("result/2017-01..2017-12/DN-PSY");
        var positions = new DrawSample(_region).Draw(view, new(address, SampleMethod.MonetaryUnit, 20, 1))!.Drawn.Select(r => r.Entry.Position).ToHashSet();
        var (head, hash) = _region.Head();
        var proof = JournalProof.Of(_region, head, positions);

        Assert.Equal((head, hash, null), (proof.Position, proof.Head, proof.Wrong));
        Assert.Equal(positions.ToDictionary(p => p, p => _region.HashAt(p)!), proof.Hashes.ToDictionary());
        Assert.Equal(_region.HashAt(head - 7), JournalProof.Of(_region, head - 7, new HashSet<long>()).Head);
    }

    [Theory]
    [InlineData("result-budget/2017-01..2017-12/REGION")]
    [InlineData("result-deviation/2017-01..2017-12/REGION")]
    [InlineData("goals-total/2017-01..2017-12/REGION")]
    [InlineData("result/2017-01..2017-12/NOBODY")]
    public void What_is_no_sum_of_rows_has_no_sample(string figure)
    {
        var (view, address) = Asked(figure);
        Assert.Null(new DrawSample(_region).Draw(view, new(address, SampleMethod.MonetaryUnit, 10, 1)));
    }

    /// <summary>Rows taken out, amounts added up without sign one by one, and each row where the sum first passes a multiple of the interval.</summary>
    private static IEnumerable<Store.Facts.FoundRow> ByHand(IReadOnlyList<Store.Facts.FoundRow> rows, SampleTerms terms)
    {
        var size = new Amounts.Money(rows.Sum(r => Math.Abs(r.Row.Ore)));
        var (sum, next) = (0L, 0);
        foreach (var row in rows)
        {
            sum += Math.Abs(row.Row.Ore);
            for (; next < terms.Count && sum > terms.Start(size) + (next * terms.Interval(size)); next++)
                yield return row;
        }
    }

    private (FollowUpView View, FigureAddress Address) Asked(string text)
    {
        Assert.True(FigureAddress.TryParse(text, out var address));
        return (_region.ViewAt(_region.Viewpoint(address.Period, null, null)), address);
    }
}
