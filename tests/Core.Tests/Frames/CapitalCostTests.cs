using Styrkedja.Amounts;

namespace Styrkedja.Frames;

public sealed class CapitalCostTests
{
    [Fact]
    public void Whatever_it_costs_and_whenever_it_begins_it_is_written_off_to_the_last_ore()
    {
        var chance = new Random(20171231);
        for (var i = 0; i < 500; i++)
        {
            var (cost, months, life) = (new Money(chance.NextInt64(0, 100_000_000_000)), chance.Next(0, 120), chance.Next(1, 51));
            var years = CapitalCost.Of(cost, new DateOnly(2015, 1, 1).AddMonths(months), life, chance.Next(0, 60_000) / 10_000m);
            Assert.Equal(cost, Money.Sum(years.Select(y => y.Depreciation)));
            Assert.Equal(Money.Zero, years[^1].LeftToWriteOff);
            Assert.InRange(years.Count, life, life + 1);
            // Interest is reckoned on what is left, so no whole year costs more than the whole year before.
            Assert.All(years.Skip(1).Zip(years.Skip(2)), pair => Assert.True(pair.First.Interest >= pair.Second.Interest));
        }
    }

    [Fact]
    public void Nothing_is_written_off_over_no_time() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CapitalCost.Of(Money.Kronor(1), new(2017, 1, 1), 0, 2m));
}
