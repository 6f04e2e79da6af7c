using Styrkedja.Decisions;
using Styrkedja.Organisation;
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
        Row<AdoptProgramme>("action plan", Rules.BoardLeads, (_, _) => BoardOrAssembly, (a, _) => a.Kind == ProgrammeKind.ActionPlan),
        Row<AdoptProgramme>("programme", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<AdoptGoalArea>("goal area", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<AdoptGoal>("goal of its own", Rules.CommitteeInItsField, (a, p) => AnsweringOrAssembly(p, a.Owner!), (a, p) => a.Owner is not null && a.Serves.Count > 0 && a.Replaces.All(goal => IsOwnGoal(p, goal))),
        Row<AdoptGoal>("goal", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<SetJudgementRule>("judgement rule", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<AdoptSteeringDocument>("steering document of principle", Rules.AssemblyDecides, (_, _) => Assembly, (a, _) => a.Rank <= SteeringRank.Policy),
        Row<AdoptSteeringDocument>("steering document of its own", Rules.DecidingBody, (_, p) => AnyBody(p)),
        Row<RepealSteeringDocument>("end of a steering document", Rules.CommitteeInItsField, (a, p) => WithAssembly(p.Standing.Steering.Find(a.Id) is { } adopted ? p.Standing.NameIn(adopted.By) : p.InTheNameOf)),
        Row<AdoptSubGoal>("sub-goal", Rules.CommitteeInItsField, (a, p) => AnsweringOrAssembly(p, a.Owner)),
        Row<AdoptIndicator>("indicator", Rules.CommitteeInItsField, (a, p) => OwnersOf(p, a.Of)),
        Row<SetTarget>("target", Rules.CommitteeInItsField, (a, p) => OwnersOf(p, GoalOf(p, a.Indicator))),
        Row<SetDirection>("direction", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.For)),
        Row<AdoptActivityPlan>("activity plan", Rules.CommitteeInItsField, (a, p) => [BodyOf(p, a.Body)]),
        Row<GiveCommission>("commission", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<GiveAssignment>("part of an assignment", Rules.AssignmentInLine, (a, p) => p.Standing.Assignments.Find(a.PartOf!) is { } whole ? ReceiversOf(p, whole.Given.Act.To) : [], (a, _) => a.PartOf is not null),
        Row<GiveAssignment>("assignment", Rules.GivesAssignments, (a, p) => AnsweringOrBoard(p, a.To)),
        Row<ReportAssignment>("report of an assignment", Rules.ReceiverReports, (a, p) => p.Standing.Assignments.Find(a.Assignment) is { } given ? ReceiversOf(p, given.Given.Act.To) : []),
        Row<CloseAssignment>("end of an assignment", Rules.GiverCloses, (a, p) => p.Standing.Assignments.Find(a.Assignment) is { } given ? [p.Standing.NameIn(given.Given.By)] : []),
        Row<RecordOversight>("oversight", Rules.BoardOversees, (_, _) => Board),
        Row<JoinPartner>("partner", Rules.BoardLeads, (_, _) => BoardOrAssembly),
    ];

    public static readonly IReadOnlyList<RequirementRow> Requirements =
    [
        new("its own to change", Rules.ItsOwnToChange, p => Before(p) is not null, p =>
            When(p.InTheNameOf != Subject.AssemblyId && p.InTheNameOf != p.Standing.NameIn(Before(p)!), WithAssembly(p.Standing.NameIn(Before(p)!)), ("by", p.Standing.NameIn(Before(p)!)))),
        Requirement<GiveAssignment>("down the line", Rules.DownTheLine, (a, p) =>
            When(a.PartOf is not null && p.Organisation.FindOffice(p.InTheNameOf) is not null && KindOf(p, a.To) is not null, AnsweringOrBoard(p, a.To), ("to", a.To))),
    ];

    /// <summary>The decision that already holds something of the act's id, which the act would replace.</summary>
    private static Decision? Before(DecisionPoint p) => p.Act switch
    {
        AdoptSteeringDocument a => p.Standing.Steering.Find(a.Id)?.By,
        AdoptGoal a => p.Standing.Goals.Adopted.GetValueOrDefault(a.Id)?.By,
        AdoptProgramme a => p.Standing.Programmes.Find(a.Id)?.By,
        AddEvaluation a => p.Standing.Programmes.FindEvaluation(a.Id)?.By,
        AdoptSubGoal a => p.Standing.Goals.SubGoals.FirstOrDefault(s => s.Act.Id == a.Id)?.By,
        AdoptIndicator a => p.Standing.Goals.Indicators.FirstOrDefault(i => i.Act.Id == a.Id)?.By,
        GiveAssignment a => p.Standing.Assignments.Find(a.Id)?.Given.By,
        DecideMeasure a => p.Standing.Measures.Find(a.Id)?.Decided.By,
        GiveDelegation a => p.Standing.Delegations.FindGiven(a.Id)?.By,
        PassOnDelegation a => p.Standing.Delegations.FindGiven(a.Id)?.By,
        OpenCase a => p.Standing.Cases.Find(a.Id)?.Opened.By,
        CallMeeting a => p.Standing.Meetings.Find(a.Id)?.Called.By,
        SetInvestmentFrame a => p.Standing.Frames.Investments.FirstOrDefault(i => i.Act.Id == a.Id)?.By,
        ReceiveGrant a => p.Standing.Frames.Grants.FirstOrDefault(g => g.Id == a.Id)?.Received.By,
        AgreeService a => p.Standing.Frames.Services.FirstOrDefault(s => s.Act.Id == a.Id)?.By,
        _ => null,
    };

    /// <summary>Who decides how a goal or sub-goal is measured: the body that owns it and the assembly; the executive board too when no one owns it.</summary>
    private static IReadOnlyList<string> OwnersOf(DecisionPoint p, string goal)
    {
        var owner = Latest<AdoptSubGoal>(p, a => a.Id == goal)?.Owner ?? p.Standing.Goals.SubGoals.FirstOrDefault(s => s.Act.Id == goal)?.Act.Owner
            ?? Latest<AdoptGoal>(p, a => a.Id == goal)?.Owner ?? p.Standing.Goals.InForce(goal)?.Act.Owner;
        return owner is null ? BoardOrAssembly : AnsweringOrAssembly(p, owner);
    }

    /// <summary>True for a goal that a body holds for itself, so that it may put another in its place.</summary>
    private static bool IsOwnGoal(DecisionPoint p, string goal) => p.Standing.Goals.Adopted.GetValueOrDefault(goal)?.Act.Serves.Count > 0;

    private static string GoalOf(DecisionPoint p, string indicator) =>
        Latest<AdoptIndicator>(p, a => a.Id == indicator)?.Of ?? p.Standing.Goals.Indicators.First(i => i.Act.Id == indicator).Act.Of;

    private static TAct? Latest<TAct>(DecisionPoint p, Func<TAct, bool> which)
        where TAct : Act =>
        p.Decision.Acts.OfType<TAct>().LastOrDefault(which);

    /// <summary>The receiver itself; for a unit or administration also the body that answers for it.</summary>
    private static IReadOnlyList<string> ReceiversOf(DecisionPoint p, string to) => p.Organisation.FindOffice(to) is not null ? [to] : [.. new[] { to, BodyOf(p, to) }.Distinct()];
}
