using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>The assembly adopts the vision that everything else serves.</summary>
public sealed record AdoptVision(string Id, Bilingual Text, Validity Valid) : Act;

/// <summary>A strategy that says how the vision is to be reached in one field over several years.</summary>
public sealed record AdoptStrategy(string Id, Bilingual Name, string Serves, Validity Valid) : Act;

/// <summary>A field into which the goals of the budget document are sorted.</summary>
public sealed record AdoptGoalArea(string Id, Bilingual Name) : Act;

/// <summary>A goal that the assembly, or a body within its field, binds itself to.</summary>
/// <param name="Under">The strategy or vision it carries out.</param>
/// <param name="Owner">The body that answers for it; absent when no source says.</param>
/// <param name="Text">Absent when the wording was never found.</param>
public sealed record AdoptGoal(string Id, string Area, string Under, string? Owner, Bilingual? Text, Validity Valid) : Act
{
    /// <summary>Goals above that it serves. Empty for a goal of the whole region; with any, it is the owner's own goal and is not counted among the region's.</summary>
    public IReadOnlyList<string> Serves { get; init; } = [];

    /// <summary>Goals that it stands instead of, from its first day on; they are kept with their history.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];
}

/// <summary>What is to be reached of a goal within one year, and by whom.</summary>
/// <param name="Goal">The goal or sub-goal it stands under.</param>
public sealed record AdoptSubGoal(string Id, int Year, string Goal, string Owner, Bilingual Text) : Act
{
    /// <summary>Other goals that it serves as well.</summary>
    public IReadOnlyList<string> Serves { get; init; } = [];
}

/// <summary>Which way is better for an indicator; neutral when neither is.</summary>
public enum Polarity { HigherIsBetter, LowerIsBetter, Neutral }

/// <summary>Who keeps the statistics that an indicator's values are taken from.</summary>
public enum StatisticsSource
{
    /// <summary>The open comparisons of Swedish municipalities and regions, at kolada.se.</summary>
    Kolada,

    /// <summary>Statistics Sweden.</summary>
    Scb,

    /// <summary>The region itself.</summary>
    Own,

    /// <summary>Each partner in regional development for its own part, signed by its officer.</summary>
    Partners,
}

/// <summary>How often an indicator gets a new value.</summary>
public enum IndicatorFrequency { Year, HalfYear, Quarter, Month }

/// <summary>A way in which an indicator's values are divided.</summary>
public enum IndicatorBreakdown { Sex, Municipality, Unit, Age }

/// <summary>Whom an indicator is held against on its page.</summary>
public enum ComparedWith { Country, Similar }

/// <summary>When a target is reached: the value at least that much, at most that much, or within the tolerance of it.</summary>
public enum TargetOperator { AtLeast, AtMost, Within }

/// <summary>What becomes of something counted when the year's judgement is added up.</summary>
public enum JudgementWeight
{
    /// <summary>As wholly reached.</summary>
    Whole,

    /// <summary>As half of one that is reached.</summary>
    Half,

    /// <summary>As one that is not reached.</summary>
    None,

    /// <summary>Not at all: neither among those reached nor among those there are.</summary>
    LeftOut,
}

/// <summary>Something measured that tells how far a goal or sub-goal has come.</summary>
/// <param name="Of">The goal or sub-goal it tells of; the vision or a strategy for a measure of the place itself.</param>
/// <param name="Unit">Unit in which values and targets are given, such as procent or mnkr.</param>
/// <param name="Polarity">Absent when the table of polarities is to say, by the source's code.</param>
/// <param name="ComputedFrom">The measure of the ledger that gives the value by itself; absent when values are reported or fetched.</param>
public sealed record AdoptIndicator(string Id, string Of, Bilingual Name, string Unit, Polarity? Polarity, string? ComputedFrom) : Act
{
    /// <summary>What is counted and how, in words; absent when no one has written it down.</summary>
    public Bilingual? Definition { get; init; }

