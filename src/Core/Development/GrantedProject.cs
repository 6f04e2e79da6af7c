using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Development;

/// <summary>A requisition with what was paid for it.</summary>
/// <param name="Approved">Absent until someone has looked it through.</param>
public sealed record GrantClaim(Decided<ClaimPayment> Received, Decided<ApproveClaim>? Approved)
{
    public ClaimPayment Act => Received.Act;

    /// <summary>What was paid for it; zero until it has been looked through.</summary>
    public Money Paid => Approved?.Act.Amount ?? Money.Zero;
}

/// <summary>How far a project that the region pays a part of has come.</summary>
public enum GrantState
{
    /// <summary>Granted, and nothing has been paid.</summary>
    Granted,

    /// <summary>Something has been paid.</summary>
    Running,

    /// <summary>The final report has come in, and the grant has not been closed.</summary>
    FinallyReported,
    Closed,
}

/// <summary>A project that the region pays a part of, with its whole chain: what it was granted of, for which choice, to whom and where, and what has been paid and told.</summary>
/// <param name="Versions">As granted and changed, the earliest first; at least one.</param>
/// <param name="Application">What it was granted on; absent when nobody applied in a call.</param>
/// <param name="Call">The call that it was granted in; absent when there was none.</param>
/// <param name="Claims">By the first day of their costs.</param>
/// <param name="Reports">By the first day that they tell of.</param>
/// <param name="Recoveries">The earliest first.</param>
/// <param name="Ended">Absent until the grant has been closed.</param>
/// <remarks>Every amount is positive. Paid is what has been approved of requisitions, recovered what has been asked back of it.</remarks>
public sealed record GrantedProject(
    IReadOnlyList<Decided<GrantCoFinancing>> Versions,
    Decided<ReceiveGrantApplication>? Application,
    Decided<OpenCall>? Call,
    IReadOnlyList<GrantClaim> Claims,
    IReadOnlyList<Decided<ReportProject>> Reports,
    IReadOnlyList<Decided<RecoverGrant>> Recoveries,
    Decided<CloseGrant>? Ended)
{
    public string Id => Act.Id;

    public GrantCoFinancing Act => Versions[^1].Act;

    /// <summary>The decision that first granted it.</summary>
    public Decision First => Versions[0].By;

    /// <summary>The most that the region pays, as last decided.</summary>
    public Money Granted => Act.Amount;

    /// <summary>What the recipient has asked to be paid.</summary>
    public Money Claimed => Money.Sum(Claims.Select(c => c.Act.Amount));

    public Money Paid => Money.Sum(Claims.Select(c => c.Paid));

    public Money Recovered => Money.Sum(Recoveries.Select(r => r.Act.Amount));

    /// <summary>What the project has kept of what has been paid.</summary>
    public Money Kept => Paid - Recovered;

    /// <summary>What can still be paid; nothing once the grant is closed. What has been recovered is not paid again.</summary>
    public Money Left => Ended is null ? Granted - Paid : Money.Zero;

    /// <summary>What was granted and never paid, told when the grant is closed.</summary>
    public Money Unused => Ended is null ? Money.Zero : Granted - Paid;

    /// <summary>Requisitions that nobody has looked through.</summary>
    public IEnumerable<GrantClaim> OpenClaims => Claims.Where(c => c.Approved is null);

    public bool HasFinalReport => Reports.Any(r => r.Act.Final);

    public GrantState State => Ended is not null ? GrantState.Closed
        : HasFinalReport ? GrantState.FinallyReported
        : Paid > Money.Zero ? GrantState.Running : GrantState.Granted;

    public GrantApplicant? Applicant => Application?.Act.Applicant;

    /// <summary>Who carries it out.</summary>
    public Bilingual Recipient => Applicant?.Name ?? new(Act.To);

    /// <summary>What sort of actor carries it out; absent when nobody has told.</summary>
    public PartnerKind? Kind => Applicant?.Kind ?? Act.Kind;

    public string? Choice => Application?.Act.Choice ?? Act.Choice;

    /// <summary>Codes of the municipalities where it is carried out; empty for the whole region.</summary>
    public IReadOnlyList<string> Place => Application?.Act.Place ?? Act.Place;

    public StateAid? StateAid => Act.StateAid;

    /// <summary>The subject whose frame or budget pays; absent when nobody has told.</summary>
    public string? Payer => Call?.Act.From ?? Act.From;

    public bool IsIllustrative => Act.Illustrative || Versions[^1].By.Illustrative || Application is { } a && (a.Act.Illustrative || a.By.Illustrative);

    /// <summary>The most that may be paid for some costs when a share of them is set: whole öre, the part of one left out.</summary>
    public Money? MostFor(Money costs) => Act.Share is { } share ? new Money(checked(costs.Ore * share) / 100) : null;
}
