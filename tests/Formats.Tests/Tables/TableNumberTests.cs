using System.Globalization;
using CsCheck;

namespace Styrkedja.Formats.Tables;

/// <summary>Numbers of tables are read to the öre or not at all.</summary>
public class TableNumberTests
{
    [Theory]
    [InlineData("1234,50", "comma", "none", "123450")]
    [InlineData("1 234,5", "comma", "space", "123450")]
    [InlineData("1\u00A0234\u202F567,05", "comma", "space", "123456705")]
    [InlineData("1.234,50", "comma", "point", "123450")]
    [InlineData("1,234.50", "point", "comma", "123450")]
    [InlineData("1'234.50", "point", "apostrophe", "123450")]
    [InlineData("-0,01", "comma", "none", "-1")]
    [InlineData("\u22120,01", "comma", "none", "-1")]
    [InlineData("0,01-", "comma", "none", "-1")]
    [InlineData("+7", "comma", "none", "700")]
    [InlineData("10,0000", "comma", "none", "1000")]
    [InlineData("9999999999999999,99", "comma", "none", "999999999999999999")]
    [InlineData("", "comma", "none", "Nothing")]
    [InlineData("10,005", "comma", "none", "TooFine")]
    [InlineData("10000000000000000,01", "comma", "none", "TooLarge")]
    [InlineData("99999999999999999999999999999999999999999", "comma", "none", "TooLarge")]
    [InlineData("10.00", "comma", "none", "NoNumber")]
    [InlineData("1 23,00", "comma", "space", "NoNumber")]
    [InlineData("1234 567,00", "comma", "space", "NoNumber")]
    [InlineData("1 234", "comma", "none", "NoNumber")]
    [InlineData("1,", "comma", "none", "NoNumber")]
    [InlineData(",5", "comma", "none", "NoNumber")]
    [InlineData("-", "comma", "none", "NoNumber")]
    [InlineData("1e3", "comma", "none", "NoNumber")]
    [InlineData("tio", "comma", "none", "NoNumber")]
    [InlineData("\u0661", "comma", "none", "NoNumber")]
    public void An_amount_as_text_is_read_exactly_or_refused(string text, string sign, string thousands, string expected)
    {
        var number = new TableNumber(Enum.Parse<DecimalSign>(sign, ignoreCase: true), Enum.Parse<ThousandsSign>(thousands, ignoreCase: true));
        var reading = number.Read(new(text), 2, out var ore);
        Assert.Equal(expected, reading == NumberReading.Read ? ore.ToString(CultureInfo.InvariantCulture) : reading.ToString());
    }

    [Theory]
    [InlineData("1500.5", "150050")]
    [InlineData("0.30000000001", "30")]
    [InlineData("0.29999999999", "30")]
    [InlineData("10.004", "TooFine")]
    [InlineData("10.0000001", "TooFine")]
    [InlineData("-99.99", "-9999")]
    [InlineData("99999999999999999999", "TooLarge")]
    public void A_binary_number_is_whole_ore_only_within_a_millionth(string number, string expected)
    {
        var reading = default(TableNumber).Read(new("as shown", decimal.Parse(number, CultureInfo.InvariantCulture)), 2, out var ore);
        Assert.Equal(expected, reading == NumberReading.Read ? ore.ToString(CultureInfo.InvariantCulture) : reading.ToString());
    }

    [Fact]
    public void Any_amount_written_in_Swedish_is_read_back_to_the_ore() => Gen.Long[-999_999_999_999_999_999, 999_999_999_999_999_999].Sample(ore =>
    {
        var text = (ore / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture).Replace(',', ' ').Replace('.', ',');
        Assert.Equal((NumberReading.Read, ore), (new TableNumber(DecimalSign.Comma, ThousandsSign.Space).Read(new(text), 2, out var read), read));
    });
}
