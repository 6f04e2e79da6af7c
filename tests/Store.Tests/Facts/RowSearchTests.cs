using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Facts;

namespace Styrkedja.Store.Facts;

public sealed class RowSearchTests : IDisposable
{
    private static readonly string[] s_costCentres = ["", "11", "12", "13", "å'1", "=1+1"];
    private static readonly string[] s_accounts = ["3000", "4000", "5000", "5010"];

    private static readonly Gen<LedgerRow> s_row =
        Gen.Select(Gen.Int[0, 450], OneOf(s_costCentres), OneOf(s_accounts), OneOf("", "71", "72"), OneOf("", "9'å"), Gen.Long[-1000, 1000])
            .Select((day, costCentre, account, counterparty, activity, ore) => new LedgerRow(0, "A", $"{day}", new DateOnly(2016, 11, 1).AddDays(day), account, costCentre, counterparty, activity, "", ore, null));

    /// <summary>The rows of a few batches; the last may hold the same rows as the first, and then they share a file.</summary>
    private static readonly Gen<LedgerRow[][]> s_batches = Gen.Select(s_row.Array[1, 40].Array[1, 5], Gen.Bool)
        .Select((batches, twin) => (twin ? [.. batches, batches[0]] : batches).Select(rows => rows.Select((row, i) => row with { Line = i + 1 }).ToArray()).ToArray());

    private static readonly Gen<RowFilter> s_filters =
        Gen.Select(Gen.Int[0, 16], Gen.Int[0, 16], OneOf(s_costCentres).Array[0, 6], OneOf(s_accounts).Array[0, 4], Gen.Int[0, 4], Gen.Bool)
            .Select((from, to, costCentres, accounts, more, known) => new RowFilter(
                new(Month.FromIndex(new Month(2016, 10).Index + Math.Min(from, to)), Month.FromIndex(new Month(2016, 10).Index + Math.Max(from, to))),
                [.. costCentres.Distinct()],
                [.. accounts.Distinct()],
                more == 1 ? "71" : null,
                more == 2 ? "9'å" : null,
                more == 3 ? ["71", "72"] : [])
            {
                KnownCostCentres = known ? s_costCentres : null,
                KnownAccounts = known ? s_accounts : null,
            });

    private readonly TemporaryFolder _folder = new();
    private readonly FactFiles _files;
    private readonly RowSearch _search;

    public RowSearchTests()
    {
        _files = new FactFiles(_folder.Path);
        _search = new RowSearch(_files, _folder.Path);
    }

