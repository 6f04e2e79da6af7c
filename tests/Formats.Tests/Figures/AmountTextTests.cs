using Styrkedja.Amounts;
using Styrkedja.Formats.Figures;

namespace Styrkedja.Formats.Tests.Figures;

public sealed class AmountTextTests
{
    [Theory]
    [InlineData(1_312_345_678, "13,1")]
    [InlineData(-400_000_000, "\u22124,0")]
    [InlineData(391_250_000_000, "3\u00a0912,5")]
    [InlineData(5_000_000, "0,1")]
    [InlineData(4_999_999, "0,0")]
    [InlineData(-5_000_000, "\u22120,1")]
    [InlineData(-4_999_999, "0,0")]
    public void Millions_have_one_decimal_and_round_half_away_from_zero(long ore, string read) =>
        Assert.Equal(read, AmountText.Of(new(ore), AmountUnit.Million));

    [Theory]
    [InlineData(391_250_000_000, AmountUnit.Thousand, "3\u00a0912\u00a0500")]
    [InlineData(123_456_789_049, AmountUnit.Krona, "1\u00a0234\u00a0567\u00a0890")]
    [InlineData(123_456_789_050, AmountUnit.Krona, "1\u00a0234\u00a0567\u00a0891")]
    [InlineData(99_900, AmountUnit.Krona, "999")]
    public void Smaller_units_have_no_decimals(long ore, AmountUnit unit, string read) => Assert.Equal(read, AmountText.Of(new(ore), unit));

    [Theory]
    [InlineData(400_000_000, "+4,0")]
    [InlineData(-400_000_000, "\u22124,0")]
    [InlineData(0, "0,0")]
    [InlineData(1, "0,0")]
    public void A_deviation_has_its_sign_unless_it_rounds_to_nothing(long ore, string read) =>
        Assert.Equal(read, AmountText.Of(new(ore), AmountUnit.Million, signed: true));

    [Fact]
    public void An_amount_per_resident_is_shared_before_it_is_rounded() =>
        Assert.Equal("27\u00a0711", AmountText.Of(Money.Kronor(9_001_201_575), AmountUnit.PerResident, residents: 324_825));

    [Fact]
    public void No_residents_share_nothing() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AmountText.Of(Money.Kronor(1), AmountUnit.PerResident));

    [Fact]
    public void The_exact_amount_shows_every_öre() => Assert.Equal("\u22121\u00a0234,05", AmountText.Exact(new(-123_405)));

    [Theory]
    [InlineData("10.82", "10,82")]
    [InlineData("100", "100")]
    [InlineData("-1234.5", "\u22121\u00a0234,5")]
    public void A_plain_number_keeps_the_decimals_it_has(string value, string read) =>
        Assert.Equal(read, AmountText.Plain(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Rounded_parts_that_do_not_add_up_are_told()
    {
        Money[] parts = [new(4_000_000), new(4_000_000), new(4_000_000)];
        Assert.True(AmountText.RoundsApart(parts, Money.Sum(parts), AmountUnit.Million));
        Assert.False(AmountText.RoundsApart(parts, Money.Sum(parts), AmountUnit.Krona));
    }
}
