using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.App.Demo;
using Styrkedja.App.Importing;
using Styrkedja.App.Tests.Halland;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;

namespace Styrkedja.App.Tests.Demo;

/// <summary>The sample ledger reaches every published total to the öre, by vouchers that balance and trade that meets.</summary>
public class SampleLedgerTests(SampleLedgerTests.Ledger ledger) : IClassFixture<SampleLedgerTests.Ledger>
{
    /// <summary>The ledger of three years, made once.</summary>
    public sealed class Ledger
    {
        public IReadOnlyList<SampleBookMonth> Months { get; } = [.. SampleLedger.Make(HallandFiles.StateAt, HallandFiles.Calibration)];

        public static readonly IReadOnlyDictionary<string, string> PartOf = Parts();

        /// <summary>Rows that count in a result, with the part they stand in.</summary>
        public IEnumerable<(string Part, Month Month, SampleVoucher Voucher, SampleRow Row)> ResultRows(int year) =>
            from book in Months
            where book.Month.Year == year
            from voucher in book.Vouchers
            from row in voucher.Rows
            where row.Account[0] >= '3'
            select (PartOf[row.CostCentre], book.Month, voucher, row);

        public Money Result(int year, int through, Func<string, bool> of) =>
            -Money.Sum(ResultRows(year).Where(r => r.Month.Number <= through && of(r.Part)).Select(r => r.Row.Amount));

        private static Dictionary<string, string> Parts()
        {
            var organisation = HallandFiles.StateAt(new(2017, 12, 31)).Organisation;
            var parts = HallandFiles.Calibration.Parts.Select(p => p.Subject).ToHashSet();
            return HallandFiles.Calibration.CostCentres.Keys.ToDictionary(c => c, c => organisation.PathUp(c).First(s => parts.Contains(s.Id)).Id);
        }
    }

