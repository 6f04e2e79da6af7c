using Styrkedja.Decisions;
using Styrkedja.Provenance;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>What partners decide for themselves, and how the region asks them. Partners commit, they are not steered.</summary>
/// <remarks>A partner decides nothing for the region, and the region nothing for a partner; not even when either says that it already has.</remarks>
internal static class PartnerRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<CommitTo>("commitment", Rules.PartnerCommitsItself, (a, p) => CommitterOf(p, a.Id) is { } partner ? [partner] : Partners(p)),
        Row<EndCommitment>("end of a commitment", Rules.PartnerCommitsItself, (a, p) => CommitterOf(p, a.Id) is { } partner ? [partner] : Partners(p)),
        Row<ReportCommitment>("report of a commitment", Rules.PartnerCommitsItself, (a, p) => CommitterOf(p, a.Commitment) is { } partner ? [partner] : Partners(p)),
        Row<SendForConsultation>("consultation", Rules.BoardLeads, (_, p) => Consulting(p)),
        Row<AnswerConsultation>("answer to a consultation", Rules.AskedAnswers, (a, p) => p.Standing.Development.Consultations.Find(a.Consultation)?.Sent.Act.To ?? []),
        Row<CloseConsultation>("end of a consultation", Rules.BoardLeads, (_, p) => Consulting(p)),
    ];

    public static readonly IReadOnlyList<RequirementRow> Requirements =
    [
        Requirement<ReportCommitment>("report of what holds", Rules.CommitmentHolds, (a, p) =>
            When(p.Standing.Development.Commitments.Find(a.Commitment) is { } made && !made.HoldsOn(a.Period.From.FirstDay) && !made.HoldsOn(a.Period.To.LastDay), [], ("commitment", a.Commitment))),
        Requirement<AnswerConsultation>("answer while open", Rules.ConsultationOpen, (a, p) =>
            When(p.Standing.Development.Consultations.Find(a.Consultation) is { IsOpen: false }, [], ("consultation", a.Consultation))),
        Requirement<CloseConsultation>("every answer dealt with", Rules.AnswersDealtWith, (a, p) => p.Standing.Development.Consultations.Find(a.Id) is { } asked
            ? asked.Answers.Where(answer => a.Answers.All(treated => treated.By != answer.By.Body)).Select(answer => new Shortfall([p.InTheNameOf], ("consultation", a.Id), ("by", answer.By.Body)))
            : []),
    ];

    /// <summary>What can never be, whoever says that it has been decided: the region binds a partner, or a partner decides something of the region's.</summary>
    public static IEnumerable<Fault> Impossible(DecisionPoint p, Place place)
    {
        if (!p.Decision.Taken || (p.Act is AnswerConsultation && !IsPartner(p)))
            yield break;
        if (IsPartner(p) != (p.Act is CommitTo or EndCommitment or ReportCommitment or AnswerConsultation))
            yield return Fault.Error(IsPartner(p) ? "authority.partner-decides-other" : "authority.partner-steered", place, p.Decision.Body, ("act", $"{p.Number}"));
    }

    private static bool IsPartner(DecisionPoint p) => p.Standing.Development.FindPartner(p.Decision.Body) is not null && !p.Organisation.Knows(p.Decision.Body);

    private static IReadOnlyList<string> Partners(DecisionPoint p) => [.. p.Standing.Partners.Select(partner => partner.Act.Id)];

    /// <summary>The executive board and the assembly, and those whose mandate holds consultations.</summary>
    private static IReadOnlyList<string> Consulting(DecisionPoint p) => [.. DelegationRules.BodiesFor(p, "consultation").Union(BoardOrAssembly)];

    /// <summary>Whose the commitment is; nothing when it is not made before.</summary>
    private static string? CommitterOf(DecisionPoint p, string id) => p.Standing.Development.Commitments.Find(id)?.Partner;
}
