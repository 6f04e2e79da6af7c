using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>What sort of document a programme for regional development is.</summary>
public enum ProgrammeKind
{
    Strategy,
    Programme,

    /// <summary>What is to be done, by whom and when, to carry a strategy or programme out.</summary>
    ActionPlan,

    /// <summary>The plan for roads, railways and cycle ways that the state pays for in the county.</summary>
    InfrastructurePlan,
    CulturePlan,
    TransportPlan,
}

/// <summary>Where a step of a logic chain stands: each leads to what comes after it, never back.</summary>
public enum ChainStepKind { Resource, Activity, Result, Effect }

/// <summary>How well it is known that a step leads to what it is said to lead to.</summary>
public enum EvidenceStrength { Strong, Moderate, Weak, None }

/// <summary>One step of a logic chain.</summary>
/// <param name="Id">Never that of another step, also in other programmes' chains, so that an evaluation can name it.</param>
/// <param name="LeadsTo">Steps of the same chain that follow from it; empty for what is reached last.</param>
/// <param name="Evidence">How well that is known; absent when nobody has rated it.</param>
/// <param name="Indicator">What tells whether the step is taken; absent when nothing measures it.</param>
public sealed record ChainStep(string Id, ChainStepKind Kind, Bilingual Text, IReadOnlyList<string> LeadsTo, EvidenceStrength? Evidence, string? Indicator);

/// <summary>How a programme is thought to work, from resources over activities and results to effects. A later chain of the same programme stands instead of the earlier.</summary>
[Term("effektkedja")]
public sealed record SetLogicChain(string Programme, IReadOnlyList<ChainStep> Steps) : Act;

/// <summary>Whether an evaluation bears out what the chain claims.</summary>
public enum FindingSupport { Yes, Partly, No }

/// <summary>An evaluation of a programme, or of one step of its logic chain, with what it found.</summary>
/// <param name="Of">A programme, or a step of its chain.</param>
/// <param name="By">Who made it; an organisation, never a person.</param>
/// <param name="Date">The day that it was published.</param>
/// <param name="Document">SHA-256 of a document that lies beside the journal, or a web address; absent when it cannot be read anywhere.</param>
[Term("utvärdering")]
public sealed record AddEvaluation(string Id, string Of, Bilingual Name, string By, DateOnly Date, string? Document, Bilingual Finding, FindingSupport Supports) : Act;
