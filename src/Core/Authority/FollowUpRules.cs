using System.Globalization;
using Styrkedja.Decisions;
using Styrkedja.Organisation;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who opens, submits, approves and locks rounds of follow-up, and what ends a year.</summary>
internal static class FollowUpRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<OpenRound>("round", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<LockRound>("lock of a round", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<SubmitReport>("report submitted", Rules.DecidingBody, (_, p) => AnyBody(p)),
        Row<ApproveReport>("annual report", Rules.AnnualReportByAssembly, (_, _) => Assembly, (a, p) => RoundOf(p, a.Round)?.Kind == RoundKind.AnnualReport),
        Row<ApproveReport>("report approved", Rules.DecidingBody, (_, p) => AnyBody(p)),
        Row<GiveAuditOpinion>("audit opinion", Rules.AuditorsSpeak, (_, p) => OfKind(p, BodyKind.Auditors)),
        Row<GrantDischarge>("discharge", Rules.DischargeByAssembly, (_, _) => Assembly),
    ];

    public static readonly IReadOnlyList<RequirementRow> Requirements =
    [
        Requirement<SubmitReport>("interim report in time", Rules.InterimInTime, (a, p) =>
            When(a.To == Subject.AssemblyId && RoundOf(p, a.Round) is { Kind: RoundKind.InterimReport } round && p.Day > round.Period.To.Plus(2).LastDay, [], ("round", a.Round))),
        Requirement<SubmitReport>("annual report in time", Rules.ReportInTime, (a, p) =>
            When(a.To == Subject.AssemblyId && RoundOf(p, a.Round) is { Kind: RoundKind.AnnualReport } round && p.Day > new DateOnly(round.Period.To.Year + 1, 4, 15), [], ("round", a.Round))),
        Requirement<GrantDischarge>("discharge after the report", Rules.DischargeAfterReport, (a, p) =>
            When(!p.Standing.Approvals.Any(ap => ap.By.Body == Subject.AssemblyId && ap.By.Date.Latest <= p.Day && IsAnnual(p, ap.Act.Round, a.Year)), Assembly, Year(a.Year))),
        Requirement<GrantDischarge>("discharge after the audit", Rules.DischargeAfterAudit, (a, p) =>
            When(!p.Standing.AuditOpinions.Any(o => o.By.Date.Latest <= p.Day && IsAnnual(p, o.Act.Round, a.Year)), Assembly, Year(a.Year))),
        Requirement<GrantDischarge>("discharge in time", Rules.DischargeInTime, (a, p) => When(p.Day > new DateOnly(a.Year + 1, 6, 30), [], Year(a.Year))),
        Requirement<GrantDischarge>("discharge by itself", Rules.DischargeAlone, (a, p) => When(p.Decision.Acts.Any(other => other is not GrantDischarge), Assembly, Year(a.Year))),
        Requirement<GrantDischarge>("discharge without conflict", Rules.DischargeWithoutConflict, (a, p) => When(!(p.Decision.Minute?.Conflicts.Count > 0), Assembly, Year(a.Year))),
    ];

    private static OpenRound? RoundOf(DecisionPoint p, string id) => p.Decision.Acts.OfType<OpenRound>().LastOrDefault(r => r.Id == id) ?? p.Standing.Rounds.GetValueOrDefault(id);

    private static bool IsAnnual(DecisionPoint p, string round, int year) => RoundOf(p, round) is { Kind: RoundKind.AnnualReport } found && found.Period.From.Year == year;

    private static (string, string) Year(int year) => ("year", year.ToString(CultureInfo.InvariantCulture));
}
