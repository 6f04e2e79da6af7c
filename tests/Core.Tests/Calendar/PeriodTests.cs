using CsCheck;

namespace Styrkedja.Calendar;

public class PeriodTests
{
    [Theory]
    [InlineData("2017", "2017-01..2017-12", 12)]
    [InlineData("2017-11", "2017-01..2017-11", 11)]
    [InlineData("2017-01", "2017-01..2017-01", 1)]
    [InlineData("2017-04..2017-06", "2017-04..2017-06", 3)]
    [InlineData("2016-12..2017-01", "2016-12..2017-01", 2)]
    public void What_people_write_is_read_as_whole_months(string text, string period, int months)
    {
        Assert.True(Period.TryParse(text, out var read));
        Assert.Equal((period, months), (read.ToString(), read.Months));
        Assert.Equal(months, read.EachMonth().Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("17")]
    [InlineData("2017-06..2017-04")]
    [InlineData("2017-04..")]
    [InlineData("..2017-04")]
    [InlineData("2017..2018")]
    [InlineData("2017-04...2017-06")]
    [InlineData("2017-04-01")]
    public void Anything_else_is_refused(string? text) => Assert.False(Period.TryParse(text, out _));

    [Fact]
    public void A_period_written_and_read_is_the_same_period() =>
        Gen.Select(Gen.Int[12, 119_000], Gen.Int[0, 400], (first, more) => new Period(Month.FromIndex(first), Month.FromIndex(first + more)))
            .Sample(period => Period.TryParse(period.ToString(), out var read) && read == period);

    [Fact]
    public void The_last_month_never_lies_before_the_first() =>
        Assert.Throws<ArgumentException>(() => new Period(new(2017, 6), new(2017, 5)));

    [Fact]
    public void First_and_last_month_belong_to_it_and_those_beside_do_not()
    {
        var period = new Period(new(2017, 4), new(2017, 6));
        Assert.Equal("2017-04 2017-05 2017-06", string.Join(' ', period.EachMonth()));
        Assert.Equal(
            [false, true, true, false],
            new Month[] { new(2017, 3), new(2017, 4), new(2017, 6), new(2017, 7) }.Select(period.Holds));
    }
}
