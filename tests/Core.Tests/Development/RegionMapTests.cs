using CsCheck;

namespace Styrkedja.Development;

public sealed class RegionMapTests
{
    private static readonly PlaceOutline s_west = Square("1", 12.0m, 56.5m, 0.5m);
    private static readonly PlaceOutline s_east = Square("2", 12.5m, 56.5m, 0.5m);

    [Fact]
    public void Every_point_lies_inside_the_picture_and_the_label_inside_its_area() =>
        Gen.Select(Gen.Int[-300, 300], Gen.Int[-300, 300], Gen.Int[1, 200]).Array[1, 6].Sample(squares =>
        {
            var outlines = squares.Select((s, i) => Square($"{i}", 12 + (s.Item1 / 1000m), 57 + (s.Item2 / 1000m), s.Item3 / 1000m)).ToList();
            foreach (var area in RegionMap.LayOut(outlines, 720, 940, 12))
            {
                Assert.All(area.Rings.SelectMany(r => r), p => Assert.True(p.X is >= 11 and <= 709 && p.Y is >= 11 and <= 929, $"{p}"));
                var (xs, ys) = (area.Rings[0].Select(p => p.X), area.Rings[0].Select(p => p.Y));
                Assert.InRange(area.Label.X, xs.Min(), xs.Max());
                Assert.InRange(area.Label.Y, ys.Min(), ys.Max());
            }
        });

    [Fact]
    public void The_same_outlines_lie_the_same_way_in_whatever_order_they_come()
    {
        var one = RegionMap.LayOut([s_west, s_east], 720, 940, 12);
        var other = RegionMap.LayOut([s_east, s_west], 720, 940, 12);
        Assert.Equal(one.Select(Shown), other.Select(Shown));
    }

    [Fact]
    public void North_is_up_east_is_right_and_a_shared_border_is_one_line()
    {
        var areas = RegionMap.LayOut([s_west, s_east], 1000, 1000, 0);
        Assert.Equal(areas[0].Rings[0].Max(p => p.X), areas[1].Rings[0].Min(p => p.X));
        Assert.True(areas[0].Label.X < areas[1].Label.X);
        var north = RegionMap.LayOut([s_west, Square("3", 12.0m, 57.0m, 0.5m)], 1000, 1000, 0);
        Assert.True(north[1].Label.Y < north[0].Label.Y);
    }

    [Fact]
    public void At_the_middle_latitude_a_step_east_is_as_long_as_on_the_ground()
    {
        // Half a degree at 56.75 north: cos is 0.5483, so the square is 0.5483 as wide as it is high.
        var ring = RegionMap.LayOut([s_west], 1000, 1000, 0)[0].Rings[0];
        Assert.Equal((548, 1000), (ring.Max(p => p.X) - ring.Min(p => p.X), ring.Max(p => p.Y) - ring.Min(p => p.Y)));
    }

    [Fact]
    public void No_outlines_are_no_areas() => Assert.Empty(RegionMap.LayOut([], 720, 940, 12));

    private static string Shown(MapArea area) => $"{area.Code} {area.Label} {string.Join(' ', area.Rings.SelectMany(r => r))}";

    private static PlaceOutline Square(string code, decimal west, decimal south, decimal side) =>
        new(code, code, [[new(west, south), new(west + side, south), new(west + side, south + side), new(west, south + side)]]);
}
