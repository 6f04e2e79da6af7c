using Styrkedja.Decisions;

namespace Styrkedja.Disclosure;

public class DisclosureControlTests
{
    private static readonly DisclosureParameters s_care = DisclosureParameters.DefaultOf(DataSet.Care);

    [Fact]
    public void Ten_thousand_cells_in_three_dimensions_are_protected_while_a_page_is_fetched()
    {
        var dimensions = new[] { Flat("a", 19), Flat("b", 19), Flat("c", 24) };
        var random = new Random(7);
        var table = UnpublishedTable.OfCounts(dimensions, RandomTables.Leaves(dimensions).Select(p => new TableRow(p, random.Next(4) == 0 ? random.Next(5) : random.Next(200))));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        DisclosureControl.Protect(table, s_care);
        Console.Error.WriteLine(clock.ElapsedMilliseconds);
        clock.Restart();
        var shown = DisclosureControl.Protect(table, s_care);
        Console.Error.WriteLine(clock.ElapsedMilliseconds + " " + shown.Shown.Count(v => v is null));
        Assert.Equal(10_000, shown.Shown.Count);
        Assert.InRange(shown.Shown.Count(v => v is null), 1500, 5500);
    }

    private static TableDimension Flat(string name, int codes) => TableDimension.Of(name, "alla", Enumerable.Range(0, codes).Select(i => $"{name}{i}"));
}
