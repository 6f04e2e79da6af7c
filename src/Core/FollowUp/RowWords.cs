using Styrkedja.Provenance;

namespace Styrkedja.FollowUp;

/// <summary>The words by which rows of balance sheet, cash flow and balance requirement are named in addresses: the row's name in lower case with hyphens.</summary>
public static class RowWords
{
    /// <summary>The row that a word names; false when there is none such.</summary>
    public static bool TryParse<TRow>(string word, out TRow row)
        where TRow : struct, Enum => Of<TRow>.ByWord.TryGetValue(word, out row);

    /// <summary>The row of a word that is known to name one.</summary>
    /// <exception cref="KeyNotFoundException">It names none.</exception>
    public static TRow Named<TRow>(string? word)
        where TRow : struct, Enum => Of<TRow>.ByWord[word ?? ""];

    private static class Of<TRow>
        where TRow : struct, Enum
    {
        public static readonly Dictionary<string, TRow> ByWord = Enum.GetValues<TRow>().ToDictionary(row => KeyWord.Of(row), row => row, StringComparer.Ordinal);
    }
}
