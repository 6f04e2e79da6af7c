using CsCheck;

namespace Styrkedja.Amounts;

public class MoneyTests
{
    private static readonly Gen<long[]> s_weights = Gen.Long[0, 1_000_000_000].Array[1, 24].Where(weights => weights.Any(w => w > 0));

    [Fact]
    public void What_is_laid_out_adds_up_to_the_whole() =>
        Gen.Select(Gen.Long, s_weights).Sample((ore, weights) =>
            Money.Sum(new Money(ore).Spread(weights)) == new Money(ore));

    [Fact]
    public void A_part_is_within_one_öre_of_its_exact_share_and_never_of_the_other_sign() =>
        Gen.Select(Gen.Long, s_weights).Sample((ore, weights) =>
        {
            Int128 total = 0;
            foreach (var weight in weights)
                total += weight;
            var parts = new Money(ore).Spread(weights);
            return parts.Zip(weights).All(p =>
                Int128.Abs((p.First.Ore * total) - ((Int128)ore * p.Second)) < total
                && (p.First.Ore == 0 || Math.Sign(p.First.Ore) == Math.Sign(ore))
                && (p.Second > 0 || p.First.Ore == 0));
        });

    [Theory]
    [InlineData(100, "1 1 1", "34 33 33")]
    [InlineData(-100, "1 1 1", "-34 -33 -33")]
    [InlineData(100, "0 1 0", "0 100 0")]
    [InlineData(2, "1 1 1 1", "1 1 0 0")]
    [InlineData(1000, "1 2 3", "167 333 500")]
    [InlineData(0, "5 7", "0 0")]
    [InlineData(long.MinValue, "1 1", "-4611686018427387904 -4611686018427387904")]
    public void What_rounding_leaves_over_goes_to_the_largest_remainders_the_earlier_first(long ore, string weights, string parts) =>
        Assert.Equal(parts, string.Join(' ', new Money(ore).Spread([.. weights.Split(' ').Select(long.Parse)]).Select(p => p.Ore)));

    [Theory]
    [InlineData("0 0 0")]
    [InlineData("1 -1 1")]
    public void Nothing_is_laid_out_over_weights_that_weigh_nothing_or_less(string weights) =>
        Assert.Throws<ArgumentException>(() => new Money(100).Spread([.. weights.Split(' ').Select(long.Parse)]));

    [Fact]
    public void A_sum_either_is_right_or_throws()
    {
        var most = new Money(long.MaxValue);
        var least = new Money(long.MinValue);
        Assert.Throws<OverflowException>(() => most + new Money(1));
        Assert.Throws<OverflowException>(() => least - new Money(1));
        Assert.Throws<OverflowException>(() => -least);
        Assert.Throws<OverflowException>(() => Money.Kronor(long.MaxValue / 100 + 1));
        Assert.Throws<OverflowException>(() => Money.Sum([most, new Money(1), new Money(-1)]));
        Assert.Equal(most, Money.Sum([most, new Money(-1), new Money(1)]));
        Assert.Equal(new Money(long.MaxValue / 100 * 100), Money.Kronor(long.MaxValue / 100));
    }

    [Fact]
    public void Amounts_are_ordered_by_öre_and_the_default_is_nothing()
    {
        Assert.Equal(Money.Zero, default);
        Assert.True(new Money(-1) < Money.Zero && Money.Zero < new Money(1) && new Money(1) >= new Money(1));
        Assert.Equal([-2, 0, 7], new[] { new Money(7), new Money(-2), Money.Zero }.Order().Select(m => m.Ore));
        Assert.Equal("-1250 öre", new Money(-1250).ToString());
    }

    [Theory]
    [InlineData(100, 12, 7, 171)]
    [InlineData(5, 1, 2, 3)]
    [InlineData(-5, 1, 2, -3)]
    [InlineData(5, -1, 2, -3)]
    [InlineData(-5, 1, -2, 3)]
    [InlineData(4, 1, 3, 1)]
    [InlineData(-4, 1, 3, -1)]
    [InlineData(0, 5, 7, 0)]
    [InlineData(9_000_000_000_000_000_000, 2, 4, 4_500_000_000_000_000_000)]
    public void Times_one_number_over_another_is_to_the_nearest_öre_and_halves_away_from_nothing(long ore, long by, long over, long expected) => Assert.Equal(expected, new Money(ore).Times(by, over).Ore);

    [Fact]
    public void Times_something_over_nothing_or_beyond_what_can_be_held_throws()
    {
        Assert.Throws<DivideByZeroException>(() => new Money(1).Times(1, 0));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue).Times(2, 1));
    }
}
