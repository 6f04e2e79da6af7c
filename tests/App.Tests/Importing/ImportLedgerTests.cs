using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Store.Facts;

namespace Styrkedja.App.Importing;

public sealed class ImportLedgerTests : IDisposable
{
    private const string TwoVouchers = """
        #VER A 1 20170115 "Vård för Åsa"
        {
        #TRANS 4010 {1 100 20 7 21 72 6 P9} 500.50 20170116 "Röntgen" 2
        #TRANS 1930 {} -500.50
        }
        #VER A 2 20170228
        {
        #TRANS 3010 {"1" "200" "21" "71"} -99.99
        #TRANS 1930 {} 99.99
        }

        """;

    private static readonly ImportTerms s_terms = new(new DateTimeOffset(2017, 3, 10, 12, 0, 0, TimeSpan.Zero));

    private readonly TemporaryRegion _region = new(SmallLedger.Region);

    public void Dispose() => _region.Dispose();

    [Fact]
    public void A_file_is_taken_in_with_its_control_sums_and_its_rows_in_the_codes_of_the_source()
    {
        var bytes = SmallLedger.Import(TwoVouchers);
        var result = Import(bytes);

        Assert.Equal(("", 4, false), (Errors(result), result.Rows, result.AlreadyKnown));
        var batch = Batches().Single();
        Assert.Equal(
            "ledger.si sie-4i Region Exempel 2017-01..2017-02 rows 4 vouchers 2 debit 60049 credit -60049 series A",
            $"{batch.SourceName} {batch.Format} {batch.LegalEntity} {batch.Period} rows {batch.Rows} vouchers {batch.Vouchers} debit {batch.Debit.Ore} credit {batch.Credit.Ore} series {string.Join(',', batch.VoucherSeries)}");
        Assert.Equal((result.Batch, bytes.Length), (batch.Id, (int)batch.SourceBytes));
        Assert.Equal(
            [
                "1930|||| -50050  Vård för Åsa|",
                "4010|100|72|7|P9 50050 2000 Vård för Åsa|Röntgen",
                "1930|||| 9999  |",
                "3010|200|71|| -9999  |",
            ],
            Rows(batch).OrderBy(r => r.Row.Voucher).ThenBy(r => r.Row.Account).Select(r => $"{r.Row.Account}|{r.Row.CostCentre}|{r.Row.Counterparty}|{r.Row.Activity}|{r.Row.Project} {r.Row.Ore} {r.Row.QuantityMilli} {r.VoucherText}|{r.RowText}"));
        Assert.Equal("-500.50 99.99 -400.51", string.Join(' ', new[] { "DN-A", "DN-B", "REGION" }.Select(Result)));
    }

    [Fact]
    public void The_same_file_twice_is_the_same_batch()
    {
        var first = Import(SmallLedger.Import(TwoVouchers));
        var head = _region.Archive.Head();
        var again = Import(SmallLedger.Import(TwoVouchers), "another-name.si");
        Assert.Equal((first.Batch, true, 4), (again.Batch, again.AlreadyKnown, again.Rows));
        Assert.Equal(head, _region.Archive.Head());
        Assert.Equal("-400.51", Result("REGION"));
    }

    [Fact]
    public void A_voucher_that_does_not_balance_refuses_the_whole_file()
    {
        var result = Import(SmallLedger.Import(TwoVouchers + "#VER A 3 20170301\n{\n#TRANS 4010 {1 100} 1.00\n#TRANS 1930 {} -0.99\n}\n"));
        Assert.Equal("19 sie.voucher-unbalanced", Errors(result, found: false));
        Nothing_is_taken_in();
    }

    [Fact]
    public void Every_unknown_code_is_told_once_with_its_first_line_and_how_many_rows()
    {
        var result = Import(SmallLedger.Import("""
            #VER A 1 20170115
            {
            #TRANS 9999 {1 100} 1.00
            #TRANS 9999 {1 100} 1.00
            #TRANS 4010 {1 777} 1.00
            #TRANS 4010 {1 100 21 99} 1.00
            #TRANS 4010 {1 777 21 99} 1.00
            #TRANS 4010 {} 1.00
            #TRANS 1930 {} -6.00
            }

            """));

        Assert.Equal(
            """
            11 import.account-unknown 9999 rows 2
            13 import.cost-centre-unknown 777 rows 2
            14 import.counterparty-unknown 99 rows 2
            16 import.cost-centre-missing 4010 rows 1
            """,
            Errors(result));
        Nothing_is_taken_in();
    }

