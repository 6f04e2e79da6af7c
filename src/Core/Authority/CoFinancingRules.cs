using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Development;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who opens calls, grants money to others' projects and pays it, and what a grant must keep within.</summary>
/// <remarks>Whoever has co-financing in its mandate decides, others by its delegation. What comes from outside, applications, requisitions and reports, is kept by planners and
/// registrars of the body that decides, and weighed by planners.</remarks>
internal static class CoFinancingRules
{
    private const string Matter = "co-financing";

    private static readonly DateOnly s_raisedFrom = new(2024, 1, 1);

    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<OpenCall>("call", Rules.MattersOfItsMandate, (_, p) => DelegationRules.BodiesFor(p, Matter)),
        Row<AddToCall>("addition to a call", Rules.MattersOfItsMandate, (_, p) => DelegationRules.BodiesFor(p, Matter)),
        Row<ReceiveGrantApplication>("application for money received", Rules.KeepsApplications, (_, p) => Keepers(p, OfficeFunction.Planner, OfficeFunction.Registrar)),
        Row<AssessApplication>("application for money assessed", Rules.KeepsApplications, (_, p) => Keepers(p, OfficeFunction.Planner)),
        Row<GrantCoFinancing>("co-financing", Rules.MattersOfItsMandate, (_, p) => DelegationRules.BodiesFor(p, Matter)),
        Row<RejectGrantApplication>("application for money rejected", Rules.MattersOfItsMandate, (_, p) => DelegationRules.BodiesFor(p, Matter)),
        Row<ClaimPayment>("requisition received", Rules.KeepsApplications, (_, p) => Keepers(p, OfficeFunction.Planner, OfficeFunction.Registrar)),
        Row<ApproveClaim>("requisition paid", Rules.MattersOfItsMandate, (_, p) => DelegationRules.BodiesFor(p, Matter)),
        Row<ReportProject>("project report received", Rules.KeepsApplications, (_, p) => Keepers(p, OfficeFunction.Planner, OfficeFunction.Registrar)),
        Row<RecoverGrant>("recovery", Rules.MattersOfItsMandate, (_, p) => DelegationRules.BodiesFor(p, Matter)),
        Row<CloseGrant>("end of a grant", Rules.MattersOfItsMandate, (_, p) => DelegationRules.BodiesFor(p, Matter)),
    ];

    public static readonly IReadOnlyList<RequirementRow> Requirements =
    [
        Requirement<OpenCall>("call within what the payer has", Rules.CallWithinFrame, (a, p) => BeyondPayer(p, a.From, a.Group, a.Opens.Year)),
        Requirement<AddToCall>("addition within what the payer has", Rules.CallWithinFrame, (a, p) => WholeAfter(p).FindCall(a.Call) is { } call ? BeyondPayer(p, call.Act.From, call.Act.Group, call.Act.Opens.Year) : []),
        Requirement<GrantCoFinancing>("grant outside calls within what the payer has", Rules.CallWithinFrame, (a, p) => a.Call is null && a.From is { } payer ? BeyondPayer(p, payer, null, p.Day.Year) : []),
        Requirement<OpenCall>("call not below what is granted", Rules.GrantedWithinCall, (a, p) => Overgranted(p, a.Id)),
        Requirement<GrantCoFinancing>("granted within the call", Rules.GrantedWithinCall, (a, p) => a.Call is { } call ? Overgranted(p, call) : []),
        Requirement<GrantCoFinancing>("granted after the call", Rules.GrantedAfterCall, (a, p) => a.Call is { } id && WholeAfter(p).FindCall(id) is { } call
            ? When(p.Day <= call.Act.Closes, [], ("call", id), ("day", Iso(call.Act.Closes)))
            : []),
        Requirement<GrantCoFinancing>("granted on an assessment", Rules.GrantedOnAssessment, (a, p) => ApplicationOf(a, p) is { } applied ? When(applied.Assessed?.Act.MeetsRequirements != true, [], ("application", applied.Act.Id)) : []),
        Requirement<GrantCoFinancing>("applied in time", Rules.AppliedInTime, (a, p) => ApplicationOf(a, p) is { } applied && WholeAfter(p).FindCall(applied.Act.Call) is { } call
            ? When(applied.Act.Received > call.Act.Closes || applied.Act.Received < call.Act.Opens, [], ("application", applied.Act.Id), ("day", Iso(call.Act.Closes)))
            : []),
        Requirement<GrantCoFinancing>("granted in the call applied to", Rules.GrantedInItsCall, (a, p) => ApplicationOf(a, p) is { } applied ? When(a.Call != applied.Act.Call, [], ("application", applied.Act.Id), ("call", applied.Act.Call)) : []),
        Requirement<GrantCoFinancing>("granted what is applied for", Rules.GrantedWithinApplied, (a, p) => ApplicationOf(a, p) is { } applied
            ? When(a.Amount > applied.Act.Applied, [], ("application", applied.Act.Id), ("amount", Kronor(a.Amount)), ("given", Kronor(applied.Act.Applied)))
            : []),
        Requirement<GrantCoFinancing>("granted within the share", Rules.GrantedWithinShare, BeyondShare),
        Requirement<GrantCoFinancing>("granted once", Rules.DecidedOnce, (a, p) => a.Application is { } id ? When(IsDecidedOtherwise(p, id, a.Id), [], ("application", id)) : []),
        Requirement<RejectGrantApplication>("rejected once", Rules.DecidedOnce, (a, p) => When(IsDecidedOtherwise(p, a.Application, null), [], ("application", a.Application))),
        Requirement<GrantCoFinancing>("de minimis", Rules.DeMinimis, BeyondDeMinimis),
        Requirement<GrantCoFinancing>("not below what is paid", Rules.PaidWithinGrant, (a, p) => p.Standing.Calls.FindGrant(a.Id) is { } granted
            ? When(a.Amount < granted.Paid, [], ("grant", a.Id), ("amount", Kronor(granted.Paid)), ("given", Kronor(a.Amount)))
            : []),
        Requirement<ApproveClaim>("paid within the grant", Rules.PaidWithinGrant, (a, p) => GrantOfClaim(p, a.Claim) is { } grant
            ? When(grant.Paid > grant.Granted, [], ("grant", grant.Id), ("amount", Kronor(grant.Paid)), ("given", Kronor(grant.Granted)))
            : []),
        Requirement<ApproveClaim>("paid within the share", Rules.PaidWithinShare, (a, p) => After(p).FindClaim(a.Claim) is { } claim && GrantOfClaim(p, a.Claim)?.MostFor(claim.Act.Costs) is { } most
            ? When(a.Amount > most, [], ("claim", a.Claim), ("amount", Kronor(a.Amount)), ("given", Kronor(most)))
            : []),
        Requirement<ApproveClaim>("paid while open", Rules.GrantIsOpen, (a, p) => GrantOfClaim(p, a.Claim) is { } grant ? When(IsClosed(p, grant.Id), [], ("grant", grant.Id)) : []),
        Requirement<RecoverGrant>("recovered within what is paid", Rules.RecoveredWithinPaid, (a, p) => After(p).FindGrant(a.Grant) is { } grant
            ? When(grant.Recovered > grant.Paid, [], ("grant", a.Grant), ("amount", Kronor(grant.Recovered)), ("given", Kronor(grant.Paid)))
            : []),
        Requirement<CloseGrant>("closed when settled", Rules.ClosedWhenSettled, (a, p) => WholeAfter(p).FindGrant(a.Grant) is { } grant
            ? When(!grant.HasFinalReport || grant.OpenClaims.Any(), [], ("grant", a.Grant), ("claims", $"{grant.OpenClaims.Count()}"))
            : []),
    ];

    /// <summary>The book with the decision's acts up to and with the one that is judged.</summary>
    private static CallBook After(DecisionPoint p) => p.Standing.Calls.After(p.Decision, p.Number);

    /// <summary>The book with all the decision's acts, since what comes last in it holds for what comes first.</summary>
    private static CallBook WholeAfter(DecisionPoint p) => p.Standing.Calls.After(p.Decision, p.Decision.Acts.Count);

    /// <summary>Bodies that grant, and the offices of some functions in the body whose mandate it is.</summary>
    private static IReadOnlyList<string> Keepers(DecisionPoint p, params OfficeFunction[] functions)
    {
        var bodies = DelegationRules.BodiesFor(p, Matter);
        return [.. bodies, .. p.Organisation.Offices.Where(o => functions.Contains(o.Act.Function) && bodies.Contains(BodyOf(p, o.Act.Id))).Select(o => o.Act.Id)];
    }

    /// <summary>Short when what the payer has bound of a year after the decision is more than it has been given and not given onward, or than its detailed budget holds.</summary>
    private static IEnumerable<Shortfall> BeyondPayer(DecisionPoint p, string payer, string? group, int year)
    {
        var (bound, has) = (After(p).BoundBy(payer, group, year), PayerMoney.Of(p.Standing.Frames, payer, group, year));
        return When(bound > has, Assembly, ("payer", payer), ("year", year.ToString(CultureInfo.InvariantCulture)), ("amount", Kronor(bound)), ("given", Kronor(has)));
    }

    private static IEnumerable<Shortfall> Overgranted(DecisionPoint p, string call)
    {
        var granted = After(p).FindCall(call)?.Granted ?? Money.Zero;
        return WholeAfter(p).FindCall(call) is { } whole
            ? When(granted > whole.Frame, DelegationRules.BodiesFor(p, Matter), ("call", call), ("amount", Kronor(granted)), ("given", Kronor(whole.Frame)))
            : [];
    }

    private static GrantApplication? ApplicationOf(GrantCoFinancing granted, DecisionPoint p) => granted.Application is { } id ? WholeAfter(p).FindApplication(id) : null;

    private static IEnumerable<Shortfall> BeyondShare(GrantCoFinancing a, DecisionPoint p)
    {
        if (a.Call is not { } id || WholeAfter(p).FindCall(id)?.Act is not { } call)
            return [];
        var costs = ApplicationOf(a, p)?.Act.Costs;
        var beyond = a.Share > call.MostShare || (costs is { } whole && checked((Int128)a.Amount.Ore * 100) > checked((Int128)whole.Ore * call.MostShare));
        return When(beyond, [], ("grant", a.Id), ("most", $"{call.MostShare}"), ("call", id));
    }

    /// <summary>True when an application has been decided by something else than the grant of an id.</summary>
    private static bool IsDecidedOtherwise(DecisionPoint p, string application, string? grant)
    {
        var before = p.Standing.Calls.After(p.Decision, p.Number - 1).FindApplication(application);
        return before is not null && (before.Rejected is not null || (before.Granted is { } granted && granted.Id != grant));
    }

    /// <summary>Short when the aid that is told of, or that the region itself knows of when that is more, goes beyond the ceiling together with this.</summary>
    private static IEnumerable<Shortfall> BeyondDeMinimis(GrantCoFinancing a, DecisionPoint p)
    {
        if (a.StateAid is not { Basis: StateAidBasis.DeMinimis, Euro: { } euro } aid)
            return [];
        var known = ApplicationOf(a, p)?.Act.Applicant.Number is { } number ? After(p).DeMinimisTo(number, p.Day, a.Id) : Money.Zero;
        var sum = (known > aid.Earlier ? known : aid.Earlier) + aid.Amount;
        var ceilingEuro = p.Day >= s_raisedFrom ? 300_000 : 200_000;
        return When(sum > new Money(checked(euro.Ore * ceilingEuro)), [], ("grant", a.Id), ("amount", Kronor(sum)), ("euro", Grouped(ceilingEuro)), ("given", Kronor(new Money(checked(euro.Ore * ceilingEuro)))));
    }

    private static GrantedProject? GrantOfClaim(DecisionPoint p, string claim)
    {
        var book = After(p);
        return book.FindClaim(claim) is { } found ? book.FindGrant(found.Act.Grant) : null;
    }

    private static bool IsClosed(DecisionPoint p, string grant) => p.Standing.Calls.After(p.Decision, p.Number - 1).FindGrant(grant)?.Ended is not null;

    private static string Kronor(Money money) => Grouped(money.Ore / 100) + (money.Ore % 100 is not 0 and var ore ? string.Create(CultureInfo.InvariantCulture, $",{Math.Abs(ore):00}") : "") + " kr";

    /// <summary>Whole digits in groups of three, as amounts are written in both languages.</summary>
    private static string Grouped(long number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
