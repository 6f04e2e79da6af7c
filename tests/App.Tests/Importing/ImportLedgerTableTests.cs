using System.Globalization;
using System.Text;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Store.Facts;

namespace Styrkedja.App.Importing;

/// <summary>Ledgers in tables come in by the same checks as SIE files, and with the same result.</summary>
public sealed class ImportLedgerTableTests : IDisposable
{
    private const string Mapping = """
        mapping: exempel
        format: csv
        thousands: space
        columns:
          account: Konto
          date: Datum
          cost-centre: Ansvar
          counterparty: Motpart
          voucher: Vernr
          amount: Belopp
          quantity: Antal
          voucher-text: Rubrik
          row-text: Text
        fixed: {legal-entity: Region Exempel, series: A}
        """;

    private const string TwoVouchers = """
        Vernr;Datum;Konto;Ansvar;Motpart;Belopp;Antal;Rubrik;Text
        1;2017-01-16;4010;100;72;500,50;2;Vård för Åsa;Röntgen
        1;2017-01-15;1930;;;-500,50;;Vård för Åsa;
        2;2017-02-28;3010;200;71;-99,99;;;
        2;2017-02-28;1930;;;99,99;;;
        """;

    private static readonly ImportTerms s_terms = new(new DateTimeOffset(2017, 3, 10, 12, 0, 0, TimeSpan.Zero));

    private readonly TemporaryRegion _region = new(SmallLedger.Region);

    public void Dispose() => _region.Dispose();

    [Fact]
    public void A_table_is_taken_in_with_its_control_sums_and_its_rows_in_the_codes_of_the_source()
    {
        var result = Import(TwoVouchers);

        Assert.Equal(("", 4, false), (Errors(result), result.Rows, result.AlreadyKnown));
        var batch = Batches().Single();
        Assert.Equal(
            "ledger.csv csv Region Exempel 2017-01..2017-02 rows 4 vouchers 2 debit 60049 credit -60049 series A",
            $"{batch.SourceName} {batch.Format} {batch.LegalEntity} {batch.Period} rows {batch.Rows} vouchers {batch.Vouchers} debit {batch.Debit.Ore} credit {batch.Credit.Ore} series {string.Join(',', batch.VoucherSeries)}");
        using var files = new FactFiles(_region.Folder);
        using var search = new RowSearch(files, _region.Folder);
        Assert.Equal(
            [
                "3 A 1 1930|| -50050  Vård för Åsa|",
                "2 A 1 4010|100|72 50050 2000 Vård för Åsa|Röntgen",
                "5 A 2 1930|| 9999  |",
                "4 A 2 3010|200|71 -9999  |",
            ],
            search.Find([batch], new(Period.Year(2017), [], []), null, RowDirection.After, 100, withTexts: true).OrderBy(r => r.Row.Voucher).ThenBy(r => r.Row.Account)
                .Select(r => $"{r.Row.Line} {r.Row.Series} {r.Row.Voucher} {r.Row.Account}|{r.Row.CostCentre}|{r.Row.Counterparty} {r.Row.Ore} {r.Row.QuantityMilli} {r.VoucherText}|{r.RowText}"));
        Assert.Equal("-500.50 99.99 -400.51", string.Join(' ', new[] { "DN-A", "DN-B", "REGION" }.Select(Result)));
        Assert.True(Verifying.VerifyRegion.Verify(_region.Folder, null).Ok);
    }

    [Fact]
    public void The_same_file_twice_is_the_same_batch_and_to_check_takes_nothing_in()
    {
        Assert.Null(Import(TwoVouchers, s_terms with { Check = true }).Batch);
        Assert.Empty(Batches());
        var first = Import(TwoVouchers);
        Assert.Equal((first.Batch, true), (Import(TwoVouchers).Batch, Import(TwoVouchers).AlreadyKnown));
    }

