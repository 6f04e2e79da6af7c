using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Goals;
using Styrkedja.Tests;

namespace Styrkedja.App.Tests.Halland;

/// <summary>What Region Halland has published must come out of the engine, from decisions and ledger files alone.</summary>
public sealed class PublishedResultsTests
{
    [Theory]
    [InlineData("result/2017-01..2017-12/REGION", 1_300_000_000)]
    [InlineData("result-budget/2017-01..2017-12/REGION", 1_700_000_000)]
    [InlineData("result-deviation/2017-01..2017-12/REGION", -400_000_000)]
    [InlineData("result/2017-01..2017-11/REGION", 3_500_000_000)]
    [InlineData("result-budget/2017-01..2017-11/REGION", 2_000_000_000)]
    [InlineData("result-deviation/2017-01..2017-11/REGION", 1_500_000_000)]
    [InlineData("result-forecast/2017-01..2017-11/REGION", -1_000_000_000)]
    [InlineData("result/2017-01..2017-11/RS", 20_130_000_000)]
    [InlineData("result-budget/2017-01..2017-11/RS", -200_000_000)]
    [InlineData("result-deviation/2017-01..2017-11/RS", 20_330_000_000)]
    [InlineData("result/2016-01..2016-12/REGION", 3_100_000_000)]
    [InlineData("result-budget/2016-01..2016-12/REGION", -4_500_000_000)]
    [InlineData("result/2015-01..2015-12/REGION", -2_300_000_000)]
    [InlineData("result-budget/2015-01..2015-12/REGION", 5_200_000_000)]
    [InlineData("result/2015-01..2015-12/DN-HS", -17_300_000_000)]
    [InlineData("result/2015-01..2015-12/DN-PSY", -2_800_000_000)]
    public void A_published_total_comes_out_to_the_ore(string figure, long ore)
    {
        using var region = RegionArchive.Open(BuiltRegion.Folder);
        Assert.True(FigureAddress.TryParse(figure, out var address));

        Assert.Equal(new Money(ore), region.ViewAt(region.Viewpoint(address.Period, null, null)).Evaluate(address).Money);
    }

    [Fact]
    public void The_boards_three_parts_round_to_what_was_published_and_their_sum_to_a_tenth_less()
    {
        using var region = RegionArchive.Open(BuiltRegion.Folder);
        var november = new Period(new(2017, 1), new(2017, 11));
        var view = region.ViewAt(region.Viewpoint(november, null, null));

        var parts = view.Explain(new(Measure.Result, november, "RS")).Parts;

        Assert.Equal(["RS-FIN", "RS-HSF", "RS-RK"], parts.Select(p => p.Address.Subject).Order(StringComparer.Ordinal));
        Assert.Equal(201.4m, parts.Sum(p => Math.Round(p.Money.Ore / 100_000_000m, 1, MidpointRounding.AwayFromZero)));
        Assert.Equal(new Money(20_130_000_000), Money.Sum(parts.Select(p => p.Money)));
    }

    [Fact]
    public void All_other_committees_are_166_3_behind_after_november_against_a_period_budget_of_22()
    {
        using var region = RegionArchive.Open(BuiltRegion.Folder);
        var november = new Period(new(2017, 1), new(2017, 11));
        var others = region.ViewAt(region.Viewpoint(november, null, null)).FollowUp(november).Bodies.Where(b => b.Subject.Id != "RS").ToList();

        Assert.Equal(new Money(-16_630_000_000), Money.Sum(others.Select(o => o.Result.Money)));
        Assert.Equal(new Money(2_200_000_000), Money.Sum(others.Select(o => o.PeriodBudget.Money)));
    }

    [Fact]
    public void Of_eleven_goals_four_are_fulfilled_and_the_economy_was_not_sound()
    {
        using var region = RegionArchive.Open(BuiltRegion.Folder);
        var year = Period.Year(2017);
        var summary = region.ViewAt(region.Viewpoint(year, null, null)).FollowUp(year);

        Assert.Equal(11, summary.Goals.Count);
        Assert.Equal(4, summary.Goals.Count(g => g.Fulfilment == GoalFulfilment.Fulfilled));
        Assert.Equal(GoalFulfilment.NotFulfilled, summary.Judgement);
    }

    [Fact]
    public void The_year_through_december_was_not_known_before_decembers_files_came()
    {
        using var region = RegionArchive.Open(BuiltRegion.Folder);
        var year = Period.Year(2017);
        var then = region.ViewAt(region.Viewpoint(year, null, region.PositionAt(new(2018, 1, 31)))).FollowUp(year);

        Assert.Equal(new Month(2017, 11), then.Known.To);
        Assert.Equal(Money.Kronor(35_000_000), then.Region.Result.Money);
        Assert.Equal(Money.Kronor(20_000_000), then.Region.PeriodBudget.Money);
    }

    [Fact]
    public void Every_published_value_agrees_with_ours_at_its_own_precision()
    {
        using var region = RegionArchive.Open(BuiltRegion.Folder);
        var view = region.ViewAt(region.Viewpoint(Period.Year(2017), new(2018, 12, 31), null));
        var compared = 0;
        foreach (var observation in view.State.Observations.Where(o => o.Observation.Source is not null))
        {
            Assert.True(FigureAddress.TryParse(observation.Observation.Figure, out var address));
            var then = region.ViewAt(region.Viewpoint(address.Period, null, null));
            var published = then.Published(then.Evaluate(address));
            Assert.All(published, p => Assert.True(p.Agrees, $"{address}: published {p.Observation.Observation.Value}, ours {then.Evaluate(address).Value}"));
            compared += published.Count;
        }

        Assert.True(compared >= 20, $"Only {compared} published values were compared.");
    }

    [Fact]
    public void External_revenue_less_external_cost_is_the_result_and_no_internal_trade_is_unmatched()
    {
        using var region = RegionArchive.Open(BuiltRegion.Folder);
        foreach (var year in new[] { 2015, 2016, 2017 })
        {
            var period = Period.Year(year);
            var view = region.ViewAt(region.Viewpoint(period, null, null));
            Money Of(Measure measure) => view.Evaluate(new(measure, period, "REGION")).Money;

            Assert.Equal(Of(Measure.Result), Of(Measure.Revenue) + Of(Measure.Cost));
            Assert.Empty(view.UnmatchedInternalTrade(period));
        }
    }
}
