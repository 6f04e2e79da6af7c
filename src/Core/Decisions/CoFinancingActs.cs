using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>Something that applications to a call are weighed by.</summary>
/// <param name="Weight">How much its points count beside those of the other criteria; a whole number above zero.</param>
[Term("kriterium i en utlysning")]
public sealed record CallCriterion(string Id, Bilingual Name, long Weight);

/// <summary>Money for projects within a programme is opened to apply for. A later act with the same id changes the call's terms.</summary>
/// <param name="From">The subject whose frame or budget pays.</param>
/// <param name="Frame">What can be granted when the call opens; positive.</param>
/// <param name="Closes">The last day for applications.</param>
/// <param name="MostShare">The most that the region pays of a project's costs, in whole per cent.</param>
/// <param name="Valid">The days within which the projects are carried out.</param>
/// <remarks>No law says how a region weighs projects: what a call asks for is decided with it, and holds alike for everyone who applies.
/// Rule: lagen (2010:630) om regionalt utvecklingsansvar 5 §. Not checked against the text of the law.</remarks>
[Term("utlysning")]
public sealed record OpenCall(string Id, string Programme, Bilingual Name, string From, Money Frame, DateOnly Opens, DateOnly Closes, int MostShare, Validity Valid) : Act
{
    /// <summary>The row of the payer's detailed budget that the call is paid from; absent when it is paid from the payer's frame as a whole.</summary>
    public string? Group { get; init; }

    /// <summary>What the call is for, in a word or two each.</summary>
    public IReadOnlyList<Bilingual> Focus { get; init; } = [];

    public IReadOnlyList<CallCriterion> Criteria { get; init; } = [];
}

/// <summary>More money is added to what a call can grant.</summary>
public sealed record AddToCall(string Call, Money Amount, Bilingual Text) : Act;

/// <summary>Who applies for money: an organisation, never a person.</summary>
/// <param name="Number">Its organisation number, ten digits; absent when not known.</param>
/// <param name="Partner">The partner in regional development that it is; absent when it is none.</param>
public sealed record GrantApplicant(Bilingual Name, string? Number, PartnerKind Kind, string? Partner);

/// <summary>Where the rest of a project's money comes from.</summary>
public enum OtherSource
{
    /// <summary>A fund of the European Union.</summary>
    Eu,
    State,
    Municipality,
    Private,
    Other,
}

/// <summary>Money that a project gets from someone else than the region and the applicant.</summary>
/// <param name="Programme">The fund or programme that it comes from; absent when it has no name.</param>
public sealed record OtherFinancing(OtherSource Source, Bilingual? Programme, Money Amount);

/// <summary>An application to a call has come in; kept by the office that received it, since it comes from outside.</summary>
/// <param name="Choice">The strategic choice of the programme that the project serves.</param>
/// <param name="Costs">What the whole project costs; positive.</param>
/// <param name="Applied">What is applied for; positive.</param>
/// <param name="OwnFinancing">What the applicant pays itself; positive.</param>
/// <param name="Time">The first and the last day of the project.</param>
/// <param name="Received">The day it came in.</param>
[Term("ansökan om medfinansiering")]
public sealed record ReceiveGrantApplication(string Id, string Call, GrantApplicant Applicant, Bilingual Name, string Choice, Money Costs, Money Applied, Money OwnFinancing, Validity Time, DateOnly Received) : Act
{
    public IReadOnlyList<OtherFinancing> Other { get; init; } = [];

    /// <summary>Codes of the municipalities where the project is carried out; empty when it is the whole region.</summary>
    public IReadOnlyList<string> Place { get; init; } = [];

    /// <summary>SHA-256 of the file that was handed in; absent when none is kept.</summary>
    public string? Document { get; init; }
}

/// <summary>Points given for one criterion of a call.</summary>
/// <param name="Points">From 0 to 5.</param>
public sealed record CriterionScore(string Criterion, int Points);

/// <summary>By what rule money given to someone who sells goods or services is allowed to be aid.</summary>
public enum StateAidBasis
{
    /// <summary>It is no aid.</summary>
    None,

    /// <summary>So little that it need not be told of.</summary>
    DeMinimis,

    /// <summary>The general block exemption, regulation (EU) No 651/2014.</summary>
    BlockExemption,

    /// <summary>The Commission has been told and has allowed it.</summary>
    Notified,
}

/// <summary>What state aid there is in a grant.</summary>
/// <param name="Amount">How much of the grant is aid; positive.</param>
/// <param name="Earlier">What the recipient says that it has had as de minimis aid in the three years, in kronor; zero when none.</param>
/// <param name="Euro">Kronor for one euro on the day of the decision; absent when the aid is not reckoned in euro.</param>
/// <remarks>Rule: commission regulation (EU) No 1407/2013 art. 3; (EU) 2023/2831 art. 3 from 2024.</remarks>
[Term("statsstöd")]
public sealed record StateAid(StateAidBasis Basis, Money Amount, Money Earlier, Money? Euro);

/// <summary>What those who have assessed an application advise.</summary>
public enum GrantAdvice
{
    Grant,
    Reject,

    /// <summary>Less than what is applied for.</summary>
    Part,
}

/// <summary>An application has been weighed against the criteria of the call.</summary>
/// <param name="MeetsRequirements">Whether it fulfils all that the call demands of every project.</param>
[Term("bedömning av ansökan")]
public sealed record AssessApplication(string Application, IReadOnlyList<CriterionScore> Scores, bool MeetsRequirements, GrantAdvice Recommends, Bilingual Text) : Act
{
    /// <summary>What is recommended; absent when it is advised to be rejected.</summary>
    public Money? Amount { get; init; }

    public StateAid? StateAid { get; init; }
}

/// <summary>A day and an amount that is planned to be paid then.</summary>
public sealed record PlannedPayment(DateOnly Day, Money Amount);

/// <summary>An application to a call is not granted.</summary>
public sealed record RejectGrantApplication(string Application, Bilingual Reason) : Act;

/// <summary>The recipient asks to be paid for costs that it has had; kept by the office that received it.</summary>
/// <param name="Time">The first and last day that the costs are of.</param>
/// <param name="Costs">What the project has cost in that time; positive.</param>
/// <param name="Amount">What is asked for; positive.</param>
/// <param name="Final">True for the last one.</param>
[Term("rekvisition")]
public sealed record ClaimPayment(string Id, string Grant, Validity Time, Money Costs, Money Amount, bool Final) : Act;

/// <summary>A requisition has been looked through and is paid, wholly or in part; zero when nothing of it is paid.</summary>
public sealed record ApproveClaim(string Claim, Money Amount, Bilingual? Text) : Act;

/// <summary>What a project has reached toward a choice or as an indicator shows.</summary>
/// <param name="Of">Id of the strategic choice or indicator.</param>
/// <param name="Value">A number, when there is one.</param>
public sealed record ProjectResult(string Of, Bilingual Text, decimal? Value);

/// <summary>The recipient tells how a project goes and what it has reached; kept by the office that received it.</summary>
/// <param name="Time">The first and last day that it tells of.</param>
/// <param name="Final">True for the final report.</param>
[Term("projektrapport")]
public sealed record ReportProject(string Grant, Validity Time, Bilingual Text, IReadOnlyList<ProjectResult> Results, bool Final) : Act;

/// <summary>What has been paid is asked back, such as when it was not used for the project.</summary>
[Term("återkrav")]
public sealed record RecoverGrant(string Id, string Grant, Money Amount, Bilingual Reason) : Act;

/// <summary>A project is brought to its end: nothing more is paid.</summary>
public sealed record CloseGrant(string Grant, Bilingual Text) : Act;
