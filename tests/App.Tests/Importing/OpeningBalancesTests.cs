using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Region;
using Styrkedja.Statements;

namespace Styrkedja.App.Importing;

/// <summary>What a SIE file tells of the balances a year opened with goes with its batch, and the balance sheet begins there.</summary>
public sealed class OpeningBalancesTests : IDisposable
{
    private const string Layout = """

        ---
        decision: RS-UPPSTALLNING
        body: RS
        date: 2015-01-02
        title: Uppställning
        acts:
          - adopt-statements:
              id: R
              balance:
                - {line: cash-and-bank, accounts: [{from: 1900, to: 1999}]}
                - {line: other-equity, accounts: [{from: 2000, to: 2099}]}
              valid: 2015..
        """;

    private const string Opening = "#IB 0 1930 700\n#IB 0 2010 -700\n#UB 0 1930 700\n#UB 0 2010 -700\n#RES 0 4010 0\n";

    private const string Spent = """
        #VER A 1 20170115 "Vård"
        {
        #TRANS 4010 {1 100} 500.50 20170116
        #TRANS 1930 {} -500.50
        }

        """;

    private static readonly ImportTerms s_terms = new(new DateTimeOffset(2017, 3, 10, 12, 0, 0, TimeSpan.Zero));

    private readonly TemporaryRegion _region = new(SmallLedger.Region + Layout);

    public void Dispose() => _region.Dispose();

    [Fact]
    public void A_file_of_balances_alone_is_a_batch_without_rows()
    {
        var result = Import(SmallLedger.Export("", Opening));
        Assert.Equal(("", 0L, false), (Errors(result), result.Rows, result.Refused));
        var batch = Batches().Single();
        Assert.Equal((FactKind.Balances, (string?)null, 70_000L, -70_000L), (batch.Kind, batch.RowsFile, batch.Debit.Ore, batch.Credit.Ore));
        Assert.Equal([("1930", 70_000L), ("2010", -70_000L)], batch.Opening!.Accounts.Select(a => (a.Account, a.Ore)));
        Assert.Equal(2017, batch.Opening.Year);
        Assert.True(Verifying.VerifyRegion.Verify(_region.Archive.Folder, null).Ok);
    }

    [Fact]
    public void The_balance_sheet_is_what_the_year_opened_with_and_the_vouchers_since()
    {
        Import(SmallLedger.Export("", Opening));
        Import(SmallLedger.Import(Spent));
        var sheet = View().BalanceSheetAt(new Month(2017, 1));
        Assert.Equal("19950 -50050 70000 0", string.Join(' ', new[] { BalanceRow.CashAndBank, BalanceRow.YearResult, BalanceRow.OtherEquity, BalanceRow.Difference }.Select(row => sheet[row].Ore)));
        Assert.Equal(OpeningSource.Told, View().OpeningOf(2017));
    }

    [Fact]
    public void Without_opening_balances_only_the_change_is_known()
    {
        Import(SmallLedger.Import(Spent));
        Assert.Equal(OpeningSource.Unknown, View().OpeningOf(2017));
        Assert.Equal(-50_050, View().BalanceSheetAt(new Month(2017, 1))[BalanceRow.CashAndBank].Ore);
        Assert.False(View().Evaluate(new(Measure.EquityRatio, Period.Year(2017), "REGION")).IsKnown);
    }

    [Fact]
    public void An_export_of_the_whole_year_brings_its_opening_balances_with_its_vouchers()
    {
        Import(SmallLedger.Export(Spent, "#IB 0 1930 700\n#IB 0 2010 -700\n#UB 0 1930 199.50\n#UB 0 2010 -700\n#RES 0 4010 500.50\n"));
        Assert.Equal((FactKind.Ledger, 2), (Batches().Single().Kind, Batches().Single().Opening!.Accounts.Count));
        Assert.Equal(19_950, View().BalanceSheetAt(new Month(2017, 1))[BalanceRow.CashAndBank].Ore);
    }

    [Fact]
    public void Other_balances_of_the_same_year_are_refused_until_they_are_said_to_replace()
    {
        Import(SmallLedger.Export("", Opening));
        var other = SmallLedger.Export("", Opening.Replace("700", "800", StringComparison.Ordinal));
        var refused = Import(other);
        Assert.Equal("import.replaces", Errors(refused));
        Assert.Single(Batches());

        Assert.Equal("", Errors(new ImportLedger(_region.Archive).Import(other, "ledger.se", s_terms with { Replace = true })));
        Assert.Equal([false, true], Batches().Select(b => View().State.LiveBatches.Any(live => live.Batch.Id == b.Id)));
        Assert.Equal(80_000, View().BalanceSheetAt(new Month(2017, 1))[BalanceRow.CashAndBank].Ore);
    }

    [Fact]
    public void Balances_that_differ_from_what_the_year_before_closed_with_are_told_by_row()
    {
        Import(SmallLedger.Export("", Opening));
        Import(SmallLedger.Import(Spent));
        var next = SmallLedger.Encoded("#FLAGGA 0\n#PROGRAM \"Testekonomi\" 1.0\n#FORMAT PC8\n#GEN 20180131\n#SIETYP 4\n#FNAMN \"Region Exempel\"\n#RAR 0 20180101 20181231\n#KONTO 1930 Bank\n#KONTO 2010 Kapital\n#IB 0 1930 199.51\n#IB 0 2010 -199.50\n#UB 0 1930 199.51\n#UB 0 2010 -199.50\n#RES 0 1930 0\n");
        Import(next);
        Assert.Equal([(BalanceRow.CashAndBank, 1L)], View(2018).OpeningDifferences(2018).Select(d => (d.Row, d.Difference.Ore)));
        Assert.Empty(View().OpeningDifferences(2017));
    }

    private ImportResult Import(byte[] bytes) => new ImportLedger(_region.Archive).Import(bytes, bytes.AsSpan().IndexOf("#IB"u8) >= 0 ? "ledger.se" : "ledger.si", s_terms);

    private IReadOnlyList<FactBatch> Batches() => [.. _region.Archive.Entries().OfType<FactEntry>().Select(f => f.Batch)];

    private FollowUpView View(int year = 2017) => _region.Archive.ViewAt(new(new DateOnly(year, 12, 31), long.MaxValue));

    private static string Errors(ImportResult result) => string.Join(' ', result.Faults.Where(f => f.Severity == Provenance.Severity.Error).Select(f => f.Code));
}