    [Fact]
    public void The_balance_sheet_needs_neither_cost_centre_nor_counterparty() =>
        Assert.Equal("", Errors(Import(SmallLedger.Import("#VER A 1 20170115\n{\n#TRANS 1510 {21 99} 5.00\n#TRANS 1930 {1 777} -5.00\n}\n"))));

    [Theory]
    [InlineData("20170630", "")]
    [InlineData("20170701", "11 import.cost-centre-unknown 300 rows 1")]
    public void A_cost_centre_is_open_on_the_day_of_the_row_and_not_after(string day, string errors) => Assert.Equal(
        errors,
        Errors(Import(SmallLedger.Import($"#VER A 1 {day}\n{{\n#TRANS 4010 {{1 300}} 5.00 {day}\n#TRANS 4010 {{1 100}} 5.00 20171231\n#TRANS 1930 {{}} -10.00 {day}\n}}\n"))));

    [Fact]
    public void A_voucher_alive_in_another_batch_refuses_the_file()
    {
        var first = Import(SmallLedger.Import(TwoVouchers));
        var result = Import(SmallLedger.Import("#VER A 2 20170301\n{\n#TRANS 4010 {1 100} 1.00\n#TRANS 1930 {} -1.00\n}\n#VER A 3 20170301\n{\n#TRANS 4010 {1 100} 1.00\n#TRANS 1930 {} -1.00\n}\n"));
        Assert.Equal($"9 import.voucher-alive A 2 batch {first.Batch![..12]}", Errors(result));
        Assert.Single(Batches());
    }

    [Fact]
    public void The_same_number_in_another_series_or_no_number_at_all_adds()
    {
        Import(SmallLedger.Import(TwoVouchers));
        Assert.Equal("", Errors(Import(SmallLedger.Import("#VER B 1 20170301\n{\n#TRANS 4010 {1 100} 1.00\n#TRANS 1930 {} -1.00\n}\n"))));
        Assert.Equal("", Errors(Import(SmallLedger.Import("#VER \"\" \"\" 20170301\n{\n#TRANS 4010 {1 100} 2.00\n#TRANS 1930 {} -2.00\n}\n"))));
        Assert.Equal("", Errors(Import(SmallLedger.Import("#VER \"\" \"\" 20170302\n{\n#TRANS 4010 {1 100} 4.00\n#TRANS 1930 {} -4.00\n}\n"))));
        Assert.Equal("-407.51", Result("REGION"));
        Assert.Equal(4, Batches().Count);
    }

    [Fact]
    public void A_whole_export_must_say_that_it_replaces_what_is_alive_and_then_does()
    {
        var january = SmallLedger.Export("#VER A 1 20170115\n{\n#TRANS 4010 {1 100} 10.00\n#TRANS 1930 {} -10.00\n}\n", "#UB 0 1930 -10.00\n#RES 0 4010 10.00\n");
        var february = SmallLedger.Export("#VER A 1 20170115\n{\n#TRANS 4010 {1 100} 12.00\n#TRANS 1930 {} -12.00\n}\n", "#UB 0 1930 -12.00\n#RES 0 4010 12.00\n");
        Assert.Equal("", Errors(Import(january, "year.se")));

        Assert.Equal("0 import.replaces Region Exempel batches 1", Errors(Import(february, "year.se")));
        Assert.Equal("-10.00", Result("REGION"));

        var replaced = Import(february, "year.se", s_terms with { Replace = true });
        Assert.Equal("", Errors(replaced));
        Assert.Equal("-12.00", Result("REGION"));
        Assert.Equal(["", Batches()[0].Id], Batches().Select(b => string.Join(' ', b.Supersedes)));
        Assert.Equal("Region Exempel 2017", Batches()[1].Series);
    }

    [Fact]
    public void To_check_tries_everything_and_takes_nothing_in()
    {
        var good = Import(SmallLedger.Import(TwoVouchers), terms: s_terms with { Check = true });
        Assert.Equal(("", 4, null), (Errors(good), good.Rows, good.Batch));
        var bad = Import(SmallLedger.Import(TwoVouchers.Replace("4010", "9010")), terms: s_terms with { Check = true });
        Assert.Equal("11 import.account-unknown 9010 rows 1", Errors(bad));
        Nothing_is_taken_in();
    }

