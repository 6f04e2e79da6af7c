namespace Styrkedja.Provenance;

/// <summary>Ties a name in the code to the Swedish term that the field and the law use for the same thing.</summary>
/// <remarks>The house tests hold every term against docs/ordlista.md, so that one thing keeps one name.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class TermAttribute(string swedish) : Attribute
{
    public string Swedish { get; } = swedish;
}
