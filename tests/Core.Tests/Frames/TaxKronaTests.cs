using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.FollowUp;

namespace Styrkedja.Frames;

/// <summary>Where a hundred kronor go: counted where the money is kept, to the öre.</summary>
public class TaxKronaTests
{
    [Fact]
    public void Money_given_onward_counts_where_it_is_kept()
    {
        // RS has 1 000 and gives 750 of it onward, DN-C has 200 of the assembly: 250, 600, 150 and 200 are kept of 1 200.
        var book = ReadableRegion.Of("""
            frame 2017 from REGION to RS 1000 kr
            frame 2017 from RS to DN-A 600 kr
            frame 2017 from RS to DN-B 150 kr
            frame 2017 from REGION to DN-C 200 kr
            """).View().State.Frames;

        var shares = TaxKrona.Of(book, 2017, Money.Kronor(1200));

        Assert.Equal(
            [("DN-A", 600_00L, 50_00L, 600_00L), ("RS", 250_00L, 20_83L, 250_00L), ("DN-C", 200_00L, 16_67L, 200_00L), ("DN-B", 150_00L, 12_50L, 150_00L)],
            shares.Select(s => (s.Subject, s.Kept.Ore, s.OfHundred.Ore, s.OfTax.Ore)));
    }

    [Fact]
    public void Shares_add_up_whatever_was_given() => Gen.Int[1, 1_000_000].List[1, 12].Sample(given =>
    {
        var book = ReadableRegion.Of(string.Join('\n', given.Select((kronor, i) => $"frame 2017 from REGION to N{i} {kronor} kr"))).View().State.Frames;

        var shares = TaxKrona.Of(book, 2017, new Money(123_457));

        Assert.Equal((Money.Kronor(100), new Money(123_457)), (Money.Sum(shares.Select(s => s.OfHundred)), Money.Sum(shares.Select(s => s.OfTax))));
    });

    [Fact]
    public void Without_frames_nobody_is_told_where_the_krona_goes() => Assert.Empty(TaxKrona.Of(ReadableRegion.Of("RS").View().State.Frames, 2017, Money.Zero));

    [Theory]
    [InlineData(300_000, 1082, 3_246_000)]
    [InlineData(1, 1082, 11)]
    [InlineData(0, 1082, 0)]
    public void Tax_is_the_rate_on_each_hundred_kronor(long kronor, int rate, long ore) => Assert.Equal(ore, TaxKrona.TaxOn(Money.Kronor(kronor), rate).Ore);
}
