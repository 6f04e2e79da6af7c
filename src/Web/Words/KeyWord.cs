namespace Styrkedja.Web.Words;

/// <summary>A value's name in the code as a word in keys, addresses and the look: NotFulfilled is not-fulfilled.</summary>
internal static class KeyWord
{
    public static string Of(Enum value) =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
