using Styrkedja.Authority;
using Styrkedja.Decisions;

namespace Styrkedja.Rights;

/// <summary>What a right rests on: the office that carries it, the rule, and for protected data the access given.</summary>
/// <param name="Office">Absent where no office is needed.</param>
/// <param name="Row">The row of the table; absent for what all may, and for protected data.</param>
public sealed record Ground(OfficeHeld? Office, RightRow? Row, Decided<GiveAccess>? Access = null);

/// <summary>Why someone may not.</summary>
public enum RefusalReason
{
    /// <summary>Nobody has signed in.</summary>
    NotSignedIn,

    /// <summary>No office that the person holds carries the right.</summary>
    NoSuchOffice,

    /// <summary>An office carries the right, but for another part of the region.</summary>
    OtherPlace,

    /// <summary>An appointment that carried it has ended.</summary>
    AppointmentEnded,

    /// <summary>The partner is no member now, so nobody acts for it.</summary>
    NotAPartner,

    /// <summary>Protected data, and no access has been given that holds today.</summary>
    NoAccess,

    /// <summary>Official statistics, or a figure of the region's own: no partner answers for it, so nobody signs it.</summary>
    NobodySigns,

    /// <summary>The office may act, but not decide this: by the rules of who decides what.</summary>
    BeyondAuthority,
}

/// <summary>A right that was missing, and who could give it.</summary>
/// <param name="About">What it was about; absent when about nothing in particular.</param>
/// <param name="Offices">Offices that carry the right there, held by someone else or by nobody.</param>
/// <param name="DecidedBy">Bodies whose decision could give it: by appointing to such an office, giving access or delegating.</param>
/// <param name="EndedOn">The last day of the appointment that has ended; absent otherwise.</param>
/// <param name="Verdict">What authority said; only when the decision lies beyond it.</param>
public sealed record Refusal(Right Right, string? About, RefusalReason Reason, IReadOnlyList<string> Offices, IReadOnlyList<string> DecidedBy, DateOnly? EndedOn = null, Verdict? Verdict = null);

/// <summary>The answer to whether someone may: yes with its grounds, or no with its reason.</summary>
public sealed record Permission(IReadOnlyList<Ground> Grounds, Refusal? Refusal)
{
    public bool Allowed => Refusal is null;

    internal static Permission By(IReadOnlyList<Ground> grounds) => new(grounds, null);

    internal static Permission No(Refusal refusal) => new([], refusal);
}
