using System.Globalization;
using System.Text;
using Styrkedja.App.Verifying;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Importing;

/// <summary>Staff comes in by the same road as the ledger: a file, an entry in the journal, and figures that can be asked why.</summary>
public sealed class ImportStaffTests : IDisposable
{
    private const string Heading = "subject;month;headcount;full_time_equivalents;agency_full_time_equivalents;sick_leave_hours;ordinary_hours\n";

    private static readonly ImportTerms s_terms = new(new DateTimeOffset(2017, 3, 10, 12, 0, 0, TimeSpan.Zero));

    private readonly TemporaryRegion _region = new(SmallLedger.Region);

    public void Dispose() => _region.Dispose();

    [Fact]
    public void Staff_is_taken_in_with_its_control_sums_and_becomes_figures()
    {
        var result = Import("A1;2017-01;20;18,5;1,25;100,5;3000\nA1;2017-02;22;19,5;0;50;3100\nB1;2017-02;12;10;;;\n");

        Assert.Equal(("", 3, false), (Errors(result), result.Rows, result.AlreadyKnown));
        var batch = Batches().Single();
        Assert.Equal(
            "staff.csv csv 2017-01..2017-02 rows 3 StaffSums { Headcount = 54, FullTimeEquivalentsMilli = 48000, AgencyFullTimeEquivalentsMilli = 1250, AgencyHoursCenti = 0, SickLeaveHoursCenti = 15050, OrdinaryHoursCenti = 610000 }",
            $"{batch.SourceName} {batch.Format} {batch.Period} rows {batch.Rows} {batch.Staff}");
        Assert.Equal("22 19 0.625 2.467213114754", Figures("A1"));
        Assert.Equal("34 24 0.625 2.467213114754", Figures("REGION"));
        Assert.Equal("12 5 ? ?", Figures("DN-B"));
        Assert.True(VerifyRegion.Verify(_region.Folder, null).Ok);
    }

    [Fact]
    public void The_same_unit_and_month_is_refused_until_it_is_said_to_replace()
    {
        Import("A1;2017-01;20;;;;\nA1;2017-02;21;;;;\n");
        var again = "A1;2017-02;25;;;;\n";
        Assert.Equal("2 import.staff-alive A1 2017-02", Errors(Import(again)));
        Assert.Equal("", Errors(Import(again, s_terms with { Replace = true })));

        Assert.Equal("25 20", $"{Headcount("2017-02..2017-02")} {Headcount("2017-01..2017-01")}");
        Assert.Empty(Batches()[^1].Supersedes);
        Assert.Equal("21", Headcount("2017-02..2017-02", _region.Archive.Head().Position - 1));
    }

    [Fact]
    public void A_batch_that_is_told_anew_in_whole_is_superseded()
    {
        var first = Import("A1;2017-01;20;;;;\n");
        Import("A1;2017-01;21;;;;\nA1;2017-02;22;;;;\n", s_terms with { Replace = true });
        Assert.Equal([first.Batch!], Batches()[^1].Supersedes);
        Assert.Equal("21", Headcount("2017-01..2017-01"));
    }

    [Fact]
    public void Another_column_of_the_same_unit_and_month_adds()
    {
        Import("A1;2017-01;20;18;;;\n");
        Assert.Equal("", Errors(Import("A1;2017-01;;;1,5;;\n")));
        Assert.Equal("20 18 1.5 ?", Figures("A1"));
    }

    [Fact]
    public void Staff_of_a_unit_and_of_what_stands_under_it_is_refused_even_in_two_files()
    {
        Import("A1;2017-01;20;;;;\n");
        Assert.Equal("2 import.staff-counted-twice A1", Errors(Import("DN-A;2017-01;25;;;;\n")));
        Assert.Equal("", Errors(Import("DN-A;2017-02;25;;;;\n")));
    }

    [Fact]
    public void Hours_of_agency_staff_become_full_time_equivalents_by_the_hours_that_the_description_gives()
    {
        var (mapping, faults) = StaffMapping.Read("""
            mapping: timmar
            format: csv
            columns: {subject: Enhet, month: Månad, agency-hours: Timmar}
            month-form: yyyyMM
            hours-per-full-time: 165
            """, "timmar.yaml");
        Assert.Empty(faults);
        Assert.Equal("", Errors(new ImportStaff(_region.Archive).Import(Encoding.UTF8.GetBytes("Enhet;Månad;Timmar\nA1;201701;247,5\n"), "timmar.csv", mapping!, s_terms)));
        Assert.Equal((24750, 1500), (Batches()[0].Staff!.AgencyHoursCenti, Batches()[0].Staff!.AgencyFullTimeEquivalentsMilli));
        Assert.Equal("? ? 1.5 ?", Figures("A1"));
    }

    [Fact]
    public void To_check_takes_nothing_in_and_the_same_file_twice_is_the_same_batch()
    {
        Assert.Null(Import("A1;2017-01;20;;;;\n", s_terms with { Check = true }).Batch);
        Assert.Empty(Batches());
        Assert.Equal((Import("A1;2017-01;20;;;;\n").Batch, true), (Import("A1;2017-01;20;;;;\n").Batch, Import("A1;2017-01;20;;;;\n").AlreadyKnown));
    }

    [Fact]
    public void A_file_of_staff_that_has_been_changed_is_named_by_verification()
    {
        Import("A1;2017-01;20;;;;\n");
        var file = Path.Combine(_region.Folder, "facts", Batches()[0].RowsFile + ".parquet");
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Equal("verify.rows-changed", VerifyRegion.Verify(_region.Folder, null).FirstFault!.Code);
        File.Delete(file);
        Assert.Equal("verify.rows-missing", VerifyRegion.Verify(_region.Folder, null).FirstFault!.Code);
    }

    private ImportResult Import(string rows, ImportTerms? terms = null) => new ImportStaff(_region.Archive).Import(Encoding.UTF8.GetBytes(Heading + rows), "staff.csv", StaffMapping.Own, terms ?? s_terms);

    private List<FactBatch> Batches() => [.. _region.Archive.Entries().OfType<FactEntry>().Select(f => f.Batch)];

    private string Figures(string subject) => string.Join(' ', new[] { Measure.Headcount, Measure.FullTimeEquivalents, Measure.AgencyFullTimeEquivalents, Measure.SickLeave }.Select(m => Value(m, "2017", subject, long.MaxValue)));

    private string Headcount(string period, long knownAt = long.MaxValue) => Value(Measure.Headcount, period, "A1", knownAt);

    private string Value(Measure measure, string period, string subject, long knownAt)
    {
        Assert.True(Period.TryParse(period, out var of));
        return _region.Archive.ViewAt(new(of.To.LastDay, knownAt)).Evaluate(new(measure, of, subject)).Value switch
        {
            FigureValue.Count count => count.Items.ToString(CultureInfo.InvariantCulture),
            FigureValue.Number number => number.Value.ToString("0.############", CultureInfo.InvariantCulture),
            _ => "?",
        };
    }

    private static string Errors(ImportResult result) => string.Join('\n', result.Faults.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Place.Line} {f.Code} {f.Found}"));
}
