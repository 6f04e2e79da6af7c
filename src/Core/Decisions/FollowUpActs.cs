using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>The kinds of follow-up round in a year.</summary>
public enum RoundKind
{
    [Term("månadsrapport")] Month,
    [Term("uppföljningsrapport")] FollowUpReport,
    [Term("delårsrapport")] InterimReport,
    [Term("bokslutskommuniké")] PreliminaryResult,
    [Term("årsredovisning")] AnnualReport,
}

/// <summary>A round of follow-up is opened for a period.</summary>
public sealed record OpenRound(string Id, RoundKind Kind, Period Period, Bilingual Name) : Act;

/// <summary>A body hands a round's report onward: a committee to the executive board, the board to the assembly.</summary>
public sealed record SubmitReport(string Round, string To) : Act;

/// <summary>How a body holds that the year's economy was managed, as its report says.</summary>
public enum ManagementJudgement
{
    /// <summary>Soundly.</summary>
    Fulfilled,

    /// <summary>Soundly in part.</summary>
    Partly,

    /// <summary>Not soundly.</summary>
    NotFulfilled,
}

/// <summary>A body approves a round's report as its own; for the annual report only the assembly can.</summary>
public sealed record ApproveReport(string Round) : Act
{
    /// <summary>The judgement of sound financial management that the report ends in; absent when it makes none.</summary>
    /// <remarks>Rule: kommunallagen (2017:725) 11 kap. 1 §; LKBR (2018:597) 11 kap. 8 §.</remarks>
    public ManagementJudgement? SoundManagement { get; init; }
}

/// <summary>A round is locked: what is said of it after this is a difference to it.</summary>
public sealed record LockRound(string Round) : Act;

/// <summary>What the auditors say of a year's report, and whether they recommend discharge.</summary>
[Term("revisionsberättelse")]
public sealed record GiveAuditOpinion(string Round, bool RecommendsDischarge, Bilingual? Text) : Act;

/// <summary>The assembly grants the bodies discharge for a year, in a decision of its own.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 5 kap. 24 § and 11 kap. 21 §.</remarks>
[Term("ansvarsfrihet")]
public sealed record GrantDischarge(int Year, IReadOnlyList<string> To) : Act;
