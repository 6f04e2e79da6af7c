using Styrkedja.Decisions;

namespace Styrkedja.App.FollowingUp;

public class IndicatorTablesTests
{
    [Fact]
    public void The_tables_are_read_as_they_lie_in_the_repository()
    {
        var ground = IndicatorTables.Ground;
        Assert.Equal((21, "Halland", "0980"), (ground.Regions.Count, ground.NameOf("0013"), ground.NameOf("0980")));
        Assert.Equal(21, ground.Regions.Select(r => r.Code).Distinct().Count());
        Assert.All(ground.Regions, r => Assert.Matches("^00[0-9]{2}$", r.Code));
        Assert.NotEmpty(ground.Likeness);
        Assert.All(ground.Likeness, m => Assert.True(m.Weight > 0));
        Assert.InRange(ground.MostAlike, 1, 20);
    }

    [Theory]
    [InlineData("kolada", "N79190", Polarity.LowerIsBetter)]
    [InlineData("kolada", "N00906", Polarity.HigherIsBetter)]
    [InlineData("kolada", "N01951", Polarity.Neutral)]
    [InlineData("kolada", "N00000", null)]
    [InlineData("scb", "N79190", null)]
    public void Which_way_is_better_stands_in_a_table_of_our_own(string source, string code, Polarity? polarity) =>
        Assert.Equal(polarity, IndicatorTables.Ground.PolarityOf(source, code));

    [Fact]
    public void A_measure_by_which_regions_are_found_alike_has_a_row_of_polarity() =>
        Assert.All(IndicatorTables.Ground.Likeness, m => Assert.NotNull(IndicatorTables.Ground.PolarityOf(m.Source, m.Code)));
}
