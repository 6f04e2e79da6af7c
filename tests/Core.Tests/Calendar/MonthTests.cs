using CsCheck;

namespace Styrkedja.Calendar;

public class MonthTests
{
    private static readonly Gen<Month> s_months = Gen.Select(Gen.Int[1, 9998], Gen.Int[1, 12], (year, number) => new Month(year, number));

    [Fact]
    public void A_month_written_and_read_is_the_same_month() =>
        s_months.Sample(month => Month.TryParse(month.ToString(), out var read) && read == month);

    [Theory]
    [InlineData("2017-11", 2017, 11)]
    [InlineData("0001-01", 1, 1)]
    [InlineData("9999-12", 9999, 12)]
    public void Year_and_number_are_read(string text, int year, int number)
    {
        Assert.True(Month.TryParse(text, out var month));
        Assert.Equal(new Month(year, number), month);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2017")]
    [InlineData("2017-1")]
    [InlineData("2017-00")]
    [InlineData("2017-13")]
    [InlineData("0000-01")]
    [InlineData("2017/11")]
    [InlineData(" 2017-11")]
    [InlineData("2017-+1")]
    [InlineData("-017-11")]
    [InlineData("201a-11")]
    public void Anything_else_is_refused(string? text) => Assert.False(Month.TryParse(text, out _));

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    public void There_is_no_month_outside_one_to_twelve(int number) => Assert.Throws<ArgumentOutOfRangeException>(() => new Month(2017, number));

    [Fact]
    public void Months_follow_each_other_over_the_turn_of_the_year()
    {
        Assert.Equal(new Month(2018, 1), new Month(2017, 12).Plus(1));
        Assert.Equal(new Month(2016, 12), new Month(2017, 12).Plus(-12));
        Assert.True(new Month(2016, 12) < new Month(2017, 1));
    }

    [Fact]
    public void Going_forward_and_back_ends_where_it_began() =>
        Gen.Select(s_months, Gen.Int[-500, 500]).Where(x => x.Item1.Index + x.Item2 >= 12)
            .Sample((month, step) => month.Plus(step).Plus(-step) == month && month.Plus(step).Index == month.Index + step);

    [Theory]
    [InlineData("2017-02", "2017-02-01", "2017-02-28")]
    [InlineData("2016-02", "2016-02-01", "2016-02-29")]
    [InlineData("2017-12", "2017-12-01", "2017-12-31")]
    public void A_month_holds_its_first_and_last_day(string text, string first, string last)
    {
        Assert.True(Month.TryParse(text, out var month));
        Assert.Equal((first, last), ($"{month.FirstDay:yyyy-MM-dd}", $"{month.LastDay:yyyy-MM-dd}"));
        Assert.Equal(month, Month.Of(month.LastDay));
        Assert.NotEqual(month, Month.Of(month.LastDay.AddDays(1)));
    }
}
