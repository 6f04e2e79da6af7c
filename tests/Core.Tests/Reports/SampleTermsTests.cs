using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.FollowUp;

namespace Styrkedja.Reports;

public sealed class SampleTermsTests
{
    private const string Figure = "result/2017-01..2017-12/REGION";

    private static readonly long[] s_pinned = [24_630_208, 274_630_208, 524_630_208, 774_630_208];

    private static readonly Gen<long[]> s_sizes = Gen.Frequency((8, Gen.Long[0, 500]), (1, Gen.Const(0L)), (1, Gen.Long[10_000, 5_000_000_000])).Array[1, 60];

    [Fact]
    public void By_amount_it_hits_exactly_as_often_as_asked_for_and_every_item_as_large_as_the_interval() =>
        Gen.Select(s_sizes, Gen.Int[1, SampleTerms.MostRows], Gen.Long[0, long.MaxValue]).Sample((sizes, count, seed) =>
        {
            var whole = sizes.Sum();
            var terms = Terms(SampleMethod.MonetaryUnit, count, seed);
            var places = SampleTerms.Places(terms.Hits(whole), sizes);

            Assert.Equal(whole == 0 ? 0 : count, places.Count);
            var interval = terms.Interval(new Money(whole));
            for (var item = 0; item < sizes.Length; item++)
            {
                var hits = places.Count(p => p.Item == item);
                Assert.True(sizes[item] < interval || sizes[item] == 0 || hits > 0, $"{sizes[item]} of {interval} was passed over.");
                // Never more often than its size can hold, and one more where it begins and ends at an edge.
                Assert.True(hits == 0 || (hits - 1) * interval <= sizes[item], $"{sizes[item]} of {interval} was hit {hits} times.");
            }
        });

    [Fact]
    public void By_rows_it_draws_as_many_different_rows_as_asked_for_or_all() =>
        Gen.Select(Gen.Long[0, 400], Gen.Int[1, SampleTerms.MostRows], Gen.Long[0, long.MaxValue]).Sample((rows, count, seed) =>
        {
            var hits = Terms(SampleMethod.EachRow, count, seed).Hits(rows);

            Assert.Equal(Math.Min(count, rows), hits.Count);
            Assert.Equal(hits.Distinct().Order(), hits);
            Assert.All(hits, hit => Assert.InRange(hit, 0, rows - 1));
        });

    [Fact]
    public void The_same_terms_give_the_same_sample_and_another_seed_another() =>
        Gen.Select(Gen.Long[1_000_000_000, 1_000_000_000_000], Gen.Int[1, SampleTerms.MostRows], Gen.Long[0, long.MaxValue - 1], Gen.Enum<SampleMethod>()).Sample((units, count, seed, method) =>
        {
            Assert.Equal(Terms(method, count, seed).Hits(units), Terms(method, count, seed).Hits(units));
            Assert.NotEqual(Terms(method, count, seed).Hits(units), Terms(method, count, seed + 1).Hits(units));
        });

    [Fact]
    public void Each_hit_falls_where_items_laid_end_to_end_hold_it() =>
        Gen.Select(s_sizes, Gen.Int[1, 50], Gen.Long[0, 1000]).Sample((sizes, count, seed) =>
        {
            var hits = Terms(SampleMethod.MonetaryUnit, count, seed).Hits(sizes.Sum());
            foreach (var ((item, unit), hit) in SampleTerms.Places(hits, sizes).Zip(hits))
            {
                Assert.InRange(unit, 0, sizes[item] - 1);
                Assert.Equal(hit, sizes.Take(item).Sum() + unit);
            }
        });

    /// <summary>As a reviewer would draw it with a spreadsheet and sha256sum: the first four amounts come to 1 000 kr, and the interval for four rows is 250 kr.</summary>
    [Fact]
    public void It_can_be_drawn_again_by_hand()
    {
        long[] amounts = [10_000, 60_000, 5_000, 25_000];
        var terms = Terms(SampleMethod.MonetaryUnit, 4, 7);
        var start = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"7/0/{Figure}"))) % 100_000 / 4m;

        Assert.Equal((25_000m, start), (terms.Interval(new Money(100_000)), terms.Start(new Money(100_000))));
        var chosen = Enumerable.Range(0, 4).Select(k =>
        {
            var (sum, row) = (0L, 0);
            while (sum + amounts[row] <= start + (k * 25_000m))
                sum += amounts[row++];
            return row;
        });
        Assert.Equal(chosen, SampleTerms.Places(terms.Hits(100_000), amounts).Select(p => p.Item));
        // Held for good: a seed noted down in a file of review must give the same rows in ten years.
        Assert.Equal(s_pinned, terms.Hits(1_000_000_000));
    }

    private static SampleTerms Terms(SampleMethod method, int count, long seed) => new(FigureAddress.TryParse(Figure, out var address) ? address : throw new FormatException(Figure), method, count, seed);
}
