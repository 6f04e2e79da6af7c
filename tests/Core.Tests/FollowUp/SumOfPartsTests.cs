using CsCheck;
using Styrkedja.Accounts;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

/// <summary>What must hold of every region there can be. Each failure prints the seed and the region as text; give the seed to Sample to meet it again.</summary>
public class SumOfPartsTests
{
    private static readonly Measure[] s_additive =
    [
        Measure.Result, Measure.Revenue, Measure.Cost, Measure.NetCost, Measure.OperatingResult, Measure.AfterFinancialItems, Measure.ResultBudget, Measure.RevenueBudget,
        Measure.CostBudget, Measure.ResultDeviation, Measure.EliminationDifference, Measure.EliminationDifferenceBudget, Measure.ResultForecast,
    ];

    private static readonly (Measure Difference, Measure Outcome, Measure Budget)[] s_differences =
    [
        (Measure.ResultDeviation, Measure.Result, Measure.ResultBudget),
        (Measure.RevenueDeviation, Measure.Revenue, Measure.RevenueBudget),
        (Measure.CostDeviation, Measure.Cost, Measure.CostBudget),
    ];

    private static readonly Period s_year = Period.Year(2017);

    [Fact]
    public void The_parts_of_every_figure_reached_by_any_way_down_add_up_to_it_to_the_öre() => RandomRegion.Gen0.Sample(
        region =>
        {
            var view = region.Whole.View();
            var seen = new HashSet<FigureAddress>();
            foreach (var measure in s_additive)
                Descend(view, new(measure, s_year, Subject.RegionId), seen, depth: 4, most: seen.Count + 60);
            foreach (var subject in view.State.Organisation.Subjects)
                Descend(view, new(Measure.Frame, s_year, subject.Id), seen, depth: 2, most: int.MaxValue);
            Assert.True(seen.Count > s_additive.Length);
        },
        iter: 60);

    [Fact]
    public void Result_revenue_and_cost_are_what_one_gets_by_going_through_the_rows_one_by_one() => RandomRegion.Gen0.Sample(
        region =>
        {
            var view = region.Whole.View();
            var (organisation, accounts) = (view.State.Organisation, view.State.Accounts);
            foreach (var period in new[] { s_year, new Period(new(2016, 12), new(2017, 2)), new Period(new(2017, 2), new(2017, 2)) }.Where(view.HasOutcome))
            {
                foreach (var subject in organisation.Subjects)
                {
                    var (revenue, cost, inside) = (0L, 0L, 0L);
                    foreach (var (costCentre, account, counterparty, month, ore) in RowsOf(region.Whole))
                    {
                        var placed = organisation.Find(costCentre) is null ? Subject.UnplacedId : costCentre;
                        var line = accounts.GroupOf(account).Line;
                        if (!period.Holds(month) || line == StatementLine.BalanceSheet || !organisation.IsWithin(placed, subject.Id))
                            continue;
                        if (organisation.IsWithin(accounts.InternalSubject(counterparty) ?? counterparty, subject.Id))
                            inside -= ore;
                        else if (IncomeStatementLines.IsRevenue(line))
                            revenue -= ore;
                        else
                            cost -= ore;
                    }

                    Assert.Equal((revenue, cost, inside, revenue + cost + inside), (
                        Ore(view, Measure.Revenue, period, subject), Ore(view, Measure.Cost, period, subject),
                        Ore(view, Measure.EliminationDifference, period, subject), Ore(view, Measure.Result, period, subject)));
                }
            }
        },
        iter: 150);

    [Fact]
    public void When_all_internal_trade_is_matched_the_regions_result_is_external_revenue_less_external_cost() => RandomRegion.Gen0.Sample(
        region =>
        {
            var view = region.WithMatchedTradeOnly.View();
            Assert.Empty(view.UnmatchedInternalTrade(new(new(2016, 12), new(2017, 12))));
            if (!view.HasOutcome(s_year))
                return;
            var whole = view.State.Organisation.Region;
            Assert.Equal(0, Ore(view, Measure.EliminationDifference, s_year, whole));
            Assert.Equal(Ore(view, Measure.Result, s_year, whole), Ore(view, Measure.Revenue, s_year, whole) + Ore(view, Measure.Cost, s_year, whole));
        },
        iter: 150);

    [Fact]
    public void Unmatched_pairs_between_bodies_add_up_to_the_difference_that_the_region_shows() => RandomRegion.Gen0.Sample(
        region =>
        {
            var view = region.Whole.View();
            if (!view.HasOutcome(s_year))
                return;
            var organisation = view.State.Organisation;
            var within = organisation.Children(Subject.RegionId).Sum(child => Ore(view, Measure.EliminationDifference, s_year, child));
            Assert.Equal(
                Ore(view, Measure.EliminationDifference, s_year, organisation.Region) - within,
                view.UnmatchedInternalTrade(s_year).Sum(pair => pair.Difference.Ore));
        },
        iter: 150);

    [Fact]
    public void A_deviation_is_outcome_less_budget_everywhere() => RandomRegion.Gen0.Sample(
        region =>
        {
            var view = region.Whole.View();
            foreach (var subject in view.State.Organisation.Subjects)
            {
                foreach (var (difference, outcome, budget) in s_differences)
                {
                    foreach (var dimensions in new[] { Dimensions.None, new(Own: true), new(Group: "care"), new(Line: "tax-revenue") })
                    {
                        var figure = view.Evaluate(new(difference, s_year, subject.Id, dimensions));
                        var known = view.Known(s_year);
                        var (had, meant) = (view.Evaluate(new(outcome, known, subject.Id, dimensions)), view.Evaluate(new(budget, known, subject.Id, dimensions)));
                        Assert.Equal(had.IsKnown, figure.IsKnown);
                        Assert.Equal(had.IsKnown ? had.Money - meant.Money : Money.Zero, figure.Money);
                    }
                }
            }
        },
        iter: 150);

