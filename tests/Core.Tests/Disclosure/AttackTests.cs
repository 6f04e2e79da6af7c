using CsCheck;
using Styrkedja.Decisions;

namespace Styrkedja.Disclosure;

/// <summary>Whatever a reader lays beside each other, no hidden cell is known better than by the protection width.</summary>
public class AttackTests
{
    private static readonly DisclosureParameters s_care = DisclosureParameters.DefaultOf(DataSet.Care);

    private static readonly Gen<int> s_seed = Gen.Int[0, 1_000_000];

    [Fact]
    public void All_margins_of_a_table_with_steps_leave_every_hidden_cell_uncertain() => Gen.Select(s_seed, Gen.Int[2, 3], Gen.Bool).Sample((seed, count, zeros) =>
    {
        var made = new RandomTables(seed);
        var dimensions = made.Dimensions(count, count == 2 ? 5 : 3);
        var table = UnpublishedTable.OfCounts(dimensions, made.Rows(dimensions, 60));
        var parameters = s_care with { ZerosShown = zeros };
        RequireUncertain([[table]], [[DisclosureControl.Protect(table, parameters)]], parameters, ReleaseChange.Grows);
    });

    [Fact]
    public void Tables_that_share_cells_leave_them_uncertain_when_they_are_laid_beside_each_other() => Gen.Select(s_seed, Gen.Bool).Sample((seed, three) =>
    {
        var made = new RandomTables(seed);
        var all = made.Dimensions(3, 3);
        var rows = made.Rows(all, 12);
        UnpublishedTable Over(params int[] kept) => UnpublishedTable.OfCounts([.. kept.Select(k => all[k])], rows.Select(r => r with { Places = [.. kept.Select(k => r.Places[k])] }));
        UnpublishedTable[] tables = three ? [Over(0, 1), Over(0, 2), Over(1, 2)] : [Over(0, 1), Over(0, 2)];
        RequireUncertain([tables], [DisclosureControl.Protect(tables, s_care)], s_care, ReleaseChange.Grows);
    });

    [Fact]
    public void Releases_that_grow_leave_hidden_cells_and_small_changes_uncertain() => Gen.Select(s_seed, Gen.Int[1, 2], Gen.Int[2, 3]).Sample((seed, count, releases) =>
    {
        var made = new RandomTables(seed);
        var dimensions = made.Dimensions(count, 4);
        RequireReleases(made.Rows(dimensions, 60), made.More, releases, dimensions, ReleaseChange.Grows);
    });

    [Fact]
    public void Corrected_releases_leave_hidden_cells_and_small_changes_uncertain() => Gen.Select(s_seed, Gen.Int[1, 2]).Sample((seed, count) =>
    {
        var made = new RandomTables(seed);
        var dimensions = made.Dimensions(count, 4);
        RequireReleases(made.Rows(dimensions, 60), made.Corrected, 2, dimensions, ReleaseChange.Corrects);
    });

    [Fact]
    public void What_was_hidden_stays_hidden_when_stricter_parameters_hide_other_cells_of_the_same_table() => s_seed.Sample(seed =>
    {
        var made = new RandomTables(seed);
        var dimensions = made.Dimensions(2, 4);
        var table = UnpublishedTable.OfCounts(dimensions, made.Rows(dimensions, 60));
        var (loose, strict) = (s_care with { MinimumCount = 3, ProtectionWidth = 3 }, s_care with { MinimumCount = 8, ProtectionWidth = 3 });
        var first = DisclosureControl.Protect(table, loose);
        var second = DisclosureControl.Protect(table, strict, [new([table], [first], ReleaseChange.Corrects)]);

        var reader = new Reader([[first], [second]], zerosShown: true, change: null);
        Assert.True(reader.Reckon());
        for (var cell = 0; cell < table.Size; cell++)
        {
            if (first.Shown[cell] is not null)
                continue;
            Assert.Null(second.Shown[cell]);
            var (low, high) = reader.Of(0, first, cell);
            Assert.True(high - low >= 3);
        }
    });

    [Fact]
    public void Money_of_few_or_of_one_large_is_uncertain_by_a_share_of_itself() => Gen.Select(s_seed, Gen.Int[1, 2]).Sample((seed, count) =>
    {
        var made = new RandomTables(seed);
        var dimensions = made.Dimensions(count, 5);
        var table = UnpublishedTable.OfAmounts(dimensions, made.Payments(dimensions, 9));
        RequireUncertain([[table]], [[DisclosureControl.Protect(table, s_care)]], s_care, ReleaseChange.Grows);
    });

