using Styrkedja.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Rounds;

namespace Styrkedja.Authority;

/// <summary>What must be done before a round that asks something can go on: its stations in order, every sub-goal judged before it is locked, nothing more once it is.</summary>
/// <remarks>A round that asks nothing has no way to keep to. Those who are missing are all named at once.</remarks>
internal static class RoundRules
{
    public static readonly IReadOnlyList<RequirementRow> Requirements =
    [
        Passed("round answered", Rules.RoundAnswered, RoundStep.Answers),
        Passed("round approved by committees", Rules.RoundApprovedByCommittees, RoundStep.CommitteesApprove),
        Passed("round handed to the board", Rules.RoundHandedToBoard, RoundStep.CommitteesSubmit),
        Passed("round approved by the board", Rules.RoundApprovedByBoard, RoundStep.BoardApproves),
        Passed("round handed to the assembly", Rules.RoundHandedToAssembly, RoundStep.BoardSubmits),
        Passed("round audited", Rules.RoundAudited, RoundStep.AuditorsSpeak),
        Passed("round approved by the assembly", Rules.RoundApprovedByAssembly, RoundStep.AssemblyApproves),
        new("sub-goals judged", Rules.RoundJudged, p => p.Act is LockRound, p => Told(ProgressAt(p) is { } progress ? progress.Unjudged : [], p)),
        new("round not locked", Rules.RoundOpen, IsAboutARound, p => RoundAt(p) is { Lock: not null } locked ? [new([], ("round", locked.Id))] : []),
    ];

    /// <summary>A station that must be passed before those that come after it on the way.</summary>
    private static RequirementRow Passed(string name, Rule rule, RoundStep step) => new(name, rule, IsAboutARound, p => Told(MissingAt(step, p), p));

    private static bool IsAboutARound(DecisionPoint p) => p.Act is SubmitReport or ApproveReport or GiveAuditOpinion or LockRound;

    /// <summary>Those who have not done what a station asks of them, when the act belongs to a later one. A committee waits only for its own field.</summary>
    private static IEnumerable<string> MissingAt(RoundStep step, DecisionPoint p)
    {
        if (ProgressAt(p) is not { } progress)
            return [];
        var way = progress.Round.Way;
        var (at, own) = (PlaceOnWay(step, way), PlaceOfAct(p, way));
        if (at < 0 || own <= at)
            return [];
        var missing = progress.Steps[at].Missing;
        return own < way.Count && way[own] is RoundStep.CommitteesApprove or RoundStep.CommitteesSubmit ? missing.Where(who => p.Organisation.AnsweringBody(who).Id == p.InTheNameOf) : missing;
    }

    /// <summary>Where on the way the act belongs: at its end when it locks the round, and before its beginning when it is no station of it.</summary>
    private static int PlaceOfAct(DecisionPoint p, IReadOnlyList<RoundStep> way) => p.Act switch
    {
        LockRound => way.Count,
        GiveAuditOpinion => PlaceOnWay(RoundStep.AuditorsSpeak, way),
        SubmitReport { To: Subject.AssemblyId } => PlaceOnWay(RoundStep.BoardSubmits, way),
        SubmitReport => PlaceOnWay(RoundStep.CommitteesSubmit, way),
        _ => PlaceOnWay(p.InTheNameOf switch { Subject.AssemblyId => RoundStep.AssemblyApproves, Subject.ExecutiveBoardId => RoundStep.BoardApproves, _ => RoundStep.CommitteesApprove }, way),
    };

    private static int PlaceOnWay(RoundStep step, IReadOnlyList<RoundStep> way) => way.Index().Where(s => s.Item == step).Select(s => s.Index).FirstOrDefault(-1);

    private static IEnumerable<Shortfall> Told(IEnumerable<string> missing, DecisionPoint p) =>
        missing.ToList() is { Count: > 0 } told ? [new([p.InTheNameOf], ("round", RoundAt(p)!.Id), ("who", string.Join(", ", told)))] : [];

    private static RoundProgress? ProgressAt(DecisionPoint p) =>
        RoundAt(p) is { Asks: true } round ? RoundProgress.Of(round, p.Standing.RoundBook.Value, p.Organisation, p.Standing.Goals, p.Standing.Frames) : null;

    /// <summary>The round as it stands on the day, with the acts that come before this one in the same decision; nothing for one that the decision itself opens.</summary>
    private static FollowUpRound? RoundAt(DecisionPoint p)
    {
        var id = p.Act switch
        {
            SubmitReport a => a.Round,
            ApproveReport a => a.Round,
            GiveAuditOpinion a => a.Round,
            LockRound a => a.Round,
            _ => "",
        };
        return p.Standing.RoundBook.Value.Find(id)?.Until(p.Day).After(p.Decision.Acts.Take(p.Number - 1), p.Decision);
    }
}
