using CsCheck;

namespace Styrkedja.Facts;

public sealed class VoucherRunsTests
{
    private static readonly Gen<(string Series, string Number)[]> s_vouchers =
        Gen.Select(OneOf("A", "B"), Gen.OneOf(Gen.Int[1, 40].Select(n => $"{n}"), OneOf("", "007", "7", "0", "12a", "999999999999999999", "9999999999999999999", "å"))).Array[0, 40];

    [Fact]
    public void Runs_hold_exactly_the_vouchers_they_were_made_of() => Gen.Select(s_vouchers, s_vouchers).Sample((some, more) =>
    {
        var runs = Runs(some);
        runs.Add(Rows(more));
        var all = some.Concat(more).Where(v => v.Number.Length > 0).ToHashSet();
        foreach (var voucher in Enumerable.Range(0, 42).SelectMany(n => new[] { ("A", $"{n}"), ("B", $"{n}") }).Concat(some).Concat(more).Append(("C", "1")).Append(("A", "12a")))
            Assert.Equal(all.Contains(voucher), runs.Holds(voucher.Item1, voucher.Item2));
    });

    [Fact]
    public void Two_meet_when_some_voucher_is_in_both() => Gen.Select(s_vouchers, s_vouchers).Sample((one, other) =>
        Assert.Equal(one.Intersect(other).Any(v => v.Number.Length > 0), Runs(one).Meets(Runs(other))));

    [Fact]
    public void A_ledger_numbered_without_gaps_is_one_run_whatever_its_order()
    {
        var (runs, others) = Runs([.. new[] { 3, 1, 2, 5, 4, 7, 6 }.Select(n => ("A", $"{n}")), ("A", "007")]).Of("A");
        Assert.Equal("1-7 and 007", $"{string.Join(' ', runs.Select(r => $"{r.From}-{r.To}"))} and {string.Join(' ', others)}");
    }

    private static Gen<string> OneOf(params string[] values) => Gen.OneOf([.. values.Select(Gen.Const)]);

    private static VoucherRuns Runs((string Series, string Number)[] vouchers) => VoucherRuns.Of(Rows(vouchers));

    private static LedgerRows Rows((string Series, string Number)[] vouchers)
    {
        var builder = new LedgerRowsBuilder();
        foreach (var (i, (series, number)) in vouchers.Index())
            builder.Add(i + 1, series, number, new(2017, 1, 1), "4010", "100", "", "", "", 1);
        return builder.Build();
    }
}
