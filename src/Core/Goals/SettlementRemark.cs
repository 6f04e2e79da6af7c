using Styrkedja.Provenance;

namespace Styrkedja.Goals;

/// <summary>What someone says about one line of a settlement.</summary>
public enum RemarkKind
{
    Question,

    /// <summary>The provider holds that the line is wrong.</summary>
    Objection,
    Answer,

    /// <summary>The payer answers that the line was wrong and that the next settlement corrects it.</summary>
    Correction,
}

/// <summary>That an assessment is about one line of a settlement: its subject is the agreement, its period the month that was settled.</summary>
/// <param name="Component">The component of the payment model.</param>
/// <param name="Answers">The assessment that it answers; absent for what the provider asks.</param>
[Term("synpunkt på avräkning")]
public sealed record SettlementRemark(string Component, RemarkKind Says, string? Answers)
{
    /// <summary>True for what the payer says to the provider.</summary>
    public bool IsAnswer => Says is RemarkKind.Answer or RemarkKind.Correction;
}
