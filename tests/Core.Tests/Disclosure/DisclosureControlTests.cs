using Styrkedja.Decisions;

namespace Styrkedja.Disclosure;

public class DisclosureControlTests
{
    private static readonly DisclosureParameters s_care = DisclosureParameters.DefaultOf(DataSet.Care);

    [Fact]
    public void Ten_thousand_cells_in_three_dimensions_are_protected_by_hiding_less_than_half_of_them()
    {
        var dimensions = new[] { Flat("a", 19), Flat("b", 19), Flat("c", 24) };
        var random = new Random(7);
        var table = UnpublishedTable.OfCounts(dimensions, RandomTables.Leaves(dimensions).Select(p => new TableRow(p, random.Next(4) == 0 ? random.Next(5) : random.Next(200))));
        var shown = DisclosureControl.Protect(table, s_care);
        Assert.Equal(10_000, shown.Shown.Count);
        Assert.InRange(shown.Shown.Count(v => v is null), 1500, 5000);
    }

    [Fact]
    public void The_same_table_gives_the_same_cells_every_time()
    {
        var made = new RandomTables(11);
        var dimensions = made.Dimensions(3, 4);
        var rows = made.Rows(dimensions, 40);
        Assert.Equal(
            DisclosureControl.Protect(UnpublishedTable.OfCounts(dimensions, rows), s_care).Shown,
            DisclosureControl.Protect(UnpublishedTable.OfCounts(dimensions, rows.AsEnumerable().Reverse()), s_care).Shown);
    }

    [Fact]
    public void Shares_and_means_are_hidden_when_what_they_rest_on_is_hidden_or_too_few()
    {
        var way = TableDimension.Of("väntan", "alla", "inom", "utanför");
        var place = TableDimension.Of("ort", "alla", "A", "B", "C");
        var persons = UnpublishedTable.OfCounts([place, way], [new([1, 1], 50), new([1, 2], 10), new([2, 1], 48), new([2, 2], 2), new([3, 1], 9), new([3, 2], 7)]);
        var shown = DisclosureControl.Protect(persons, s_care);
        decimal? Share(string code) => shown.PercentOf([code, "inom"], [code, "alla"], s_care, [code, "utanför"]);
        Assert.Equal((null, null), (shown["B", "inom"], Share("B")));
        Assert.Equal((16L, null), (shown["C", "alla"], Share("C")));
        Assert.Equal(83.3m, Share("A"));
        Assert.Equal(126, shown["alla", "alla"]);

        var money = DisclosureControl.Protect(UnpublishedTable.OfCounts([place, way], [new([1, 1], 60_000), new([3, 1], 9_000)]), s_care with { Method = DisclosureMethod.Open });
        var all = DisclosureControl.Protect(persons, s_care with { Method = DisclosureMethod.Open });
        Assert.Equal(new(1_000), money.MeanOver(all, ["A", "alla"], s_care));
        Assert.Null(money.MeanOver(all, ["C", "alla"], s_care));
        Assert.Null(money.MeanOver(shown, ["B", "inom"], s_care));
    }

    [Fact]
    public void Tables_that_disagree_or_would_be_rounded_beside_each_other_are_not_published()
    {
        var (a, b, c) = (Flat("a", 2), Flat("b", 2), Flat("c", 2));
        var one = UnpublishedTable.OfCounts([a, b], [new([1, 1], 9), new([2, 2], 9)]);
        Assert.Throws<ArgumentException>(() => DisclosureControl.Protect([one, UnpublishedTable.OfCounts([a, c], [new([1, 1], 9), new([2, 2], 10)])], s_care));
        Assert.Throws<ArgumentException>(() => DisclosureControl.Protect([one, UnpublishedTable.OfCounts([a, c], [new([1, 1], 9), new([2, 2], 9)])], s_care with { Method = DisclosureMethod.Rounding }));
        Assert.Throws<ArgumentException>(() => DisclosureControl.Protect(one, s_care, [new([UnpublishedTable.OfCounts([a, b], [new([1, 1], 10)])], [DisclosureControl.Protect(UnpublishedTable.OfCounts([a, b], [new([1, 1], 10)]), s_care)], ReleaseChange.Grows)]));
    }

    [Fact]
    public void What_is_decided_holds_and_the_rest_is_the_default()
    {
        var set = DisclosureParameters.Of(new SetDisclosureParameters(DataSet.Care, 7, null, null, null, null, null, null, null));
        Assert.Equal(s_care with { MinimumCount = 7, ProtectionWidth = 7 }, set);
    }

    private static TableDimension Flat(string name, int codes) => TableDimension.Of(name, "alla", Enumerable.Range(0, codes).Select(i => $"{name}{i}"));
}
