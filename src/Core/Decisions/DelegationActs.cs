using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>To whom the right to decide can be given.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 5 kap. 2 § (committee), 6 kap. 37 § and 7 kap. 5 §.</remarks>
public enum DelegateKind { Committee, Subcommittee, Presidium, Member, Office, Automated }

/// <summary>What sort of matter it is, as far as law treats it differently when the right to decide is given away.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 6 kap. 38 §.</remarks>
public enum MatterKind
{
    Ordinary,

    /// <summary>Goals, direction, scope or quality of the operations.</summary>
    GoalsAndDirection,

    /// <summary>Proposals and statements to the assembly.</summary>
    StatementToAssembly,

    /// <summary>Answers to a court after an appeal against the body's own decision.</summary>
    AnswerOnAppeal,

    /// <summary>Exercise of public authority over individuals, when of principle or greater weight.</summary>
    AuthorityOfPrinciple,

    /// <summary>Residents' proposals that the assembly has handed over.</summary>
    ResidentProposal,

    /// <summary>What another law reserves for the body itself.</summary>
    ReservedByLaw,

    /// <summary>Matters whose decisions are tried by legality review; an automated function may not decide them.</summary>
    LegalityReviewed,

    /// <summary>Matters whose decisions by law can't be appealed; an automated function may not decide them.</summary>
    NotAppealable,

    Procurement,

    /// <summary>Authorisation and freedom of choice systems.</summary>
    ChoiceSystem,
}

/// <summary>A body lets someone decide a kind of matter in its name.</summary>
/// <param name="To">The committee, subcommittee or office; for presidium, member and automated function the body itself.</param>
/// <param name="Limit">The largest amount that one decision may be about; absent means none.</param>
/// <param name="ReportWithinDays">Days within which each decision is reported to the body; absent means at its next meeting.</param>
/// <param name="MayPassOn">True when the head of an administration may let someone there decide instead.</param>
[Term("delegation")]
public sealed record GiveDelegation(string Id, DelegateKind Kind, string To, string Matter, MatterKind MatterKind, Money? Limit, int? ReportWithinDays, bool MayPassOn, Validity Valid) : Act;

/// <summary>The head of an administration passes on a right to decide, no wider than it was received.</summary>
[Term("vidaredelegation")]
public sealed record PassOnDelegation(string Id, string Delegation, string To, Money? Limit, Validity Valid) : Act;

/// <summary>A delegation ends after its last day; what was decided while it held stands.</summary>
public sealed record RevokeDelegation(string Delegation, DateOnly LastDay) : Act;

/// <summary>A matter of a body's field is decided that has no act of its own in the system.</summary>
/// <param name="Matter">The kind of matter, in the words of mandates and delegations.</param>
/// <param name="Amount">What it is about in money; absent when about none.</param>
public sealed record DecideMatter(string Matter, Bilingual Text, Money? Amount, string? Subject) : Act;

/// <summary>Delegated decisions are reported to the body in whose name they were taken.</summary>
[Term("anmälan av delegationsbeslut")]
public sealed record ReportDelegated(IReadOnlyList<string> Decisions) : Act;

/// <summary>Data that nobody sees by office alone, since it can be about persons.</summary>
public enum ProtectedData
{
    /// <summary>The texts of vouchers, which can hold names.</summary>
    VoucherTexts,

    /// <summary>Care contacts row by row.</summary>
    CareContacts,
}

/// <summary>An office may see protected data of a part of the region, for a purpose and a time.</summary>
/// <param name="In">The body, administration or unit that the data are about.</param>
/// <param name="Valid">Always with a last day.</param>
/// <remarks>Rule: dataskyddsförordningen (EU) 2016/679 art. 5.1 b and e, patientdatalagen (2008:355) 4 kap. 2 §.</remarks>
[Term("behörighet till skyddade uppgifter")]
public sealed record GiveAccess(string Id, string Office, ProtectedData What, string In, Bilingual Purpose, Validity Valid) : Act;
