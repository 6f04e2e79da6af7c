using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Goals;

/// <summary>How far a goal, sub-goal or indicator has come.</summary>
[Term("måluppfyllelse")]
public enum GoalFulfilment
{
    Fulfilled,
    Partly,
    NotFulfilled,

    /// <summary>No value or judgement to go by, or one too old.</summary>
    NotJudged,
}

/// <summary>What someone responsible says of a goal or of the year's result, at the end of a period.</summary>
/// <param name="Subject">A goal, a sub-goal, a body or a programme shared with partners.</param>
/// <param name="By">The body that says it; of a programme also a partner, for its own part.</param>
/// <param name="Fulfilment">The owner's own judgement of a goal or sub-goal; absent when the assessment is of money.</param>
/// <param name="Forecast">The result expected for the whole year, surplus positive; absent when the assessment is of a goal.</param>
[Term("bedömning")]
public sealed record Assessment(
    string Id,
    string Subject,
    string By,
    Period Period,
    DateOnly Date,
    GoalFulfilment? Fulfilment,
    Money? Forecast,
    Bilingual? Text,
    SourceRef? Source,
    bool Illustrative)
{
    /// <summary>Parts of the deviation from budget that are explained, by cause; what is left stands unexplained.</summary>
    public IReadOnlyList<ExplainedDeviation> Explained { get; init; } = [];

    /// <summary>How the measures go that have been decided about the deviation.</summary>
    public IReadOnlyList<MeasureReport> Measures { get; init; } = [];

    /// <summary>The round of follow-up that it answers; absent when it was given outside any, and then it counts in those whose period ends with its own.</summary>
    public string? Round { get; init; }

    /// <summary>Answers to the round's own questions.</summary>
    public IReadOnlyList<QuestionAnswer> Answers { get; init; } = [];

    /// <summary>The value signed by a partner that it is about; absent for all else.</summary>
    public ValueRemark? OfValue { get; init; }

    /// <summary>True when it says how it goes with something that the region follows, not something about a line of settlement or a partner's value.</summary>
    public bool IsOfFollowUp => Remark is null && OfValue is null;

    /// <summary>The line of a settlement that it is about; absent for what is said of goals and money.</summary>
    public SettlementRemark? Remark { get; init; }
}

/// <summary>What someone answers to one of a round's own questions.</summary>
public sealed record QuestionAnswer(string Question, Bilingual Text);