    public void Dispose()
    {
        _search.Dispose();
        _files.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Pages_put_together_are_all_the_rows_once_and_in_order() => Gen.Select(s_batches, s_filters, Gen.Int[1, 30]).Sample(
        (rows, filter, size) =>
        {
            var batches = Written(rows);
            var expected = Expected(batches, rows, filter);

            Assert.Equal(expected, Pages(batches, filter, size, RowDirection.After));
            Assert.Equal(expected, Pages(batches, filter, size, RowDirection.Before));
            Assert.Equal(expected, _search.All(batches, filter, withTexts: false, CancellationToken.None).Select(Told));
            Assert.Equal(expected.Count, _search.Count(batches, filter));
        },
        iter: 30,
        threads: 1);

    [Fact]
    public void A_page_is_the_same_whether_it_is_reached_from_before_or_from_after() => Gen.Select(s_batches, s_filters, Gen.Int[1, 10]).Sample(
        (rows, filter, size) =>
        {
            var batches = Written(rows);
            var all = Find(batches, filter, null, RowDirection.After, 1000);
            for (var first = 1; first + size < all.Count; first += size)
            {
                var page = all.Skip(first).Take(size).Select(Told);
                Assert.Equal(page, Find(batches, filter, RowPlace.Of(all[first - 1]), RowDirection.After, size).Select(Told));
                Assert.Equal(page, Find(batches, filter, RowPlace.Of(all[first + size]), RowDirection.Before, size).Select(Told));
            }
        },
        iter: 10,
        threads: 1);

    [Theory]
    [InlineData("", "", null, null, "", "1 2 3 4 5")]
    [InlineData("11", "", null, null, "", "1 2 5")]
    [InlineData("11 12", "4000", null, null, "", "2 3")]
    [InlineData("", "", "71", null, "", "2 4")]
    [InlineData("", "", null, "9'å", "", "3")]
    [InlineData("", "", null, null, "71 72", "1 3")]
    [InlineData("13", "", null, null, "", "")]
    public void Rows_are_found_by_codes_months_and_what_is_left_out(string costCentres, string accounts, string? counterparty, string? activity, string except, string lines)
    {
        LedgerRow[] rows =
        [
            Row() with { Line = 1 }, Row() with { Line = 2, Account = "4000", Counterparty = "71" }, Row() with { Line = 3, CostCentre = "12", Account = "4000", Activity = "9'å" },
            Row() with { Line = 4, CostCentre = "12", Counterparty = "71" }, Row() with { Line = 5, Counterparty = "72" }, Row() with { Line = 6, Date = new(2018, 1, 1) },
        ];
        var filter = new RowFilter(Period.Year(2017), Words(costCentres), Words(accounts), counterparty, activity, Words(except));
        Assert.Equal(lines, string.Join(' ', Find(Written([rows]), filter, null, RowDirection.After, 100).Select(f => f.Row.Line)));
    }

    [Theory]
    [InlineData("'); DROP TABLE x; --")]
    [InlineData("a;b")]
    [InlineData("\"")]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("$1 {0} \\' ?")]
    public void A_code_is_only_ever_a_code(string code)
    {
        LedgerRow[] rows = [Row() with { Line = 1, CostCentre = code, Account = code, Counterparty = code, Activity = code }, Row() with { Line = 2 }];
        var filter = new RowFilter(Period.Year(2017), [code], [code], code, code, ["x'x"]);
        var among = new RowFilter(Period.Year(2017), [code, "x'"], [code, "y\""]) { KnownCostCentres = [code, "11", "x'"], KnownAccounts = [code, "3000"] };

        Assert.Equal([code], Find(Written([rows]), filter, null, RowDirection.After, 10).Select(f => f.Row.CostCentre));
        Assert.Equal([1], Find(Written([rows]), among, null, RowDirection.After, 10).Select(f => f.Row.Line));
    }

    [Fact]
    public void Two_batches_that_happen_to_hold_the_same_rows_are_both_found()
    {
        var batches = Written([[Row()], [Row()]]);
        Assert.Equal(batches[0].RowsFile, batches[1].RowsFile);
        Assert.Equal(["B0 10", "B1 10"], Find(batches, Everything, null, RowDirection.After, 10).Select(f => $"{f.Batch} {f.Row.Line}"));
        Assert.True(_files.Vouchers(batches[0].RowsFile!).Holds("A", "1"));
        Assert.Equal(2, _files.ReadCells(batches, new()).Count);
    }

    [Theory]
    [InlineData("2017-03-31.B0.10", true)]
    [InlineData("2017-03-31.b0.10", true)]
    [InlineData("2017-03-31..10", false)]
    [InlineData("2017-13-31.B0.10", false)]
    [InlineData("2017-03-31.B'0.10", false)]
    [InlineData("2017-03-31.B0.-1", false)]
    [InlineData("2017-03-31.B0", false)]
    [InlineData("200", false)]
    public void A_place_reads_as_it_is_written(string text, bool isPlace)
    {
        Assert.Equal(isPlace, RowPlace.TryParse(text, out var place));
        Assert.Equal(isPlace ? text : null, isPlace ? $"{place}" : null);
    }

    [Fact]
    public void A_place_in_a_batch_that_has_been_replaced_means_its_day()
    {
        var batches = Written([[Row() with { Line = 1, Date = new(2017, 3, 30) }, Row() with { Line = 2 }, Row() with { Line = 3, Date = new(2017, 4, 1) }]]);
        var gone = new RowPlace(new(2017, 3, 31), "gone", 7);
        Assert.Equal([2, 3], Find(batches, Everything, gone, RowDirection.After, 10).Select(f => f.Row.Line));
        Assert.Equal([1], Find(batches, Everything, gone, RowDirection.Before, 10).Select(f => f.Row.Line));
    }

