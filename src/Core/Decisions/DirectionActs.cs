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
public sealed record AdoptGoal(string Id, string Area, string Under, string? Owner, Bilingual? Text, Validity Valid) : Act;

/// <summary>What is to be reached of a goal within one year, and by whom.</summary>
public sealed record AdoptSubGoal(string Id, int Year, string Goal, string Owner, Bilingual Text) : Act;

/// <summary>Which way is better for an indicator.</summary>
public enum Polarity { HigherIsBetter, LowerIsBetter }

/// <summary>Something measured that tells how far a goal or sub-goal has come.</summary>
/// <param name="Of">The goal or sub-goal it tells of.</param>
/// <param name="Unit">Unit in which values and targets are given, such as procent or mnkr.</param>
/// <param name="ComputedFrom">The measure of the ledger that gives the value by itself; absent when values are reported or fetched.</param>
public sealed record AdoptIndicator(string Id, string Of, Bilingual Name, string Unit, Polarity Polarity, string? ComputedFrom) : Act;

/// <summary>The value an indicator must reach in a year, and how far off still counts as partly.</summary>
public sealed record SetTarget(string Indicator, int Year, decimal Value, decimal Tolerance) : Act;

/// <summary>The rule by which the year's sound financial management is judged, adopted with the budget.</summary>
/// <param name="FinancialGoals">Goals that must all be fulfilled.</param>
/// <param name="ActivityShare">Share of all other goals, in per cent, that must be fulfilled or partly fulfilled.</param>
public sealed record SetJudgementRule(int Year, IReadOnlyList<string> FinancialGoals, int ActivityShare) : Act;

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