    [Fact]
    public void Of_several_files_each_is_whole_or_not_at_all_and_one_voucher_is_not_taken_twice()
    {
        var results = new ImportLedger(_region.Archive).Import(
            [new SieSource(SmallLedger.Import(TwoVouchers), "a.si"), new SieSource(SmallLedger.Import("#VER A 2 20170301\n{\n#TRANS 4010 {1 100} 1.00\n#TRANS 1930 {} -1.00\n}\n"), "b.si"), new SieSource(SmallLedger.Import(TwoVouchers), "c.si")],
            s_terms,
            stop: Stop);
        Assert.Equal(["a.si False False", "b.si True False", "c.si False True"], results.Select(r => $"{r.File} {r.Refused} {r.AlreadyKnown}"));
        Assert.Single(Batches());
        Assert.Equal([Batches()[0].RowsFile], Directory.EnumerateFiles(Path.Combine(_region.Folder, "facts")).Select(f => Path.GetFileNameWithoutExtension(f)));
    }

    [Fact]
    public void Files_read_side_by_side_become_known_in_the_order_given()
    {
        var results = new ImportLedger(_region.Archive).Import([.. Months()], s_terms, stop: Stop);
        Assert.All(results, r => Assert.False(r.Refused));
        Assert.Equal(Enumerable.Range(1, 12).Select(m => $"{m}.si"), Batches().Select(b => b.SourceName));
        Assert.Equal("-78.00", Result("REGION"));
    }

    [Fact]
    public void An_import_that_is_stopped_keeps_the_files_that_were_done_and_goes_on_when_run_again()
    {
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => new ImportLedger(_region.Archive).Import([.. Months()], s_terms, new After(5, stop.Cancel), stop.Token));
        var done = Batches().Select(b => b.SourceName).ToList();
        Assert.InRange(done.Count, 5, 11);
        Assert.Equal(Enumerable.Range(1, done.Count).Select(m => $"{m}.si"), done);

