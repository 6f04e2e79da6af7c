using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Region;

public class StateDifferenceTests
{
    private static readonly IReadOnlyList<Entry> s_entries = Entries.Of(
        Decision("ORG", "2014-01-01", Body("RS"), Body("DN-A"), Body("DN-B"), Unit("A1", "DN-A")),
        Decision("BUDGET", "2016-06-01", Frame("RS", 1000), Frame("DN-A", 600), new SetResultBudget(2017, "REGION", new(17)), Goal("G01")),
        Decision("REVIDERAD", "2016-11-01", Frame("DN-A", 550), new SetResultBudget(2017, "REGION", new(20)), new SetTaxRate(2017, 1082)),
        Decision("FLYTT", "2017-01-01", new Reallocate(2017, "REGION", "DN-A", "DN-B", FrameKind.Grant, new(50), null), new MoveUnit("A1", "DN-B", new(2017, 1, 1))));

    [Fact]
    public void Between_adopted_and_revised_budget_each_change_is_told_with_its_decision()
    {
        var difference = StateDifference.Of(StateOn("2017-12-31", s_entries, 2), StateOn("2017-12-31", s_entries));

        Assert.Equal(
            ["2017 REGION -> DN-A: 600 -> 500 (REVIDERAD, FLYTT)", "2017 REGION -> DN-B: 0 -> 50 (FLYTT)"],
            difference.Frames.Select(f => $"{f.Year} {f.From} -> {f.To}: {f.Before.Ore} -> {f.After.Ore} ({string.Join(", ", f.By.Select(d => d.Id))})"));
        Assert.Equal(
            ["BudgetedResult 2017: 17 -> 20 (REVIDERAD)", "TaxRate 2017:  -> 1082 (REVIDERAD)"],
            difference.Amounts.Select(a => $"{a.Kind} {a.Year}: {a.Before} -> {a.After} ({a.By!.Id})"));
        Assert.Equal(["Subject A1 Changed"], difference.Things.Select(t => $"{t.Kind} {t.Id} {t.Happening}"));
        Assert.Equal(["REVIDERAD", "FLYTT"], difference.Decisions.Select(d => d.Decision.Id));
    }

    [Fact]
    public void A_state_does_not_differ_from_itself()
    {
        var difference = StateDifference.Of(StateOn("2017-12-31", s_entries), StateOn("2017-12-31", s_entries));

        Assert.Equal((0, 0, 0, 0), (difference.Frames.Count, difference.Amounts.Count, difference.Things.Count, difference.Decisions.Count));
    }

    [Fact]
    public void What_ceases_between_two_days_is_told() => Assert.Equal(
        ["Subject DN-A Went", "Subject A1 Went"],
        StateDifference.Of(StateOn("2016-12-31", Ending), StateOn("2017-01-01", Ending)).Things.Select(t => $"{t.Kind} {t.Id} {t.Happening}").OrderDescending(StringComparer.Ordinal));

    private static IReadOnlyList<Entry> Ending => Entries.Of(Decision("ORG", "2014-01-01", Body("DN-A", "2015-01-01..2016-12-31"), Unit("A1", "DN-A")));

    private static SetFrame Frame(string to, long ore) => new(2017, "REGION", to, FrameKind.Grant, new(ore), null);
}