    [Fact]
    public void Rounded_tables_leave_every_cell_uncertain() => s_seed.Sample(seed =>
    {
        var made = new RandomTables(seed);
        var dimensions = made.Dimensions(2, 4);
        var table = UnpublishedTable.OfCounts(dimensions, made.Rows(dimensions, 60));
        var shown = DisclosureControl.Protect(table, s_care with { Method = DisclosureMethod.Rounding });
        foreach (var places in RandomTables.Leaves(dimensions))
        {
            var (truth, told) = (Truth(table)[table.CellOf(places)], shown.Shown[table.CellOf(places)]!.Value);
            Assert.InRange(truth, told == 0 ? 0 : told - 4, told + 5);
        }

        Assert.Equal(RandomTables.Leaves(dimensions).Sum(p => shown.Shown[table.CellOf(p)]), shown.Shown[0]);
    });

    [Fact]
    public void Trying_every_whole_number_tells_no_more_of_small_tables_than_the_width() => s_seed.Sample(
        seed =>
        {
            var made = new RandomTables(seed);
            var dimensions = made.Dimensions(2, 2);
            var table = UnpublishedTable.OfCounts(dimensions, made.Rows(dimensions, 9));
            if (table.Size > 25)
                return;
            var shown = DisclosureControl.Protect(table, s_care);
            var reader = new Reader([[shown]], zerosShown: true);
            Assert.True(reader.Reckon());
            for (var cell = 0; cell < table.Size; cell++)
            {
                if (shown.Shown[cell] is not null)
                    continue;
                var (low, high) = reader.Exactly(0, shown, cell, Truth(table)[cell], s_care.ProtectionWidth);
                Assert.True(high - low >= s_care.ProtectionWidth, $"cell {cell} of {Truth(table)[cell]}: {low}..{high}");
            }
        },
        iter: 60);

    private static void RequireReleases(List<TableRow> rows, Func<IReadOnlyList<TableRow>, List<TableRow>> next, int count, IReadOnlyList<TableDimension> dimensions, ReleaseChange change)
    {
        var (facts, shown) = (new List<UnpublishedTable>(), new List<PublishedTable>());
        for (var r = 0; r < count; r++, rows = next(rows))
        {
            var earlier = facts.Zip(shown, (f, s) => new Release([f], [s], change)).ToList();
            facts.Add(UnpublishedTable.OfCounts(dimensions, rows));
            shown.Add(DisclosureControl.Protect(facts[^1], s_care, earlier));
        }

        RequireUncertain([.. facts.Select(f => new[] { f })], [.. shown.Select(s => new[] { s })], s_care, change);
    }

    private static void RequireUncertain(
        IReadOnlyList<IReadOnlyList<UnpublishedTable>> facts,
        IReadOnlyList<IReadOnlyList<PublishedTable>> shown,
        DisclosureParameters parameters,
        ReleaseChange change)
    {
        var reader = new Reader(shown, parameters.ZerosShown, change);
        Assert.True(reader.Reckon());
        for (var r = 0; r < shown.Count; r++)
        {
            for (var t = 0; t < shown[r].Count; t++)
            {
                var (truth, table) = (Truth(facts[r][t]), shown[r][t]);
                var before = r > 0 ? Truth(facts[r - 1][t]) : truth;
                for (var cell = 0; cell < truth.Count; cell++)
                {
                    var value = truth[cell];
                    if (table.Shown[cell] is { } told)
                        Assert.Equal(value, told);
                    else
                        RequireWide(reader.Of(r, table, cell), value, table.OfMoney ? ((value * parameters.ProtectionPercent) + 99) / 100 : parameters.ProtectionWidth);
                    if (Math.Abs(value - before[cell]) is > 0 and var step && step < parameters.MinimumCount)
                        RequireWide(reader.OfChange(r, table, cell), value - before[cell], parameters.ProtectionWidth);
                }
            }
        }
    }

    /// <summary>The cells as they are; what a region does not protect is shown.</summary>
    private static IReadOnlyList<long> Truth(UnpublishedTable table) =>
        [.. DisclosureControl.Protect(table, s_care with { Method = DisclosureMethod.Open }).Shown.Select(v => v!.Value)];

    private static void RequireWide((long Low, long High) known, long truth, long width)
    {
        Assert.InRange(truth, known.Low, known.High);
        Assert.True(known.High - known.Low >= width, $"{truth} is known to be {known.Low}..{known.High}");
    }
}
