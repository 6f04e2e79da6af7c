using Styrkedja.Amounts;
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

/// <summary>One station on the way of a round, from those who answer to the decision that ends it.</summary>
public enum RoundStep
{
    /// <summary>Units and bodies answer what they are asked.</summary>
    Answers,

    /// <summary>Each committee approves the report of its own field.</summary>
    CommitteesApprove,

    /// <summary>Each committee hands its report to the executive board.</summary>
    CommitteesSubmit,

    /// <summary>The executive board approves what has been put together for the region.</summary>
    BoardApproves,

    /// <summary>The executive board hands the region's report to the assembly.</summary>
    BoardSubmits,

    /// <summary>The auditors say what they think of the report.</summary>
    AuditorsSpeak,

    /// <summary>The assembly approves the report.</summary>
    AssemblyApproves,
}

/// <summary>What a round asks everyone whom it does not name one by one.</summary>
public enum RoundTemplate
{
    /// <summary>A forecast of everyone who has been given a frame for the year.</summary>
    Economy,

    /// <summary>The same, and a judgement of each sub-goal of the year by its owner.</summary>
    EconomyAndGoals,
}

/// <summary>What someone can be asked in a round, beside its own questions.</summary>
public enum AskedFor
{
    /// <summary>How far each of the owner's sub-goals of the year has come.</summary>
    SubGoals,

    /// <summary>A value, from this period, of each indicator of those sub-goals that is not reckoned from the ledger.</summary>
    Indicators,

    /// <summary>The result expected for the whole year.</summary>
    Forecast,

    /// <summary>Why the outcome deviates from budget.</summary>
    Deviation,
}

/// <summary>A question of the round's own, answered in words.</summary>
/// <param name="Id">Short, the same from round to round, so that answers can be followed.</param>
public sealed record RoundQuestion(string Id, Bilingual Text);

/// <summary>What one unit or body is asked in a round.</summary>
/// <param name="Of">The subject that answers.</param>
/// <param name="Questions">Ids of the round's own questions.</param>
public sealed record RoundAsk(string Of, IReadOnlyList<AskedFor> For, IReadOnlyList<string> Questions);

/// <summary>How large a deviation from the period's budget must be, whichever way, before it has to be explained. With both, either is enough.</summary>
/// <param name="Amount">Above this many kronor; absent when only the share counts.</param>
/// <param name="PerCent">Above this share of the period's budgeted cost; absent when only the amount counts.</param>
public sealed record ExplanationThreshold(Money? Amount, decimal? PerCent);

/// <summary>A round of follow-up is opened for a period.</summary>
/// <remarks>One that asks nothing only gives reports a name to be handed in under; one that asks is followed along its way.</remarks>
public sealed record OpenRound(string Id, RoundKind Kind, Period Period, Bilingual Name) : Act
{
    /// <summary>An earlier round from which is taken all that this one leaves out of template, way, threshold, questions and who is asked; absent for one made afresh.</summary>
    public string? Like { get; init; }

    /// <summary>What is asked of everyone not named; absent when only those named are asked.</summary>
    public RoundTemplate? Template { get; init; }

    /// <summary>The last day for answers; absent when none is set.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>Its way when it is another than its kind has; empty for that of its kind.</summary>
    public IReadOnlyList<RoundStep> Steps { get; init; } = [];

    /// <summary>When a deviation has to be explained; absent when the round demands no explanation.</summary>
    public ExplanationThreshold? Threshold { get; init; }

    /// <summary>Its own questions, put to those whom <see cref="Asks"/> names.</summary>
    public IReadOnlyList<RoundQuestion> Questions { get; init; } = [];

    /// <summary>What is asked of those it names.</summary>
    public IReadOnlyList<RoundAsk> Asks { get; init; } = [];
}

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

/// <summary>What the auditors say of a report.</summary>
/// <param name="RecommendsDischarge">Whether they recommend discharge for the year; absent for an interim report, which nobody is discharged by.</param>
[Term("revisionsberättelse")]
public sealed record GiveAuditOpinion(string Round, bool? RecommendsDischarge, Bilingual? Text) : Act;

/// <summary>The assembly grants the bodies discharge for a year, in a decision of its own.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 5 kap. 24 § and 11 kap. 21 §.</remarks>
[Term("ansvarsfrihet")]
public sealed record GrantDischarge(int Year, IReadOnlyList<string> To) : Act;
