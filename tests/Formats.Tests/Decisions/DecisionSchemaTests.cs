using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using Styrkedja.Tests;

namespace Styrkedja.Formats.Decisions;

/// <summary>The published schema, by which editors complete and check decision files. Others build on it: a field may be added, never changed.</summary>
public class DecisionSchemaTests
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, IndentSize = 1, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lazy<Task<JsonSchema>> s_schema = new(() => JsonSchema.FromJsonAsync(DecisionFile.Schema().ToJsonString()));

    /// <summary>Faults of meaning, which no schema can tell of.</summary>
    private static readonly string[] s_onlyTheReaderTells =
        ["file-empty", "yaml", "brace-unclosed", "key-twice", "budget-months-do-not-add-up", "profile-without-weight", "date-latest-before-earliest", "validity-backwards", "not-a-day-of-the-calendar", "amount-in-parts-of-an-ore", "amount-too-large", "amount-not-positive", "not-tax-rate", "not-capitation", "not-quality-points", "not-state-aid"];

    public static IEnumerable<TheoryDataRow<string>> FilesOfHalland() =>
        Directory.EnumerateFiles(Repository.Path("data/halland"), "*.yaml", SearchOption.AllDirectories)
            .Where(f => f.Contains("decisions", StringComparison.Ordinal) || f.Contains("illustrative", StringComparison.Ordinal))
            .Select(f => new TheoryDataRow<string>(Path.GetRelativePath(Repository.Path("data/halland"), f)));

    public static IEnumerable<TheoryDataRow<string>> FaultyFiles() =>
        Directory.EnumerateFiles(Repository.Path("tests/Errors/decisions"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Where(name => !s_onlyTheReaderTells.Contains(name)).Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(FilesOfHalland))]
    public async Task Every_decision_file_of_Halland_keeps_to_the_published_schema(string file)
    {
        var text = await File.ReadAllTextAsync(Repository.Path($"data/halland/{file}"), TestContext.Current.CancellationToken);
        Assert.Empty(DecisionFile.Read(text, file).Faults);
        foreach (var document in YamlAsJson.Documents(text))
            Assert.Equal("", await Faults(document));
    }

    [Theory]
    [MemberData(nameof(FaultyFiles))]
    public async Task A_faulty_file_breaks_the_schema_too(string name)
    {
        var text = await File.ReadAllTextAsync(Repository.Path($"tests/Errors/decisions/{name}.yaml"), TestContext.Current.CancellationToken);
        var faults = new List<string>();
        foreach (var document in YamlAsJson.Documents(text))
            faults.Add(await Faults(document));
        Assert.Contains(faults, f => f.Length > 0);
    }

    [Fact]
    public void The_published_schema_is_the_one_the_reader_follows()
    {
        var schema = DecisionFile.Schema().ToJsonString(s_readable);
        Approved.Matches("decision.schema", schema);
        Assert.Equal(schema, File.ReadAllText(Repository.Path("docs/format/decision.schema.json")).TrimEnd('\n'));
    }

    private static async Task<string> Faults(JsonNode? document)
    {
        var faults = (await s_schema.Value).Validate(document?.ToJsonString() ?? "null");
        return string.Join('\n', faults.SelectMany(Innermost).Select(f => $"{f.Path}: {f.Kind}").Distinct());
    }

    private static IEnumerable<NJsonSchema.Validation.ValidationError> Innermost(NJsonSchema.Validation.ValidationError fault) => fault is NJsonSchema.Validation.ChildSchemaValidationError { Errors: var inner }
        ? inner.Values.SelectMany(f => f).SelectMany(Innermost)
        : [fault];
}
