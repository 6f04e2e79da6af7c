using Styrkedja.Provenance;

namespace Styrkedja.Goals;

/// <summary>What is said of a value that a partner has signed.</summary>
public enum ValueRemarkKind
{
    /// <summary>Someone in the region asks or points something out; the value stands as it is.</summary>
    Comment,

    /// <summary>The partner answers.</summary>
    Answer,
}

/// <summary>That an assessment is about one value that a partner has signed: its subject is the indicator, its period that of the value. It changes nothing in the value.</summary>
/// <param name="Place">The place that the value is about; with the indicator and the period it says which value, for all, women and men alike.</param>
/// <param name="Answers">The comment that it answers; absent for a comment.</param>
[Term("synpunkt på värde")]
public sealed record ValueRemark(string Place, ValueRemarkKind Says, string? Answers)
{
    public bool IsAnswer => Says == ValueRemarkKind.Answer;
}
