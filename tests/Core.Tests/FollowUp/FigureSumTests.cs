using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Calendar;

namespace Styrkedja.FollowUp;

public class FigureSumTests
{
    private static readonly Measure[] s_amounts = [Measure.Result, Measure.Cost, Measure.ResultBudget, Measure.CostBudget, Measure.ResultForecast, Measure.Frame, Measure.ResultDeviation];

    private static readonly Gen<Figure[]> s_figures = Gen.Select(Gen.Int[0, 6].Select(i => s_amounts[i]), Gen.Int[0, 3], Gen.Long[-1_000_000_007, 1_000_000_007]).Select((measure, subject, ore) => Figure(measure, $"DN-{subject}", ore)).Array[1, 6];

    [Fact]
    public void Figures_have_a_sum_exactly_when_they_are_of_one_kind() => s_figures.Sample(figures =>
    {
        var kinds = figures.Select(f => f.Address.Measure.Kind()).Distinct().ToList();
        var sum = FigureSum.Of(figures, (a, b) => a == b);
        if (kinds.Count > 1)
            Assert.Equal(kinds, Assert.IsType<FigureSum.Mixed>(sum).Kinds);
        else
            Assert.Equal((kinds[0], new Money(figures.Sum(f => f.Money.Ore))), (Assert.IsType<FigureSum.Whole>(sum).Kind, ((FigureSum.Whole)sum).Money));
    });

    [Theory]
    [InlineData("result DN-A", "result DN-B", false)]
    [InlineData("result DN-A", "result A1", true)]
    [InlineData("result DN-A", "cost DN-A", true)]
    [InlineData("frame DN-A", "frame DN-B", false)]
    [InlineData("frame DN-A from=RS", "frame DN-B from=RS", false)]
    [InlineData("frame DN-A from=RS", "frame RS from=REGION", true)]
    [InlineData("result-budget DN-A group=a", "result-budget DN-A group=b", false)]
    [InlineData("result-budget DN-A group=a", "result-budget DN-A", true)]
    public void Whoever_adds_money_that_may_be_the_same_is_told(string one, string other, bool twice) =>
        Assert.Equal(twice, Assert.IsType<FigureSum.Whole>(FigureSum.Of([Parsed(one), Parsed(other)], (a, b) => a == b || (a, b) == ("A1", "DN-A"))).CountsTwice);

    [Fact]
    public void What_is_no_amount_or_not_known_is_named() => Assert.Equal(
        [Measure.TaxRate, Measure.Result],
        Assert.IsType<FigureSum.NoAmounts>(FigureSum.Of(
            [Figure(Measure.Result, "RS", 1), new(new(Measure.TaxRate, Period.Year(2017), "REGION"), new FigureValue.Number(10.82m, "kr"), false), new(new(Measure.Result, Period.Year(2099), "RS"), new FigureValue.Unknown(), false)],
            (_, _) => false)).Figures.Select(f => f.Address.Measure));

    private static Figure Parsed(string text)
    {
        var words = text.Split(' ');
        Assert.True(FigureAddress.TryParse(string.Join('/', [words[0], "2017", words[1], .. words[2..]]), out var address));
        return new(address, new FigureValue.Amount(new(100)), false);
    }

    private static Figure Figure(Measure measure, string subject, long ore) => new(new(measure, Period.Year(2017), subject), new FigureValue.Amount(new(ore)), false);
}
