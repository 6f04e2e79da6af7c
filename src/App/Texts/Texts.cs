using System.Reflection;
using System.Text.Json;
using Styrkedja.Provenance;
using Styrkedja.Sie;

namespace Styrkedja.App.Texts;

/// <summary>The product's own sentences in one language, looked up by key; one file per area and language lies beside this one, or with the package whose sentences they are.</summary>
/// <remarks>Swedish is the first language. A key that a language lacks is a fault that the house tests find; at run time the key itself is shown.</remarks>
public sealed class Texts
{
    public const string Swedish = "sv";
    public const string English = "en";

    private static readonly Texts s_swedish = new(Swedish);
    private static readonly Texts s_english = new(English);

    private readonly Dictionary<string, JsonElement> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sentences = new(StringComparer.Ordinal);

    private Texts(string language)
    {
        Language = language;
        // The package that reads SIE files brings the sentences about them along.
        Add(typeof(Texts).Assembly);
        Add(typeof(SieFault).Assembly);

        void Add(Assembly assembly)
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(language + "/", StringComparison.Ordinal)))
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                using var json = JsonDocument.Parse(file);
                foreach (var member in json.RootElement.EnumerateObject())
                {
                    _texts.Add(member.Name, member.Value.Clone());
                    if (member.Value.ValueKind == JsonValueKind.String)
                        _sentences.Add(member.Name, member.Value.GetString()!);
                }
            }
        }
    }

    /// <summary>sv or en.</summary>
    public string Language { get; }

    public IEnumerable<string> Keys => _texts.Keys;

    public static Texts In(string? language) => language == English ? s_english : s_swedish;

    /// <summary>A sentence that there may be; nothing when there is none.</summary>
    public string? Find(string key) => _sentences.GetValueOrDefault(key);

    public string this[string key] => _sentences.GetValueOrDefault(key, key);

    /// <summary>A sentence with its {names} filled in.</summary>
    public string this[string key, params (string Name, object Value)[] arguments] =>
        arguments.Aggregate(this[key], (text, argument) => text.Replace("{" + argument.Name + "}", $"{argument.Value}", StringComparison.Ordinal));

    /// <summary>A name given by the region, in this language where it has one.</summary>
    public string this[Bilingual name] => name.In(Language);

    /// <summary>What is wrong, in a sentence.</summary>
    public string Says(Fault fault) => Part(fault, "says");

    /// <summary>What should have stood there.</summary>
    public string Expected(Fault fault) => Part(fault, "expected");

    /// <summary>What to do about it.</summary>
    public string Remedy(Fault fault) => Part(fault, "remedy");

    private string Part(Fault fault, string part)
    {
        if (!_texts.TryGetValue("fault." + fault.Code, out var entry) || entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty(part, out var text))
            return fault.Code;
        var filled = text.GetString()!.Replace("{found}", fault.Found, StringComparison.Ordinal);
        return fault.Arguments.Aggregate(filled, (sentence, argument) =>
            sentence.Replace("{" + argument.Key + "}", argument.Key == "what" ? this[$"thing.{argument.Value}"] : argument.Value, StringComparison.Ordinal));
    }
}