    [Fact]
    public void A_voucher_that_a_SIE_file_has_brought_is_not_taken_in_again_but_can_be_replaced()
    {
        var sie = new ImportLedger(_region.Archive).Import(SmallLedger.Import("#VER A 2 20170228\n{\n#TRANS 3010 {1 200} -70.00\n#TRANS 1930 {} 70.00\n}\n"), "first.si", s_terms);
        Assert.Equal($"4 import.voucher-alive A 2", Errors(Import(TwoVouchers)));
        Assert.Equal("", Errors(Import(TwoVouchers, s_terms with { Replace = true })));
        Assert.Equal([sie.Batch!], Batches()[^1].Supersedes);
        Assert.Equal("-400.51", Result("REGION"));
    }

    [Fact]
    public void A_table_of_the_whole_year_must_say_that_it_replaces_what_is_alive()
    {
        Import(TwoVouchers);
        var later = TwoVouchers.Replace("500,50", "600,50", StringComparison.Ordinal);
        Assert.Equal("0 import.replaces Region Exempel", Errors(Import(later, mapping: Mapping + "\nwhole-year: true")));
        Assert.Equal("", Errors(Import(later, s_terms with { Replace = true }, Mapping + "\nwhole-year: true")));
        Assert.Equal("-500.51", Result("REGION"));
    }

    [Fact]
    public void Every_unknown_code_is_told_once_with_its_first_line_and_how_many_rows()
    {
        var result = Import("""
            Vernr;Datum;Konto;Ansvar;Motpart;Belopp;Antal;Rubrik;Text
            1;2017-01-15;9999;100;;1;;;
            1;2017-01-15;9999;100;;1;;;
            1;2017-01-15;4010;777;;1;;;
            1;2017-01-15;4010;777;99;1;;;
            1;2017-01-15;4010;;;1;;;
            1;2017-01-15;1930;777;99;-5;;;
            """);
        Assert.Equal(
            """
            2 import.account-unknown 9999
            4 import.cost-centre-unknown 777
            5 import.counterparty-unknown 99
            6 import.cost-centre-missing 4010
            """,
            Errors(result));
        Assert.Empty(Batches());
    }

    [Fact]
    public void A_Parquet_file_of_our_own_comes_back_as_it_was()
    {
        Import(TwoVouchers);
        var before = Batches().Single();
        var bytes = File.ReadAllBytes(Path.Combine(_region.Folder, "facts", before.RowsFile + ".parquet"));
        var example = File.ReadAllText(Path.Combine(Repository(), "docs/format/examples/egen-parquet.yaml"));

        using var other = new TemporaryRegion(SmallLedger.Region);
        var (mapping, faults) = LedgerMapping.Read(example, "egen-parquet.yaml");
        Assert.Empty(faults);
        var result = new ImportLedger(other.Archive).Import([new TableSource(bytes, mapping!, other.Folder, "rows.parquet")], s_terms, stop: TestContext.Current.CancellationToken)[0];
        Assert.Equal(("", 4), (Errors(result), result.Rows));
        var after = other.Archive.Entries().OfType<FactEntry>().Single().Batch;
        Assert.Equal((before.Debit, before.Credit, before.Vouchers, before.Period), (after.Debit, after.Credit, after.Vouchers, after.Period));
        Assert.Equal("parquet", after.Format);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(other.Folder, "facts"), "*.tmp"));
    }

    private ImportResult Import(string csv, ImportTerms? terms = null, string mapping = Mapping)
    {
        var (read, faults) = LedgerMapping.Read(mapping, "beskrivning.yaml");
        Assert.Empty(faults.Select(f => $"{f.Place.Line} {f.Code} {f.Found}"));
        return new ImportLedger(_region.Archive).Import([new TableSource(Encoding.UTF8.GetBytes(csv), read!, _region.Folder, "ledger.csv")], terms ?? s_terms, stop: TestContext.Current.CancellationToken)[0];
    }

    private List<FactBatch> Batches() => [.. _region.Archive.Entries().OfType<FactEntry>().Select(f => f.Batch)];

    private string Result(string subject) =>
        (_region.Archive.ViewAt(new(new(2017, 12, 31), long.MaxValue)).Evaluate(new(Measure.Result, Period.Year(2017), subject)).Money.Ore / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Repository([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));

    private static string Errors(ImportResult result) => string.Join('\n', result.Faults.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Place.Line} {f.Code} {f.Found}"));
}
