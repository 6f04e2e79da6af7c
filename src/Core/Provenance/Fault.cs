namespace Styrkedja.Provenance;

/// <summary>How much a fault weighs: an error refuses the whole input, a warning is told, information is good to know.</summary>
public enum Severity { Information, Warning, Error }

/// <summary>One thing that is wrong with an input, as a value: what, where, what was found; never a sentence.</summary>
/// <remarks>The sentence, what was expected and the remedy are looked up by <see cref="Code"/> in the reader's language, with the
/// arguments filled in by name. All faults of an input are gathered; the first never hides the second.</remarks>
/// <param name="Code">Area and what is wrong, such as sie.voucher-unbalanced; each code has its sentence in every language.</param>
/// <param name="Found">What stood there, as it stood.</param>
/// <param name="Arguments">Further values that the sentence names.</param>
public sealed record Fault(string Code, Severity Severity, Place Place, string Found, IReadOnlyDictionary<string, string> Arguments)
{
    private static readonly IReadOnlyDictionary<string, string> s_none = new Dictionary<string, string>();

    public static Fault Error(string code, Place place, string found, params (string Name, string Value)[] arguments) =>
        new(code, Severity.Error, place, found, Named(arguments));

    public static Fault Warning(string code, Place place, string found, params (string Name, string Value)[] arguments) =>
        new(code, Severity.Warning, place, found, Named(arguments));

    public static Fault Information(string code, Place place, string found, params (string Name, string Value)[] arguments) =>
        new(code, Severity.Information, place, found, Named(arguments));

    private static IReadOnlyDictionary<string, string> Named((string Name, string Value)[] arguments) =>
        arguments.Length == 0 ? s_none : arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
}
