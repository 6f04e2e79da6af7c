using System.Text.Json;
using NJsonSchema;
using Styrkedja.Formats.Decisions;
using Styrkedja.Tests;

namespace Styrkedja.Formats.Tables;

/// <summary>Descriptions of tables and their published schemas. Others build on them: a field may be added, never changed.</summary>
public class TableMappingTests
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, IndentSize = 1, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<TheoryDataRow<string>> Examples() =>
        Directory.EnumerateFiles(Repository.Path("docs/format/examples"), "*.yaml").Order(StringComparer.Ordinal).Select(f => new TheoryDataRow<string>(Path.GetFileName(f)!));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_reads_without_fault_and_keeps_to_the_published_schema(string name)
    {
        var text = await File.ReadAllTextAsync(Repository.Path($"docs/format/examples/{name}"), TestContext.Current.CancellationToken);
        var ofStaff = name.StartsWith("personal-", StringComparison.Ordinal);
        Assert.Empty((ofStaff ? StaffMapping.Read(text, name).Faults : LedgerMapping.Read(text, name).Faults).Select(f => $"{f.Place.Line} {f.Code} {f.Found}"));
        var schema = await JsonSchema.FromJsonAsync((ofStaff ? StaffMapping.Schema() : LedgerMapping.Schema()).ToJsonString(), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(YamlAsJson.Documents(text).Single()!.ToJsonString()).Select(f => $"{f.Path} {f.Kind}"));
    }

    [Theory]
    [InlineData("ledger-table")]
    [InlineData("staff-table")]
    public void The_published_schema_is_the_one_that_is_read_by(string name)
    {
        var schema = (name == "staff-table" ? StaffMapping.Schema() : LedgerMapping.Schema()).ToJsonString(s_readable);
        Approved.Matches($"{name}.schema", schema);
        Assert.Equal(schema, File.ReadAllText(Repository.Path($"docs/format/{name}.schema.json")).TrimEnd('\n'));
    }

    [Fact]
    public void The_form_of_our_own_is_the_one_that_is_documented() =>
        Assert.Contains($"    {string.Join(';', new[] { StaffMapping.Own.Subject, StaffMapping.Own.Month }.Concat(StaffMapping.Own.Columns.OrderBy(c => c.Key).Select(c => c.Value)))}\n", File.ReadAllText(Repository.Path("docs/format/staff.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
}
