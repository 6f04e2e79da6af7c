using Styrkedja.Care;
using Styrkedja.Cases;
using Styrkedja.Controls;
using Styrkedja.Decisions;
using Styrkedja.Development;
using Styrkedja.Facts;
using Styrkedja.Frames;
using Styrkedja.Goals;
using Styrkedja.Organisation;
using Styrkedja.Rounds;

namespace Styrkedja.Authority;

/// <summary>The state that a decision is judged against: what was in force on its day, just before its place in the journal.</summary>
/// <param name="Rounds">Rounds of follow-up opened so far, by id.</param>
/// <param name="RoundBook">The same rounds with what has been done in each, put together when first asked about.</param>
/// <param name="Reports">Outlines, texts and editions of reports decided so far.</param>
/// <param name="LastPosition">The position of the last entry of the journal.</param>
/// <param name="Development">Programmes and partners in force that day, with what partners have bound themselves to and what they have been asked.</param>
/// <param name="MonthEnds">Months signed off and closed so far.</param>
/// <param name="Payment">Agreements, payment models and price lists decided so far.</param>
/// <param name="Agreements">Terms, applications and agreements decided so far, with how they are followed up.</param>
/// <param name="Calls">Calls, applications, grants and payments decided and received so far.</param>
/// <param name="Ledgers">Ledger files that are alive, with where they stand in the journal.</param>
/// <param name="DecisionOf">A decision recorded before, by id.</param>
public sealed record Standing(
    OrganisationChart Organisation,
    FrameBook Frames,
    GoalTree Goals,
    DelegationOrder Delegations,
    CaseRegister Cases,
    MeetingList Meetings,
    AssignmentList Assignments,
    SteeringRegister Steering,
    MeasureList Measures,
    ControlBook Controls,
    IReadOnlyDictionary<string, OpenRound> Rounds,
    IReadOnlyList<Decided<ApproveReport>> Approvals,
    IReadOnlyList<Decided<GiveAuditOpinion>> AuditOpinions,
    Lazy<RoundBook> RoundBook,
    ReportBook Reports,
    long LastPosition,
    DevelopmentWork Development,
    MonthEndBook MonthEnds,
    PaymentBook Payment,
    AgreementBook Agreements,
    CallBook Calls,
    IReadOnlyList<KnownBatch> Ledgers,
    Func<string, Decision?> DecisionOf)
{
    /// <summary>Partners in regional development that are members that day.</summary>
    public IReadOnlyList<Decided<JoinPartner>> Partners => Development.Partners;

    /// <summary>Programmes for regional development adopted so far, with their goals and logic chains.</summary>
    public ProgrammeBook Programmes => Development.Book;

    /// <summary>The body in whose name a decision was taken, or whoever took it when no delegation is known.</summary>
    public string NameIn(Decision decision) => decision.Delegation is { } id && Delegations.FindGiven(id) is { } given ? given.Giver : decision.Body;
}

/// <summary>One act of a decision, with all that it is judged by.</summary>
/// <param name="Number">Which act of the decision, counted from one.</param>
public sealed record DecisionPoint(Act Act, int Number, Decision Decision, Standing Standing)
{
    /// <summary>The day that rules are looked up by: the latest that the decision can have been taken.</summary>
    public DateOnly Day => Decision.Date.Latest;

    public OrganisationChart Organisation => Standing.Organisation;

    /// <summary>The delegation it is decided by; absent when the body decides itself, or when there is none such in force.</summary>
    public DelegationInForce? Delegation => Decision.Delegation is { } id ? Standing.Delegations.Find(id) : null;

    /// <summary>The body in whose name it is decided.</summary>
    public string InTheNameOf => Delegation?.Giver ?? Decision.Body;
}
