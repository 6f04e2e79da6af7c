using System.Text.Json;
using System.Text.RegularExpressions;

namespace Styrkedja.Sie;

/// <summary>Every fault of a SIE file can be said in every language, with nothing left to fill in.</summary>
public partial class SieTextsTests
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Every_kind_of_fault_has_its_three_sentences(string language)
    {
        var texts = Texts(language);

        var lacking = SieFaults.All.Select(k => "fault." + k.Code)
            .Where(key => !texts.TryGetValue(key, out var parts) || !parts.Keys.Order().SequenceEqual(["expected", "remedy", "says"]));
        Assert.Equal([], lacking);
        Assert.Equal([], texts.Keys.Where(key => !SieFaults.All.Any(k => "fault." + k.Code == key)));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Every_name_in_a_sentence_is_given_by_the_fault(string language)
    {
        var texts = Texts(language);
        var open = SieErrorGalleryTests.Faults().Concat([FurtherFaults()]).SelectMany(fault =>
            texts["fault." + fault.Code].Values.SelectMany(text => Name().Matches(text).Select(m => m.Groups[1].Value))
                .Where(name => name != "found" && !fault.Arguments.ContainsKey(name))
                .Select(name => $"{fault.Code}: {name}"));

        Assert.Equal([], open);
    }

    private static SieFault FurtherFaults() =>
        SieSample.Read(SieSample.Import + string.Concat(Enumerable.Range(0, 201).Select(i => $"#KONTO {i}\n"))).Faults
            .Single(f => f.Code == SieFaults.FurtherFaults.Code);

    private static Dictionary<string, Dictionary<string, string>> Texts(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(
            File.ReadAllText(Path.Combine(SieErrorGalleryTests.Root(), "src", "Sie", "Texts", language, "sie.json")))!;

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex Name();
}
