using CsCheck;
using Styrkedja.Accounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>What is shared between views, and what is rolled up beforehand, is never seen in a figure.</summary>
public class SharedViewTests
{
    private static readonly Period s_year = Period.Year(2017);

    private static readonly Period s_overNewYear = new(new(2016, 12), new(2017, 2));

    /// <summary>A region whose rows came in batches; each batch may replace one before it, and may be illustrative.</summary>
    private static readonly Gen<(RandomRegion Region, string[] Batches, int[] Walk)> s_history =
        Gen.Select(RandomRegion.Gen0, Gen.Int[0, 9].Array[1, 8], Gen.Int[0, 9].Array[2, 8]).Select((region, kinds, walk) =>
        {
            var rows = region.Trade.Concat(region.Loose).ToList();
            var batches = kinds.Select((kind, b) => string.Join('\n', rows.Where((_, i) => i % kinds.Length == b || (kind == 7 && i % 3 == 0)).Prepend(
                $"batch B{b}{(kind < 4 && b > 0 ? $" supersedes B{(b * kind) % b}" : "")}{(kind == 9 ? " illustrative" : "")}"))).ToArray();
            return (region, batches, walk.Select(step => 1 + (step % (kinds.Length + 1))).ToArray());
        });

    [Fact]
    public void A_view_that_takes_over_from_earlier_ones_shows_what_a_view_made_from_nothing_shows() => s_history.Sample(
        (region, batches, walk) =>
        {
            var history = region.Of(batches);
            var made = new List<FollowUpView>();
            var shown = new List<string>();
            foreach (var position in walk)
            {
                var at = new Viewpoint(new(2017, 12, 31), position);
                var view = new FollowUpView(RegionState.Fold(history.Entries, at, new("R"), [.. made.Select(m => m.State)]), history.Cells, made);
                shown.Add(Shown(view));
                Assert.Equal(Shown(new FollowUpView(RegionState.Fold(history.Entries, at, new("R")), history.Cells)), shown[^1]);
                made.Insert(0, view);
            }

            Assert.Equal(Enumerable.Reverse(shown), made.Select(Shown));
        },
        iter: 30);

    [Fact]
    public void Every_group_and_month_of_every_subject_is_the_sum_of_its_rows() => RandomRegion.Gen0.Sample(
        region =>
        {
            var view = region.Whole.View();
            var (organisation, accounts) = (view.State.Organisation, view.State.Accounts);
            var rows = (
                from LeafCells cells in region.Whole.Cells
                from i in Enumerable.Range(0, cells.Count)
                let code = cells.Codes.CostCentres[cells.CostCentre[i]]
                let other = cells.Codes.Counterparties[cells.Counterparty[i]]
                select (Place: organisation.Find(code) is null ? Subject.UnplacedId : code, Group: accounts.GroupOf(cells.Codes.Accounts[cells.Account[i]]),
                    Other: accounts.InternalSubject(other) ?? other, Month: cells.MonthOf(i), Ore: cells.Ore[i])).Where(row => row.Ore != 0).ToLookup(row => (row.Group.Id, row.Month), row => row with { Ore = -row.Ore });
            foreach (var subject in organisation.Subjects)
            {
                foreach (var group in accounts.Groups.Where(g => g.Line != StatementLine.BalanceSheet))
                {
                    foreach (var month in s_overNewYear.EachMonth().Where(m => view.HasOutcome(new(m, m))))
                    {
                        var under = rows[(group.Id, month)].Where(row => organisation.IsWithin(row.Place, subject.Id)).ToList();
                        var (sum, inside) = (under.Sum(row => row.Ore), under.Where(row => organisation.IsWithin(row.Other, subject.Id)).Sum(row => row.Ore));
                        var own = rows[(group.Id, month)].Where(row => row.Place == subject.Id).Sum(row => row.Ore);
                        long Of(Measure measure, Dimensions dimensions) => view.Evaluate(new(measure, new(month, month), subject.Id, dimensions)).Money.Ore;
                        var external = IncomeStatementLines.IsRevenue(group.Line) ? Measure.Revenue : Measure.Cost;
                        Assert.Equal((sum, inside, sum - inside, own), (
                            Of(Measure.Result, new(Group: group.Id)), Of(Measure.EliminationDifference, new(Group: group.Id)),
                            Of(external, new(Group: group.Id)), Of(Measure.Result, new(Own: true, Group: group.Id))));
                    }
                }
            }
        },
        iter: 30);

