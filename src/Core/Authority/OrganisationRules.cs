using Styrkedja.Decisions;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who decides about bodies, administrations, units and offices.</summary>
internal static class OrganisationRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<EstablishBody>("subcommittee", Rules.CommitteeInItsField, (a, p) => AnsweringOrAssembly(p, a.Under), (a, p) => IsPartOfABody(a.Kind) && !IsOtherBodyToday(p, a)),
        Row<EstablishBody>("body", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<EstablishCompany>("company", Rules.CompanyByAssembly, (_, _) => Assembly),
        Row<ElectMembers>("members of a subcommittee", Rules.CommitteeInItsField, (a, p) => AnsweringOrAssembly(p, Above(p, a.Body)), (a, p) => IsPartOfABody(KindOf(p, a.Body))),
        Row<ElectMembers>("members", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<SetBodyMandate>("mandate of a subcommittee", Rules.CommitteeInItsField, (a, p) => AnsweringOrAssembly(p, Above(p, a.Body)), (a, p) => IsPartOfABody(KindOf(p, a.Body))),
        Row<SetBodyMandate>("mandate", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<EstablishAdministration>("administration of another body", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => IsTaken(p, a.Id, a.Under)),
        Row<EstablishAdministration>("administration", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<EstablishManagementGroup>("management group", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<EstablishOffice>("office of another body", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => p.Organisation.FindOffice(a.Id) is not null && AreOfDifferentBodies(p, a.Id, a.In)),
        Row<EstablishOffice>("office", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.In)),
        Row<Appoint>("appointment", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.Office)),
        Row<EstablishUnit>("unit of another body", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => IsTaken(p, a.Id, a.Under)),
        Row<EstablishUnit>("unit", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.Under)),
        Row<OpenCostCentres>("cost centres of another body", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => a.Codes.Any(code => IsTaken(p, code.Code, a.Unit))),
        Row<OpenCostCentres>("cost centres", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.Unit)),
        Row<MoveUnit>("move between bodies", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => AreOfDifferentBodies(p, a.Unit, a.Under)),
        Row<MoveUnit>("move", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.Unit)),
        Row<MergeUnits>("merger between bodies", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => a.Units.Any(unit => AreOfDifferentBodies(p, unit, a.Into))),
        Row<MergeUnits>("merger", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.Into)),
        Row<SplitUnit>("split between bodies", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => a.Into.SelectMany(part => part.Takes.Append(part.Id)).Any(taken => IsTaken(p, taken, a.Unit))),
        Row<SplitUnit>("split", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.Unit)),
        Row<Dissolve>("end of a subcommittee", Rules.CommitteeInItsField, (a, p) => AnsweringOrAssembly(p, Above(p, a.Id)), (a, p) => IsPartOfABody(KindOf(p, a.Id))),
        Row<Dissolve>("end of a body", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => KindOf(p, a.Id) is not null),
        Row<Dissolve>("end of a unit", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.Id)),
    ];

    private static bool IsPartOfABody(BodyKind? kind) => kind is BodyKind.Subcommittee or BodyKind.DraftingCommittee;

    /// <summary>True when the id is that of a body which is no part of another today, or of one that stands under another.</summary>
    private static bool IsOtherBodyToday(DecisionPoint p, EstablishBody act) => p.Organisation.Find(act.Id) is { } today && (!IsPartOfABody(today.BodyKind) || today.Under != act.Under);

    /// <summary>True when what an act places under a subject stands under another body today.</summary>
    private static bool IsTaken(DecisionPoint p, string id, string under) => p.Organisation.Find(id) is not null && AreOfDifferentBodies(p, id, under);

    private static string Above(DecisionPoint p, string body) =>
        p.Organisation.Find(body)?.Under ?? p.Decision.Acts.OfType<EstablishBody>().First(b => b.Id == body).Under;
}
