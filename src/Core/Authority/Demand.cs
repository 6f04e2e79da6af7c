using Styrkedja.Decisions;
using Styrkedja.Organisation;

namespace Styrkedja.Authority;

/// <summary>What an act asks of the one who decides it: the rule, and the bodies that it lets decide.</summary>
internal sealed record Demand(Rule Rule, IReadOnlyList<string> MayDecide)
{
    private static readonly IReadOnlyList<string> s_assembly = [Subject.AssemblyId];
    private static readonly IReadOnlyList<string> s_boardOrAssembly = [Subject.ExecutiveBoardId, Subject.AssemblyId];

    public static Demand Of(Act act, Decision decision, Standing standing) => act switch
    {
        EstablishBody { Kind: BodyKind.Subcommittee or BodyKind.DraftingCommittee } sub => new(Rules.CommitteeInItsField, WithAssembly(sub.Under)),
        EstablishBody or AdoptVision or AdoptStrategy or AdoptGoalArea or AdoptGoal or SetJudgementRule or SetTaxRate or SetResultBudget or AdoptProgramme =>
            new(Rules.AssemblyDecides, s_assembly),
        SetFrame { From: Subject.RegionId } => new(Rules.AssemblyDecides, s_assembly),
        SetFrame frame => new(Rules.DistributeWhatWasGiven, WithAssembly(standing.Organisation.AnsweringBody(frame.From).Id)),
        ApproveReport approved when KindOf(approved.Round, decision, standing) == RoundKind.AnnualReport => new(Rules.AnnualReportByAssembly, s_assembly),
        ApproveReport or SubmitReport => new(Rules.CommitteeInItsField, [decision.Body]),
        SetBudget budget => new(Rules.CommitteeInItsField, WithAssembly(standing.Organisation.AnsweringBody(budget.Subject).Id)),
        EstablishUnit unit => new(Rules.CommitteeInItsField, WithBoard(standing.Organisation.AnsweringBody(unit.Under).Id)),
        OpenCostCentres centres => new(Rules.CommitteeInItsField, WithBoard(standing.Organisation.AnsweringBody(centres.Unit).Id)),
        AdoptSubGoal subGoal => new(Rules.CommitteeInItsField, WithAssembly(subGoal.Owner)),
        AdoptIndicator or SetTarget => new(Rules.CommitteeInItsField, [decision.Body]),
        Dissolve dissolve when standing.Organisation.Find(dissolve.Id)?.Kind == SubjectKind.Body => new(Rules.AssemblyDecides, s_assembly),
        Dissolve dissolve => new(Rules.CommitteeInItsField, WithBoard(standing.Organisation.AnsweringBody(dissolve.Id).Id)),
        _ => new(Rules.BoardLeads, s_boardOrAssembly),
    };

    private static RoundKind? KindOf(string round, Decision decision, Standing standing) =>
        decision.Acts.OfType<OpenRound>().LastOrDefault(r => r.Id == round)?.Kind ?? (standing.Rounds.TryGetValue(round, out var kind) ? kind : null);

    private static IReadOnlyList<string> WithAssembly(string body) => [body, .. s_assembly.Where(a => a != body)];

    private static IReadOnlyList<string> WithBoard(string body) => [body, .. s_boardOrAssembly.Where(b => b != body)];
}
