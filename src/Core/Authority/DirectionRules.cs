using Styrkedja.Decisions;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who sets direction, goals, plans and assignments, and who oversees.</summary>
internal static class DirectionRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<AdoptVision>("vision", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<AdoptStrategy>("strategy", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<AdoptProgramme>("programme", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<AdoptGoalArea>("goal area", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<AdoptGoal>("goal", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<SetJudgementRule>("judgement rule", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<AdoptSteeringDocument>("steering document of principle", Rules.AssemblyDecides, (_, _) => Assembly, (a, _) => a.Rank <= SteeringRank.Policy),
        Row<AdoptSteeringDocument>("steering document of its own", Rules.DecidingBody, (_, p) => AnyBody(p)),
        Row<RepealSteeringDocument>("end of a steering document", Rules.CommitteeInItsField, (a, p) => WithAssembly(p.Standing.Steering.Find(a.Id)?.By.Body ?? p.Decision.Body)),
        Row<AdoptSubGoal>("sub-goal", Rules.CommitteeInItsField, (a, _) => WithAssembly(a.Owner)),
        Row<AdoptIndicator>("indicator", Rules.DecidingBody, (_, p) => AnyBody(p)),
        Row<SetTarget>("target", Rules.DecidingBody, (_, p) => AnyBody(p)),
        Row<SetDirection>("direction", Rules.CommitteeInItsField, (a, _) => [a.For, .. BoardOrAssembly.Where(b => b != a.For)]),
        Row<AdoptActivityPlan>("activity plan", Rules.CommitteeInItsField, (a, _) => [a.Body]),
        Row<GiveCommission>("commission", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<GiveAssignment>("part of an assignment", Rules.AssignmentInLine, (a, p) => p.Standing.Assignments.Find(a.PartOf!) is { } whole ? [whole.Given.Act.To] : [], (a, _) => a.PartOf is not null),
        Row<GiveAssignment>("assignment", Rules.GivesAssignments, (a, p) => AnsweringOrBoard(p, a.To)),
        Row<ReportAssignment>("report of an assignment", Rules.ReceiverReports, (a, p) => p.Standing.Assignments.Find(a.Assignment) is { } given ? [given.Given.Act.To] : []),
        Row<CloseAssignment>("end of an assignment", Rules.GiverCloses, (a, p) => p.Standing.Assignments.Find(a.Assignment) is { } given ? [given.Giver] : []),
        Row<RecordOversight>("oversight", Rules.BoardOversees, (_, _) => Board),
        Row<JoinPartner>("partner", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<GrantCoFinancing>("co-financing", Rules.MattersOfItsMandate, (_, p) => DelegationRules.BodiesFor(p, "co-financing")),
    ];
}
