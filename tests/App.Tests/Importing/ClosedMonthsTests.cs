using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Provenance;

namespace Styrkedja.App.Importing;

/// <summary>A closed month of the ledger takes no rows and loses none, until it is opened again.</summary>
public sealed class ClosedMonthsTests : IDisposable
{
    private const string January = "#VER A 1 20170115\n{\n#TRANS 4010 {1 100} 10.00\n#TRANS 1930 {} -10.00\n}\n";
    private const string February = "#VER A 2 20170215\n{\n#TRANS 4010 {1 100} 7.00\n#TRANS 1930 {} -7.00\n}\n";
    private const string Closing = "decision: STÄNGER\nbody: RS\ndate: 2017-02-10\ntitle: Januari stängs\nacts:\n  - close-period: {through: 2017-01}\n";
    private const string Reopening = "decision: ÖPPNAR\nbody: RS\ndate: 2017-02-20\ntitle: Januari öppnas\nacts:\n  - reopen-period: {month: 2017-01, reason: Fel period}\n";

    private static readonly ImportTerms s_terms = new(new DateTimeOffset(2017, 3, 10, 12, 0, 0, TimeSpan.Zero));

    private readonly TemporaryRegion _region = new(SmallLedger.Region);

    public void Dispose() => _region.Dispose();

