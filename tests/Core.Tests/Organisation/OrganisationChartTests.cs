using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Organisation;

public class OrganisationChartTests
{
    private static readonly EstablishAdministration s_administration = new("F-A", new("Förvaltning A"), "DN-A", "förvaltningschef", Valid("2015-01-01.."));

    [Theory]
    [InlineData("2014-12-31", "REGION(RF, UNPLACED)")]
    [InlineData("2015-01-01", "REGION(DN-A(F-A(A1(100))), RF, UNPLACED)")]
    [InlineData("2017-06-30", "REGION(DN-A(F-A(A1(100))), RF, UNPLACED)")]
    [InlineData("2017-07-01", "REGION(RF, UNPLACED)")]
    public void A_subject_stands_in_the_chart_on_its_first_and_last_day_and_not_beside_them(string day, string chart) => Assert.Equal(
        chart,
        On(day, Decision("B", "2014-12-01", Body("DN-A", "2015-01-01..2017-06-30"), s_administration, Unit("A1", "F-A"), new OpenCostCentres("A1", [new("100", "Akuten")], Valid("2015-01-01..")))));

    [Fact]
    public void Whoever_stands_under_someone_not_in_force_has_no_place() => Assert.Equal(
        "REGION(DN-B, RF, UNPLACED)",
        On("2017-01-01", Decision("B", "2014-12-01", Body("DN-A", "2018-01-01.."), Unit("A1", "DN-A"), Unit("A11", "A1"), Body("DN-B"), Unit("ÖDE", "FINNS-EJ"))));

    [Theory]
    [InlineData("2017-06-30", "REGION(DN-A(A1), RF, UNPLACED)")]
    [InlineData("2017-07-01", "REGION(DN-A, RF, UNPLACED)")]
    public void Who_is_dissolved_stands_through_the_last_day(string day, string chart) => Assert.Equal(
        chart,
        On(day, Decision("B", "2014-12-01", Body("DN-A"), Unit("A1", "DN-A")), Decision("U", "2017-05-01", new Dissolve("A1", new(2017, 6, 30)))));

    [Fact]
    public void A_later_decision_moves_a_unit_and_a_later_position_wins_on_the_same_day()
    {
        Assert.Equal(
            "REGION(DN-A, DN-B(A1), RF, UNPLACED)",
            On("2017-01-01", Decision("B", "2016-01-01", Unit("A1", "DN-B")), Decision("A", "2015-01-01", Body("DN-A"), Body("DN-B"), Unit("A1", "DN-A"))));
        Assert.Equal(
            "REGION(DN-A(A1), DN-B, RF, UNPLACED)",
            On("2017-01-01", Decision("A", "2015-01-01", Body("DN-A"), Body("DN-B"), Unit("A1", "DN-B")), Decision("B", "2015-01-01", Unit("A1", "DN-A"))));
    }

    [Fact]
    public void Who_stands_under_oneself_however_far_down_has_no_place() => Assert.Equal(
        "REGION(DN-A, RF, UNPLACED)",
        On("2017-01-01", Decision("B", "2014-12-01", Body("DN-A"), Unit("SJÄLV", "SJÄLV"), Unit("X", "Z"), Unit("Y", "X"), Unit("Z", "Y"), Unit("UNDER", "X"))));

    [Fact]
    public void The_assembly_exists_by_law_and_answers_for_what_no_body_answers_for()
    {
        var chart = OrganisationChart.Fold(Acts(Decision("B", "2014-12-01", Body("DN-A"), Unit("A1", "DN-A"))), new(2017, 1, 1), new("Regionen"));

        Assert.Equal("DN-A RF RF", string.Join(' ', new[] { "A1", "REGION", "FINNS-EJ" }.Select(id => chart.AnsweringBody(id).Id)));
        Assert.Equal("A1 DN-A REGION", string.Join(' ', chart.PathUp("A1").Select(s => s.Id)));
        Assert.True(chart.IsWithin("A1", "DN-A") && chart.IsWithin("A1", "REGION") && chart.IsWithin("A1", "A1"));
        Assert.False(chart.IsWithin("DN-A", "A1"));
        Assert.Null(chart.Find("RF")!.By);
        Assert.Equal("B", chart.Find("A1")!.By!.Id);
    }

    [Fact]
    public void An_office_stands_for_as_long_as_it_is_valid()
    {
        var acts = Acts(Decision("B", "2014-12-01", new EstablishOffice("RD", new("Regiondirektör"), "RS", null, Valid("2015-01-01..2016-12-31"))));
        Assert.Single(OrganisationChart.Fold(acts, new(2016, 12, 31), new("R")).Offices);
        Assert.Empty(OrganisationChart.Fold(acts, new(2017, 1, 1), new("R")).Offices);
    }

    private static string On(string day, params Decision[] decisions)
    {
        var chart = OrganisationChart.Fold(Acts(decisions), DateOnly.Parse(day), new("Regionen"));
        return Shown("REGION");
        string Shown(string id) => chart.Children(id) is { Count: > 0 } children
            ? $"{id}({string.Join(", ", children.Select(c => Shown(c.Id)).Order(StringComparer.Ordinal))})"
            : id;
    }
}