    [Fact]
    public void Payments_and_investments_touch_the_balance_sheet_alone_and_leave_no_debt_unpaid()
    {
        var moved = ledger.Months.SelectMany(m => m.Vouchers).Where(v => v.Series.EndsWith("-BET", StringComparison.Ordinal) || v.Series.EndsWith("-INV", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(moved);
        Assert.All(moved, voucher => Assert.Equal(Money.Zero, Money.Sum(voucher.Rows.Select(row => row.Amount))));
        Assert.All(moved.SelectMany(v => v.Rows), row => Assert.InRange(row.Account[0], '1', '2'));

        var sheet = HallandFiles.Calibration.BalanceSheet!;
        foreach (var account in sheet.Settled.Where(s => s.Value == 100).Select(s => s.Key))
        {
            var rows = ledger.Months.SelectMany(m => m.Vouchers.SelectMany(v => v.Rows.Where(r => r.Account == account).Select(r => (m.Month, v.Series, r.Amount)))).ToList();
            var lastMonth = Money.Sum(rows.Where(r => r.Month == new Month(2017, 12) && !r.Series.EndsWith("-BET", StringComparison.Ordinal)).Select(r => r.Amount));
            var left = sheet.Opening[account] + Money.Sum(rows.Select(r => r.Amount));
            // Whole kronor are paid, so less than a krona a book and month may be left over.
            Assert.InRange((left - lastMonth).Ore, -100L * 9 * 36, 100L * 9 * 36);
        }
    }

    [Theory]
    [InlineData(2015, 12, "", -23_00)]
    [InlineData(2015, 12, "DN-HS", -173_00)]
    [InlineData(2015, 12, "DN-PSY", -28_00)]
    [InlineData(2016, 12, "", 31_00)]
    [InlineData(2017, 11, "", 35_00)]
    [InlineData(2017, 11, "RS", 201_30)]
    [InlineData(2017, 11, "RS-RK", 35_07)]
    [InlineData(2017, 11, "RS-HSF", 11_07)]
    [InlineData(2017, 11, "RS-FIN", 155_16)]
    [InlineData(2017, 12, "", 13_00)]
    public void The_published_results_come_out_to_the_ore(int year, int through, string part, int hundredthsOfMnkr) =>
        Assert.Equal(Money.Kronor(hundredthsOfMnkr * 10_000L), ledger.Result(year, through, p => p.StartsWith(part, StringComparison.Ordinal)));

    [Theory]
    [InlineData(2015)]
    [InlineData(2016)]
    [InlineData(2017)]
    public void Every_part_follows_its_calibrated_path_month_by_month(int year)
    {
        var results = ledger.ResultRows(year).GroupBy(r => (r.Part, r.Month)).ToDictionary(g => g.Key, g => -Money.Sum(g.Select(r => r.Row.Amount)));

        foreach (var part in HallandFiles.Calibration.Parts)
            Assert.All(Period.Year(year).EachMonth(), month => Assert.Equal(HallandFiles.Calibration.ResultIn(part.Subject, month), results[(part.Subject, month)]));
    }

    [Fact]
    public void Every_voucher_balances_and_no_number_comes_twice()
    {
        var vouchers = ledger.Months.SelectMany(m => m.Vouchers).ToList();

        Assert.DoesNotContain(vouchers, v => Money.Sum(v.Rows.Select(r => r.Amount)) != Money.Zero);
        Assert.Equal(vouchers.Count, vouchers.Select(v => (v.Series, v.Number)).Distinct().Count());
    }

    [Fact]
    public void Every_voucher_lies_in_the_month_of_its_book() =>
        Assert.DoesNotContain(ledger.Months, m => m.Vouchers.Any(v => Month.Of(v.Day) != m.Month));

    [Theory]
    [InlineData(2015)]
    [InlineData(2016)]
    [InlineData(2017)]
    public void Internal_trade_nets_to_zero_for_each_pair_and_month(int year)
    {
        var parts = HallandFiles.Calibration.Parts.Select(p => p.Subject).ToHashSet();
        var pairs = ledger.ResultRows(year)
            .Where(r => parts.Contains(r.Row.Counterparty))
            .GroupBy(r => (r.Month, Pair: string.CompareOrdinal(r.Part, r.Row.Counterparty) < 0 ? (r.Part, r.Row.Counterparty) : (r.Row.Counterparty, r.Part)))
            .ToList();

        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.Equal(Money.Zero, Money.Sum(pair.Select(r => r.Row.Amount))));
    }

    [Theory]
    [InlineData(2015)]
    [InlineData(2016)]
    [InlineData(2017)]
    public void What_remains_to_the_results_is_below_five_per_mille_of_turnover(int year)
    {
        var remainder = ledger.ResultRows(year).Where(r => r.Voucher.Series == "KAL").Sum(r => Math.Abs(r.Row.Amount.Ore));
        var turnover = ledger.ResultRows(year).Where(r => !r.Row.Counterparty.Contains('-') && r.Row.Amount.Ore < 0).Sum(r => -r.Row.Amount.Ore);

        Assert.InRange(remainder, 1, turnover / 200);
        Assert.All(ledger.ResultRows(year).Where(r => r.Voucher.Series == "KAL").GroupBy(r => (r.Part, r.Month)), one => Assert.Single(one));
    }

    [Fact]
    public void A_year_at_scale_1_has_about_200_000_rows() =>
        Assert.InRange(ledger.Months.Where(m => m.Month.Year == 2017).Sum(m => m.Vouchers.Sum(v => v.Rows.Count)), 180_000, 220_000);

    [Fact]
    public void What_settlement_has_booked_is_taken_off_and_nothing_else_changes()
    {
        var first = new Month(2015, 1);
        // A private health centre has got 3 mnkr by its own code, and an own one 20 mnkr on both sides: more than its cost centre has, so what is left of it is negative.
        SampleRow[] settled =
        [
            new("5210", "15020", "PC-HYLTE-1", "110", Money.Kronor(3_000_000)),
            new("5110", "15020", "VC-KOLLA", "110", Money.Kronor(20_000_000)),
            new("3310", "30060", "RS-HSF", "110", Money.Kronor(-20_000_000)),
        ];
        var left = SampleLedger.Make(HallandFiles.StateAt, HallandFiles.Calibration, settled: month => month == first ? settled : []).Take(18).ToList();
        var whole = ledger.Months.Take(18).ToList();
        var paid = HallandFiles.Calibration.PaidAs;

        Assert.Equal(
            Of(whole).OrderBy(s => s.Key),
            Of(left).Concat(settled.Select(row => new KeyValuePair<(Month, string, string, string, string), long>((first, row.CostCentre, row.Account, paid.GetValueOrDefault(row.Counterparty, row.Counterparty), row.Activity), row.Amount.Ore)))
                .GroupBy(s => s.Key).Select(g => KeyValuePair.Create(g.Key, g.Sum(s => s.Value))).OrderBy(s => s.Key));
        Assert.True(Of(left)[(first, "30060", "3310", "RS-HSF", "110")] > 0);
        // The debt for what is settled is paid in February as all others; settlement has booked it.
        Assert.Equal(Debt(whole) + Money.Kronor(3_000_000), Debt(left));
        Assert.Throws<FormatException>(() => SampleLedger.Make(HallandFiles.StateAt, HallandFiles.Calibration, settled: _ => [new("5210", "30060", "P-VC", "110", Money.Kronor(1))]).First());

        static Dictionary<(Month, string, string, string, string), long> Of(List<SampleBookMonth> months) => months.SelectMany(m => m.Vouchers.SelectMany(v => v.Rows.Where(r => r.CostCentre.Length > 0).Select(r => (m.Month, Row: r))))
            .GroupBy(r => (r.Month, r.Row.CostCentre, r.Row.Account, r.Row.Counterparty, r.Row.Activity)).ToDictionary(g => g.Key, g => g.Sum(r => r.Row.Amount.Ore));

        static Money Debt(List<SampleBookMonth> months) => Money.Sum(months.SelectMany(m => m.Vouchers).SelectMany(v => v.Rows).Where(r => r.Account == "2440").Select(r => r.Amount));
    }

    [Fact]
    public void A_greater_scale_gives_more_rows_and_the_same_sums()
    {
        var twice = SampleLedger.Make(HallandFiles.StateAt, HallandFiles.Calibration, 2).Take(9).ToList();
        var once = ledger.Months.Take(9).ToList();

        Assert.Equal(Sums(once), Sums(twice));
        Assert.True(twice.Sum(m => m.Vouchers.Count) > once.Sum(m => m.Vouchers.Count) * 3 / 2);

        static List<string> Sums(List<SampleBookMonth> months) =>
        [
            .. months.SelectMany(m => m.Vouchers).SelectMany(v => v.Rows)
                .GroupBy(r => (r.CostCentre, r.Account, r.Counterparty, r.Activity))
                .Select(g => $"{g.Key} {Money.Sum(g.Select(r => r.Amount)).Ore}")
                .Order(StringComparer.Ordinal),
        ];
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_which_read_back_without_faults()
    {
        var state = HallandFiles.StateAt(new(2015, 12, 31));
        var again = SampleLedger.Make(HallandFiles.StateAt, HallandFiles.Calibration).Take(9).ToList();
        for (var i = 0; i < 9; i++)
        {
            using var first = new MemoryStream();
            using var second = new MemoryStream();
            Assert.Empty(SampleLedgerSie.Write(first, ledger.Months[i], state));
            Assert.Empty(SampleLedgerSie.Write(second, again[i], state));
            Assert.Equal(first.ToArray(), second.ToArray());
            Assert.True(first.Length > 0);
        }
    }

    [Fact]
    public void A_month_passes_the_ordinary_import_and_is_followed_up_as_calibrated()
    {
        var folder = Directory.CreateTempSubdirectory("halland").FullName;
        try
        {
            using var archive = RegionArchive.Open(folder);
            new RecordDecisions(archive).Record([.. HallandFiles.DecisionPaths.Select(path => (File.ReadAllText(path), Path.GetFileName(path)))], null);
            foreach (var book in ledger.Months.Where(m => m.Month == new Month(2017, 1)))
            {
                using var sie = new MemoryStream();
                SampleLedgerSie.Write(sie, book, HallandFiles.StateAt(new(2017, 12, 31)));
                var import = new ImportLedger(archive).Import(sie.ToArray(), SampleLedgerSie.FileName(book), new(DateTimeOffset.UnixEpoch, Illustrative: true));
                Assert.Empty(import.Faults);
            }

            var period = Period.Through(new(2017, 1));
            var view = archive.ViewAt(archive.Viewpoint(period, null, null));
            Assert.Empty(view.UnmatchedInternalTrade(period));
            Assert.All(
                HallandFiles.Calibration.Parts,
                part => Assert.Equal(HallandFiles.Calibration.ResultIn(part.Subject, new(2017, 1)), view.Evaluate(new(Measure.Result, period, part.Subject)).Money));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
