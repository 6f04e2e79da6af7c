namespace Styrkedja.Calendar;

public class ValidityTests
{
    [Theory]
    [InlineData("2016-12-31", false)]
    [InlineData("2017-01-01", true)]
    [InlineData("2017-12-31", true)]
    [InlineData("2018-01-01", false)]
    public void First_and_last_day_are_in_force_and_the_days_beside_are_not(string day, bool holds) =>
        Assert.Equal(holds, new Validity(new(2017, 1, 1), new(2017, 12, 31)).Holds(DateOnly.Parse(day)));

    [Fact]
    public void Without_a_last_day_it_holds_until_further_notice()
    {
        var validity = new Validity(new(2017, 1, 1));
        Assert.True(validity.Holds(DateOnly.MaxValue));
        Assert.False(validity.Holds(new(2016, 12, 31)));
        Assert.True(Validity.Always.Holds(DateOnly.MinValue));
    }

    [Theory]
    [InlineData("2017-06-28", "2017-06-28", null, true)]
    [InlineData("2017-06-28", "2017-06-29", null, false)]
    [InlineData("2017-06-28", "2017-06-28", "protokollet anger dagen, diariet en annan", false)]
    public void A_date_is_certain_when_both_days_are_one_and_nothing_speaks_against_it(string earliest, string latest, string? basis, bool certain) =>
        Assert.Equal(certain, new UncertainDate(DateOnly.Parse(earliest), DateOnly.Parse(latest), basis).IsCertain);
}
