using Styrkedja.Authority;

namespace Styrkedja.Duties;

/// <summary>The law behind each kind of duty, dated as the rules of who may decide are.</summary>
public static class DutyTable
{
    private static readonly IReadOnlyDictionary<DutyKind, Rule> s_rules = new Dictionary<DutyKind, Rule>
    {
        [DutyKind.BudgetProposal] = Rules.ProposalInTime,
        [DutyKind.BudgetAdoption] = Rules.BudgetInTime,
        [DutyKind.InterimReport] = Rules.InterimInTime,
        [DutyKind.AnnualReport] = Rules.ReportInTime,
        [DutyKind.AnnualReportApproval] = Rules.DischargeInTime,
        [DutyKind.Discharge] = Rules.DischargeInTime,
        [DutyKind.CompanyOversight] = Rules.BoardOversees,
        [DutyKind.MotionAnswer] = Rules.MotionInAYear,
        [DutyKind.MinutesAnnouncement] = Rules.AnnouncedInTime,
        [DutyKind.DelegationReport] = Rules.ReportedToGiver,
    };

    /// <summary>The law that sets a duty's last day, by that day; nothing for days that bodies set themselves.</summary>
    public static LegalSource? LawOf(DutyKind kind, DateOnly due) => s_rules.GetValueOrDefault(kind)?.SourceOn(due);
}