    [Fact]
    public async Task Several_read_at_once_while_another_writes()
    {
        var rows = Enumerable.Range(1, 3000).Select(i => Row() with { Line = i, Date = new DateOnly(2017, 1, 1).AddDays(i % 365) }).ToArray();
        var batches = Written([rows]);
        var first = Find(batches, Everything, null, RowDirection.After, 200).Select(Told).ToList();
        using var half = _search.All(batches, Everything, withTexts: false, CancellationToken.None).GetEnumerator();
        Assert.True(half.MoveNext());
        var written = Task.Run(() => Written([[.. rows.Select(r => r with { Ore = r.Ore + 1 })]]), TestContext.Current.CancellationToken);

        var found = new List<string>[8];
        Parallel.For(0, found.Length, i => found[i] = [.. Find(batches, Everything, null, RowDirection.After, 200).Select(Told)]);

        Assert.All(found, f => Assert.Equal(first, f));
        Assert.NotEqual(batches[0].RowsFile, (await written)[0].RowsFile);
        Assert.Equal(first[0], Told(half.Current));
    }

    [Fact]
    public void A_reading_that_is_stopped_ends_at_once_and_the_next_goes_on_as_before()
    {
        var batches = Written([[.. Enumerable.Range(1, 5000).Select(i => Row() with { Line = i })]]);
        using var stop = new CancellationTokenSource();
        using var rows = _search.All(batches, Everything, withTexts: false, stop.Token).GetEnumerator();
        Assert.True(rows.MoveNext());
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => rows.MoveNext());
        Assert.Equal(5000, _search.All(batches, Everything, withTexts: false, CancellationToken.None).Count());
    }

    private static Gen<string> OneOf(params string[] codes) => Gen.Int[0, codes.Length - 1].Select(i => codes[i]);

    private static RowFilter Everything => new(new(new(2016, 1), new(2018, 12)), [], []);

    private static LedgerRow Row() => new(10, "A", "1", new(2017, 3, 31), "3000", "11", "", "", "", 100, null);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Told(FoundRow found) => $"{found.Row.Date:yyyy-MM-dd} {found.Source} {found.Batch} {found.Row.Line} {found.Row.CostCentre} {found.Row.Account} {found.Row.Ore}";

    private IReadOnlyList<FoundRow> Find(IReadOnlyList<FactBatch> batches, RowFilter filter, RowPlace? place, RowDirection direction, int limit) =>
        _search.Find(batches, filter, place, direction, limit, withTexts: false);

    /// <summary>All rows page by page, from the first or from the last, in order.</summary>
    private List<string> Pages(IReadOnlyList<FactBatch> batches, RowFilter filter, int size, RowDirection direction)
    {
        var found = new List<string>();
        RowPlace? place = null;
        while (Find(batches, filter, place, direction, size) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= size);
            found.InsertRange(direction == RowDirection.After ? found.Count : 0, page.Select(Told));
            Assert.True(RowPlace.TryParse($"{RowPlace.Of(direction == RowDirection.After ? page[^1] : page[0])}", out place!));
        }

        return found;
    }

    /// <summary>The batches of rows, written; their sources are named so that two have the same name.</summary>
    private FactBatch[] Written(IReadOnlyList<LedgerRow[]> batches) => [.. batches.Select((rows, i) => new FactBatch(
        $"B{i}", FactKind.Ledger, $"source-{i / 2}.si", 0, "sie-4i", null, null, new(Month.Of(rows.Min(r => r.Date)), Month.Of(rows.Max(r => r.Date))), [], _files.Write(RowColumns.Of(rows)).RowsFile, null, rows.Length, 0,
        Money.Zero, Money.Zero, [], false))];

    /// <summary>The same rows by the plainest way there is.</summary>
    private static List<string> Expected(FactBatch[] batches, LedgerRow[][] rows, RowFilter filter) =>
    [
        .. batches.Zip(rows).SelectMany(batch => batch.Second.Select(row => new FoundRow(batch.First.Id, batch.First.SourceName, row, null, null)))
            .Where(f => filter.Period.From.FirstDay <= f.Row.Date && f.Row.Date <= filter.Period.To.LastDay
                && (filter.CostCentres.Count == 0 || filter.CostCentres.Contains(f.Row.CostCentre)) && (filter.Accounts.Count == 0 || filter.Accounts.Contains(f.Row.Account))
                && (filter.Counterparty ?? f.Row.Counterparty) == f.Row.Counterparty && (filter.Activity ?? f.Row.Activity) == f.Row.Activity
                && !filter.ExceptCounterparties!.Contains(f.Row.Counterparty))
            .OrderBy(f => f.Row.Date).ThenBy(f => f.Source, StringComparer.Ordinal).ThenBy(f => f.Batch, StringComparer.Ordinal).ThenBy(f => f.Row.Line)
            .Select(Told),
    ];
}
