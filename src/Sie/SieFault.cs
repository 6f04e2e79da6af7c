namespace Styrkedja.Sie;

/// <summary>How much a fault of a SIE file weighs: an error refuses the whole file, a warning is told, information is good to know.</summary>
public enum SieSeverity { Information, Warning, Error }

/// <summary>One thing that is wrong with a SIE file, as a value: what, where, and what stood there.</summary>
/// <remarks>The sentences are looked up by <see cref="Code"/>, see <see cref="SieTexts"/>. All faults of a file are gathered; the first never hides
/// the second.</remarks>
/// <param name="Code">What is wrong, such as sie.voucher-unbalanced.</param>
/// <param name="Line">From one; 0 when the fault belongs to the file as a whole.</param>
/// <param name="Column">From one; 0 when the fault belongs to the file as a whole.</param>
/// <param name="Found">What stood there, as it stood, cut at eighty characters.</param>
/// <param name="Arguments">Further values that the sentences name.</param>
public sealed record SieFault(string Code, SieSeverity Severity, int Line, int Column, string Found, IReadOnlyDictionary<string, string> Arguments)
{
    private static readonly IReadOnlyDictionary<string, string> s_none = new Dictionary<string, string>();

    internal static SieFault Of(SieFaultKind kind, int line, int column, string found, params (string Name, string Value)[] arguments) =>
        new(kind.Code, kind.Severity, line, column, found,
            arguments.Length == 0 ? s_none : arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal));
}
