using System.Text.Json;
using System.Text.RegularExpressions;

namespace Styrkedja.House;

/// <summary>The sentences of the product: the same keys in every language, every key used, every use a key.</summary>
public sealed partial class TextTests
{
    private const string Folder = "src/App/Texts";
    private static readonly string[] s_folders = [Folder, "src/Sie/Texts"];
    private static readonly string[] s_parts = ["says", "expected", "remedy"];
    private static readonly Dictionary<string, Dictionary<string, JsonElement>> s_files = s_folders.SelectMany(folder => House.Files(folder, ".json"))
        .ToDictionary(file => file, file => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(House.Text(file))!);

    private static readonly HashSet<string> s_keys = [.. s_files.Where(file => InSwedish(file.Key)).SelectMany(file => file.Value.Keys)];
    private static readonly string[] s_source = [.. House.Files("src", ".cs", ".razor").Select(House.Text)];

    private static bool NotBuiltYet => !Directory.Exists(House.FullPath(Folder));

    [Fact]
    public void There_are_texts() => Assert.True(NotBuiltYet || s_keys.Count > 0, $"{Folder}/sv/*.json hold no texts.");

    [Fact]
    public void Every_Swedish_file_has_an_English_twin_with_the_same_keys_and_placeholders() => House.Holds(
        "sv and en hold the same files, keys and {placeholders}.",
        s_files.SelectMany(file =>
        {
            var twin = InSwedish(file.Key) ? file.Key.Replace("/sv/", "/en/", StringComparison.Ordinal) : file.Key.Replace("/en/", "/sv/", StringComparison.Ordinal);
            if (!s_files.TryGetValue(twin, out var other))
                return [$"{file.Key}: there is no {twin}"];
            return file.Value.Where(text => !other.ContainsKey(text.Key)).Select(text => $"{twin}: {text.Key} is missing, it stands in {file.Key}")
                .Concat(file.Value.Where(text => other.TryGetValue(text.Key, out var said) && !Placeholders(text.Value).SetEquals(Placeholders(said)))
                    .Where(_ => InSwedish(file.Key))
                    .Select(text => $"{file.Key}: {text.Key} names {{{string.Join(", ", Placeholders(text.Value))}}}, its twin {{{string.Join(", ", Placeholders(other[text.Key]))}}}"));
        }));

    [Fact]
    public void A_text_is_a_sentence_or_says_expected_remedy() => House.Holds(
        "A value is a text, or an object with says and perhaps expected and remedy, none of them empty.",
        from file in s_files
        from text in file.Value
        where text.Value.ValueKind switch
        {
            JsonValueKind.String => string.IsNullOrWhiteSpace(text.Value.GetString()),
            JsonValueKind.Object => !text.Value.TryGetProperty("says", out _) || text.Value.EnumerateObject().Any(part =>
                !s_parts.Contains(part.Name) || part.Value.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(part.Value.GetString())),
            _ => true,
        }
        select $"{file.Key}: {text.Key}");

    [Fact]
    public void A_key_stands_in_one_file_of_a_language() => House.Holds(
        "A key stands in one file.",
        s_files.SelectMany(file => file.Value.Keys.Select(key => (Sv: InSwedish(file.Key), key, file.Key)))
            .GroupBy(text => (text.Sv, text.key)).Where(text => text.Count() > 1)
            .Select(text => $"{text.Key.key}: {string.Join(", ", text.Select(place => place.Key))}"));

    [Fact]
    public void Every_key_that_the_code_asks_for_has_a_text()
    {
        if (NotBuiltYet)
            return;
        House.Holds("A key asked for with Texts[\"…\"] or T[\"…\"], and a fault's code, has its text.",
            from file in House.Files("src", ".cs", ".razor")
            from line in House.Lines(file)
            from key in Asked().Matches(line.Text).Select(match => (Name: match.Groups[2].Value, Open: match.Groups[1].Value.Length > 0))
                .Concat(FaultCode().Matches(line.Text).Select(match => (Name: "fault." + match.Groups[1].Value, Open: false)))
            where key.Open ? !s_keys.Any(Pattern(key.Name).IsMatch) : !s_keys.Contains(key.Name)
            select $"{file}:{line.Number}: {key.Name} stands in no file of {Folder}/sv");
    }

    [Fact]
    public void Every_text_is_used()
    {
        var literals = s_source.SelectMany(source => Literal().Matches(source).Select(match => match.Groups[1].Value)).ToHashSet();
        var patterns = s_source.SelectMany(source => Interpolated().Matches(source).Select(match => match.Groups[1].Value))
            .Where(text => text.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 && dot < text.IndexOf('{', StringComparison.Ordinal))
            .Distinct().Select(Pattern).ToList();
        House.Holds("A text that nothing in src asks for is taken away.",
            from key in s_keys
            let literal = key.StartsWith("fault.", StringComparison.Ordinal) ? key["fault.".Length..] : key
            where !literals.Contains(literal) && !literals.Contains(key) && !patterns.Any(pattern => pattern.IsMatch(key) || pattern.IsMatch(literal))
            select $"{key}: nothing in src says \"{literal}\"");
    }

    [Theory]
    [InlineData("""<h1>@T["page.goals"]</h1>""", "page.goals")]
    [InlineData("""var title = Texts["page.goals"];""", "page.goals")]
    [InlineData("""@T[$"goal.{status}.short"]""", "goal.{status}.short")]
    [InlineData("""var first = parts["page"];""", null)]
    public void A_key_is_found_where_it_is_asked_for(string line, string? key) =>
        Assert.Equal(key, Asked().Match(line) is { Success: true } match ? match.Groups[2].Value : null);

    private static bool InSwedish(string file) => s_folders.Any(folder => file.StartsWith(folder + "/sv/", StringComparison.Ordinal));

    private static HashSet<string> Placeholders(JsonElement value) =>
        [.. Placeholder().Matches(value.ValueKind == JsonValueKind.Object
            ? string.Join('\n', value.EnumerateObject().Select(part => part.Value.ToString()))
            : value.ToString()).Select(match => match.Groups[1].Value)];

    /// <summary>An interpolated key with its holes open: goal.{status}.short fits goal.partly.short.</summary>
    private static Regex Pattern(string interpolated) =>
        new("^" + string.Join(".+", Regex.Split(interpolated, @"\{[^}]*\}").Select(Regex.Escape)) + "$");

    [GeneratedRegex(@"\b(?:[Tt]exts?|T)\[(\$?)""([^""]+)""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\bFault\.(?:Error|Warning|Information)\(\s*""([^""]+)""")]
    private static partial Regex FaultCode();

    [GeneratedRegex(@"""([a-z][\w.-]*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\$""([a-z][^""\s]*\{[^""\s]*)""")]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"\{(\w+)")]
    private static partial Regex Placeholder();
}