    [Fact]
    public void Rows_of_a_closed_month_refuse_the_file_with_line_month_who_closed_it_and_the_next_that_is_open()
    {
        Take(January);
        Decide(Closing);
        Assert.Equal(
            "16 import.period-closed 2017-01 rows 2 decision STÄNGER body RS day 2017-02-10 open 2017-02",
            Errors(Import(February + January.Replace("A 1", "A 3"))));
        Assert.Equal("-10.00", Result(1));
        Assert.Equal("", Errors(Import(February)));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_month_by_month()
    {
        Take(January + February);
        Decide(Closing.Replace("2017-01}", "2017-02}").Replace("2017-02-10", "2017-03-08"));
        Assert.Equal(
            ["import.account-unknown 9999", "import.period-closed 2017-01", "import.period-closed 2017-02"],
            Import((January + February).Replace("A 1", "A 4").Replace("A 2", "A 5").Replace("4010 {1 100} 10.00", "9999 {1 100} 10.00")).Faults.Select(f => $"{f.Code} {f.Found}"));
    }

    [Fact]
    public void A_voucher_is_judged_by_the_days_of_its_rows()
    {
        Take(January);
        Decide(Closing);
        Assert.Contains("11 import.period-closed 2017-01", Errors(Import("#VER B 1 20170201\n{\n#TRANS 4010 {1 100} 1.00 20170131\n#TRANS 1930 {} -1.00 20170201\n}\n")), StringComparison.Ordinal);
        Assert.Equal("", Errors(Import("#VER B 2 20170201\n{\n#TRANS 4010 {1 100} 1.00\n#TRANS 1930 {} -1.00\n}\n")));
    }

    [Fact]
    public void Reopened_it_takes_rows_and_closed_anew_it_takes_none()
    {
        Take(January);
        Decide(Closing);
        Decide(Reopening);
        Take(January.Replace("A 1", "A 9"));
        Assert.Equal("-20.00", Result(1));
        Decide(Closing.Replace("STÄNGER", "STÄNGER-2").Replace("2017-02-10", "2017-02-25"));
        Assert.Contains("STÄNGER-2", Errors(Import(January.Replace("A 1", "A 10"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_year_so_far_may_replace_when_closed_months_are_as_they_were()
    {
        Take(SmallLedger.Export(January, "#UB 0 1930 -10.00\n#RES 0 4010 10.00\n"));
        Decide(Closing);
        var replacing = s_terms with { Replace = true };
        Assert.Equal("", Errors(Import(SmallLedger.Export(January + February, "#UB 0 1930 -17.00\n#RES 0 4010 17.00\n"), replacing)));
        Assert.Equal(("-10.00", "-7.00"), (Result(1), Result(2)));

        var changed = Import(SmallLedger.Export(January.Replace("10.00", "12.00") + February, "#UB 0 1930 -19.00\n#RES 0 4010 19.00\n"), replacing);
        Assert.Contains("import.closed-changed 2017-01 sums 2 account 1930 centre  amount -2,00 kr decision STÄNGER", Errors(changed), StringComparison.Ordinal);
        var without = Import(SmallLedger.Export(February, "#UB 0 1930 -7.00\n#RES 0 4010 7.00\n"), replacing);
        Assert.StartsWith("0 import.closed-changed 2017-01 sums 2 account 1930 centre  amount 10,00 kr", Errors(without), StringComparison.Ordinal);
        Assert.Equal(("-10.00", "-7.00"), (Result(1), Result(2)));
    }

    [Fact]
    public void Opening_balances_of_a_year_that_is_closed_stay_as_they_are()
    {
        Take(SmallLedger.Export(January, "#IB 0 1930 100.00\n#IB 0 2010 -100.00\n#UB 0 1930 90.00\n#UB 0 2010 -100.00\n#RES 0 4010 10.00\n"));
        Decide(Closing);
        var other = Import(SmallLedger.Export(January, "#IB 0 1930 90.00\n#IB 0 2010 -90.00\n#UB 0 1930 80.00\n#UB 0 2010 -90.00\n#RES 0 4010 10.00\n"), s_terms with { Replace = true });
        Assert.Contains("import.opening-closed 2017-01 year 2017 decision STÄNGER", Errors(other), StringComparison.Ordinal);
    }

    [Fact]
    public void The_ledger_must_reach_the_month_that_is_closed()
    {
        Take(January);
        var refused = _region.Record(Closing.Replace("through: 2017-01", "through: 2017-02").Replace("2017-02-10", "2017-03-10"));
        Assert.Equal("month-end.ledger-ends 2017-02", string.Join(' ', refused.Recordings[0].Verdict.Faults.Select(f => $"{f.Code} {f.Found}")));
    }

    [Fact]
    public void A_month_is_signed_off_anew_only_when_rows_of_it_have_come_since()
    {
        const string Signing = "decision: S1\nbody: DN-A\ndate: 2017-02-08\ntitle: Avstämd\nacts:\n  - sign-off-month: {subject: A1, month: 2017-01}\n";
        Take(January);
        Decide(Signing);
        var again = Signing.Replace("S1", "S2").Replace("02-08", "02-15");
        Assert.Equal("S1", _region.Record(again).Recordings[0].Verdict.Faults.Single(f => f.Code == "month-end.signed-already").Arguments["decision"]);
        Take(February);
        Assert.True(_region.Record(again).Refused);
        Take(January.Replace("A 1", "A 3"));
        Decide(again);
    }

    /// <summary>Whatever is imported, signed off, closed and opened, in any order: a month that is closed has the sums that it had when it was closed.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_closed_month_never_changes_by_any_row_of_doings(int seed)
    {
        var random = new Random(seed);
        var (closed, vouchers, refused) = (new Dictionary<Month, string>(), new List<string>(), 0);
        for (var step = 0; step < 40; step++)
        {
            var month = new Month(2017, 1 + random.Next(4));
            var voucher = $"#VER A {step + 1} 2017{month.Number:00}{1 + random.Next(28):00}\n{{\n#TRANS 4010 {{1 {(random.Next(2) == 0 ? 100 : 200)}}} {step + 1}.00\n#TRANS 1930 {{}} -{step + 1}.00\n}}\n";
            switch (random.Next(5))
            {
                case 0 or 1:
                    if (Import(voucher).Refused)
                        refused++;
                    else
                        vouchers.Add(voucher);
                    break;
                case 2 when vouchers.Count > 1:
                    // The whole year so far, by chance without one of its vouchers.
                    var kept = vouchers.Where(v => random.Next(8) > 0).ToList();
                    if (kept.Count == 0)
                        continue;
                    if (Import(SmallLedger.Import(string.Concat(kept)), s_terms with { Replace = true }) is { Refused: false, AlreadyKnown: false })
                        vouchers = kept;
                    break;
                case 3:
                    _region.Record($"decision: D{step}\nbody: RS\ndate: 2017-06-01\ntitle: Stänger\nacts:\n  - close-period: {{through: {month}}}\n");
                    break;
                case 4:
                    var (body, act) = random.Next(2) == 0 ? ("RS", $"reopen-period: {{month: {month}, reason: Rättning}}") : ("DN-A", $"sign-off-month: {{subject: A1, month: {month}}}");
                    _region.Record($"decision: D{step}\nbody: {body}\ndate: 2017-06-01\ntitle: Öppnar eller stämmer av\nacts:\n  - {act}\n");
                    break;
            }

            var book = _region.Archive.StateAt(new(new(2017, 12, 31), long.MaxValue)).MonthEnds;
            foreach (var open in closed.Keys.Where(m => !book.IsClosed(m)).ToList())
                closed.Remove(open);
            foreach (var locked in book.Closed)
            {
                if (!closed.TryAdd(locked, Sums(locked)))
                    Assert.Equal(closed[locked], Sums(locked));
            }
        }

        Assert.True(refused > 0, "No file was ever refused: the seed tries nothing.");
    }

    private void Take(string vouchers) => Assert.Equal("", Errors(Import(vouchers)));

    private void Take(byte[] file) => Assert.Equal("", Errors(Import(file, s_terms)));

    private ImportResult Import(string vouchers) => Import(SmallLedger.Import(vouchers), s_terms);

    private ImportResult Import(byte[] file, ImportTerms terms) => new ImportLedger(_region.Archive).Import(file, "ledger.si", terms);

    private void Decide(string yaml) => Assert.False(_region.Record(yaml).Refused);

    private string Result(int month)
    {
        var only = new Period(new(2017, month), new(2017, month));
        return (View().Evaluate(new(Measure.Result, only, "REGION")).Money.Ore / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Every figure of a month that the small region has.</summary>
    private string Sums(Month month)
    {
        var (view, only) = (View(), new Period(month, month));
        return string.Join(' ', new[] { "100", "200", "A1", "B1", "DN-A", "DN-B", "REGION" }.SelectMany(s => new[] { Measure.Result, Measure.Cost, Measure.Revenue }.Select(m => view.Evaluate(new(m, only, s)).Value)));
    }

    private FollowUpView View() => _region.Archive.ViewAt(new(new(2017, 12, 31), long.MaxValue));

    private static string Errors(ImportResult result) => string.Join('\n', result.Faults.Where(f => f.Severity == Severity.Error)
        .Select(f => $"{f.Place.Line} {f.Code} {f.Found}{string.Concat(f.Arguments.Select(a => $" {a.Key} {a.Value}"))}"));
}
