using Styrkedja.Decisions;
using Styrkedja.Organisation;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who moves a case on its way, and how it is to be treated.</summary>
internal static class CaseRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<OpenCase>("case", Rules.DecidingBody, (_, p) => AnyBodyOrOffice(p)),
        Row<FileDocument>("document", Rules.DecidingBody, (_, p) => AnyBodyOrOffice(p)),
        Row<WriteMemo>("official's memo", Rules.OfficialsPrepare, (_, p) => AnyOffice(p)),
        Row<PutProposal>("proposal", Rules.DecidingBody, (_, p) => AnyBody(p)),
        Row<SendCase>("case sent on", Rules.WhereTheCaseIs, (a, p) => With(p, a.Case)),
        Row<ReferBack>("referral back", Rules.WhereTheCaseIs, (a, p) => With(p, a.Case)),
        Row<Postpone>("postponement", Rules.WhereTheCaseIs, (a, p) => With(p, a.Case)),
        Row<ConcludeCase>("case carried out", Rules.DecidingBody, (_, p) => AnyBodyOrOffice(p), (a, _) => a.Outcome == CaseOutcome.CarriedOut),
        Row<ConcludeCase>("case decided", Rules.WhereTheCaseIs, (a, p) => With(p, a.Case)),
        Row<AnnulDecision>("annulment", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<CallMeeting>("meeting", Rules.MinutesOfItsOwn, (a, _) => [a.Body]),
        Row<VerifyMinutes>("minutes", Rules.MinutesOfItsOwn, (a, p) => [MeetingOf(p, a.Meeting).Body]),
    ];

    public static readonly IReadOnlyList<RequirementRow> Requirements =
    [
        Requirement<ConcludeCase>("prepared", Rules.CasePrepared, (a, p) =>
            When(p.Decision.Body == Subject.AssemblyId && a.Outcome is CaseOutcome.Approved or CaseOutcome.Rejected or CaseOutcome.Answered && !IsPrepared(p, a.Case), Board, ("case", a.Case))),
        Requirement<ReferBack>("referral by a minority", Rules.MinorityInAssembly, (a, p) => When(a.ByMinority && p.InTheNameOf != Subject.AssemblyId, [p.InTheNameOf])),
        Requirement<Postpone>("postponement by a minority", Rules.MinorityInAssembly, (a, p) => When(a.ByMinority && p.InTheNameOf != Subject.AssemblyId, [p.InTheNameOf])),
        Requirement<ReferBack>("a third for referral", Rules.MinorityOfAThird, (a, p) => When(a.ByMinority && IsBelowAThird(p), [p.InTheNameOf], ("case", a.Case))),
        Requirement<Postpone>("a third for postponement", Rules.MinorityOfAThird, (a, p) => When(a.ByMinority && IsBelowAThird(p), [p.InTheNameOf], ("case", a.Case))),
        Requirement<VerifyMinutes>("verified in time", Rules.MinutesInTime, (a, p) => When(a.Verified > MeetingOf(p, a.Meeting).Day.AddDays(14), [], ("meeting", a.Meeting))),
        Requirement<VerifyMinutes>("announced in time", Rules.AnnouncedInTime, (a, _) => When(a.Announced > a.Verified.AddDays(2), [], ("meeting", a.Meeting))),
    ];

    private static (string Body, DateOnly Day) MeetingOf(DecisionPoint p, string id) =>
        p.Decision.Acts.OfType<CallMeeting>().LastOrDefault(m => m.Id == id) is { } called ? (called.Body, called.Day) : (p.Standing.Meetings.Find(id)!.Body, p.Standing.Meetings.Find(id)!.Day);

    /// <summary>The body that has a case now; for a case that the decision itself opens, whoever decides.</summary>
    public static IReadOnlyList<string> With(DecisionPoint p, string id) =>
        p.Standing.Cases.Find(id) is not { } found ? [p.Decision.Body] : found.With is { } body ? [body] : [];

    /// <summary>True when the executive board has had its say: it has sent the case on to the assembly.</summary>
    public static bool IsPrepared(DecisionPoint p, string id) =>
        p.Standing.Cases.Find(id) is { } found && found.Steps.Any(s => s is { Act: SendCase { For: SentFor.Decision, To: Subject.AssemblyId }, By.Body: Subject.ExecutiveBoardId });

    /// <summary>True when votes are told and fewer than a third of those present were for it.</summary>
    private static bool IsBelowAThird(DecisionPoint p)
    {
        var votes = p.Decision.Minute?.Votes ?? [];
        var (yes, present) = (votes.Sum(v => v.Yes), votes.Sum(v => v.Yes + v.No + v.Abstained));
        return present > 0 && yes * 3 < present;
    }
}