    [Fact]
    public void One_öre_more_in_one_cell_moves_every_figure_above_it_by_exactly_one_öre_and_no_other() =>
        Gen.Select(RandomRegion.Gen0.Where(r => r.Trade.Count + r.Loose.Count > 0), Gen.Int[0, 1000]).Sample(
            (region, pick) =>
            {
                var whole = region.Whole;
                var cells = whole.Cells.Single();
                var at = pick % cells.Count;
                var moved = cells with { Ore = [.. cells.Ore.Select((ore, i) => i == at ? ore + 1 : ore)] };
                var (before, after) = (whole.View(), new FollowUpView(whole.State(), [moved]));
                var (organisation, accounts) = (before.State.Organisation, before.State.Accounts);
                var code = cells.Codes.CostCentres[cells.CostCentre[at]];
                var placed = organisation.Find(code) is null ? Subject.UnplacedId : code;
                var account = cells.Codes.Accounts[cells.Account[at]];
                var group = accounts.GroupOf(account);
                var month = cells.MonthOf(at);
                foreach (var period in new[] { new Period(month, month), new Period(new(2016, 12), new(2017, 12)) })
                {
                    foreach (var subject in organisation.Subjects)
                    {
                        var step = group.Line != StatementLine.BalanceSheet && organisation.IsWithin(placed, subject.Id) ? -1 : 0;
                        Assert.Equal(step, Ore(after, Measure.Result, period, subject) - Ore(before, Measure.Result, period, subject));
                        foreach (var d in new Dimensions[] { new(Account: account), new(Group: group.Id), new(Account: account, Activity: cells.Codes.Activities[cells.Activity[at]]) })
                            Assert.Equal(step, after.Evaluate(new(Measure.Result, period, subject.Id, d)).Money.Ore - before.Evaluate(new(Measure.Result, period, subject.Id, d)).Money.Ore);
                    }
                }
            },
            iter: 150);

    [Fact]
    public void In_which_order_and_how_many_batches_the_rows_came_does_not_matter() =>
        Gen.Select(RandomRegion.Gen0, Gen.Int[0, 100], Gen.Int[0, 40]).Sample(
            (region, seed, split) =>
            {
                var rows = region.Trade.Concat(region.Loose).ToList();
                var shuffled = rows.Select((row, i) => (row, Key: (i * 7919 + seed * 104_729) % 1009)).OrderBy(r => r.Key).Select(r => r.row).ToList();
                var (one, other) = (region.Of(rows).View(), region.Of([.. shuffled.Take(split), "batch B2", .. shuffled.Skip(split)]).View());
                foreach (var measure in s_additive)
                {
                    foreach (var subject in one.State.Organisation.Subjects)
                    {
                        var address = new FigureAddress(measure, s_year, subject.Id);
                        Assert.Equal(one.Evaluate(address), other.Evaluate(address));
                        Assert.Equal(one.Explain(address).Parts, other.Explain(address).Parts);
                    }
                }
            },
            iter: 60);

    private static void Descend(FollowUpView view, FigureAddress address, HashSet<FigureAddress> seen, int depth, int most)
    {
        if (depth == 0 || seen.Count >= most || !seen.Add(address))
            return;
        Assert.True(FigureAddress.TryParse(address.ToString(), out var read));
        Assert.Equal(address, read);
        var first = view.Explain(address);
        foreach (var by in first.Breakdowns.Cast<Breakdown?>().DefaultIfEmpty(null))
        {
            var explanation = by is null ? first : view.Explain(address, by);
            Assert.Equal(view.Evaluate(address), explanation.Figure);
            if (explanation.Parts.Count == 0)
            {
                Assert.True(by is null || explanation.Figure.Money == Money.Zero, $"{address} by {by} has no parts");
                continue;
            }

            Assert.True(
                Money.Sum(explanation.Parts.Select(p => p.Money)) == explanation.Figure.Money,
                $"{address} by {explanation.By} is {explanation.Figure.Money} but its parts are {string.Join(", ", explanation.Parts.Select(p => $"{p.Address}: {p.Money}"))}");
            // No sum mixes kinds; but who has given no forecast is taken at budget, and is shown so.
            Assert.All(explanation.Parts, part => Assert.True(
                part.Address.Measure.Kind() == address.Measure.Kind() || (address.Measure == Measure.ResultForecast && part.Address.Measure == Measure.ResultBudget),
                $"{address} has {part.Address} as a part"));
            foreach (var part in explanation.Parts)
                Descend(view, part.Address, seen, depth - 1, most);
        }
    }

    private static long Ore(FollowUpView view, Measure measure, Period period, Subject subject) => view.Evaluate(new(measure, period, subject.Id)).Money.Ore;

    private static IEnumerable<(string CostCentre, string Account, string Counterparty, Month Month, long Ore)> RowsOf(ReadableRegion region) =>
        from LeafCells cells in region.Cells
        from i in Enumerable.Range(0, cells.Count)
        select (cells.Codes.CostCentres[cells.CostCentre[i]], cells.Codes.Accounts[cells.Account[i]], cells.Codes.Counterparties[cells.Counterparty[i]], cells.MonthOf(i), cells.Ore[i]);
}
