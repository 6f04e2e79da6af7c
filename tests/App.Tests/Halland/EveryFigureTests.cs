using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Tests;

namespace Styrkedja.App.Tests.Halland;

/// <summary>No number without a way to its origin: every figure of a follow-up is explained, and parts add up to the whole.</summary>
public sealed class EveryFigureTests
{
    private const int FiguresAtMost = 1500;

    [Theory]
    [InlineData("2017")]
    [InlineData("2017-11")]
    public void Every_figure_of_a_follow_up_is_explained_all_the_way_down(string text)
    {
        Assert.True(Period.TryParse(text, out var period));
        using var region = RegionArchive.Open(BuiltRegion.Folder);
        var view = region.ViewAt(region.Viewpoint(period, null, null));
        var queue = new Queue<Figure>(Shown(view, period));
        var seen = new HashSet<string>();
        while (queue.TryDequeue(out var figure) && seen.Count < FiguresAtMost)
        {
            if (!seen.Add(figure.Address.ToString()))
                continue;
            var explanation = view.Explain(figure.Address);
            if (figure.IsKnown)
                AssertExplained(explanation);
            else
                Assert.Equal(FigureRule.Unknown, explanation.Rule);
            foreach (var next in explanation.Parts.Concat(explanation.Inputs))
                queue.Enqueue(next);
        }

        Assert.True(seen.Count > 500, $"Only {seen.Count} figures were reached.");
    }

    [Fact]
    public void Rows_of_the_smallest_figures_add_up_to_them()
    {
        using var region = RegionArchive.Open(BuiltRegion.Folder);
        var period = Period.Year(2017);
        var view = region.ViewAt(region.Viewpoint(period, null, null));
        foreach (var unit in new[] { "HS-KBA", "PSY-BER", "NSV-FTV", "RS-FIN" })
        {
            foreach (var account in view.Explain(new(Measure.Result, period, unit), Breakdown.Account).Parts)
            {
                var month = view.Explain(account.Address, Breakdown.Month).Parts.First(m => m.Money != Money.Zero);
                var rows = new FollowingUp.VoucherRows(region).First(view, month.Address, 100_000, withTexts: false);

                Assert.NotEmpty(rows);
                Assert.Equal(month.Money.Ore, -rows.Sum(r => r.Row.Ore));
            }
        }
    }

    internal static void AssertExplained(Explanation explanation)
    {
        var figure = explanation.Figure;
        switch (explanation.Rule)
        {
            case FigureRule.Sum:
                Assert.NotEmpty(explanation.Parts);
                Assert.True(figure.Money == Money.Sum(explanation.Parts.Select(p => p.Money)), $"The parts of {figure.Address} do not add up.");
                break;
            case FigureRule.Difference:
                Assert.Equal(figure.Money, explanation.Inputs[0].Money - explanation.Inputs[1].Money);
                if (explanation.Parts.Count > 0)
                    Assert.True(figure.Money == Money.Sum(explanation.Parts.Select(p => p.Money)), $"The parts of {figure.Address} do not add up.");
                break;
            case FigureRule.Counted:
                Assert.Equal(new FigureValue.Count(explanation.Inputs.Count), figure.Value);
                break;
            case FigureRule.Assessed:
                Assert.NotEmpty(explanation.Assessments);
                break;
            case FigureRule.Decided:
                Assert.NotEmpty(explanation.Decisions);
                break;
            case FigureRule.Rows:
            case FigureRule.Observed:
                Assert.True(explanation.Batches.Count > 0 || figure.Money == Money.Zero, $"{figure.Address} rests on no batch.");
                break;
            case FigureRule.Judged:
            case FigureRule.Ratio:
                Assert.NotEmpty(explanation.Inputs);
                break;
            default:
                Assert.Fail($"{figure.Address} is not explained.");
                break;
        }
    }

    private static IEnumerable<Figure> Shown(FollowUpView view, Period period)
    {
        var summary = view.FollowUp(period);
        IEnumerable<SubjectEconomy> economies = [summary.Region, .. summary.Bodies, .. summary.Bodies.SelectMany(b => view.EconomiesUnder(b.Subject.Id, period))];
        return
        [
            .. economies.SelectMany(e => new[] { e.Result, e.Budget, e.PeriodBudget, e.Deviation }.Concat(e.Forecast.IsKnown ? [e.Forecast] : [])),
            .. summary.Goals.Select(g => g.Status),
            .. summary.Goals.SelectMany(g => g.Indicators.Where(i => i.Value.IsKnown).Select(i => i.Value)),
            summary.GoalsTotal, summary.GoalsFulfilled, summary.GoalsPartly, summary.GoalsNotFulfilled, summary.SoundFinancialManagement,
            .. view.IncomeStatement("REGION", period).SelectMany(r => new[] { r.Outcome, r.Budget, r.PreviousYear }.OfType<Figure>().Where(f => f.IsKnown)),
        ];
    }
}
