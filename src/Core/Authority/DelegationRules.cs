using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Organisation;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who may let others decide, what may be given away, and what is decided so.</summary>
internal static class DelegationRules
{
    private static readonly DateOnly s_automatedFrom = new(2022, 7, 1);

    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<GiveDelegation>("delegation", Rules.DelegatesItsOwn, (a, p) => HoldersOf(p, a.Matter)),
        Row<PassOnDelegation>("delegation passed on", Rules.PassesOnWhatItHolds, (a, p) => p.Standing.Delegations.Find(a.Delegation) is { Kind: DelegateKind.Office } held ? [held.To] : []),
        Row<RevokeDelegation>("revocation", Rules.GiverRevokes, (a, p) => GiversOf(p.Standing.Delegations.FindGiven(a.Delegation))),
        Row<ReportDelegated>("report of delegated decisions", Rules.ReportedToGiver, (a, p) => a.Decisions.Select(id => GiverOf(p, id)).Distinct().ToList() is { Count: 1 } giver ? giver : []),
        Row<GiveAccess>("access to protected data", Rules.ControllerOfData, (a, p) => AnsweringOrBoard(p, a.In)),
        Row<DecideMatter>("matter", Rules.MattersOfItsMandate, (a, p) => BodiesFor(p, a.Matter)),
    ];

    public static readonly IReadOnlyList<RequirementRow> Requirements =
    [
        Requirement<GiveDelegation>("not delegable", Rules.NotDelegable, (a, p) => When(a.Kind != DelegateKind.Committee && IsReserved(a.MatterKind), [p.Decision.Body], ("id", a.Id))),
        Requirement<GiveDelegation>("the assembly keeps", Rules.AssemblyKeeps, (a, _) => When(a.Kind == DelegateKind.Committee && a.MatterKind == MatterKind.GoalsAndDirection, Assembly, ("id", a.Id))),
        Requirement<GiveDelegation>("automated by law", Rules.AutomatedByLaw, (a, p) => When(a.Kind == DelegateKind.Automated && p.Day < s_automatedFrom, [p.InTheNameOf], ("id", a.Id))),
        Requirement<GiveDelegation>("not automated", Rules.NotAutomated, (a, p) => When(a.Kind == DelegateKind.Automated && p.Day >= s_automatedFrom && IsKeptFromAutomation(a.MatterKind), [p.Decision.Body], ("id", a.Id))),
        Requirement<GiveDelegation>("the assembly to a committee", Rules.AssemblyToCommittee, (a, p) =>
            When(p.Decision.Body == Subject.AssemblyId ? a.Kind != DelegateKind.Committee || !IsCommittee(KindOf(p, a.To)) : a.Kind == DelegateKind.Committee, a.Kind == DelegateKind.Committee ? Assembly : [], ("id", a.Id))),
        Requirement<GiveDelegation>("own subcommittee", Rules.OwnSubcommittee, (a, p) =>
            When(a.Kind == DelegateKind.Subcommittee && p.Organisation.Find(a.To)?.Under != p.Decision.Body, [p.Organisation.Find(a.To)?.Under ?? Subject.AssemblyId], ("id", a.Id), ("to", a.To))),
        Requirement<GiveDelegation>("its own members", Rules.OwnMembers, (a, p) =>
            When(a.Kind is DelegateKind.Presidium or DelegateKind.Member or DelegateKind.Automated && a.To != p.Decision.Body, [a.To], ("id", a.Id), ("to", a.To))),
        Requirement<GiveDelegation>("an office", Rules.EmployeesOnly, (a, p) => When(a.Kind == DelegateKind.Office && !IsOffice(p, a.To), [p.Decision.Body], ("id", a.Id), ("to", a.To))),
        Requirement<PassOnDelegation>("passing on allowed", Rules.PassingOnAllowed, (a, p) =>
            When(p.Standing.Delegations.Find(a.Delegation) is { MayPassOn: false }, [GiverOfDelegation(p, a.Delegation)], ("id", a.Delegation))),
        Requirement<PassOnDelegation>("no wider", Rules.PassedOnNoWider, (a, p) =>
            When(p.Standing.Delegations.Find(a.Delegation) is { } held && (IsAbove(a.Limit, held.Limit) || (held.Valid.To is { } to && !(a.Valid.To <= to))), [GiverOfDelegation(p, a.Delegation)], ("id", a.Delegation))),
        Requirement<ReportDelegated>("reported in time", Rules.ReportedInTime, (a, p) => a.Decisions.Where(id => IsLate(p, id)).Select(id => new Shortfall([], ("decision", id)))),
        Requirement<GiveAccess>("access ends", Rules.AccessEnds, (a, p) => When(a.Valid.To is null || a.Valid.To > a.Valid.From.AddYears(1), AnsweringOrBoard(p, a.In), ("id", a.Id))),
        new("delegation holds", Rules.DelegationHolds, p => p.Decision.Delegation is not null, p =>
            When(p.Delegation?.To != p.Decision.Body, GiversOf(p.Standing.Delegations.FindGiven(p.Decision.Delegation!)).Take(1).ToList(), ("id", p.Decision.Delegation!))),
        new("delegation covers", Rules.DelegationCovers, p => p.Delegation is not null, p =>
            When(MatterOf(p.Act) != p.Delegation!.Matter, [p.Delegation.Giver], ("id", p.Delegation.Id), ("matter", p.Delegation.Matter))),
        new("delegation limit", Rules.DelegationLimit, p => p.Delegation is not null && p.Number == p.Decision.Acts.Count, p =>
            When(IsAbove(Money.Sum(p.Decision.Acts.Select(AmountOf)), p.Delegation!.Limit), [p.Delegation.Giver], ("id", p.Delegation.Id), ("limit", $"{p.Delegation.Limit?.Ore}"))),
    ];

    /// <summary>The kind of matter that an act is, in the words of delegations; nothing for acts that are not delegated.</summary>
    private static string? MatterOf(Act act) => act switch
    {
        DecideMatter matter => matter.Matter,
        GrantCoFinancing or RejectGrantApplication or OpenCall or AddToCall or ApproveClaim or RecoverGrant or CloseGrant => "co-financing",
        SignAgreement or DecideApplication or AuthoriseProvider or TerminateAgreement or TellQuality => "agreement",
        Appoint => "appointment",
        GiveAssignment => "assignment",
        ClosePeriod or ReopenPeriod => ClosePeriod.Matter,
        DecideMeasure or EndMeasure => "measure",
        _ => null,
    };

    private static Money AmountOf(Act act) => act switch
    {
        DecideMatter matter => matter.Amount ?? Money.Zero,
        GrantCoFinancing grant => grant.Amount,
        OpenCall call => call.Frame,
        AddToCall added => added.Amount,
        ApproveClaim claim => claim.Amount,
        DecideMeasure measure => Money.Sum(measure.Effects.Select(e => new Money(Math.Abs(e.Amount.Ore)))),
        _ => Money.Zero,
    };

    /// <summary>Bodies whose mandate holds a kind of matter; what no mandate holds is the executive board's to lead.</summary>
    internal static IReadOnlyList<string> BodiesFor(DecisionPoint p, string matter)
    {
        var bodies = p.Organisation.Mandates.Values.Where(m => m.Act.Matters.Contains(matter)).Select(m => m.Act.Body).ToList();
        return bodies.Count == 0 ? BoardOrAssembly : [.. bodies, .. Assembly.Except(bodies)];
    }

    /// <summary>Bodies that may let others decide a kind of matter: those whose mandate holds it, or when none does, any body.</summary>
    private static IReadOnlyList<string> HoldersOf(DecisionPoint p, string matter) =>
        p.Organisation.Mandates.Values.Any(m => m.Act.Matters.Contains(matter)) ? BodiesFor(p, matter) : AnyBody(p);

    private static bool IsCommittee(BodyKind? kind) => kind is BodyKind.RegionalExecutiveBoard or BodyKind.OperatingCommittee or BodyKind.LocalCommittee or BodyKind.JointCommittee;

    private static bool IsReserved(MatterKind kind) => kind is MatterKind.GoalsAndDirection or MatterKind.StatementToAssembly or MatterKind.AnswerOnAppeal
        or MatterKind.AuthorityOfPrinciple or MatterKind.ResidentProposal or MatterKind.ReservedByLaw;

    private static bool IsKeptFromAutomation(MatterKind kind) => kind is MatterKind.LegalityReviewed or MatterKind.NotAppealable or MatterKind.Procurement or MatterKind.ChoiceSystem;

    private static bool IsOffice(DecisionPoint p, string id) => p.Organisation.FindOffice(id) is not null || p.Decision.Acts.OfType<EstablishOffice>().Any(o => o.Id == id);

    /// <summary>True when an amount, or the absence of a limit, goes beyond a limit.</summary>
    private static bool IsAbove(Money? amount, Money? limit) => limit is { } most && (amount is null || amount > most);

    /// <summary>The body in whose name a delegation lets decide, and whoever passed it on.</summary>
    private static IReadOnlyList<string> GiversOf(DelegationInForce? given) => given is null ? [] : given.PassedOnFrom is null ? [given.Giver] : [given.Giver, given.By.Body];

    private static string GiverOfDelegation(DecisionPoint p, string id) => p.Standing.Delegations.FindGiven(id)!.Giver;

    private static string GiverOf(DecisionPoint p, string decision) => p.Standing.DecisionOf(decision) is { } found ? p.Standing.NameIn(found) : "";

    private static bool IsLate(DecisionPoint p, string decision) =>
        p.Standing.DecisionOf(decision) is { Delegation: { } id } found && p.Standing.Delegations.FindGiven(id)?.ReportWithinDays is { } days && p.Day > found.Date.Latest.AddDays(days);
}
