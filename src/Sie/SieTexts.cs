using System.Text.Json;

namespace Styrkedja.Sie;

/// <summary>The sentences about faults in one language: what is wrong, what should have stood there, and what to do.</summary>
/// <remarks>They stand in the package as sv/sie.json and en/sie.json, keyed by fault.CODE, for whoever wants to show them in a way of their own.</remarks>
public sealed class SieTexts
{
    private readonly Dictionary<string, Dictionary<string, string>> _texts;

    private SieTexts(string language)
    {
        using var file = typeof(SieTexts).Assembly.GetManifestResourceStream($"{language}/sie.json")!;
        _texts = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(file)!;
    }

    public static SieTexts Swedish { get; } = new("sv");

    public static SieTexts English { get; } = new("en");

    /// <summary>What is wrong, in a sentence.</summary>
    public string Says(SieFault fault) => Part(fault, "says");

    public string Expected(SieFault fault) => Part(fault, "expected");

    /// <summary>What to do about it.</summary>
    public string Remedy(SieFault fault) => Part(fault, "remedy");

    private string Part(SieFault fault, string part)
    {
        if (!_texts.TryGetValue("fault." + fault.Code, out var entry) || !entry.TryGetValue(part, out var text))
            return fault.Code;
        var filled = text.Replace("{found}", fault.Found, StringComparison.Ordinal);
        return fault.Arguments.Aggregate(filled, (sentence, argument) => sentence.Replace("{" + argument.Key + "}", argument.Value, StringComparison.Ordinal));
    }
}