    /// <summary>Whose statistics the values are; absent when they are reported one by one.</summary>
    public StatisticsSource? ValuesFrom { get; init; }

    /// <summary>The source's own code of the measure, such as N79222; absent for the region's own, which go by the indicator's id.</summary>
    public string? Code { get; init; }

    /// <summary>The source's code of the place whose values count, with leading zeros; absent when it is the region as the source of own values names it.</summary>
    public string? Place { get; init; }

    /// <summary>How often a value comes; absent when a value counts for its own period only.</summary>
    public IndicatorFrequency? Frequency { get; init; }

    /// <summary>Months from the end of a period until its value is usually told.</summary>
    public int Lag { get; init; }

    /// <summary>The ways in which values are divided; empty when there is only the whole.</summary>
    public IReadOnlyList<IndicatorBreakdown> Breakdown { get; init; } = [];

    /// <summary>Whom it is to be held against; absent when no one was named.</summary>
    public ComparedWith? Reference { get; init; }

    /// <summary>How many decimals values are shown with; absent when they are shown as told.</summary>
    public int? Decimals { get; init; }
}

/// <summary>The value an indicator must reach in a year, and how far off still counts as partly.</summary>
/// <param name="Tolerance">Unit: that of the indicator, zero or above. For a target to be within, how far off on either side counts as reached.</param>
public sealed record SetTarget(string Indicator, int Year, decimal Value, decimal Tolerance) : Act
{
    /// <summary>Absent when the indicator's polarity says which way.</summary>
    public TargetOperator? Operator { get; init; }
}

/// <summary>The rule by which the year's sound financial management is judged, adopted with the budget.</summary>
/// <param name="FinancialGoals">Goals that must all be fulfilled.</param>
/// <param name="ActivityShare">Share of all other goals, in per cent, that must be fulfilled or partly fulfilled.</param>
public sealed record SetJudgementRule(int Year, IReadOnlyList<string> FinancialGoals, int ActivityShare) : Act
{
    /// <summary>What a goal of activities that is partly fulfilled counts as; wholly when the rule does not say.</summary>
    public JudgementWeight? Partly { get; init; }

    /// <summary>What a goal of activities that cannot be judged counts as; as not reached when the rule does not say.</summary>
    public JudgementWeight? NotJudged { get; init; }

    /// <summary>The goals of activities that count; all that are not financial when the rule names none.</summary>
    public IReadOnlyList<string> ActivityGoals { get; init; } = [];
}

/// <summary>Where a steering document stands among others; a lower one gives way to a higher.</summary>
public enum SteeringRank
{
    [Term("vision")] Vision,
    [Term("strategi")] Strategy,
    Programme,
    [Term("policy")] Policy,
    [Term("riktlinje")] Guideline,
    Rules,
    Plan,
}

/// <summary>A document that steers: a policy, guidelines, rules or a plan.</summary>
/// <param name="ReviewBy">The day by which it is to be looked over; absent when none was decided.</param>
[Term("styrdokument")]
public sealed record AdoptSteeringDocument(string Id, Bilingual Name, SteeringRank Rank, string? Serves, DateOnly? ReviewBy, Validity Valid) : Act;

/// <summary>A steering document ceases after its last day.</summary>
public sealed record RepealSteeringDocument(string Id, DateOnly LastDay) : Act;

/// <summary>The direction that a body is to take in a year.</summary>
[Term("inriktning")]
public sealed record SetDirection(string Id, string For, int Year, Bilingual Text, string? Serves) : Act;

/// <summary>A committee's plan for what it does in a year to reach its goals.</summary>
[Term("verksamhetsplan")]
public sealed record AdoptActivityPlan(string Id, string Body, int Year, Bilingual Name, IReadOnlyList<string> Goals) : Act;

/// <summary>The financier of care orders something of an operating committee, beside the money.</summary>
[Term("beställning av vård")]
public sealed record GiveCommission(string Id, int Year, string To, Bilingual Text, string? Goal) : Act;
