using Styrkedja.Decisions;
using Styrkedja.Organisation;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who lets providers of care in and follows up what is agreed with them, and what everyone who applies can count on.</summary>
/// <remarks>To look after an agreement is work that the payer's commissioners do themselves; to let someone in, or to end an agreement, is decided by whoever signs agreements.</remarks>
internal static class AgreementRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<SetProviderTerms>("terms for providers", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<ReceiveApplication>("application received", Rules.FollowsUpProviders, (_, p) => [.. BoardOrAssembly, .. Commissioners(p, Subject.ExecutiveBoardId)]),
        Row<DecideApplication>("application decided", Rules.ApprovesAlike, (_, _) => BoardOrAssembly),
        Row<FollowUpAgreement>("follow-up of an agreement", Rules.FollowsUpProviders, (a, p) => Following(p, a.Agreement)),
        Row<DemandRemedy>("remedy demanded", Rules.FollowsUpProviders, (a, p) => Following(p, a.Agreement)),
        Row<AcceptRemedy>("remedy accepted", Rules.FollowsUpProviders, (a, p) => Following(p, AgreementOf(p, a.Deviation))),
        Row<TerminateAgreement>("agreement ended", Rules.BoardLeads, (_, _) => BoardOrAssembly),
    ];

    public static readonly IReadOnlyList<RequirementRow> Requirements =
    [
        Requirement<DecideApplication>("approved and agreed", Rules.ApprovedAndAgreed, (a, p) => When(a.Outcome == ApplicationOutcome.Approved && !IsAgreed(p, a), BoardOrAssembly, ("application", a.Application))),
        Requirement<DecideApplication>("rejected by a requirement", Rules.ApprovesAlike, (a, _) => When(IsWithoutGround(a), BoardOrAssembly, ("application", a.Application))),
    ];

    /// <summary>The body that answers for the payer, the assembly, and the payer's commissioners.</summary>
    private static IReadOnlyList<string> Following(DecisionPoint p, string agreement)
    {
        var payer = p.Decision.Acts.OfType<SignAgreement>().LastOrDefault(a => a.Id == agreement)?.Payer ?? p.Standing.Agreements.Find(agreement)!.Act.Payer;
        return [.. AnsweringOrAssembly(p, payer), .. Commissioners(p, BodyOf(p, payer))];
    }

    private static IEnumerable<string> Commissioners(DecisionPoint p, string body) =>
        p.Organisation.Offices.Where(o => o.Act.Function == OfficeFunction.Commissioner && BodyOf(p, o.Act.Id) == body).Select(o => o.Act.Id);

    private static string AgreementOf(DecisionPoint p, string deviation) =>
        p.Decision.Acts.OfType<DemandRemedy>().LastOrDefault(a => a.Id == deviation)?.Agreement ?? p.Standing.Agreements.FindDeviation(deviation)!.Act.Agreement;

    /// <summary>True when the decision that approves also takes the provider in and signs an agreement with it on the terms that it applied by.</summary>
    private static bool IsAgreed(DecisionPoint p, DecideApplication approved)
    {
        var terms = p.Decision.Acts.OfType<ReceiveApplication>().LastOrDefault(a => a.Id == approved.Application)?.Terms ?? p.Standing.Agreements.FindApplication(approved.Application)!.Received.Act.Terms;
        return approved.Unmet.Count == 0
            && p.Decision.Acts.OfType<AuthoriseProvider>().Any(a => a.Id == approved.Provider)
            && p.Decision.Acts.OfType<SignAgreement>().Any(a => a.Id == approved.Agreement && a.Provider == approved.Provider && a.Terms == terms);
    }

    /// <summary>True when an application is rejected and no requirement is named that it falls short of.</summary>
    private static bool IsWithoutGround(DecideApplication decided) => decided.Outcome == ApplicationOutcome.Rejected && decided.Unmet.Count == 0;
}
