using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>What becomes of a resident's suggestion.</summary>
public enum SuggestionOutcome
{
    /// <summary>What was suggested has been done.</summary>
    CarriedOut,

    /// <summary>It is taken on in work or plans that the answer names.</summary>
    TakenUp,
    NotTakenUp,
}

/// <summary>The body that has a resident's suggestion answers it in public, and the case is decided by that.</summary>
/// <param name="Text">The answer, in words for the one who suggested it.</param>
[Term("svar på medborgarförslag")]
public sealed record AnswerSuggestion(string Case, Bilingual Text, SuggestionOutcome Does) : Act;
