using Styrkedja.Decisions;

namespace Styrkedja.Development;

/// <summary>Every act about money for others' projects that has been decided by a moment, the one that wins last.</summary>
/// <remarks>A decision that is being judged can be laid after those that stand, so that its acts are tried as if they held.</remarks>
internal sealed record CallActs(
    IReadOnlyList<Decided<OpenCall>> Calls,
    IReadOnlyList<Decided<AddToCall>> Additions,
    IReadOnlyList<Decided<ReceiveGrantApplication>> Applications,
    IReadOnlyList<Decided<AssessApplication>> Assessments,
    IReadOnlyList<Decided<GrantCoFinancing>> Grants,
    IReadOnlyList<Decided<RejectGrantApplication>> Rejections,
    IReadOnlyList<Decided<ClaimPayment>> Claims,
    IReadOnlyList<Decided<ApproveClaim>> Approvals,
    IReadOnlyList<Decided<ReportProject>> Reports,
    IReadOnlyList<Decided<RecoverGrant>> Recoveries,
    IReadOnlyList<Decided<CloseGrant>> Endings)
{
    public static CallActs Of(ActsInOrder acts) => new(
        [.. acts.Of<OpenCall>()],
        [.. acts.Of<AddToCall>()],
        [.. acts.Of<ReceiveGrantApplication>()],
        [.. acts.Of<AssessApplication>()],
        [.. acts.Of<GrantCoFinancing>()],
        [.. acts.Of<RejectGrantApplication>()],
        [.. acts.Of<ClaimPayment>()],
        [.. acts.Of<ApproveClaim>()],
        [.. acts.Of<ReportProject>()],
        [.. acts.Of<RecoverGrant>()],
        [.. acts.Of<CloseGrant>()]);

    /// <summary>These acts and then those that a decision brings.</summary>
    public CallActs After(Decision decision, IReadOnlyList<Act> brought) => new(
        With(Calls, decision, brought),
        With(Additions, decision, brought),
        With(Applications, decision, brought),
        With(Assessments, decision, brought),
        With(Grants, decision, brought),
        With(Rejections, decision, brought),
        With(Claims, decision, brought),
        With(Approvals, decision, brought),
        With(Reports, decision, brought),
        With(Recoveries, decision, brought),
        With(Endings, decision, brought));

    private static IReadOnlyList<Decided<TAct>> With<TAct>(IReadOnlyList<Decided<TAct>> stands, Decision decision, IReadOnlyList<Act> brought)
        where TAct : Act =>
        brought.OfType<TAct>().Any() ? [.. stands, .. brought.OfType<TAct>().Select(act => new Decided<TAct>(act, decision, long.MaxValue))] : stands;
}
