using Styrkedja.Bench.Measuring;
using Styrkedja.Decisions;
using Styrkedja.Disclosure;

namespace Styrkedja.Bench.Jobs;

/// <summary>disclosure: a table of 10 000 cells in three dimensions, a fourth of the innermost small, protected against all its margins.</summary>
/// <remarks>Goal: a second, and at most 12 times the same table with its totals added up and shown as it is.</remarks>
public static class DisclosureJob
{
    public static IEnumerable<Outcome> Run()
    {
        TableDimension[] dimensions = [Flat("a", 19), Flat("b", 19), Flat("c", 24)];
        var rows = Rows(dimensions).ToList();
        var parameters = DisclosureParameters.DefaultOf(DataSet.Care);
        var open = DisclosureControl.Protect(UnpublishedTable.OfCounts(dimensions, rows), parameters with { Method = DisclosureMethod.Open });
        var shown = DisclosureControl.Protect(UnpublishedTable.OfCounts(dimensions, rows), parameters);
        Check.Equal("cells shown that are as they are", shown.Shown.Zip(open.Shown).Count(pair => pair.First is { } told && told != pair.Second), 0);
        var times = Medians.InTurn(
            Medians.Runs,
            () => Medians.Timed(() => DisclosureControl.Protect(UnpublishedTable.OfCounts(dimensions, rows), parameters)),
            () => Medians.Timed(() => DisclosureControl.Protect(UnpublishedTable.OfCounts(dimensions, rows), parameters with { Method = DisclosureMethod.Open })));
        yield return new Outcome("disclosure", times[0], "", null, times[1], "limit", 12, Medians.Runs, "every cell that is shown, against the table as it is",
                "each hidden cell has a change in whole numbers that no total shows, at least as long as the protection width")
            .Must("seconds", times[0], 1)
            .With("cells", open.Shown.Count).With("hidden", shown.Shown.Count(v => v is null)).With("small", open.Shown.Count(v => v is > 0 and < 5));
    }

    private static TableDimension Flat(string name, int codes) => TableDimension.Of(name, "all", Enumerable.Range(0, codes).Select(i => $"{name}{i}"));

    /// <summary>A fourth small, the rest up to 200; the same every time.</summary>
    private static IEnumerable<TableRow> Rows(TableDimension[] dimensions)
    {
        var random = new Random(7);
        foreach (var a in dimensions[0].Innermost)
        {
            foreach (var b in dimensions[1].Innermost)
            {
                foreach (var c in dimensions[2].Innermost)
                    yield return new([a, b, c], random.Next(4) == 0 ? random.Next(5) : random.Next(200));
            }
        }
    }
}
