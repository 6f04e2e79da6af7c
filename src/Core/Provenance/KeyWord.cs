namespace Styrkedja.Provenance;

/// <summary>A value's name in the code as a word in keys, addresses and the look: NotFulfilled is not-fulfilled.</summary>
public static class KeyWord
{
    public static string Of(Enum value) => Of(value.ToString());

    public static string Of(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
