using Styrkedja.Provenance;

namespace Styrkedja.Formats.Decisions;

/// <summary>The gallery in tests/Errors/decisions: one faulty file for each message, and beside it the place, the code and the sentences it must give.</summary>
/// <remarks>Lines without indent are checked here; the sentences under them in the tests of the verb that records decisions, which knows the texts.</remarks>
public class DecisionErrorGalleryTests
{
    public static IEnumerable<TheoryDataRow<string>> Files() =>
        Directory.EnumerateFiles(Repository.Path("tests/Errors/decisions"), "*.yaml").Order().Select(f => new TheoryDataRow<string>(Path.GetFileNameWithoutExtension(f)!));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_faulty_file_gives_the_faults_written_beside_it_and_is_refused_as_a_whole(string name)
    {
        var file = DecisionFile.Read(File.ReadAllText(Repository.Path($"tests/Errors/decisions/{name}.yaml")), $"{name}.yaml");
        var expected = File.ReadAllLines(Repository.Path($"tests/Errors/decisions/{name}.expected")).Where(line => line.Length > 0 && line[0] != ' ');
        Assert.Equal(expected, file.Faults.Select(f => $"{f.Place.File}:{f.Place.Line}:{f.Place.Column} {f.Code}"));
        Assert.True(file.Refused);
        Assert.All(file.Faults, f => Assert.Equal(Severity.Error, f.Severity));
    }

    [Fact]
    public void Every_fault_that_reading_can_tell_has_its_file()
    {
        var told = Files().SelectMany(f => File.ReadAllLines(Repository.Path($"tests/Errors/decisions/{f.Data}.expected"))).Where(l => l.Length > 0 && l[0] != ' ').Select(l => l.Split(' ')[1]).ToHashSet();
        var texts = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Repository.Path("src/App/Texts/sv/decisions.json")))!.AsObject();
        Assert.Empty(texts.Select(t => t.Key).Where(k => k.StartsWith("fault.decision.", StringComparison.Ordinal) && k != "fault.decision.id-taken").Select(k => k["fault.".Length..]).Except(told));
    }
}
