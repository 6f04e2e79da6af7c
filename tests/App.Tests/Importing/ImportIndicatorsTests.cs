using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Styrkedja.App.Verifying;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;

namespace Styrkedja.App.Importing;

/// <summary>Values of indicators come in as a table, CSV or XLSX, and every fault of tests/Errors/indicators is told in both languages.</summary>
public sealed class ImportIndicatorsTests : IDisposable
{
    private const string Heading = "source;code;place;period;sex;part;value;status;count\n";

    private static readonly ImportTerms s_terms = new(new DateTimeOffset(2017, 3, 10, 12, 0, 0, TimeSpan.Zero));

    private readonly TemporaryRegion _region = new(SmallLedger.Region);

    public void Dispose() => _region.Dispose();

    public static IEnumerable<TheoryDataRow<string>> Names() => Directory.EnumerateFiles(Gallery(), "*.csv").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).Select(f => new TheoryDataRow<string>(f));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_faulty_table_is_told_of_in_both_languages(string name)
    {
        var told = new StringBuilder();
        var result = new ImportIndicators(_region.Archive).Import(File.ReadAllBytes(Path.Combine(Gallery(), name)), name, s_terms);
        foreach (var fault in result.Faults)
        {
            told.AppendLine(CultureInfo.InvariantCulture, $"{fault.Place.File}:{fault.Place.Line} {fault.Severity} {fault.Code}");
            foreach (var texts in new[] { Texts.Texts.In("sv"), Texts.Texts.In("en") })
                told.AppendLine(CultureInfo.InvariantCulture, $"    {texts.Language}: {texts.Says(fault)} | {texts.Expected(fault)} | {texts.Remedy(fault)}");
        }

        Assert.Null(result.Batch);
        Assert.Empty(_region.Archive.FactEntries());
        var expected = Path.Combine(Gallery(), Path.ChangeExtension(name, ".expected"));
        Assert.Equal(File.Exists(expected) ? File.ReadAllText(expected) : "", told.ToString());
    }

    [Fact]
    public void Every_fault_of_indicator_tables_has_its_file()
    {
        var told = Directory.EnumerateFiles(Gallery(), "*.expected").SelectMany(File.ReadAllLines).Where(l => l.Length > 0 && l[0] != ' ').Select(l => l.Split(' ')[^1]).ToHashSet();
        var texts = JsonNode.Parse(File.ReadAllText(Path.Combine(Gallery(), "../../../src/App/Texts/sv/indicator-values.json")))!.AsObject();
        Assert.Equal([], texts.Where(t => t.Key.StartsWith("fault.", StringComparison.Ordinal)).Select(t => t.Key["fault.".Length..]).Except(told));
    }

    [Fact]
    public void Values_are_taken_in_with_their_control_sums_and_found_again()
    {
        var result = Import("kolada;N79222;0013;2016;;;72,40;;1\nkolada;N79222;0013;2016;women;;−0,5;told;\nown;VENTETID;A1;2017-01..2017-03;;20-24;;suppressed;4\n");
        Assert.Equal(("", 3, new ValueCount(3, 0, 0)), (Errors(result), result.Rows, result.Values));
        var batch = _region.Archive.FactEntries().Single().Batch;
        Assert.Equal("IndicatorSums { Told = 2, Missing = 0, Suppressed = 1, Withdrawn = 0, Sum = 71.90, Rows = 3 }", $"{batch.Indicators!.Sums}");
        Assert.Equal("table.csv csv 2016-01..2017-03", $"{batch.SourceName} {batch.Format} {batch.Period}");
        Assert.Equal("72.40 members 1", Latest(s_halland));
        Assert.Equal("-0.5 members ", Latest(s_halland with { Sex = Sex.Women }));
        Assert.Equal(ValueStatus.Suppressed, Book().Latest(new("own", "VENTETID", "A1", new(new Month(2017, 1), new Month(2017, 3)), Sex.All, "20-24"))!.Value.Status);
        Assert.True(VerifyRegion.Verify(_region.Folder, null).Ok);
    }

    [Fact]
    public void Only_what_is_told_otherwise_than_before_is_told_again_and_nothing_is_overwritten()
    {
        var first = Import("kolada;N79222;0013;2016;;;72,40;;\nkolada;N79222;0013;2017;;;70;;\n");
        Assert.Equal(new ValueCount(0, 1, 1), Import("kolada;N79222;0013;2016;;;72,4;;\nkolada;N79222;0013;2017;;;70,5;;\n").Values);
        Assert.Equal("70, 70.5", string.Join(", ", Book().Tellings(s_halland with { Period = Period.Year(2017) }).Select(t => t.Value.Value!.Value.ToString(CultureInfo.InvariantCulture))));
        Assert.Equal("70 members ", Latest(s_halland with { Period = Period.Year(2017) }, _region.Archive.Head().Position - 1));
        var again = Import("kolada;N79222;0013;2016;;;72,4;;\n");
        Assert.Equal((true, first.Batch), (again.AlreadyKnown, again.Batch));
        Assert.Equal(2, _region.Archive.FactEntries().Count);
    }

    [Fact]
    public void To_check_takes_nothing_in()
    {
        Assert.Equal(new ValueCount(1, 0, 0), Import("kolada;N79222;0013;2016;;;72,40;;\n", s_terms with { Check = true }).Values);
        Assert.Empty(_region.Archive.FactEntries());
    }

    [Fact]
    public void A_file_that_has_been_changed_is_named_by_verification()
    {
        Import("kolada;N79222;0013;2016;;;72,40;;\n");
        var file = Path.Combine(_region.Folder, "facts", _region.Archive.FactEntries()[0].Batch.RowsFile + ".parquet");
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Equal("verify.rows-changed", VerifyRegion.Verify(_region.Folder, null).FirstFault!.Code);
    }

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Xlsx)]
    public void A_template_is_a_table_without_rows(TableFormat format)
    {
        using var bytes = new MemoryStream();
        ImportIndicators.WriteTemplate(bytes, format);
        var read = IndicatorTable.Read(bytes.ToArray(), "mall");
        Assert.Equal((format, 0, 0), (read.Format, read.Values.Count, read.Faults.Count));
        Assert.False(ImportIndicators.IsPublished(bytes.ToArray()));
    }

    [Fact]
    public void The_examples_of_a_template_can_be_taken_in_when_they_are_no_longer_remarks()
    {
        using var bytes = new MemoryStream();
        ImportIndicators.WriteTemplate(bytes, TableFormat.Csv);
        var read = IndicatorTable.Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.ToArray()).TrimStart('\uFEFF').Replace("# ", "", StringComparison.Ordinal)), "mall.csv");
        Assert.Equal((3, 0), (read.Values.Count, read.Faults.Count));
    }

    [Fact]
    public void A_table_of_published_totals_is_told_from_one_of_indicators_by_its_heading()
    {
        Assert.True(ImportIndicators.IsPublished("# anmärkning\nfigure;value;decimals;unit;source;note;illustrative\n"u8));
        Assert.False(ImportIndicators.IsPublished(Encoding.UTF8.GetBytes(Heading)));
    }

    private static readonly IndicatorKey s_halland = new("kolada", "N79222", "0013", Period.Year(2016));

    private ImportResult Import(string rows, ImportTerms? terms = null) => new ImportIndicators(_region.Archive).Import(Encoding.UTF8.GetBytes(Heading + rows), "table.csv", terms ?? s_terms);

    private IndicatorBook Book(long knownAt = long.MaxValue) => _region.Archive.StateAt(new(new(2018, 1, 1), knownAt)).Indicators;

    private string Latest(IndicatorKey key, long knownAt = long.MaxValue) => Book(knownAt).Latest(key)!.Value is var value ? $"{value.Value?.ToString(CultureInfo.InvariantCulture)} members {value.Count}" : "";

    private static string Errors(ImportResult result) => string.Join('\n', result.Faults.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Place.Line} {f.Code} {f.Found}"));

    private static string Gallery([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../Errors/indicators"));
}