    [Theory]
    [InlineData("cc 100", "cc 100", "")]
    [InlineData("cc 100", "cc 110", "")]
    [InlineData("cc 100", "cc 200", "")]
    [InlineData("cc 100", "cc 110", "counterparty 11 ")]
    public void A_sum_that_öre_cannot_hold_is_refused_and_never_wrong(string one, string other, string side)
    {
        const string Rows = """
            DN-A / A1 / cc 100
            DN-A / A1 / cc 110
            DN-B / B1 / cc 200
            counterparty 11 is A1
            """;
        string Row(string costCentre, string kronor) => $"2017-01 {costCentre} account 4010 {side}{kronor} kr\n";

        var largest = ReadableRegion.Of($"{Rows}\n{Row(one, "-92233720368547758.07")}{Row(other, "0.01")}").View();
        Assert.Equal(long.MaxValue - 1, largest.Evaluate(new(Measure.Result, s_year, "REGION")).Money.Ore);
        var larger = ReadableRegion.Of($"{Rows}\n{Row(one, "-92233720368547758.07")}{Row(other, "-0.01")}").View();
        Assert.Throws<OverflowException>(() => larger.Evaluate(new(Measure.Result, s_year, "REGION")));
    }

    [Fact]
    public void Cells_whose_codes_lie_in_tables_of_their_own_are_refused()
    {
        var region = ReadableRegion.Of("DN-A / cc 100\nbatch B1\n2017-01 cc 100 account 3010 -5 kr\nbatch B2\n2017-01 cc 100 account 3010 -7 kr");
        var strange = region.Cells[1] with { Codes = new LedgerCodes() };
        Assert.Equal(1200, region.View().Evaluate(new(Measure.Result, s_year, "REGION")).Money.Ore);
        Assert.Throws<ArgumentException>(() => new FollowUpView(region.State(), [region.Cells[0], strange]));
    }

    /// <summary>All that a view can be asked, as text.</summary>
    private static string Shown(FollowUpView view)
    {
        var lines = new List<string> { string.Join(' ', view.UnmatchedInternalTrade(s_overNewYear)) };
        foreach (var subject in view.State.Organisation.Subjects)
        {
            foreach (var period in new[] { s_year, s_overNewYear })
            {
                lines.Add($"{subject.Id} {period} holds money: {view.HoldsMoney(subject.Id, period)}, known {view.Known(period)}, has outcome {view.HasOutcome(period)}");
                foreach (var measure in new[] { Measure.Result, Measure.Revenue, Measure.CostElimination, Measure.EliminationDifference, Measure.CostBudget, Measure.ResultForecast })
                {
                    lines.Add($"{view.Evaluate(new(measure, period, subject.Id))} {view.Evaluate(new(measure, period, subject.Id, new(Own: true)))}");
                    var explained = view.Explain(new(measure, period, subject.Id));
                    lines.Add($"{string.Join(' ', explained.Breakdowns)}: {string.Join(' ', explained.Parts)}; {string.Join(' ', explained.Batches.Select(b => b.Batch.Id))}");
                }

                lines.Add(string.Join(' ', view.Explain(new(Measure.Cost, period, subject.Id), Breakdown.Group).Parts.Concat(view.Explain(new(Measure.Cost, period, subject.Id), Breakdown.Account).Parts)));
            }
        }

        return string.Join('\n', lines);
    }
}
