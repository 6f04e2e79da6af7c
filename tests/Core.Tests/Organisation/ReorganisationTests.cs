using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Organisation;

public class ReorganisationTests
{
    private static readonly Decision s_before = Decision("FÖRE", "2014-12-01", Body("DN-A"), Body("DN-B"), Unit("A1", "DN-A"), Unit("A2", "DN-A"), Unit("A11", "A1"), Centre("100", "A11"), Centre("200", "A2"));

    [Theory]
    [InlineData("2017-06-30", "DN-A(A1(A11(100)), A2(200)), DN-B")]
    [InlineData("2017-07-01", "DN-A(A2(200)), DN-B(A1(A11(100)))")]
    public void A_moved_unit_takes_all_that_stands_under_it_along_from_its_day(string day, string chart) =>
        Assert.Equal(chart, On(day, Decision("FLYTT", "2017-03-01", new MoveUnit("A1", "DN-B", new(2017, 7, 1)))));

    [Theory]
    [InlineData("2017-12-31", "DN-A(A1(A11(100)), A2(200)), DN-B")]
    [InlineData("2018-01-01", "DN-A(A3(200, A11(100))), DN-B")]
    public void Merged_units_cease_and_what_stood_under_them_stands_under_the_one_they_went_into(string day, string chart) =>
        Assert.Equal(chart, On(day, Decision("SAMMAN", "2017-10-01", Unit("A3", "DN-A", "2018-01-01.."), new MergeUnits(["A1", "A2"], "A3", new(2018, 1, 1)))));

    [Theory]
    [InlineData("2017-12-31", "DN-A(A1(A11(100, 101)), A2(200)), DN-B")]
    [InlineData("2018-01-01", "DN-A(A1(NORR(101), SÖDER(100)), A2(200)), DN-B")]
    public void A_split_unit_goes_to_its_parts_and_what_none_takes_to_the_first(string day, string chart) =>
        Assert.Equal(chart, On(day,
            Decision("ÖPPNAR", "2015-01-01", Centre("101", "A11")),
            Decision("DELNING", "2017-10-01", new SplitUnit("A11", [new("NORR", new("Norr"), []), new("SÖDER", new("Söder"), ["100"])], new(2018, 1, 1)))));

    [Fact]
    public void Several_changes_take_effect_in_the_order_of_their_days_whenever_they_were_decided() => Assert.Equal(
        "DN-A(A1(A11(100)), A2(200)), DN-B",
        On("2018-02-01", Decision("TILLBAKA", "2017-01-01", new MoveUnit("A1", "DN-A", new(2018, 1, 1))), Decision("DIT", "2017-02-01", new MoveUnit("A1", "DN-B", new(2017, 7, 1)))));

    [Fact]
    public void The_history_of_changes_stays_with_the_decisions_that_made_them() => Assert.Equal(
        ["FLYTT"],
        Chart("2017-01-01", Decision("FLYTT", "2016-03-01", new MoveUnit("A1", "DN-B", new(2017, 7, 1)))).Reorganisations.Select(change => change.By.Id));

    private static OpenCostCentres Centre(string code, string unit) => new(unit, [new(code, code)], Valid("2015-01-01.."));

    private static OrganisationChart Chart(string day, params Decision[] later) => OrganisationChart.Fold(Acts([s_before, .. later]), DateOnly.Parse(day), new("Regionen"));

    private static string On(string day, params Decision[] later)
    {
        var chart = Chart(day, later);
        return string.Join(", ", chart.Children("REGION").Where(c => c.Id.StartsWith("DN", StringComparison.Ordinal)).Select(c => Shown(c.Id)).Order(StringComparer.Ordinal));
        string Shown(string id) => chart.Children(id) is { Count: > 0 } children ? $"{id}({string.Join(", ", children.Select(c => Shown(c.Id)).Order(StringComparer.Ordinal))})" : id;
    }
}
