using Styrkedja.Decisions;
using Styrkedja.Organisation;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who decides about bodies, administrations, units and offices.</summary>
internal static class OrganisationRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<EstablishBody>("subcommittee", Rules.CommitteeInItsField, (a, _) => WithAssembly(a.Under), (a, _) => IsPartOfABody(a.Kind)),
        Row<EstablishBody>("body", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<EstablishCompany>("company", Rules.CompanyByAssembly, (_, _) => Assembly),
        Row<ElectMembers>("members of a subcommittee", Rules.CommitteeInItsField, (a, p) => WithAssembly(Above(p, a.Body)), (a, p) => IsPartOfABody(KindOf(p, a.Body))),
        Row<ElectMembers>("members", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<SetBodyMandate>("mandate of a subcommittee", Rules.CommitteeInItsField, (a, p) => WithAssembly(Above(p, a.Body)), (a, p) => IsPartOfABody(KindOf(p, a.Body))),
        Row<SetBodyMandate>("mandate", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<EstablishAdministration>("administration", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<EstablishManagementGroup>("management group", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<EstablishOffice>("office", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.In)),
        Row<Appoint>("appointment", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, InOf(p, a.Office))),
        Row<EstablishUnit>("unit", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.Under)),
        Row<OpenCostCentres>("cost centres", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.Unit)),
        Row<MoveUnit>("move between bodies", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => Between(p, a.Unit, a.Under)),
        Row<MoveUnit>("move", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.Unit)),
        Row<MergeUnits>("merger between bodies", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => a.Units.Any(unit => Between(p, unit, a.Into))),
        Row<MergeUnits>("merger", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.Units[0])),
        Row<SplitUnit>("split", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.Unit)),
        Row<Dissolve>("end of a body", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => p.Organisation.Find(a.Id)?.Kind == SubjectKind.Body),
        Row<Dissolve>("end of a unit", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.Id)),
    ];

    private static bool IsPartOfABody(BodyKind? kind) => kind is BodyKind.Subcommittee or BodyKind.DraftingCommittee;

    private static string Above(DecisionPoint p, string body) =>
        p.Organisation.Find(body)?.Under ?? p.Decision.Acts.OfType<EstablishBody>().First(b => b.Id == body).Under;

    private static string InOf(DecisionPoint p, string office) =>
        p.Organisation.FindOffice(office)?.Act.In ?? p.Decision.Acts.OfType<EstablishOffice>().First(o => o.Id == office).In;

    /// <summary>True when two subjects are answered for by different bodies.</summary>
    private static bool Between(DecisionPoint p, string one, string other) => BodyOf(p, one) != BodyOf(p, other);

    private static string BodyOf(DecisionPoint p, string subject)
    {
        // A unit that the decision itself establishes stands under whoever it says.
        var under = subject;
        for (var i = 0; i < p.Decision.Acts.Count && p.Organisation.Find(under) is null; i++)
        {
            if (p.Decision.Acts.OfType<EstablishUnit>().FirstOrDefault(u => u.Id == under) is not { } unit)
                break;
            under = unit.Under;
        }

        return p.Organisation.AnsweringBody(under).Id;
    }
}
