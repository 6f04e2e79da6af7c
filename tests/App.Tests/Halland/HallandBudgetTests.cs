using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Goals;

namespace Styrkedja.App.Tests.Halland;

/// <summary>Halland's budgets, frames, goals and forecasts add up to what was published.</summary>
public class HallandBudgetTests
{
    [Theory]
    [InlineData(2015, 52)]
    [InlineData(2016, -45)]
    [InlineData(2017, 17)]
    public void The_committees_budgeted_results_add_up_to_that_of_the_region(int year, int mnkr)
    {
        var state = HallandFiles.StateAt(new(year, 12, 31));
        var view = new FollowUpView(state, []);

        Assert.Equal(Mnkr(mnkr), view.Evaluate(new(Measure.ResultBudget, Period.Year(year), "REGION")).Money);
        Assert.Equal(Mnkr(mnkr), state.Frames.ResultBudgets[(year, "REGION")].Act.Result);
        Assert.All(
            HallandFiles.Calibration.Parts.Where(p => p.Subject != "RS-FIN"),
            part => Assert.Equal(Money.Zero, view.Evaluate(new(Measure.ResultBudget, Period.Year(year), part.Subject)).Money));
    }

    [Fact]
    public void After_November_2017_the_period_budget_is_20_of_which_RS_minus_2_and_the_others_22()
    {
        var view = new FollowUpView(HallandFiles.StateAt(new(2017, 11, 30)), []);
        var period = Period.Through(new(2017, 11));
        Money Budget(string subject) => view.Evaluate(new(Measure.ResultBudget, period, subject)).Money;

        Assert.Equal(Mnkr(20), Budget("REGION"));
        Assert.Equal(Mnkr(-2), Budget("RS"));
        Assert.Equal(Mnkr(22), Money.Sum(HallandFiles.Calibration.Parts.Where(p => !p.Subject.StartsWith("RS", StringComparison.Ordinal)).Select(p => Budget(p.Subject))));
    }

    [Theory]
    [InlineData(2015)]
    [InlineData(2016)]
    [InlineData(2017)]
    public void Nobody_distributes_more_than_it_was_given(int year)
    {
        var frames = HallandFiles.StateAt(new(year, 12, 31)).Frames;
        var givers = frames.Frames.Where(f => f.Act.Year == year).Select(f => f.Act.From).Distinct().Where(from => from != "REGION").ToList();

        Assert.Equal(["RS", "RS-HSF"], givers.Order(StringComparer.Ordinal));
        Assert.All(givers, giver => Assert.True(frames.DistributedBy(giver, year) <= frames.GivenTo(giver, year), giver));
        Assert.Equal(frames.GivenTo("RS", year), frames.GivenTo("RS-HSF", year) + frames.GivenTo("RS-RK", year));
    }

    [Theory]
    [InlineData(2015)]
    [InlineData(2016)]
    [InlineData(2017)]
    public void Internal_budget_rows_mirror_each_other_month_by_month(int year)
    {
        var state = HallandFiles.StateAt(new(year, 12, 31));
        var parts = HallandFiles.Calibration.Parts.Select(p => p.Subject).ToHashSet();
        var rows = state.Frames.Budget
            .Where(line => line.Year == year && line.Row.Counterparty is not null)
            .Select(line => (Part: state.Organisation.PathUp(line.Subject).First(s => parts.Contains(s.Id)).Id, Other: line.Row.Counterparty!, line.Months))
            .ToList();

        foreach (var pair in rows.GroupBy(r => string.CompareOrdinal(r.Part, r.Other) < 0 ? (r.Part, r.Other) : (r.Other, r.Part)))
            Assert.All(Enumerable.Range(0, 12), m => Assert.True(Money.Zero == Money.Sum(pair.Select(r => r.Months[m])), $"{pair.Key} month {m + 1}"));
    }

    [Theory]
    [InlineData(2015)]
    [InlineData(2016)]
    [InlineData(2017)]
    public void A_frame_stands_in_the_budget_of_its_receiver(int year)
    {
        var state = HallandFiles.StateAt(new(year, 12, 31));
        var view = new FollowUpView(state, []);

        foreach (var to in state.Frames.Frames.Where(f => f.Act.Year == year && f.Act.To != "RS").Select(f => f.Act.To).Distinct())
        {
            var budget = view.Evaluate(new(Measure.ResultBudget, Period.Year(year), to, new(Group: "frame-received")));
            Assert.Equal(state.Frames.GivenTo(to, year), budget.Money);
        }
    }

    [Fact]
    public void Of_the_11_goals_of_2017_4_are_fulfilled_and_the_owners_and_the_indicators_agree()
    {
        var state = HallandFiles.StateAt(new(2017, 12, 31));
        // Sub-goals are judged by their owners, also after August; a goal is judged for the whole year.
        var judged = state.Assessments.Where(a => a.Assessment.Fulfilment is not null && a.Assessment.Subject.StartsWith('G')).ToDictionary(a => a.Assessment.Subject, a => a.Assessment.Fulfilment);

        Assert.Equal(11, state.Goals.Goals.Count);
        Assert.Equal(state.Goals.Goals.Keys.Order(StringComparer.Ordinal), judged.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["G02", "G03", "G04", "G07"], judged.Where(j => j.Value == GoalFulfilment.Fulfilled).Select(j => j.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["G09", "G10"], judged.Where(j => j.Value == GoalFulfilment.NotFulfilled).Select(j => j.Key).Order(StringComparer.Ordinal));
        Assert.All(state.Goals.SubGoals, s => Assert.NotEmpty(state.Goals.IndicatorsOf(s.Act.Id)));
    }

    [Fact]
    public void The_forecasts_after_November_2017_add_up_to_minus_10_and_healthcare_to_minus_248()
    {
        var forecasts = HallandFiles.StateAt(new(2018, 1, 31)).Assessments.Where(a => a.Assessment.Forecast is not null).ToDictionary(a => a.Assessment.Subject, a => a.Assessment.Forecast!.Value);

        Assert.Equal(Mnkr(-10), Money.Sum(forecasts.Values));
        Assert.Equal(Mnkr(-248), Money.Sum(new[] { "RS-HSF", "DN-HS", "DN-PSY", "DN-NSV", "DN-ADH" }.Select(part => forecasts[part])));
        Assert.Equal(Mnkr(17 + 197), Money.Sum(forecasts.Where(f => f.Key.StartsWith("RS", StringComparison.Ordinal)).Select(f => f.Value)));
    }

    [Fact]
    public void Public_transport_2017_is_the_sourced_row()
    {
        var line = Assert.Single(HallandFiles.StateAt(new(2017, 12, 31)).Frames.Budget, l => l.Year == 2017 && l.Row.Group == "public-transport");

        Assert.Equal(new Money(-43_840_000_000), line.Row.Amount);
        Assert.False(line.Decided.Act.Illustrative);
    }

    private static Money Mnkr(int mnkr) => Money.Kronor(mnkr * 1_000_000L);
}
