namespace Styrkedja.Provenance;

/// <summary>A name or sentence that the region itself has given, in Swedish and where it exists in English.</summary>
/// <remarks>Not for the product's own sentences: those are looked up by key, one file per language.</remarks>
public sealed record Bilingual(string Sv, string? En = null)
{
    /// <summary>The text in the language asked for; Swedish stands in where English was never given.</summary>
    public string In(string language) => language == "en" ? En ?? Sv : Sv;
}