        var again = new ImportLedger(_region.Archive).Import([.. Months()], s_terms, stop: Stop);
        Assert.Equal(done.Count, again.Count(r => r.AlreadyKnown));
        Assert.Equal(12, Batches().Count);
        Assert.Equal("-78.00", Result("REGION"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void A_file_handed_over_in_runs_becomes_the_same_batch_as_one_read_at_once(int rowsARun)
    {
        var bytes = SmallLedger.Import(string.Concat(Enumerable.Range(1, 40).Select(v => $"#VER A {v} 201701{1 + (v % 28):00} \"Ver {v}\"\n{{\n#TRANS 4010 {{1 {(v % 2 == 0 ? 100 : 200)}}} {v}.00 \"\" \"Rad {v}\"\n#TRANS 1930 {{}} -{v}.00\n}}\n")));
        var inRuns = new ImportLedger(_region.Archive).Import([new SieSource(() => new MemoryStream(bytes), bytes.Length, "ledger.si", largeBytes: 100, rowsARun)], s_terms, stop: Stop)[0];
        using var other = new TemporaryRegion(SmallLedger.Region);
        var atOnce = new ImportLedger(other.Archive).Import(bytes, "ledger.si", s_terms);

        Assert.Equal(Told(atOnce), Told(inRuns));
        Assert.Equal(Told(other.Archive.Entries().OfType<FactEntry>().Single().Batch), Told(Batches().Single()));
        Assert.Equal(80, Rows(Batches().Single()).Count);

        static string Told(object value) => value switch
        {
            ImportResult r => $"{r.Batch} {r.Rows} {r.Effect!.Total.Ore} {r.Faults.Count}",
            FactBatch b => $"{b.Id} {b.Period} {string.Join(',', b.VoucherSeries)} {b.Rows} {b.Vouchers} {b.Debit} {b.Credit}",
            _ => "",
        };
    }

    [Fact]
    public void Progress_ends_with_every_file_every_row_and_every_byte()
    {
        var told = new List<ImportProgress>();
        var files = Months().ToList();
        new ImportLedger(_region.Archive).Import(files, s_terms, new Told(told), Stop);
        Assert.Equal(new ImportProgress(12, 12, 24, files.Sum(f => f.Length), files.Sum(f => f.Length)), told[^1]);
    }

    [Fact]
    public void The_effect_on_the_result_is_told_by_body_before_anything_is_taken_in()
    {
        var checkedOnly = Import(SmallLedger.Import(TwoVouchers), terms: s_terms with { Check = true });
        Assert.Equal("-40051 = DN-A -50050, DN-B 9999", Effect(checkedOnly));
        Nothing_is_taken_in();
        Assert.Equal(Effect(checkedOnly), Effect(Import(SmallLedger.Import(TwoVouchers))));
        Assert.Null(Import("%PDF-1.7"u8.ToArray()).Effect);

        static string Effect(ImportResult result) => $"{result.Effect!.Total.Ore} = {string.Join(", ", result.Effect.Bodies.Select(b => $"{b.Body} {b.Result.Ore}"))}";
    }

    [Fact]
    public void A_file_without_rows_or_that_is_no_SIE_at_all_is_refused()
    {
        Assert.Contains("import.no-rows", Errors(Import(SmallLedger.Import(""))), StringComparison.Ordinal);
        Assert.True(Import("%PDF-1.7"u8.ToArray()).Refused);
        Assert.True(Import([]).Refused);
        Nothing_is_taken_in();
    }

    [Fact]
    public void A_file_without_texts_has_no_file_of_texts()
    {
        Import(SmallLedger.Import("#VER A 1 20170115\n{\n#TRANS 4010 {1 100} 1.00\n#TRANS 1930 {} -1.00\n}\n"));
        Assert.Null(Batches().Single().TextsFile);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_region.Folder, "texts")));
    }

    [Fact]
    public void A_file_from_another_legal_entity_may_have_the_same_vouchers()
    {
        Import(SmallLedger.Import(TwoVouchers));
        var other = SmallLedger.Encoded(System.Text.Encoding.Latin1.GetString(SmallLedger.Import("#VER A 2 20170301\n{\n#TRANS 4010 {1 100} 1.00\n#TRANS 1930 {} -1.00\n}\n")).Replace("Region Exempel", "Bolaget"));
        Assert.Equal("", Errors(Import(other)));
    }

    [Fact]
    public void What_was_taken_in_is_there_when_the_folder_is_opened_again_and_orphans_are_gone()
    {
        Import(SmallLedger.Import(TwoVouchers));
        var orphan = Path.Combine(_region.Folder, "facts", new string('0', 64) + ".parquet");
        File.WriteAllText(orphan, "PAR1");
        using var again = RegionArchive.Open(_region.Folder);
        again.BeginWriting().Dispose();
        Assert.False(File.Exists(orphan));
        Assert.Equal(4, Rows(Batches().Single()).Count);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Twelve files, one for each month, of as many kronor of cost as the number of the month.</summary>
    private static IEnumerable<LedgerSource> Months() => Enumerable.Range(1, 12).Select(m =>
        new SieSource(SmallLedger.Import($"#VER A {m} 2017{m:00}15\n{{\n#TRANS 4010 {{1 100}} {m}.00\n#TRANS 1930 {{}} -{m}.00\n}}\n"), $"{m}.si"));

    private ImportResult Import(byte[] bytes, string name = "ledger.si", ImportTerms? terms = null) => new ImportLedger(_region.Archive).Import(bytes, name, terms ?? s_terms);

    private List<FactBatch> Batches() => [.. _region.Archive.Entries().OfType<FactEntry>().Select(f => f.Batch)];

    private IReadOnlyList<FoundRow> Rows(FactBatch batch)
    {
        using var files = new FactFiles(_region.Folder);
        using var search = new RowSearch(files, _region.Folder);
        return search.Find([batch], new(Period.Year(2017), [], []), null, RowDirection.After, 100, withTexts: true);
    }

    private string Result(string subject)
    {
        var view = _region.Archive.ViewAt(new(new(2017, 12, 31), long.MaxValue));
        return (view.Evaluate(new(Measure.Result, Period.Year(2017), subject)).Money.Ore / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
    }

    private void Nothing_is_taken_in()
    {
        Assert.Empty(Batches());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_region.Folder, "facts")));
    }

    private static string Errors(ImportResult result, bool found = true) => string.Join('\n', result.Faults.Where(f => f.Severity == Severity.Error)
        .Select(f => $"{f.Place.Line} {f.Code}{(found ? $" {f.Found}" : "")}{(found ? string.Concat(f.Arguments.Select(a => $" {a.Key} {a.Value}")) : "")}"));

    /// <summary>Does something once so many files are done.</summary>
    private sealed class After(int files, Action then) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.FilesDone == files)
                then();
        }
    }

    private sealed class Told(List<ImportProgress> told) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            lock (told)
                told.Add(value);
        }
    }
}
