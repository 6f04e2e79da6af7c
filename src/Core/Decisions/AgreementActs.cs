using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>How often it is looked after that a requirement on a provider is met.</summary>
public enum RequirementCheck
{
    /// <summary>Once, before the provider is approved.</summary>
    AtApplication,
    Quarterly,
    HalfYearly,
    Yearly,

    /// <summary>Every second year.</summary>
    Biennially,
}

/// <summary>What a provider has to fulfil to be approved and to go on being paid.</summary>
/// <param name="Checked">From the first day of the agreement, and then from each time that it was followed up.</param>
[Term("krav på vårdgivare")]
public sealed record ProviderRequirement(string Id, Bilingual Text, RequirementCheck Checked)
{
    /// <summary>By what it is seen that it is met, such as an indicator or a count; absent when the text says enough.</summary>
    public Bilingual? Measure { get; init; }
}

/// <summary>The terms on which providers may take part, the same for all who apply. A later act with the same id is a new edition of them.</summary>
/// <param name="Model">The payment model that comes with them; absent when none has been decided.</param>
/// <remarks>Rule: lagen (2008:962) om valfrihetssystem 4 kap. 2 §. Not checked against the text of the law.</remarks>
[Term("förfrågningsunderlag")]
public sealed record SetProviderTerms(string Id, Bilingual Name, Bilingual Scope, AgreementBasis Basis, IReadOnlyList<ProviderRequirement> Requirements, string? Model, Validity Valid) : Act;

/// <summary>Someone has applied to take part as a provider; kept by the office that received it, since the application comes from outside.</summary>
/// <param name="Applicant">The business that applies, never a person.</param>
[Term("ansökan om godkännande")]
public sealed record ReceiveApplication(string Id, string Terms, Bilingual Applicant, DateOnly Received) : Act;

/// <summary>What came of an application.</summary>
public enum ApplicationOutcome
{
    Approved,

    /// <summary>Some requirement is not met.</summary>
    Rejected,

    /// <summary>Kept out for a reason that the law names, such as bankruptcy or unpaid taxes.</summary>
    Excluded,
}

/// <summary>An application is approved or not, with the reasons. What approval leads to, the provider and the agreement, are acts of the same decision.</summary>
/// <param name="Unmet">Ids of the requirements in the terms that the applicant does not meet; empty when approved or excluded.</param>
/// <param name="Provider">The provider that the applicant becomes; absent when not approved.</param>
/// <param name="Agreement">The agreement that is signed; absent when not approved.</param>
/// <remarks>Everyone who meets the requirements is approved. Whoever is not is told why and how to have it tried by the administrative court (förvaltningsrätten).
/// Rule: lagen (2008:962) om valfrihetssystem 8 kap. 1 and 2 §§. Not checked against the text of the law.</remarks>
[Term("godkännande av vårdgivare")]
public sealed record DecideApplication(string Application, ApplicationOutcome Outcome, Bilingual Reason, IReadOnlyList<string> Unmet, string? Provider, string? Agreement) : Act;

/// <summary>In what way an agreement was followed up.</summary>
public enum FollowUpWay
{
    Visit,

    /// <summary>What the provider has sent in.</summary>
    Documents,
    Dialogue,

    /// <summary>Someone from outside was let look at it, such as an auditor of medical records.</summary>
    Review,
}

/// <summary>Whether a requirement was met when it was looked after.</summary>
public enum RequirementOutcome { Met, NotMet, NotApplicable }

/// <summary>What was found about one requirement.</summary>
public sealed record RequirementFinding(string Requirement, RequirementOutcome Found, Bilingual? Text);

/// <summary>An agreement has been followed up: when, how, what was looked at and what was found.</summary>
/// <param name="Next">The day by which it is to be followed up next; absent when only the terms say.</param>
/// <remarks>Rule: kommunallagen (2017:725) 10 kap. 8 §: the region looks after what it has left to others to do.</remarks>
[Term("avtalsuppföljning")]
public sealed record FollowUpAgreement(string Id, string Agreement, DateOnly Day, FollowUpWay How, Bilingual Text, IReadOnlyList<RequirementFinding> Findings, DateOnly? Next) : Act;

/// <summary>How much a deviation from an agreement weighs.</summary>
public enum DeviationSeverity
{
    Minor,
    Material,

    /// <summary>Such that the agreement can be ended for it.</summary>
    Serious,
}

/// <summary>A deviation from an agreement, and what the provider has to do about it. A later act with the same id sets a new day or demands something else.</summary>
/// <param name="Requirement">The requirement of the terms that it is against; absent when it is against the agreement itself.</param>
/// <param name="Due">The last day for the remedy.</param>
[Term("avtalsavvikelse")]
public sealed record DemandRemedy(string Id, string Agreement, string? Requirement, DeviationSeverity Severity, Bilingual Text, Bilingual Remedy, DateOnly Due) : Act;

/// <summary>What the provider has done about a deviation is enough.</summary>
public sealed record AcceptRemedy(string Deviation, Bilingual? Text) : Act;

/// <summary>Why an agreement ends before its last day.</summary>
public enum AgreementEnding
{
    /// <summary>The region gives notice.</summary>
    Notice,

    /// <summary>The region ends it because of what the provider has or has not done.</summary>
    Rescission,

    /// <summary>The provider gives notice.</summary>
    ByProvider,
    Agreed,
}

/// <summary>An agreement ends: nothing is paid by it for care after its last day.</summary>
[Term("uppsägning och hävning av avtal")]
public sealed record TerminateAgreement(string Agreement, AgreementEnding How, Bilingual Reason, DateOnly LastDay) : Act;
