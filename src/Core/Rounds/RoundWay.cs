using Styrkedja.Decisions;

namespace Styrkedja.Rounds;

/// <summary>The way of each kind of round: which stations it passes, and which body ends it.</summary>
/// <remarks>Monthly reports and the first follow-up report end with the executive board, which follows how the region's activities go (kommunallagen 2017:725 6 kap. 11 §). The interim report is
/// reviewed by the auditors and dealt with by the assembly (12 kap. 2 §, LKBR 2018:597 13 kap.), and the annual report is approved by the assembly once the auditors have spoken (11 kap. 21 §, 12 kap. 1 §).</remarks>
public static class RoundWay
{
    private static readonly IReadOnlyList<RoundStep> s_toBoard = [RoundStep.Answers, RoundStep.CommitteesApprove, RoundStep.CommitteesSubmit, RoundStep.BoardApproves];

    private static readonly IReadOnlyDictionary<RoundKind, IReadOnlyList<RoundStep>> s_ways = new Dictionary<RoundKind, IReadOnlyList<RoundStep>>
    {
        [RoundKind.Month] = s_toBoard,
        [RoundKind.FollowUpReport] = s_toBoard,
        [RoundKind.InterimReport] = [RoundStep.Answers, RoundStep.CommitteesApprove, RoundStep.CommitteesSubmit, RoundStep.BoardSubmits, RoundStep.AuditorsSpeak, RoundStep.AssemblyApproves],
        [RoundKind.PreliminaryResult] = [RoundStep.Answers, RoundStep.BoardApproves],
        // Only the assembly approves an annual report; committees hand in theirs.
        [RoundKind.AnnualReport] = [RoundStep.Answers, RoundStep.CommitteesSubmit, RoundStep.BoardSubmits, RoundStep.AuditorsSpeak, RoundStep.AssemblyApproves],
    };

    public static IReadOnlyList<RoundStep> Of(RoundKind kind) => s_ways[kind];
}
